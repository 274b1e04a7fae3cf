"""British and American spelling in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple

from newslint.finding import Edit, Evidence, Fix
from newslint.inflections import inflected
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.rewording import opens, recased
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

Variety = Literal["British", "American"]
_WORD = compiled(r"(?<![\w.@/#-])[A-Za-z]{4,}(?![\w@/]|-[A-Z])")


class Word(NamedTuple):
    """A place where a word stands that the two varieties spell differently, and the other's spelling."""

    span: Span
    variety: Variety
    other: str


@dataclass(frozen=True)
class SpellingMix(Check):
    """Words of the rarer spelling, all at their first place; ``house`` settles which is wanted, else the majority does.

    ``pairs`` are British words with the American ones; verbs and nouns of both are inflected alike. ``british`` are pairs of
    which the second is written in Britain too ("organize", "license"), so that it tells nothing. Words with a
    capital that opens no sentence are names ("the Department of Defense"), quotations are left alone. With no
    ``house`` the majority is ``least`` words, and twice as many as there are of the rarer; else nobody can say.
    """

    name: ClassVar[str] = "spelling-mix"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "mixed": frozenset({"use", "rarer", "usual", "words"}),
        "house": frozenset({"use", "usual"}),
    }

    pairs: Mapping[str, str]
    british: Mapping[str, str] = field(default_factory=dict)
    house: Literal["", "British", "American"] = ""
    least: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        found = list(self._words(ctx.draft.own_words))
        usual = self.house or self._majority(found)
        rarer = [word for word in found if word.variety != usual]
        if not usual or not rarer:
            return
        own = next((word for word in found if word.variety == usual), None)
        first, text = rarer[0], ctx.draft.text
        evidence = ((Evidence(None, own.span),) if own else ()) + tuple(Evidence(None, one.span, "here too") for one in rarer[1:])
        slots = {"use": first.other, "usual": usual}
        if own and not self.house:
            slots |= {"rarer": first.variety, "words": own.span.of(text)}
        fix = Fix(tuple(Edit(one.span, one.other) for one in rarer), title=f"Write “{first.other}”", safe=False)
        yield Match(first.span, slots, case="house" if self.house else "mixed", evidence=evidence, fix=fix)

    def _majority(self, found: Sequence[Word]) -> Literal["", "British", "American"]:
        british = len({word.span.start for word in found if word.variety == "British"})
        american = len(found) - british
        if max(british, american) < max(self.least, 2 * min(british, american)):
            return ""
        return "British" if british > american else "American"

    def _words(self, text: str) -> Iterator[Word]:
        for word in _WORD.finditer(text):
            known = self._spellings.get(word[0].lower())
            if known and (word[0].islower() or opens(text, word.start())):
                yield Word(Span(*word.span()), known[0], recased(word[0], known[1], opening=word[0][0].isupper()))

    @cached_property
    def _spellings(self) -> dict[str, tuple[Variety, str]]:
        """Each form of each word, with its variety and the same form of the other."""
        found: dict[str, tuple[Variety, str]] = {}
        for british, american in (*self.pairs.items(), *self.british.items()):
            forms = [(british, american), *((f"{one[0]}s", f"{one[1]}s") for one in [(british, american)])]
            here, there = dict.fromkeys(inflected(british)), dict.fromkeys(inflected(american))
            forms += [(one, other) for one, shape in here for other, like in there if shape == like]
            for one, other in forms:
                if one != other:
                    found.setdefault(one, ("British", other))
                    if british in self.pairs:
                        found.setdefault(other, ("American", one))
        return found
