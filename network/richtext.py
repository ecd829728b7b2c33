"""From what people write to HTML: their few marks, and the one sanitiser that every rich text passes."""

import re

import nh3

from network import wording

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br"}


def clean(html: str) -> str:
    """Only the tags of an ordinary text; links to https and mail. Cleaning twice is cleaning once."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer",
    )


HEADING = re.compile(r"^##\s+(.+)$", re.MULTILINE)


def from_marks(text: str) -> str:
    """The marks of a mail (see `wording`), and `## ` before a heading, as clean HTML."""
    first, *rest = HEADING.split(text.replace("\r\n", "\n"))
    html = wording.to_html(first)
    for heading, below in zip(rest[::2], rest[1::2], strict=True):
        html += f"<h2>{nh3.clean_text(heading.strip())}</h2>{wording.to_html(below)}"
    return clean(html)
