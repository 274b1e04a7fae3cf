from __future__ import annotations

import pytest

from newslint.mentions import LegalStatus
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("John Roe was charged with murder.", [("charged", "John Roe")]),
        ("Tom Marsh, whose father was arrested, has won.", [("arrested", "father")]),
        ("Tom Marsh's father was arrested.", [("arrested", "father")]),
        ("John Roe appeared in court on Monday charged with murder.", [("charged", "John Roe")]),
        ("Police charged John Roe with theft.", [("charged", "John Roe")]),
        ("A jury found John Roe not guilty of theft.", [("acquitted", "John Roe")]),
        ("A jury found John Roe guilty of theft.", [("convicted", "John Roe")]),
        (
            "Anna Berg, convicted of fraud in 2011, faces two charges of theft.",
            [("convicted", "Anna Berg"), ("charged", "Anna Berg")],
        ),
        ("Anna Berg stood trial. She denied the charges.", [("on-trial", "Anna Berg"), ("not-guilty-plea", "Anna Berg")]),
        ("John Roe of Leeds was arrested.", [("arrested", "John Roe")]),
        ("A 34-year-old man has been detained.", [("arrested", "man")]),
        ("A guard charged with killing Paul Novak has been jailed.", [("sentenced", "guard")]),
        ("The former bank manager was convicted of fraud.", [("convicted", "manager")]),
        ("Ashworth was convicted of fraud.", [("convicted", "Ashworth")]),
        ("Daniel Ashworth indicated that he would plead not guilty.", [("not-guilty-plea", "Daniel Ashworth")]),
        ("Ashworth admitted 11 counts of fraud.", [("guilty-plea", "Ashworth")]),
        ("The jury acquitted Roe of theft.", [("acquitted", "Roe")]),
        ("Anna Berg was remanded in custody. She was later granted bail.", [("remanded", "Anna Berg"), ("bailed", "Anna Berg")]),
        ("John Roe has not been charged.", [("uncharged", "John Roe")]),
        ("John Roe was released without charge.", [("uncharged", "John Roe")]),
    ],
)
def test_stages(text: str, found: list[tuple[str, str]], read: Read) -> None:
    doc = read(text)
    assert [(status.stage, status.person.of(text)) for status in doc.all(LegalStatus)] == found


@pytest.mark.parametrize(
    "text",
    [
        "John Roe could be charged.",
        "John Roe did not plead guilty.",
        "John Roe would be jailed if convicted.",
        "The firm charged Anna Berg a late fee.",
        "“John Roe was convicted,” the neighbour said.",
        "The battery was charged in an hour.",
        "John Roe’s car was detained at the port of Kelso by a fire.",
        "Anna Berg said that she wanted the men to be jailed.",
    ],
)
def test_none(text: str, read: Read) -> None:
    assert read(text).all(LegalStatus) == ()
