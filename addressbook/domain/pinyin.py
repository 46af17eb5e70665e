"""How Chinese is read: one syllable per character, with what names and a few common words need beyond that.

The dictionary is pypinyin's file, read without the package: what that makes of it takes 10 MB of memory and is made
in one go, for which every other thread waits 20 ms. Readings are kept per character, since a book repeats the same few
thousand.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from addressbook.domain.patterns import late

# Readings of characters that are read in another way as a surname.
SURNAMES = {
    "万": "wan4", "单": "shan4", "仇": "qiu2", "曾": "zeng1", "区": "ou1", "解": "xie4", "任": "ren2", "查": "zha1",
    "盖": "ge3", "曲": "qu1", "朴": "piao2", "冼": "xian3", "纪": "ji3", "乐": "yue4", "翟": "zhai2", "缪": "miao4",
    "宁": "ning4", "应": "ying1", "华": "hua4", "葛": "ge3", "燕": "yan1", "卜": "bu3", "洗": "xian3", "召": "shao4",
    "种": "chong2", "员": "yun4", "秘": "bi4", "折": "she2", "盛": "sheng4", "撒": "sa3", "祭": "zhai4",
    "繁": "po2", "晟": "cheng2", "隗": "wei3", "逄": "pang2", "车": "che1", "谌": "chen2", "訾": "zi1", "尹": "yin3",
    "藏": "zang1", "臧": "zang1", "哈": "ha3", "过": "guo1", "令": "ling2", "要": "yao1", "句": "gou1", "贾": "jia3",
    "柏": "bai3", "沈": "shen3", "石": "shi2", "叶": "ye4", "佴": "nai4", "乜": "nie4", "覃": "qin2", "郗": "xi1",
    "长": "chang2", "都": "du1", "能": "nai4", "冯": "feng2", "干": "gan1", "占": "zhan1", "訚": "yin2", "於": "yu1",
    "瞿": "qu2", "薄": "bo2", "强": "qiang2", "相": "xiang4", "行": "xing2", "郇": "xun2", "吾": "wu2",
    # traditional forms of the same
    "單": "shan4", "區": "ou1", "紀": "ji3", "樂": "yue4", "繆": "miao4", "寧": "ning4", "應": "ying1", "華": "hua4",
    "種": "chong2", "員": "yun4", "蓋": "ge3", "過": "guo1", "賈": "jia3", "葉": "ye4", "萬": "wan4", "車": "che1",
}  # fmt: skip

# Surnames of two characters whose reading differs from that of the characters.
DOUBLE_SURNAMES = {
    "尉迟": ("yu4", "chi2"), "尉遲": ("yu4", "chi2"), "万俟": ("mo4", "qi2"), "長孫": ("zhang3", "sun1"),
    "长孙": ("zhang3", "sun1"), "单于": ("chan2", "yu2"), "單于": ("chan2", "yu2"), "令狐": ("ling2", "hu2"),
    "澹台": ("tan2", "tai2"), "澹臺": ("tan2", "tai2"), "宰父": ("zai3", "fu3"), "皇甫": ("huang2", "fu3"),
    "鲜于": ("xian1", "yu2"), "乐正": ("yue4", "zheng4"), "亓官": ("qi2", "guan1"), "呼延": ("hu1", "yan2"),
    "赫连": ("he4", "lian2"), "曾孙": ("zeng1", "sun1"), "夏侯": ("xia4", "hou2"), "宿谷": ("su4", "gu3"),
}  # fmt: skip

# Words of two characters that stand in many company names and addresses and are misread character by character.
WORDS = {
    "重庆": ("chong2", "qing4"), "重慶": ("chong2", "qing4"), "长沙": ("chang2", "sha1"), "长春": ("chang2", "chun1"),
    "长安": ("chang2", "an1"), "长江": ("chang2", "jiang1"), "长城": ("chang2", "cheng2"), "长治": ("chang2", "zhi4"),
    "长宁": ("chang2", "ning2"), "厦门": ("xia4", "men2"), "廈門": ("xia4", "men2"), "蚌埠": ("beng4", "bu4"),
    "六安": ("lu4", "an1"), "台州": ("tai1", "zhou1"), "天台": ("tian1", "tai1"), "丽水": ("li2", "shui3"),
    "乐清": ("yue4", "qing1"), "都江": ("du1", "jiang1"), "成都": ("cheng2", "du1"), "首都": ("shou3", "du1"),
    "银行": ("yin2", "hang2"), "銀行": ("yin2", "hang2"), "商行": ("shang1", "hang2"), "行业": ("hang2", "ye4"),
    "音乐": ("yin1", "yue4"), "音樂": ("yin1", "yue4"), "乐器": ("yue4", "qi4"), "会计": ("kuai4", "ji4"),
    "會計": ("kuai4", "ji4"), "重工": ("zhong4", "gong1"), "传媒": ("chuan2", "mei2"), "番禺": ("pan1", "yu2"),
    "东莞": ("dong1", "guan3"), "東莞": ("dong1", "guan3"), "单位": ("dan1", "wei4"), "调查": ("diao4", "cha2"),
    "铅山": ("yan2", "shan1"), "大厦": ("da4", "sha4"), "朝阳": ("chao2", "yang2"), "浚县": ("xun4", "xian4"),
    "闵行": ("min3", "hang2"), "西藏": ("xi1", "zang4"), "喀什": ("ka1", "shi2"), "莘庄": ("xin1", "zhuang1"),
    "分行": ("fen1", "hang2"), "支行": ("zhi1", "hang2"), "总行": ("zong3", "hang2"), "央行": ("yang1", "hang2"),
    "投行": ("tou2", "hang2"), "洋行": ("yang2", "hang2"), "行长": ("hang2", "zhang3"), "院长": ("yuan4", "zhang3"),
    "部长": ("bu4", "zhang3"), "店长": ("dian4", "zhang3"), "校长": ("xiao4", "zhang3"), "厂长": ("chang3", "zhang3"),
    "处长": ("chu4", "zhang3"), "科长": ("ke1", "zhang3"), "局长": ("ju2", "zhang3"), "会长": ("hui4", "zhang3"),
    "队长": ("dui4", "zhang3"), "组长": ("zu3", "zhang3"), "市长": ("shi4", "zhang3"), "县长": ("xian4", "zhang3"),
    "镇长": ("zhen4", "zhang3"), "村长": ("cun1", "zhang3"), "社长": ("she4", "zhang3"), "团长": ("tuan2", "zhang3"),
    "班长": ("ban1", "zhang3"), "站长": ("zhan4", "zhang3"), "家长": ("jia1", "zhang3"), "所长": ("suo3", "zhang3"),
    "馆长": ("guan3", "zhang3"), "事长": ("shi4", "zhang3"),
    "中行": ("zhong1", "hang2"), "工行": ("gong1", "hang2"), "建行": ("jian4", "hang2"), "农行": ("nong2", "hang2"),
}  # fmt: skip

_WORD = late("|".join(WORDS))

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}

_ENTRY = re.compile(rb'"(\d+)": "([^"]+)",?\r?')  # "24352": "zhāng",

_readings: dict[str, tuple[str, ...]] = {}


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese one that could have a reading (says nothing about kana or hangul)."""
    return "\u3400" <= char <= "\u9fff" or char == "\u3007" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def readings(char: str) -> tuple[str, ...]:
    """All readings of one character, the most usual first, as syllable and tone ("zhong4", "lv3"); () for none."""
    known = _readings.get(char)
    if known is None:
        known = _readings[char] = _look_up(char) if is_chinese(char) else ()
    return known


