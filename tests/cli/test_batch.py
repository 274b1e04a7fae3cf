"""Documents in JSON lines: an answer for each line, in order, whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def lines(*documents: dict[str, Any] | str) -> str:
    return "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in documents)


BAD = (
    ("not json", "not JSON: Expecting value"),
    ('{"id": "x", "text": "a"', "not JSON"),
    ("[1, 2]", "a line is an object with 'id' and 'text'"),
    ('{"text": "a"}', "'id' is missing or no text"),
    ('{"id": "x"}', "'text' is missing or no text"),
    ('{"id": "x", "text": 7}', "'text' is missing or no text"),
    ('{"id": "x", "text": "a", "format": "docx"}', "no format is called 'docx'; allowed: plain, markdown, html"),
    ('{"id": "x", "text": "a", "sources": [{"name": "y"}]}', "source 1 has no text"),
    ('{"id": "x", "text": "a", "sources": "y"}', "'sources' is a list, not 'y'"),
    (
        '{"id": "x", "text": "a", "sources": [{"name": "y", "text": "b", "format": "docx"}]}',
        "source 'y': no format is called 'docx'",
    ),
    (
        '{"id": "x", "text": "a", "sources": [{"text": "b", "translated": "no"}]}',
        "source 'source-1': 'translated' is true or false, not",
    ),
    ('{"id": "x", "text": "a", "sources": [{"text": "b", "outlet": 5}]}', "source 'source-1': 'outlet' is a text, not 5"),
    ('{"id": "x", "text": "a", "sources": [{"text": "b", "url": 7}]}', "'url' is a text, not 7"),
    (
        '{"id": "x", "text": "a", "sources": [{"text": "b", "lisenced": true}]}',
        "unknown key 'lisenced'; did you mean 'licensed'?",
    ),
    ('{"id": "x", "text": "a", "sources": [{"name": "y", "text": "b\\u0000"}]}', "source 'y': is not text: it holds NUL bytes"),
    ('{"id": "x", "text": "a", "sources": [{"text": "y", "kind": "blog"}]}', "no kind is called 'blog'"),
    ('{"id": "x", "text": "a\\u0000b"}', "is not text: it holds NUL bytes"),
)


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_bad_line_costs_itself_alone(run: Run, desk: Path, command: str) -> None:
    bad = [(line, error) for line, error in BAD if command == "check" or "sources" not in line]
    done = run(
        command,
        "--batch",
        "-",
        given=lines({"id": "first", "text": "beta"}, *(line for line, _ in bad), {"id": "last", "text": "alpha"}),
    )
    first, *answers, last = rows(done.out)
    assert (first["id"], last["id"]) == ("first", "last")
    assert "error" not in first | last
    for (line, error), answer in zip(bad, answers, strict=True):
        assert error in answer["error"]
        assert answer == {"id": "x" if '"x"' in line and "not JSON" not in error else None, "error": answer["error"]}
    assert done.status == 2


def test_answers(run: Run, desk: Path) -> None:
    source = {
        "name": "wire",
        "text": "Thank you. We will rebuild this old town.",
        "published": "2025-08-14",
        "kind": "transcript",
    }
    documents = (
        {"id": "plain", "text": "😋 beta\r\nalpha"},
        {"id": "html", "text": "<p>a &amp; <b>beta</b>", "format": "html"},
        {"id": "quote", "text": "“We will later rebuild this old town,” she said.", "sources": [source]},
        {"id": "none", "text": ""},
    )
    (desk / "batch.jsonl").write_text(lines(*documents[:2]) + "\n" + lines(*documents[2:]), encoding="utf-8")
    done = run("check", "--batch", "batch.jsonl", "--format", "jsonl", "--extend-select", "Q201")
    answers = {answer["id"]: answer for answer in rows(done.out)}
    assert list(answers) == ["plain", "html", "quote", "none"]
    assert (done.err, done.status) == ("", 1)
    places = [(one["code"], one["start"], one["line"], one["column"]) for one in answers["plain"]["findings"]]
    assert places == [("Z102", 2, 1, 3), ("Z101", 8, 2, 1)]
    assert [one["text"] for one in answers["html"]["findings"]] == ["beta"]
    (altered,) = answers["quote"]["findings"]
    assert altered["evidence"][0].items() >= {"source": "wire", "start": 11, "text": "We will rebuild this old town"}.items()
    assert answers["none"] == {"id": "none", "findings": [], "skipped": answers["none"]["skipped"], "crashed": []}
    assert {"rule": "quote-altered", "reason": "no sources given"} in answers["none"]["skipped"]
    assert run("check", "--batch", "batch.jsonl", "--exit-zero").status == 0
    assert run("check", "--batch", "batch.jsonl", "--output-file", "answers.jsonl").out == ""
    assert len((desk / "answers.jsonl").read_text(encoding="utf-8").splitlines()) == 4


def test_half_a_character_is_kept(run: Run, desk: Path) -> None:
    given = '{"id": "\\ud83d", "text": "\\ud83d beta"}\n'
    (answer,) = rows(run("check", "--batch", "-", given=given).out)
    assert (answer["id"], answer["findings"][0]["start"]) == ("\ud83d", 2)
    run("check", "--batch", "-", "--output-file", "answers.jsonl", given=given)
    assert rows((desk / "answers.jsonl").read_text(encoding="utf-8")) == [answer]
    assert rows(run("inspect", "--batch", "-", given=given).out)[0]["id"] == "\ud83d"


@pytest.mark.parametrize(("command", "status"), [("check", 1), ("inspect", 0)])
def test_an_answer_comes_before_the_next_line_is_read(desk: Path, command: str, status: int) -> None:
    """So that memory does not grow with the number of lines."""
    words = [sys.executable, "-m", "newslint", command, "--batch", "-"]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(words, cwd=desk, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for at in range(3):
            process.stdin.write(lines({"id": str(at), "text": "beta"}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(at)
        process.stdin.close()
        assert process.wait(60) == status


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_date_that_is_none_is_said_and_the_text_read_all_the_same(run: Run, desk: Path, command: str) -> None:
    done = run(command, "--batch", "-", given=lines({"id": "x", "text": "A text.", "published": "03-02-2009"}))
    (answer,) = rows(done.out)
    assert done.status == 0
    assert "error" not in answer
    assert answer["notes"] == ["'published' is a date such as 2025-08-15, not '03-02-2009'; read as a text without a date"]


HURT = "The mayor said 400 people were hurt."
ELSE = "Nothing was said of the strike."


@pytest.mark.parametrize("texts", [(HURT, ELSE), (ELSE, HURT)])
def test_two_sources_of_one_name_stay_two(run: Run, texts: tuple[str, str]) -> None:
    sources = [{"name": "wire", "text": text} for text in texts]
    document = {"id": "x", "text": "The mayor said 300 people were hurt.", "sources": sources}
    (answer,) = rows(run("check", "--batch", "-", "--isolated", "--select", "N201", given=lines(document)).out)
    (evidence,) = answer["findings"][0]["evidence"]
    assert (evidence["text"], evidence["source"]) == ("400", "wire" if texts[0] == HURT else "wire-2")


def test_a_key_that_is_nearly_ours_is_said(run: Run) -> None:
    (answer,) = rows(run("check", "--batch", "-", given=lines({"id": "x", "text": "A text.", "sauces": [], "topic": 3})).out)
    assert answer["notes"] == ["unknown key 'sauces'; did you mean 'sources'?"]
