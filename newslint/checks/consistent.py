"""Two forms of one word in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal

from newslint.finding import Evidence, Fix
from newslint.mentions import Attribution, Block, Quote
from newslint.phrases import Found, Phrases, lemmas
from newslint.rewording import advice, inflected_like, opens, recased, reworded
from newslint.rule import Match, RuleContext
from newslint.wording import Wording


@dataclass(frozen=True)
class Consistent(Wording):
    """Either this form or that, throughout: ``sets`` such as ``[adviser, advisor]``, ``["{lemma:focus} on", ...]``.

    The form that the draft has most often wins, on a tie the first to stand in it, or whatever the draft has, one
    that ``prefer`` names. Each of the others is told once, at its first place; ``{use}`` is what it should be there,
    ``{place}`` where that form stands. ``fix`` says whether all of them are put right (``safe``), ``offered``, or
    ``none``. Lists, ``unless``, ``in-quotes`` and ``attributed`` are as in the check ``pattern``.
    """

    sets: tuple[tuple[str, ...], ...] = ()
    prefer: tuple[str, ...] = ()
    fix: Literal["safe", "offered", "none"] = "offered"

    name: ClassVar[str] = "consistent"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"use"})}

    def __post_init__(self) -> None:
        super().__post_init__()
        members = [member for one in self.sets for member in one]
        if twice := next((member for member in members if members.count(member) > 1), ""):
            raise ValueError(f"{twice!r} stands in two places of 'sets'")
        if unknown := next((member for member in self.prefer if member not in members), ""):
            raise ValueError(f"'prefer' names {unknown!r}, which no set holds")
        if uneven := next((one for one in self.sets if len({len(lemmas(member)) for member in one}) > 1), ()):
            raise ValueError(f"the forms {', '.join(map(repr, uneven))} inflect different numbers of words")

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(tuple(member for one in self.sets for member in one), self.lists)

    @cached_property
    def _set_of(self) -> Mapping[str, int]:
        return {member: i for i, one in enumerate(self.sets) for member in one}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        by_set: dict[int, list[Found]] = {}
        for found in self.wanted(ctx.draft, self._phrases.find(self.text(ctx.draft))):
            by_set.setdefault(self._set_of[found.phrase], []).append(found)
        for places in by_set.values():
            yield from self._mixed(places, ctx.draft.text)

    def _mixed(self, places: Sequence[Found], text: str) -> Iterator[Match]:
        """What is told of one set: its forms, where there are several."""
        by_form: dict[str, list[Found]] = {}
        for found in places:
            by_form.setdefault(found.phrase, []).append(found)
        if len(by_form) == 1:
            return
        winner = max(by_form, key=lambda form: (form in self.prefer, len(by_form[form])))  # of equals, the first met
        for form, rarer in by_form.items():
            if form != winner:
                yield self._match(rarer, winner, by_form[winner], text)

    def _match(self, rarer: Sequence[Found], winner: str, winners: Sequence[Found], text: str) -> Match:
        changes = [(found, *_as(winner, found, text)) for found in rarer]
        edits = tuple(edit for found, new, _ in changes for edit in reworded(text, found.span, new))
        first, use, _ = changes[0]
        evidence = (Evidence(None, winners[0].span), *(Evidence(None, found.span, "here too") for found in rarer[1:]))
        safe = self.fix == "safe" and all(sure for _, _, sure in changes)
        fix = Fix(edits, advice(first.span.of(text), use), safe=safe) if self.fix != "none" else None
        return Match(first.span, {"use": use}, evidence=evidence, fix=fix)


def _as(winner: str, found: Found, text: str) -> tuple[str, bool]:
    """The winning form, inflected and with capitals as the one that was found, and whether that is sure."""
    new, sure = inflected_like(text, found, winner)
    return recased(found.span.of(text), new, written=found.phrase, opening=opens(text, found.span.start)), sure
