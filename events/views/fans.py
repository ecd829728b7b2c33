"""The page of a contact person, by a personal link and without an account. Opening it changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ambassadors.links import fan_nominates_path
from events import fan_links, links
from events.actions import hosting
from events.fans import desk_of, to_confirm
from events.forms.fans import ColleagueForm, OfferPodiumForm
from events.forms.requests import HostOutcomeForm
from events.models import HostSays
from events.request_words import facts
from events.views.public_requests import OVER, READ_AND_WRITE
from network import clock
from network.models import FanContact

View = Callable[..., HttpResponse]


def contact_only(view: View) -> View:
    """Whose page it is comes first; a link of somebody who handed over leads nowhere any more."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str, **values: Any) -> HttpResponse:
        contact = fan_links.contact_of(request.network, token)
        return OVER.page(request) if contact is None else view(request, contact, **values)

    return guarded


@require_safe
@contact_only
def fan_page(request: HttpRequest, contact: FanContact) -> HttpResponse:
    fan, desk = contact.fan, desk_of(contact.fan, clock.today())
    context = {
        "contact": contact,
        "fan": fan,
        "desk": desk,
        "requests": [
            {"asked": asked, "facts": facts(asked), "href": links.request_path(asked, reader=contact.email)}
            for asked in desk.requests
        ],
        "owner": fan.relationship_owner,
        "calendar": hasattr(fan, "calendar"),
        "nominate_href": fan_nominates_path(contact),
        **_ways(contact),
    }
    return render(request, "events/public/fan.html", context)


@require_http_methods(READ_AND_WRITE)
@contact_only
def fan_offer(request: HttpRequest, contact: FanContact) -> HttpResponse:
    """A podium, or a series: a request of the same kind as any other."""
    form = OfferPodiumForm(
        request.POST if request.method == "POST" else None, initial={"token": get_random_string(32)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = hosting.offer(
                contact,
                values=form.values(),
                days=form.days(),
                language=get_language() or "nl",
                token=form.cleaned_data["token"] or get_random_string(32),
            )
        except hosting.TooMany:
            form.add_error(None, _("That is very much for one day. Call us, then we look at it together."))
        else:
            said = ngettext("We have your podium.", "We have your %(n)d podia.", len(made))
            messages.success(request, f"{said % {'n': len(made)}} {_('We look for whoever suits.')}")
            return redirect(fan_links.fan_page_path(contact))
    return form_page(request, contact, "events/public/fan_offer.html", form, {})


@require_http_methods(READ_AND_WRITE)
@contact_only
def fan_outcome(request: HttpRequest, contact: FanContact, pk: int) -> HttpResponse:
    """How many came, as the host saw it; also for a podium that had no file."""
    podium = get_object_or_404(to_confirm(contact.fan, clock.today()), pk=pk)
    podium.network = contact.fan.network
    form = HostOutcomeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        hosting.tell_outcome(
            contact, podium, says=HostSays(said["says"]), audience=said["audience"], words=said["words"]
        )
        messages.success(request, _("Thank you. Two answers make an honest figure."))
        return redirect(fan_links.fan_page_path(contact))
    context = {"podium": podium, "people": list(podium.ambassadors.all()), "is_past": True}
    return form_page(request, contact, "events/public/fan_outcome.html", form, context)


@require_http_methods(READ_AND_WRITE)
@contact_only
def fan_colleague(request: HttpRequest, contact: FanContact) -> HttpResponse:
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            hosting.bring_in(contact, language=get_language() or "nl", **form.cleaned_data)
        except hosting.TooMany:
            form.add_error(None, _("That is very much for one day. Call us, then we look at it together."))
        else:
            said = _("%(name)s gets a mail with a page of their own.")
            messages.success(request, said % {"name": form.cleaned_data["name"]})
            return redirect(fan_links.fan_page_path(contact))
    return form_page(request, contact, "events/public/fan_colleague.html", form, {})


def form_page(
    request: HttpRequest, contact: FanContact, template: str, form: Any, context: dict[str, Any]
) -> HttpResponse:
    values = {"form": form, "contact": contact, "fan": contact.fan, **_ways(contact)}
    return render(request, template, values | context, status=422 if form.is_bound else 200)


def _ways(contact: FanContact) -> dict[str, str]:
    token = fan_links.fan_token(contact)
    return {
        "page_href": reverse("fan_page", args=[token]),
        "offer_href": reverse("fan_offer", args=[token]),
        "calendar_href": reverse("fan_own_calendar", args=[token]),
        "colleague_href": reverse("fan_colleague", args=[token]),
        "outcome_href": reverse("fan_outcome", args=[token, 0])[: -len("0/")],
    }
