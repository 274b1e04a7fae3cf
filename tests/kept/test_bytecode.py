"""What Python made of expressions and dataclasses is kept, and is the same when it comes back."""

from __future__ import annotations

import ast
import dataclasses
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newslint
from newslint.kept.bytecode import Bytecode
from newslint.kept.regexes import compiled

HOME = Path(newslint.__file__).parent
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((HOME.parent / "seeds").glob("*.txt"))]

EVERYTHING = """
import importlib, pkgutil, re, sys
import newslint
from newslint.kept import methods, regexes
from newslint.kept.bytecode import KEPT
methods.keep()
asked = {}
def noted(pattern, flags=0, *, kept=KEPT, real=regexes.compiled):
    asked[pattern, int(flags)] = made = real(pattern, flags, kept=kept)
    return made
regexes.compiled = noted
for module in pkgutil.walk_packages(newslint.__path__, "newslint."):
    if not module.name.endswith("__main__") and "corpus" not in module.name:
        importlib.import_module(module.name)
print(len(KEPT.new), len(asked))
for (pattern, flags), made in asked.items():
    other = re.compile(pattern, flags)
    assert made == other, pattern  # flags, pattern and code
    assert (made.groups, made.groupindex, repr(made)) == (other.groups, other.groupindex, repr(other)), pattern
"""


def imported(folder: Path, code: str = EVERYTHING) -> list[str]:
    env = {**os.environ, "NEWSLINT_CACHE_DIR": str(folder)}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout.split()


def test_every_expression_of_newslint_comes_back_as_it_was_compiled(tmp_path: Path) -> None:
    new, first = map(int, imported(tmp_path))
    again, second = map(int, imported(tmp_path))
    assert new > first > 900
    assert (again, second) == (0, first), "what was kept was compiled again"


PATTERNS: list[tuple[str | bytes, int]] = [
    ("", 0),
    ("(?i)(?P<year>19|20)(\\d\\d)?|\\b[äÖ\U0001f600-\U0001f64f]+", 0),
    (r"""  said | "[^"]+"  # words """, re.VERBOSE | re.IGNORECASE),
    ("(?<!x)(?:a|(b))(?(1)c|d)*?$", re.MULTILINE | re.DOTALL),
    ("[\ud800-\udfff]", 0),
    (rb"<([^\s/>]+)", re.IGNORECASE),
    ("<([^\\s/>]+)", re.IGNORECASE | re.ASCII),
]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_an_expression_is_the_same_when_it_comes_back(pattern: str | bytes, flags: int, tmp_path: Path) -> None:
    first = Bytecode(tmp_path / "kept" / "code")
    fresh = compiled(pattern, flags, kept=first)
    first.save()
    second = Bytecode(first.path)
    back = compiled(pattern, flags, kept=second)
    assert not second.new
    for made in (fresh, back):
        assert made == re.compile(pattern, flags)
        assert made.groupindex == re.compile(pattern, flags).groupindex
        if isinstance(made.pattern, str):
            for text in SEEDS:
                assert [found.groups() for found in made.finditer(text)] == [
                    found.groups() for found in re.compile(pattern, flags).finditer(text)
                ]


def test_what_is_wrong_is_said_as_ever(tmp_path: Path) -> None:
    kept = Bytecode(tmp_path / "code")
    with pytest.raises(re.error, match="unterminated subpattern"):
        compiled("(", kept=kept)
    assert not kept.new


