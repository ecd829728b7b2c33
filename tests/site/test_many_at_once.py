"""D2: five or more at the same moment. One wins, or all are counted; nobody meets an error of the server."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from django.db import connections

from ambassadors.actions import appointing, consenting, nominating
from ambassadors.actions.nominating import Candidate, Nominator, Words
from ambassadors.models import Appointment, Consent, Nomination, Person, Purpose, Term, Voice
from events.actions import checking_in, handing_cards, newsletters, offering
from events.models import AudienceCheckIn, Newsletter, Offer, Podium, PodiumRequest, Subscription
from network.models import Message
from tests.conftest import make_person
from tests.events.leads import GOOD

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]
TERM = (date(2025, 4, 1), date(2028, 4, 1))


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each of them came to: its answer, or the kind of its error."""
    start, outcomes = threading.Barrier(len(works)), []

    def run(work: Callable[[], Any]) -> None:
        try:
            start.wait(30)
            outcomes.append(work())
        except Exception as error:  # the test says which may be
            outcomes.append(type(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(outcomes) == len(works)
    return outcomes


def each(verb: Callable[[Any], Any], things: Iterable[Any]) -> list[Any]:
    return at_once(*[lambda one=one: verb(one) for one in things])


def test_the_first_of_five_yeses_closes_the_other_four(today, network, leader):
    people = [make_person(network, "Ans", name, term=TERM) for name in ("Bos", "Kok", "Vos", "Mol", "Uil")]
    asked = PodiumRequest.objects.create(
        network=network, kind="panel", date=date(2026, 12, 16), host_name="MKB", contact_email="b@mkb.example"
    )
    offers = offering.offer(asked, by=leader, people=people)
    outcomes = each(lambda one: offering.accept(one, by=None), offers)
    assert outcomes.count(offering.TooLate) == 4
    assert Counter(Offer.objects.values_list("state", flat=True)) == {"accepted": 1, "closed": 4}
    assert Podium.objects.filter(status="agreed").count() == 1
    mails = Counter(Message.objects.values_list("kind", flat=True))
    assert (mails["offer_closed"], mails["request_agreed"]) == (4, 1)


def test_everybody_in_a_hall_is_counted(today, network, ambassador):
    podium = Podium.objects.create(network=network, kind="panel", date=today, title="Zaal", status="agreed")
    podium.ambassadors.add(ambassador)
    card = handing_cards.card_of_podium(podium)

    def tap(number: int) -> None:
        checking_in.check_in(card=card, is_entrepreneur=True, token=f"t{number}", signs=GOOD)

    assert each(tap, range(10)) == [None] * 10
    podium.refresh_from_db()
    assert (AudienceCheckIn.objects.count(), podium.checked_in) == (10, 10)


def test_four_who_appoint_make_one_round_with_a_number_for_each_plaque(today, network, leader):
    network.official_name, network.official_title = "Anne Verzonnen", "gedeputeerde"
    network.save()
    round = appointing.open_round(network=network, year=2026, ceremony_on=today, place="Zwolle", by=leader)
    people = [make_person(network, "Nieuw", name) for name in ("Bos", "Kok", "Vos")]
    appointing.choose(round=round, people=people, by=leader)
    outcomes = each(lambda _n: appointing.appoint(round=round, by=leader).is_new, range(4))
    assert sorted(outcomes) == [False, False, False, True]
    assert len(set(Appointment.objects.values_list("serial_number", flat=True))) == 3
    assert (Appointment.objects.count(), Term.objects.count()) == (3, 3)
    assert Message.objects.filter(kind="appointed").count() == 3


def test_a_newsletter_that_four_send_goes_out_once(today, network, leader):
    for number in range(3):
        reader = Subscription.objects.create(
            network=network,
            email=f"l{number}@x.example",
            language="nl",
            asked_at="2026-11-01T12:00:00+01:00",
            consent_text=newsletters.CONSENT_TEXT,
        )
        newsletters.confirm(reader)
    issue = Newsletter.objects.create(network=network, title="Nieuws", introduction="Dag.", created_by=leader)
    outcomes = each(lambda _n: newsletters.send(issue, by=leader), range(4))
    assert Counter(outcomes) == {3: 1, newsletters.AlreadySent: 3}
    assert Message.objects.filter(kind="newsletter").count() == 3


def test_five_who_put_the_same_person_forward_are_five_voices_for_one(today, network):
    def put_forward(number: int) -> None:
        nominating.nominate(
            network=network,
            candidate=Candidate(
                first_name="Femke", last_name="Bos", email="femke@bos.example", company="Bos"
            ),
            nominator=Nominator(source="visitor", name="X", email=f"v{number}@x.example"),
            words=Words(why="x"),
            by=None,
        )

    assert each(put_forward, range(5)) == [None] * 5
    assert (Person.objects.count(), Nomination.objects.count(), Voice.objects.count()) == (1, 1, 5)


def test_whoever_says_yes_and_takes_it_back_at_once_agrees_to_one_text_or_none(today, network, ambassador):
    text = consenting.kept_text_for(network, Purpose.PHOTO)
    consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO)

    def yes() -> None:
        consenting.give(person=ambassador, text=text, way="mijn")

    def no() -> None:
        consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO)

    assert at_once(yes, no, yes, no, yes) == [None] * 5
    ambassador.refresh_from_db()
    in_force = Consent.objects.in_force().filter(person=ambassador, purpose="photo").count()
    assert in_force == (0 if ambassador.photos_refused_at else 1)
