"""The calls about colleagues and departments."""

from __future__ import annotations

import re

from addressbook.simulator.envelope import Answer, refusal, result_ok
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, as_int, as_text
from addressbook.simulator.sample import staff

_USERID = re.compile(r"[A-Za-z0-9_.@-]{1,64}")
LARGEST_PAGE = 100
SCHOOL_DEPARTMENT = -7  # the tree of pupils' parents, which these calls cannot read


def user_by_mobile(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/user/getbymobile: 400002 nothing sent, 40104 no number, 60121 nobody (any more) has it.

    The call is for internal apps only; its document does not say how others are refused.
    """
    if organisation.options.third_party:
        raise refusal(43007)
    mobile = as_text(request.params.get("mobile")).strip()
    if not mobile:
        raise refusal(400002)
    digits = mobile.removeprefix("+86-").removeprefix("+").replace("-", "")
    if not (digits.isascii() and digits.isdigit() and 5 <= len(digits) <= 18):
        raise refusal(40104)
    index = staff.by_mobile(digits)
    if index is None:
        raise refusal(60121)
    return result_ok(result={"userid": staff.employee_id(index), "exclusive_account_userid_list": []})


def _person(organisation: Organisation, index: int) -> dict[str, object]:
    options = organisation.options
    departments = staff.departments_of(index)
    person: dict[str, object] = {
        "userid": staff.employee_id(index),
        "name": staff.name_of(index, options.seed, options.language),
        "unionid": f"u{index:05d}iE",
        "dept_id_list": departments,
        "active": True,
        "admin": index == 1,
        "boss": index == 14,
        "leader": index % 20 == 0,
    }
    if index % 3 == 0:
        person["title"] = "客户经理" if options.language == "zh" else "Account Manager"
    return person


def user(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/user/get: 400002 nothing sent, 33012 no userid, 60121 left or unknown."""
    userid = as_text(request.params.get("userid"))
    if not userid:
        raise refusal(400002)
    if not _USERID.fullmatch(userid):
        raise refusal(33012)
    index = staff.by_userid(userid)
    if index is None:
        raise refusal(60121)
    return result_ok(result=_person(organisation, index))


def _department(request: Request, default: int | None = None) -> int:
    value = request.params.get("dept_id")
    dept_id = default if value is None else as_int(value)
    if dept_id is None:
        raise refusal(400002)
    if dept_id == SCHOOL_DEPARTMENT:
        raise refusal(40009)
    if dept_id not in staff.DEPARTMENT_IDS:
        raise refusal(60003)
    return dept_id


def _members(request: Request) -> tuple[list[int], dict[str, object]]:
    """A page of direct members, and the part of the answer that tells how to go on."""
    members = staff.members(_department(request))
    cursor, size = as_int(request.params.get("cursor")), as_int(request.params.get("size"))
    if cursor is None or cursor < 0:
        raise refusal(40068)
    if size is None or not 1 <= size <= LARGEST_PAGE:
        raise refusal(40069)
    more = cursor + size < len(members)
    paging: dict[str, object] = {"has_more": more}
    if more:  # next_cursor is absent at the end
        paging["next_cursor"] = cursor + size
    return members[cursor : cursor + size], paging


def members_simple(organisation: Organisation, request: Request) -> Answer:
    """topapi/user/listsimple: id and name of the direct members. 400002, 60003, 40068 cursor, 40069 size."""
    page, paging = _members(request)
    options = organisation.options
    people = [{"userid": staff.employee_id(k), "name": staff.name_of(k, options.seed, options.language)} for k in page]
    return result_ok(result={**paging, "list": people})


def members(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/user/list: the same with whole persons."""
    page, paging = _members(request)
    return result_ok(result={**paging, "list": [_person(organisation, index) for index in page]})


def subdepartments(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/department/listsub: direct children with their names; the root when no department is named."""
    children = staff.subdepartments(_department(request, staff.ROOT))
    return result_ok(result=[staff.department(child, organisation.options.language) for child in children])


def subdepartment_ids(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/department/listsubid: direct children, ids only."""
    return result_ok(result={"dept_id_list": staff.subdepartments(_department(request))})


def department(organisation: Organisation, request: Request) -> Answer:
    """topapi/v2/department/get: 400002, 60003, and 40009 for the tree of parents."""
    dept_id = _department(request)
    found = staff.department(dept_id, organisation.options.language) or {}
    return result_ok(result={**found, "order": dept_id % 1000, "member_count": len(staff.members(dept_id))})
