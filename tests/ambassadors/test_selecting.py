from datetime import date

import pytest

from ambassadors.actions import inviting, merging, renewing, selecting
from ambassadors.actions.refused import Refused
from ambassadors.actions.selecting import Column
from ambassadors.models import (
    ApartPair,
    Consent,
    ConsentText,
    ContactMoment,
    Invitation,
    Nomination,
    NominationStatus,
    Person,
    Term,
    TermExtension,
    Voice,
)
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import make_person

S = NominationStatus


@pytest.fixture
def round(network, today):
    return make_round(network)


@pytest.fixture
def suitable(network, round):
    return make_candidate(network, "Nijhuis", round=round, status="suitable", told_at="2026-11-20T12:00Z")


def steps(nomination):
    return list(nomination.steps.values_list("kind", "before", "after", "why"))


# --- Judging -------------------------------------------------------------------------------------------


def test_every_change_of_status_has_who_when_and_why(suitable, leader):
    assert selecting.judge(
        nomination=suitable, status=S.NOT_NOW, by=leader, why="Verhuist.", look_again_on=date(2027, 9, 1)
    )
    suitable.refresh_from_db()
    assert (suitable.status, suitable.look_again_on) == ("not_now", date(2027, 9, 1))
    assert selecting.judge(nomination=suitable, status=S.IN_CONVERSATION, by=leader)
    suitable.refresh_from_db()
    assert (suitable.status, suitable.look_again_on) == ("in_conversation", None)
    assert steps(suitable) == [
        ("status", "suitable", "not_now", "Verhuist."),
        ("status", "not_now", "in_conversation", ""),
    ]
    assert {step.by for step in suitable.steps.all()} == {leader}


@pytest.mark.parametrize("status", [S.NOT_NOW, S.NOT_SUITABLE, S.WITHDRAWN])
def test_a_no_needs_its_reason(suitable, leader, status):
    with pytest.raises(Refused):
        selecting.judge(nomination=suitable, status=status, by=leader, look_again_on=date(2027, 9, 1))
    suitable.refresh_from_db()
    assert (suitable.status, steps(suitable)) == ("suitable", [])


def test_the_leader_can_write_to_the_candidate(suitable, leader):
    selecting.judge(
        nomination=suitable, status=S.NOT_SUITABLE, by=leader, why="Te groot.", words="Dank voor het gesprek."
    )
    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("candidate_answer", suitable.person.email)
    assert message.data == {"words_of_leader": "Dank voor het gesprek."}


# --- Choosing ------------------------------------------------------------------------------------------


def test_a_card_moves_through_the_columns_and_back(network, round, leader):
    one = make_candidate(network, "Nijhuis", round=round)
    assert selecting.move(nomination=one, to=Column.CHOSEN, by=leader)
    assert not selecting.move(nomination=one, to=Column.CHOSEN, by=leader)
    one.refresh_from_db()
    assert (one.status, one.selected_by) == ("suitable", leader)
    assert selecting.move(nomination=one, to="nominated", by=leader)
    one.refresh_from_db()
    assert (one.status, one.is_selected) == ("nominated", False)
    assert [step[0] for step in steps(one)] == ["status", "selected", "unselected", "status"]


def test_only_who_is_suitable_and_in_a_round_is_chosen(network, round, leader):
    with pytest.raises(Refused):
        selecting.select(nomination=make_candidate(network, "Nijhuis", round=round), by=leader)
    with pytest.raises(Refused):
        selecting.select(nomination=make_candidate(network, "Bos", status="suitable"), by=leader)


