"""What a contact person had open goes on with whoever follows them up: no mail to somebody who left."""

from datetime import timedelta

from django.db.models import Q

from events.models import PodiumFile, PodiumRequest, ReferralPartner, RequestState
from network import clock, succession
from network.history import changed_by
from network.models import FanContact, User

AFTERWARDS = timedelta(days=60)
"""So long after a podium the host is asked how it went, and may tell it."""


@succession.follows
def hand_over_podia(before: FanContact, after: FanContact, by: User | None) -> None:
    """Requests that are still running, and files of podia to come or just behind us."""
    since = clock.today() - AFTERWARDS
    running = Q(state__in=RequestState.waiting()) | Q(state=RequestState.AGREED, date__gte=since)
    requests = PodiumRequest.objects.filter(host=before.fan_id, contact_email__iexact=before.email)
    for request in requests.filter(running):
        request.contact_name, request.contact_email = after.name[:120], after.email
        changed_by(request, by).save(update_fields=["contact_name", "contact_email"])
    files = PodiumFile.objects.filter(podium__host=before.fan_id, host_email__iexact=before.email)
    for file in files.filter(podium__date__gte=since):
        file.host_name, file.host_email = after.name, after.email
        changed_by(file, by).save(update_fields=["host_name", "host_email"])


@succession.follows
def hand_over_places(before: FanContact, after: FanContact, by: User | None) -> None:
    """Who is referred to the fan from now on is told to whoever is there."""
    places = ReferralPartner.objects.filter(fan=before.fan_id, contact_email__iexact=before.email)
    for place in places:
        place.contact_name, place.contact_email = after.name[:120], after.email
        changed_by(place, by).save(update_fields=["contact_name", "contact_email"])
