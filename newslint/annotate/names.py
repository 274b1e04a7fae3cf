"""Names: entities put right by what stands around them, and grouped by bearer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER, SHORT_FORMS
from newslint.mentions import Abbreviation, Entity, Name, NameLabel
from newslint.spans import Span

_TITLES = r"""(?:
    Mr|Mrs|Ms|Miss|Mx|Messrs|Mme|Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Doctor|Prof|Professor|Rev|Reverend|Father|Sister|Rabbi|Imam|Sheikh
    |Ayatollah|Pope|Archbishop|Bishop|Cardinal|King|Queen|Prince|Princess|Duke|Duchess|Emperor|Emir|Sultan|President|Premier|Chancellor
    |(?:Prime\ |Foreign\ |Finance\ |Interior\ |Defen[cs]e\ |Health\ |Justice\ |Home\ )?(?:Minister|Secretary)|Minister|Secretary
    |Attorney\ General|Gov|Governor|Sen|Senator|Rep|Representative|Congress(?:man|woman)|Councillor|Cllr|Mayor|Ambassador|Speaker|Judge
    |Justice|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Cmdr|Commander|Lt|Lieutenant|Sgt|Sergeant|Cpl|Corporal|Pvt|Private|Adm
    |Admiral|Chief|Officer|Detective|Insp|Inspector|Superintendent|Constable|Supt|Coach
    |president|premier|chancellor|minister|secretary|leader|chair(?:man|woman)?|chief|spokes(?:man|woman|person)|director|governor|mayor
    |senator|ambassador|envoy|commander|coach|manager|captain|striker|midfielder|defender|goalkeeper|singer|actor|actress|author|founder
    |boss|head|executive|economist|analyst|professor|lawyer|officer|general|candidate|MP|MEP
)\.?"""
_BEFORE = re.compile(
    rf"""(?<![\w-])(?P<role>
        (?:(?:[A-Z][\w.-]+|former|ex-|then|acting|deputy|prime|foreign|vice|chief|news|state|party|opposition)\s+){{0,3}}{_TITLES}
        (?:\s+{_TITLES})?
    )\s+$""",
    re.VERBOSE,
)
_TITLE_INSIDE = re.compile(rf"(?P<role>{_TITLES}(?:\s+{_TITLES})?)\s+(?=[A-Z])", re.VERBOSE)
_AFTER = re.compile(
    rf""",\s+(?P<role>(?:(?:the|a|an|its|his|her|their|our|former)\s+)?(?:[\w'’-]+\s+){{0,5}}{_TITLES}
    (?:\s+(?:of|for|at|in|to)(?:\s+[\w'’-]+){{1,5}})?)(?=[,.;])""",
    re.VERBOSE,
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s|['’]|[\s,;:.!?\"”)\]]+)$")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_REACH = 70
"""Characters before and after a name in which its bearer's role may stand."""


def names(doc: Document) -> tuple[Name, ...]:
    """The names of a document. ``id`` is the fullest form used of the bearer, ``role`` what stands beside this mention."""
    found = _settled(list(_placed(doc.body, [_trimmed(entity, doc.body) for entity in doc.all(Entity)])), doc.body)
    found = sorted([*found, *_overlooked(doc.body, found)], key=lambda entity: entity.span)
    glosses = {abbreviation.letters: abbreviation.expansion.of(doc.text) for abbreviation in doc.all(Abbreviation) if abbreviation.expansion}
    bearers = _Bearers.of([_words(entity, doc.body) for entity in found if entity.label == "PERSON"])
    made = []
    for entity in found:
        words = _words(entity, doc.body)
        full = bearers.full(words) if entity.label == "PERSON" else _spelt_out(words, glosses)
        made.append(Name(entity.span, entity.label, full, _role(entity.span, doc.body) if entity.label == "PERSON" else ""))
    return tuple(made)
