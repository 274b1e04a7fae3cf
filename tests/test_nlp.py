from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newslint.errors import NewslintError
from newslint.mentions import Entity, Name, Token
from newslint.nlp import Parser, installed
from newslint.nlp.batches import parsed
from newslint.nlp.loading import loaded
from tests.conftest import Read

STORY = """\
Russian President Vladimir Putin has praised
North Korean troops   in a letter to Kim Jong Un’s envoy.

newslint: ignore[P101] checked with the desk

Volodin met Kim in Pyongyang on Thursday. Kyiv’s troops left Kursk, KCNA and the Duma said.
"""


def test_tokens_keep_their_places(read: Read) -> None:
    draft = read(STORY)
    tokens = draft.all(Token)
    assert [token.span.of(draft.text) for token in tokens] == [token.text for token in tokens]
    assert all(0 <= token.head < len(tokens) for token in tokens)
    praised = next(token for token in tokens if token.text == "praised")
    assert (praised.lemma, praised.pos) == ("praise", "VERB")
    assert tokens[praised.head] == praised
    assert tokens[next(token for token in tokens if token.text == "met").head].text == "met"
    assert "newslint" not in {token.text for token in tokens}


def test_names_across_broken_lines(read: Read) -> None:
    draft = read(STORY)
    assert "North Korean" in {entity.span.of(draft.text) for entity in draft.all(Entity)}
    seen = {(name.span.of(draft.text), name.label, name.id) for name in draft.all(Name)}
    assert {
        ("Vladimir Putin", "PERSON", "Vladimir Putin"),
        ("Kim Jong Un", "PERSON", "Kim Jong Un"),
        ("Kim", "PERSON", "Kim Jong Un"),
        ("Kyiv", "GPE", "Kyiv"),
        ("Kursk", "GPE", "Kursk"),
        ("KCNA", "ORG", "KCNA"),
        ("Duma", "ORG", "Duma"),
    } <= seen


def test_the_paragraph_is_the_unit(read: Read) -> None:
    """A paragraph has the same tokens alone as in its story."""
    last = STORY.split("\n\n")[-1]
    alone, story = read(last), read(STORY)
    at = STORY.index(last)
    inside = [token for token in story.all(Token) if token.start >= at]
    first = story.all(Token).index(inside[0])
    assert [(token.text, token.tag, token.dep, token.head - first) for token in inside] == [
        (token.text, token.tag, token.dep, token.head) for token in alone.all(Token)
    ]


def test_batches_change_nothing() -> None:
    """A paragraph has the same names alone, with others, and by spaCy's own ``pipe``."""
    seeds = Path(__file__).parents[1] / "seeds"
    texts = [
        line for seed in sorted(seeds.glob("*.txt")) for line in seed.read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    assert len(texts) > 20
    nlp = loaded(installed(), "names")
    together = {text: _names(doc) for text, doc in parsed(nlp, [*texts, " "])}
    assert together == {text: _names(doc) for one in [*texts, " "] for text, doc in parsed(nlp, [one])}
    assert together == {doc.text: _names(doc) for doc in nlp.pipe([*texts, " "])}
    assert any(together.values())


def test_only_what_is_wanted_is_loaded() -> None:
    assert loaded(installed(), "names").pipe_names == ["ner"]
    assert not {"ner", "senter"} & {*loaded(installed(), "words").pipe_names}


def _names(doc: Any) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.label_) for one in doc.ents]


@pytest.mark.parametrize("text", ["", "\n\n", " \u200b ", "A" * 70_000, "x " * 40_000, "\x07 A\u2028B"])
def test_odd_texts(text: str, read: Read) -> None:
    draft = read(text)
    for mention in (*draft.all(Token), *draft.all(Name)):
        assert mention.span.of(draft.text).strip()


def test_a_model_that_is_not_installed(read: Read) -> None:
    with pytest.raises(NewslintError, match="en_core_web_huge"):
        Parser("en_core_web_huge").tokens(read("A word."))
    with pytest.raises(NewslintError, match="not installed"):
        installed("../no/such/folder")


def test_no_model_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.nlp.loading.MODELS", ("no_such_model", "no_such_other_model"))
    with pytest.raises(NewslintError, match="install the package no-such-other-model"):
        installed()


def test_a_folder_is_a_model_too(tmp_path: Path) -> None:
    assert installed(str(tmp_path)) == str(tmp_path)


def test_spacy_keeps_its_command_line(read: Read) -> None:
    """It is left out of the import, and there for whoever imports it."""
    read("A word.").all(Token)
    assert importlib.import_module("spacy.cli").__file__


RUN = """
import sys
from newslint.__main__ import main
sys.argv[1:] = ["check", "--isolated", "--quiet", "--select", "P101", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print("spacy" in sys.modules)
"""


def test_a_draft_without_like_names_never_imports_spacy(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(STORY, encoding="utf-8")
    words = [sys.executable, "-c", RUN, str(tmp_path / "draft.txt")]
    run = subprocess.run(words, env=os.environ, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"
