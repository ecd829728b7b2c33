"""The one sanitiser: every rich text passes it on its way in, whatever way that is."""

import nh3

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
