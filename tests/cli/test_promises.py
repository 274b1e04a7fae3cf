"""What must never happen: a lost draft, a source read with the wrong date, silence where nothing was compared."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

STORY = "The council met on 14 August 2025 in the town hall, the mayor said.\n"


def test_a_report_never_takes_the_place_of_a_draft(run: Run, desk: Path) -> None:
    before = (desk / "draft.txt").read_bytes()
    done = run("draft.txt", "--output-file", "draft.txt")
    assert done.status == 2
    assert "give the report another name" in done.err
    assert (desk / "draft.txt").read_bytes() == before


def test_a_run_that_fails_leaves_the_last_report(run: Run, desk: Path) -> None:
    (desk / "report.out").write_text("last week")
    assert run("draft.txt", "--format", "none", "--output-file", "report.out").status == 2
    assert (desk / "report.out").read_text() == "last week"


def test_the_day_of_publication_is_the_draft_s_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "wire.txt").write_text(
        "---\npublished: 2025-08-14\n---\nThe council met today in the town hall, the mayor said.\n"
    )
    done = run("story.txt", "--isolated", "--source", "wire.txt", "--published", "2025-08-20", "--select", "D2")
    assert (done.out, done.status) == ("", 0)


def test_nothing_to_compare_with_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "sources").mkdir()
    done = run("story.txt", "--isolated", "--sources-dir", "sources")
    assert done.status == 2
    assert "sources: holds no text to compare with" in done.err
    done = run("story.txt", "--isolated", "--source", "story.txt")
    assert done.status == 2
    assert "the draft cannot be its own source" in done.err


def test_a_note_asked_for_by_its_code_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Two hundred  people were there.\n")
    assert run("story.txt", "--isolated", "--select", "T").out == ""
    assert "T108" in run("story.txt", "--isolated", "--select", "T108").out


def test_a_newcomer_cannot_take_a_shipped_rule_away(run: Run, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "bad.yaml").write_text(
        "id: bad\ncode: T108\ntitle: x\nwhy: y\ncheck: pattern\nseverity: info\nmessage: m\nexamples: []\n"
    )
    (tmp_path / "house.yaml").write_text("rules-path: rules\n")
    (tmp_path / "story.txt").write_text("The the mill.\n")
    done = run("story.txt", "--config", "house.yaml")
    assert "T108" in done.out
    assert "bad.yaml: T108 is already taken by" in done.err


def test_a_yaml_bomb_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("---\ntitle: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nText.\n")
    done = run("story.txt", "--isolated")
    assert done.status == 2
    assert "aliases" in done.err


def test_entities_beside_words_are_marks_like_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<p>&ldquo;We will later rebuild this old town,&rdquo; the mayor said on Friday.</p>")
    (tmp_path / "speech.txt").write_text("We will rebuild this old town.")
    assert "Q201" in run("story.html", "--isolated", "--source", "speech.txt", "--select", "Q").out


def test_a_source_in_a_format_not_read_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "story.sources").mkdir()
    (tmp_path / "story.sources" / "report.rtf").write_bytes(b"{\\rtf1")
    done = run("story.txt", "--isolated")
    assert done.status == 2
    assert "report.rtf: is in a format that is not read; save it as text, Word or PDF" in done.err


def test_a_batch_has_its_sources_in_its_lines(run: Run, tmp_path: Path) -> None:
    done = run("--batch", "-", "--source", "wire.txt", given="")
    assert done.status == 2
    assert "--batch takes its sources from each line" in done.err
