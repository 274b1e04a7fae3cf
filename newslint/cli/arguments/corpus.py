"""The words of ``newslint corpus``."""

from __future__ import annotations

import argparse

from newslint.cli.arguments.check import SELECTING
from newslint.cli.arguments.index import index_of
from newslint.cli.arguments.shared import Parser, comma, configuration, count, path, some

EXAMPLES = """\
examples:
  newslint corpus run stories.jsonl.gz --plan                 what is found, and the first document; lints nothing
  newslint corpus run stories.jsonl.gz --out results          lint it, on one machine
  newslint corpus run 'crawl/*.warc.gz' --out results --jobs 8
  newslint corpus run cms.csv --text-field body_html --published-field created --out results
  newslint corpus run s3://bucket/2024/ --storage-options s3.json --out s3://bucket/results
  newslint corpus run wire/ --out results --scheduler tcp://10.0.0.7:8786
  newslint corpus run stories.jsonl.gz --out results --resume  go on where a run was broken off
  newslint corpus index stories/ --out house.newslint-index    earlier stories, for 'newslint check --archive'
  newslint corpus search house.newslint-index harbour bridge   what was written about it
  newslint corpus summary results --html summary.html         findings per 1,000 words, with plots
"""

RUN = """\
FILE is a file, a folder, a glob or a URL that fsspec knows: JSON lines, JSON, CSV, TSV (packed with gzip, zstd or bzip2
too), Parquet, WARC, NITF, NewsML-G2, zip, tar, and every kind of text that 'newslint check' reads.

exit status: 0 every document was linted, 2 some were not (they stand in failures.parquet) or there is something
to mend in what was given, 3 a fault of newslint itself
"""

FIELDS = {
    "id": "its id (default: id, guid, uri, url)",
    "text": "its text (default: text, body, content, article ...)",
    "headline": "its headline, put before the text as a paragraph of its own (default: headline, title)",
    "published": "its day of publication (default: published, published_at, date ...)",
    "outlet": "who published it (default: outlet, source, publisher, site ...)",
    "format": "plain, markdown or html (default: format; without one, what the text looks like)",
    "sources": "its sources, a list of objects with name and text (default: sources)",
}


def corpus(commands: argparse._SubParsersAction[Parser], *, verbs: bool) -> None:
    raw = argparse.RawDescriptionHelpFormatter
    sub = commands.add_parser(
        "corpus", help="lint an archive, on one machine or a cluster; sum up what was found", epilog=EXAMPLES, formatter_class=raw
    )
    if verbs:
        below = sub.add_subparsers(dest="verb", metavar="run|summary|index|search", required=True, parser_class=Parser)
        _run(below.add_parser("run", help="lint every document of an archive", epilog=RUN, formatter_class=raw))
        _summary(below.add_parser("summary", help="findings per 1,000 words by rule, outlet and month, as text, JSON or a page"))
        index_of(below, inputs)


def inputs(verb: argparse.ArgumentParser) -> None:
    """Which documents: for every verb that reads an archive."""
    verb.add_argument("files", nargs="*", metavar="FILE", help="files, folders, globs or URLs of an archive")
    given = verb.add_argument_group("documents")
    given.add_argument("--input-format", metavar="KIND", help="what all files are (default: what they look like)")
    given.add_argument("--exclude", action="append", type=comma, metavar="PATTERNS", help="files and folders to leave out")
    given.add_argument("--storage-options", type=path, metavar="FILE.json", help="how to open a store, as fsspec wants it")
    given.add_argument("--limit", type=count, metavar="N", help="only the first N documents, for a try")
    given.add_argument("--sample", type=share, metavar="SHARE", help="only this share of them (0.01 or 1%%), the same every time")
    columns = verb.add_argument_group("columns of a record; a name with dots leads into objects (fields.bodyText)")
    for name, words in FIELDS.items():
        columns.add_argument(f"--{name}-field", metavar="NAME", help=words)


def _run(run: Parser) -> None:
    inputs(run)
    out = run.add_argument_group("results")
    out.add_argument("--out", metavar="FOLDER", help="where findings, documents and failures go, as Parquet; a URL will do")
    out.add_argument("--plan", action="store_true", help="say what is found and how it would be read; lint nothing")
    out.add_argument("--resume", action="store_true", help="go on with the run that left its work in FOLDER")
    out.add_argument("--overwrite", action="store_true", help="take the place of the results in FOLDER")
    out.add_argument("--html", type=path, metavar="FILE", help="write the summary there, as a page")
    work = run.add_argument_group("work")
    work.add_argument("--jobs", type=count, metavar="N", help="processes on this machine; 0 for one a CPU (default: 1)")
    work.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster that is there, such as tcp://host:8786")
    for name, words in (("ca", "the authority's certificate"), ("cert", "our certificate"), ("key", "the key of it")):
        work.add_argument(f"--tls-{name}", type=path, metavar="FILE.pem", help=f"for tls://: {words}")
    work.add_argument("--time-limit", type=amount, metavar="SECONDS", help="for a document of usual length (default: 60)")
    work.add_argument("--memory-limit", type=some, metavar="MB", help="for the process that lints (default: 2048)")
    work.add_argument("--retries", type=count, metavar="N", help="tries more, for a document that failed (default: 2)")
    work.add_argument("--max-failures", type=count, metavar="N", help="stop when there are more (default: go on)")
    work.add_argument("--shard-size", type=some, metavar="N", help="documents handed out at a time (default: 200)")
    choice = run.add_argument_group("which rules (prefixes of codes or rule ids, by comma; the longest that fits decides)")
    for flag, words in SELECTING.items():
        choice.add_argument(flag, action="append", type=comma, metavar="CODES", help=words)
    choice.add_argument("--profile", choices=("desk", "wire", "strict", "features"), help="what to lint for (default: desk)")
    choice.add_argument("--min-severity", choices=("error", "warning", "info"), help="leave out what is less grave")
    choice.add_argument("--min-confidence", choices=("high", "medium", "low"), help="leave out what is less sure")
    choice.add_argument("--max-per-rule", type=count, metavar="N", help="N findings of a rule and document; 0 for all")
    choice.add_argument("--facts", action="append", type=path, metavar="FILE.yml", help="a table of house facts (repeatable)")
    configuration(run)
    run.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")


def _summary(verb: Parser) -> None:
    verb.add_argument("folder", metavar="FOLDER", help="what 'newslint corpus run' wrote; a URL will do")
    verb.add_argument("--by", choices=("rule", "outlet", "month"), action="append", help="only by this (default: by all three)")
    verb.add_argument("--top", type=count, default=20, metavar="N", help="rows of a table; 0 for all (default: 20)")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="how (default: text)")
    verb.add_argument("--html", type=path, metavar="FILE", help="write a page there, with plots")
    verb.add_argument("--storage-options", type=path, metavar="FILE.json", help="how to open a store, as fsspec wants it")


def share(word: str) -> float:
    """``0.01`` or ``1%``."""
    try:
        value = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
    except ValueError:
        value = 0.0
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"a share such as 0.01 or 1%, not {word!r}")
    return value


def amount(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = 0.0
    if not 0 < value < 1e6:
        raise argparse.ArgumentTypeError(f"a number of seconds, not {word!r}")
    return value