def special_readings(text: str, *, person: bool = False) -> dict[int, str]:
    """Where characters of `text` are read in another way than by themselves: place in the text → reading.

    `person`: the text is somebody's name, so that its first characters are read as a surname.
    """
    special: dict[int, str] = {}
    for found in _WORD().finditer(text):
        special.update(enumerate(WORDS[found[0]], found.start()))
    if person and text:
        double = DOUBLE_SURNAMES.get(text[:2])
        if double is not None and len(text) > 2:
            special.update(enumerate(double))
        elif text[0] in SURNAMES:
            special[0] = SURNAMES[text[0]]
    return special


def _look_up(char: str) -> tuple[str, ...]:
    """Found by halving, 20 microseconds: a table of all 41,000 characters would take 40 ms, before the first name."""
    text, wanted = _dictionary(), ord(char)
    low, high = 0, len(text)
    while low < high:
        start = max(low, text.rfind(b"\n", low, (low + high) // 2) + 1)
        entry = _ENTRY.match(text, start)
        if entry is None:  # the braces around them
            low, high = (text.index(b"\n") + 1, high) if start == 0 else (low, start)
        elif int(entry[1]) == wanted:
            return tuple(dict.fromkeys(_numbered(syllable) for syllable in entry[2].decode().split(",")))
        elif int(entry[1]) < wanted:
            low = entry.end() + 1
        else:
            high = start
    return ()


@cache
def _dictionary() -> bytes:
    """An entry a line, in the order of the characters. FileNotFoundError where pypinyin is missing."""
    spec = find_spec("pypinyin")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return Path(*folders[:1], "pinyin_dict.json").read_bytes()


def _numbered(syllable: str) -> str:
    """ "lǚ" as "lv3": the tone as a number behind, ü as v; the neutral tone is 5, ê sorts as e."""
    tone = "5"
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = _TONES[char]
        elif char == "\u0308" and letters:
            letters[-1] = "v"
        elif char.isascii() and char.isalpha():
            letters.append(char)
    return "".join(letters) + tone


_MARKED = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "ǖǘǚǜ"}


def as_typed(syllable: str) -> tuple[str, ...]:
    """The ways in which a syllable without its tone is typed. ü is v to whoever learnt it so, u to everybody else, and
    yu in passports, which write 吕 as LYU."""
    if "v" not in syllable:
        return (syllable,)
    return syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")


@cache  # there are some 1,400
def written(reading: str) -> str:
    """A reading as books write it: "zhang1" is "zhāng", "lv3" is "lǚ"; as many letters as it has without the tone."""
    syllable, tone = reading[:-1], int(reading[-1])
    if tone in range(1, 5):
        vowels = [place for place, letter in enumerate(syllable) if letter in _MARKED]
        if vowels:
            place = next((at for at in vowels if syllable[at] in "ae"), -1)
            if place < 0:
                place = syllable.find("ou") if "ou" in syllable else vowels[-1]
            syllable = syllable[:place] + _MARKED[syllable[place]][tone - 1] + syllable[place + 1 :]
    return syllable.replace("v", "ü")
