from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import pytest

from newslint.errors import InputError
from newslint.typedyaml import Place, nearest, parse, typed
from newslint.typedyaml.patterns import compiled


@dataclass(frozen=True)
class Inner:
    name: str
    size: int = 1


@dataclass(frozen=True)
class Outer:
    words: tuple[str, ...] = ()
    map: Mapping[str, str] = field(default_factory=dict)
    ratio: Decimal = Decimal(0)
    flag: bool = False
    day: dt.date | None = None
    level: Literal["high", "low"] = "low"
    inner: Inner | None = None
    either: str | Mapping[str, str] = ""
    regex: re.Pattern[str] | None = None
    line: int = 0


def read(text: str) -> Outer:
    place = Place("desk.yaml")
    value: Outer = typed(parse(text, place), Outer, place)
    return value


def test_scalars_are_text_until_a_field_says_otherwise() -> None:
    assert read("map: {NO: Norway, off: out, 12:30: noon}").map == {"NO": "Norway", "off": "out", "12:30": "noon"}


def test_fields_are_typed() -> None:
    value = read("ratio: 0.50\nflag: yes\nday: 2025-08-15\nlevel: high\ninner: {name: 007, size: 3}\nregex: 'a+b'")
    assert value.ratio == Decimal("0.50")
    assert value.flag is True
    assert value.day == dt.date(2025, 8, 15)
    assert value.inner == Inner("007", 3)
    assert value.regex == re.compile("a+b")
    assert value.line == 1


def test_one_item_needs_no_brackets() -> None:
    assert read("words: one").words == ("one",)


@pytest.mark.parametrize(("text", "value"), [("either: word", "word"), ("either: {a: b}", {"a": "b"}), ("inner:", None)])
def test_a_choice_of_types(text: str, value: object) -> None:
    assert value in (read(text).either, read(text).inner)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("wrods: [a]", "desk.yaml:1:1: unknown key 'wrods'; did you mean 'words'?"),
        ("flag: true\nflag: no", "desk.yaml:2:1: key 'flag' stands twice, first on line 1"),
        ("map: {a: b, a: c}", "desk.yaml:1:13: key 'a' stands twice, first on line 1"),
        ("flag: perhaps", "desk.yaml:1:7: expected true or false, not 'perhaps'"),
        ("ratio: much", "desk.yaml:1:8: expected a number, not 'much'"),
        ("day: Friday", "desk.yaml:1:6: expected a date such as 2025-08-15, not 'Friday'"),
        ("level: hihg", "desk.yaml:1:8: 'hihg' is not known here; did you mean 'high'?"),
        ("inner: {size: 3}", "desk.yaml:1:8: 'name' is missing"),
        ("words: {a: b}", "desk.yaml:1:8: expected a list, not keys with values"),
        (
            "regex: '(a'",
            "desk.yaml:1:8: the regular expression '(a' does not compile: missing ), unterminated subpattern at position 0",
        ),
        ("- a", "desk.yaml:1:1: expected keys with values, not a list"),
        ("line: 3", "desk.yaml:1:1: unknown key 'line'"),
        ("flag: yes\n? [a, b]\n: c", "desk.yaml:2:3: a key is a word, not a list"),
        ("words:\n\t- a", "desk.yaml:2:1: a tab stands here; YAML is indented with spaces"),
        ("words: [a]\nday: \x07", "desk.yaml:2: holds a control character (U+0007); take it out"),
    ],
)
def test_complaints_name_file_line_and_column(text: str, complaint: str) -> None:
    with pytest.raises(InputError) as fault:
        read(text)
    assert str(fault.value).startswith(complaint)


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = "wrods: [a]\nflag: perhaps\ninner: {size: x, nmae: y}\nmap: [1]\nlevel: low\n"
    with pytest.raises(InputError) as fault:
        read(text)
    assert [str(one).split(": ")[0] for one in fault.value.every] == [
        "desk.yaml:1:1", "desk.yaml:2:7", "desk.yaml:3:15", "desk.yaml:3:18", "desk.yaml:4:6",
    ]  # fmt: skip


def test_a_misspelt_key_is_not_also_missing() -> None:
    with pytest.raises(InputError) as fault:
        read("inner: {nam: x}")
    assert [one.message for one in fault.value.every] == ["unknown key 'nam'; did you mean 'name'?"]


def test_a_long_list_of_what_is_allowed_is_left_out() -> None:
    assert nearest("zzz", [f"word-{number}" for number in range(12)]).startswith("; allowed: word-0, word-1,")
    assert nearest("zzz", [f"word-{number}" for number in range(13)]) == ""
    assert nearest("word-0x", [f"word-{number}" for number in range(99)]).startswith("; did you mean")


def test_broken_yaml_has_its_line_and_a_hint() -> None:
    with pytest.raises(InputError, match=r"desk.yaml:2:\d+: not YAML: .*needs quotation marks"):
        read("flag: yes\neither: He said: no")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("(a+)+$", "a repeat holds nothing but another repeat"),
        (r"(\w+\s?)*!", "a repeat holds nothing but another repeat"),
        ("((a*))*", "a repeat holds nothing but another repeat"),
        ("(?:ab){20000}", "more than 10000"),
        ("[[:alpha:]--a]", "nested set"),
        ("(a", "unterminated"),
        (r"(?:\w+\s)+x", None),
        (r"\d+(?:[.,]\d+)*", None),
        ("(?:a+b)+", None),
        (r"(?:[A-Z][a-z]+ ?){1,4}", None),
    ],
)
def test_patterns_that_could_run_for_ever_are_refused(words: str, fault: str | None) -> None:
    if fault is None:
        assert compiled(words).pattern == words
    else:
        with pytest.raises(re.error, match=fault):
            compiled(words)
