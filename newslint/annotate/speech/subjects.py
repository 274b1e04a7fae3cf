"""Who stands before or after a verb: noun phrases found by their words, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.annotate.speech.bodies import BODIES
from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.vocabulary import (
    ADVERBS,
    AFTER_STOPS,
    APPOSED,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    OPENING,
    PASTS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
)
from newslint.kept.regexes import compiled
from newslint.words import word_set

_KNOWING = word_set(
    """
    official aide aides source sources adviser advisers advisor advisors diplomat diplomats insider insiders executive executives
    person lawmaker lawmakers lawyer lawyers staffer staffers man woman resident residents neighbour neighbours neighbor neighbors
    witness witnesses worker workers nurse nurses doctor doctors teacher teachers employee employees those others
    """
)
"""Before "who": whoever the clause behind it is about may go on to speak."""

_CONTRACTED = compiled(r"(?:i|you|he|she|it|we|they|who)['’](?:s|ve|d|re|m|ll)$")
_ROLE_ENDS = ("ing", "er", "or", "ly", "ist", "man")  # "speaking in Leeds", "leader of", "formerly"
_FAR = 40  # tokens; no subject stands further from its verb
_ABSTRACT = compiled(r"[\w’'-]+(?:ment|tion|sion|ness|ity|ship|ance|ence|ism|ure|age|acy)s?$")
_THINGS = word_set(
    """
    move plan claim charge idea result policy point step decision view deal theory strategy defeat goal issue problem
    thing way something anything everything nothing question reason comment remark attack argument threat promise
    """
)
_NEVER_SUBJECT = PREPOSITIONS | OPENING | ADVERBS | AUXILIARIES
_CLAUSES = word_set("after before until since")

Range = tuple[int, int]
"""First and last token, both included."""


def pronoun(token: Token) -> bool:
    return token.low in PRONOUNS or bool(_CONTRACTED.match(token.low))


def verb_group(tokens: Sequence[Token], verb: int) -> int:
    """The first token of the verb group that ends in ``verb``: auxiliaries, adverbs and days are stepped over."""
    at = verb
    while at > 0:
        low = tokens[at - 1].low
        if low in AUXILIARIES or low in ADVERBS or (low.endswith("ly") and not tokens[at - 1].capital and len(low) > 4):
            at -= 1
        elif low in DAYS and at > 1:
            at -= 2 if tokens[at - 2].low in ("on", "last", "in", "late", "early") else 1
        else:
            break
    return at


def before(tokens: Sequence[Token], verb: int) -> Range | None:
    """The subject of a verb group that starts at ``verb``."""
    at = verb - 1
    if at < 0 or tokens[at].quote:
        return None
    token = tokens[at]
    if token.text == ",":
        return _before_apposition(tokens, at)
    if token.text in (")", "—", "–", "-"):
        partner = "(" if token.text == ")" else token.text
        aside = next((k for k in range(at - 1, max(0, at - _FAR), -1) if tokens[k].text == partner), None)
        return before(tokens, aside) if aside else None
    if token.low in ("who", "which", "that"):
        antecedent = phrase(tokens, at - 2 if at and tokens[at - 1].text == "," else at - 1)
        return antecedent or ((at, at) if token.low == "who" else None)
    found = phrase(tokens, at)
    who = None if tokens[verb].low.endswith("ing") else _relative(tokens, at)
    return phrase(tokens, who - 1) if who and (found is None or found[0] == who + 1) else found


def _relative(tokens: Sequence[Token], last: int) -> int | None:
    """The "who" of a clause with no comma, which ends at ``last``: "an official who spoke on Monday said"."""
    for at in range(last, max(0, last - _FAR), -1):
        if tokens[at].quote or not tokens[at].text[0].isalnum() or tokens[at].low in ("and", "or", "but", "them"):
            return None
        if tokens[at].low == "who":
            left, right = tokens[at - 1], tokens[min(at + 1, last)]
            verb = right.text.islower() and right.low not in DETERMINERS and not pronoun(right)
            return at if last > at + 1 and verb and (left.low in PEOPLE or left.low in _KNOWING) else None
    return None


def reports(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a verb of saying, not an adjective as in "the reported deal"."""
    form = FORMS.get(tokens[at].low)
    if form is None or "say" not in form.sorts or form.noun or "ing" in form.shapes:
        return False
    return at == 0 or tokens[at - 1].low not in DETERMINERS


