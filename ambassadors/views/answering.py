"""What a candidate reads and answers through a personal link, without an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ambassadors import links
from ambassadors.actions import consenting, inviting, nominating
from ambassadors.actions.refused import Refused
from ambassadors.forms.nominating import AnswerForm, RefuseForm
from ambassadors.models import Answer, DeclineReason, Invitation, Nomination, NominationSource, Purpose
from ambassadors.round_calendar import last_day_to_tell
from network import clock
from network.views.by_link import Over, by_link

by_candidate_link = by_link(
    links.nomination_of,
    language=lambda nomination: nomination.person.language,
)

NO_INVITATION = Over(_("There is no invitation for you now. If that surprises you, call us."))


@require_http_methods(["GET", "HEAD", "POST"])
@by_candidate_link
def candidate(request: HttpRequest, nomination: Nomination) -> HttpResponse:
    """What is kept, and a yes or a no."""
    form = RefuseForm(request.POST if request.method == "POST" else None)
    text = consenting.text_for(nomination.network, Purpose.CANDIDACY)
    if request.method == "POST":
        by = nomination.person.user if nomination.person.user == request.user else None
        if "agree" in request.POST:
            if request.POST.get("words") == text.seal:
                nominating.agree(nomination=nomination, by=by)
            else:
                messages.error(request, str(consenting.WordsChanged()))
            return redirect(request.path)
        if form.is_valid():
            nominating.withdraw(nomination=nomination, by=by, why=form.cleaned_data["why"])
            return redirect(request.path)
    voices = list(nomination.voices.all())
    person = nomination.person
    context = {
        "nomination": nomination,
        "person": person,
        "work": person.company_on(clock.today()),
        "form": form,
        "voices": voices,
        "sources": [
            source.to_the_candidate(nomination.network)
            for source in dict.fromkeys(NominationSource(voice.source) for voice in voices)
        ],
        "text": text,
        "invitation": _running(nomination),
        "invitation_path": links.invitation_path(nomination),
        "keeps_until": last_day_to_tell(clock.today()),
    }
    return render(request, "ambassadors/public/candidate.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@by_candidate_link
def invitation(request: HttpRequest, nomination: Nomination) -> HttpResponse:
    """The charter, the consents and first wishes; yes, no, or a talk first."""
    found = _running(nomination)
    if found is None:
        return NO_INVITATION.page(request)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=_initial(found))
    if request.method == "POST" and found.answer in ("", Answer.TALK) and form.is_valid():
        try:
            _answer(found, form.cleaned_data)
            return redirect(request.path)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except consenting.WordsChanged as changed:
            form.add_error("publication", str(changed))
    network = nomination.network
    context = {
        "invitation": found,
        "nomination": nomination,
        "round": nomination.round,
        "person": nomination.person,
        "charter": found.charter,
        "publication": consenting.text_for(network, Purpose.PUBLICATION),
        "photo": consenting.text_for(network, Purpose.PHOTO),
        "form": form,
        "consents_path": links.consents_path(nomination.person),
        "is_final": found.answer not in ("", Answer.TALK),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ambassadors/public/invitation.html", context, status=status)


def _running(nomination: Nomination) -> Invitation | None:
    found = (
        Invitation.objects.filter(nomination=nomination, withdrawn_at=None).select_related("charter").first()
    )
    if found:
        found.nomination = nomination
    return found


def _initial(invitation: Invitation) -> dict[str, Any]:
    person = invitation.nomination.person
    return {
        "kinds": person.liked_kinds,
        "themes": person.themes,
        "travel_area": person.travel_area,
        "available": invitation.available,
    }


def _answer(invitation: Invitation, typed: dict[str, Any]) -> None:
    if typed["answer"] == AnswerForm.YES:
        agreed = [purpose for purpose in Purpose.with_the_invitation() if typed[purpose.value]]
        wishes = inviting.Wishes(
            kinds=typed["kinds"],
            themes=typed["themes"],
            travel_area=typed["travel_area"],
            available=typed["available"],
        )
        read = {purpose: typed[f"{purpose}_words"] for purpose in Purpose.on_the_site()}
        inviting.accept(invitation=invitation, consents=agreed, wishes=wishes, read=read)
    elif typed["answer"] == AnswerForm.NO:
        reason = DeclineReason(typed["reason"] or DeclineReason.OTHER)
        inviting.decline(invitation=invitation, reason=reason, remark=typed["remark"])
    else:
        inviting.ask_for_talk(invitation=invitation, remark=typed["remark"])
