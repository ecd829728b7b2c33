"""Catalogues that are compiled while the process runs are used by it, not only by the next."""

import os

from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from config.translations import compile_catalogues


def test_a_catalogue_made_just_now_is_read_at_once(tmp_path, settings):
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    try:
        with translation.override("nl"):
            assert translation.gettext("A word nobody uses.") == "A word nobody uses."
        source.write_text(
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgid "A word nobody uses."\nmsgstr "Een woord."\n'
        )
        assert compile_catalogues() == [folder / "django.mo"]
        with translation.override("nl"):
            assert translation.gettext("A word nobody uses.") == "Een woord."
        assert compile_catalogues() == []
        os.utime(source)  # younger than what was made of it
        assert compile_catalogues() == [folder / "django.mo"]
    finally:
        source.unlink()
        (folder / "django.mo").unlink(missing_ok=True)
        settings.LOCALE_PATHS = settings.LOCALE_PATHS[1:]
        translation_file_changed(sender=None, file_path=folder / "django.mo")
