"""What a guest answers, and what somebody who is to be appointed approves, each through a personal link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ambassadors import ceremony_calendar, links
from ambassadors.actions import inviting_guests, proving
from ambassadors.actions.refused import Refused
from ambassadors.forms.ceremony import ProofForm, ReplyForm, is_over
from ambassadors.models import Guest, PlaqueProof, Reply
from network.views.by_link import by_link

by_guest_link = by_link(links.guest_of, language=lambda guest: guest.language)
by_proof_link = by_link(links.proof_of, language=lambda proof: proof.person.language)


@require_http_methods(["GET", "HEAD", "POST"])
@by_guest_link
def guest(request: HttpRequest, found: Guest) -> HttpResponse:
    """The ceremony, and whether they come."""
    form = ReplyForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            inviting_guests.answer(
                guest=found,
                reply=Reply(form.cleaned_data["reply"]),
                companions=form.cleaned_data["companions"],
                remark=form.cleaned_data["remark"],
            )
            return redirect(request.path)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    ceremony = found.ceremony
    own = ceremony.words_en if found.language == "en" else ceremony.words
    context = {
        "guest": found,
        "ceremony": ceremony,
        "round": ceremony.round,
        "form": form,
        "own_words": own or ceremony.words,
        "is_open": not (found.withdrawn_at or ceremony.is_off or is_over(ceremony)),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ambassadors/public/ceremony_guest.html", context, status=status)


@require_http_methods(["GET", "HEAD"])
@by_guest_link
def guest_calendar(request: HttpRequest, found: Guest) -> HttpResponse:
    """The appointment as a file, for whoever has no calendar in the mail program."""
    method, file = ceremony_calendar.appointment_of(found)
    response = HttpResponse(file, content_type=f"text/calendar; charset=utf-8; method={method}")
    response["Content-Disposition"] = 'attachment; filename="ceremonie.ics"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@by_proof_link
def proof(request: HttpRequest, found: PlaqueProof) -> HttpResponse:
    """How name, company and place will stand on the plaque: right, or put right."""
    form = ProofForm(request.POST if "correct" in request.POST else None, instance=found)
    changed = ""
    if request.method == "POST":
        by = found.person.user if found.person.user == request.user else None
        try:
            if "approve" in request.POST:
                proving.approve(proof=found, by=by, seal=request.POST["approve"])
                return redirect(request.path)
            if form.is_bound and form.is_valid():
                proving.approve(proof=found, by=by, **form.cleaned_data)
                return redirect(request.path)
        except proving.Changed as refusal:
            changed = str(refusal)
        except Refused:  # appointed in the meantime: the page says so
            return redirect(request.path)
    if form.is_bound or changed:
        found.refresh_from_db(fields=["name", "company", "place"])  # the form wrote what was typed on it
    context = {
        "proof": found,
        "round": found.round,
        "person": found.person,
        "form": form,
        "is_final": found.round.is_appointed,
        "seal": proving.seal_of(found),
        "changed": changed,
    }
    status = 422 if changed or (form.is_bound and form.errors) else 200
    return render(request, "ambassadors/public/plaque_proof.html", context, status=status)
