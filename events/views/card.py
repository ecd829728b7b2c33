"""Behind the QR code of a card. Light: one page and one small stylesheet, on a hall full of telephones."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import card_page
from events.actions import checking_in, receiving_leads
from events.forms.card import FeedbackForm, HereForm, LeadForm
from events.models import BusinessCard
from events.templatetags.cards import card_css, style_url
from network.colours import palette_of
from network.middleware import speaking_network_or_404
from network.models import Network

FOR_EVER = "public, max-age=31536000, immutable"


def card_in(request: HttpRequest, code: str) -> BusinessCard:
    """The door: a card of the network of the host name. A private podium has no page."""
    network = speaking_network_or_404(request)
    cards = BusinessCard.objects.select_related("person", "podium__host")
    card = get_object_or_404(cards, network=network, code=code.lower())
    if card.podium and card.podium.is_private:
        raise Http404
    card.network = network
    return card


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, code: str) -> HttpResponse:
    found = card_in(request, code)
    values = card_page.page_of(found)
    form = _lead_form(request, values)
    if request.method == "POST" and form.is_valid():
        receiving_leads.receive(
            card=found, inquiry=form.inquiry(), signs=form.signs(request), form_token=form.token()
        )
        return redirect("card_thanks", found.code)
    status = 422 if form.is_bound else 200
    return render(request, "events/card/card.html", values | {"form": form}, status=status)


def _lead_form(request: HttpRequest, values: dict[str, Any]) -> LeadForm:
    network = request.network
    bringer = values["person"]
    return LeadForm(
        request.POST if request.method == "POST" else None,
        themes=[capfirst(theme) for theme in values["themes"]],
        consent_text=consent_text(network),
        bringer_text=_("%(name)s may hear what comes of it") % {"name": bringer.full_name} if bringer else "",
        language=get_language() or "nl",
    )


def consent_text(network: Network) -> str:
    """Kept with the lead, word for word: what was agreed to is what was shown."""
    return _(
        "%(network)s may keep these details to answer me, to send me on to somebody who can help, and to ask"
        " after three and six months what came of it. I can take this back at any time."
    ) % {"network": network.name}


def thanks(request: HttpRequest, code: str) -> HttpResponse:
    found = card_in(request, code)
    values = {"card": found, "can_check_in": card_page.can_check_in(found.podium)}
    return render(request, "events/card/thanks.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def here(request: HttpRequest, code: str) -> HttpResponse:
    """ "I am here": counted, and nobody knows who."""
    found = card_in(request, code)
    if not card_page.can_check_in(found.podium):
        return render(request, "events/card/here_closed.html", {"card": found})
    form = HereForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        checking_in.check_in(
            card=found,
            is_entrepreneur=form.cleaned_data["who"] == "entrepreneur",
            token=form.token(),
            signs=form.signs(request),
        )
        return redirect(reverse("card_feedback", args=[found.code]) + "?welkom")
    status = 422 if form.is_bound else 200
    return render(request, "events/card/here.html", {"card": found, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, code: str) -> HttpResponse:
    found = card_in(request, code)
    if not card_page.can_check_in(found.podium):
        return render(request, "events/card/here_closed.html", {"card": found})
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        checking_in.give_feedback(
            card=found,
            useful=typed["useful"],
            plan=typed["plan"],
            line=typed["line"],
            token=form.token(),
            signs=form.signs(request),
        )
        return redirect(reverse("card", args=[found.code]) + "?dank")
    values = {"card": found, "form": form, "is_welcome": "welkom" in request.GET}
    return render(request, "events/card/feedback.html", values, status=422 if form.is_bound else 200)


def style(request: HttpRequest, digest: str) -> HttpResponse:
    """The network's colours and the few rules of these pages in one file, kept by the browser for good."""
    network = request.network
    if style_url(network).rstrip("/").split("/")[-1] != f"{digest}.css":
        return redirect(style_url(network))
    response = HttpResponse(card_css(palette_of(network).css), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    return response
