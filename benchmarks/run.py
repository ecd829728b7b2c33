"""Every benchmark after the other, each on its own throw-away database: `make bench [ARGS="chase pages"]`.

`make drills` runs those that try a promise at full size.
"""

import subprocess
import sys
import time

from benchmarks.apart import ROOT

BENCHMARKS = {
    "chase": "who is due what, over 1,000 and 100,000 ambassadors",
    "hall": "250 telephones behind one address scan a card and ask a question",
    "plaques": "plaques for 1, 25, 250 and 1,000 people",
    "composition": "the composition with 25 ambassadors and 40 candidates, and what one tick asks",
    "mail": "a mail ready to send",
    "dashboard": "the leader's first screen with ten networks and 75,000 podia",
    "report": "the client's report over ten years with 25 ambassadors: page, PDF and Excel",
    "matching": "who suits one request, among up to 3,000 ambassadors",
    "rounds": "the board of a round with 10, 100 and 1,000 candidates",
    "search": "the search right after a change, for a visitor, the team and the worker",
    "pages": "queries, CPU and requests a second of the pages",
}
# Not to measure but to try: they end with an error when a promise is not kept.
DRILLS = {
    "outage": "the mail server away for 24 hours, on a moved clock",
    "dashboard": BENCHMARKS["dashboard"],
    "migrations": "every migration undone and done again over 565,000 rows",
}


def main() -> int:
    known = BENCHMARKS | DRILLS
    names = sys.argv[1:] or list(BENCHMARKS)
    if names == ["drills"]:
        names = list(DRILLS)
    if unknown := set(names) - set(known):
        print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        return 2
    failed = 0
    for name in names:
        print(f"\n== {name}: {known[name]}", flush=True)
        started = time.monotonic()
        failed += bool(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT).returncode)
        print(f"({time.monotonic() - started:.0f} s)", flush=True)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
