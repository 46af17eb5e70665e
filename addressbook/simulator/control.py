"""The paths under /_simulator/: how a test in another process looks into the server and changes it.

GET    state                             counts, options, faults
GET    contacts?offset=0&size=100        the rows themselves, whatever mode the server is in (all without size)
GET    calls?path=extcontact/list&since=0     the log of calls, and the most calls within a second
GET    wait?path=…&count=1&timeout=20    answers when so many calls were answered ({"met": false} after timeout)
DELETE calls                             forgets the log
POST   faults {"kind": "html", "endpoints": ["extcontact/list"], "times": 3, "after": 0, "match": {…}, …}
DELETE faults, faults/<id>               switches faults off
POST   edit {"op": "change", "index": 3, "fields": {…}}
POST   options {"qps": 20}               settings that may change while the server runs
POST   expire                            ends the life of the access token
"""

from __future__ import annotations

from dataclasses import fields as fields_of

from addressbook.simulator.calls import CallLog
from addressbook.simulator.edits import edit
from addressbook.simulator.envelope import Answer, Refusal
from addressbook.simulator.faults import Faults
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, as_int, as_text

PREFIX = "/_simulator/"
_FIXED = frozenset({"host", "port", "contacts", "seed", "language", "order", "db", "control", "hidden_rows"})


def answer(organisation: Organisation, faults: Faults, log: CallLog, request: Request) -> Answer:
    """Answer a control call: HTTP 400 with {"error": …} for what cannot be done, 404 for an unknown path."""
    try:
        if request.method == "POST" and "json" not in request.headers.get("content-type", ""):
            raise ValueError("control calls are JSON")  # which no page in a browser can send unasked
        request.read_body()
        found = _route(organisation, faults, log, request)
    except (ValueError, LookupError, TypeError) as error:
        return Answer({"error": str(error)}, status=400, code="control")
    except Refusal as refused:
        return refused.answer
    return Answer({"error": "no such control call"}, 404, "control") if found is None else Answer(found)


def _route(organisation: Organisation, faults: Faults, log: CallLog, request: Request) -> dict[str, object] | None:
    name, _, rest = request.path.removeprefix(PREFIX).partition("/")
    query, body = request.query, request.body
    match request.method, name:
        case "GET", "state":
            return _state(organisation, faults)
        case "GET", "contacts":
            rows = organisation.book.rows()
            offset, size = as_int(query.get("offset")) or 0, as_int(query.get("size")) or len(rows)
            return {"contacts": rows[offset : offset + size], "total": len(rows)}
        case "GET", "calls":
            return log.as_json(query.get("path", ""), as_int(query.get("since")) or 0)
        case "GET", "wait":
            timeout = float(query.get("timeout", "20"))
            return {"met": log.wait(query.get("path", ""), as_int(query.get("count")) or 1, timeout)}
        case "DELETE", "calls":
            log.reset()
        case "POST", "faults":
            return {"id": _add_fault(faults, body)}
        case "DELETE", "faults":
            faults.clear(int(rest) if rest else None)
        case "POST", "edit":
            return {"userids": _edit(organisation, body)}
        case "POST", "options":
            _set_options(organisation, body)
        case "POST", "expire":
            organisation.tokens.expire()
        case _:
            return None
    return {}


def _state(organisation: Organisation, faults: Faults) -> dict[str, object]:
    options = organisation.options
    return {
        "contacts": len(organisation.book),
        "tokens_issued": organisation.tokens.issued,
        "faults": [{"id": f.id, "kind": f.kind, "met": f.met, "times": f.times} for f in faults.active()],
        "order": options.order,
        "update": options.update,
        "third_party": options.third_party,
        "qps": options.qps,
    }


def _add_fault(faults: Faults, body: dict[str, object]) -> int:
    values = {key: body[key] for key in body if key not in ("kind", "endpoints", "times", "after", "match")}
    endpoints, match = body.get("endpoints") or [], body.get("match") or {}
    if not isinstance(endpoints, list) or not isinstance(match, dict):
        raise ValueError("endpoints is a list, match an object")
    return faults.add(
        as_text(body.get("kind")),
        endpoints=[as_text(end) for end in endpoints],
        times=as_int(body.get("times")),
        after=as_int(body.get("after")) or 0,
        match=match,
        **values,
    )


def _edit(organisation: Organisation, body: dict[str, object]) -> list[str]:
    fields = body.get("fields")
    return edit(
        organisation.book,
        as_text(body.get("op")),
        index=as_int(body.get("index")),
        userid=as_text(body.get("userid")),
        count=1 if body.get("count") is None else as_int(body["count"]) or 0,
        fields=fields if isinstance(fields, dict) else None,
    )


def _set_options(organisation: Organisation, body: dict[str, object]) -> None:
    options = organisation.options
    known = {field.name for field in fields_of(options)} - _FIXED
    if unknown := set(body) - known:
        raise ValueError(f"cannot be changed: {', '.join(sorted(unknown))}")
    for name, value in body.items():
        if name == "without_scopes":
            value = frozenset(value) if isinstance(value, list) else frozenset()
        wanted = type(getattr(options, name))
        if not isinstance(value, wanted) and not (wanted is float and isinstance(value, int)):
            raise ValueError(f"{name} is a {wanted.__name__}")
        setattr(options, name, value)
