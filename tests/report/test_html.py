"""The page of findings: all of the draft and nothing but text of it, whole links, no door for anything else."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document import Dossier, Source
from newslint.errors import InputError
from newslint.finding import Edit, Evidence, Finding, Fix, Outcome
from newslint.linter import Linter
from newslint.report import Style
from newslint.report.html import report, whole
from newslint.spans import GONE, Span
from newslint.view.readable import readable
from tests.conftest import Read
from tests.report.conftest import DRAFT, Check
from tests.view.conftest import LETTERS
from tests.view.test_html import Page

EVIL = 'The mill closed <script>alert(1)</script> on Monday "><img src=x onerror=alert(2)> said.\n'


def page(*outcomes: Outcome) -> str:
    return whole(outcomes, Style())


def words(text: str) -> list[str]:
    """What a reader sees of a text, letter by letter but for white space."""
    return list("".join(readable(text).split()))


def sound(made: Page) -> None:
    """No id twice, no link to nowhere, nothing that runs but the script."""
    ids = made.all("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in made.all("href") if link.startswith("#")} <= set(ids)
    assert {one for name in ("aria-describedby",) for of in made.all(name) for one in of.split()} <= set(ids)
    assert not any(name.startswith("on") or name in ("src", "style") for _, given in made.elements for name in given)
    assert [tag for tag, _ in made.elements].count("script") == 1


def marked(text: str) -> dict[str, str]:
    """The words of each mark of a page, by the number of the finding."""
    found: dict[str, str] = {}
    for of, inner in re.findall(
        r'<(?:a|span) class="mark [^>]*data-of="([\d ]+)"[^>]*>(.*?)</(?:a|span)>(?!</a>)', text, re.DOTALL
    ):
        for number in of.split():
            found[number] = found.get(number, "") + re.sub(r"<[^>]*>", "", inner)
    return found


def test_every_finding_has_a_mark_and_a_note(check: Check) -> None:
    outcome = check()
    text = page(outcome)
    sound(Page(text))
    assert len(outcome.told) > 3
    found = marked(text)
    for number, finding in enumerate(outcome.told, 1):
        assert f'id="n1-{number}"' in text
        if len(finding.span):
            assert found[str(number)].replace("&#x27;", "'").replace("&quot;", '"') == finding.span.of(DRAFT)


def test_both_wordings_stand_side_by_side(check: Check) -> None:
    text = page(check())
    figure = re.search(
        r"<figcaption>wire\.txt:3:\d+</figcaption><blockquote>(?:(?!</figure>).)*\$<?.*?</figure>", text, re.DOTALL
    )
    assert figure
    assert "<b>$<mark>3</mark> million</b>" in text
    assert "<b>$<mark>5</mark> million</b>" in text


def test_a_note_says_why_and_how_to_silence_it(check: Check) -> None:
    text = page(check())
    assert "<code>newslint: ignore[N201: &quot;$5 million&quot;] your reason</code>" in text
    rule = text[text.index('id="rule-number-differs-from-source"') :].partition("</details>")[0]
    for part in ("Reported", "Let pass, as the innocent reading", "newslint explain N201"):
        assert part in rule


def test_silence_is_no_approval(check: Check) -> None:
    outcome = replace(
        check(), skipped=(("one", "no sources given"), ("two", "no sources given")), crashed=(("three", "ValueError: x"),),
        problems=(InputError("cannot be read", path="gone.txt"),),
    )  # fmt: skip
    outcome = replace(outcome, dossier=replace(outcome.dossier, unread=("scan.pdf: no text",), empty=("void.txt",)))
    text = page(outcome)
    for told in ("2 rules did not run, no sources given: one, two", "three broke off: ValueError: x", "scan.pdf: no text",
                 "void.txt", "gone.txt: cannot be read", "no proof"):  # fmt: skip
        assert told in text
    assert "lost.txt: cannot be read" in whole([outcome], Style(faults=[InputError("cannot be read", path="lost.txt")]))
    bare = page(check("The mill closed.\n", ""))
    assert "no source: nothing was compared" in bare


def test_a_script_in_a_text_is_text(check: Check) -> None:
    text = page(check(EVIL, EVIL, name="<b>.txt"))
    made = Page(text)
    sound(made)
    assert "img" not in [tag for tag, _ in made.elements]
    assert words(made.drafts[0]) == words(EVIL)
    policy = next(given["content"] for _, given in made.elements if given.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|https?:", made.text["style"] + made.text["script"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", "---\ntitle: 😀\n---\n\n# Head 😀\n\nThe 😀 mill *may possibly* close on **Fri**day &amp; [later](x).\n"),
        ("draft.html", "<h1>Head</h1>\n<p>The mill <i>may pos</i>sibly close on Fri&shy;day &amp; <b>later</b> 😀.</p>"),
        ("draft.txt", "\ufeffThe mill may possibly close 😀 " + "x" * 900 + "\r\n\r\nand\tit reportedly may.\r\n"),
    ],
)
def test_a_draft_shows_as_it_reads(check: Check, read: Read, name: str, text: str) -> None:
    outcome = check(text, "", name=name)
    made = Page(page(outcome))
    sound(made)
    assert words(made.drafts[0]) == words(outcome.draft.prose)


PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@settings(max_examples=60, deadline=None)
@given(text=LETTERS, other=LETTERS, places=st.lists(st.tuples(PLACES, PLACES, PLACES), max_size=8))
def test_marks_anywhere_leave_the_words(
    text: str, other: str, places: list[tuple[Span, Span, Span]], read: Read, linter: Linter
) -> None:
    draft, source = (read(one.replace("\0", "")) for one in (text, other))
    dossier = Dossier(draft, (Source(source, "s"),), makers=linter.makers)

    def within(span: Span, doc: object = draft) -> Span:
        size = len(doc.text)  # type: ignore[attr-defined]
        return Span(min(span.start, size), min(span.end, size))

    findings = tuple(
        Finding(
            "a-rule", "Z101", ("error", "warning", "info")[at % 3], "low", within(here), text,
            (Evidence(None, within(mine), text), Evidence("s", within(there, source))),
            Fix((Edit(within(mine), other),), other),
        )
        for at, (here, there, mine) in enumerate(sorted(places))
    )  # fmt: skip
    made = Page(page(Outcome(dossier, findings)))
    sound(made)
    assert words(made.drafts[0]) == words(draft.prose.replace(GONE, ""))


def test_of_many_passages_the_first_are_shown(read: Read, linter: Linter) -> None:
    dossier = Dossier(read("The mill closed. " * 40), (), makers=linter.makers)
    evidence = tuple(Evidence(None, Span(17 * at, 17 * at + 8)) for at in range(1, 30))
    text = page(Outcome(dossier, (Finding("a-rule", "Z101", "info", "high", Span(0, 8), "Said.", evidence),)))
    assert text.count("<figure") == 5
    assert "and 24 more: line 1:103 of the draft, " in text


def test_several_drafts_are_sections_with_a_table_of_contents(check: Check) -> None:
    text = page(check(name="a.txt"), check("The mill closed.\n", "", name="b.txt"))
    made = Page(text)
    sound(made)
    assert [given["id"] for tag, given in made.elements if tag == "article"] == ["draft-1", "draft-2"]
    contents = text[text.index('<nav class="drafts"') : text.index("</nav>")]
    assert '<a href="#draft-1">a.txt</a> ' in contents
    assert '<a href="#draft-2">b.txt</a> no finding' in contents


def test_the_same_bytes_every_time(check: Check) -> None:
    first, second = io.StringIO(), io.StringIO()
    report([check()], first, Style())
    report([check()], second, Style())
    assert first.getvalue() == second.getvalue()


def test_no_draft_at_all_is_still_a_page() -> None:
    sound(Page(page()))


PARAGRAPHS = "\n\n".join(
    f"The committee that the council had set up in the summer of the year to look into the affair number {number} will have met again." for number in range(6)
)  # fmt: skip


def test_the_plot_has_a_bar_a_paragraph_and_says_the_same_as_a_table(check: Check) -> None:
    made = page(check(PARAGRAPHS + "\n", ""))
    bars = re.findall(r'<a class="bar[^"]*" href="#(p1-\d+)" aria-label="line (\d+): grade ([\d.]+), (\d+) words"', made)
    rows = re.findall(r'<tr><td><a href="#(p1-\d+)">(\d+)</a></td><td>(\d+)</td><td>([\d.]+)</td></tr>', made)
    assert [line for _, line, _, _ in bars] == ["1", "3", "5", "7", "9", "11"]
    assert [(id_, line, words, grade) for id_, line, grade, words in bars] == rows
    assert "limit 18" in made
    assert {link for link, *_ in bars} <= set(Page(made).all("id"))


def test_five_hundred_findings_make_a_small_page(check: Check) -> None:
    """A kilobyte and a half a finding, and no more than so much for all else."""
    text = "The mill may possibly close, it was reportedly said.\n\n" * 250
    outcome = check(text, "")
    every = whole([outcome], Style(every=True))
    assert len(outcome.findings) >= 500
    assert len(every.encode()) < 60_000 + 1_600 * len(outcome.findings) + 4 * len(text)
