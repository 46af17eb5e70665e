"""A piece of work as it lies in work.db: a few columns, and all of it as JSON that later versions can read."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.text import clean
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.store.json_values import Unreadable, from_plain, to_plain

log = logging.getLogger(__name__)

# Raised when a reader of this version would misunderstand what is written. New names alone are no reason: unknown
# ones are passed over, missing ones have their default.
VERSION = 1


@dataclass(frozen=True, slots=True)
class UnreadableItem:
    """Work that is kept but cannot be understood. `reason` never holds anything of its content."""

    id: str
    reason: str


def to_columns(item: WorkItem) -> tuple[str, ...]:
    """id, kind, state, userid, changed_at, payload."""
    payload: dict[str, Any] = {
        "version": VERSION,
        "values": to_plain(item.values),
        "created_at": _time_text(item.created_at),
        "userid": item.userid,
        "new_userid": item.new_userid,
        "refused": item.refused,
        "doubted": item.doubted,
        "missed": item.missed,
    }
    if item.base is not None:
        payload["base"] = to_plain(item.base)
    if item.sent is not None:
        payload["sent"] = to_plain(item.sent)
    if item.sent_at is not None:
        payload["sent_at"] = _time_text(item.sent_at)
    changed_at = _time_text(item.changed_at)
    # json escapes all but ASCII: what was typed comes back to the letter
    return (item.id, item.kind.value, item.state.value, clean(item.userid), changed_at, json.dumps(payload))


def from_columns(columns: Sequence[Any]) -> WorkItem | UnreadableItem:
    """The item of such columns. Whatever is wrong with them makes it unreadable, never an exception."""
    item_id, kind, state, _, changed_at, payload = columns
    try:
        return _item(str(item_id), kind, state, changed_at, json.loads(payload))
    except Unreadable as error:
        reason = str(error)
    except (ValueError, TypeError, RecursionError) as error:
        reason = type(error).__name__  # its message may quote what somebody typed
    log.warning("an item of work.db cannot be read and is left alone: %s", reason)
    return UnreadableItem(str(item_id), reason)


def _item(item_id: str, kind: str, state: str, changed_at: str, payload: object) -> WorkItem:
    if not isinstance(payload, Mapping):
        raise Unreadable("payload: not an object")
    if payload.get("version") != VERSION:
        raise Unreadable("payload: another version")
    if "values" not in payload:
        raise Unreadable("values: missing")
    return WorkItem(
        id=item_id,
        kind=WorkKind(kind),
        state=WorkState(state),
        values=from_plain(FormValues, payload["values"]),
        created_at=_time(payload.get("created_at", changed_at)),
        changed_at=_time(changed_at),
        base=from_plain(Contact, payload["base"]) if "base" in payload else None,
        userid=_text(payload, "userid"),
        new_userid=_text(payload, "new_userid"),
        sent=from_plain(FormValues, payload["sent"]) if "sent" in payload else None,
        sent_at=_time(payload["sent_at"]) if "sent_at" in payload else None,
        refused=_text(payload, "refused"),
        doubted=payload.get("doubted") is True,
        missed=payload.get("missed") is True,
    )


def _text(payload: Mapping[str, Any], name: str) -> str:
    value = payload.get(name, "")
    if not isinstance(value, str):
        raise Unreadable(f"{name}: not a text")
    return value


def _time_text(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("the times of an item need a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")  # all of one length: they are put in order as text


def _time(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise Unreadable("a time without a zone")
    return moment.astimezone(UTC)
