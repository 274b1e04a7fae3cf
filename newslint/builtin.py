"""Everything that ships with newslint, said once, through the same hooks as any plugin.

Checks, annotators, aligners and reporters are named here and imported when first asked for, so
that a run pays for the grammars it uses and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import sources
from newslint.config import Config
from newslint.document import Document, Maker, Source
from newslint.errors import InputError
from newslint.hookspecs import Read, Reporter, hookimpl
from newslint.nlp import Parser
from newslint.rule import Check

if TYPE_CHECKING:
    from newslint.facts import Facts

HERE = Path(__file__).parent

CHECKS = {
    "abbreviation": "checks.abbreviation:Abbreviation",
    "age": "checks.age:Age",
    "allegation-without-reply": "checks.allegation_without_reply:AllegationWithoutReply",
    "ambiguous-short-form": "checks.ambiguous_short_form:AmbiguousShortForm",
    "anachronism": "checks.anachronism:Anachronism",
    "anniversary": "checks.anniversary:Anniversary",
    "anonymous-source": "checks.anonymous_source:AnonymousSource",
    "attribution-dropped": "checks.attribution_dropped:AttributionDropped",
    "attribution-kind": "checks.attribution_kind:AttributionKinds",
    "attribution-shifted": "checks.attribution_shifted:AttributionShifted",
    "boilerplate": "checks.boilerplate:Boilerplate",
    "borrowed-language": "checks.borrowed_language:BorrowedLanguage",
    "broken-list": "checks.broken_list:BrokenList",
    "broken-range": "checks.broken_range:BrokenRange",
    "cause-overstated": "checks.cause_overstated:CauseOverstated",
    "certainty-changed": "checks.certainty_changed:CertaintyChanged",
    "clock-mismatch": "checks.clock_mismatch:ClockMismatch",
    "close-copy": "checks.close_copy:CloseCopy",
    "consistent": "checks.consistent:Consistent",
    "conversion": "checks.conversion:Conversions",
    "credited-missing": "checks.credited_missing:CreditedMissing",
    "crime-verb": "checks.crime_verb:CrimeVerb",
    "currency": "checks.currency:Currency",
    "dash-style": "checks.dash_style:DashStyle",
    "date-differs": "checks.date_differs:DateDiffers",
    "date-style": "checks.date_style:DateStyle",
    "date-unsupported": "checks.date_unsupported:DateUnsupported",
    "dateline-time": "checks.dateline_time:DatelineTime",
    "differs": "checks.differs:Differs",
    "double-attribution": "checks.double_attribution:DoubleAttribution",
    "duration": "checks.duration:Duration",
    "event-dates": "checks.event_dates:EventDates",
    "event-order": "checks.event_order:EventOrder",
    "file-hygiene": "checks.file_hygiene:FileHygiene",
    "furniture": "checks.furniture:Furniture",
    "guilt-before-verdict": "checks.guilt_before_verdict:GuiltBeforeVerdict",
    "half-attributed": "checks.half_attributed:HalfAttributed",
    "headline": "checks.headline:Headline",
    "headline-number": "checks.headline_number:HeadlineNumber",
    "hedge": "checks.hedge:Hedges",
    "hedged-here-flat-there": "checks.hedged_here_flat_there:HedgedHereFlatThere",
    "hedged-quote": "checks.hedged_quote:HedgedQuote",
    "impossible-date": "checks.impossible_date:ImpossibleDate",
    "known-date": "checks.known_date:KnownDate",
    "late-attribution": "checks.late_attribution:LateAttribution",
    "leftover-mark": "checks.leftover_mark:LeftoverMark",
    "legal-status": "checks.legal_status:LegalStatuses",
    "list-count": "checks.list_count:ListCount",
    "listed": "checks.listed:Listed",
    "long-sentence": "checks.long_sentence:LongSentence",
    "magnitude": "checks.magnitude:Magnitude",
    "medium-verb": "checks.medium_verb:MediumVerb",
    "metonym": "checks.metonym:Metonym",
    "misplaced": "checks.misplaced:Misplaced",
    "multiple": "checks.multiple:Multiples",
    "name-differs": "checks.name_differs:NameDiffers",
    "name-unsupported": "checks.name_unsupported:NameUnsupported",
    "name-variant": "checks.name_variant:NameVariant",
    "number-changes": "checks.number_changes:NumberChanges",
    "number-style": "checks.number_style:NumberStyle",
    "number-unsupported": "checks.number_unsupported:NumberUnsupported",
    "open-attribution": "checks.open_attribution:OpenAttribution",
    "parts-total": "checks.parts_total:PartsTotal",
    "passage-unsupported": "checks.passage_unsupported:PassageUnsupported",
    "paste-seam": "checks.paste_seam:PasteSeam",
    "pattern": "checks.pattern:Pattern",
    "percent": "checks.percent:Percent",
    "perishable-time": "checks.perishable_time:PerishableTime",
    "points": "checks.points:Points",
    "precision-drift": "checks.precision_drift:PrecisionDrift",
    "prefer": "checks.prefer:Prefer",
    "pronoun-changes": "checks.pronoun_changes:PronounChanges",
    "protected-identity": "checks.protected_identity:ProtectedIdentity",
    "question-in-copy": "checks.question_in_copy:QuestionInCopy",
    "quote-altered": "checks.quote_altered:QuoteAltered",
    "quote-antecedent": "checks.quote_antecedent:QuoteAntecedent",
    "quote-cut": "checks.quote_cut:QuoteCut",
    "quote-marks": "checks.quote_marks:QuoteMarks",
    "quote-missing": "checks.quote_missing:QuoteMissing",
    "quote-negated": "checks.quote_negated:QuoteNegated",
    "quote-punctuation": "checks.quote_punctuation:QuotePunctuation",
    "quote-repeated": "checks.quote_repeated:QuoteRepeated",
    "quote-speaker": "checks.quote_speaker:QuoteSpeaker",
    "quote-unquoted": "checks.quote_unquoted:QuoteUnquoted",
    "rate": "checks.rate:Rates",
    "readability": "checks.readability:Readability",
    "redundant-time": "checks.redundant_time:RedundantTime",
    "said-verb": "checks.said_verb:SaidVerb",
    "scare-quotes": "checks.scare_quotes:ScareQuotes",
    "scrap-quote": "checks.scrap_quote:ScrapQuote",
    "second-hand": "checks.second_hand:SecondHand",
    "sense-reversed": "checks.sense_reversed:SenseReversed",
    "single-origin": "checks.single_origin:SingleOrigin",
    "source-kinds": "checks.source_kinds:SourceKinds",
    "source-newer": "checks.source_newer:SourceNewer",
    "source-stale": "checks.source_stale:SourceStale",
    "source-unread": "checks.source_unread:SourceUnread",
    "source-unused": "checks.source_unused:SourceUnused",
    "spelling-mix": "checks.spelling_mix:SpellingMix",
    "stacked-hedge": "checks.stacked_hedge:StackedHedges",
    "superlative": "checks.superlative:Superlative",
    "tally": "checks.tally:Tallies",
    "tense-time": "checks.tense_time:TenseTime",
    "title-changes": "checks.title_changes:TitleChanges",
    "told-twice": "checks.told_twice:ToldTwice",
    "translation-undeclared": "checks.translation_undeclared:TranslationUndeclared",
    "unanchored-time": "checks.unanchored_time:UnanchoredTime",
    "unattributed-claim": "checks.unattributed_claim:UnattributedClaims",
    "unattributed-quote": "checks.unattributed_quote:UnattributedQuote",
    "uneven-honorific": "checks.uneven_honorific:UnevenHonorific",
    "unintroduced-name": "checks.unintroduced_name:UnintroducedName",
    "unused-ignore": "checks.unused_ignore:UnusedIgnore",
    "vague-quantity": "checks.vague_quantity:VagueQuantity",
    "weekday": "checks.weekday:Weekday",
    "worded-share": "checks.worded_share:WordedShare",
}

LAYERS = {
    "mentions.Abbreviation": "annotate.abbreviations:abbreviations",
    "mentions.Accusation": "annotate.legal.accusations:accusations",
    "comparisons.Alignment": "align.sentences:alignments",
    "mentions.Attribution": "annotate.attributions:attributions",
    "mentions.Block": "annotate.blocks:blocks",
    "reckonings.Breakdown": "annotate.breakdowns:breakdowns",
    "mentions.Certainty": "annotate.certainty:certainties",
    "mentions.Claim": "annotate.claims:claims",
    "mentions.Clause": "annotate.clauses:clauses",
    "comparisons.ClauseMatch": "align.clauses:clause_matches",
    "reckonings.Conversion": "annotate.conversions:conversions",
    "comparisons.Copy": "align.copies:copies",
    "mentions.Credit": "annotate.credits:credited",
    "comparisons.DateMatch": "align.dates:date_matches",
    "mentions.DateMention": "annotate.dates:dates",
    "mentions.Written": "annotate.dates.frame:written",
    "reckonings.EventMention": "annotate.events:events",
    "reckonings.Enumeration": "annotate.enumerations:enumerations",
    "reckonings.Exchange": "annotate.exchange:exchanges",
    "comparisons.FirmnessMatch": "align.firmness:firmness_matches",
    "reckonings.Elapsed": "annotate.durations:elapsed",
    "mentions.Hedge": "annotate.hedges:hedges",
    "mentions.Ignore": "annotate.ignores:ignores",
    "reckonings.LifeFact": "annotate.lifespans:life_facts",
    "mentions.Link": "annotate.links:links",
    "mentions.LegalStatus": "annotate.legal:statuses",
    "reckonings.Multiple": "annotate.multiples:multiples",
    "mentions.Name": "annotate.names:names",
    "mentions.Stranger": "annotate.strangers:strangers",
    "mentions.PasserBy": "annotate.strangers:passers_by",
    "comparisons.NameMatch": "align.names:name_matches",
    "comparisons.UnnamedMatch": "align.unnamed:unnamed_matches",
    "reckonings.Proportion": "annotate.proportions:proportions",
    "reckonings.OfficeMention": "annotate.offices:offices",
    "reckonings.Described": "annotate.described:described",
    "reckonings.SurnameUse": "annotate.surnameuses:surname_uses",
    "comparisons.Origin": "align.origins:origins",
    "mentions.Quantity": "annotate.quantities:quantities",
    "comparisons.QuantityMatch": "align.quantities:quantity_matches",
    "mentions.Quote": "annotate.quotes:quotes",
    "mentions.Quoted": "annotate.quoted:quoted",
    "mentions.QuoteStop": "annotate.punctuation:stops",
    "comparisons.QuoteMatch": "align.quotes:quote_matches",
    "mentions.Sentence": "annotate.sentences:sentences",
    "comparisons.Recount": "align.recounts:recounts",
    "comparisons.Retold": "align.headlines:retold",
    "comparisons.SenseMatch": "align.senses:sense_matches",
    "comparisons.StatusMatch": "align.statuses:status_matches",
    "mentions.Slip": "annotate.punctuation:slips",
    "mentions.Stack": "annotate.stacks:stacks",
    "mentions.Spelling": "annotate.spellings:spellings",
    "reckonings.Tally": "annotate.tallies:tallies",
    "comparisons.TellerMatch": "align.tellers:teller_matches",
    "comparisons.Use": "align.usage:uses",
    "reckonings.Sum": "annotate.sums:sums",
    "comparisons.Support": "align.support:supports",
    "mentions.Timing": "annotate.dates.timings:timings",
    "comparisons.Wavering": "align.wavering:wavering",
    "mentions.Variant": "annotate.variants:variants",
    "mentions.Voice": "annotate.voices:voices",
}
"""What makes each layer, by package and name of its type, which nobody imports who does not ask for it."""


REPORTERS = {
    "flake8": "report.flake8:report",
    "github": "report.github:report",
    "gitlab": "report.gitlab:report",
    "html": "report.html:report",
    "json": "report.json:report",
    "jsonl": "report.json:report_lines",
    "junit": "report.junit:report",
    "lsp": "report.lsp:report",
    "sarif": "report.sarif:report",
    "terminal": "report.terminal:report",
}


@hookimpl
def newslint_rule_files() -> Iterable[Path]:
    """The shipped rules: inside the installed package, or beside it in a checkout."""
    installed = HERE / "rules"
    return [installed if installed.is_dir() else HERE.parent / "rules"]


@hookimpl
def newslint_checks() -> Mapping[str, type[Check]]:
    return _ImportedWhenUsed(CHECKS)


@hookimpl
def newslint_layers(config: Config) -> Mapping[type, Maker]:
    parser = Parser(config.nlp.model, keeps=config.cache)  # loads its model when one of its layers is asked for
    makers = {kind: _when_asked(where) for kind, where in LAYERS.items()}
    own = {"facts.Facts": _facts(config), "mentions.Token": parser.tokens, "mentions.Entity": parser.entities}
    return _Layers({**makers, **own})


@hookimpl(trylast=True)
def newslint_read(path: Path, raw: bytes, config: Config) -> Document | None:
    del config
    from newslint.read import read

    return read(path, raw)


@hookimpl
def newslint_sources(draft: Document, read: Read, config: Config) -> Iterable[Source | InputError]:
    return sources.sources(draft, read, config)


@hookimpl
def newslint_reporters() -> Mapping[str, Reporter]:
    return _ImportedWhenUsed(REPORTERS)


def _facts(config: Config) -> Maker:
    """The house's tables, read once for all drafts; without those that are at fault."""

    @cache
    def tables() -> tuple[Facts, ...]:
        from newslint import facts

        try:
            return (facts.load(config.facts),)
        except InputError:  # the linter says what is wrong
            return (facts.load(()),)

    return lambda dossier: tables()


