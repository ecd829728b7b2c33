"""Asking for an ambassador, and what whoever asked, was asked or receives can do by the link of a mail.

Opening a link changes nothing: mail scanners open links too. The button does.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors.public_people import PublicPerson, public_people
from events import links
from events.actions import confirming, offering, requesting
from events.forms.requests import AnswerForm, ChangeForm, HostOutcomeForm, RequestForm
from events.models import (
    HostSays,
    Offer,
    OfferState,
    PodiumFile,
    PodiumRequest,
    PodiumStatus,
    RequestState,
    Side,
)
from events.request_words import facts
from events.views import files
from knowledgebank.public_items import public_titles
from network import clock
from network.actions import relaying
from network.middleware import speaking_network_or_404
from network.models import Network
from network.pages import public_page
from network.views.by_link import Over, by_link

READ_AND_WRITE = ["GET", "HEAD", "POST"]
OVER = Over(
    gettext_lazy(
        "It is too old, or it was cut off in your mail program. "
        "Take the link from the last mail, or write to us."
    ),
    onward=(gettext_lazy("Contact"), "contact"),
)


@require_http_methods(READ_AND_WRITE)
def ask(request: HttpRequest) -> HttpResponse:
    """Eight questions; `voor` is the pioneer whose page they came from, `verhaal` the story they read."""
    network = speaking_network_or_404(request)
    people = _people_to_ask(network)
    initial = {"preferred": request.GET.get("voor", "")[:200], "token": get_random_string(32)}
    read = (request.POST if request.method == "POST" else request.GET).get("verhaal", "")
    form = RequestForm(request.POST if request.method == "POST" else None, people=people, initial=initial)
    version = public_titles(network, clock.today()).get(read) if read else None
    if request.method == "POST" and form.is_valid():
        try:
            requesting.receive(
                network=network,
                values=form.values() | {"story": version.story if version else None},
                language=get_language() or "nl",
                signs=form.signs(request),
                form_token=requesting.own_token(network, form.cleaned_data["token"]),
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("ask_done")
    context = {"form": form, "person": form.person, "version": version}
    return render(request, "events/public/ask.html", context, status=422 if form.is_bound else 200)


@public_page
def ask_done(request: HttpRequest) -> HttpResponse:
    return render(request, "events/public/ask_done.html")


def _people_to_ask(network: Network) -> list[PublicPerson]:
    return [p for p in public_people(network, clock.today(), with_work=False) if not p.is_honorary]


# --- Whoever asked ----------------------------------------------------------------------------------------


@require_http_methods(READ_AND_WRITE)
@by_link(links.request_of, language=lambda asked: asked.language, over=OVER)
def request_by_link(request: HttpRequest, asked: PodiumRequest) -> HttpResponse:
    """Follow it, change it, or take it back."""
    may_change = asked.state in RequestState.waiting()
    if request.method == "POST" and "withdraw" in request.POST:
        requesting.withdraw(asked)
        return redirect(request.path)
    form = (
        ChangeForm(request.POST if request.method == "POST" else None, request=asked) if may_change else None
    )
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            requesting.change(asked, changes=form.cleaned_data)
        except requesting.Closed:
            messages.warning(request, _("Just before you it was settled, so nothing was changed."))
        else:
            messages.success(request, _("Changed. We know it too."))
        return redirect(request.path)
    podium = asked.podia.exclude(status="cancelled").select_related("file").order_by("-pk").first()
    file = getattr(podium, "file", None) if asked.state == RequestState.AGREED else None
    context = {
        "asked": asked,
        "facts": facts(asked),
        "form": form,
        "steps": _steps(asked),
        "is_late": bool(asked.due_on and asked.due_on < clock.today()),
        "speakers": list(podium.ambassadors.all()) if podium and file else [],
        "file_href": only_path(links.file_url(_with_network(file, asked), mark=asked.reader_mark))
        if file
        else "",
    }
    status = 422 if form and form.is_bound else 200
    return render(request, "events/public/request.html", context, status=status)


def _with_network(file: Any, asked: PodiumRequest) -> Any:
    file.podium.network = asked.network
    return file


def only_path(url: str) -> str:
    """The address without scheme and host: a page links inside its own site."""
    return "/" + url.partition("://")[2].partition("/")[2] if "://" in url else url


def _steps(asked: PodiumRequest) -> list[dict[str, Any]]:
    """How far it is, as whoever asked may know it: never who was asked, only who comes."""
    is_open = asked.state in RequestState.waiting()
    was_taken_up = bool(asked.owner_id) or not is_open
    end = {
        RequestState.AGREED: _("Somebody comes"),
        RequestState.WITHDRAWN: _("You took it back"),
        RequestState.DECLINED: _("We found nobody"),
        RequestState.REFUSED: _("Not taken up"),
    }.get(RequestState(asked.state), _("Somebody comes"))
    return [
        {"label": _("Your request came in"), "done": True},
        {"label": _("We look for whoever suits"), "done": was_taken_up},
        {"label": end, "done": not is_open},
    ]


# --- An ambassador who was asked --------------------------------------------------------------------------


@require_http_methods(READ_AND_WRITE)
@by_link(links.offer_of, language=lambda found: found.person.language, over=OVER)
def offer_by_link(request: HttpRequest, found: Offer) -> HttpResponse:
    return answer_offer(request, found, "events/public/offer.html")


def answer_offer(request: HttpRequest, found: Offer, template: str) -> HttpResponse:
    """The question and its three answers; also in Mijn."""
    asked = found.request
    form = AnswerForm(
        request.POST if request.method == "POST" else None, initial={"answer": request.GET.get("keuze", "")}
    )
    context = {
        "offer": found,
        "asked": asked,
        "facts": facts(asked),
        "form": form,
        "tab": "requests",
        "can_answer": asked.is_open and found.state != OfferState.CLOSED,
    }
    if found.state == OfferState.ACCEPTED:
        mine = asked.podia.filter(ambassadors=found.person).exclude(status=PodiumStatus.CANCELLED).first()
        context["own_file_href"] = files.my_file_path(mine) if mine else ""
    if request.method != "POST" or not form.is_valid():
        return render(request, template, context, status=422 if form.is_bound else 200)
    answer, words, user = form.cleaned_data["answer"], form.cleaned_data["words"], found.person.user
    try:
        if answer == OfferState.ACCEPTED:
            podium = offering.accept(found, by=user)
            context["file_href"] = files.my_file_path(podium)
        elif answer == OfferState.NOT_NOW:
            offering.not_now(found, by=user, words=words)
        else:
            offering.decline(found, by=user, words=words)
    except offering.TooLate:
        context["too_late"] = True
    found.refresh_from_db()
    asked.refresh_from_db()
    return render(request, template, context | {"answered": True, "can_answer": False})


# --- The host ---------------------------------------------------------------------------------------------


by_file_link = by_link(links.file_of, language=lambda file: file.host_language, over=OVER)


@require_http_methods(READ_AND_WRITE)
@by_file_link
def file_by_link(request: HttpRequest, file: PodiumFile) -> HttpResponse:
    name = file.host_name or _("the organiser")
    is_past = file.podium.date <= clock.today()
    href = only_path(links.file_url(file, outcome=True, mark=file.reader_mark)) if is_past else ""
    context = {"outcome_href": href}
    return files.file_page(
        request, file, side=Side.HOST, name=name, by=None, template="events/public/file.html", context=context
    )


@require_http_methods(READ_AND_WRITE)
@by_file_link
def host_outcome(request: HttpRequest, file: PodiumFile) -> HttpResponse:
    """How it went, as the host saw it."""
    podium = file.podium
    is_past = podium.date <= clock.today()
    initial = {
        "says": file.host_says or HostSays.HAPPENED,
        "audience": podium.audience_by_host,
        "words": file.host_words,
    }
    form = HostOutcomeForm(request.POST if request.method == "POST" else None, initial=initial)
    context = {"file": file, "podium": podium, "form": form, "is_past": is_past}
    context["people"] = list(podium.ambassadors.all())
    if request.method == "POST" and is_past and form.is_valid():
        said = form.cleaned_data
        confirming.hear_the_host(
            file, says=HostSays(said["says"]), audience=said["audience"], words=said["words"]
        )
        return render(request, "events/public/host_thanks.html", context)
    return render(
        request, "events/public/host_outcome.html", context, status=422 if form.is_bound and is_past else 200
    )
