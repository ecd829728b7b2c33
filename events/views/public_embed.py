"""The agenda and the card of one person inside the sites of fans: no script, framed by those only."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from ambassadors.public_people import public_people
from events import agenda as agendas
from network import clock
from network.models import FanOrganisation, Network
from network.pages import public_page

PODIA = 5


@public_page
def how(request: HttpRequest) -> HttpResponse:
    """What a fan copies into its own site."""
    network, today = request.network, clock.today()
    people = [one for one in public_people(network, today, with_work=False) if not one.is_honorary]
    context = {
        "agenda_code": _line(request, reverse("embed_agenda"), f"{_('Agenda')} {network.name}", 460),
        "people": [
            (one.full_name, _line(request, reverse("embed_person", args=[one.slug]), one.full_name, 280))
            for one in people
        ],
        "hosts": [urlsplit(origin).netloc for origin in origins(network)],
    }
    return render(request, "events/public/embed_how.html", context)


def _line(request: HttpRequest, path: str, title: str, height: int) -> SafeString:
    """What a fan pastes: HTML, that the page itself shows as text."""
    return format_html(
        '<iframe src="{}" title="{}" width="600" height="{}" style="width:100%;border:0" loading="lazy">'
        "</iframe>",
        request.build_absolute_uri(path),
        title,
        height,
    )


@public_page
@xframe_options_exempt
def agenda(request: HttpRequest) -> HttpResponse:
    network, today = request.network, clock.today()
    people = public_people(network, today, with_work=False)
    items = agendas.agenda(network, today, people, most=PODIA)
    return _framed(request, network, "events/embed/agenda.html", {"items": items})


@public_page
@xframe_options_exempt
def person(request: HttpRequest, slug: str) -> HttpResponse:
    network = request.network
    found = next((one for one in public_people(network, clock.today()) if one.slug == slug), None)
    if found is None:
        raise Http404
    return _framed(request, network, "events/embed/person.html", {"person": found})


def origins(network: Network) -> list[str]:
    """The sites of the public fans: only they may frame what is meant for them."""
    found = set()
    sites = FanOrganisation.objects.filter(network=network, is_public=True).exclude(website="")
    for website in sites.values_list("website", flat=True):
        parts = urlsplit(website)
        # Nothing of an address may end up in a header but a scheme and a plain host name.
        host = parts.netloc.rpartition("@")[2].lower()
        if parts.scheme in ("http", "https") and host and all(c.isalnum() or c in ".-:" for c in host):
            try:
                name = host.encode("idna").decode()
            except UnicodeError:  # a part that is empty or too long
                continue
            bare = name.removeprefix("www.")
            found |= {f"{parts.scheme}://{name}", f"{parts.scheme}://{bare}", f"{parts.scheme}://www.{bare}"}
    return sorted(found)


def _framed(
    request: HttpRequest, network: Network, template: str, context: dict[str, object]
) -> HttpResponse:
    context |= {"site": request.build_absolute_uri("/"), "language": get_language() or settings.LANGUAGE_CODE}
    response = render(request, template, context)
    ancestors = " ".join(["'self'", *origins(network)])
    response["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
        f"form-action 'none'; object-src 'none'; frame-ancestors {ancestors}"
    )
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
