"""Sayings: each cue of a sentence with its source and with what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import BE, DAYS, DETERMINERS, MODALS, PREPOSITIONS, Range, words
from newslint.spans import Span

_ACCORDING = Form("according", frozenset({"say"}), frozenset({"ing"}), noun=False)
_COLON = Form(":", frozenset({"say"}), frozenset({"base"}), noun=False)
_CITING = words("citing quoting per")
_CLAUSE_STARTS = words("that he she it they we i you who what why how whether there if the a an his her their its our these those this no")
_ADJUNCTS = words("in on at during after before earlier late last this when while as ahead shortly via through by to of about outside inside") | DAYS
_GERUND_AFTER = words("by in while when after before without from for")
_NO_NAME = words("update watch exclusive video photo photos photograph breaking read live related more note editor's listen caption correction")
_REPUTE = words("say believe think understand allege report presume rumour rumor claim suspect fear know estimate expect consider assume hope acknowledge")


class Saying(NamedTuple):
    """A cue with its source and content; without a source the sentence hides who says so ("is said to")."""

    cue: Span
    form: Form
    source: Span | None
    content: Span | None


def sayings(tokens: Sequence[Token], *, headed: bool = False) -> list[Saying]:
    """The sayings of one sentence, in order; ``headed`` says that the sentence opens its block."""
    found: list[Saying] = []
    if headed and (colon := _speaker_colon(tokens)):
        found.append(colon)
    for index, token in enumerate(tokens):
        if token.low == "according" and index + 1 < len(tokens) and tokens[index + 1].low == "to":
            found += _according(tokens, index)
        elif (form := FORMS.get(token.low)) and (saying := _saying(tokens, index, form, found)):
            found.append(saying)
    return found


def _span(tokens: Sequence[Token], of: Range | None) -> Span | None:
    return Span(tokens[of[0]].start, tokens[of[1]].end) if of else None


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """From token ``first`` to ``last``, without marks at its ends."""
    while first <= last and tokens[first].text in ",:;.–—-":
        first += 1
    while first <= last and tokens[last].text in ",:;.–—-":
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None


def _longer(first: Span | None, second: Span | None) -> Span | None:
    """The longer of what stands before and after "..., he said, ..."."""
    return max((span for span in (first, second) if span), key=len, default=None)


def _according(tokens: Sequence[Token], index: int) -> Iterator[Saying]:
    source = subjects.after(tokens, index + 1)
    if source is None:
        return
    content = _longer(_stretch(tokens, 0, index - 1), _stretch(tokens, source[1] + 1, len(tokens) - 1))
    yield Saying(Span(tokens[index].start, tokens[index + 1].end), _ACCORDING, _span(tokens, source), content)


def _speaker_colon(tokens: Sequence[Token]) -> Saying | None:
    """A name and a colon at the head of a block: "Graham: tax plan is dead"."""
    at = next((k for k, token in enumerate(tokens[:8]) if token.text == ":"), 0)
    name = tokens[:at]
    if not name or at + 2 > len(tokens) or tokens[0].low in _NO_NAME or not all(t.capital or t.low in ("of", "the", "de", "’s", "&") for t in name):
        return None
    if not (tokens[at + 1].capital or tokens[at + 1].quote) or any(t.low in FORMS for t in name):
        return None
    cue = Span(tokens[at].start, tokens[at].end)
    return Saying(cue, _COLON, _span(tokens, (0, at - 1)), _stretch(tokens, at + 1, len(tokens) - 1))


def _saying(tokens: Sequence[Token], index: int, form: Form, earlier: list[Saying]) -> Saying | None:
    start = subjects.verb_group(tokens, index)
    left = tokens[start - 1] if start else None
    if _noun(tokens, index, start, form) or not _complete(tokens, index, form):
        return None
    if "ing" in form.shapes and form.shapes == {"ing"}:
        return _participle(tokens, index, start, form, earlier)
    if tokens[index - 1].low in BE or tokens[index - 2 : index] and tokens[index - 2].low in BE and tokens[index - 1].low not in ("that",):
        if form.shapes & {"past", "participle"} and start < index:
            return _passive(tokens, index, start, form)
    if form.shapes & {"past", "participle"} and start == index and index + 1 < len(tokens):
        if tokens[index + 1].low == "by" or _reputed(tokens, index, form):
            return _passive(tokens, index, start, form)
    if left is not None and left.low == "to":
        return _infinitive(tokens, index, start, form, earlier)
    if left is None and any(token.quote for token in tokens[index : index + 14]) and (who := subjects.after(tokens, index)):
        return Saying(_cue(tokens, index, index), form, _span(tokens, who), _stretch(tokens, who[1] + 1, len(tokens) - 1))
    if _inverted(tokens, index, start) and (who := subjects.after(tokens, index)):
        return Saying(_cue(tokens, index, index), form, _span(tokens, who), _quoted_before(tokens, index))
    subject = subjects.before(tokens, start)
    if subject is None and left is not None and left.low in ("and", "but", "or", "then", ","):
        subject_span = earlier[-1].source if earlier else _span(tokens, subjects.opening(tokens, start))
    else:
        subject_span = _span(tokens, subject)
    if subject_span is None:
        return None
    return Saying(_cue(tokens, start, index), form, subject_span, _content(tokens, index, subject[0] if subject else start, form))


def _cue(tokens: Sequence[Token], start: int, index: int) -> Span:
    return Span(tokens[index].start, tokens[index].end)


def _noun(tokens: Sequence[Token], index: int, start: int, form: Form) -> bool:
    """Whether the word is no verb here: "his claims", "the reported deal"."""
    left = tokens[index - 1] if index else None
    right = tokens[index + 1] if index + 1 < len(tokens) else None
    if form.particles:
        return left is None or left.low in DETERMINERS
    if left is None:
        return not (form.shapes & {"past", "ing"} or form.shapes == {"s"} and not form.noun)
    if left.low in DETERMINERS or left.low in PREPOSITIONS - {"to"} and form.shapes != {"ing"} or left.low.endswith(("'s", "’s", "s'", "s’")) and form.noun:
        alone = left.low in ("that", "this", "all", "both", "many", "some", "most", "few")
        return not (alone and (not form.noun or right is not None and right.low in _CLAUSE_STARTS))
    if not form.noun:
        return right is not None and right.text == "-" or left.text == "-"
    if left.low in MODALS or subjects.pronoun(left) or left.low in ("not", "also"):
        return False
    if right is None or right.text == ".":
        subject = subjects.before(tokens, start)
        return not (subject and subject[0] and (tokens[subject[0] - 1].quote or tokens[subject[0] - 1].text == ","))
    if right.low == "that" or right.quote or right.text in (":", ",") and index + 2 < len(tokens) and tokens[index + 2].quote:
        return not (left.capital or left.low.endswith("s") or "s" in form.shapes or left.text == ",")
    plural = left.low.endswith("s") or left.low in subjects.PEOPLE
    agrees = plural != ("s" in form.shapes) or left.capital
    return not (agrees and (right.low in _CLAUSE_STARTS or right.capital and right.low not in DAYS))


def _participle(tokens: Sequence[Token], index: int, start: int, form: Form, earlier: list[Saying]) -> Saying | None:
    """Saying from "..., adding that", "is warning that", "by calling him"."""
    left = tokens[start - 1] if start else None
    content = _stretch(tokens, index + 1, len(tokens) - 1)
    if content is None:
        return None
    if tokens[index].low in _CITING and (who := subjects.after(tokens, index)):
        return Saying(_cue(tokens, index, index), form, _span(tokens, who), _stretch(tokens, 0, index - 1))
    if start < index and any(t.low in BE for t in tokens[start:index]):
        subject = _span(tokens, subjects.before(tokens, start))
    elif left is None or left.text == "," or left.quote or left.low in _GERUND_AFTER or left.low in ("and", "or"):
        subject = earlier[-1].source if earlier else _span(tokens, subjects.opening(tokens, start))
    elif left.low in PREPOSITIONS or left.low in DETERMINERS:
        return None
    else:
        subject = _span(tokens, subjects.before(tokens, start))
    return Saying(_cue(tokens, index, index), form, subject, content) if subject else None


def _infinitive(tokens: Sequence[Token], index: int, start: int, form: Form, earlier: list[Saying]) -> Saying | None:
    """Saying from "went on to say that", "was moved to say: ..."; any other infinitive says nothing yet."""
    following = tokens[index + 1 : index + 3]
    if not following or not (following[0].low == "that" or following[0].quote or following[0].text in ",:" and following[-1].quote):
        return None
    subject = earlier[-1].source if earlier else _span(tokens, subjects.opening(tokens, start))
    return Saying(_cue(tokens, index, index), form, subject, _stretch(tokens, index + 1, len(tokens) - 1)) if subject else None


def _reputed(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """Whether this is "soldiers said to be dead", not "he said to be careful"."""
    following = [token.low for token in tokens[index + 1 : index + 3]]
    left = tokens[index - 1] if index else None
    if form.lemma not in _REPUTE or following not in (["to", "be"], ["to", "have"]) or left is None:
        return False
    return left.text[0].isalpha() and not left.capital and not subjects.pronoun(left)


def _passive(tokens: Sequence[Token], index: int, start: int, form: Form) -> Saying | None:
    """Saying from "was praised by X", "X was quoted as saying", "X is said to"."""
    cue = _cue(tokens, start, index)
    subject = _span(tokens, subjects.before(tokens, start))
    content = _stretch(tokens, index + 1, len(tokens) - 1)
    following = [t.low for t in tokens[index + 1 : index + 10]]
    if following[:2] == ["as", "saying"] or form.lemma in ("quote", "cite") and "saying" in following[:3]:
        return Saying(cue, form, subject, content)
    if "by" in following and "," not in following[: following.index("by")]:
        agent = _span(tokens, subjects.after(tokens, index + 1 + following.index("by")))
        return Saying(cue, form, agent, subject or content)
    hidden = _hidden(tokens, index, start, form)
    return Saying(hidden, form, None, content or subject) if hidden else None


def _hidden(tokens: Sequence[Token], index: int, start: int, form: Form) -> Span | None:
    """The whole phrase where it hides who says so: "it is understood that", "is said to", "was widely reported to"."""
    if form.lemma not in _REPUTE or tokens[start].low in BE and any(t.low == "not" for t in tokens[start:index]):
        return None
    it = start > 0 and tokens[start - 1].low == "it"
    right = tokens[index + 1] if index + 1 < len(tokens) else None
    verb = tokens[index + 2] if index + 2 < len(tokens) else None
    to_do = right is not None and right.low == "to" and verb is not None and verb.low not in DETERMINERS and verb.text.islower()
    if not it and not to_do:
        return None
    last = index + 1 if right is not None and (to_do or right.low == "that") else index
    return Span(tokens[start - it].start, tokens[last].end)


def _inverted(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether the subject follows: "...," said Smith; Prices rose, says the bank."""
    if start == 0 or index + 1 >= len(tokens):
        return False
    left, right = tokens[start - 1], tokens[index + 1]
    opens = right.capital and right.low not in DAYS or right.low in DETERMINERS - {"that"} or subjects.pronoun(right) or right.low in subjects.PEOPLE
    if left.quote or left.text in ",?!" and start > 1 and tokens[start - 2].quote:
        return opens or right.low.isalpha() and right.low not in PREPOSITIONS and right.low not in ("that",)
    return left.text == "," and opens and subjects.before(tokens, start) is None and _ends_soon(tokens, index)


