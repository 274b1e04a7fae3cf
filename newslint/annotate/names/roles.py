"""Roles and ages: what stands beside the name of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.annotate.names.vocabulary import ABBREVIATED_TITLES, BESIDE_A_ROLE, HONORIFICS, OPENINGS, TITLES, is_role
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import STOP_WORDS, word_set

_REACH = 90
"""Characters before a name in which its bearer's role may stand."""

_MOST_WORDS = 7
"""Words of a role before a name; one behind it may have twice as many."""

_NO_STOP = "".join(rf"(?<!\b{title}\.)" for title in sorted({*ABBREVIATED_TITLES, "Mr", "Mrs", "Ms", "Dr", "[A-Z]"}))
_STOP = compiled(rf"[!?;:()\n\"“”.](?:(?<!\.)|(?=\s){_NO_STOP})")
"""What parts a name from what is said before it; the dot of "Sen." does not."""

_TOKEN = compiled(r"[^\s,]+|,")
_PHRASE = compiled(r"(?:,|\s[–—-])\s(?P<words>[^,.;:()\n–—?!]{3,110})(?=[,.;:)]|\s[–—-]\s|\n|$)")
_AHEAD = compiled(r"(?P<words>\w[^,–—]{2,90})(?:,|\s[–—-])\s$")
_CUT = compiled(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov)$")

_ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_AGES = {word: number for number, word in enumerate(_ONES.split(), 1)}
_NUMBER = r"(?P<age>1[01]\d|[1-9]\d?)"
_AGE_BEFORE = compiled(
    rf"\b(?:{_NUMBER}|(?P<word>{'|'.join(_AGES)}))-year-old\b(?P<between>[^,.;:!?()\n]{{0,60}},?\s)$", re.IGNORECASE
)
_AGE_AFTER = compiled(
    rf"""(?:,\s(?:(?:now|then|who\sis|who\swas)\s)?(?:aged?\s)? | \s\(aged?\s) {_NUMBER} (?=,|\)|\.(?!\d)|;|\s(?:and|from|of)\b|$)
    | ,\s(?:an?|the)\s(?P<years>1[01]\d|[1-9]\d?)-year-old\b
    | \s\((?P<bare>[2-9]\d)\)(?=,?\s(?:from|of|and|was|is|said|who|had|has)\b|,)""",
    re.VERBOSE,
)
_AWAY = compiled(r"\b(?:of|by|with|and|for|from|to|against|than)\s$")
_WHO = compiled(
    r"""who\s(?:(?:now|also|currently|then|has|had)\s)?(?:(?:is|was)\s(?:the|an?)\s
    |(?=(?:leads?|led|heads?|headed|chairs?|chaired|(?:runs?|ran)(?!\s(?:as|for|in|on|off|to|into|against)\b)|founded|co-founded|edits?|edited|represents?|represented|coach(?:es|ed)
    |manage[sd]?|direct(?:s|ed)|owns?|owned|teaches|taught|plays?\sfor|played\sfor|works?\s(?:for|at)|worked\s(?:for|at))\s))(?P<role>.+)""",
    re.VERBOSE,
)
_PREPOSITIONS = word_set("of for at in to with from on by under about after before since during as and who whose which that")
_ARTICLES = word_set("the a an its his her their our my")


def role_and_age(span: Span, body: str) -> tuple[str, int | None]:
    """The title before a name, or else the apposition beside it; and the age on either side."""
    left = body[max(0, span.start - _REACH) : span.start]
    stops = [stop.end() for stop in _STOP.finditer(left)]
    left = left[stops[-1] :] if stops else left
    age, at = _age(left, span, body)
    return _title(left) or _behind(at, body) or _ahead(left), age


def _age(left: str, span: Span, body: str) -> tuple[int | None, int]:
    """The age beside a name, and where the words behind the name go on."""
    if said := _AGE_AFTER.match(body, span.end):
        if said["years"]:
            return int(said["years"]), span.end
        return int(said["age"] or said["bare"]), said.end() + (body[said.end() : said.end() + 1] == ")")
    said = _AGE_BEFORE.search(left)
    if said and not _AWAY.search(said["between"]) and ("," not in said["between"] or "-year-old" in _ahead(left).split(" ")[0]):
        return int(said["age"]) if said["age"] else _AGES[said["word"].lower()], span.end
    return None, span.end


