"""Cue nouns: "his claim that", "a warning that", "the mayor's plan to", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.annotate.speech.vocabulary import ADVERBS, AUXILIARIES, BE, DETERMINERS, OPENING, PREPOSITIONS, STOPS
from newslint.words import word_set

NOUN = Form("noun", frozenset({"act"}), frozenset({"base"}), noun=True)

_LINKS: Mapping[str, str] = {
    "that": """
        claim claims allegation allegations accusation accusations suggestion suggestions assertion assertions contention
        belief beliefs view argument warning warnings announcement admission admissions confession promise promises pledge
        pledges vow threat prediction predictions forecast forecasts conclusion denial hope hopes fear fears concern concerns
        complaint complaints rumour rumours rumor rumors assurance assurances insistence conviction confirmation suspicion
        suspicions speculation charge charges acknowledgment acknowledgement revelation revelations disclosure declaration
        finding findings reminder doubt doubts remark remarks comment comments statement opinion theory worry worries
    """,
    "to": "promise promises pledge pledges vow vows threat threats offer offers calls demands proposal proposals",
    "of": """
        criticism denunciation condemnation praise endorsement accusation accusations allegation allegations warning warnings
        denial denials fears views complaints mockery portrayal depiction
    """,
    "for": "calls praise demands",
    "about": "concerns questions complaint complaints doubts claims warning warnings worries views misgivings",
    "over": "criticism complaints concerns",
    "against": "accusations allegations",
}
_NOUNS = {
    noun: frozenset(link for link, nouns in _LINKS.items() if noun in nouns.split())
    for nouns in _LINKS.values()
    for noun in nouns.split()
}
_UNOWNED = word_set(
    """
    that claim claims allegation allegations accusation accusations suggestion suggestions criticism complaint complaints
    rumour rumours rumor rumors concern concerns questions fears calls speculation denials doubts warning warnings worries
    """
)
"""Nouns that stand for words of somebody even where the text does not say whose."""

_OWNERS = word_set("his her their its my our your")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_OPINIONS = word_set("view opinion words telling estimation judgment judgement account")
_LIGHT = word_set(
    """
    make makes made making issue issues issued issuing have has had deliver delivered level levelled leveled repeat repeated
    renew renewed give gave gives release releases released
    """
)
_END = frozenset(",;:—–()…") | {"--"}
_SINGULAR = word_set("is was has had")
_PLURAL = word_set("are were have had")
_BESIDE = 4  # tokens between the owner and the noun: "the mayor's long and bitter fight"


def noun_sayings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Range | None, int, Range | None]]:
    """Each cue noun with its owner, the length of the possessive mark behind the owner, and what is said."""
    for index, token in enumerate(tokens[:-1]):
        following = tokens[index + 1]
        links = _NOUNS.get(token.low)
        if token.low in _OPINIONS and (found := _in_ones_view(tokens, index)):
            yield token, *found
        elif links is None:
            continue
        elif following.low in ("by", "from") and token.low in _UNOWNED | {"support", "opposition", "promise", "decision"}:
            agent = subjects.after(tokens, index + 1)
            content = _clause(tokens, agent[1] + 1) if agent else None
            if content and tokens[content[0]].low in links:
                yield token, agent, 0, content
        elif following.low in links and _complement(tokens, index + 1) and (content := _claimed(tokens, index + 1)):
            owner, mark = _owner(tokens, index)
            if owner or (token.low in _UNOWNED and not _verb_before(tokens, index)) or _article(tokens, index, following):
                yield token, owner, mark, content


def _complement(tokens: Sequence[Token], link: int) -> bool:
    """Whether "to" brings a verb, and any other link something at all."""
    after = tokens[link + 1] if link + 1 < len(tokens) else None
    if after is None:
        return False
    return tokens[link].low != "to" or not (after.capital or after.low in DETERMINERS or after.low in PREPOSITIONS)


def _article(tokens: Sequence[Token], index: int, link: Token) -> bool:
    """Whether this is "the claim that" and the like, not a noun that "that" only refers to."""
    return (
        link.low == "that" and _NOUNS[tokens[index].low] >= {"that"} and index > 0 and tokens[index - 1].low in ("the", "a", "an")
    )


def _clause(tokens: Sequence[Token], first: int) -> Range | None:
    """From ``first`` to the next mark that ends a clause."""
    last = first
    while last < len(tokens) and tokens[last].text not in _END and tokens[last].text not in ".?!":
        last += 1
    return (first, last - 1) if last > first + 1 else None


def claimed(tokens: Sequence[Token], verb: int) -> Range | None:
    """The subject of the verb group at ``verb``, where it is a cue noun with its clause: "the claim that it was late"."""
    for link in range(1, verb):
        noun = tokens[link - 1].low
        if tokens[link].low == "that" and "that" in _NOUNS.get(noun, ()) and _claimed(tokens, link) == (link, verb - 1):
            first = link - 1
            while first and (_modifier(tokens[first - 1]) or tokens[first - 1].low in DETERMINERS):
                first -= 1
            return first, verb - 1
    return None


def _claimed(tokens: Sequence[Token], first: int) -> Range | None:
    """The clause behind a cue noun, without the predicate of the noun: "the claim that it was late | was rejected"."""
    clause = _clause(tokens, first)
    if clause is None or tokens[first].low != "that" or tokens[first + 1].low in STOPS:
        return clause
    number = _PLURAL if tokens[first - 1].low.endswith("s") else _SINGULAR
    own = next((at for at in range(first + 2, clause[1]) if tokens[at].low in AUXILIARIES), clause[1])
    if any(token.low in STOPS for token in tokens[first + 1 : own]):
        return clause
    for at in range(own + 2, clause[1]):
        low = tokens[at].low
        if low in number and _predicate(tokens, at) and not _second_subject(tokens, own + 1, at):
            return first, at - 1
        if low in STOPS or low in ("and", "or"):
            return clause
    return clause


def _predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle follows the auxiliary: "was rejected", "has since been denied"."""
    following = (token.low for token in tokens[at + 1 : at + 4])
    verb = next((low for low in following if low not in ADVERBS | {"been"} and not low.endswith("ly")), "")
    return verb.endswith("ed") or (verb in FORMS and "participle" in FORMS[verb].shapes)


