"""Fail where a score falls under its floor (``evaluation/floors.json``).

python evaluation/gate.py                        # hold all scores against their floors
python evaluation/gate.py stories --renew        # raise floors to what is measured now
python evaluation/gate.py --renew --lower WHY    # accept that some fall, and say why in the file
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from secondsource.errors import SecondsourceError
from secondsource.evaluate.floors import read_floors, renewed, write_floors
from secondsource.evaluate.gate import measure, verdict
from secondsource.evaluate.registry import GATED

FLOORS = Path(__file__).parent / "floors.json"


def main(arguments: list[str] | None = None) -> int:
    """Return 0 where nothing falls, else 1; what falls is printed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", nargs="*", choices=[*GATED, []], help="evaluations; all if none")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="file of the floors")
    parser.add_argument("--renew", action="store_true", help="raise floors to what is measured")
    parser.add_argument(
        "--lower", metavar="REASON", help="with --renew: accept falls, with the reason in the file"
    )
    given = parser.parse_args(arguments)
    floors = read_floors(given.floors)
    wrong = 0
    for name in given.what or GATED:
        measured = measure(name)
        if measured is None:
            print(f"{name}: not measured, its gold data is not at hand")
            continue
        if given.renew:
            floors = renewed(floors, measured.scores, measured.data, lower=given.lower)
            write_floors(given.floors, floors)
            print(f"{name}: {sum(s.system == 'secondsource' for s in measured.scores)} floors")
            continue
        problems = verdict(floors, measured)
        wrong += len(problems)
        print(f"{name}: {'nothing fell' if not problems else f'{len(problems)} wrong'}")
        for problem in problems:
            print(f"  {problem}")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SecondsourceError as error:
        sys.exit(f"gate: {error}")