def _title(left: str) -> str:
    """The words before a name that end in what its bearer is: "the US defence secretary" without the article."""
    tokens = _TOKEN.findall(left)
    if not tokens or not left[-1].isspace():
        return ""
    last = _office_at(tokens)
    if last is None:
        return ""
    first = last
    while first and last - first < _MOST_WORDS:
        if _belongs(tokens[first - 1]):
            first -= 1
        elif first > 1 and (_offices(*tokens[first - 2 : first]) or _body_of(*tokens[first - 2 : first + 1])):
            first -= 2
        else:
            break
    return " ".join(tokens[first:])


def _office_at(tokens: Sequence[str]) -> int | None:
    """Where the noun of a title stands: at its end, or before "of State"."""
    if _office(tokens[-1]):
        return len(tokens) - 1
    for at in range(len(tokens) - 1, max(0, len(tokens) - 5), -1):
        if tokens[at] == "of":
            return at - 1 if at < len(tokens) - 1 and _office(tokens[at - 1]) else None
        if not tokens[at][0].isupper() and tokens[at] != "staff":
            return None
    return None


def _offices(one: str, link: str) -> bool:
    """As in "president and chief executive"."""
    return link == "and" and _office(one)


def _body_of(kind: str, link: str, name: str) -> bool:
    """As in "Bank of England governor"; but "the Office of Prime Minister Ruiz"."""
    links = ("for",) if kind == "Office" else ("of", "for")
    return link in links and OPENINGS.get(kind) == "ORG" and name[0].isupper() and not _office(name)


def _office(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in HONORIFICS or bare in ABBREVIATED_TITLES or bare in TITLES or (is_role(bare) and word == bare)


def _belongs(word: str) -> bool:
    bare = word.rstrip(".")
    if (
        not bare
        or (bare.lower() in STOP_WORDS and not bare.isupper())
        or (bare != word and bare not in ABBREVIATED_TITLES and word not in GAZETTEER)
    ):
        return False
    return bare.lower() in BESIDE_A_ROLE or _office(word) or word in GAZETTEER or word[0].isupper() or bare.endswith("-born")


def _behind(at: int, body: str) -> str:
    """An apposition behind a name: "the chair of the council", "who leads the union"."""
    phrase = _PHRASE.match(body, at)
    if not phrase:
        return ""
    words = phrase["words"].split()
    if who := _WHO.match(" ".join(words)):
        return who["role"] if len(words) <= 2 * _MOST_WORDS and not _CUT.search(phrase["words"]) else ""
    if not _says_what(words):
        return ""
    return " ".join(words[: _head(words)] if _CUT.search(phrase["words"]) else words)


def _ahead(left: str) -> str:
    """An apposition before a name: "The defence secretary, ", "Ukraine’s president – "."""
    said = _AHEAD.search(left)
    words = said["words"].split() if said else []
    opens = said is not None and (not said.start() or left[: said.start()].rstrip().endswith((",", "–", "—")))
    for at, word in enumerate(words):
        introduced = at and words[at - 1].lower() in _ARTICLES
        if (
            word.lower() not in _ARTICLES
            and (introduced or word.endswith(("’s", "'s")) or (opens and not at))
            and _says_what(words[at:])
        ):
            return " ".join(words[at:])
    return ""


def _says_what(words: Sequence[str]) -> bool:
    """Whether the head of a phrase, the word before "of", "at" or "from", says what somebody is."""
    if not words or len(words) > 2 * _MOST_WORDS:
        return False
    noun, before = words[_head(words) - 1], words[: _head(words) - 1]
    one = not _ARTICLES.intersection(before[1:]) and not _VERBS.intersection(before)
    return one and is_role(noun) and words[0] not in STOP_WORDS - _ARTICLES


def _head(words: Sequence[str]) -> int:
    """Where the head of a phrase ends: at its first preposition."""
    return next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))


_VERBS = word_set("is was were are had has have said says told will would may met called asked named or but when while")
