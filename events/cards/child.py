"""The child process that lays out cards: no network, no database, no secrets, and hard limits."""

import logging
import sys
from html import escape

from ambassadors.plaques.child import receive, restrict, send

VARIANT = "pdf/ua-1"


def main() -> None:
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints may not end up in the answer
    request = receive(incoming)
    if request is None:
        return
    header, blobs = request
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration

        from network.pdf import FONT_FACES, OwnMediaFetcher

        logging.getLogger("weasyprint").disabled = True
        restrict()
        fetcher = OwnMediaFetcher(dict(zip(header["media"], blobs, strict=True)))
        fonts = FontConfiguration()
        html = (
            f'<!doctype html><html lang="{escape(header["language"])}"><head><title>{escape(header["title"])}'
            f"</title></head><body>{header['html']}</body></html>"
        )
        css = CSS(string=FONT_FACES + header["css"], font_config=fonts, url_fetcher=fetcher)
        pdf = HTML(string=html, base_url="own:page", url_fetcher=fetcher).write_pdf(
            stylesheets=[css], font_config=fonts, pdf_variant=VARIANT, pdf_identifier=True
        )
    except Exception as problem:  # Pango is missing, say
        send(outgoing, {"error": type(problem).__name__}, [])
        return
    send(outgoing, {"ready": True}, [pdf])


if __name__ == "__main__":
    main()
