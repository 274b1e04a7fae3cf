"""The words of ``newslint rules``."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.cli.arguments.shared import COLOR, Parser, comma, configuration, count, path


def verbs_of(verbs: argparse._SubParsersAction[Parser]) -> None:
    listing = verbs.add_parser("list", help="every rule: code, severity, what it needs, how it fared, title")
    listing.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="how (default: text)")
    test = verbs.add_parser("test", help="run the examples of rule files")
    test.add_argument("paths", nargs="*", type=path, metavar="FILE|FOLDER", help="rule files, tables of facts (default: all)")
    docs = verbs.add_parser("docs", help="write the manual: a page a rule and an index")
    docs.add_argument("--out", type=path, default=Path("docs/rules"), metavar="FOLDER", help="where (default: docs/rules)")
    for verb in (listing, docs):
        verb.add_argument("--select", action="append", type=comma, metavar="CODES", help="only these, by comma: prefixes or ids")
    schema = verbs.add_parser("schema", help="JSON Schema of rule files and configurations, for editors")
    schema.add_argument("which", nargs="?", choices=("rule", "config"), help="print this one (default: write both)")
    schema.add_argument("--out", type=path, default=Path("schemas"), metavar="FOLDER", help="where (default: schemas)")
    for verb in (docs, schema):
        verb.add_argument("--check", action="store_true", help="write nothing; exit status 1 if it is out of date")
    for verb in (listing, test, docs, schema, _try(verbs), _new(verbs)):
        configuration(verb)


def _try(verbs: argparse._SubParsersAction[Parser]) -> Parser:
    verb = verbs.add_parser("try", help="how often a rule speaks on real stories, and what it says there")
    verb.add_argument("rule", metavar="CODE|ID|FILE", help="a rule, or its file; one that is a draft or switched off too")
    verb.add_argument(
        "--on", nargs="+", required=True, metavar="FOLDER|GLOB|FILE", help="stories: texts, folders, globs, batches (.jsonl)"
    )
    verb.add_argument("--sample", type=count, default=20, metavar="N", help="show N of its findings, by chance (default: 20)")
    verb.add_argument("--seed", type=int, default=1, metavar="N", help="another draw")
    verb.add_argument(
        "--min-confidence",
        choices=("high", "medium", "low"),
        default="medium",
        help="only what is at least as sure (default: medium)",
    )
    verb.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)
    return verb


def _new(verbs: argparse._SubParsersAction[Parser]) -> Parser:
    verb = verbs.add_parser("new", help="write a rule: asks at a terminal, else takes it from these options")
    verb.add_argument("path", nargs="?", type=path, metavar="FILE|FOLDER", help="where (default: the first rules-path)")
    verb.add_argument("--check", metavar="NAME", help="what finds it (default: prefer with --prefer, else pattern)")
    verb.add_argument("--id", metavar="ID", help="its name: small letters and hyphens (default: from the title)")
    verb.add_argument("--code", metavar="CODE", help="such as W901 (default: the next that is free)")
    verb.add_argument("--title", metavar="TEXT", help="what is wrong, in a few words")
    verb.add_argument("--words", action="append", metavar="WORDS", help="words or a phrase that should not be there (repeatable)")
    verb.add_argument("--prefer", action="append", metavar="WORDS", help="better ones, in the same order (repeatable)")
    verb.add_argument("--message", metavar="TEXT", help="what is said; {found} stands for the words found")
    verb.add_argument("--why", metavar="TEXT", help="why it matters")
    verb.add_argument("--severity", choices=("error", "warning", "info"), help="how grave it is (default: warning)")
    verb.add_argument("--bad", action="append", metavar="TEXT", help="a sentence where it is wrong (repeatable)")
    verb.add_argument("--good", action="append", metavar="TEXT", help="a sentence where it is right (repeatable; two are needed)")
    return verb
