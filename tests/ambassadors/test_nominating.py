from datetime import timedelta

import pytest
import time_machine

from ambassadors.actions import nominating, selecting
from ambassadors.actions.nominating import Candidate, Nominator, Words
from ambassadors.actions.refused import Refused
from ambassadors.actions.running_rounds import tell_in_time
from ambassadors.models import HonoraryMembership, Nomination, NominationSource, NominationStatus, Person
from ambassadors.round_calendar import last_day_to_tell
from network.models import Company, FanContact, Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import make_person

FEMKE = Candidate(
    first_name="Femke", last_name="Nijhuis", email="Femke@Nijhuis.example", company="Nijhuis Transport",
    place="Almelo", role="directeur",
)  # fmt: skip


def put_forward(network, person, candidate=FEMKE, why="Zij deelt de winst met haar chauffeurs."):
    return nominating.nominate(
        network=network,
        candidate=candidate,
        nominator=Nominator(source=NominationSource.AMBASSADOR, person=person),
        words=Words(why=why, answers=[{"question": "Wat lukte?", "answer": "Roosteren"}]),
        by=person.user,
    )


def steps(nomination) -> list[tuple]:
    return list(nomination.steps.values_list("kind", "before", "after", "why", "by__email"))


def mails() -> list[tuple]:
    return sorted(Message.objects.values_list("kind", "recipient"))


def test_an_ambassador_puts_somebody_forward(today, network, ambassador):
    round = make_round(network)
    nomination = put_forward(network, ambassador)

    assert (nomination.round, nomination.status, nomination.told_at) == (round, "nominated", None)
    person = nomination.person
    assert (person.full_name, person.email, person.user) == ("Femke Nijhuis", "femke@nijhuis.example", None)
    assert person.company_on(today).company == Company.objects.get(name="Nijhuis Transport")
    voice = nomination.voices.get()
    assert (voice.source, voice.person, voice.why) == (
        "ambassador", ambassador, "Zij deelt de winst met haar chauffeurs."
    )  # fmt: skip
    assert voice.answers == [{"question": "Wat lukte?", "answer": "Roosteren"}]
    assert steps(nomination) == [("came_in", "", "ambassador", "", ambassador.user.email)]
    assert mails() == []  # the candidate is told with the first contact, or within the month


def test_twice_is_one_and_another_nominator_is_another_voice(today, network, ambassador, other_ambassador):
    first = put_forward(network, ambassador)
    assert put_forward(network, ambassador) == first
    assert put_forward(network, other_ambassador) == first
    assert [voice.person for voice in first.voices.all()] == [ambassador, other_ambassador]
    assert Person.objects.filter(last_name="Nijhuis").count() == 1


def test_what_is_known_of_somebody_is_not_changed_by_a_stranger(today, network, ambassador):
    known = make_person(network, "Femke", "Nijhuis", email="femke@nijhuis.example", phone="06 1")
    nomination = put_forward(
        network, ambassador, Candidate(first_name="F.", last_name="Fout", email="FEMKE@nijhuis.example")
    )
    known.refresh_from_db()
    assert nomination.person == known
    assert (known.full_name, known.phone) == ("Femke Nijhuis", "06 1")


def test_an_ambassador_in_office_is_no_candidate(today, network, ambassador, other_ambassador):
    candidate = Candidate(first_name="B", last_name="L", email=other_ambassador.email)
    with pytest.raises(Refused, match=r"^B L doet al mee\."):
        put_forward(network, ambassador, candidate)
    assert not Nomination.objects.exists()


def test_outside_a_round_somebody_waits_for_the_next(today, network, ambassador):
    make_round(network, nominations_until=today - timedelta(days=1))
    nomination = put_forward(network, ambassador)
    assert nomination.round is None
    assert list(network.nominations.waiting_for_a_round()) == [nomination]


def test_who_applies_agrees_and_is_told_at_once(today, network):
    nomination = nominating.nominate(
        network=network,
        candidate=FEMKE,
        nominator=Nominator(source=NominationSource.SELF, name="Femke Nijhuis", email=FEMKE.email),
        words=Words(why="Ik wil het vertellen."),
        by=None,
    )
    assert nomination.told_at == nomination.agreed_at
    assert [step[0] for step in steps(nomination)] == ["came_in", "agreed", "told"]
    assert mails() == [("candidate_notice", "femke@nijhuis.example")]


def test_the_first_contact_takes_the_notice_along_and_only_once(today, network, ambassador, leader):
    nomination = put_forward(network, ambassador)
    assert selecting.judge(nomination=nomination, status=NominationStatus.IN_CONVERSATION, by=leader)
    assert not selecting.judge(nomination=nomination, status=NominationStatus.IN_CONVERSATION, by=leader)
    assert not nominating.tell(nomination=nomination, by=leader)
    assert mails() == [("candidate_notice", "femke@nijhuis.example")]
    assert [step[0] for step in steps(nomination)] == ["came_in", "status", "told"]


