"""What the commands write as JSON is what the schemas that ship say, and the schemas say no more than is written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from newslint import schema
from newslint.document import SourceKind
from newslint.finding import Confidence, Severity
from newslint.inspection import LAYERS
from newslint.ledger import VERDICTS
from newslint.mentions import layout, names, statements
from tests.cli.conftest import Run
from tests.cli.test_formats import SEED, SOURCE, story

__all__ = ["story"]


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    text = (schema.FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
    return jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


def batch(folder: Path) -> str:
    """Lines that can be read, and others that cannot."""
    source = {"name": "wire", "text": (folder / SOURCE).read_text(encoding="utf-8"), "kind": "agency"}
    rows: list[Any] = [
        {"id": "a1", "text": (folder / SEED).read_text(encoding="utf-8"), "sources": [source], "published": "2025-08-15"},
        {"id": "a2", "text": "See [the report](https://desk.example/r).", "format": "markdown", "sauces": []},
        {"id": "a3"},
        {"text": "No id."},
        {"id": "a4", "text": "", "published": "soon"},
    ]
    return "\n".join([*map(json.dumps, rows), "{"])


@pytest.mark.parametrize("words", [("--format", "json"), ("--format", "jsonl"), ("--batch", "-")])
def test_check(words: tuple[str, ...], run: Run, story: Path) -> None:
    drafts = () if "--batch" in words else (SEED, SOURCE)
    done = run("check", *drafts, "--isolated", *words, given=batch(story))
    rows = [json.loads(done.out)] if "json" in words else [json.loads(line) for line in done.lines]
    for row in rows:
        validator("check").validate(row)
    assert len(rows) == {"json": 1, "jsonl": 2, "-": 6}[words[-1]]


@pytest.mark.parametrize("command", ["inspect", "sources"])
def test_the_layers_and_the_ledger(command: str, run: Run, story: Path) -> None:
    (story / "a.md").write_text("# Vote\n\nTen of [the twelve](https://desk.example/r) said yes.\n")
    rows = run(command, SEED, "a.md", "--isolated", "--format", "json").lines
    rows += run(command, "--batch", "-", given=batch(story)).lines
    assert len(rows) == 8
    for row in rows:
        validator(command).validate(json.loads(row))


def test_a_slip_is_found(run: Run, story: Path) -> None:
    (draft,) = json.loads(run("check", SEED, "--isolated", "--format", "json").out)
    draft["findings"][0]["severty"] = draft["findings"][0].pop("severity")
    assert not validator("check").is_valid([draft])
    assert not validator("check").is_valid(draft)


@pytest.mark.parametrize(
    ("name", "path", "values"),
    [
        ("check", "finding.severity", get_args(Severity)),
        ("check", "finding.confidence", get_args(Confidence)),
        ("inspect", "blocks.kind", get_args(layout.BlockKind)),
        ("inspect", "names.label", get_args(names.NameLabel)),
        ("inspect", "attributions.kind", get_args(statements.AttributionKind)),
        ("inspect", "hedges.kind", get_args(statements.HedgeKind)),
        ("sources", "sentence.verdict", VERDICTS),
    ],
)
def test_the_kinds_are_those_that_there_are(name: str, path: str, values: tuple[str, ...]) -> None:
    part, key = path.split(".")
    assert tuple(validator(name).schema["$defs"][part]["properties"][key]["enum"]) == values


def test_every_layer_and_kind_of_source_is_told() -> None:
    told = validator("inspect").schema["$defs"]["document"]["properties"]
    assert tuple(key for key in told if key not in ("id", "published", "language", "notes")) == LAYERS
    source = validator("sources").schema["$defs"]["document"]["properties"]["sources"]["items"]
    assert tuple(source["properties"]["kind"]["enum"]) == get_args(SourceKind)
