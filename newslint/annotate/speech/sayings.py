"""Sayings: each cue of a sentence with its source and with what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.colons import colon, credit, speaker_colon
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.nouns import NOUN, noun_sayings
from newslint.annotate.speech.saying import Saying, span_of, stretch
from newslint.annotate.speech.verbs import ADJUNCTS, CLAUSE_STARTS, EDGE, Verb
from newslint.annotate.speech.vocabulary import BE, DETERMINERS, PREPOSITIONS
from newslint.spans import Span
from newslint.words import word_set

_ACCORDING = Form("according", frozenset({"say"}), frozenset({"ing"}))
_CITING = word_set("citing quoting")
_GERUND_AFTER = word_set("by in while when after before without from for and or")
_INTRODUCTION = 4  # tokens, the comma among them: "On Monday, police said"
_REPORTING = word_set("say tell add write report note explain announce confirm state argue recall")
"""What these report stands before them even where a preposition follows: "..., he said of the plan"."""

_NEAR = 24  # characters from a verb to its noun: "expressed some concern about"
_ANSWERED = {
    lemma: word_set(following)
    for lemmas, following in (
        ("accuse suspect convict", "of"),
        ("charge", "with"),
        ("praise criticise criticize blame condemn laud applaud denounce mock chide rebuke berate", "for"),
        ("describe portray hail depict label dismiss", "as"),
        ("ask", "whether if how what why about who when where which"),
        ("tell inform warn advise remind", "that they he she of"),
        ("announce confirm reveal disclose", "that"),
    )
    for lemma in lemmas.split()
}
"""Passives that say what was said, and not by whom: "was accused of theft", "asked whether he would go"."""
_SMALL = 5  # letters of a word that a headline may leave without its capital: "about", "after"


def sayings(tokens: Sequence[Token], *, headed: bool = False) -> list[Saying]:
    """The sayings of one sentence, in order; ``headed`` says that the sentence opens its block."""
    found: list[Saying] = []
    if headed:
        found += speaker_colon(tokens)
    for index, token in enumerate(tokens):
        if token.low == "according" and index + 1 < len(tokens) and tokens[index + 1].low == "to":
            found += _according(tokens, index)
        elif (form := FORMS.get(token.low)) and not (token.capital and index and _of_name(tokens, index)):
            verb = Verb(tokens, index, form)
            saying = _saying(verb, found) if verb.genuine() else None
            found += [saying] if saying else []
    if any(token.quote for token in tokens):
        found += credit(tokens)
        found += colon(tokens, found)
    return found + [saying for saying in _nouns(tokens) if not any(_said_by_verb(saying, other) for other in found)]


def outermost(said: Sequence[Saying]) -> list[Saying]:
    """Without the thoughts and acts inside what somebody else says, which are no words of theirs."""
    return [saying for saying in said if not _reported(saying, said)]


def _reported(saying: Saying, others: Sequence[Saying]) -> bool:
    """Whether this is a thought or an act inside what somebody else says: "He said she thinks", "he said that she backed"."""
    if "say" in saying.form.sorts or saying.source is None:
        return False
    around = [other for other in others if other is not saying and other.content and other.content.covers(saying.cue)]
    return any(other.source != saying.source for other in around)


def _of_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital inside a sentence makes the word part of a name ("the Washington Post"); headlines have many."""
    return tokens[index - 1].text.isalpha() and any(token.text.islower() and len(token.text) > _SMALL for token in tokens)


def _nouns(tokens: Sequence[Token]) -> Iterator[Saying]:
    for noun, owner, mark, content in noun_sayings(tokens):
        source = span_of(tokens, owner)
        yield Saying(
            Span(noun.start, noun.end), NOUN, Span(source.start, source.end - mark) if source else None, span_of(tokens, content)
        )


def _said_by_verb(noun: Saying, verb: Saying) -> bool:
    """Whether a verb says the same already: "expressed concern about", "they claim that"."""
    near = verb.cue.start <= noun.cue.start <= verb.cue.end + _NEAR
    return near and (verb.cue == noun.cue or noun.source is None or noun.source == verb.source)


def _longer(first: Span | None, second: Span | None) -> Span | None:
    """The longer of what stands before and after "..., he said, ..."."""
    return max((span for span in (first, second) if span), key=len, default=None)


def _according(tokens: Sequence[Token], index: int) -> Iterator[Saying]:
    source = subjects.after(tokens, index + 1)
    if source:
        content = _longer(stretch(tokens, 0, index - 1), stretch(tokens, source[1] + 1, len(tokens) - 1))
        yield Saying(Span(tokens[index].start, tokens[index + 1].end), _ACCORDING, span_of(tokens, source), content)


def _saying(verb: Verb, earlier: Sequence[Saying]) -> Saying | None:
    tokens, index = verb.tokens, verb.index
    rest = stretch(tokens, index + 1, len(tokens) - 1)
    if verb.participle:
        return _participle(verb, rest, earlier)
    if verb.passive() or _asked(verb):
        return _passive(verb, rest)
    if verb.left.low == "to":
        return _made(verb, _carried(verb, earlier), rest) if _speaks_after(verb) else None
    so = index == 1 and tokens[0].low in ("so", "thus")
    opens = verb.left is EDGE and (tokens[-1].text == ":" or any(token.quote for token in tokens[index : index + 14]))
    if so or opens or verb.inverted():
        who = subjects.after(tokens, index)
        if who:
            content = stretch(tokens, who[1] + 1, len(tokens) - 1) if opens and not so else _before(tokens, index)
            return _made(verb, span_of(tokens, who), content)
    source = span_of(tokens, verb.subject)
    if source is None and verb.left.low in ("and", "but", "or", "then", ","):
        source = _carried(verb, earlier)
    return _made(verb, source, _content(verb, verb.subject[0] if verb.subject else verb.start))


