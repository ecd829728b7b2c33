"""The pages for what goes wrong: in style, without a trace, with a number to quote."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    reference = secrets.token_hex(4).upper()
    view = request.resolver_match.view_name if request.resolver_match else ""
    logger.warning("error page %s, reference %s, view %s", status, reference, view)
    return render(request, f"{status}.html", {"reference": reference}, status=status)
