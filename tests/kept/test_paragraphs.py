"""What the model said of paragraphs, kept without their words."""

from __future__ import annotations

import marshal
import re
import zlib
from pathlib import Path

import pytest

from newslint import nlp
from newslint.document import Document
from newslint.kept import paragraphs
from newslint.kept.store import Store
from newslint.linter import Linter
from newslint.mentions import Entity, Token
from newslint.nlp import Parser

SEED = Path(__file__).parents[2] / "seeds" / "003_bc68657364e0548b.txt"


class Unasked(Parser):
    """One whose model must not be asked."""

    @property
    def _nlp(self) -> object:  # type: ignore[override]
        raise AssertionError


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    return Store(tmp_path)


@pytest.fixture
def doc(linter: Linter) -> Document:
    return linter.parse(SEED, SEED.read_bytes()).reading


def test_the_next_process_needs_no_model(store: Store, doc: Document) -> None:
    fresh, first = Parser(), Parser(keeps=True)
    tokens, entities = fresh.tokens(doc), fresh.entities(doc)
    assert (first.tokens(doc), first.entities(doc)) == (tokens, entities)
    again = Unasked(keeps=True)
    assert (again.tokens(doc), again.entities(doc)) == (tokens, entities)
    assert all(isinstance(token, Token) for token in tokens)
    assert all(isinstance(entity, Entity) for entity in entities)


def test_no_word_of_a_paragraph_is_in_its_rows(store: Store, doc: Document) -> None:
    Parser(keeps=True).tokens(doc)
    rows = store._done(lambda db: [value for (value,) in db.execute("SELECT value FROM kept")], write=False)
    assert rows
    said, waiting = set(), [marshal.loads(zlib.decompress(row)) for row in rows]
    labels = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, (list, tuple)):
            if len(one) == 7 and isinstance(one[6], str):
                labels.update(one[4:])
                one = one[:4]
            waiting += one
        elif isinstance(one, str):
            said.add(one.lower())
    words = set(re.findall(r"[^\W_]{3,}", doc.text.lower()))
    assert labels
    assert not {word for text in said for word in re.findall(r"[^\W_]{3,}", text)} & words


def test_damaged_rows_are_read_anew(store: Store, doc: Document) -> None:
    keeper = paragraphs.Keeper(nlp.installed())
    text = "The mayor spoke."
    for value in (b"", b"junk", zlib.compress(b"junk"), zlib.compress(marshal.dumps(5)), zlib.compress(marshal.dumps([(1, 2)]))):
        store.put(paragraphs.TIER, keeper._key("words", text), value)
        assert keeper.get("words", [text]) == {}
