"""Sayings: each cue of a sentence with its source and with what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.speech import asides, contents, subjects
from newslint.annotate.speech.bodies import PAPERS
from newslint.annotate.speech.colons import colon, credit, speaker_colon
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.feelings import feelings
from newslint.annotate.speech.frames import FILLER, Token
from newslint.annotate.speech.nouns import NOUN, claimed, noun_sayings
from newslint.annotate.speech.saying import Saying, span_of, stretch
from newslint.annotate.speech.verbs import EDGE, Verb
from newslint.annotate.speech.vocabulary import BE, DETERMINERS, PREPOSITIONS, STOPS
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import word_set

_ACCORDING = Form("according", frozenset({"say"}), frozenset({"ing"}))
_CITING = word_set("citing quoting")
_GERUND_AFTER = word_set("by in while when after before without from for and or")
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
_CLAUSE_BREAK = compiled(
    r"[,;:()—]|\b(?:that|who|which|whether|because|when|while|after|before|if|and|but|is|was|were|are|had)\b"
)
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
    found += feelings(tokens)
    if any(token.quote for token in tokens):
        found += credit(tokens)
        found += colon(tokens, found)
    found = list(contents.parted(tokens, found))
    return found + [saying for saying in _nouns(tokens) if not any(_said_by_verb(saying, other) for other in found)]


def outermost(said: Sequence[Saying], framed: str) -> list[Saying]:
    """Without the thoughts and acts inside what somebody else says, which are no words of theirs unless a quotation is."""
    return [saying for saying in said if not _reported(saying, said) or _brings_quotation(saying, framed)]


def _reported(saying: Saying, others: Sequence[Saying]) -> bool:
    """Whether this is a thought or an act inside what somebody else says: "He said she thinks", "he said that she backed"."""
    if "say" in saying.form.sorts or saying.source is None:
        return False
    around = [other for other in others if other is not saying and other.content and other.content.covers(saying.cue)]
    return any(other.source != saying.source for other in around)


def _brings_quotation(saying: Saying, framed: str) -> bool:
    """Whether an act governs a quotation in its own clause: "the paper said Roe thanked them for “...”"."""
    if saying.form.sorts.isdisjoint({"act", "call"}) or saying.content is None:
        return False
    at = framed.find(FILLER, saying.cue.end, saying.content.end)
    return at >= 0 and not _CLAUSE_BREAK.search(framed, saying.cue.end, at)


def _of_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital inside a sentence makes the word part of a name ("the Washington Post"); headlines have many."""
    return tokens[index - 1].text.isalpha() and any(token.text.islower() and len(token.text) > _SMALL for token in tokens)


def _nouns(tokens: Sequence[Token]) -> Iterator[Saying]:
    for noun, owner, mark, content in noun_sayings(tokens):
        source = Span(tokens[owner[0]].start, tokens[owner[1]].end - mark) if owner else None
        yield Saying(Span(noun.start, noun.end), NOUN, source, span_of(tokens, content))


def _said_by_verb(noun: Saying, verb: Saying) -> bool:
    """Whether a verb says the same already: "expressed concern about", "they claim that"."""
    near = verb.cue.start <= noun.cue.start <= verb.cue.end + _NEAR
    return near and (verb.cue == noun.cue or noun.source is None or noun.source == verb.source)


def _according(tokens: Sequence[Token], index: int) -> Iterator[Saying]:
    source = subjects.after(tokens, index + 1)
    via = source[1] + 1 if source else 0  # "according to reports via the Herald": the Herald answers for them
    if via and via < len(tokens) - 1 and tokens[via].low == "via":
        source = subjects.after(tokens, via)
    if source:
        source = asides.with_name(tokens, source)
        behind = asides.past_gloss(tokens, source[1] + 1)
        after = stretch(tokens, behind, len(tokens) - 1)
        opens = next((token.low for token in tokens[behind : behind + 2] if token.text != ","), "")
        content = contents.longer(stretch(tokens, 0, index - 1), after, opens)
        yield Saying(Span(tokens[index].start, tokens[index + 1].end), _ACCORDING, span_of(tokens, source), content)


def _saying(verb: Verb, earlier: Sequence[Saying]) -> Saying | None:
    tokens, index = verb.tokens, verb.index
    rest = stretch(tokens, index + 1, contents.said_to(tokens, index) - 1)
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
            content = stretch(tokens, who[1] + 1, len(tokens) - 1) if opens and not so else contents.before(tokens, index)
            return _made(verb, span_of(tokens, who), content)
    source = span_of(tokens, verb.subject)
    if source is None and verb.left.low in ("and", "but", "or", "then", ","):
        source = _carried(verb, earlier)
    return _made(verb, source, contents.content(verb, verb.subject[0] if verb.subject else verb.start))


def _made(verb: Verb, source: Span | None, content: Span | None) -> Saying | None:
    if source is None:
        return None
    cue = Span(verb.tokens[verb.index].start, verb.tokens[verb.particle].end)
    if content and content.start < cue.end < content.end:  # "pointed out | that", not "pointed | out that"
        following = next((token.start for token in verb.tokens[verb.particle + 1 :]), content.end)
        content = Span(following, content.end) if following < content.end else None
    return Saying(cue, verb.form, source, content)


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
    return _made(verb, _author(verb) or span_of(tokens, verb.subject), rest)


def _author(verb: Verb) -> Span | None:
    """Who speaks through a paper: the mayor in "the mayor issued a statement saying"."""
    paper, tokens = verb.subject, verb.tokens
    if paper is None or paper[0] < 2 or not any(token.low in PAPERS for token in tokens[paper[0] : paper[1] + 1]):
        return None
    made = paper[0] - 1
    if tokens[made].quote or tokens[made].low in STOPS or not subjects.verb_like(tokens, made):
        return None
    return span_of(tokens, subjects.before(tokens, subjects.verb_group(tokens, made)))


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
        claim = span_of(tokens, claimed(tokens, verb.start))
        return _made(verb, span_of(tokens, agent), claim or subject or rest)
    if subject and (confirmed := verb.confirmed()):
        return Saying(Span(tokens[confirmed[0]].start, tokens[index].end), verb.form, None, subject)
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
