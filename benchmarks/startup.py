"""How long a whole run takes, as ratios to a bare Python and to proselint where it is installed.

    python benchmarks/startup.py [STORY] [--runs N]

Each command is run N times in turn, so that a busy machine slows all alike; the median counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "000_009268604145ada5.txt"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("story", nargs="?", type=Path, default=SEED)
    cli.add_argument("--runs", type=int, default=9)
    args = cli.parse_args()
    newslint = [sys.executable, "-m", "newslint", "check", "--isolated", "--exit-zero", str(args.story)]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "newslint --select T,W": [*newslint, "--select", "T,W"],
        "newslint": newslint,
        "newslint, every rule": [*newslint, "--min-severity", "info"],
    }
    proselint = Path(sys.executable).with_name("proselint")
    if proselint.exists() or shutil.which("proselint"):
        commands["proselint check"] = [str(proselint if proselint.exists() else "proselint"), "check", str(args.story)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in commands.values():  # so that every package has its bytecode
        subprocess.run(command, check=False, capture_output=True, env=environment)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(args.runs):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, check=False, capture_output=True, env=environment)
            taken[name].append(time.perf_counter() - began)
    bare = statistics.median(taken["python -c pass"])
    rival = statistics.median(taken["proselint check"]) if "proselint check" in taken else None
    print(f"{'':<24}{'seconds':>9}{'x Python':>10}" + (f"{'x proselint':>13}" if rival else ""))
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:<24}{middle:>9.3f}{middle / bare:>10.1f}" + (f"{middle / rival:>13.2f}" if rival else ""))


if __name__ == "__main__":
    main()
