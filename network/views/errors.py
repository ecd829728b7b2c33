"""The pages for what goes wrong: in style, without a trace, with a number to quote."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

logger = logging.getLogger(__name__)

# When even the page for a fault has a fault. It needs no database, no template and no file.
LAST_RESORT = """<!doctype html>
<html lang="nl">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>500</title>
<h1>Er ging bij ons iets mis</h1>
<p>Het ligt niet aan jou. Probeer het straks nog eens.</p>
<p lang="en">Something went wrong on our side. It is not your fault. Try again later.</p>
</html>
"""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that belongs to it: open for too long, or in a browser without cookies."""
    return _page(request, 403, "403_form.html", form=request.get_full_path())


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with translation.override(_language(request)):
        return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    return _page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    try:
        return _page(request, 500)
    except Exception:  # whatever it is, the reader gets an answer
        logger.exception("the page for a fault has a fault")
        return HttpResponse(LAST_RESORT, status=500)


def _page(request: HttpRequest, status: int, template: str = "", **values: str) -> HttpResponse:
    reference = secrets.token_hex(4).upper()
    view = request.resolver_match.view_name if request.resolver_match else ""
    logger.warning("error page %s, reference %s, view %s", status, reference, view)
    with translation.override(_language(request)):
        return render(
            request, template or f"{status}.html", {"reference": reference, **values}, status=status
        )


def _language(request: HttpRequest) -> str:
    """Of the request, or what its browser asks for where it was refused before that was found out."""
    return getattr(request, "LANGUAGE_CODE", "") or translation.get_language_from_request(request)
