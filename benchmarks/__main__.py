"""Run every case, interleaved with its baseline, and print the ratios: of the medians, or of what the case says.

python -m benchmarks [CASE …] [--runs N]
"""

import argparse
import sys

from benchmarks import cases
from benchmarks.pairs import Case, measure


def main() -> int:
    """Measure, print a line for each case, and fail when a limit is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of cases; all without one")
    parser.add_argument("--runs", type=int, default=9, help="runs of each side, at least 7")
    options = parser.parse_args()
    every = cases.every()
    unknown = set(options.cases) - {case.name for case in every}
    if unknown:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    chosen = [case for case in every if not options.cases or case.name in options.cases]
    print(f"{'case':<34} {'ours':>9} {'baseline':>9} {'ratio':>6} {'limit':>6}")
    return max(_run(case, case.runs or max(7, options.runs)) for case in chosen)


def _run(case: Case, runs: int) -> int:
    ours, baseline = measure(case, runs)
    measured, against = case.of(ours), case.of(baseline)
    ratio = measured / against
    over = ratio > case.limit
    print(
        f"{case.name:<34} {_shown(measured, case.unit):>9} {_shown(against, case.unit):>9}"
        f" {ratio:>6.2f} {case.limit:>6.1f}{'  over the limit' if over else ''}",
        flush=True,
    )
    return int(over)


def _shown(value: float, unit: str) -> str:
    return f"{value / 1e6:.1f} MB" if unit == "MB" else f"{value * 1000:.2f} ms"


if __name__ == "__main__":
    sys.exit(main())
