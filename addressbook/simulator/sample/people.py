"""Sample contacts by index: contact i of a seed is the same on every machine, and costs some 20 µs to make."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from addressbook.simulator.sample import chinese, labels, staff, world
from addressbook.simulator.sample.awkward import AWKWARD
from addressbook.simulator.sample.draw import Draw
from addressbook.simulator.sample.world import ABROAD, Culture

Row = dict[str, object]
"""A contact as extcontact/get gives it. Keys that have no value may be missing or empty, as on the real server."""

LARGEST_BOOK = 8_000_000
_PHONES, _PHONE_STEP = 8_000_000, 5_555_567  # coprime: every index has a number of its own
_PHONE_BACK = pow(_PHONE_STEP, -1, _PHONES)
_IDS, _ID_STEP, _ID_FIRST = 10**12, 387_420_489_013, 123_420_013_632
_ID_BACK = pow(_ID_STEP, -1, _IDS)

_SELLERS = staff.EMPLOYEE_IDS[:26]
_AWKWARD_EVERY, _AWKWARD_AT = 89, 40


def userid_of(index: int, seed: int) -> str:
    """Twelve digits, one in ten with a leading zero. Never repeats."""
    return f"{(index * _ID_STEP + seed * 7_919 + _ID_FIRST) % _IDS:012d}"


def index_of(userid: str, seed: int) -> int | None:
    """The index that a userid stands for; it may lie beyond the end of the book."""
    if len(userid) != 12 or not (userid.isascii() and userid.isdigit()):
        return None
    return (int(userid) - seed * 7_919 - _ID_FIRST) * _ID_BACK % _IDS


def _phone(index: int, seed: int, culture: Culture) -> str:
    prefix, rest = divmod((index * _PHONE_STEP + seed * 104_729) % _PHONES, 1_000_000)
    return f"{culture.prefixes[prefix]}{rest:06d}"


def phone_owner(state_code: str, mobile: str, seed: int) -> int | None:
    """The index that may have this number (compare before believing): the way back from number to contact."""
    for culture in (world.MAINLAND, world.MAINLAND_DESK, world.HONG_KONG, world.TAIWAN, *ABROAD):
        prefix = mobile[:-6]
        if culture.state_code == state_code and prefix in culture.prefixes and mobile.isascii() and mobile.isdigit():
            number = culture.prefixes.index(prefix) * 1_000_000 + int(mobile[-6:])
            return (number - seed * 104_729) * _PHONE_BACK % _PHONES
    return None


def _written(word: str) -> tuple[str, str]:
    """A word as it is written, and in Latin letters."""
    written, _, sound = word.partition("/")
    return written, sound or written


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def _culture(draw: Draw, language: str) -> Culture:
    number = draw.below(100)
    if language == "zh":
        number = number * 3 // 5  # a book of a Chinese office: three quarters of it are Chinese people
    if number < 34:
        return world.MAINLAND
    if number < 38:
        return world.MAINLAND_DESK
    if number < 42:
        return world.HONG_KONG
    return world.TAIWAN if number < 45 else draw.of(ABROAD)


def _flat(draw: Draw) -> int:
    return (draw.below(25) + 1) * 100 + draw.below(8) + 1


def _chinese_person(draw: Draw) -> Row:
    surname, surname_sound = draw.of(chinese.SURNAMES)
    given, given_sound = draw.of(chinese.GIVEN_NAMES)
    brand, brand_latin = draw.of(chinese.BRANDS)
    sector, sector_latin = draw.of(chinese.SECTORS)
    place, road = draw.of(chinese.CITIES)
    company = (
        f"{place[:2]}{brand}{sector}有限公司",
        f"{brand}{sector}",
        f"{brand_latin} {sector_latin} {brand}",
        f"{place[:2]}{brand}{sector}股份有限公司",
    )[draw.below(4)]
    row: Row = {
        "name": surname + given,
        "company_name": company,
        "title": draw.of(chinese.TITLES),
        "remark": draw.of(chinese.ALIASES).format(surname=surname, company=brand),
        "address": f"{place}{road} {draw.below(900) + 1} 号 {draw.below(20) + 1} 幢 {_flat(draw)} 室",
        "email": f"{surname_sound}.{given_sound}@{brand_latin.lower()}-{sector_latin.split()[-1].lower()}.example",
    }
    return row


def _foreign_person(draw: Draw, culture: Culture) -> Row:
    given, given_sound = _written(draw.of(culture.given))
    surname, surname_sound = _written(draw.of(culture.surnames))
    brand, brand_sound = _written(draw.of(culture.brands))
    form = draw.of(culture.forms)
    number = draw.below(280) + 1
    place = draw.of(culture.places)
    row: Row = {
        "name": f"{surname} {given}" if culture.surname_first else f"{given} {surname}",
        "company_name": f"{brand} {form}",
        "title": draw.of(world.TITLES),
        "remark": draw.of(world.ALIASES).format(given=given, company=brand),
        "address": f"{number} {place}",
        "email": f"{_slug(given_sound)}.{_slug(surname_sound)}@{_slug(brand_sound)}.example",
    }
    return row


def _labels(draw: Draw) -> list[int]:
    groups = draw.weighted((8, 24, 38, 30))  # none, or one label in each of one to three groups
    oddity = draw.below(400)
    if not groups:
        return []
    kind = labels.TYPES[draw.weighted((42, 10, 29, 9, 6, 4))]
    level = labels.LEVELS[draw.weighted((60, 29, 11))]
    if kind == labels.INTERVIEWEE:
        state = labels.RECRUITING[draw.below(5)]
    else:
        state = labels.STATUSES[draw.weighted((29, 24, 9, 26, 12))]
    chosen = [kind, level, state][:groups] if draw.below(5) else [state, kind, level][:groups]
    if oddity == 0:
        chosen.append(labels.DELETED_LABEL)
    elif oddity < 4:
        chosen.append(labels.TYPES[5])  # a second label of one group, which the API seems to allow
    return list(dict.fromkeys(chosen))


def _owner_and_shares(draw: Draw, row: Row) -> None:
    who = draw.weighted((16, 70, 11, 3))
    owner = (staff.ME, draw.of(_SELLERS[1:]), draw.of(staff.EMPLOYEE_IDS), draw.of(staff.LEFT))[who]
    people = draw.below(8)
    shared = {draw.of(_SELLERS) for _ in range(3 if people == 0 else 1)} if people < 2 else set()
    if draw.below(20) == 0:
        shared.add(staff.ME)
    shared.discard(owner)
    row["follower_user_id"] = owner
    row["share_user_ids"] = sorted(shared)
    row["share_dept_ids"] = [draw.of(staff.DEPARTMENT_IDS[1:])] if draw.below(6) == 0 else []


def contact(index: int, seed: int, language: str) -> Row:
    """The contact of this index, as the server would give it."""
    draw = Draw(seed, "contact", index)
    culture = _culture(draw, language)
    row = _chinese_person(draw) if culture.chinese else _foreign_person(draw, culture)
    row["userid"] = userid_of(index, seed)
    row["state_code"], row["mobile"] = culture.state_code, _phone(index, seed, culture)
    row["label_ids"] = _labels(draw)
    _owner_and_shares(draw, row)
    filled = draw.below(1024)  # a bit for each field that people leave empty; two bits for the rarer ones
    for field, mask in (("remark", 1), ("email", 6), ("address", 8), ("title", 48), ("company_name", 448)):
        if (filled & mask) == 0:
            row[field] = ""
    if draw.below(2):  # half of the contacts come with empty keys, the other half without them
        row = {key: value for key, value in row.items() if value or key == "label_ids"}
    if index % _AWKWARD_EVERY == _AWKWARD_AT:
        change = AWKWARD[index // _AWKWARD_EVERY % len(AWKWARD)]
        row = {key: value for key, value in {**row, **change}.items() if value is not None}
    return row
