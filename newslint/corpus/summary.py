"""What an archive's results come to: findings per 1,000 words by rule, outlet and month, counted without holding them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from newslint.corpus.results import Folder

NO_OUTLET, NO_DATE = "no outlet", "no date"
By = Literal["rule", "outlet", "month"]

_WIDE = 44
"""Columns of the name of a rule or outlet in a table of text."""


@dataclass
class Summary:
    """Counts; a rule is ``(code, id)``, a month ``2025-08``."""

    name: str
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Words by outlet and month."""
    documents: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: Counter[tuple[tuple[str, str], str, str]] = field(default_factory=Counter)
    """Findings by rule, outlet and month."""
    severities: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    """Failures by what was wrong."""

    @cached_property
    def total_words(self) -> int:
        return self.words.total()

    @property
    def failures(self) -> int:
        return self.errors.total()

    def per(self, number: int, words: int) -> float | None:
        """How many that is for 1,000 words; None where there are none."""
        return round(number * 1000 / words, 3) if words else None

    def rows(self, by: By) -> list[dict[str, Any]]:
        """A row a rule, outlet or month: most findings per 1,000 words first, months in their order."""
        found: Counter[Any] = Counter()
        words, documents = (
            (Counter[str](), Counter[str]()) if by == "rule" else (along(self.words, by), along(self.documents, by))
        )
        found.update(dict.fromkeys(words, 0))
        for (rule, outlet, month), number in self.findings.items():
            found[{"rule": rule, "outlet": outlet, "month": month}[by]] += number
        made: list[dict[str, Any]] = []
        for key, number in found.items():
            if by == "rule":
                rate = self.per(number, self.total_words)
                made.append({"code": key[0], "rule": key[1], "findings": number, "per_1000_words": rate})
            else:
                counts = {"documents": documents[key], "words": words[key], "findings": number}
                made.append({by: key, **counts, "per_1000_words": self.per(number, words[key])})
        if by == "month":
            return sorted(made, key=lambda row: (row["month"] == NO_DATE, row["month"]))
        return sorted(made, key=lambda row: (-(row["per_1000_words"] or 0), -row["findings"], str(row[by])))

    @property
    def outlets(self) -> list[str]:
        """All outlets, those of most words first."""
        return [name for name, _ in ranked(along(self.words, "outlet"))]


def along(counts: Counter[tuple[str, str]], by: By) -> Counter[str]:
    """The counts by outlet and month, by one of the two."""
    at = ("outlet", "month").index(by)
    made: Counter[str] = Counter()
    for key, number in counts.items():
        made[key[at]] += number
    return made


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """The largest first."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def summary(folder: Folder) -> Summary:
    """The counts of finished results; raises InputError where there are none."""
    made = Summary(folder.url.rstrip("/").rpartition("/")[2] or folder.url)
    for table in folder.table("documents", ("outlet", "published", "words", "status")):
        for outlet, month, number, words in _grouped(table, ("outlet", "month"), "words"):
            made.words[outlet, month] += words
            made.documents[outlet, month] += number
        for status, number in _grouped(table, ("status",)):
            made.states[status] += number
    for table in folder.table("findings", ("code", "rule", "severity", "outlet", "published")):
        for code, rule, outlet, month, number in _grouped(table, ("code", "rule", "outlet", "month")):
            made.findings[(code, rule), outlet, month] += number
        for severity, number in _grouped(table, ("severity",)):
            made.severities[severity] += number
    for table in folder.table("failures", ("error",)):
        for error, number in _grouped(table, ("error",)):
            made.errors[error] += number
    return made


def _grouped(table: Any, keys: Sequence[str], total: str = "") -> Iterator[tuple[Any, ...]]:
    """The values of these columns, how often they come together, and the sum of another; an outlet has a name here."""
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = {}
    for key in keys:
        column = table.column("published" if key == "month" else key)
        if key == "month":
            column = pc.fill_null(pc.utf8_slice_codeunits(column, 0, 7), NO_DATE)
        if key == "outlet":
            column = pc.if_else(pc.equal(pc.fill_null(column, ""), ""), NO_OUTLET, column)
        columns[key] = column
    if total:
        columns[total] = pc.fill_null(table.column(total), 0)
    wanted = [([], "count_all"), *([(total, "sum")] if total else [])]
    found = pa.table(columns).group_by(list(keys), use_threads=False).aggregate(wanted)
    names = [*keys, "count_all", *([f"{total}_sum"] if total else [])]
    yield from zip(*(found.column(name).to_pylist() for name in names), strict=True)


def as_dict(made: Summary, by: Iterable[By], top: int) -> dict[str, Any]:
    """The summary as JSON."""
    return {
        "documents": made.documents.total(),
        "words": made.total_words,
        "findings": made.findings.total(),
        "per_1000_words": made.per(made.findings.total(), made.total_words),
        "failures": made.failures,
        "status": dict(sorted(made.states.items())),
        "severities": dict(sorted(made.severities.items())),
        **{one: made.rows(one)[: top or None] for one in by},
        "errors": [{"error": error, "failures": number} for error, number in ranked(made.errors)[: top or None]],
    }


def as_text(made: Summary, by: Iterable[By], top: int) -> str:
    """The summary as tables of text."""
    told = [headline(made)]
    for one in by:
        rows = made.rows(one)
        shown = rows[-top:] if one == "month" and top else rows[: top or None]
        if shown:
            told.append(_table(one, shown, len(rows)))
    if made.errors:
        lines = [f"{number:>9,}  {error}" for error, number in ranked(made.errors)[: top or None]]
        told.append("\n".join([" failures", *lines]))
    return "\n\n".join(told) + "\n"


def headline(made: Summary) -> str:
    """All of it in two lines."""
    rate = made.per(made.findings.total(), made.total_words)
    many = f"{made.documents.total():,} documents, {made.total_words:,} words, {made.findings.total():,} findings"
    partial = made.states["partial"]
    behind = f"; in {partial:,} documents a rule broke off" if partial else ""
    return f"{many}{f' ({rate:.2f} per 1,000 words)' if rate is not None else ''}\n{made.failures:,} failures{behind}"


def _table(by: By, rows: Sequence[dict[str, Any]], of: int) -> str:
    own = by == "rule"
    names = [f"{row['code']} {row['rule']}" if own else str(row[by]) for row in rows]
    wide = min(_WIDE, max(len(by), *map(len, names)))
    numbers = ("findings",) if own else ("documents", "words", "findings")
    lines = [f"{by:<{wide}}" + "".join(f"{name:>12}" for name in numbers) + f"{'per 1,000':>12}"]
    for name, row in zip(names, rows, strict=True):
        rate = row["per_1000_words"]
        short = name if len(name) <= wide else name[: wide - 1] + "…"
        told = "".join(f"{row[number]:>12,}" for number in numbers)
        lines.append(f"{short:<{wide}}{told}{'-' if rate is None else f'{rate:.2f}':>12}")
    if len(rows) < of:
        lines.append(f"... and {of - len(rows):,} more (--top 0 shows all)")
    return "\n".join(lines)
