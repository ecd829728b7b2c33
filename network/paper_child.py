"""The child process of `network.paper`: HTML in, a tagged PDF out; no network, no database, hard limits."""

import logging
import sys
from typing import Any

from network.confined import receive, restrict, send

VARIANT = "pdf/ua-1"


def main() -> None:
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints may not end up between the answers
    if receive(incoming) is None:
        return
    try:
        import weasyprint  # noqa: F401

        import network.pdf  # noqa: F401

        restrict()
    except Exception as problem:  # Pango is missing, say
        send(outgoing, {"error": type(problem).__name__}, [])
        return
    logging.getLogger("weasyprint").disabled = True  # its complaints would name people
    send(outgoing, {"ready": True}, [])
    while (request := receive(incoming)) is not None:
        try:
            pdf = lay_out(*request)
        except Exception as problem:
            send(outgoing, {"error": type(problem).__name__}, [])
        else:
            send(outgoing, {}, [pdf])


def lay_out(page: dict[str, Any], blobs: list[bytes]) -> bytes:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from network.pdf import FONT_FACES, OwnMediaFetcher

    fonts = FontConfiguration()
    named = {f"own:{name}": blob for name, blob in zip(page["pictures"], blobs, strict=True)}
    faces = CSS(string=FONT_FACES, font_config=fonts, url_fetcher=OwnMediaFetcher())
    source = HTML(string=page["html"], base_url="own:page", url_fetcher=OwnMediaFetcher(named))
    document = source.render(stylesheets=[faces], font_config=fonts, pdf_variant=VARIANT)
    document.metadata.authors = [page["author"]]
    document.metadata.created = document.metadata.modified = page["created"]
    # An identifier of True is the digest of the content.
    content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=True)
    return content


if __name__ == "__main__":
    main()
