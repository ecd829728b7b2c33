"""The year's podia as dots, the mark of the whole: what is drawn, and the same in words. Pure."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_DOTS = 9  # beyond this the row would no longer be read at a glance


def dot_marks(done: int, agreed: int, required: int) -> dict[str, Any]:
    shown_done = min(done, MOST_DOTS)
    shown_agreed = min(agreed, MOST_DOTS - shown_done)
    shown_open = max(min(required, MOST_DOTS) - shown_done - shown_agreed, 0)
    marks = ["done"] * shown_done + ["agreed"] * shown_agreed + ["open"] * shown_open
    return {
        "marks": [(mark, 8 + 24 * at) for at, mark in enumerate(marks)],
        "width": max(24 * len(marks) - 8, 16),
    }


def dots_text(done: int, agreed: int, required: int) -> str:
    """The three dots in words, for whoever does not see them."""
    if not required:
        text = ngettext("%(done)d podium done", "%(done)d podia done", done) % {"done": done}
    else:
        text = _("%(done)d of %(required)d podia done") % {"done": done, "required": required}
    if agreed:
        text += ", " + ngettext("%(agreed)d agreed", "%(agreed)d agreed", agreed) % {"agreed": agreed}
    return text
