"""An example of a rule, made into a draft with its sources, and what a rule says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newslint.document import Dossier, Source
from newslint.finding import Outcome
from newslint.kept.regexes import compiled
from newslint.linter import Linter
from newslint.rule import Example, Rule, SourceText
from newslint.spans import Span

_MARK = compiled(r"<<|>>")
PREAMBLE = "An old mill by the river burned down and nobody was hurt.\n\n"
"""Put before every example once more: offsets must shift, findings must not."""


def marked(text: str) -> tuple[str, list[Span]]:
    """A text without its ``<<`` and ``>>``, and the spans they marked."""
    plain, spans, opened, at = "", [], [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[0] == "<<":
            opened.append(len(plain))
        elif not opened:
            raise ValueError("'>>' without '<<'")
        else:
            spans.append(Span(opened.pop(), len(plain)))
    if opened:
        raise ValueError("'<<' without '>>'")
    return plain + text[at:], sorted(spans)


@dataclass(frozen=True)
class Trial:
    """An example as a dossier; ``evidence`` are the passages that its sources mark."""

    dossier: Dossier
    evidence: Mapping[str, list[Span]]
    linter: Linter

    @classmethod
    def of(cls, example: Example, text: str, linter: Linter) -> Trial:
        given, evidence, sources = example.given, dict[str, list[Span]](), []
        for name, said in example.sources.items():
            source = SourceText(said) if isinstance(said, str) else said
            words, spans = marked(source.text)
            if spans:
                evidence[name] = spans
            doc = linter.parse(Path(name), words.encode(), published=source.published or given.published)
            sources.append(Source(doc, name, source.kind, source.outlet, source.translated, source.licensed, source.url))
        draft = linter.parse(Path("draft.txt"), text.encode(), published=given.published)
        config = replace(linter.config, min_severity="info", min_confidence="medium", max_per_rule=0)
        linter = replace(linter, config=replace(config, today=given.today or config.today))
        return cls(Dossier.of(draft, sources, makers=linter.makers), evidence, linter)

    def outcome(self, rule: Rule) -> Outcome:
        """What this rule says; a check that breaks off raises."""
        return self.linter.check(self.dossier, rules=[rule], strict=True)

    @property
    def unsure(self) -> Trial:
        """The same, where a check's guesses are heard too."""
        return replace(self, linter=replace(self.linter, config=replace(self.linter.config, min_confidence="low")))
