"""Outcomes for the reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.document import Dossier, Source
from newslint.finding import Outcome
from newslint.linter import Linter
from tests.conftest import Read

Check = Callable[..., Outcome]

DRAFT = """\
Harbour closed for a week

The harbour at Brack was closed on Monday after a vessel ran aground.

“We will not and cannot reopen it in May,” the mayor, Ana Ruiz, said. The harbour earns the town $5 million a year, and it reportedly may possibly close for good.
"""
WIRE = """\
The harbour at Brack was closed on Monday after a vessel ran aground.

“We will not, and we really cannot, reopen it in May,” the mayor, Ana Ruiz, said. The harbour earns the town $3 million a year.
"""


@pytest.fixture(scope="session")
def check(read: Read, linter: Linter) -> Check:
    """``check(text, source, name=…)``: what the shipped rules find in a draft, against this source if there is one."""

    def check(text: str = DRAFT, source: str = WIRE, *, name: str = "draft.txt", published: str | None = "2025-08-06") -> Outcome:
        sources = (Source(read(source, name="wire.txt"), "wire"),) if source else ()
        return linter.check(Dossier(read(text, name=name, published=published), sources, makers=linter.makers))

    return check
