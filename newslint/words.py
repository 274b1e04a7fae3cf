"""Words: lemmas of counted nouns, stop words, and the forms in which words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newslint.kept.regexes import compiled

WORD = compiled(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W\d_]+)*")


def word_set(words: str) -> frozenset[str]:
    """The words of a list written with spaces and line ends between them."""
    return frozenset(words.split())


def listed(items: Sequence[str], last: str = "and") -> str:
    """``A, B and C``, for a person to read."""
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def _rows(table: str) -> Iterator[list[str]]:
    return (row.split() for row in table.split(","))


STOP_WORDS = word_set(
    """
    a about above across after again against ago all almost along already also although always am among an and another any
    anyone anything are around as at away back be became because become been before behind being below between beyond both but by
    came can cannot come could did do does doing done down during each either else even ever every few for from further get gets
    getting go goes going gone got had has have having he her here hers herself him himself his how however i if in indeed into is
    it its itself just least less like made make makes making many may me might mine more most much must my myself near nearly
    neither never no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves out
    over own per perhaps put quite rather really said same saw say saying says see seen several shall she should since so some
    someone something soon still such take taken takes than that the their theirs them themselves then there these they thing
    things this those though three through throughout thus till to together too took toward towards two under until up upon us
    use used uses very via was way we well went were what whatever when whenever where whether which while who whom whose why will
    with within without would yes yet you your yours yourself
    """
)

_IRREGULAR = {
    row[0]: row[1]
    for row in _rows("""
        aches ache, aliases alias, alumni alumnus, analyses analysis, appendices appendix, atlases atlas, avalanches
        avalanche, axes axe, bases base, biases bias, bonuses bonus, buffaloes buffalo, buses bus, caches cache, cacti
        cactus, calories calorie, calves calf, campuses campus, canoes canoe, canvases canvas, cargoes cargo, caucuses
        caucus, censuses census, children child, choruses chorus, circuses circus, clothes clothes, consensuses
        consensus, cookies cookie, creches creche, crises crisis, criteria criterion, diagnoses diagnosis, dice die,
        dwarves dwarf, echoes echo, embargoes embargo, emphases emphasis, feet foot, fetuses fetus, foes foe,
        foetuses foetus, folk person, folks person, fungi fungus, gases gas, geese goose, genies genie, gentlemen
        gentleman, grandchildren grandchild, halves half, headaches headache, headquarters headquarters, heroes hero,
        hippies hippie, hooves hoof, housewives housewife, hypotheses hypothesis, indices index, irises iris, junkies
        junkie, knives knife, leaves leaf, lenses lens, lies lie, lives life, loaves loaf, matrices matrix, men man,
        mice mouse, midwives midwife, mosquitoes mosquito, movies movie, neuroses neurosis, niches niche, nuclei
        nucleus, oases oasis, oxen ox, parentheses parenthesis, passersby passerby, people person, peoples people,
        persons person, phenomena phenomenon, pies pie, potatoes potato, prairies prairie, prognoses prognosis, quizzes
        quiz, referenda referendum, rookies rookie, scarves scarf, schoolchildren schoolchild, selfies selfie, selves
        self, sheaves sheaf, shelves shelf, shoes shoe, statuses status, stepchildren stepchild, stimuli stimulus, teeth
        tooth, theses thesis, thieves thief, ties tie, toes toe, tomatoes tomato, tornadoes tornado, torpedoes torpedo,
        vertices vertex, vetoes veto, viruses virus, volcanoes volcano, walruses walrus, waltzes waltz, wives wife,
        wolves wolf, women woman, zombies zombie
    """)
}

# The same in singular and plural, or plural without an -s; news counts all of these.
_INVARIANT = word_set(
    """
    aircraft bison cattle cavalry chassis clergy cod corps counsel crew crossroads data dead deer disabled elderly
    fish headquarters homeless hovercraft hundredweight infantry injured jobless livestock media missing moose
    offspring personnel police poor poultry premises salmon series sheep shrimp spacecraft species squid staff swine trout tuna
    unemployed vermin watercraft wounded
    """
)

_NO_MEN = word_set("abdomen acumen amen carmen cyclamen hymen lumen omen ramen regimen semen specimen stamen turkmen yemen")
_NOT_PLURAL = compiled(r"(?:ss|us|is|ous|['’]s)$")
_NO_NOUN_IN_S = word_set(
    """
    always as besides downstairs else gas has his is its less nevertheless news nonetheless overseas perhaps plus sometimes
    this thus towards unless upstairs us was whereas yes indoors outdoors afterwards backwards forwards upwards downwards
    regardless bias lens canvas christmas physics politics economics athletics mathematics diabetes measles
    """
)


def plural(word: str) -> bool:
    """Whether the word looks like the plural of a noun: "troops", "men", "crises", "aircraft"."""
    word = word.lower()
    if word in _INVARIANT:
        return True
    if word in _IRREGULAR:
        return word != _IRREGULAR[word]
    if word.endswith("men") and word not in _NO_MEN:
        return True
    return len(word) > 2 and word.endswith("s") and word not in _NO_NOUN_IN_S and not _NOT_PLURAL.search(word)


@lru_cache(maxsize=20_000)
def lemma(noun: str) -> str:
    """The singular of a noun in lower case: "troops" gives "troop", "people" gives "person"."""
    word = re.sub(r"['’]s?$", "", noun.lower())
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        return f"{head}-{lemma(tail)}"
    if word.endswith("men") and word not in _NO_MEN:
        return f"{word[:-2]}an"
    if not plural(word) or word in _INVARIANT:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@cache
def _irregular_plurals() -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for many, one in _IRREGULAR.items():
        made.setdefault(one, []).append(many)
    return made


def plurals(noun: str) -> tuple[str, ...]:
    """The irregular plurals of a noun, if it has any, the usual one first: "men" for "man", "people" for "person"."""
    found = sorted(_irregular_plurals().get(noun, []), key=lambda many: many != "people")
    return tuple(found) if found or not noun.endswith("man") or f"{noun[:-2]}en" in _NO_MEN else (f"{noun[:-2]}en",)


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, stop words left out, figures kept."""
    words = (match.group().lower() for match in WORD.finditer(text))
    return tuple(word for word in words if word not in STOP_WORDS)


@lru_cache(maxsize=16_384)
def folded(words: str) -> str:
    """Letters and digits alone, small and without accents: "Kim Jong-un" gives "kimjongun", "Erdoğan" "erdogan"."""
    return "".join(char for char in unicodedata.normalize("NFKD", words).casefold() if char.isalnum())
