"""What the linter sees, as one page that needs nothing else: no network, and only the script and style inside it.

The text is a row of segments, each with all the marks that lie on it; the facts stand under each
paragraph, and the script shows those of the segment that was chosen. Without the script a mark is
a link to its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from newslint.view.facts import facts, headline
from newslint.view.layers import Layer, layer, usual
from newslint.view.marks import Item, Laid, Passage, Seen, Segment, laid
from newslint.view.markup import escaped, ident
from newslint.view.page import drafts as contents
from newslint.view.page import page as whole

_UNREAD = ("", "boilerplate", "front-matter", "code")
_GAP = 3
"""Pixels from the line of one layer to that of the next."""

_DRAWN = {
    "solid": "linear-gradient({c} 0 0)",
    "dashed": "repeating-linear-gradient(90deg, {c} 0 5px, #0000 5px 8px)",
    "dotted": "repeating-linear-gradient(90deg, {c} 0 2px, #0000 2px 4px)",
}


def show(drafts: Iterable[Seen], out: TextIO, layers: Sequence[str]) -> None:
    """Write one page with all these drafts."""
    out.write(page(list(drafts), layers))


def page(drafts: Sequence[Seen], layers: Iterable[str] = ()) -> str:
    """One page with these drafts; ``layers`` are all that it shows, otherwise each has its switch."""
    there = list(dict.fromkeys(name for seen in drafts for name in seen.layers))
    names = [name for name in there if name in set(layers)] or there
    on = names if len(names) < len(there) else usual(names)
    body = "\n".join(_article(at, seen, names, alone=len(drafts) == 1) for at, seen in enumerate(drafts, 1))
    header = f"""{_about(drafts)}
<div class="filters"><fieldset><legend>Layers</legend>
{_switches(names, on)}
<label><input type="checkbox" id="all-facts"> all facts</label>
</fieldset></div>"""
    body = f"""<div class="page">