def test_the_size_is_guarded_before_the_selection_stands(network, round, suitable, ambassador, leader):
    other = make_candidate(network, "Bos", round=round, status="suitable")
    network.maximum_size = 2
    network.save()
    with pytest.raises(Refused, match="niemand"):
        selecting.settle(round=round, by=leader)
    selecting.select(nomination=suitable, by=leader)
    size = selecting.size_of(round)
    assert (size.now, size.then, size.places_left, size.is_too_large, size.is_nearly_full) == (
        1, 2, 0, False, True
    )  # fmt: skip
    selecting.select(nomination=other, by=leader)
    with pytest.raises(Refused, match="3"):
        selecting.settle(round=round, by=leader)
    round.refresh_from_db()
    assert round.settled_at is None
    assert selecting.settle(round=round, by=leader, accept_size=True)
    assert not selecting.settle(round=round, by=leader)
    round.refresh_from_db()
    assert round.settled_by == leader
    assert selecting.unsettle(round=round, by=leader)
    assert not selecting.unsettle(round=round, by=leader)


def test_somebody_who_goes_on_is_counted_once(network, round, leader):
    again = make_person(network, "Chidi", "Okafor", term=(date(2024, 4, 1), date(2027, 4, 1)))
    renewing.reappoint(
        person=again, round=round, talked_on=date(2026, 11, 20), kind="visit", summary="Wil door.", by=leader
    )
    nomination = again.nominations.get()
    assert (nomination.status, nomination.round) == ("suitable", round)
    assert nomination.agreed_at
    assert ContactMoment.objects.get().summary == "Wil door."
    selecting.select(nomination=nomination, by=leader)
    assert (selecting.size_of(round).now, selecting.size_of(round).then) == (0, 1)


def test_whose_term_runs_past_the_ceremony_is_not_reappointed(round, ambassador, leader):
    with pytest.raises(Refused, match="1 april 2028"):
        renewing.reappoint(
            person=ambassador, round=round, talked_on=date(2026, 11, 20), kind="call", summary="x", by=leader
        )
    assert not Nomination.objects.exists()
    assert not ContactMoment.objects.exists()


def test_a_longer_term_carries_its_talk(round, ambassador, leader):
    term = ambassador.terms.get()
    talk = {
        "talked_on": date(2026, 11, 20),
        "kind": "call",
        "summary": "Tot de opvolger er is.",
        "by": leader,
    }
    extension = renewing.extend(term=term, until=date(2028, 10, 1), round=round, **talk)
    assert renewing.extend(term=term, until=date(2028, 10, 1), round=round, **talk) == extension
    term.refresh_from_db()
    assert term.end == date(2028, 10, 1)
    assert (extension.end_before, extension.end_after, extension.talk.summary) == (
        date(2028, 4, 1), date(2028, 10, 1), "Tot de opvolger er is."
    )  # fmt: skip
    with pytest.raises(Refused):
        renewing.extend(term=term, until=date(2028, 9, 1), **talk)
    assert TermExtension.objects.count() == ContactMoment.objects.count() == 1


def test_a_longer_term_stays_clear_of_the_next(ambassador, leader, today):
    later = Term.objects.create(person=ambassador, start=date(2028, 6, 1), end=date(2031, 6, 1))
    with pytest.raises(Refused, match="al een termijn"):
        renewing.extend(
            term=ambassador.terms.exclude(pk=later.pk).get(), until=date(2028, 7, 1),
            talked_on=today, kind="call", summary="x", by=leader,
        )  # fmt: skip
    assert not ContactMoment.objects.exists()


def test_whose_term_ends_around_the_ceremony_is_listed(network, round, ambassador):
    ends = make_person(network, "Chidi", "Okafor", term=(date(2024, 4, 1), date(2027, 4, 1)))
    gone = make_person(network, "Lotte", "Hofstede", term=(date(2022, 4, 1), date(2025, 4, 1)))
    assert [term.person for term in renewing.ending_around(round)] == [ends]
    assert gone not in [term.person for term in renewing.ending_around(round)]


# --- Merging -------------------------------------------------------------------------------------------


def known(pairs):
    return [(pair.first, pair.second) for pair in pairs]


