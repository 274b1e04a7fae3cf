"""Who is accused, by which words."""

from __future__ import annotations

import pytest

from newslint.mentions import Accusation
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two nurses accused Kai Roe of neglect.", [("accused", "Kai Roe", "roe")]),
        ("Two nurses accused the surgeon, Kai Roe, of neglect.", [("accused", "Kai Roe", "roe")]),
        ("Ana Lund, who ran the fund, is accused of neglect.", [("is accused of", "Ana Lund", "lund")]),
        ("Neighbours alleged that Ana Lund let it starve.", [("alleged that", "Ana Lund", "lund")]),
        ("Allegations of bullying against Ana Lund surfaced.", [("Allegations of bullying against", "Ana Lund", "lund")]),
        ("Tenants sued Ana Lund over mould.", [("sued", "Ana Lund", "lund")]),
        ("Brazil accused France of dumping.", []),
        ("“They accused Kai Roe of neglect,” she said.", []),
        ("Kai Roe accused the museum of neglect.", []),
        ("The neighbours praised Ana Lund.", []),
    ],
)
def test_found(read: Read, text: str, found: list[tuple[str, str, str]]) -> None:
    doc = read(text).reading
    assert [(one.span.of(text), one.person.of(text), one.key) for one in doc.all(Accusation)] == found
