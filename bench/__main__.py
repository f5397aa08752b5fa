"""All of it: `python -m bench`, which is what `make bench` runs. Tables and plots go to bench/results/."""

import subprocess
import sys

from bench.options import parser_of
from bench.server import ROOT

_PARTS = {
    "core": "the whole annotate against other engines",
    "growth": "number of names, size of text, number of matches",
    "answer": "where the time of an answer goes, inside the process",
    "start": "first answer after a start, memory of workers",
    "service": "the service under gunicorn, against an endpoint that only echoes",
}


def main() -> int:
    """Run the parts, each in a process of its own; 1 if one of them failed."""
    listed = "\n".join(f"  python -m bench.{part:8} {what}" for part, what in _PARTS.items())
    options = parser_of(f"{__doc__}\n\nEach part runs alone, too:\n{listed}").parse_args()
    failed = False
    for part in _PARTS:
        print(f"== {part}\n", flush=True)
        command = [sys.executable, "-m", f"bench.{part}", *(["--quick"] if options.quick else [])]
        failed |= subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
