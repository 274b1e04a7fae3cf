"""Words as passages are compared: without their endings, and one word for those that news copy uses for one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Sentence
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD, word_set

STEM = 5
"""Letters that a stem keeps, so that Korea meets Korean and military meets militant."""

FORMAL = word_set(
    """
    mr mrs ms mx miss dr sir dame according told tell tells telling added adds adding reported reports reporting reportedly report
    stated states stating wrote writes spokesman spokeswoman spokesperson comes coming ahead earlier later latest
    """
)
"""Words of address, of attribution and of sequence: no matter of what a sentence tells."""

_SMALL = STOP_WORDS | FORMAL
_ENDING = compiled(r"(?:ings?|edly|ed|ies|es|s|ly|e)$")
_POSSESSIVE = compiled(r"['’]s?$")
_DOUBLED = frozenset(letter * 2 for letter in "bdgklmnprt")

_FORMS = """
    arise arose arisen, beat beaten, begin began begun, blow blew blown, break broke broken, bring brought, build built, burn
    burnt, buy bought, catch caught, choose chose chosen, deal dealt, draw drew drawn, drive drove driven, fall fell fallen,
    feel felt, fight fought, find found, flee fled, fly flew flown, freeze froze frozen, give gave given, grow grew grown,
    hang hung, hide hid hidden, hold held, hear heard, keep kept, know knew known, lead led, leave left, lend lent, lose lost,
    mean meant, meet met, pay paid, ride rode ridden, ring rang rung, rise rose risen, run ran, sell sold, send sent, shake
    shook shaken, shoot shot, show shown, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, spend
    spent, stand stood, steal stole stolen, strike struck, swear swore sworn, sweep swept, swim swam swum, teach taught, tear
    tore torn, tell told, think thought, throw threw thrown, understand understood, wake woke woken, wear wore worn, win won,
    write wrote written
"""
_ALIKE = """
    close shut closure, kill killed killing die died dies dying dead death deaths slain murder fatal fatally, injure injury
    injuries wound hurt, arrest detain custody, soldier troop serviceman servicemen, police officer policeman policemen cop,
    car vehicle, firm company corporation business, boss chief head, hospital hospitalised hospitalized hospitals, attack
    assault raid strike struck, buy bought purchase acquire acquisition, sell sold sale, rise rose risen increase grow grew
    grown climb, fall fell fallen drop decline decrease, say statement announce announcement declare, begin began begun start
    launch, end finish conclude, quit resign resignation step, sack dismiss, win won victory triumph, lose lost defeat, home
    house property, child children kid kids, son boy, daughter girl, doctor physician, lawyer attorney, court tribunal,
    verdict ruling, jail prison imprisoned imprisonment, film movie, match game, pupil student, money cash funds funding,
    accord agreement deal pact treaty, summit talks meeting meet met, election vote poll, quake earthquake tremor, blaze fire,
    storm hurricane, ship vessel boat, plane aircraft jet, rebel insurgent militant, protest demonstration demonstrator rally,
    probe investigation investigate inquiry, aid assistance help, plan proposal scheme, job post position, staff employee
    worker, price cost, woman women female, man men male, mother mum mom, father dad, author writer, teenager teen, build
    built construct construction, get receive receipt obtain, allow permit, ban prohibit bar, hit affect, back support, large
    big huge, show reveal disclose, tell told inform, want seek sought, rehab rehabilitation clinic, shoot shot gunfire
    shooting
"""
_PLACES = """
    us u.s usa u.s.a america american, uk u.k britain british, un u.n, eu e.u, dprk korea korean, france french, germany
    german, spain spanish, netherlands dutch holland, switzerland swiss, denmark danish, greece greek, ireland irish, wales
    welsh, england english, scotland scottish, finland finnish, turkey turkish türkiye, sweden swedish, poland polish, norway
    norwegian, kyiv kiev, ukraine ukrainian, philippines filipino, iraq iraqi, cyprus cypriot, belgium belgian, burma myanmar,
    peru peruvian, britain brits
"""

PASTS = frozenset(form for row in _FORMS.split(",") for form in row.split()[1:])
"""Past forms and participles that do not end in "-ed"."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What two words must share to count as one: "planned" and "plans", "Kim" and "Kim's", "dead" and "killed"."""
    word = _POSSESSIVE.sub("", word.lower()).rstrip(".")
    return _SAME.get(word) or _SAME.get(cut := _cut(word)) or cut


@lru_cache(maxsize=10_000)
def content(text: str, within: Span) -> tuple[tuple[str, Span], ...]:
    """The stems of what a stretch says, each with its place; small words and figures are left out."""
    at = within.start
    return tuple((stem, Span(at + start, at + end)) for stem, start, end in stemmed(within.of(text)))


@lru_cache(maxsize=10_000)
def stemmed(words: str) -> tuple[tuple[str, int, int], ...]:
    """The same of a stretch alone, which is there again when something else in its text was changed."""
    return tuple((told, *found.span()) for found in WORD.finditer(words) if (told := _told(found[0])))


@lru_cache(maxsize=10_000)
def stems(words: str) -> frozenset[str]:
    """The stems alone."""
    return frozenset(told for word in WORD.findall(words) if (told := _told(word)))


def in_sentences(doc: Document) -> Sequence[frozenset[str]]:
    """The stems of each sentence of a text."""
    return doc.once(_in_sentences)


def counts(doc: Document) -> Counter[str]:
    """In how many sentences of a text each stem stands."""
    return doc.once(_counts)


def _in_sentences(doc: Document) -> Sequence[frozenset[str]]:
    return [stems(sentence.span.of(doc.body)) for sentence in doc.all(Sentence)]


def _counts(doc: Document) -> Counter[str]:
    return Counter(stem for stems in in_sentences(doc) for stem in stems)


@lru_cache(maxsize=50_000)
def _told(word: str) -> str:
    """The stem of a word as it stands; none of a small word or a figure."""
    low = "u.s" if word == "US" else _POSSESSIVE.sub("", word.lower())
    return "" if low in _SMALL or (not low.isalpha() and any(map(str.isdigit, low))) else stem(low)


def _cut(word: str) -> str:
    short = _ENDING.sub("", word)
    if len(short) < 3:
        return word[:STEM]
    return (short[:-1] if short[-2:] in _DOUBLED else short)[:STEM]


def _same(*tables: str) -> Mapping[str, str]:
    """Every word of the rows, and its stem, by the stem of the first in its row; a row that comes earlier decides."""
    same: dict[str, str] = {}
    for row in (row.split() for table in tables for row in table.split(",")):
        first = same.get(row[0]) or _cut(row[0])
        for word in row:
            same.setdefault(word, first)
            same.setdefault(_cut(word), first)
    return same


_SAME = _same(_PLACES, _ALIKE, _FORMS)
