"""What somebody agreed to, and one button to take it back: by a link from a mail, and in Mijn."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors import links
from ambassadors.actions import consenting
from ambassadors.models import Consent, Invitation, Person, Purpose
from ambassadors.permissions import PersonRequest, person_only
from network.models import User
from network.views.by_link import by_link


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def mine(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        _answer(request, request.person, way=Consent.Way.MIJN, by=request.user)
        return redirect("my_consents")
    return render(request, "ambassadors/my/consents.html", {"tab": "page", **_context(request.person)})


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(
    links.consenting_person,
    language=lambda person: person.language,
)
def by_own_link(request: HttpRequest, person: Person) -> HttpResponse:
    """Without signing in. Opening it changes nothing, since mail scanners open links too."""
    if request.method == "POST":
        _answer(request, person, way=Consent.Way.LINK, by=None)
        return redirect(request.path)
    return render(request, "ambassadors/public/consents.html", _context(person))


def _answer(request: HttpRequest, person: Person, *, way: Consent.Way, by: User | None) -> None:
    """One of two buttons, each with the purpose it is about; anything else changes nothing."""
    said = {Purpose.PHOTO: _("No more photos of you."), Purpose.PUBLICATION: _("You are off the site.")}
    taken, given = request.POST.get("withdraw", ""), request.POST.get("give", "")
    if taken in Purpose.on_the_site():
        consenting.withdraw(person=person, purpose=Purpose(taken), by=by)
        messages.success(request, said[Purpose(taken)])
    elif given in Purpose.on_the_site():
        try:
            text = consenting.text_that_was_read(
                person.network, Purpose(given), request.POST.get("words", "")
            )
        except consenting.WordsChanged as changed:
            messages.error(request, str(changed))
            return
        consenting.give(person=person, text=text, way=way, by=by)
        messages.success(request, _("Kept: you agree."))


def _context(person: Person) -> dict[str, object]:
    accepted = Invitation.objects.filter(nomination__person=person, answer="accepted")
    invitation = accepted.select_related("charter").order_by("-answered_at").first()
    return {
        "person": person,
        "standing": consenting.standing(person),
        "charter": invitation.charter if invitation else None,
        "charter_since": invitation.answered_at if invitation else None,
    }