@pytest.mark.parametrize("received", ["2026-11-23", "2027-01-31", "2028-01-31", "2028-02-29"])
def test_the_notice_leaves_at_the_latest_within_a_month(db, network, ambassador, received):
    """Whatever the calendar: with a nightly run the mail is in the outbox days before the month is over."""
    with time_machine.travel(f"{received}T18:00:00+01:00", tick=False) as clock:
        nomination = put_forward(network, ambassador)
        came_in = nomination.created_at.date()
        told = []
        for _night in range(40):
            clock.shift(timedelta(days=1))
            if tell_in_time(network, on=_today()):
                told.append(_today())
    assert len(told) == 1
    assert told[0] == last_day_to_tell(came_in) - timedelta(days=3)
    assert mails() == [("candidate_notice", "femke@nijhuis.example")]


def _today():
    from network import clock

    return clock.today()


def test_who_has_no_address_is_told_in_person(today, network, ambassador, leader):
    nomination = put_forward(network, ambassador, Candidate(first_name="Piet", last_name="Bos", phone="06 2"))
    with pytest.raises(Refused, match="Piet Bos"):
        nominating.tell(nomination=nomination, by=leader)
    assert tell_in_time(network, on=today + timedelta(days=300)) == 0
    assert nominating.told_in_person(nomination=nomination, by=leader)
    assert not nominating.told_in_person(nomination=nomination, by=leader)
    assert nomination.told_at
    assert mails() == []


def test_a_no_of_the_candidate_ends_it(today, network, ambassador):
    nomination = put_forward(network, ambassador)
    assert nominating.withdraw(nomination=nomination, why="Geen tijd")
    assert not nominating.withdraw(nomination=nomination)
    assert not nominating.agree(nomination=nomination)
    assert nomination.status == "withdrawn"
    assert steps(nomination)[1:] == [("status", "nominated", "withdrawn", "Geen tijd", None)]


def test_a_held_one_does_nothing_until_it_is_let_in(today, network, leader):
    def take_in(email):
        return nominating.nominate(
            network=network,
            candidate=Candidate(first_name="Koop", last_name=f"Nu {email}", email=email),
            nominator=Nominator(source=NominationSource.SELF, name="Koop Nu", email=email),
            words=Words(why="www"),
            by=None,
            held_because="er staan links in",
        )

    good, bad = take_in("a@x.example"), take_in("b@x.example")
    assert mails() == []
    assert list(network.nominations.open()) == []
    assert nominating.let_in(nomination=good, by=leader)
    assert not nominating.let_in(nomination=good, by=leader)
    assert mails() == [("candidate_notice", "a@x.example")]
    assert nominating.throw_away(nomination=bad, by=leader)
    assert not nominating.throw_away(nomination=bad, by=leader)
    assert not nominating.throw_away(nomination=good, by=leader)
    assert list(Person.objects.filter(first_name="Koop")) == [good.person]


@pytest.mark.parametrize("known_as", ["honorary member", "nominator"])
def test_nonsense_about_somebody_the_network_knows_leaves_them_alone(today, network, leader, known_as):
    """Who applies with the address of another does not take that other along."""
    known = Person.objects.create(
        network=network, first_name="Femke", last_name="Nijhuis", email=FEMKE.email.lower()
    )
    if known_as == "honorary member":
        HonoraryMembership.objects.create(person=known, start=today - timedelta(days=400))
    else:
        put_forward(network, known, Candidate(first_name="Piet", last_name="Bos"))
    nonsense = nominating.nominate(
        network=network,
        candidate=FEMKE,
        nominator=Nominator(source=NominationSource.SELF, name="Koop Nu", email="koop@nu.example"),
        words=Words(why="www"),
        by=None,
        held_because="er staan links in",
    )

    assert nominating.throw_away(nomination=nonsense, by=leader)
    assert Person.objects.filter(pk=known.pk).exists()


def test_a_fan_speaks_once_for_a_candidate(today, network, fan):
    contact = FanContact.objects.get(fan=fan)
    nominator = Nominator(source=NominationSource.FAN, fan_contact=contact)
    for _time in range(2):
        nomination = nominating.nominate(
            network=network, candidate=FEMKE, nominator=nominator, words=Words(why="x"), by=None
        )
    assert [voice.nominator_name for voice in nomination.voices.all()] == ["Karin Veldhuis"]


def test_somebody_judged_in_this_round_is_not_a_new_candidate(today, network, ambassador):
    round = make_round(network)
    judged = make_candidate(network, "Nijhuis", round=round, status="not_suitable")
    judged.person.email = FEMKE.email.lower()
    judged.person.save()
    assert put_forward(network, ambassador) == judged
    judged.refresh_from_db()
    assert (judged.status, judged.voices.count()) == ("not_suitable", 2)