def test_two_records_of_one_person_become_one_and_nothing_is_lost(network, round, leader, ambassador):
    for number in range(3):  # so that the keys of people and of candidacies differ
        make_person(network, "Iemand", f"Anders{number}")
    kept = make_candidate(network, "Wessels", first_name="Teun", round=round, status="in_conversation")
    gone = make_candidate(
        network, "Wessels", first_name="Teunis", round=round, status="suitable",
        told_at="2026-11-20T12:00Z",
    )  # fmt: skip
    Person.objects.filter(pk=gone.person.pk).update(phone="06 1", email="teunis@x.example", user=None)
    gone.person.refresh_from_db()
    for nomination, why in ((kept, "Durft."), (gone, "Vertelt goed.")):
        Voice.objects.create(nomination=nomination, source="ambassador", person=ambassador, why=why)
    kept.voices.filter(source="self").update(why="Ik wil.")
    gone.voices.filter(source="self").update(why="Ik kan.")
    selecting.judge(nomination=gone, status=S.IN_CONVERSATION, by=leader)
    selecting.judge(nomination=gone, status=S.SUITABLE, by=leader)
    text = ConsentText.objects.create(network=network, purpose="photo", version=1, body="Mag")
    Consent.objects.create(person=gone.person, text=text, purpose="photo", way="leader")
    moment = ContactMoment.objects.create(
        person=gone.person, date=date(2026, 11, 1), kind="call", summary="x"
    )
    assert known(merging.pairs(network)) == [(kept.person.pk, gone.person.pk)]
    gone_pk = gone.person.pk

    merging.merge(keep=kept.person, other=gone.person, by=leader)

    person = Person.objects.get(last_name="Wessels")
    assert (person.first_name, person.phone) == ("Teun", "06 1")
    nomination = person.nominations.get()
    assert (nomination.status, nomination.told_at is not None) == ("suitable", True)
    assert [(voice.source, voice.person) for voice in nomination.voices.order_by("source")] == [
        ("ambassador", ambassador),
        ("self", person),
    ]
    assert set(nomination.voices.get(source="self").why.split("\n\n")) == {"Ik wil.", "Ik kan."}
    both = nomination.voices.get(person=ambassador).why
    assert set(both.split("\n\n")) == {"Durft.", "Vertelt goed."}
    assert [step[0] for step in steps(nomination)] == ["status", "status", "merged"]
    assert "teunis@x.example" in steps(nomination)[-1][3]
    assert person.consents.get().purpose == "photo"
    moment.refresh_from_db()
    assert moment.person == person
    assert merging.pairs(network) == []
    assert Person.history.filter(id=gone_pk, history_type="-", history_user=leader).exists()


def test_an_ambassador_is_not_merged_away(network, ambassador, leader):
    other = make_person(network, "Marleen", "Oosterveld", email="m@x.example")
    with pytest.raises(Refused, match="Marleen"):
        merging.merge(keep=other, other=ambassador, by=leader)
    assert Person.objects.filter(last_name="Oosterveld").count() == 2


def test_two_people_who_only_look_alike_are_asked_about_once(network, leader):
    one, other = (make_person(network, "Jan", "Hof", email=f"jan{n}@x.example") for n in (1, 2))
    for _time in range(2):
        merging.keep_apart(one=other, other=one, by=leader)
    assert ApartPair.objects.get().first == one
    assert merging.pairs(network) == []


def test_who_was_invited_is_taken_back_first(network, round, suitable, leader):
    selecting.select(nomination=suitable, by=leader)
    selecting.settle(round=round, by=leader)
    inviting.invite_due(round, on=date(2027, 1, 20), by=None)
    with pytest.raises(Refused):
        selecting.unselect(nomination=suitable, by=leader)
    inviting.take_back(invitation=Invitation.objects.get(), by=leader, why="Bedrijf verkocht")
    suitable.refresh_from_db()
    assert not suitable.is_selected
    assert steps(suitable)[-1] == ("unselected", "", "", "Bedrijf verkocht")
