"""Writing a podium down, telling more about it later, and taking it back."""

from typing import Any

from django.contrib import messages
from django.core.signing import Signer
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.models import Person
from ambassadors.permissions import PersonRequest, ambassador_only, person_only
from events.actions import drafting, logging
from events.forms.podia import PodiumForm, initial_of
from events.journal import Journal
from events.models import Podium, PodiumDraft, PodiumStatus
from events.permissions import podium_for
from events.standing_words import words_for
from network import clock
from network.numbers import key_of
from network.views.pictures import private_picture

TYPED = "typed_podium"
MOST_TYPED = 20_000
FIELDS = tuple(name for name in PodiumForm.base_fields if name != "photo")


def podium_new(request: HttpRequest) -> HttpResponseBase:
    """Whoever was signed out while typing signs in again, and finds what they typed."""
    if request.method == "POST" and not request.user.is_authenticated:
        _keep_until_signed_in(request)
    return _podium_new(request)


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def _podium_new(request: PersonRequest) -> HttpResponse:
    person = request.person
    journal = Journal(person, clock.today())
    options = _form_options(person, journal)
    if request.method == "POST":
        token = request.POST.get("token", "")[:43]
        form = PodiumForm(request.POST, request.FILES, **options)
        form.kept_photo = _photo_of_draft(request, token)
        if form.is_valid():
            if joined := _join(request, form):
                drafting.discard_draft(person=person)
                return redirect("my_podium_done", joined.pk)
            known = _podium_of_form(person, token)
            twins = [] if known or "again" in request.POST else _twins(form, journal)
            if not twins:
                return _log(request, form, token, known)
            return _form_page(request, form, token, _kept(request, form, token), twins=twins)
        return _form_page(request, form, token, _kept(request, form, token))
    draft = _draft(request)
    form = PodiumForm(initial=_initial(draft) if draft else {}, **options)
    return _form_page(request, form, draft.token if draft else drafting.new_token(), draft)


def _log(request: PersonRequest, form: PodiumForm, token: str, known: Podium | None) -> HttpResponse:
    podium = logging.log_podium(
        by=request.user,
        network=request.network,
        ambassadors=form.people,
        form_token=logging.own_token(request.person, token),
        **form.values(),
    )
    drafting.discard_draft(person=request.person)
    if known:
        messages.info(request, _("This podium was already written down. Once is enough."))
    return redirect("my_podium_done", podium.pk)


@require_POST
@ambassador_only
def draft_save(request: PersonRequest) -> HttpResponse:
    """What was typed so far, sent by the page itself; the answer is the sentence below the form."""
    draft = drafting.save_draft(
        person=request.person, token=request.POST.get("token", "")[:43], values=_typed(request)
    )
    return render(request, "events/my/_draft_kept.html", {"draft": draft})


@require_POST
@ambassador_only
def draft_discard(request: PersonRequest) -> HttpResponse:
    drafting.discard_draft(person=request.person)
    return redirect("my_log_podium")


