"""Everything that ships with newslint, said once, through the same hooks as any plugin.

Annotators, aligners and reporters are named here and imported when first asked for, so that a
run pays for the grammars it uses and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from newslint import facts, manifest, mentions
from newslint.checks.abbreviation import Abbreviation
from newslint.checks.attribution_kind import AttributionKinds
from newslint.checks.boilerplate import Boilerplate
from newslint.checks.date_differs import DateDiffers
from newslint.checks.date_unsupported import DateUnsupported
from newslint.checks.hedge import Hedges
from newslint.checks.impossible_date import ImpossibleDate
from newslint.checks.known_date import KnownDate
from newslint.checks.leftover_mark import LeftoverMark
from newslint.checks.name_variant import NameVariant
from newslint.checks.number_differs import NumberDiffers
from newslint.checks.number_unsupported import NumberUnsupported
from newslint.checks.paste_seam import PasteSeam
from newslint.checks.pattern import Pattern
from newslint.checks.quote_altered import QuoteAltered
from newslint.checks.quote_missing import QuoteMissing
from newslint.checks.readability import Readability
from newslint.checks.stacked_hedge import StackedHedges
from newslint.checks.unanchored_time import UnanchoredTime
from newslint.checks.unattributed_claim import UnattributedClaims
from newslint.checks.unattributed_quote import UnattributedQuote
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.checks.weekday import Weekday
from newslint.config import Config
from newslint.document import Document, Maker, Source
from newslint.errors import InputError
from newslint.hookspecs import Read, Reporter, hookimpl
from newslint.nlp import Parser
from newslint.rule import Check

HERE = Path(__file__).parent

CHECKS: tuple[type[Check], ...] = (
    Abbreviation,
    AttributionKinds,
    Boilerplate,
    DateDiffers,
    DateUnsupported,
    Hedges,
    ImpossibleDate,
    KnownDate,
    LeftoverMark,
    NameVariant,
    NumberDiffers,
    NumberUnsupported,
    PasteSeam,
    Pattern,
    QuoteAltered,
    QuoteMissing,
    Readability,
    StackedHedges,
    UnanchoredTime,
    UnattributedClaims,
    UnattributedQuote,
    UnusedIgnore,
    Weekday,
)

LAYERS = {
    mentions.Abbreviation: "annotate.abbreviations:abbreviations",
    mentions.Alignment: "align.sentences:alignments",
    mentions.Attribution: "annotate.attributions:attributions",
    mentions.Block: "annotate.blocks:blocks",
    mentions.Claim: "annotate.claims:claims",
    mentions.DateMatch: "align.dates:date_matches",
    mentions.DateMention: "annotate.dates:dates",
    mentions.Hedge: "annotate.hedges:hedges",
    mentions.Ignore: "annotate.ignores:ignores",
    mentions.Name: "annotate.names:names",
    mentions.Quantity: "annotate.quantities:quantities",
    mentions.QuantityMatch: "align.quantities:quantity_matches",
    mentions.Quote: "annotate.quotes:quotes",
    mentions.QuoteMatch: "align.quotes:quote_matches",
    mentions.Sentence: "annotate.sentences:sentences",
    mentions.Spelling: "annotate.spellings:spellings",
    mentions.Variant: "annotate.variants:variants",
}


REPORTERS = {
    "flake8": "report.flake8:report",
    "json": "report.json:report",
    "jsonl": "report.json:report_lines",
    "lsp": "report.lsp:report",
    "terminal": "report.terminal:report",
}


@hookimpl
def newslint_rule_files() -> Iterable[Path]:
    """The shipped rules: inside the installed package, or beside it in a checkout."""
    installed = HERE / "rules"
    return [installed if installed.is_dir() else HERE.parent / "rules"]


@hookimpl
def newslint_checks() -> Iterable[type[Check]]:
    return CHECKS


@hookimpl
def newslint_layers(config: Config) -> Mapping[type, Maker]:
    layers: dict[type, Maker] = {kind: _imported_when_used(where) for kind, where in LAYERS.items()}
    parser = Parser(config.nlp.model)  # loads its model when one of these layers is asked for
    layers[facts.Facts] = _facts(config)
    return layers | {mentions.Token: parser.tokens, mentions.Entity: parser.entities}


@hookimpl(trylast=True)
def newslint_read(path: Path, raw: bytes, config: Config) -> Document | None:
    del config
    from newslint.read import read

    return read(path, raw)


@hookimpl
def newslint_sources(draft: Document, read: Read, config: Config) -> Iterable[Source | InputError]:
    return manifest.sources(draft, read, config)


@hookimpl
def newslint_reporters() -> Mapping[str, Reporter]:
    return {name: _imported_when_used(where) for name, where in REPORTERS.items()}


def _facts(config: Config) -> Maker:
    """The house's tables, read once for all drafts; without those that are at fault."""

    @cache
    def tables() -> tuple[facts.Facts, ...]:
        try:
            return (facts.load(config.facts),)
        except InputError:  # the linter says what is wrong
            return (facts.load(()),)

    return lambda dossier: tables()


def _imported_when_used(where: str) -> Callable[..., Any]:
    """The function ``package.module:name`` of newslint, whose module is imported by the first call."""
    module, name = where.split(":")

    def function(*arguments: Any) -> Any:
        return getattr(import_module(f"newslint.{module}"), name)(*arguments)

    return function