def phrase(tokens: Sequence[Token], last: int) -> Range | None:
    """The noun phrase that ends at ``last``, without the clause or the adverbials before it."""
    first = last + 1
    while first > 0 and last - first < _FAR and not _stops(tokens, first - 1, last):
        first -= 1
        if pronoun(tokens[first]):
            inner = _innermost(tokens, first, last)
            return (first, first) if inner == first else _trimmed(tokens, inner, last)
    while last > first + 2 and tokens[last].low in TIMES and tokens[last - 1].low in ("this", "last", "next", "late", "early"):
        if tokens[last - 2].low in PREPOSITIONS:
            break
        last -= 2
    return _trimmed(tokens, _innermost(tokens, first, last), last)


def _innermost(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the phrase begins that acts, of two that meet: "a deal the mayor", "a deployment South Korean intelligence"."""
    for at in range(last, first, -1):
        token, left = tokens[at], tokens[at - 1]
        if left.low in _CLAUSES and at - 1 > first and (token.capital or token.low in DETERMINERS):
            return at
        noun = left.text.islower() and left.low.isalpha() and left.low not in _NEVER_SUBJECT | DETERMINERS | {"and", "or"}
        if noun and token.low in ("the", "a", "an") and not left.low.endswith("ing"):
            return at
        thing = left.low in _THINGS or bool(_ABSTRACT.fullmatch(left.low))
        if noun and token.capital and thing and left.low not in BODIES and token.low not in TIMES:
            return at
    return first


def _stops(tokens: Sequence[Token], at: int, last: int) -> bool:
    token = tokens[at]
    if token.quote or token.low in STOPS or (at < last and reports(tokens, at)):
        return True
    if token.low not in ("and", "or"):
        return False
    if at in (0, last):
        return True
    left, right = tokens[at - 1], tokens[at + 1]
    both_names = left.capital and right.capital
    plural = (right.low.endswith("s") or right.low in PEOPLE) and left.text[0].isalpha()
    return not both_names and not plural


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Range | None:
    """Without connectors and introductory phrases ("On Tuesday the minister" -> "the minister")."""
    while first <= last and (tokens[first].low in OPENING or tokens[first].low in ADVERBS or tokens[first].text == ","):
        first += 1
    if first < last and tokens[first].low == "with":
        first += 1
    if first <= last and tokens[first].low in PREPOSITIONS:
        first = next((k for k in range(first + 1, last + 1) if _starts_phrase(tokens, k)), last + 1)
    if first > last:
        return None
    head = tokens[last]
    if not (head.text[0].isalnum() or head.text in "%"):
        return None
    named = any(
        t.capital or t.text[0].isdigit() or t.low in DETERMINERS or t.low in PEOPLE or pronoun(t)
        for t in tokens[first : last + 1]
    )
    return (first, last) if named or (head.low.endswith("s") and len(head.low) > 3) else None


def _starts_phrase(tokens: Sequence[Token], at: int) -> bool:
    token, left = tokens[at], tokens[at - 1]
    if left.low in PREPOSITIONS or token.low in TIMES:
        return False
    if token.low in DETERMINERS or pronoun(token):
        return left.low not in ("all", "both")
    if token.text[0].isdigit():
        return at + 1 < len(tokens) and tokens[at + 1].low in ("percent", "per", "%", "people")
    return token.capital and (not left.capital or left.low in DAYS) and left.low not in DETERMINERS


def _before_apposition(tokens: Sequence[Token], comma: int) -> Range | None:
    """The subject before ", a professor at Yale," or ", who was there," or ", 43,"."""
    commas = [comma]
    at = comma - 1
    while at >= 0 and comma - at < _FAR and not _bars(tokens, at):
        if tokens[at].text == ",":
            commas.append(at)
        at -= 1
    if len(commas) < 2:
        return None
    aside = tokens[commas[1] + 1]
    if not (aside.low in APPOSED or aside.capital or aside.low.isdigit() or aside.low.endswith(_ROLE_ENDS)):
        return None
    name = tokens[commas[1] + 1 : comma]
    named = len(name) > 1 and all(token.capital for token in name)
    end = comma - 1 if _describes(tokens, commas[1] + 1, comma) else commas[1] - 1
    found: Range | None = None
    for earlier in commas[1:]:
        candidate = phrase(tokens, earlier - 1)
        if candidate is None:
            break
        start = tokens[candidate[0]]
        if found and any(verb_like(tokens, k) for k in range(candidate[0] + 1, candidate[1] + 1)):
            break  # a clause of its own: "the talks failed, the mayor of Leeds, Jane Roe, said"
        if named and not found and start.low in DETERMINERS and tokens[candidate[1]].text.islower():
            return candidate[0], end  # "the union's leader, Jane Roe,"
        if (start.capital and start.low not in DETERMINERS) or pronoun(start):
            return candidate[0], end
        found = found or (candidate[0], end)
        if candidate[0] == 0 or tokens[candidate[0] - 1].text != ",":
            break
    return found


def _bars(tokens: Sequence[Token], at: int) -> bool:
    """Whether no aside reaches over this: a mark between clauses, or a quotation that is no mere part of its phrase."""
    scrap = tokens[at].quote and at + 1 < len(tokens) and tokens[at + 1].text.islower()
    return (tokens[at].quote and not scrap) or tokens[at].text in (";", ":", "—", "–", "(", "?", "!")


def _describes(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether an aside says who somebody is, not when or how: ", a nurse," and ", who won,", not ", however,"."""
    aside = tokens[first]
    if aside.low in ADVERBS or aside.low in ("meanwhile", "too", "however"):
        return end - first > 1 and not aside.low.endswith("ever") and aside.low != "meanwhile"
    circumstance = PREPOSITIONS - {"of", "from", "with", "for", "like"} | {"speaking", "citing", "asked", "both", "not"}
    return aside.low not in circumstance and aside.low not in DAYS


def verb_like(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token may be the verb that the phrase before it is the subject of."""
    token = tokens[at]
    past = token.low.endswith("ed") and not token.capital and (at == 0 or tokens[at - 1].low not in DETERMINERS)
    return token.quote or token.low in STOPS or token.low in PASTS or past or reports(tokens, at)


def after(tokens: Sequence[Token], verb: int) -> Range | None:
    """The subject after an inverted verb (", said Jane Smith, the mayor"), or the name after "according to"."""
    first = verb + 1
    while first < len(tokens) and (
        tokens[first].low in ADVERBS or (tokens[first].text.islower() and tokens[first].low.endswith("ly"))
    ):
        first += 1
    if first < len(tokens) and pronoun(tokens[first]) and tokens[first].low not in ("it", "you"):
        return first, first
    last = first
    while last < len(tokens) and last - first < _FAR:
        token = tokens[last]
        if token.quote or token.text in ",.;:—–()?!…-":
            break
        if last > first and (token.low in AFTER_STOPS or token.low in DAYS) and not _of_a_name(tokens, last):
            break
        last += 1
    return (first, last - 1) if last > first and tokens[first].low not in PREPOSITIONS - {"last"} else None


def _of_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether "in" or "at" goes on with the name: "reports in Le Monde", not "the mayor in March"."""
    following = [token for token in tokens[at + 1 : at + 3] if token.low != "the"][:1]
    return tokens[at].low in ("in", "at", "by") and bool(following) and following[0].capital and following[0].low not in TIMES


def opening(tokens: Sequence[Token], until: int) -> Range | None:
    """The subject of the whole sentence, guessed: the first phrase before its first verb."""
    first = 0
    if tokens[0].low in PREPOSITIONS or (tokens[0].low.endswith("ing") and len(tokens[0].low) > 5):
        first = next((k + 1 for k in range(until) if tokens[k].text == ","), 0)
    while first < until and tokens[first].low in OPENING:
        first += 1
    last = first
    while last < until and not verb_like(tokens, last):
        last += 1
        if pronoun(tokens[last - 1]):
            break
    return (first, last - 1) if last > first else None
