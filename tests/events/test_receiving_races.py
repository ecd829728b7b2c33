"""A nervous thumb: the same form twice at the same moment is one lead, one check-in, one opinion."""

import pytest

from events.actions import checking_in, handing_cards
from events.models import AudienceCheckIn, BusinessCard, Lead
from network.models import Message
from tests.elsewhere import elsewhere
from tests.events.leads import GOOD, scanned

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]


def send_the_form() -> None:
    scanned(BusinessCard.objects.get())


def say_here() -> None:
    checking_in.check_in(card=BusinessCard.objects.get(), is_entrepreneur=True, token="t", signs=GOOD)


def test_the_same_form_at_the_same_moment_is_one_lead(today, ambassador):
    handing_cards.card_of_person(ambassador)
    racing = [elsewhere(send_the_form) for _ in range(6)]
    assert [process.wait() for process in racing] == [0] * 6
    assert (Lead.objects.count(), Message.objects.filter(kind="lead_confirm").count()) == (1, 1)


def test_the_same_tap_at_the_same_moment_is_one_entrepreneur(today, ambassador):
    handing_cards.card_of_person(ambassador)
    racing = [elsewhere(say_here) for _ in range(6)]
    assert [process.wait() for process in racing] == [0] * 6
    assert AudienceCheckIn.objects.count() == 1
