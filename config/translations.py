"""The compiled catalogues are not kept in the repository: they are made where they are missing or old."""

import os
from pathlib import Path

from django.conf import settings
from django.utils.translation.reloader import translation_file_changed


def compile_catalogues() -> list[Path]:
    """Which were made now. Several processes may do this at once: each finished file replaces the last.

    What this process read before is forgotten, else it would go on in English until it is started again.
    """
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
            translation_file_changed(sender=None, file_path=target)
    return made