class _ImportedWhenUsed(Mapping[str, Any]):
    """Things of newslint by name, each named as ``package.module:name`` and imported when asked for."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self.where = where

    def __getitem__(self, name: str) -> Any:
        return _imported(self.where[name])

    def __contains__(self, name: object) -> bool:
        return name in self.where

    def __iter__(self) -> Iterator[str]:
        return iter(self.where)

    def __len__(self) -> int:
        return len(self.where)


class _Layers(Mapping[type, Maker]):
    """Makers by the type of what they make, each known by its package and name ("mentions.Quote") until it is asked for."""

    def __init__(self, makers: Mapping[str, Maker]) -> None:
        self.makers = makers

    def __getitem__(self, kind: type) -> Maker:
        root, _, package = ".".join(kind.__module__.split(".")[:2]).partition(".")
        if root != "newslint":
            raise KeyError(kind)
        return self.makers[f"{package}.{kind.__qualname__}"]

    def __iter__(self) -> Iterator[type]:
        return (_imported(name.replace(".", ":")) for name in self.makers)

    def __len__(self) -> int:
        return len(self.makers)


@cache
def _imported(where: str) -> Any:
    module, name = where.split(":")
    return getattr(import_module(f"newslint.{module}"), name)


def _when_asked(where: str) -> Maker:
    """A maker whose module is imported by its first call."""
    return lambda text: _imported(where)(text)
