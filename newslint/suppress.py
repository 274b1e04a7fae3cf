"""What nobody need be told: which findings ignore comments, confirmed facts and a baseline silence, and which of
these silence nothing."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from newslint.comments import comment as comment
from newslint.confirmed import Fact
from newslint.document import Document
from newslint.finding import Finding, Hidden
from newslint.keys import Keys, plain
from newslint.mentions import Block, Ignore
from newslint.spans import Span
from newslint.typedyaml import nearest

_DIGITS = str.maketrans("OIL", "011")
_MARKS = str.maketrans("“”„‘’", '"""\'\'')

# --- comments in the draft ------------------------------------------------------------


def settle(
    findings: Iterable[Finding], draft: Document, ran: Collection[str], known: Collection[str] = ()
) -> tuple[list[Finding], list[Hidden], tuple[Ignore, ...]]:
    """The findings that stay, those that comments silence, and what is of no use in the comments.

    ``ran`` are the ids and codes of the rules that ran: an ignore for a rule that did not
    run may well be needed another time, so only those codes are called unused that ran, or by
    ``known`` belong to no rule at all. One without a reason silences nothing.
    """
    ignores = draft.all(Ignore)
    if not ignores:
        return list(findings), [], ()
    scopes = [(ignore, scope(ignore, draft)) for ignore in ignores]
    kept, hidden, used = [], [], set[tuple[int, int]]()
    for finding in findings:
        by = [(at, code) for at, (ignore, where) in enumerate(scopes) for code in _silencing(ignore, where, finding, draft)]
        used.update(by)
        if by:
            hidden.append(Hidden(finding, "comment", ignores[by[0][0]].reason))
        else:
            kept.append(finding)
    useless = (one for at, ignore in enumerate(ignores) for one in _useless(at, ignore, used, ran, known))
    return kept, hidden, tuple(useless)


def _useless(
    at: int, ignore: Ignore, used: Collection[tuple[int, int]], ran: Collection[str], known: Collection[str]
) -> Iterable[Ignore]:
    """What of a comment to complain of: all of it where it is not understood or gives no reason, else codes of no use."""
    if ignore.fault or not ignore.reason:
        yield ignore
        return
    idle = [pair for number, pair in enumerate(ignore.codes) if (at, number) not in used]
    strange = [code for code, _ in idle if known and not _fits(code, known)]
    for code in strange:
        yield replace(ignore, fault=stranger(code, known))
    if unused := tuple(pair for pair in idle if pair[0] not in strange and _fits(pair[0], ran)):
        yield replace(ignore, codes=unused)


def stranger(code: str, known: Collection[str]) -> str:
    """That there is no such rule, with the one that may be meant: "D1O1" is D101."""
    digits = code[:1].upper() + code[1:].upper().translate(_DIGITS)
    guess = f"; did you mean {digits!r}?" if digits in known else nearest(code, known)
    return f"no rule is called {code!r}{guess or '.'}"


def scope(ignore: Ignore, draft: Document) -> Span:
    """The part of the draft that an ignore speaks for."""
    if ignore.reach == "file":
        return Span(0, len(draft.text))
    if ignore.reach == "line":
        return draft.lines.line_span(draft.lines.position(ignore.start)[0])
    blocks = draft.all(Block)
    after = bisect_left([block.start for block in blocks], ignore.end)
    return blocks[after].span if after < len(blocks) else Span(ignore.end, ignore.end)


def _silencing(ignore: Ignore, where: Span, finding: Finding, draft: Document) -> list[int]:
    """Which codes of a comment, by number, silence this finding."""
    if not ignore.reason or not (where.overlaps(finding.span) or where.covers(finding.span)):
        return []
    found = plain(finding.span.of(draft.text))
    return [at for at, (code, words) in enumerate(ignore.codes) if _names(code, finding) and plain(words) in found]


def _names(code: str, finding: Finding) -> bool:
    return code == finding.rule or finding.code.startswith(code)


def _fits(code: str, keys: Collection[str]) -> bool:
    return any(key == code or key.startswith(code) for key in keys)


# --- facts that the desk has confirmed --------------------------------------------------


def confirmed(
    findings: Iterable[Finding], facts: Sequence[Fact], keys: Keys, today: dt.date
) -> tuple[list[Finding], list[Hidden], set[Fact]]:
    """The findings that stay, those that facts answer, and the facts that did or, had they not expired, would have."""
    kept: list[Finding] = []
    hidden: list[Hidden] = []
    used = set[Fact]()
    for finding in findings:
        answers = [fact for fact in facts if _answers(fact, finding, keys)]
        used.update(answers)
        valid = [fact for fact in answers if not fact.expired(today)]
        if valid:
            hidden.append(Hidden(finding, "confirmed", _said(valid[0])))
        else:
            kept.append(finding)
    return kept, hidden, used


def _answers(fact: Fact, finding: Finding, keys: Keys) -> bool:
    """Whether a fact is about these very words: they stand in what was found, whole, or round it in its sentence."""
    if finding.rule not in fact.rule and finding.code not in fact.rule:
        return False
    words, found = _straight(fact.words), _straight(finding.span.of(keys.doc.text))
    if not found or not (_within(words, found) or _within(found, words)):
        return False
    sentence = _straight(keys.sentence(finding.span))
    return (_within(words, found) or _within(words, sentence)) and _straight(fact.sentence) in sentence


def _straight(words: str) -> str:
    """The words with straight quotation marks, as they may have been typed."""
    return plain(words).translate(_MARKS)


def _within(words: str, text: str) -> bool:
    """Whether these words stand there whole: "5,000" does not in "15,000"."""
    return words == text or re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", text) is not None


def _said(fact: Fact) -> str:
    return f"confirmed by {fact.who} on {fact.when}" + (f": {fact.how}" if fact.how else "")


# --- what was there before -----------------------------------------------------------------


def before(findings: Iterable[Finding], known: Mapping[str, int], keys: Keys) -> tuple[list[Finding], list[Hidden], Counter[str]]:
    """The findings that are new, those that a baseline ``known`` has (each key as often as it was there), and how often
    each of its keys was met."""
    kept: list[Finding] = []
    hidden: list[Hidden] = []
    met = Counter[str]()
    for finding in findings:
        key = keys.of(finding) if known else ""
        if met[key] < known.get(key, 0):
            met[key] += 1
            hidden.append(Hidden(finding, "baseline"))
        else:
            kept.append(finding)
    return kept, hidden, +met
