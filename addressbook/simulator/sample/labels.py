"""Label groups: those of the listlabelgroups document, name by name and number by number, and one that is empty."""

from __future__ import annotations

LEVEL_COLOUR = -11687445
STATUS_COLOUR = -543394  # two groups share this one
EMPTY_GROUP_COLOUR = -1023342

# (colour, English, Chinese, ((id, English, Chinese), …))
_GROUPS: tuple[tuple[int, str, str, tuple[tuple[int, str, str], ...]], ...] = (
    (-15220075, "Type", "类型", (
        (1561077310, "Customer", "客户"),
        (1561077311, "Channel partner", "渠道商"),
        (1561077312, "Supplier", "供应商"),
        (1561077313, "Partner", "合作伙伴"),
        (1561077314, "Interviewee", "面试者"),
        (1561077315, "Other type", "其他类型"),
    )),
    (LEVEL_COLOUR, "Level", "级别", (
        (1561077317, "General", "一般"),
        (1561077318, "Important", "重要"),
        (1561077319, "Core", "核心"),
    )),
    (STATUS_COLOUR, "Status", "状态", (
        (1561077321, "Potential", "潜在"),
        (1561077322, "Interested", "有意向"),
        (1561077323, "In negotiation", "洽谈中"),
        (1561077324, "Closed deal", "已成交"),
        (1561077325, "Lost", "已流失"),
    )),
    (STATUS_COLOUR, "Recruitment status", "招聘状态", (
        (1561077327, "To be invited", "待邀约"),
        (1561077328, "To be interviewed", "待面试"),
        (1561077329, "First-round interview", "初试"),
        (1561077330, "Second-round interview", "复试"),
        (1561077331, "Onboarded", "已入职"),
    )),
    (EMPTY_GROUP_COLOUR, "Region", "地区", ()),
)  # fmt: skip

TYPES, LEVELS, STATUSES, RECRUITING = (tuple(label[0] for label in group[3]) for group in _GROUPS[:4])
INTERVIEWEE = 1561077314
DELETED_LABEL = 1561077399
"""A label that some contacts still carry and that no group holds any more."""


def label_groups(language: str, extra: int = 0) -> list[dict[str, object]]:
    """The groups in wire form; `extra` more of them, with one label each, where more than a page is wanted."""
    chinese = language == "zh"
    groups: list[dict[str, object]] = [
        {
            "color": colour,
            "name": zh if chinese else en,
            "labels": [
                {"name": label_zh if chinese else label_en, "id": label_id} for label_id, label_en, label_zh in labels
            ],
        }
        for colour, en, zh, labels in _GROUPS
    ]
    for k in range(extra):
        label = {"name": f"{'项目' if chinese else 'Project'} {k + 1}", "id": 9_007_199_254_740_993 + k}
        groups.append({"color": LEVEL_COLOUR, "name": f"{'分组' if chinese else 'Group'} {k + 1}", "labels": [label]})
    return groups
