"""Ambassadors and the podium requests that wait for somebody."""

from django.db import transaction

from ambassadors.models import Person
from events.actions import logging
from events.models import Podium, PodiumRequest, PodiumStatus
from network import clock
from network.actions import mailing
from network.models import User


def raise_hand(request: PodiumRequest, *, by: User | None, person: Person) -> Podium:
    """An ambassador wants this one: an idea on their name until the project leader has settled it.

    Twice is once. The idea counts for nothing yet; it becomes agreed when day and place are settled.
    """
    with transaction.atomic():
        # The request is the lock: two clicks, or two ambassadors at once, come one after the other.
        request = PodiumRequest.objects.select_for_update().get(pk=request.pk)
        known = Podium.objects.filter(request=request, ambassadors=person).exclude(
            status=PodiumStatus.CANCELLED
        )
        if podium := known.first():
            return podium
        podium = logging.log_podium(
            by=by,
            network=request.network,
            ambassadors=[person],
            kind=request.kind,
            date=request.date or clock.today(),
            status=PodiumStatus.IDEA,
            host=request.host,
            host_name=request.host_name,
            request=request,
            title=request.title,
            place=request.place,
            expected=request.audience,
        )
        _tell_whoever_runs_the_network(podium, request, person)
        return podium


def withdraw_hand(request: PodiumRequest, *, by: User | None, person: Person) -> None:
    """Changed their mind: only an idea can be withdrawn, an agreed podium is cancelled as such."""
    with transaction.atomic():
        ideas = Podium.objects.filter(request=request, ambassadors=person, status=PodiumStatus.IDEA)
        for podium in ideas.select_for_update():
            logging.cancel(podium, by=by)


def _tell_whoever_runs_the_network(podium: Podium, request: PodiumRequest, person: Person) -> None:
    runners = User.objects.filter(
        pk__in=request.network.roles.running_the_network().values("user"), is_active=True
    )
    for runner in runners:
        mailing.post(
            network=request.network,
            kind="hand_raised",
            key=f"hand_raised:{podium.pk}:{runner.pk}",
            to=runner.email,
            name=runner.name,
            language=runner.language,
            context={
                "name": person.full_name,
                "request": request.title,
                "day": request.date,
                "host": request.host_name or (request.host.name if request.host else ""),
            },
            about=podium,
            reason=f"{person.full_name}: {request.title}",
            reply_to=person.email,
        )
