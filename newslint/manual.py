"""Where a rule is explained: the page that ships with newslint, or the rule's own file."""

from __future__ import annotations

from pathlib import Path

from newslint.paths import is_file
from newslint.rule import Rule

_HERE = Path(__file__).parent
PAGES = next((folder for folder in (_HERE / "pages", _HERE.parent / "docs" / "rules") if folder.is_dir()), _HERE / "pages")
"""The manual: inside the installed package, or beside it in a checkout."""


def address(rule: Rule, house: str = "") -> str:
    """The URI of the page that explains a rule; empty where there is none.

    ``house`` is where a desk keeps a manual of its own, ``https://desk.example/{id}.html``; without ``{id}``
    in it the rule's id is put behind. A rule that ships has a page beside the code; the page of one of the
    house is its file, which carries why and examples.
    """
    if house:
        return house.replace("{id}", rule.id) if "{id}" in house else f"{house.rstrip('/')}/{rule.id}"
    page = PAGES / f"{rule.id}.md"
    if is_file(page) and not _of_the_house(rule):
        return page.as_uri()
    return rule.path.absolute().as_uri() if rule.path else ""


def _of_the_house(rule: Rule) -> bool:
    """Whether the rule lies outside what ships, so that a page of the same name would explain another."""
    shipped = (_HERE, PAGES.parents[1] / "rules")
    return bool(rule.path) and not any(rule.path.is_relative_to(folder) for folder in shipped if rule.path)
