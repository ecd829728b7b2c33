"""The demonstration moves with the calendar: whenever it is made, every state occurs."""

from collections.abc import Iterator

import pytest
import time_machine

from ambassadors.commitment import State
from ambassadors.models import AppointmentRound, Pause, PauseRequest
from config.demonstration import build
from events import chase
from events.models import ChaseStep, Offer, Podium, PodiumFile, PodiumRequest, StepKind
from network import clock
from network.models import Message, Network

pytestmark = pytest.mark.django_db

# A working day, a leap day, the turn of a year, and a Sunday in the middle of the holidays.
DAYS = ["2026-11-23", "2028-02-29", "2027-01-01", "2027-08-01"]


@pytest.fixture(params=DAYS)
def demo(request, settings, tmp_path) -> Iterator[Network]:
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(f"{request.param}T12:00:00+01:00", tick=False):
        build.build()  # all but the sizes of the pictures, which know no day
        yield Network.objects.get(slug="pioniers")


def test_every_state_occurs_and_the_desk_is_full(demo):
    today = clock.today()
    lines = list(chase.survey(demo, today))
    running = {line.standing.state for line in lines if today < line.standing.year_end}
    assert running == {State.PAUSED, State.NONE, State.MET, State.PLANNED, State.ON_PACE, State.BEHIND}
    assert [line.decision.step for line in lines if line.decision.step] == [StepKind.NUDGE_1]  # to preview
    steps = set(ChaseStep.objects.filter(person__network=demo).values_list("kind", flat=True))
    assert steps == set(StepKind.values)  # the evaluation is of somebody who missed last year
    assert {
        step.person.first_name for step in ChaseStep.objects.open_tasks().filter(person__network=demo)
    } == {
        "Ingrid",
        "Jeroen",
    }

    assert demo.podia.without_outcome(today).count() == 2
    assert demo.podia.on_the_agenda(today).count() == 4
    assert PodiumRequest.objects.filter(network=demo).open(today).count() == 4
    assert PodiumRequest.objects.filter(network=demo).held().count() == 1
    assert Offer.objects.waiting().filter(person__network=demo).count() == 2
    assert Offer.objects.silent().filter(person__network=demo).count() == 1
    assert PodiumFile.objects.filter(podium__network=demo).count() == 3
    assert [podium.title for podium in demo.podia.in_conflict()] == ["De vrijdag waarop niets lukte"]
    assert PauseRequest.objects.waiting().filter(person__network=demo).count() == 1
    assert Pause.objects.current(today).filter(person__network=demo).count() == 1
    assert demo.messages.filter(state=Message.State.UNCERTAIN).count() == 1
    assert not demo.messages.filter(state=Message.State.QUEUED, not_before__date__lt=today).exists()
    rounds = list(AppointmentRound.objects.filter(network=demo))
    assert [(r.is_appointed, r.appointments.count()) for r in rounds] == [
        (False, 0),
        (True, 3),
        (True, 5),
        (True, 5),
        (True, 6),
    ]
    assert 70 <= (rounds[0].ceremony_on - today).days <= 77
    assert not demo.quiet_periods.filter(start__lte=today, end__gt=today).exists()
    for podium in Podium.objects.exclude(status="idea").prefetch_related("ambassadors__terms"):
        assert podium.date.weekday() < 5, podium
        for person in podium.ambassadors.all():
            assert any(term.covers(podium.date) for term in person.terms.all()), (podium, person, podium.date)
