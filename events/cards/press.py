"""Starts the child that makes the PDF of a page of cards."""

import io
import os
import subprocess
import sys
from pathlib import Path

from ambassadors.plaques import child
from events.cards.sheet import Card, html_of

SECONDS = 30.0
ROOT = Path(__file__).resolve().parents[2]


class Unavailable(Exception):
    """No PDF could be made on this machine, or not in time; says how, never about whom."""


def print_cards(card: Card) -> bytes:
    """Ten of one card on A4. Takes a second or two."""
    html, css, media = html_of(card)
    header = {
        "html": html,
        "css": css,
        "media": list(media),
        "language": card.language,
        "title": card.document_title,
    }
    outgoing = io.BytesIO()
    child.send(outgoing, header, list(media.values()))
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "HOME") if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "events.cards.child"],
            cwd=ROOT,
            env={**kept, "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"},
            input=outgoing.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise Unavailable("time") from problem
    answer = child.receive(io.BytesIO(done.stdout))
    if answer is None:
        raise Unavailable("crash")
    found, blobs = answer
    if "error" in found:
        raise Unavailable(found["error"])
    return blobs[0]
