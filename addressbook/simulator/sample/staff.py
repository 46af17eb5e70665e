"""The organisation of the sample book: Harbour Trading Co., 300 employees in a tree of departments four levels deep."""

from __future__ import annotations

from functools import lru_cache

from addressbook.simulator.sample.chinese import GIVEN_NAMES, SURNAMES
from addressbook.simulator.sample.draw import Draw
from addressbook.simulator.sample.world import ABROAD

EMPLOYEES = 300
ME = "manager4220"
SAMPLE_MOBILE = "13800138000"
"""The number by which getbymobile finds "me" (employee `ME`), who owns about a sixth of the sample contacts."""

ROOT = 1
MY_DEPARTMENT = 42536

# id -> (parent, English, Chinese); the root is the first level, the deepest departments the fourth
_DEPARTMENTS: dict[int, tuple[int, str, str]] = {
    ROOT: (0, "Harbour Trading Co.", "海港贸易有限公司"),
    42501: (ROOT, "Sales", "销售部"),
    42502: (ROOT, "Purchasing", "采购部"),
    42503: (ROOT, "Finance", "财务部"),
    42504: (ROOT, "Human Resources", "人力资源部"),
    42505: (ROOT, "Information Technology", "信息技术部"),
    42506: (ROOT, "Logistics", "物流部"),
    42507: (ROOT, "Marketing", "市场部"),
    42536: (42501, "Sales East", "华东销售部"),
    42537: (42501, "Sales North", "华北销售部"),
    42538: (42501, "Sales South", "华南销售部"),
    42539: (42501, "Overseas Sales", "海外销售部"),
    42540: (42502, "Raw Materials", "原材料采购"),
    42541: (42502, "Packaging", "包装采购"),
    42542: (42503, "Accounting", "会计组"),
    42543: (42503, "Treasury", "资金组"),
    42544: (42504, "Recruiting", "招聘组"),
    42545: (42505, "Service Desk", "服务台"),
    42546: (42505, "Software", "软件开发组"),
    42547: (42506, "Warehouse", "仓储组"),
    42548: (42506, "Customs", "报关组"),
    42549: (42507, "Events", "活动策划组"),
    420606536: (42539, "Europe", "欧洲组"),
    420606537: (42539, "Americas", "美洲组"),
    420606538: (42539, "Middle East", "中东组"),
    420606539: (42539, "Asia Pacific", "亚太组"),
    420606540: (42537, "Beijing", "北京组"),
    420606541: (42537, "Tianjin", "天津组"),
    420606542: (42538, "Guangzhou", "广州组"),
    420606543: (42538, "Shenzhen", "深圳组"),
    420606544: (42547, "Night Shift", "夜班组"),
}
DEPARTMENT_IDS = tuple(_DEPARTMENTS)
_SEATS = tuple(dept_id for dept_id in DEPARTMENT_IDS if dept_id not in (ROOT, MY_DEPARTMENT))

# The colleagues that the pictures in the manual show, in both languages.
_KNOWN = (
    ("Mia Chen", "陈米娅"), ("Chen Jie", "陈洁"), ("Eva Lind", "Eva Lind"), ("李思敏", "李思敏"),
    ("Omar Haddad", "Omar Haddad"), ("王立新", "王立新"),
)  # fmt: skip

_STEP = 7_368_787_211  # odd and no multiple of five: the ids below never repeat


def employee_id(index: int) -> str:
    """The userid of an employee: most are digits, some with leading zeros; "me" has a name of an older kind."""
    return (
        ME
        if index == 0
        else f"{(index * _STEP + 423_752) % 10**10 // (10 if index % 7 == 0 else 1):0{10 + index % 3}d}"
    )


LEFT = tuple(f"04{(k * _STEP + 99) % 10**9:09d}7" for k in range(9))
"""Owners who are no longer with the organisation: v2/user/get does not know them."""

EMPLOYEE_IDS = tuple(employee_id(index) for index in range(EMPLOYEES))
_INDEX = {userid: index for index, userid in enumerate(EMPLOYEE_IDS)}


def department(dept_id: int, language: str) -> dict[str, object] | None:
    """One department as v2/department/listsub gives it, or None."""
    entry = _DEPARTMENTS.get(dept_id)
    if entry is None:
        return None
    parent, en, zh = entry
    found: dict[str, object] = {"dept_id": dept_id, "name": zh if language == "zh" else en}
    if parent:
        found["parent_id"] = parent
    return {**found, "create_dept_group": dept_id != ROOT, "auto_add_user": True}


def subdepartments(dept_id: int) -> list[int]:
    """Direct children only."""
    return [child for child, (parent, _, _) in _DEPARTMENTS.items() if parent == dept_id]


def departments_of(index: int) -> list[int]:
    """The direct departments of an employee: the first fourteen sell in the east, a few sit in two departments."""
    if index < 14:
        return [MY_DEPARTMENT]
    if index < 16:
        return [ROOT]
    draw = Draw(0, "seat", index)
    seats = [draw.of(_SEATS)]
    if draw.below(12) == 0:
        seats.append(draw.of([seat for seat in _SEATS if seat != seats[0]]))
    return seats


@lru_cache(maxsize=1)
def _members() -> dict[int, list[int]]:
    members: dict[int, list[int]] = {dept_id: [] for dept_id in DEPARTMENT_IDS}
    for index in range(EMPLOYEES):
        for dept_id in departments_of(index):
            members[dept_id].append(index)
    return members


def members(dept_id: int) -> list[int]:
    """Indexes of the direct members of a department."""
    return _members().get(dept_id, [])


def name_of(index: int, seed: int, language: str) -> str:
    """An employee's name: mostly Chinese, some international."""
    if index < len(_KNOWN):
        return _KNOWN[index][1 if language == "zh" else 0]
    draw = Draw(seed, "employee", index)
    if draw.below(100) < (90 if language == "zh" else 65):
        return draw.of(SURNAMES)[0] + draw.of(GIVEN_NAMES)[0]
    culture = draw.of(ABROAD)
    given, surname = (draw.of(words).partition("/")[0] for words in (culture.given, culture.surnames))
    return f"{surname} {given}" if culture.surname_first else f"{given} {surname}"


def mobile_of(index: int) -> str:
    """An employee's own number; that of "me" is SAMPLE_MOBILE."""
    return f"13800{138_000 + index:06d}"


def by_mobile(mobile: str) -> int | None:
    """The index of the employee with this number."""
    index = int(mobile[5:]) - 138_000 if mobile.startswith("13800") and len(mobile) == 11 and mobile.isascii() else -1
    return index if 0 <= index < EMPLOYEES else None


def by_userid(userid: str) -> int | None:
    """The index of a present employee."""
    return _INDEX.get(userid)
