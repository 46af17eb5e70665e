"""The reading calls of extcontact: list, get, listlabelgroups."""

from __future__ import annotations

from addressbook.simulator.envelope import Answer, refusal, result
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, as_int, as_text

LARGEST_PAGE = 100
DEFAULT_PAGE = 20  # not documented; the documents' examples ask for 20


def _paging(request: Request, size_code: int) -> tuple[int, int]:
    """Offset and size. Each takes effect only together with the other, as documented."""
    params = request.params
    if params.get("offset") is None or params.get("size") is None:
        return 0, DEFAULT_PAGE
    offset, size = as_int(params["offset"]), as_int(params["size"])
    if offset is None or offset < 0:
        raise refusal(40068)
    if size is None or not 1 <= size <= LARGEST_PAGE:
        raise refusal(size_code)
    return offset, size


def list_contacts(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/list: 40068 offset, 40069 size."""
    offset, size = _paging(request, 40069)
    rows = organisation.book.page(offset, size)
    if organisation.options.third_party:
        rows = [{key: value for key, value in row.items() if key != "mobile"} for row in rows]
    return result(results=rows)


def get_contact(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/get: 33012 when there is no such contact."""
    number = organisation.book.find(as_text(request.params.get("user_id")))
    row = None if number is None else organisation.book.row(number)
    if row is None:
        raise refusal(33012)
    if organisation.options.third_party:
        row = {key: value for key, value in row.items() if key != "mobile"}
    return result(result=row)


def list_label_groups(organisation: Organisation, request: Request) -> Answer:
    """topapi/extcontact/listlabelgroups: 40068 offset, 41101 size."""
    offset, size = _paging(request, 41101)
    return result(results=organisation.label_groups[offset : offset + size])
