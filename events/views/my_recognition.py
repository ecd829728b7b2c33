"""Mijn: what I reached, and my year as a card to keep and to share."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.permissions import PersonRequest, person_only
from events import milestone_words, milestones, year_card
from events.cards import year_picture
from events.journal import Journal
from events.year_card import YearCard
from network import clock, paper
from network.colours import derive
from network.numbers import number


@person_only
def reached(request: PersonRequest) -> HttpResponse:
    """Milestones, and every year there is a card of."""
    journal = Journal(request.person, clock.today())
    found = milestones.reached(
        [
            milestones.Done(podium.date, podium.counted or 0)
            for podium in journal.podia
            if podium.status == "done"
        ],
        [milestones.InOffice(term.start, term.end) for term in journal.terms],
        on=journal.on,
    )
    in_order = milestone_words.by_motive(found, request.person.profile_type)
    context = {
        "tab": "year",
        "milestones": [(one, milestone_words.words(one)) for one in in_order],
        "years": year_card.years_of(request.person, journal.on),
    }
    return render(request, "events/my/reached.html", context)


def _card(request: PersonRequest, year: int) -> YearCard:
    if not 1990 <= year <= clock.today().year:
        raise Http404
    card = year_card.card_of(request.person, year, clock.today())
    if card is None:
        raise Http404
    return card


def _figures(card: YearCard) -> list[tuple[str, str]]:
    found = [(str(card.podia), ngettext("time on stage", "times on stage", card.podia))]
    if card.hearers:
        found.append((number(card.hearers), ngettext("entrepreneur", "entrepreneurs", card.hearers)))
    return found


@person_only
def year_pdf(request: PersonRequest, year: int) -> HttpResponse:
    card = _card(request, year)
    portrait = year_card.portrait_of(request.person)
    context = {"card": card, "figures": _figures(card), "has_portrait": portrait is not None}
    try:
        pdf = paper.printed(
            "events/pdf/year_card.html",
            context,
            network=request.network,
            pictures={"portrait": portrait} if portrait else None,
        )
    except (paper.Unavailable, paper.Failed):
        return render(request, "events/my/card_not_now.html", {"tab": "year"}, status=503)
    return paper.attachment(pdf, f"{request.network.slug}-{year}-{request.person.slug}")


@person_only
def year_png(request: PersonRequest, year: int) -> HttpResponse:
    card = _card(request, year)
    network = request.network
    made = year_picture.picture(
        year=_("My %(year)d") % {"year": year},
        name=card.name,
        work=card.work,
        figures=_figures(card),
        podia=card.podia,
        network=network.name,
        colours=derive(network.brand_colour, network.accent_colour).light,
    )
    response = HttpResponse(made, content_type="image/png")
    response["Content-Disposition"] = f'attachment; filename="{network.slug}-{year}.png"'
    return response
