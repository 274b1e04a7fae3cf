"""``newslint inspect`` and ``plugins``: what newslint sees, and newslint about itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "The harbour\n\nAbout 600 people came on 4 May 2024, she said. “We are glad.” 😋\n"
LAYERS = {"blocks", "sentences", "dates", "quantities", "quotes", "attributions", "names", "hedges", "claims"}


def test_inspect(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text(TEXT, encoding="utf-8")
    done = run("inspect", "draft.txt", "--format", "json", "--published", "2025-08-15")
    seen = json.loads(done.out)
    assert (done.err, done.status) == ("", 0)
    assert (seen["id"], seen["published"], seen["language"]) == ("draft.txt", "2025-08-15", "en")
    assert set(seen) - {"id", "published", "language"} >= LAYERS
    for layer in LAYERS:
        for item in seen[layer]:
            assert item.get("text", "") in TEXT[item["start"] : item["end"]]
    assert [quantity["text"] for quantity in seen["quantities"]] == ["About 600"]
    assert [date["value"] for date in seen["dates"]] == ["2024-05-04"]
    listed = run("inspect", "draft.txt").lines
    assert any(line.startswith("3:1  quantities    'About 600'") for line in listed)
    assert run("inspect", "-", "--format", "json", "--published", "2025-08-15", given=TEXT).out == done.out.replace(
        "draft.txt", "stdin.txt"
    )


def test_inspect_shows_what_is_read(run: Run, desk: Path) -> None:
    (desk / "page.html").write_text("<p>one &amp; <b>two</b>\n<script>three</script>", encoding="utf-8")
    read = run("inspect", "page.html", "--text").out
    assert read == "one & two\n"


def test_inspect_says_what_it_cannot_read(run: Run, desk: Path) -> None:
    done = run("inspect", "gone.txt", "draft.txt", "--format", "json")
    assert done.err == "newslint: gone.txt: cannot be read: No such file or directory\n"
    assert json.loads(done.out)["id"] == "draft.txt"
    assert done.status == 2
    assert run("inspect").status == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import newslint.hookspecs as h\n@h.hookimpl\ndef newslint_reeders():\n    return {}\n",
            "plugin: unknown hook 'newslint_reeders'",
        ),
        ("1 / 0\n", "{desk}/desk.py: plugin cannot be loaded: ZeroDivisionError: division by zero"),
        ("def\n", "{desk}/desk.py: plugin cannot be loaded: SyntaxError"),
        (
            "import newslint.hookspecs as h\n@h.hookimpl\ndef newslint_reporters():\n    return {'json': print}\n",
            "two plugins give the format 'json'",
        ),
    ],
)
def test_a_plugin_of_the_desk_that_is_wrong(run: Run, desk: Path, text: str, said: str) -> None:
    (desk / "desk.py").write_text(text)
    (desk / ".newslint.yaml").write_text("plugins: [desk.py]\n")
    done = run("draft.txt")
    assert done.err.startswith("newslint: " + said.format(desk=desk)), done.err
    assert (done.out, done.status) == ("", 2)


def test_a_plugin_of_the_desk(run: Run, desk: Path) -> None:
    (desk / "desk.py").write_text(
        "from newslint.hookspecs import hookimpl\n"
        "@hookimpl\n"
        "def newslint_reporters():\n"
        "    return {'names': lambda outcomes, out, style: out.writelines(one.draft.name for one in outcomes)}\n"
    )
    (desk / ".newslint.yaml").write_text("plugins: [desk.py]\n")
    assert run("draft.txt", "--format", "names").out == "draft.txt"
    assert f"desk  ({desk / 'desk.py'})" in run("plugins").out
    assert "names" in run("plugins").out