def _second_subject(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether what stands between may be the subject of the second verb: "it was a plan the council | has rejected"."""
    starts = [
        k
        for k in range(first, end)
        if tokens[k].low in DETERMINERS or subjects.pronoun(tokens[k]) or (tokens[k].capital and not tokens[k - 1].capital)
    ]
    return len(starts) > 1 or bool(starts and starts[0] > first + 1) or tokens[end - 1].low in BE


def _owner(tokens: Sequence[Token], index: int) -> tuple[Range | None, int]:
    """Whose claim it is: "his", "the mayor's", or the subject of "made the claim that"."""
    at = index - 1
    while at > 0 and index - at <= _BESIDE and _modifier(tokens[at]):
        at -= 1
    if at < 0:
        return None, 0
    if tokens[at].low in _OWNERS:
        return (at, at), 0
    if tokens[at].low.endswith(_POSSESSIVE) and len(tokens[at].low) > 2:
        return _possessor(tokens, at), 2 if tokens[at].low.endswith(_POSSESSIVE[:2]) else 1
    if tokens[at].low in ("a", "an", "the", "this", "no") and at > 0:
        at -= 1
    if tokens[at].low in _LIGHT:
        return subjects.before(tokens, subjects.verb_group(tokens, at)), 0
    return None, 0


def _possessor(tokens: Sequence[Token], last: int) -> Range:
    """The noun phrase that ends in "'s", without the verb that it may be the object of."""
    first = last
    while first > 0 and (tokens[first - 1].capital or tokens[first - 1].text == "&"):
        first -= 1
    if first == last and not tokens[last].capital:
        while first > 0 and last - first < _BESIDE and _modifier(tokens[first - 1]) and not subjects.pronoun(tokens[first - 1]):
            first -= 1
    return (first - 1 if first and tokens[first - 1].low in DETERMINERS else first), last


def _modifier(token: Token) -> bool:
    stop = (
        token.low in DETERMINERS or token.low in PREPOSITIONS or token.low in STOPS or token.low in OPENING or token.low in _LIGHT
    )
    return token.text[0].isalpha() and not stop and not token.low.endswith(_POSSESSIVE)


def _verb_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is a verb after all: "he claims that", "officials fear that"."""
    before = tokens[index - 1] if index else None
    return before is not None and (
        subjects.pronoun(before)
        or before.low in ADVERBS
        or before.low == "to"
        or before.capital
        or (tokens[index].low == "warning" and before.low in BE)
    )


def _in_ones_view(tokens: Sequence[Token], index: int) -> tuple[Range, int, Range] | None:
    """Whose view, and what: "In her view, the plan failed"; "the plan, in the mayor's words, failed"."""
    owner, mark = _owner(tokens, index)
    if owner is None or not owner[0] or tokens[owner[0] - 1].low not in ("in", "by"):
        return None
    first = owner[0] - 1
    if first == 0 and tokens[index + 1].text == ",":
        content = index + 2, len(tokens) - 1
    else:
        content = (0, first - 1) if first else (index + 1, len(tokens) - 1)
    while content[1] > content[0] and tokens[content[1]].text in ",.":
        content = content[0], content[1] - 1
    return (owner, mark, content) if content[1] >= content[0] else None
