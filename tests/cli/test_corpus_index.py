"""``newslint corpus index`` and ``search``, and a draft held against what they made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.cli.conftest import Run

STORY = "A fire at Leith Dock killed two men on Monday, the harbour police said. The dock opened in 1931."
DRAFT = "---\npublished: 2025-07-03\n---\n\nA fire at Leith Dock killed two men on Tuesday, the harbour police said. Both were from Fife.\n"
ONLY = ("--select", "D2,N2")


def made(run: Run, *words: str) -> str:
    done = run("corpus", "index", *words, "--out", "house.newslint-index")
    assert (done.err, done.status) == ("", 0)
    return done.out


def test_from_an_archive_to_a_finding(run: Run, desk: Path) -> None:
    (desk / "stories").mkdir()
    (desk / "stories" / "fire.md").write_text(f"---\npublished: 2025-07-01\n---\n\n# Two die at dock\n\n{STORY}\n")
    (desk / "stories" / "page.html").write_text("<html><body><p>Bread will cost more in Fife.</p></body></html>")
    (desk / "draft.txt").write_text(DRAFT)
    assert "2 stories (2 new, 0 changed, 0 gone)" in made(run, "stories")
    done = run("draft.txt", "--archive", "house.newslint-index", *ONLY)
    assert " ".join(done.lines) == (
        "draft.txt:5:40: D201 “Tuesday” (1 July 2025) here, “Monday” (30 June 2025) in your own story of 1 July 2025, "
        "“Two die at dock” (stories/fire.md:7:40): has it moved, or is one of the two wrong? (date-differs-from-source)"
    )
    (desk / ".newslint.yaml").write_text("archive: [house.newslint-index]\n")
    assert run("draft.txt", *ONLY).lines == done.lines
    assert run("stories/fire.md", *ONLY).lines == []  # a story is no evidence for itself
    (desk / "stories" / "page.html").unlink()
    assert "1 story (0 new, 0 changed, 1 gone)" in made(run, "stories", "--update")
    status = run("corpus", "index", "--status", "house.newslint-index")
    assert "1 story of 2025-07-01 to 2025-07-01, 0 without a day" in status.out


def test_what_was_changed_since_an_earlier_version(run: Run, desk: Path) -> None:
    """Its other sentences are no second voice: what another story has otherwise is still told."""
    (desk / "stories").mkdir()
    fire = f"---\npublished: 2025-07-01\n---\n\n# Two die at dock\n\n{STORY} The warehouse at Leith Dock holds 340 tonnes of coffee.\n"
    other = (
        "The warehouse at Leith Dock holds 430 tonnes of coffee. The harbour police said that the fire was put out on Sunday.\n"
    )
    (desk / "stories" / "fire.md").write_text(fire)
    (desk / "stories" / "other.md").write_text(f"---\npublished: 2025-06-30\n---\n\n{other}")
    made(run, "stories")
    checked = ("stories/fire.md", "--archive", "house.newslint-index", *ONLY)
    before = run(*checked).lines
    assert " ".join(before) == (
        "stories/fire.md:7:132: N201 “340 tonnes” here, “430 tonnes” in your own story of 30 June 2025 (stories/other.md:5:35): "
        "has it moved on since? (number-differs-from-source)"
    )
    (desk / "stories" / "fire.md").write_text(fire.replace("in 1931", "in 1913"))
    assert " ".join(sorted({*run(*checked).lines} - {*before})) == (
        "stories/fire.md:7:92: D201 “1913” here, “1931” in the version of this story of 1 July 2025, “Two die at dock” "
        "(stories/fire.md:7:92): has it moved, or is one of the two wrong? (date-differs-from-source)"
    )


def test_what_was_written_about_it(run: Run, desk: Path) -> None:
    rows = [{"id": f"a{at}", "text": f"{STORY} Day {at}.", "published": f"2025-07-0{at}"} for at in (1, 2)]
    (desk / "stories.jsonl.gz").write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    made(run, "stories.jsonl.gz")
    done = run("corpus", "search", "house.newslint-index", "fires", "docks")
    assert [line[:14] for line in done.lines] == ["2025-07-02  a2", "2025-07-01  a1"]
    answer = run("corpus", "search", "house.newslint-index", "fire", "--most", "1", "--format", "jsonl")
    assert json.loads(answer.out)["id"] == "a2"
    assert run("corpus", "search", "house.newslint-index", "comet").status == 1


def test_stories_are_added_and_taken_out(run: Run, desk: Path) -> None:
    for name in "ab":
        (desk / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": f"{STORY} Day {name}."}) + "\n")
    made(run, "a.jsonl")
    assert "2 stories (1 new, 0 changed, 0 gone)" in made(run, "b.jsonl", "--add")
    assert "1 story (0 new, 0 changed, 1 gone)" in made(run, "--drop", "a")
    done = run("corpus", "index", "--drop", "c", "--out", "house.newslint-index")
    assert (done.err, done.status) == ("newslint: no story is called 'c'\n", 2)
    assert [line.split()[1] for line in run("corpus", "search", "house.newslint-index", "fire").lines] == ["b"]


def test_nothing_but_an_index_is_overwritten(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text(DRAFT)
    done = run("corpus", "index", "draft.txt", "--out", "draft.txt")
    assert done.err == "newslint: draft.txt: is there already and is no index; choose another name\n"
    assert ((desk / "draft.txt").read_text(), done.status) == (DRAFT, 2)


def test_an_index_that_the_configuration_names_may_be_made_later(run: Run, desk: Path) -> None:
    (desk / ".newslint.yaml").write_text("archive: [house.newslint-index]\n")
    (desk / "a.txt").write_text(STORY)
    made(run, "a.txt")


def test_what_cannot_be_read_is_said_and_the_rest_is_indexed(run: Run, desk: Path) -> None:
    (desk / "stories.jsonl").write_text(f'{{"id": "a", "text": {json.dumps(STORY)}}}\n{{"id": 7\n')
    done = run("corpus", "index", "stories.jsonl", "--out", "house.newslint-index")
    assert ("1 story (1 new" in done.out, done.status) == (True, 2)
    assert done.err.startswith("newslint: stories.jsonl:2: ")


def test_a_broken_index_costs_no_draft_its_check(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("It was on Friday, 15 July 2025.\n")
    (desk / "house.newslint-index").write_text("not one")
    done = run("draft.txt", "--archive", "house.newslint-index", "--select", "D101")
    assert done.err == "newslint: house.newslint-index: is neither a folder nor an index made by 'newslint corpus index'\n"
    assert (len(done.lines), done.status) == (1, 2)