def _made(verb: Verb, source: Span | None, content: Span | None) -> Saying | None:
    token = verb.tokens[verb.index]
    return Saying(Span(token.start, token.end), verb.form, source, content) if source else None


def _carried(verb: Verb, earlier: Sequence[Saying]) -> Span | None:
    """The source of the saying before, else the subject of the sentence."""
    return earlier[-1].source if earlier else span_of(verb.tokens, subjects.opening(verb.tokens, verb.start))


def _participle(verb: Verb, rest: Span | None, earlier: Sequence[Saying]) -> Saying | None:
    """Saying from "..., adding that", "is warning that", "by calling him"."""
    tokens, index, left = verb.tokens, verb.index, verb.left
    if tokens[index].low in _CITING and (who := subjects.after(tokens, index)):
        return _made(verb, span_of(tokens, who), stretch(tokens, 0, index - 1))
    if rest is None:
        return None
    if any(token.low in BE for token in tokens[verb.start : index]):
        return _made(verb, span_of(tokens, verb.subject), rest)
    if left is EDGE or left.text == "," or left.quote or left.low in _GERUND_AFTER:
        return _made(verb, _carried(verb, earlier), rest)
    if left.low in PREPOSITIONS or left.low in DETERMINERS:
        return None
    return _made(verb, span_of(tokens, verb.subject), rest)


def _asked(verb: Verb) -> bool:
    """Whether this is "Asked whether he would go, ..." or "when told that ..."."""
    alone = verb.left is EDGE or verb.left.low in ("when", "if", "after", "once")
    return verb.past and alone and verb.start == verb.index and verb.right.low in _ANSWERED.get(verb.form.lemma, ())


def _passive(verb: Verb, rest: Span | None) -> Saying | None:
    """Saying from "was praised by X", "X was quoted as saying", "X is said to"."""
    tokens, index = verb.tokens, verb.index
    subject = span_of(tokens, verb.subject)
    following = [token.low for token in tokens[index + 1 : index + 10]]
    if following[:2] == ["as", "saying"] or (verb.form.lemma in ("quote", "cite") and "saying" in following[:3]):
        return _made(verb, subject, rest)
    if "by" in following and "," not in following[: following.index("by")]:
        agent = subjects.after(tokens, index + 1 + following.index("by"))
        return _made(verb, span_of(tokens, agent), subject or rest)
    hidden = span_of(tokens, verb.hidden())
    if hidden is None and verb.form.lemma in _ANSWERED and verb.right.low in _ANSWERED[verb.form.lemma]:
        hidden = span_of(tokens, (verb.start, index))
    return Saying(hidden, verb.form, None, rest or subject) if hidden else None


def _speaks_after(verb: Verb) -> bool:
    """Whether an infinitive has its words with it: "went on to say that", "was moved to say: ..."."""
    right = verb.right
    following = verb.token(verb.index + 2)
    return (
        right.low == "that"
        or right.quote
        or (right.text in (",", ":") and following.quote)
        or (right.text == ":" and following is EDGE)
    )


def _before(tokens: Sequence[Token], index: int) -> Span | None:
    """What an inverted verb reports: the nearest quotation before it, else all that is before it."""
    quote = next((token for token in reversed(tokens[:index]) if token.quote), None)
    return Span(quote.start, quote.end) if quote else stretch(tokens, 0, index - 1)


def _governed(verb: Verb) -> bool:
    """Whether the preposition after the verb brings what is said: "promised to go", "boasted of", not "said of him"."""
    following = verb.token(verb.index + 2)
    if verb.form.lemma in _REPORTING or verb.right.low not in ("to", "of", "about"):
        return False
    return verb.right.low != "to" or not (following.capital or following.low in DETERMINERS or following.low.endswith("s"))


def _content(verb: Verb, subject: int) -> Span | None:
    """What is said: after the cue, or before the subject where the cue trails."""
    tokens, index, right = verb.tokens, verb.index, verb.right
    left, earlier = verb.token(subject - 1), verb.token(subject - 2)
    after = stretch(tokens, index + 1, len(tokens) - 1)
    article = right.low in ("the", "a", "an")
    if left.low == "as":
        comma = next((k for k in range(index + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
        front, rest = stretch(tokens, 0, subject - 2), stretch(tokens, comma, len(tokens) - 1)
        quoted = any(token.quote for token in tokens[comma:])
        return (rest if quoted or subject <= _INTRODUCTION else front) or front or rest or after
    if left is EDGE or right.quote or (right.low in CLAUSE_STARTS and not article):
        return after
    trailing = left.text in (",", "?", "!", "—", "–") and subject > 1
    quote = left if left.quote else earlier if trailing and earlier.quote else None
    if quote and (verb.form.lemma == "tell" or not article):
        return Span(quote.start, quote.end)
    front = stretch(tokens, 0, subject - 2)
    introduced = tokens[0].low in PREPOSITIONS and subject <= _INTRODUCTION
    if not trailing or introduced or any(token.quote or token.low == "that" for token in tokens[index + 1 :]):
        return after
    if right is EDGE or right.text in (".", ";", "—", "–") or (right.low in ADJUNCTS and not _governed(verb)):
        return front
    return _longer(front, after) if right.text == "," else after
