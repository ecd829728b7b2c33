"""The ambassador's first screens: where I stand, what is asked of me, my year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import parting
from ambassadors.commitment import State
from ambassadors.permissions import PersonRequest, Standing, ambassador_only, person_only
from events.actions import logging, requesting
from events.forms.podia import ContributionForm
from events.journal import Journal, YearInRows
from events.models import Contribution, Podium, PodiumDraft
from events.permissions import offer_for, podium_for, request_for
from events.standing_words import words_for
from events.views import public_requests
from network import clock

ON_HOME = 2
"""Requests shown on the first screen; the others stand under their own tab."""


@person_only
def home(request: PersonRequest) -> HttpResponse:
    if request.standing != Standing.AMBASSADOR:
        return _home_outside_office(request)
    journal = Journal(request.person, clock.today())
    standing = journal.standing
    assert standing is not None, "an ambassador in office has a commitment year"
    waiting = journal.waiting_in(standing)
    fitting = journal.fitting_requests if standing.state != State.PAUSED else []
    context = {
        "tab": "home",
        "person": request.person,
        "standing": standing,
        "words": words_for(standing, journal.pause_ends, waiting=waiting),
        "is_behind": standing.state == State.BEHIND and standing.missing > waiting,
        "to_tell": journal.to_tell,
        "to_come": journal.to_come,
        "offered": journal.offered,
        "requests": fitting[:ON_HOME],
        "further_requests": max(len(journal.requests) - ON_HOME, 0) if fitting else 0,
        "request_count": len(fitting) + len(journal.offered),
        "draft": PodiumDraft.objects.filter(person=request.person).first(),
    }
    return render(request, "events/my/home.html", context)


def _home_outside_office(request: PersonRequest) -> HttpResponse:
    """Honorary members, former ambassadors, and who is still to begin: thanked, never asked."""
    journal = Journal(request.person, clock.today())
    years = journal.years
    is_honorary = request.standing == Standing.HONORARY
    context = {
        "occasion": parting.occasion_for(request.network, journal.on) if is_honorary else None,
        "newcomers": request.person.shows_around.exclude(told_at=None).select_related("newcomer"),
        "tab": "home",
        "person": request.person,
        "kind": request.standing.value,
        "begins": journal.begins,
        "years": years,
        "done": sum(year.standing.done for year in years),
        "audience": sum(podium.counted for year in years for podium in year.podia if _is_done(podium)),
        "to_tell": journal.to_tell,
    }
    return render(request, "events/my/home_outside_office.html", context)


@person_only
def year(request: PersonRequest) -> HttpResponse:
    journal = Journal(request.person, clock.today())
    years = journal.years
    context = {
        "tab": "year",
        "person": request.person,
        "kind": request.standing.value,
        "years": [_year_on_screen(one, journal) for one in years],
        "outside": journal.outside_years,
        "contributions": list(Contribution.objects.filter(person=request.person)),
        "in_a_row": _years_in_a_row(years),
        "in_office": request.standing == Standing.AMBASSADOR,
    }
    return render(request, "events/my/year.html", context)


def _year_on_screen(one: YearInRows, journal: Journal) -> dict:
    return {
        "standing": one.standing,
        "podia": one.podia,
        "words": words_for(one.standing, journal.pause_ends, waiting=journal.waiting_in(one.standing)),
        "is_running": one.standing.year_end > journal.on,
        "audience": sum(podium.counted for podium in one.podia if _is_done(podium)),
    }


def _years_in_a_row(years: list[YearInRows]) -> int:
    """Kept promises, counted back from now; a running year, or one without a promise, does not break them."""
    row = 0
    for one in years:
        if one.standing.state == State.MET:
            row += 1
        elif one.standing.state == State.MISSED:
            break
    return row


def _is_done(podium: Podium) -> bool:
    return podium.status == "done"


@ambassador_only
def requests(request: PersonRequest) -> HttpResponse:
    journal = Journal(request.person, clock.today())
    context = {
        "tab": "requests",
        "person": request.person,
        "offered": journal.offered,
        "fitting": journal.fitting_requests,
        "further": [found for found, match in journal.requests if match is None],
        "ideas": journal.ideas,
        "request_count": len(journal.fitting_requests) + len(journal.offered),
    }
    return render(request, "events/my/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def want_request(request: PersonRequest, pk: int) -> HttpResponse:
    """“I want this”: a page that asks once more, and the raised hand."""
    asked = request_for(request.person, pk)
    if request.method == "POST":
        requesting.raise_hand(asked, by=request.user, person=request.person)
        messages.success(
            request, _("Great. The project leader knows that you want to do this and arranges the rest.")
        )
        return redirect("my_requests")
    return render(request, "events/my/want_request.html", {"tab": "requests", "asked": asked})


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def answer_offer(request: PersonRequest, pk: int) -> HttpResponse:
    """What the leader asked them for, with the three answers."""
    return public_requests.answer_offer(request, offer_for(request.person, pk), "events/my/offer.html")


@require_POST
@ambassador_only
def drop_idea(request: PersonRequest, pk: int) -> HttpResponse:
    podium = podium_for(request.person, pk)
    if podium.request:
        requesting.withdraw_hand(podium.request, by=request.user, person=request.person)
    elif podium.status == "idea":
        logging.cancel(podium, by=request.user)
    messages.success(request, _("All right. The request is open to others again."))
    return redirect("my_requests")


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def contribution_new(request: PersonRequest) -> HttpResponse:
    form = ContributionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        logging.record_contribution(by=request.user, person=request.person, **form.cleaned_data)
        messages.success(
            request, _("Written down. It does not count for your podia, and it does count for us.")
        )
        return redirect("my_years")
    return render(request, "events/my/contribution.html", {"tab": "year", "form": form})


@require_POST
@person_only
def contribution_remove(request: PersonRequest, pk: int) -> HttpResponse:
    contribution = get_object_or_404(Contribution, person=request.person, pk=pk)
    logging.remove_contribution(contribution, by=request.user)
    messages.success(request, _("Removed."))
    return redirect("my_years")
