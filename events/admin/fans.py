"""The contact persons of a fan get their own page from the leader, by one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.actions import hosting
from network import clock
from network.models import FanContact
from network.permissions import NetworkRequest


@require_POST
def send_page(request: NetworkRequest, pk: int) -> HttpResponse:
    current = FanContact.objects.current(clock.today()).select_related("fan__network")
    contact = get_object_or_404(current, pk=pk, fan__network=request.network)
    if hosting.send_page(contact, by=request.user):
        messages.success(request, _("%(name)s gets the link to their own page.") % {"name": contact.name})
    else:
        messages.warning(
            request,
            _("Nothing was sent: %(name)s has no e-mail address here, or got the link today already.")
            % {"name": contact.name},
        )
    return redirect("admin:fan_contact", contact.fan_id)
