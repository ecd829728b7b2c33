"""The lock files: made by `python -m scripts.lock`, judged by `python -m scripts.lock --check`.

They hold versions and hashes and no address of an index: every machine uses its own.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^\s;]+)(?P<rest>.*)$")


def make() -> int:
    for name, extra in (("requirements.txt", []), ("requirements-dev.txt", ["--extra", "dev"])):
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            "pyproject.toml",
            *extra,
            "--output-file",
            name,
        ]
        command += ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
        command += ["--no-emit-index-url", "--no-emit-find-links"]
        if done := subprocess.run(command, cwd=ROOT).returncode:
            return done
    return 0


def pins(lock: Path) -> dict[str, list[str]]:
    """Version per package; a package can have one per Python version."""
    found: dict[str, list[str]] = {}
    for line in lock.read_text().splitlines():
        if match := PINNED.match(line):
            found.setdefault(canonicalize_name(match["name"]), []).append(match["version"])
    return found


def faults() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    said, locked = [], {}
    for name, requirements in wanted.items():
        text = (ROOT / name).read_text()
        locked[name] = pins(ROOT / name)
        if re.search(r"https?://|--(extra-)?index-url|--find-links|file:", text):
            said.append(f"{name} names an address; only versions and hashes belong there.")
        for block in re.split(r"\n(?=[A-Za-z0-9])", text):
            if PINNED.match(block.split("\n")[0]) and "--hash=sha256:" not in block:
                said.append(f"{name}: no hash for {block.split()[0]}.")
        for requirement in map(Requirement, requirements):
            versions = locked[name].get(canonicalize_name(requirement.name), [])
            if not versions:
                said.append(f"{name} lacks {requirement.name}; run make lock.")
            said += [
                f"{name} has {requirement.name} {version}, asked is {requirement.specifier}; run make lock."
                for version in versions
                if not requirement.specifier.contains(version, prereleases=True)
            ]
    for package, versions in locked["requirements.txt"].items():
        if locked["requirements-dev.txt"].get(package) != versions:
            said.append(f"The two lock files differ about {package}; run make lock.")
    return said


if __name__ == "__main__":
    if "--check" in sys.argv:
        found = faults()
        print("\n".join(found) or "The lock files are fresh.")
        sys.exit(bool(found))
    sys.exit(make())
