"""Mijn: my card, on paper, on my telephone and on the last slide; and what came of it."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ambassadors.permissions import PersonRequest, ambassador_only
from events import card_prints
from events.actions import handing_cards
from events.cards import press, slide
from events.cards.sheet import qr_inline
from events.models import BusinessCard, Lead, Podium, Stage
from events.permissions import card_for, podia_of, podium_for
from network import clock, paper

MOST_PODIA = 6
PER_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def card(request: PersonRequest) -> HttpResponse:
    """My own card, and one for each podium to come. Making one is a button: opening changes nothing."""
    person = request.person
    if request.method == "POST":
        handing_cards.card_of_person(person)
        messages.success(request, _("Your card is ready."))
        return redirect("my_card")
    own = BusinessCard.objects.filter(person=person).select_related("person", "network").first()
    podia = (
        Podium.objects.filter(pk__in=podia_of(person).values("pk"))
        .to_come(clock.today())
        .select_related("host", "business_card")
    )
    values = {
        "tab": "page",
        "card": own,
        "address": card_prints.address_of(own).split("://")[-1].rstrip("/") if own else "",
        "podia": list(podia.order_by("date", "pk")[:MOST_PODIA]),
        "leads": Lead.objects.filter(brought_by=person).genuine().count(),
    }
    return render(request, "events/my/card.html", values)


@require_POST
@ambassador_only
def podium_card(request: PersonRequest, pk: int) -> HttpResponse:
    handing_cards.card_of_podium(podium_for(request.person, pk))
    messages.success(request, _("The card for this podium is ready."))
    return redirect("my_card")


@require_GET
@ambassador_only
def pdf(request: PersonRequest, code: str) -> HttpResponse:
    return pdf_of(request, card_for(request.person, code), "my_card")


@require_GET
@ambassador_only
def last_slide(request: PersonRequest, code: str) -> HttpResponse:
    return slide_of(card_for(request.person, code))


@require_GET
@ambassador_only
def screen(request: PersonRequest, code: str) -> HttpResponse:
    """The code as large as the telephone: hold it up."""
    found = card_for(request.person, code)
    found.network = request.network
    shown = card_prints.print_of(found)
    return render(
        request, "events/my/card_screen.html", {"shown": shown, "qr": SafeString(qr_inline(shown.url))}
    )


@require_GET
@ambassador_only
def leads(request: PersonRequest) -> HttpResponse:
    """What became of whoever I brought, as far as they allow: a number for all, a name for who said yes."""
    brought = Lead.objects.filter(brought_by=request.person).genuine()
    counted = dict(brought.order_by().values_list("stage").annotate(n=Count("pk")))
    steps = [
        (_("asked to know more"), sum(counted.values())),
        (_("were answered"), sum(n for stage, n in counted.items() if stage != Stage.NEW)),
        (_("took a first step"), counted.get(Stage.FIRST_STEP, 0) + counted.get(Stage.ACTIVATED, 0)),
        (_("really work in a new way"), counted.get(Stage.ACTIVATED, 0)),
    ]
    told = (
        brought.filter(tells_bringer=True, erased_at=None).select_related("company").order_by("-received_at")
    )
    values = {"tab": "page", "steps": steps, "told": told[:PER_PAGE], "total": sum(counted.values())}
    return render(request, "events/my/leads.html", values)


def pdf_of(request: HttpRequest, card: BusinessCard, otherwise: str) -> HttpResponse:
    try:
        content = press.print_cards(card_prints.print_of(card))
    except (paper.Failed, paper.Unavailable):
        messages.error(request, _("The file could not be made just now. Try again in a minute."))
        return redirect(otherwise)
    return download(content, "application/pdf", card_prints.file_name(card, "pdf"))


def slide_of(card: BusinessCard) -> HttpResponse:
    content = slide.slide(card_prints.print_of(card), *card_prints.slide_words(card))
    return download(content, "image/png", card_prints.file_name(card, "png"))


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
