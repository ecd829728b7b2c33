"""What a lead does by a link from the mail: confirm the address, see what we keep, tell how it goes.

Opening a link changes nothing: mail scanners open links too. The button does it.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from events import card_page, lead_links, referral_places
from events.actions import asking_leads, forgetting_leads, receiving_leads
from events.forms.card import CheckInForm
from events.models import Lead, LeadCheckIn
from events.readiness import can_refer
from knowledgebank.public_items import public_titles
from network import clock
from network.links import Expired
from network.views.by_link import in_language


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    network = request.network
    try:
        lead = receiving_leads.find(network, token)
    except receiving_leads.LinkOver as over:
        with in_language(request, over.lead.language):
            if over.lead.confirmed_at:
                return render(request, "events/card/link_over.html", {"kind": "done"}, status=410)
            sent = request.method == "POST" and receiving_leads.ask_again(lead=over.lead)
            values = {"kind": "again", "sent": sent, "tried": request.method == "POST"}
            return render(request, "events/card/link_over.html", values, status=410)
    if lead is None:
        return render(request, "events/card/link_over.html", {"kind": "gone"}, status=404)
    with in_language(request, lead.language):
        if request.method == "POST":
            lead = receiving_leads.confirm(lead=lead)
        if not lead.confirmed_at:
            return render(request, "events/card/confirm.html", {"lead": lead})
        return render(request, "events/card/confirmed.html", _promise(lead))


def _promise(lead: Lead) -> dict:
    """What will happen, as it is: with somebody to refer to, or without."""
    places = referral_places.places(lead.network, clock.today())
    return {
        "lead": lead,
        "can_refer": can_refer(places, lead.theme, lead.region),
        "own_url": lead_links.own_url(lead),
        "can_check_in": bool(lead.card) and card_page.can_check_in(lead.podium),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, token: str) -> HttpResponse:
    """What we keep of a lead, in their own hands: hear, allow, take back."""
    lead = lead_links.lead_of(request.network, token)
    if lead is None:
        return render(request, "events/card/link_over.html", {"kind": "gone"}, status=404)
    with in_language(request, lead.language):
        if request.method == "POST":
            if request.POST.get("do") == "erase":
                forgetting_leads.erase_person(lead=lead)
                return render(request, "events/card/erased.html")
            if request.POST.get("do") in ("tell", "hush"):
                receiving_leads.let_bringer_hear(lead=lead, yes=request.POST["do"] == "tell")
        lead = Lead.objects.select_related("network", "company", "brought_by").get(pk=lead.pk)
        followed = lead.duplicate_of or lead
        values = {
            "lead": lead,
            "followed": followed,
            "referrals": followed.referrals.select_related("partner"),
            "told": _told(followed),
        }
        return render(request, "events/card/own.html", values)


def _told(lead: Lead) -> list[tuple[LeadCheckIn, str]]:
    """Each answer with the title of the story that helped, as long as it is on the site."""
    answers = lead.check_ins.exclude(answered_at=None).select_related("story").order_by("answered_at", "pk")
    titles = public_titles(lead.network, clock.today()) if answers else {}
    shown = {slug: version.shown_title for slug, version in titles.items()}
    return [(one, shown.get(one.story.slug, "") if one.story else "") for one in answers]


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, token: str) -> HttpResponse:
    try:
        found = lead_links.check_in_of(request.network, token)
    except Expired:
        return render(request, "events/card/link_over.html", {"kind": "old"}, status=410)
    if found is None:
        return render(request, "events/card/link_over.html", {"kind": "gone"}, status=404)
    with in_language(request, found.lead.language):
        stories = {} if found.answered_at else public_titles(found.lead.network, clock.today())
        form = CheckInForm(
            request.POST if request.method == "POST" else None,
            stories=stories,
            initial={"answer": request.GET.get("keuze", "")},
        )
        if request.method == "POST" and form.is_valid():
            found = asking_leads.hear(check_in=found, **form.told())
        status = 422 if form.is_bound and not form.is_valid() and not found.answered_at else 200
        values = {
            "check_in": found,
            "lead": found.lead,
            "form": form,
            "own_url": lead_links.own_url(found.lead),
        }
        return render(request, "events/card/check_in.html", values, status=status)
