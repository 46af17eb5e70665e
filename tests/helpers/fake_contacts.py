"""Contacts made by number, the same each time, and the labels that they bear."""

from __future__ import annotations

import random

from addressbook.domain.contact import Contact
from addressbook.domain.label import Label, LabelGroup

GROUPS = (
    LabelGroup(
        "Type",
        -15220075,
        tuple(Label(100 + n, name) for n, name in enumerate(("Customer", "Channel partner", "Supplier", "Partner"))),
    ),
    LabelGroup(
        "Level", -11687445, tuple(Label(200 + n, name) for n, name in enumerate(("General", "Important", "Core")))
    ),
    LabelGroup(
        "Status",
        -543394,
        tuple(Label(300 + n, name) for n, name in enumerate(("Potential", "In negotiation", "Closed deal", "Lost"))),
    ),
    LabelGroup("Recruitment status", -543394, (Label(401, "New"), Label(402, "Lost"))),
    LabelGroup("Not used yet", -11687445, ()),
)

FIRST = ("Alan Foster", "Blanca Ortiz", "Dylan Park", "Elena Rossi", "何岚", "兰心怡", "蓝建国", "Li Na", "Liam Nolan")
LAST = (
    "孙宇航",
    "Svetlana Orlova",
    "王兰",
    "欧阳娜娜",
    "O'Brien & Sons",
    "<b>Bold</b> Name",
    "محمد علي",
    "🎈 Party Shop",
)
NAMES = FIRST + LAST
COMPANIES = (
    "Northgate Logistics",
    "Solvento Energy",
    "晨曦医疗",
    "Officine Bellandi",
    "Hanbit Displays",
    "杭州锦程物流",
)
TITLES = ("Freight Manager", "Regional Director", "采购经理", "Buyer", "Product Planner", "客服主管")
OWNERS = ("0001", "0002", "0003", "gone7")


def make_contact(number: int) -> Contact:
    """The contact of a number: the same each time."""
    pick = random.Random(number)
    name = NAMES[number % len(NAMES)]
    labels = [100 + pick.randrange(4)]
    if number % 3:
        labels.append(200 + pick.randrange(3))
    if number % 4 == 1:
        labels.append(300 + pick.randrange(4))
    return Contact(
        userid=f"c{number:06d}",
        name=name if number < len(NAMES) else f"{name} {number}",
        mobile=f"1{pick.randrange(10**9, 10**10)}",
        state_code="86",
        title=TITLES[number % len(TITLES)],
        company_name=COMPANIES[(number * 7) % len(COMPANIES)],
        remark="Met at the fair" if number % 2 else "",
        address="上海市浦东新区张江路 88 号 3 幢 502 室" if number % 3 else "",
        email=f"person{number}@a-rather-long-company-name.example" if number % 5 else "",
        follower_user_id=OWNERS[number % len(OWNERS)],
        label_ids=tuple(labels) if number % 11 else (),
        share_user_ids=("0002", "gone9") if number % 2 else (),
        share_dept_ids=(42,) if number % 3 else (),
    )
