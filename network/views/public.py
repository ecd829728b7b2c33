"""The fans, and the small files every site has."""

from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network import clock, images
from network.models import FanOrganisation
from network.pages import public_page

CLOSED = ("/beheer/", "/mijn/", "/account/")


@public_page
def fans(request: HttpRequest) -> HttpResponse:
    """Who offers podia; the number is of podia done that may be shown."""
    network = request.network
    podia = Count("podia", filter=Q(podia__status="done", podia__is_private=False))
    found = FanOrganisation.objects.filter(network=network, is_public=True).annotate(podia_done=podia)
    return render(request, "network/public/fans.html", {"fans": found})


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public_page
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness. It expires within a year and renews itself."""
    network = request.network
    expires = datetime.combine(clock.today() + timedelta(days=180), datetime.min.time())
    address = network.contact_email and f"mailto:{network.contact_email}"
    lines = [
        f"Contact: {address or request.build_absolute_uri(reverse('contact'))}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def logo(request: HttpRequest) -> HttpResponse:
    network = request.network
    if not network.logo:
        raise Http404
    try:
        picture = images.logo(str(network.logo))
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "public, max-age=86400"
    return response
