"""YAML read as text and typed by the fields of dataclasses.

Rule files, configuration, source manifests, front matter and facts tables all come in
through here. PyYAML's own typing is not used: it reads ``{NO: Norway, 12:30: x}`` as
``{False: 'Norway', 750: 'x'}``. Every scalar is text until an annotation says otherwise,
duplicate and unknown keys are refused, and each complaint has its file, line and column.
"""

from __future__ import annotations

from newslint.typedyaml.complaints import MOST_SHOWN, absent, closest, nearest
from newslint.typedyaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from newslint.typedyaml.tree import Faults, Place, parse, read_text
from newslint.typedyaml.values import Raw, field_types, load, pairs, typed

__all__ = [
    "MOST_SHOWN", "Faults", "MappingNode", "Node", "Place", "Raw", "ScalarNode", "SequenceNode", "absent", "closest",
    "field_types", "load", "nearest", "pairs", "parse", "read_text", "typed",
]  # fmt: skip