@person_only
def podium_done(request: PersonRequest, pk: int) -> HttpResponse:
    """Right after writing it down: the new dots, and the ways on."""
    podium = podium_for(request.person, pk)
    journal = Journal(request.person, clock.today())
    standing = journal.standing
    context = {
        "tab": "home",
        "podium": podium,
        "standing": standing,
        "words": words_for(standing, waiting=journal.waiting_in(standing)) if standing else None,
        "counts": standing and podium.date in standing.year.span,
        "others": [p for p in podium.ambassadors.all() if p.pk != request.person.pk],
    }
    return render(request, "events/my/podium_done.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def podium_edit(request: PersonRequest, pk: int) -> HttpResponse:
    person = request.person
    podium = podium_for(person, pk)
    journal = Journal(person, clock.today())
    options = _form_options(person, journal, podium)
    if request.method == "POST":
        form = PodiumForm(request.POST, request.FILES, **options)
        if not form.is_valid() and (photo := form.cleaned_data.get("photo")):
            # The browser does not hold on to it while the rest is mended.
            podium = logging.correct(podium, by=request.user, changes={"photo": photo})
            messages.info(request, _("Your photo is already kept. The rest is not yet."))
        if form.is_valid():
            changes = form.values()
            if "photo_away" in request.POST and "photo" not in changes:
                changes["photo"] = ""
            logging.correct(podium, by=request.user, changes=changes, ambassadors=form.people)
            messages.success(request, _("Kept."))
            return redirect("my_years")
    else:
        form = PodiumForm(initial=initial_of(podium, person), **options)
    if podium.date > clock.today():
        form.speak_of_what_comes()
    context = {"tab": "year", "podium": podium, "form": form}
    return render(request, "events/my/podium_edit.html", context)


@require_POST
@person_only
def podium_cancel(request: PersonRequest, pk: int) -> HttpResponse:
    podium = logging.cancel(podium_for(request.person, pk), by=request.user)
    messages.success(request, _("Taken back. It no longer counts; you can put it back in “My year”."))
    return redirect("my_podium_done", podium.pk)


@require_POST
@person_only
def podium_restore(request: PersonRequest, pk: int) -> HttpResponse:
    podium = logging.restore(podium_for(request.person, pk), by=request.user)
    messages.success(request, _("Put back. It counts again."))
    return redirect("my_podium_done", podium.pk)


@ambassador_only
def draft_photo(request: PersonRequest) -> FileResponse:
    return private_picture(get_object_or_404(PodiumDraft, person=request.person).photo)


@person_only
def podium_photo(request: PersonRequest, pk: int) -> FileResponse:
    return private_picture(podium_for(request.person, pk).photo)


# --- the form and what belongs to it ------------------------------------------------------------------


def _form_options(person: Person, journal: Journal, podium: Podium | None = None) -> dict[str, Any]:
    network = person.network
    others = network.people.current(clock.today()).exclude(pk=person.pk)
    if podium:
        others = others | podium.ambassadors.exclude(pk=person.pk)
    return {
        "person": person,
        "fans": network.fans.order_by("name"),
        "others": others.distinct().order_by("first_name", "last_name", "pk"),
        "earlier": journal.podia,
    }


def _form_page(
    request: PersonRequest,
    form: PodiumForm,
    token: str,
    draft: PodiumDraft | None,
    twins: list[Podium] | None = None,
) -> HttpResponse:
    if draft and draft.photo and draft.token == token:
        form.kept_photo = draft.photo.name
    else:
        form.kept_photo = None
    context = {
        "tab": "home",
        "form": form,
        "token": token,
        "owner": _owner(request.person),
        "draft": draft,
        "twins": twins or [],
    }
    return render(request, "events/my/podium_new.html", context)


def _podium_of_form(person: Person, token: str) -> Podium | None:
    return Podium.objects.filter(form_token=logging.own_token(person, token) or "-").first()


def _twins(form: PodiumForm, journal: Journal) -> list[Podium]:
    """What may be the same occasion: my own of that kind on that day, or a colleague's at that host."""
    day = form.cleaned_data["day"]
    own = [
        podium
        for podium in journal.podia
        if podium.date == day
        and podium.kind == form.cleaned_data["kind"]
        and podium.status in (PodiumStatus.DONE, PodiumStatus.AGREED)
    ]
    return own or list(_of_colleagues(form))


def _of_colleagues(form: PodiumForm) -> QuerySet[Podium]:
    podia = Podium.objects.filter(
        network=form.person.network,
        date=form.cleaned_data["day"],
        kind=form.cleaned_data["kind"],
        status__in=[PodiumStatus.DONE, PodiumStatus.AGREED],
        is_private=False,
    ).exclude(ambassadors=form.person)
    if host := form.host:
        return podia.filter(host=host)
    return podia.filter(host=None, host_name__iexact=form.cleaned_data["where"])


def _join(request: PersonRequest, form: PodiumForm) -> Podium | None:
    """“I was there too”: only a podium that the same form would have found."""
    wanted = key_of(request.POST.get("join"))
    if wanted is None:
        return None
    podium = get_object_or_404(_of_colleagues(form), pk=wanted)
    return logging.join(podium, by=request.user, person=request.person)


# --- what was typed ------------------------------------------------------------------------------------


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    return {name: request.POST.getlist(name) for name in FIELDS if name in request.POST}


def _kept(request: PersonRequest, form: PodiumForm, token: str) -> PodiumDraft | None:
    return drafting.save_draft(
        person=request.person,
        token=token,
        values=_typed(request),
        photo=form.cleaned_data.get("photo"),
        photo_away="photo_away" in request.POST,
    )


def _photo_of_draft(request: PersonRequest, token: str) -> str | None:
    """The photo that was chosen in an earlier attempt at this very form."""
    if "photo_away" in request.POST:
        return None
    draft = PodiumDraft.objects.filter(person=request.person, token=token).exclude(photo="").first()
    return draft.photo.name if draft else None


def _initial(draft: PodiumDraft) -> dict[str, Any]:
    """The values of a draft as a form shows them again."""
    return {
        name: values if name == "together" else values[-1]
        for name, values in draft.values.items()
        if name in FIELDS and values
    }


def _draft(request: PersonRequest) -> PodiumDraft | None:
    person = request.person
    kept = request.session.pop(TYPED, None)
    if kept and constant_time_compare(kept["owner"], _owner(person)):
        drafting.save_draft(person=person, token=kept["token"], values=kept["values"])
        if kept.get("photo"):
            messages.info(request, _("Choose the photo again: a browser does not hold on to files."))
    return PodiumDraft.objects.filter(person=person).first()


def _keep_until_signed_in(request: HttpRequest) -> None:
    """In the session of this browser, and given back only to whom the form was made for."""
    values = _typed(request)
    if sum(len(value) for given in values.values() for value in given) <= MOST_TYPED:
        request.session[TYPED] = {
            "owner": request.POST.get("owner", "")[:100],
            "token": request.POST.get("token", "")[:43],
            "values": values,
            "photo": bool(request.FILES),
        }


def _owner(person: Person) -> str:
    return Signer(salt="form of a podium").signature(str(person.pk))
