"""What somebody typed into the search box, as words that must all be found. There is no syntax: nothing is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from addressbook.domain.patterns import late
from addressbook.domain.phone import query_digits
from addressbook.domain.spelling import Typed
from addressbook.domain.text import clean, fold

LONGEST = 200  # characters of a search text that count, also of what folding makes of it
SHORT = 2  # letters
# Bounds to what a pasted text may cost: a contact is found by its first words, and nobody types a name of more letters
_MOST_WORDS = 8  # of a search, and pieces of a word
_MOST_LETTERS = 32
_MOST_ALIKE = 12  # of three different ones: over "aa aa aa …" the ways to lay them are as many as rabbits
_ALIKE = 3

_PHONE_PIECE = late(r"[0-9+()\-./]+")
_PUNCTUATION = late("[,;:!?.'\"()\\[\\]{}/\\\\\\-‐-―·・•‘’“”、。《》〈〉「」『』【】〔〕…_|]")
_LETTER = re.compile(r"[^\W\d_]")
# A number as it comes out of a message: among the signs of a list or a sentence, behind a name without a space, or
# with its middle hidden (138****8899)
_AROUND = ",;:、。!?'\"[]{}<>“”‘’「」【】《》…|"
_INSIDE = late(r"(\+?\d[\d\-]{5,}\d)")
_HIDDEN = re.compile(r"(\d{3,})[*x×•·]{2,}(\d*)")
# What comes along when a link or an address out of a mail is copied
_SCHEME = late(r"(?<!\S)(?:tel|sms|callto|mailto):(?=\S)")
_BETWEEN = re.compile(r"[/\\|,;:、()\[\]<>【】《》]+")  # what is found between a name and a company
# What a number, an address or a name is called on a card and in a signature, folded: it is no part of them
_NUMBER = "(?:公司|办公|联系|移动)?(?:电话|手机|座机)(?:号码?)?|联系方式|(?:tele)?phone|tel|mobile|mob|cell|fax|ph"
_ELSE = (
    "[tmpfe]|e-?mail|mail|add(?:r|ress)?|name|alias|company|title|owner|labels?"
    "|姓名|联系人|(?:公司|单位)?(?:名称|地址)|公司|单位|职[务位]|邮箱|电邮|备注|负责人|标签"
)
_CAPTION = late(rf"(?<![a-z0-9])(?:(?:{_NUMBER}|{_ELSE})\s*:\s*(?=\S)|(?:{_NUMBER})\.?\s*(?=\+?\(?\d{{3}}))")
_BEFORE = "@#"  # a colleague, a label, as in a chat


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One word of a search.

    `folded` is looked for in texts as it stands; `letters` ("" for none) is the same without punctuation, or what it
    begins with if it is long, to be laid over the parts of texts (`spelling.Typed`); `digits` are looked for in the
    digits of phones, either of them will do.
    Where a word is not found as one, its `pieces` count as words, if it has any: those of a phone number typed with
    spaces ("138 8899"), of one whose middle is hidden, of a name with a number right behind it, or with a company
    ("张三/蓝海"), and what is left of an e-mail address or a mention without the signs around it.
    """

    folded: str
    letters: str = ""
    digits: tuple[str, ...] = ()
    pieces: tuple[SearchWord, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it is an initial or two, or the beginning of a syllable."""
        return len(self.letters) <= SHORT and self.letters.isascii()

    @property
    def typed(self) -> Typed:
        """`letters`, ready to be laid over the parts of texts."""
        return _typed(self.letters)


def parse(text: str) -> tuple[SearchWord, ...]:
    """The words of a search text, of which the first few count; () when it says nothing. Takes any text and never
    raises."""
    folded = fold(clean(text[:LONGEST]))[:LONGEST]
    pieces = _CAPTION().sub(" ", _SCHEME().sub("", folded)).split()
    words: list[SearchWord] = []
    run: list[str] = []
    for piece in [*pieces, ""]:
        number = piece.strip(_AROUND)
        if _PHONE_PIECE().fullmatch(number):
            run.append(number)
            if piece.endswith(number):
                continue
            piece = ""  # behind a comma another one begins
        words.extend(_numbers(run))
        run.clear()
        if piece:
            words.append(_word(piece))
    said = [word for word in words if any(char.isalnum() for char in word.folded)]
    # "Lee - Anna": a lone dash is looked for only when there is nothing else
    return tuple(dict.fromkeys(said or [word for word in words if word.folded]))[:_MOST_WORDS]


def _word(piece: str) -> SearchWord:
    letters = _counting(_PUNCTUATION().sub("", piece)) if _LETTER.search(piece) else ""
    digits = query_digits(piece)
    return SearchWord(piece, letters, digits, () if digits else _pieces(piece))


def _pieces(piece: str) -> tuple[SearchWord, ...]:
    hidden = _HIDDEN.fullmatch(piece)
    if hidden:
        return tuple(_word(one) for one in hidden.groups() if one)
    inside = [part.lstrip(_BEFORE) for one in _INSIDE().split(piece) for part in _BETWEEN.split(one)]
    inside = [one for one in inside if any(char.isalnum() for char in one)]
    if len(inside) == 1 and not any(sign in piece for sign in _BEFORE):
        return ()  # signs at its ends alone do not matter
    return tuple(_word(one) for one in inside if one != piece)[:_MOST_WORDS]


def _counting(letters: str) -> str:
    if len(set(letters)) <= _ALIKE:
        return letters[:_MOST_ALIKE]
    return letters[:_MOST_LETTERS]


def _numbers(run: list[str]) -> list[SearchWord]:
    """The words of pieces that together may be a phone number."""
    joined = " ".join(run)
    digits = query_digits(joined)
    if not digits:  # "+" alone is a number that has just begun, and says nothing yet
        return []
    pieces = tuple(word for word in map(_word, run) if word.digits)[:_MOST_WORDS]
    return [SearchWord(joined, "", digits, pieces if len(pieces) > 1 else ())]


@lru_cache(maxsize=16)
def _typed(letters: str) -> Typed:
    return Typed(letters)
