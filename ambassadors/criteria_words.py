"""The criteria a network starts with, in both languages. The SME test is apart: no opinion."""

from collections.abc import Iterator

from django.utils.translation import gettext, gettext_noop, override

NAMES = [
    (
        gettext_noop("Own positive experience"),
        gettext_noop(
            "What did this entrepreneur change, and what came of it? 1: heard about it; 3: did it once; "
            "5: does it, and can show what it brought."
        ),
    ),
    (
        gettext_noop("Motivation of their own"),
        gettext_noop(
            "Why do they want this? 1: because somebody asked; 3: sees the use; 5: would do it anyway."
        ),
    ),
    (
        gettext_noop("It works in their own company"),
        gettext_noop("Can you see it on the shop floor? 1: a plan; 3: in one team; 5: it is how they work."),
    ),
    (
        gettext_noop("Willing and able to tell it"),
        gettext_noop(
            "Do people listen? 1: would rather not; 3: with some help; 5: makes others want to start."
        ),
    ),
]


def defaults() -> Iterator[tuple[str, str, str]]:
    """Name in Dutch, name in English, guidance in Dutch."""
    for name, guidance in NAMES:
        with override("nl"):
            yield gettext(name), name, gettext(guidance)
