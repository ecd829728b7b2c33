"""A mail inside a page: in a frame without rights, its styles behind the nonce of the page."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

STYLE = re.compile(r'\sstyle="([^"]*)"')
HEAD_END = re.compile(r"</head>", re.IGNORECASE)


def frame(html: str, *, nonce: str, title: str) -> SafeString:
    """An iframe that shows the mail as it is sent.

    A mail carries its styles inside its elements, where our content security policy forbids them; here they
    move to one style element with the nonce of the page, which the frame inherits.
    """
    return format_html(
        '<iframe class="mail-frame" sandbox="" title="{}" srcdoc="{}"></iframe>', title, styled(html, nonce)
    )


def styled(html: str, nonce: str) -> str:
    rules: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        return f' data-s="{rules.setdefault(match[1], len(rules))}"'

    body = STYLE.sub(named, html)
    sheet = "".join(
        f'[data-s="{number}"]{{{rule.replace("&quot;", chr(34)).replace("&amp;", "&").replace("<", "")}}}'
        for rule, number in rules.items()
    )
    return HEAD_END.sub(lambda match: f'<style nonce="{nonce}">{sheet}</style></head>', body, count=1)
