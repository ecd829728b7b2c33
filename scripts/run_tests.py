"""Runs pytest on one database: `python -m scripts.run_tests sqlite|postgresql [pytest arguments]`.

PostgreSQL is a private cluster that lives as long as the run.
"""

import os
import signal
import subprocess
import sys
from contextlib import nullcontext

from tests import servers


def main() -> int:
    database, *arguments = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are stopped on the way out
    environment = {**os.environ}
    environment.pop("TEST_DATABASE_URL", None)
    # Without bytecode every process of the run, and every one that a test starts, compiles it all again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not servers.chromium() and os.environ.get("CI", "").lower() not in ("1", "true"):
        print("No Chromium here, so the journeys in a browser are skipped; install the package chromium.")
    if not any(argument.startswith(("-n", "--numprocesses")) for argument in arguments):
        # One more than there are cores: who waits for a browser, a worker or a server leaves one idle.
        arguments = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal", *arguments]
    try:
        with servers.postgresql() if database == "postgresql" else nullcontext() as url:
            if url:
                environment["TEST_DATABASE_URL"] = url
            print(f"Tests on {database}:", flush=True)
            return subprocess.run(
                [sys.executable, "-m", "pytest", "-q", *arguments], env=environment
            ).returncode
    except servers.Missing as missing:
        print(missing)
        return 1


if __name__ == "__main__":
    sys.exit(main())