def _ends_soon(tokens: Sequence[Token], index: int) -> bool:
    who = subjects.after(tokens, index)
    return who is not None and (who[1] + 1 >= len(tokens) or tokens[who[1] + 1].text in ",.;" or tokens[who[1] + 1].low in _ADJUNCTS)


def _quoted_before(tokens: Sequence[Token], index: int) -> Span | None:
    quote = next((t for t in reversed(tokens[:index]) if t.quote), None)
    return Span(quote.start, quote.end) if quote else _stretch(tokens, 0, index - 1)


def _complete(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """Whether what the verb needs goes with it: its particle; a clause after it or, as in "..., he replied.", before it."""
    right = tokens[index + 1] if index + 1 < len(tokens) else None
    if form.particles:
        return right is not None and right.low in form.particles
    if not form.clause or index and tokens[index - 1].quote:
        return True
    if right is None or right.text in ".,:;—–":
        return any(t.quote for t in tokens[max(0, index - 8) : index + 3]) or right is not None and right.text == ":" or any(t.text == "," for t in tokens[max(0, index - 8):index])
    if right.quote or right.low in _CLAUSE_STARTS:
        return right.low not in ("her", "his", "its", "their")
    return any(t.low == "that" or t.quote for t in tokens[index + 1 : index + 6])


def _content(tokens: Sequence[Token], index: int, subject: int, form: Form) -> Span | None:
    """What is said: after the cue, or before the subject where the cue trails."""
    rest = tokens[index + 1 :]
    left = tokens[subject - 1] if subject else None
    after = _stretch(tokens, index + 1, len(tokens) - 1)
    if left is None or rest and (rest[0].quote or rest[0].low in _CLAUSE_STARTS - {"the", "a", "an"}):
        return after
    quote = left if left.quote else tokens[subject - 2] if subject > 1 and left.text in ",?!—–" and tokens[subject - 2].quote else None
    if quote and (form.lemma == "tell" or not (rest and rest[0].low in ("the", "a", "an"))):
        return Span(quote.start, quote.end)
    if left.low == "as":
        comma = next((k for k, t in enumerate(tokens) if k > index and t.text == ","), len(tokens))
        return _stretch(tokens, 0, subject - 2) or _stretch(tokens, comma, len(tokens) - 1) or after
    if left.text in ",?!—–" and subject > 1 and not any(t.quote or t.low == "that" for t in rest):
        if not rest or rest[0].text in ".;—–" or rest[0].low in _ADJUNCTS:
            return _stretch(tokens, 0, subject - 1)
        if rest[0].text == ",":
            return _longer(_stretch(tokens, 0, subject - 1), after)
    return after
