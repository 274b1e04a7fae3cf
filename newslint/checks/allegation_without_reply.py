"""Accusations to which the accused has no answer in the draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Accusation, Attribution, LegalStatus, Sentence, Spelling
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import folded

_WORD = compiled(r"\w+")
_PRONOUN = compiled(r"\b(?:he|she|they|it|both|all|him|her|them|the\s(?:\w+\s){0,2}?\w+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class AllegationWithoutReply(Check):
    """Somebody named is accused, and the draft has no answer from that side; one match for each accused.

    One of ``replies`` ("denied", "could not be reached") answers, in a sentence with the name, or
    behind the accusation in one that speaks of "he", "she" or "the company"; so does any
    statement of the accused or of their lawyers. Whoever the law has got to is left to the court copy.
    What the accused said more than ``before`` sentences earlier answers something else.
    ``least`` is how many words of a name are wanted somewhere in the draft.
    """

    name: ClassVar[str] = "allegation-without-reply"
    needs: ClassVar[tuple[type, ...]] = (Accusation, Attribution, LegalStatus, Sentence, Spelling)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"person"})}

    replies: tuple[str, ...]
    least: int = 2
    before: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        first: dict[str, Accusation] = {}
        for accusation in ctx.draft.all(Accusation):
            first.setdefault(accusation.key, accusation)
        if not first:
            return
        full = self._full(ctx)
        at_law = {status.key for status in ctx.draft.all(LegalStatus)}
        answers = self._answers(ctx)
        for key, accusation in first.items():
            if key in full and key not in at_law and not self._answered(ctx, accusation, answers):
                person = one_line(full[key].of(ctx.draft.text))
                before = accusation.person.start < ctx.draft.all(Sentence)[_sentence(ctx, accusation)].start
                span = accusation.span if before else accusation.span.through(accusation.person)
                yield Match(span, {"person": person})

    def _full(self, ctx: RuleContext) -> dict[str, Span]:
        """The full name behind each key, where the draft has one."""
        names = (one for one in ctx.draft.all(Spelling) if one.alone and len(one.printed.split()) >= self.least)
        return {folded(one.printed.split()[-1]): one.span for one in reversed(list(names))}

    def _answered(self, ctx: RuleContext, accusation: Accusation, answers: _Answers) -> bool:
        name = accusation.person.of(ctx.draft.body).split()[-1]
        surname = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)  # of a draft, and so not to be kept
        sentences = ctx.draft.all(Sentence)
        here = _sentence(ctx, accusation)
        since = sentences[max(0, here - self.before)].start
        tellers = (teller for start, teller in answers.tellers.of(name) if start >= since)
        if any(surname.search(teller) and " against " not in teller for teller in tellers):
            return True
        if any(surname.search(words) for _, words in answers.replies.of(name)):
            return True
        near = (answers.all_replies.get(at, "") for at in range(here, here + 5))
        return any(_PRONOUN.search(words) for words in near)

    def _answers(self, ctx: RuleContext) -> _Answers:
        """Who tells what in the draft, and its sentences that reply to something."""
        text = ctx.draft.body
        told = (one for one in ctx.draft.all(Attribution) if one.source)
        tellers = ((one.cue.start, f"{one.source_name} {one.source.of(text)}") for one in told if one.source)
        sentences = enumerate(sentence.span.of(text) for sentence in ctx.draft.all(Sentence))
        replies = {at: words for at, words in sentences if self._reply.search(words)}
        return _Answers(_ByWord(tellers), _ByWord(replies.items()), replies)

    @cached_property
    def _reply(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(re.escape(reply) for reply in self.replies)})\b", re.IGNORECASE)


class _ByWord:
    """Texts, each with its number, by the words in them: nobody's name need be looked for in all."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        self._by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, text in texts:
            for word in {word.casefold() for word in _WORD.findall(text)}:
                self._by_word[word].append((number, text))

    def of(self, name: str) -> Sequence[tuple[int, str]]:
        """Those that may have this name."""
        return min((self._by_word.get(word.casefold(), ()) for word in _WORD.findall(name)), key=len, default=())


@dataclass(frozen=True)
class _Answers:
    """Who tells what in a draft, and which of its sentences reply."""

    tellers: _ByWord
    replies: _ByWord
    all_replies: Mapping[int, str]


def _sentence(ctx: RuleContext, accusation: Accusation) -> int:
    return max(0, bisect_right(ctx.draft.all(Sentence), accusation.start, key=lambda one: one.start) - 1)
