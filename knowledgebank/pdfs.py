"""What the knowledge bank puts on paper: the method card, its sheet and the result of a scan, each on A4.

What was laid out is kept by what stands on it: anybody may ask for a card, and each costs one layout.
"""

import fcntl
import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override

from knowledgebank import scans
from knowledgebank.models import FillInForm, ScanTaking, Tool
from network import clock, paper
from network.links import absolute
from network.models import Network

if TYPE_CHECKING:
    from knowledgebank.kit import Kit

LINES = {"line": 1, "text": 3, "list": 5}
MOST_KEPT = 500
DESIGN = "2"  # counts up when the look of paper changes and its words do not
# What somebody reads beforehand goes to the back of the card when it is more than fits below the steps.
BACK = (
    "with_whom",
    "skills_participants",
    "skills_facilitator",
    "knowledge",
    "relation",
    "developers",
    "background",
)
SECTIONS_IN_FRONT, LETTERS_IN_FRONT = 2, 420


def method_card(tool: Tool, network: Network) -> bytes:
    """The card with its steps, facts and sections, in the house style; the address of its page below."""
    with override(tool.language):
        values = {
            "tool": tool,
            "steps": list(tool.steps.all()),
            "has_back": _has_back(tool),
            "next_tools": list(tool.next_tools.order_by("title")),
            "address": absolute(network, reverse("tool", args=[tool.slug])),
        }
        return _kept("knowledgebank/pdf/method_card.html", values, network)


def _has_back(tool: Tool) -> bool:
    said = [text for text in (getattr(tool, name) for name in BACK) if text]
    return len(said) > SECTIONS_IN_FRONT or sum(map(len, said)) > LETTERS_IN_FRONT


def blank_sheet(form: FillInForm, network: Network) -> bytes:
    """The questions with room to write."""
    values = {
        "form": form,
        "tool": form.tool,
        "questions": [(question, range(LINES[question.kind])) for question in form.questions.all()],
        "address": absolute(network, reverse("tool", args=[form.tool.slug])),
    }
    return _kept("knowledgebank/pdf/blank_sheet.html", values, network)


def slides(kit: "Kit", network: Network) -> bytes:
    """A title, the quote of one's own story, a figure on each slide, and where to go on."""
    story = kit.own_story
    values = {
        "kit": kit,
        "person": kit.person,
        "occasion": kit.occasion,
        "quote": (story.quote if story else "") or kit.person.quote,
        "lessons": story.lesson_list if story else [],
        "address": absolute(network, reverse("knowledge")),
        "code": _qr(absolute(network, reverse("knowledge"))),
    }
    return _kept("knowledgebank/pdf/slides.html", values, network)


def _qr(address: str) -> str:
    """A QR code as SVG in a `data:` address."""
    return segno.make(address, error="m").svg_data_uri(border=0, dark="#0c4036")


def scan_result(taking: ScanTaking, address: str) -> bytes:
    """The result of a filled-in scan, with the address at which it is found again; kept nowhere."""
    values = {"scan": taking.scan, "result": scans.result_of(taking, clock.today()), "address": address}
    return paper.printed(
        "knowledgebank/pdf/scan_result.html", values, network=taking.scan.network, on=taking.taken_on
    )


def _kept(template: str, values: dict[str, Any], network: Network) -> bytes:
    """The PDF of these words in these colours; laid out when it was not before, one at a time."""
    words = render_to_string(template, {**values, "network": network, "language": get_language()})
    look = json.dumps([DESIGN, network.brand_colour, network.accent_colour, words])
    folder = Path(default_storage.path("paper"))
    target = folder / f"{hashlib.blake2s(look.encode(), digest_size=16).hexdigest()}.pdf"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            if not target.exists():
                unfinished = target.with_name(f"{secrets.token_hex(8)}.part")
                unfinished.write_bytes(paper.printed(template, values, network=network))
                unfinished.replace(target)
                _forget_oldest(folder)
    return target.read_bytes()


def forget_kept() -> None:
    """Away with what was laid out: somebody's quote or story may stand on it. It is made anew when asked."""
    for path in Path(default_storage.path("paper")).glob("*.pdf"):
        path.unlink(missing_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-MOST_KEPT]:
        path.unlink(missing_ok=True)
