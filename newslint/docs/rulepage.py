"""A rule's page in Markdown: all that its file says, and what its check lets a desk choose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.docs.options import options
from newslint.kept.regexes import compiled
from newslint.rule import Example, Measured, Rule, SourceText

_SPECIAL = compiled(r"([\\`*_\[\]<>|]|^[#+-](?= )|^\d+(?=[.)] ))", re.MULTILINE)


def page(rule: Rule, *, plain: bool = False) -> str:
    """The page of a rule; ``plain`` for a terminal, where no sign of an example needs a backslash."""
    bad = [example for example in rule.examples if example.bad and not example.todo]
    good = [example for example in rule.examples if example.good and not example.todo]
    known = [example for example in rule.examples if example.todo]
    parts = [f"# {rule.code} {rule.id}: {rule.title}", _standing(rule), rule.why]
    for heading, examples in (("Reported", bad), ("Not reported", good), ("Known misses", known)):
        if examples:
            parts += [f"## {heading}", *(_example(example, plain) for example in examples)]
    parts += _options(rule)
    if rule.measured:
        parts += ["## Measured", measured(rule.measured)]
    if rule.links:
        parts.append("See also: " + ", ".join(rule.links if plain else (f"<{link}>" for link in rule.links)))
    parts.append(
        f"To silence one: `newslint: ignore[{rule.code}] why`. To switch it off: `rules: {{{rule.id}: off}}` in `.newslint.yaml`."
    )
    return "\n\n".join(parts)


def measured(counts: Measured) -> str:
    """What was measured of a rule, in a sentence."""
    said = f"On {counts.stories:,} published stories: {counts.hits:,} hits ({counts.rate:.1f} in 1,000 stories)"
    return said + (f"; of {counts.judged:,} that were judged, {counts.right:,} were right." if counts.judged else ".")


def _standing(rule: Rule) -> str:
    """Severity, by case where cases differ, and where and whether it runs."""
    levels = set(rule.severity.values())
    severity = rule.gravest if len(levels) == 1 else ", ".join(f"{case} {level}" for case, level in rule.severity.items())
    said = [f"Severity: {severity}."]
    if rule.status == "draft":
        said.append("A draft: it does not run yet.")
    if rule.extends:
        said.append(f"It is `{rule.extends}` with changes.")
    if rule.where:
        said.append(f"It looks at: {', '.join(sorted(rule.where))}.")
    if rule.gathered_under:
        said.append(f"Not said where one of these says it: {', '.join(f'`{name}`' for name in rule.gathered_under)}.")
    return " ".join(said)


def _example(example: Example, plain: bool) -> str:
    """The text, its marks shown, and what goes with it."""
    lines = [*_quoted(example.bad or example.good, "> ", plain)]
    about = [*_given(example, plain), *(f"says: {_escaped(message, plain)}" for message in example.messages)]
    if example.fixed is not None:
        about.append(f"becomes: {_one_line(example.fixed, plain)}")
    if example.todo:
        about.append(f"why not yet: {example.todo}")
    return "\n".join(lines + ([""] if about else []) + [f"- {line}" for line in about])


def _given(example: Example, plain: bool) -> Iterator[str]:
    given = example.given
    for what, day in (("published", given.published), ("read on", given.today)):
        if day:
            yield f"{what} {day.isoformat()}"
    for name, source in example.sources.items():
        source = SourceText(source) if isinstance(source, str) else source
        about = [source.kind if source.kind != "outlet" else "", source.outlet, f"{source.published or ''}", source.url]
        about += ["translated" * source.translated, "licensed" * source.licensed]
        brackets = ", ".join(part for part in about if part)
        yield f"source {name}{f' ({brackets})' if brackets else ''}: {_one_line(source.text, plain)}"


def _options(rule: Rule) -> Iterator[str]:
    rows = []
    for option in options(rule.check):
        default = "" if option.default is None or option.default == option.value else f" (default: {option.default})"
        words = f" {option.words}" if option.words else ""
        rows.append(f"- `{option.name}` ({option.kind}): {option.value}{default}.{words}")
    if rows:
        yield f"## Options of the check `{rule.check.name}`"
        yield "\n".join(rows)


def _quoted(text: str, lead: str, plain: bool) -> Iterator[str]:
    """Every line of an example after a sign; one that another follows keeps its end."""
    lines = _marked(text.rstrip("\n"), plain).splitlines()
    for at, line in enumerate(lines):
        goes_on = line and at + 1 < len(lines) and lines[at + 1]
        yield f"{lead}{line}".rstrip() + ("\\" if goes_on and not plain else "")


def _one_line(text: str, plain: bool) -> str:
    return " / ".join(line.strip() for line in _marked(text, plain).splitlines() if line.strip())


def _marked(text: str, plain: bool) -> str:
    """A text with what is to be found in bold letters; a caret where it is a place without letters."""
    text = text.replace("<<>>", "<<^>>")
    return "**".join(_escaped(part, plain) for part in re.split(r"<<|>>", text))


def _escaped(text: str, plain: bool) -> str:
    return text if plain else _SPECIAL.sub(r"\\\1", text)