def damaged(raw: bytes) -> Iterator[bytes]:
    """A file that is empty, cut off, of another Python, changed, or not ours at all."""
    yield b""
    yield b"no such thing"
    for part in (1, 2, 3):
        yield raw[: len(raw) * part // 4]
    yield raw.replace(sys.version.encode(), sys.version.encode()[::-1])
    for at in range(0, len(raw), 7):
        yield raw[:at] + bytes([raw[at] ^ 0x55]) + raw[at + 1 :]
    yield raw[: len(raw) // 2] + bytes(len(raw) - len(raw) // 2)


def test_a_damaged_file_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    kept = Bytecode(tmp_path / "code")
    compiled("(a)|b{2,3}", kept=kept)
    kept.save()
    path = Path(kept.path)
    raw = path.read_bytes()
    for bad in damaged(raw):
        path.write_bytes(bad)
        again = Bytecode(path)
        assert compiled("(a)|b{2,3}", kept=again) == re.compile("(a)|b{2,3}")
        again.save()
        assert compiled("(a)|b{2,3}", kept=Bytecode(path)) == re.compile("(a)|b{2,3}")


def test_runs_add_to_one_another(tmp_path: Path) -> None:
    one, other = Bytecode(tmp_path / "code"), Bytecode(tmp_path / "code")
    compiled("one", kept=one)
    compiled("other", kept=other)
    one.save()
    other.save()
    both = Bytecode(tmp_path / "code")
    compiled("one", kept=both)
    compiled("other", kept=both)
    assert not both.new


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = Bytecode(tmp_path / "file" / "kept" / "code")
    assert compiled("a|b", kept=kept).match("b")
    kept.save()


OURS = """
import sys
sys.modules["newslint.classes"] = sys.modules["__main__"]
__name__ = "newslint.classes"
"""
"""Behind this, classes are newslint's own."""

CLASSES = f"""
import dataclasses
from newslint.kept import methods
from newslint.kept.bytecode import KEPT
methods.keep()
{OURS}

@dataclasses.dataclass(frozen=True, slots=True, order=True)
class One:
    first: int
    second: tuple[str, ...] = ()
    third: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, kw_only=True)

one = One(1, ("a",), third={{"b": 2}})
print(len(KEPT.new), one, one == One(1, ("a",)), hash(one) == hash(One(1, ("a",))), one < One(2), sep="|")
try:
    one.first = 2
except dataclasses.FrozenInstanceError as fault:
    print(fault)
"""


def test_a_dataclass_is_the_same_with_methods_that_were_kept(tmp_path: Path) -> None:
    first, second = (" ".join(imported(tmp_path, CLASSES)) for _ in range(2))
    assert first.partition("|")[0] != "0"
    assert second == "0|" + first.partition("|")[2]
    assert second == "0|One(first=1, second=('a',), third={'b': 2})|True|True|True cannot assign to field 'first'"


ALIKE = """
import copy, dataclasses, inspect, pickle, sys
from dataclasses import InitVar, dataclass, field
from typing import Any, ClassVar, ClassVar as Shared
if "keep" in sys.argv:
    from newslint.kept import methods
    for _ in range(2000):  # a process may run many commands
        methods.keep()

@dataclass
class Renamed:  # another's
    kind: "Shared[int]" = 1
    own: int = 2
print([field.name for field in dataclasses.fields(Renamed)], Renamed.__eq__.__code__.co_filename)
%s
@dataclass(frozen=True)
class Nothing: ...
@dataclass(frozen=True, slots=True)
class Single:
    one: int
@dataclass(frozen=True)
class Several(Nothing):
    "Told."
    kind: ClassVar[str] = "x"
    first: "InitVar[int]" = 0
    Variable: int = 1
    hidden: int = field(default=2, repr=False, compare=False)
    unhashed: Any = field(default=3, hash=False)
@dataclass(eq=False)
class Odd:
    rest: list[object] = field(default_factory=list)
@dataclass(order=True, slots=True)
class Below:
    at: int
    self: int = 0
@dataclass(frozen=True)
class Own:
    name: str = "own"
    def __repr__(self): return "mine"
    def __hash__(self): return 7

def tried(work):
    try:
        return work()
    except Exception as fault:
        return type(fault).__name__, str(fault)

odd = Odd()
odd.rest.append(odd)
for one in (Nothing(), Single(2), Several(Variable=4, unhashed=5), odd, Below(1), Own(), Below(1, self=2)):
    kind = type(one)
    print(kind.__name__, kind.__doc__, one, one == copy.copy(one), one == 1, kind.__match_args__, sorted(vars(kind)))
    print(inspect.signature(kind), [(f.name, f.type, f.init) for f in dataclasses.fields(kind)])
    print(hash(one) if kind not in (Odd, Below) else kind.__hash__ is None, tried(lambda: one < one))
    for name in ("one", "Variable", "other"):
        print(name, tried(lambda: setattr(one, name, 2)), kind is not Odd and tried(lambda: delattr(one, name)))
    for name in ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__"):
        print(getattr(getattr(kind, name), "__qualname__", None))
    print(tried(lambda: dataclasses.replace(one)), tried(lambda: pickle.loads(pickle.dumps(one))))
"""


def test_dataclasses_do_what_python_makes_them_do(tmp_path: Path) -> None:
    script = tmp_path / "alike.py"
    script.write_text(ALIKE % OURS, encoding="utf-8")
    told = [
        subprocess.run([sys.executable, script, *words], capture_output=True, text=True, check=True).stdout
        for words in ([], ["keep"], ["keep"])
    ]
    assert told[0].count("\n") > 60
    assert told[0] == told[1] == told[2]


def test_dataclasses_still_compile_by_a_name_that_can_be_replaced() -> None:
    """What ``methods.keep`` rests on: a Python that goes about it in another way is merely slower."""
    source = Path(dataclasses.__file__).read_text(encoding="utf-8")
    assert re.search(r"^\s+exec\(txt, (?:self\.)?globals, ns\)", source, re.MULTILINE)


DRAFTS_WORDS = {"align/unnamed.py", "annotate/abbreviations.py", "annotate/events.py", "annotate/offices.py"} | {
    f"checks/{name}.py" for name in ("allegation_without_reply", "ambiguous_short_form", "protected_identity")
}
"""Modules with expressions made of words of a draft, or of people that a desk names, which are never kept."""


def test_only_expressions_with_words_of_a_draft_are_compiled_each_time() -> None:
    found = set()
    for path in HOME.rglob("*.py"):
        name = path.relative_to(HOME).as_posix()
        if name.startswith(("kept/", "corpus/")):  # what reads an archive starts once for thousands of documents
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile":
                found.add(name)
    assert found == DRAFTS_WORDS


def test_plain_values_are_made_once(tmp_path: Path) -> None:
    first = Bytecode(tmp_path / "kept" / "code")
    made = {"says": ("say", frozenset({"s"}), True)}
    assert first.made("forms", lambda: made) == made
    first.save()
    again = Bytecode(first.path)
    assert again.made("forms", dict) == made
    assert again.made("others", dict) == {}


YAML = """
import re, sys
from newslint.kept.bytecode import KEPT
from newslint.kept.regexes import imported
before, had = re.compile, len(KEPT.new)
assert imported("yaml") is imported("yaml") is sys.modules["yaml"]
assert re.compile is before
assert imported("yaml").safe_load("{day: 2025-08-15, few: [1, 2.5, yes]}")["few"] == [1, 2.5, True]
print(len(KEPT.new) - had)
"""


def test_the_expressions_of_a_library_are_kept_too(tmp_path: Path) -> None:
    first, second = (imported(tmp_path, YAML) for _ in range(2))
    assert int(first[0]) > 5
    assert second == ["0"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
@pytest.mark.parametrize("which", ["kept", "kept/code"])
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_code_that_others_may_have_written_is_not_run(which: str, mode: int, tmp_path: Path) -> None:
    first = Bytecode(tmp_path / "kept" / "code")
    first.put(b"source", compile("1", "<string>", "eval"))
    first.save()
    assert Bytecode(first.path).get(b"source") is not None
    (tmp_path / which).chmod(mode)
    assert Bytecode(first.path).get(b"source") is None
