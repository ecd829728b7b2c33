"""Everything about one person on one screen, and the forms that stand on it."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ambassadors.actions import ending, keeping_contact, profiling
from ambassadors.admin.forms import EndTermForm, HonoraryForm, PauseForm, PlanForm, TalkForm, TypeTalkForm
from ambassadors.commitment import State
from ambassadors.models import ContactKind, Person
from ambassadors.permissions import person_in
from events.admin.advice_card import card
from events.models import ChaseStep
from events.standing import STATE_NAMES, years_of_person
from network import clock
from network.admin.pages import page
from network.models import Message
from network.permissions import NetworkRequest, is_leader

MOST_ROWS = 12


def overview(request: HttpRequest, pk: int, **bound: Any) -> HttpResponse:
    """`bound` holds the one form that was sent and refused, so that nothing typed is lost."""
    network = request.network
    person = person_in(network, pk)
    today = clock.today()
    years = years_of_person(person, today)
    now = next((year for year in years if today < year.year_end), None)
    terms = list(person.terms.select_related("ended_by").order_by("-start"))
    current = next((term for term in terms if term.covers(today)), None)
    values: dict[str, Any] = {
        "person": person,
        "may_erase": is_leader(request.user, network),
        "on": today,
        "now": now,
        "now_state": str(STATE_NAMES[now.state]) if now else "",
        "years": [year for year in years if year is not now],
        "state_names": STATE_NAMES,
        "company": person.company_on(today),
        "employments": person.employments.select_related("company"),
        "terms": terms,
        "current_term": current,
        "honorary": person.honorary_memberships.all(),
        "pauses": person.pauses.order_by("-start"),
        "asked": person.pause_requests.waiting(),
        "podia": list(person.podia.select_related("host")[: MOST_ROWS + 1]),
        "contributions": list(person.contributions.all()[:MOST_ROWS]),
        "moments": list(person.contact_moments.select_related("by")[: MOST_ROWS + 1]),
        "steps": list(ChaseStep.objects.filter(person=person)[:MOST_ROWS]),
        "mails": _mails(person),
        "most": MOST_ROWS,
        "talk_form": bound.get("talk") or TalkForm(prefix="talk"),
        "plan_form": bound.get("plan") or PlanForm(prefix="plan"),
        "pause_form": bound.get("pause") or PauseForm(prefix="pause"),
        "term_form": bound.get("term") or (current and EndTermForm(prefix="term", term=current)),
        "type_form": bound.get("type") or TypeTalkForm(prefix="type", initial=_proposed(person)),
        "honorary_form": bound.get("honorary") or HonoraryForm(prefix="honorary"),
        "open": next(iter(bound), "") or request.GET.get("open", ""),
        "refused": bool(bound),
        "on_the_site": bool(
            person.publication_consent_at and (current or any(person.honorary_memberships.all()))
        ),
    }
    values["advice"] = card(
        person,
        today,
        is_paused=bool(now and now.state == State.PAUSED),
        is_met=bool(now and now.state == State.MET),
    )
    return page(request, "events/admin/person.html", person.full_name, values, status=422 if bound else 200)


def _proposed(person: Person) -> dict[str, str]:
    """What the form begins with: the types as they are, else what the answers propose."""
    types = [name for name in (person.profile_type, person.second_profile_type) if name]
    if not types and (proposal := profiling.proposal_of(person)):
        types = list(proposal.types)
    first, second = [*types, "", ""][:2]
    return {"first": first, "second": second}


def _mails(person: Person) -> list[Message]:
    """Mails to this person, and those about them."""
    about = Q(about_type=ContentType.objects.get_for_model(Person), about_id=person.pk)
    to = Q(recipient__iexact=person.email) if person.email else Q(pk__in=[])
    return list(Message.objects.filter(about | to, network_id=person.network_id)[:MOST_ROWS])


def _to(person: Person) -> HttpResponse:
    return redirect(reverse("admin:ambassadors_person_overview", args=[person.pk]))


@require_POST
def talk(request: NetworkRequest, pk: int) -> HttpResponse:
    person = person_in(request.network, pk)
    if "plan-follow_up_on" in request.POST:
        return _plan(request, person)
    form = TalkForm(request.POST, prefix="talk")
    if not form.is_valid():
        return overview(request, pk, talk=form)
    keeping_contact.write_down(by=request.user, person=person, **form.cleaned_data)
    messages.success(request, _("The talk with %(name)s is written down.") % {"name": person})
    return _to(person)


def _plan(request: NetworkRequest, person: Person) -> HttpResponse:
    form = PlanForm(request.POST, prefix="plan")
    if not form.is_valid():
        return overview(request, person.pk, plan=form)
    keeping_contact.write_down(
        by=request.user,
        person=person,
        date=clock.today(),
        kind=ContactKind.OTHER,
        summary=_("Talk planned"),
        **form.cleaned_data,
    )
    messages.success(request, _("The talk with %(name)s is planned.") % {"name": person})
    return _to(person)


@require_POST
def pause(request: NetworkRequest, pk: int) -> HttpResponse:
    person = person_in(request.network, pk)
    form = PauseForm(request.POST, prefix="pause")
    if not form.is_valid():
        return overview(request, pk, pause=form)
    keeping_contact.give_pause(by=request.user, person=person, **form.cleaned_data)
    messages.success(request, _("%(name)s has a pause. Nothing is asked in these days.") % {"name": person})
    return _to(person)


@require_POST
def end_pause(request: NetworkRequest, pk: int, pause: int) -> HttpResponse:
    person = person_in(request.network, pk)
    running = get_object_or_404(person.pauses.all(), pk=pause)
    keeping_contact.end_pause(running, by=request.user, end=clock.today())
    messages.success(request, _("The pause of %(name)s ends today.") % {"name": person})
    return _to(person)


@require_POST
def end_term(request: NetworkRequest, pk: int, term: int) -> HttpResponse:
    person = person_in(request.network, pk)
    running = get_object_or_404(person.terms.all(), pk=term)
    form = EndTermForm(request.POST, prefix="term", term=running)
    if not form.is_valid():
        return overview(request, pk, term=form)
    end = form.cleaned_data["end"]
    ending.end_early(running, by=request.user, end=end, ending=form.cleaned_data["ending"])
    if form.cleaned_data["honorary"]:
        ending.make_honorary(person, by=request.user, start=end)
    messages.success(request, _("The term of %(name)s ends early. Thank them well.") % {"name": person})
    return _to(person)


@require_POST
def profile_type(request: NetworkRequest, pk: int) -> HttpResponse:
    """As leader and ambassador settled it in a talk."""
    person = person_in(request.network, pk)
    form = TypeTalkForm(request.POST, prefix="type")
    if not form.is_valid():
        return overview(request, pk, type=form)
    profiling.settle(person, by=request.user, **form.cleaned_data)
    messages.success(request, _("The profile type of %(name)s is settled.") % {"name": person})
    return _to(person)


@require_POST
def honorary(request: NetworkRequest, pk: int) -> HttpResponse:
    person = person_in(request.network, pk)
    if "end" in request.POST:
        membership = person.honorary_memberships.filter(end=None).first()
        if membership is None:
            raise Http404
        ending.end_honorary(membership, by=request.user, end=clock.today())
        messages.success(request, _("The honorary membership of %(name)s ends.") % {"name": person})
        return _to(person)
    form = HonoraryForm(request.POST, prefix="honorary")
    if not form.is_valid():
        return overview(request, pk, honorary=form)
    ending.make_honorary(person, by=request.user, start=form.cleaned_data["start"])
    messages.success(request, _("%(name)s is honorary member.") % {"name": person})
    return _to(person)
