"""The compiled catalogues are not kept in the repository: they are made where they are missing or old."""

import os
from pathlib import Path

from django.conf import settings


def compile_catalogues() -> list[Path]:
    """Which were made now. Several processes may do this at once: each finished file replaces the last."""
    made = []
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            import polib  # only when there is something to do

            unfinished = target.with_suffix(f".{os.getpid()}.part")
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(target)
            made.append(target)
    return made