<main id="text" tabindex="-1">
{body}
</main>
<aside class="panel" aria-label="Facts" aria-live="polite" tabindex="0">
<p>Choose a marked word to see what is known of it.</p>
</aside>
</div>"""
    titles = [_name(seen) for seen in drafts]
    return whole("inspect", titles, "what newslint sees", header=header, body=body, style=_layer_styles(names), skip="text")


def _layer_styles(names: Sequence[str]) -> str:
    """The colours and lines of these layers, each with the switch that turns it off."""
    lanes = [name for name in names if layer(name).line in _DRAWN]
    places = [f"0 calc(100% - {lane * _GAP}px) / 100% 2px" for lane in reversed(range(len(lanes)))]
    drawn = [f"var(--{ident(name)}-line, none) {place} no-repeat" for name, place in zip(lanes, places, strict=True)]
    colors = "".join(f"--{ident(name)}: light-dark({', '.join(layer(name).color)}); " for name in names)
    rules = [
        f":root {{ {colors}}}",
        f".mark {{ background: {', '.join([*drawn, 'var(--tint, #0000)'])}; padding-bottom: {len(lanes) * _GAP}px; }}",
    ]
    return "\n".join([*rules, *(rule for name in names for rule in _rules(ident(name), layer(name)))]) + "\n"


def _rules(name: str, look: Layer) -> Iterator[str]:
    if look.line in _DRAWN:
        parts = [f".{name}-{part}" for part in look.parts] or [f".{name}"]
        yield f"{', '.join(parts)} {{ --{name}-line: {_DRAWN[look.line].format(c=f'var(--{name})')}; }}"
    elif look.line == "tint":
        yield f".{name}-whole {{ --tint: var(--{name}); }}"
    else:
        yield f":root:has(#show-{name}:checked) .{name}-opens {{ border-left: 3px solid var(--{name}); padding-left: 3px; }}"
    off = f":root:has(#show-{name}:not(:checked))"
    yield f"{off} {{ --{name}: #0000; }}"
    yield f"{off} .fact.{name} {{ display: none; }}"


def _about(drafts: Sequence[Seen]) -> str:
    if len(drafts) == 1:
        return f'<p class="note">{_day(drafts[0])}</p>'
    return contents([_name(seen) for seen in drafts])


def _switches(names: Iterable[str], on: Iterable[str]) -> str:
    return "\n".join(
        f'<label><input type="checkbox" id="show-{ident(name)}" data-layer="{ident(name)}"{" checked" if name in on else ""}> '
        f'<span class="mark {_example(name)}">{escaped(name)}</span></label>'
        for name in names
    )


def _example(name: str) -> str:
    part = next(iter(layer(name).parts), "whole")
    return f"{ident(name)} {ident(name)}-{part} {ident(name)}-opens"


def _article(at: int, seen: Seen, names: Iterable[str], *, alone: bool) -> str:
    heading = "" if alone else f'<h2>{escaped(_name(seen))}</h2>\n<p class="note">{_day(seen)}</p>\n'
    there = [name for name in names if name in seen.layers]
    passages = "\n".join(_passage(f"m{at}-", seen, part) for part in laid(seen, there))
    return f'<article id="draft-{at}">\n{heading}{passages}\n</article>'


def _passage(prefix: str, seen: Seen, part: Laid) -> str:
    words = "".join(_segment(prefix, seen, segment) for segment in part.segments)
    return (
        f'<section class="{_kind(part.passage)}">\n{_margin(seen, part.passage)}'
        f'<p class="words" lang="{escaped(str(seen.rows["language"]))}">{words}</p>\n{_facts(prefix, seen, part.items)}</section>'
    )


def _kind(passage: Passage) -> str:
    unread = " unread" if passage.kind in _UNREAD else ""
    return f"passage {ident(passage.kind or 'gap')}{unread}"


def _margin(seen: Seen, passage: Passage) -> str:
    line = seen.line(passage)
    return f'<p class="kind"><b>{escaped(passage.kind or "not read")}</b> line {line}</p>\n'


def _segment(prefix: str, seen: Seen, segment: Segment) -> str:
    words = escaped(seen.text[segment.start : segment.end])
    if not segment.marks:
        return words
    classes = dict.fromkeys(word for mark in segment.marks for word in _words_of(mark.item.layer, mark.part))
    classes |= dict.fromkeys(f"{ident(mark.item.layer)}-opens" for mark in segment.opening if not mark.part)
    narrowest = reversed(segment.marks)
    ids = " ".join(dict.fromkeys(prefix + ident(mark.item.id) for mark in narrowest))
    inside = f'class="mark {" ".join(classes)}" data-of="{ids}"'
    stops = [mark for mark in segment.marks if _stop(mark.item.layer, mark.part)]
    if not stops or not words.strip():
        return f"<span {inside}>{words}</span>"
    first = any(mark.start == segment.start for mark in stops)
    of = " ".join(dict.fromkeys(ident(mark.item.layer) for mark in stops))
    return f'<a {inside} data-stop="{of}" href="#{ids.split()[0]}"{"" if first else " tabindex=-1"}>{words}</a>'


def _words_of(name: str, part: str) -> tuple[str, str]:
    return ident(name), f"{ident(name)}-{ident(part or 'whole')}"


def _stop(name: str, part: str) -> bool:
    """Whether the tab key stops at this: at the items themselves, and the parts that stand for them."""
    look = layer(name)
    return not look.broad and (part in look.heads if look.heads else not part)


def _facts(prefix: str, seen: Seen, items: Sequence[Item]) -> str:
    if not items:
        return ""
    rows = "\n".join(_fact(prefix, seen, item) for item in items)
    return f'<details class="facts"><summary>facts</summary>\n<ul>\n{rows}\n</ul>\n</details>\n'


def _fact(prefix: str, seen: Seen, item: Item) -> str:
    known = "".join(f"<div><dt>{escaped(label)}</dt><dd>{escaped(value)}</dd></div>" for label, value in facts(seen, item))
    return (
        f'<li class="fact {ident(item.layer)}" id="{prefix}{ident(item.id)}">{escaped(layer(item.layer).one)} '
        f"<b>{escaped(headline(seen, item))}</b>{f'<dl>{known}</dl>' if known else ''}</li>"
    )


def _name(seen: Seen) -> str:
    return str(seen.rows["id"])


def _day(seen: Seen) -> str:
    day = seen.rows.get("published")
    return escaped(f"published {day}" if day else "no date of publication")
