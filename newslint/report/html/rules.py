"""The rules that spoke, explained once for the whole page: why there is one, what it reports, what it lets pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.kept.regexes import compiled
from newslint.rule import Example, Rule, SourceText
from newslint.view.markup import escaped

_SHOWN = 2
"""How many examples of a kind are shown."""

_LONGEST = 420
"""Code points; a longer example is told by ``newslint explain``."""

_MARKED = compiled(r"<<(.*?)>>", re.DOTALL)


def appendix(rules: Mapping[str, Rule]) -> str:
    """A section with these rules, by their ids."""
    if not rules:
        return ""
    told = "".join(_rule(rule) for rule in sorted(rules.values(), key=lambda rule: (rule.code, rule.id)))
    return f'<section class="rules" aria-label="Rules">\n<h2>The rules behind the findings</h2>\n<div>\n{told}</div>\n</section>'


def _rule(rule: Rule) -> str:
    id_, code = escaped(rule.id), escaped(rule.code)
    links = "".join(
        f'<li><a rel="noreferrer noopener" href="{escaped(link)}">{escaped(link)}</a></li>' for link in rule.links if _web(link)
    )
    see = f'<p class="label">See also</p><ul class="links">{links}</ul>' if links else ""
    return (
        f'<details class="rule" id="rule-{id_}"><summary><b class="code">{code}</b> {escaped(rule.title)}</summary>\n'
        f'<div class="more"><p>{_why(rule)}</p>{"".join(_examples(rule))}{see}'
        f'<p class="ask">{id_}: <code>newslint explain {code}</code></p></div></details>\n'
    )


def _examples(rule: Rule) -> Iterator[str]:
    for label, kind in (("Reported", "bad"), ("Let pass, as the innocent reading", "good")):
        fitting = [one for one in rule.examples if getattr(one, kind) and not one.todo and len(getattr(one, kind)) <= _LONGEST]
        if fitting:
            rows = "".join(f"<li>{_example(one)}</li>" for one in fitting[:_SHOWN])
            yield f'<p class="label">{label}</p><ul class="examples {kind}">{rows}</ul>'


def _example(example: Example) -> str:
    told = _marked(example.bad or example.good)
    for name, source in example.sources.items():
        text = source.text if isinstance(source, SourceText) else source
        told += f" <small>{escaped(name)}: {_marked(text)}</small>" if len(text) <= _LONGEST else ""
    return told


def _marked(text: str) -> str:
    """An example with what is found in it marked, on one line."""
    parts = _MARKED.split(" ".join(text.split()))
    return "".join(f"<mark>{escaped(part) or '^'}</mark>" if at % 2 else escaped(part) for at, part in enumerate(parts))


def _why(rule: Rule) -> str:
    """Why there is a rule; what stands between backquotes is code."""
    parts = escaped(" ".join(rule.why.split())).split("`")
    return (
        "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
        if len(parts) % 2
        else "`".join(parts)
    )


def _web(link: str) -> bool:
    return link.startswith(("https://", "http://"))
