"""Putting somebody forward: by a visitor, by a fan through its link, in Mijn, or by applying oneself."""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors import links
from ambassadors.actions import nominating, receiving
from ambassadors.actions.refused import Refused
from ambassadors.forms.nominating import ApplicationForm, CandidateForm, VisitorNominatesForm
from ambassadors.models import NominationSource, RoundRules, Voice
from ambassadors.permissions import PersonRequest, Standing, nominators_only
from network import clock
from network.actions import relaying
from network.middleware import speaking_network_or_404
from network.models import FanContact, Network, User
from network.pages import public_page
from network.views.by_link import by_link


@require_http_methods(["GET", "HEAD", "POST"])
def nominate(request: HttpRequest) -> HttpResponse:
    """By anybody, on the public page."""
    network, rules = _open_to_visitors(request)
    form = VisitorNominatesForm(request.POST if request.method == "POST" else None, questions=rules.questions)
    if request.method == "POST" and form.is_valid():
        nominator = nominating.Nominator(
            source=NominationSource.VISITOR,
            name=form.cleaned_data["your_name"],
            email=form.cleaned_data["your_email"],
        )
        if _received(request, network, form, nominator):
            return redirect("nominate_done")
    return _shown(request, network, "ambassadors/public/nominate.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """Somebody puts themselves forward."""
    network, rules = _open_to_visitors(request)
    form = ApplicationForm(request.POST if request.method == "POST" else None, questions=rules.questions)
    if request.method == "POST" and form.is_valid():
        name = " ".join(
            filter(None, (form.cleaned_data[part] for part in ("first_name", "infix", "last_name")))
        )
        nominator = nominating.Nominator(
            source=NominationSource.SELF, name=name, email=form.cleaned_data["email"]
        )
        if _received(request, network, form, nominator):
            return redirect("nominate_done")
    return _shown(request, network, "ambassadors/public/apply.html", form)


@public_page
def nominate_done(request: HttpRequest) -> HttpResponse:
    return render(request, "ambassadors/public/nominate_done.html")


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(
    links.contact_of,
    language=lambda contact: get_language() or settings.LANGUAGE_CODE,
)
def fan_nominates(request: HttpRequest, contact: FanContact) -> HttpResponse:
    """By a contact person of a fan, through a personal link and without an account."""
    network = request.network
    form = CandidateForm(
        request.POST if request.method == "POST" else None, questions=RoundRules.of(network).questions
    )
    said = ""
    if request.method == "POST" and form.is_valid():
        nominator = nominating.Nominator(source=NominationSource.FAN, fan_contact=contact)
        said = _nominated(network, form, nominator, by=contact.user)
        if said:
            form = CandidateForm(questions=RoundRules.of(network).questions)
    mine = Voice.objects.filter(fan_contact=contact).select_related("nomination__person", "nomination__round")
    context = {"form": form, "contact": contact, "said": said, "mine": _outcomes(mine)}
    return _shown(request, network, "ambassadors/public/fan_nominates.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@nominators_only
def my_nominate(request: PersonRequest) -> HttpResponse:
    """By an ambassador or honorary member."""
    network, person = request.network, request.person
    form = CandidateForm(
        request.POST if request.method == "POST" else None, questions=RoundRules.of(network).questions
    )
    if request.method == "POST" and form.is_valid():
        source = (
            NominationSource.AMBASSADOR
            if request.standing is Standing.AMBASSADOR
            else NominationSource.HONORARY
        )
        nominator = nominating.Nominator(source=source, person=person)
        if said := _nominated(network, form, nominator, by=request.user):
            messages.success(request, said)
            return redirect("my_nominate")
    mine = Voice.objects.filter(person=person, source__in=["ambassador", "honorary"]).select_related(
        "nomination__person", "nomination__round"
    )
    context = {"form": form, "tab": "page", "mine": _outcomes(mine)}
    return _shown(request, network, "ambassadors/my/nominate.html", form, context)


def _open_to_visitors(request: HttpRequest) -> tuple[Network, RoundRules]:
    network = speaking_network_or_404(request)
    rules = RoundRules.of(network)
    if not rules.public_page:
        raise Http404
    return network, rules


def _received(
    request: HttpRequest,
    network: Network,
    form: VisitorNominatesForm | ApplicationForm,
    nominator: nominating.Nominator,
) -> bool:
    try:
        receiving.receive(
            network=network,
            candidate=form.candidate(get_language() or "nl"),
            nominator=nominator,
            words=form.words(),
            signs=form.signs(request),
        )
    except relaying.TooMany as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _nominated(
    network: Network, form: CandidateForm, nominator: nominating.Nominator, by: User | None
) -> str:
    """What to say to whoever did it; empty: it was refused, and the form says why."""
    try:
        candidate = form.candidate()
        nominating.nominate(
            network=network, candidate=candidate, nominator=nominator, words=form.words(), by=by
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return ""
    return _("Thank you. We get in touch with %(name)s.") % {"name": candidate.first_name}


def _outcomes(voices: "QuerySet[Voice]") -> list[tuple[str, str]]:
    """Name and outcome, and no more: what is said in between stays with the leader and the candidate."""
    found = list(voices.filter(nomination__held_because="").order_by("-created_at"))
    appointed = set(
        voices.filter(nomination__round__isnull=False, nomination__person__appointments__isnull=False)
        .values_list("nomination__round_id", "nomination__person__appointments__round_id", "nomination_id")
    )  # fmt: skip
    became = {nomination for in_round, by_round, nomination in appointed if in_round == by_round}
    return [(voice.candidate_name, _outcome(voice, became)) for voice in found]


def _outcome(voice: Voice, became: set[int]) -> str:
    round = voice.nomination.round
    if voice.nomination_id in became:
        return _("appointed in %(year)s") % {"year": round}
    if round and (round.is_appointed or round.ceremony_on < clock.today()):
        return _("not this time")
    return _("under consideration")


def _shown(
    request: HttpRequest,
    network: Network,
    template: str,
    form: CandidateForm,
    context: dict | None = None,
) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    open_round = network.rounds.taking_nominations(clock.today()).order_by("year").first()
    return render(
        request, template, {"form": form, "open_round": open_round, **(context or {})}, status=status
    )
