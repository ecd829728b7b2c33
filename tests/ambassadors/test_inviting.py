"""The invitation: a personal link, the charter, consent for each purpose apart, and what a yes or no does."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from ambassadors import links
from ambassadors.actions import appointing, consenting, inviting, merging, nominating, selecting
from ambassadors.actions.refused import Refused
from ambassadors.models import Answer, Consent, ConsentText, DeclineReason, Invitation, Person, Purpose
from network import clock
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round, words_read
from tests.conftest import client_for

EVERYTHING = list(Purpose.with_the_invitation())


@pytest.fixture
def invited(network, leader, fan):
    """Femke, invited on the day of the decision."""
    with time_machine.travel("2027-01-20T12:00:00+01:00", tick=False):
        round = make_round(network)
        nomination = make_candidate(
            network, "Nijhuis", round=round, status="suitable", told_at=timezone.now()
        )
        selecting.select(nomination=nomination, by=leader)
        selecting.settle(round=round, by=leader)
        assert inviting.invite_due(round, on=clock.today(), by=None) == 1
        yield Invitation.objects.get()


def accept(invitation, consents=EVERYTHING, **wishes):
    return inviting.accept(
        invitation=invitation,
        consents=consents,
        wishes=inviting.Wishes(**wishes),
        read=words_read(invitation.nomination.network),
    )


def test_the_invitation_leaves_by_mail(invited):
    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("invitation", invited.nomination.person.email)
    assert invited.charter.version == 1
    assert "3 keer per jaar" in invited.charter.body


def test_a_yes_puts_somebody_among_those_to_be_appointed(invited, leader):
    person, round = invited.nomination.person, invited.nomination.round
    assert accept(invited, kinds=["workshop"], themes=["loslaten"], travel_area="Twente", available="ochtend")
    assert not accept(invited)
    person.refresh_from_db()
    assert list(round.chosen.all()) == [person]
    assert (person.liked_kinds, person.themes, person.travel_area) == (["workshop"], ["loslaten"], "Twente")
    assert person.publication_consent_at is not None
    given = Consent.objects.filter(person=person)
    assert {(one.purpose, one.text.version, one.way) for one in given} == {
        (purpose, 1, "invitation") for purpose in ("charter", "publication", "photo")
    }
    kinds = sorted(Message.objects.values_list("kind", flat=True))
    assert kinds == ["invitation", "invitation_answered"]

    outcome = appointing.appoint(round=round, by=leader)
    assert [appointment.person for appointment in outcome.appointments] == [person]
    with time_machine.travel(f"{round.ceremony_on}T09:00:00+02:00", tick=False):
        assert list(type(person).objects.public(clock.today())) == [person]  # online from that day


def test_each_consent_is_a_choice_of_its_own(invited):
    with pytest.raises(Refused):
        accept(invited, consents=[Purpose.PUBLICATION])
    accept(invited, consents=[Purpose.CHARTER])
    person = invited.nomination.person
    person.refresh_from_db()
    assert person.publication_consent_at is None
    assert [one.purpose for one in person.consents.all()] == ["charter"]


def test_a_no_frees_the_place_and_stands(invited, leader):
    assert inviting.decline(invitation=invited, reason=DeclineReason.TIME, remark="Dit jaar niet")
    assert not inviting.decline(invitation=invited, reason=DeclineReason.FIT)
    assert not accept(invited)
    nomination = invited.nomination
    nomination.refresh_from_db()
    assert (nomination.status, nomination.is_selected) == ("withdrawn", False)
    invited.refresh_from_db()
    assert (invited.answer, invited.decline_reason, invited.remark) == ("declined", "time", "Dit jaar niet")
    assert not nomination.round.chosen.exists()
    assert selecting.size_of(nomination.round).then == 0


def test_a_talk_first_keeps_the_door_open(invited):
    assert inviting.ask_for_talk(invitation=invited, remark="Mag het ook twee keer?")
    assert not inviting.ask_for_talk(invitation=invited)
    assert accept(invited)
    invited.refresh_from_db()
    assert invited.answer == Answer.ACCEPTED


def test_what_was_taken_back_or_is_over_cannot_be_accepted(invited, leader):
    inviting.take_back(invitation=invited, by=leader, why="Bedrijf verkocht")
    with pytest.raises(Refused):
        accept(invited)
    assert not invited.nomination.round.chosen.exists()


def test_after_appointing_nobody_comes_in_by_an_old_link(invited, leader):
    round = invited.nomination.round
    type(round).objects.filter(pk=round.pk).update(appointed_at=timezone.now())
    with pytest.raises(Refused):
        accept(invited)
    assert not round.chosen.exists()


def test_who_is_chosen_later_is_invited_later_with_time_to_answer(invited, leader, network):
    round = invited.nomination.round
    later = make_candidate(network, "Bos", round=round, status="suitable")
    selecting.select(nomination=later, by=leader)
    assert inviting.invite_due(round, on=date(2027, 2, 18), by=leader) == 1
    assert later.invitation.answer_by == date(2027, 3, 4)


# --- Consent -------------------------------------------------------------------------------------------


def test_new_words_are_a_new_version_and_the_old_ones_stay(network, leader, ambassador):
    first = consenting.kept_text_for(network, Purpose.PHOTO)
    given = consenting.give(person=ambassador, text=first, way="mijn")
    assert consenting.give(person=ambassador, text=first, way="mijn") == given
    second = consenting.rewrite(
        network=network, purpose=Purpose.PHOTO, body="Nieuw", body_en="New", by=leader
    )
    same = consenting.rewrite(network=network, purpose=Purpose.PHOTO, body="Nieuw", body_en="New", by=leader)
    assert (second.version, same) == (2, second)
    given.refresh_from_db()
    assert (given.text, given.withdrawn_at) == (first, None)
    newer = consenting.give(person=ambassador, text=second, way="mijn")
    assert list(ambassador.consents.in_force()) == [newer]
    assert consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO)
    assert not consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO)
    assert ConsentText.objects.filter(purpose="photo").count() == 2


def test_publication_goes_with_its_consent(network, ambassador, ambassador_client):
    ambassador_client.post("/mijn/pagina/tonen/", {"shown": "no"})
    ambassador.refresh_from_db()
    assert ambassador.publication_consent_at is None
    ambassador_client.post("/mijn/pagina/tonen/", {"shown": "yes"})
    ambassador.refresh_from_db()
    assert ambassador.publication_consent_at is None  # not without the words
    words = words_read(network)[Purpose.PUBLICATION]
    ambassador_client.post("/mijn/pagina/tonen/", {"shown": "yes", "words": words})
    ambassador.refresh_from_db()
    assert ambassador.publication_consent_at is not None
    assert ambassador.consents.in_force().get().purpose == "publication"


# --- The pages -----------------------------------------------------------------------------------------


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def test_the_link_opens_without_changing_anything_and_takes_the_answer(invited, visitor):
    path = path_of(links.invitation_url(invited.nomination))
    before = list(Invitation.objects.values())
    page = visitor.get(path)
    assert invited.charter.body.split("\n")[0] in page.content.decode()
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert list(Invitation.objects.values()) == before

    wrong = visitor.post(path, {"answer": "accepted", "themes": "loslaten"})
    assert wrong.status_code == 422
    assert "Ga akkoord met het handvest" in wrong.content.decode()
    assert 'value="loslaten"' in wrong.content.decode()

    done = visitor.post(
        path,
        {
            "answer": "accepted",
            "charter": "on",
            "kinds": ["workshop"],
            "photo": "on",
            "photo_words": words_read(invited.nomination.network)[Purpose.PHOTO],
        },
    )
    assert (done.status_code, done.url) == (302, path)
    invited.refresh_from_db()
    assert invited.answer == "accepted"
    assert {one.purpose for one in invited.nomination.person.consents.all()} == {"charter", "photo"}
    assert "Fijn, Femke!" in visitor.get(path).content.decode()
    # Sent again, it stays as it was.
    assert visitor.post(path, {"answer": "declined"}).status_code == 200
    invited.refresh_from_db()
    assert invited.answer == "accepted"


def test_a_link_of_another_network_or_a_changed_one_opens_nothing(invited, visitor, other_network):
    path = path_of(links.invitation_url(invited.nomination))
    assert client_for(None, other_network).get(path).status_code == 404
    assert visitor.get(path[:-3] + "xx/").status_code == 404
    with time_machine.travel("2029-01-20T12:00:00+01:00", tick=False):
        assert visitor.get(path).status_code == 410


def test_a_candidate_reads_what_is_kept_and_says_yes_or_no(invited, visitor, network):
    nomination = make_candidate(network, "Bos", round=invited.nomination.round)
    path = path_of(links.candidate_url(nomination))
    page = visitor.get(path).content.decode()
    for kept in ("Femke Bos", nomination.person.email, "Bos BV", "je meldde jezelf aan"):
        assert kept in page
    visitor.post(path, {"agree": "1", "words": words_read(network)[Purpose.CANDIDACY]})
    nomination.refresh_from_db()
    assert nomination.agreed_at is not None
    visitor.post(path, {"why": "Toch maar niet"})
    nomination.refresh_from_db()
    assert nomination.status == "withdrawn"
    assert nomination.steps.last().why == "Toch maar niet"


def test_a_fan_nominates_by_its_own_link(invited, visitor, fan, network):
    contact = fan.contacts.get()
    path = path_of(links.fan_nominates_url(contact, network))
    typed = {"first_name": "Rob", "last_name": "Kuipers", "company": "Kuipers Bouw", "why": "Bouwt samen."}
    wrong = visitor.post(path, typed)
    assert wrong.status_code == 422
    assert "Kuipers Bouw" in wrong.content.decode()
    page = visitor.post(path, {**typed, "phone": "06 1"})
    assert page.status_code == 200
    nomination = network.nominations.get(person__last_name="Kuipers")
    voice = nomination.voices.get()
    assert (voice.source, voice.fan_contact, voice.why) == ("fan", contact, "Bouwt samen.")
    shown = visitor.get(path).content.decode()
    assert "Rob Kuipers" in shown
    assert "wordt bekeken" in shown
    contact.end = date(2027, 1, 1)
    contact.save()
    assert visitor.get(path).status_code == 404


def test_a_nominator_sees_the_outcome_and_no_more(invited, ambassador, ambassador_client, leader):
    nomination = invited.nomination
    nominating.nominate_known(
        person=nomination.person,
        nominator=nominating.Nominator(source="ambassador", person=ambassador),
        words=nominating.Words(why="x"),
        by=ambassador.user,
    )
    inviting.decline(invitation=invited, reason=DeclineReason.TIME, remark="GEHEIM")
    page = ambassador_client.get("/mijn/voordragen/").content.decode()
    assert "Femke Nijhuis" in page
    assert "wordt bekeken" in page  # until the round is appointed nobody hears who dropped out
    for hidden in ("GEHEIM", "bedankt", "teruggetrokken", nomination.person.email):
        assert hidden not in page
    type(nomination.round).objects.update(appointed_at=timezone.now())
    assert "deze keer niet" in ambassador_client.get("/mijn/voordragen/").content.decode()


@pytest.mark.parametrize(
    ("portrait", "consents", "refused"),
    [
        ("", [Purpose.CHARTER], True),
        ("", EVERYTHING, False),
        ("portraits/eigen.jpg", [Purpose.CHARTER], False),  # theirs already: it goes by a word of its own
    ],
)
def test_a_yes_without_photos_keeps_a_portrait_from_being_put_up(invited, portrait, consents, refused):
    person = invited.nomination.person
    Person.objects.filter(pk=person.pk).update(portrait=portrait)
    assert accept(Invitation.objects.get(), consents=consents)
    person.refresh_from_db()
    assert (person.photos_refused_at is not None, str(person.portrait)) == (refused, portrait)


def test_a_no_to_photos_outlives_the_merging_of_two_records(network, leader):
    kept, gone = (make_candidate(network, name).person for name in ("Bos", "Bosch"))
    Person.objects.filter(pk=kept.pk).update(portrait="portraits/eigen.jpg")
    Person.objects.filter(pk=gone.pk).update(user=None)
    consenting.withdraw(person=gone, purpose=Purpose.PHOTO)
    one = merging.merge(keep=kept, other=gone, by=leader)
    one.refresh_from_db()
    assert (str(one.portrait), one.photos_refused_at is not None) == ("", True)


# --- The words agreed to are the words that were read ---------------------------------------------------


def reword(network, leader, purpose: Purpose) -> str:
    """New words come into force; the seal of those that somebody has before them."""
    before = words_read(network)[purpose]
    consenting.rewrite(network=network, purpose=purpose, body="Alles mag.", body_en="Anything.", by=leader)
    return before


CHANGED = "De tekst is veranderd terwijl je las"


def test_nobody_accepts_with_words_they_did_not_read(invited, visitor, leader):
    network, path = invited.nomination.network, path_of(links.invitation_url(invited.nomination))
    old = reword(network, leader, Purpose.PUBLICATION)
    sent = {"answer": "accepted", "charter": "on", "publication": "on"}
    for words in (old, ""):
        again = visitor.post(path, {**sent, "publication_words": words})
        assert (again.status_code, CHANGED in again.text, "Alles mag." in again.text) == (422, True, True)
    invited.refresh_from_db()
    assert (invited.answer, Consent.objects.count()) == ("", 0)
    visitor.post(path, {**sent, "publication_words": words_read(network)[Purpose.PUBLICATION]})
    assert Consent.objects.get(purpose="publication").text.body == "Alles mag."


def test_the_charter_is_that_of_the_invitation_whatever_is_written_since(invited, visitor, leader):
    reword(invited.nomination.network, leader, Purpose.CHARTER)
    path = path_of(links.invitation_url(invited.nomination))
    assert "Alles mag." not in visitor.get(path).text
    visitor.post(path, {"answer": "accepted", "charter": "on"})
    assert Consent.objects.get(purpose="charter").text == invited.charter


def test_nobody_shows_their_page_or_photos_with_words_they_did_not_read(
    network, ambassador, ambassador_client, visitor, leader
):
    by_mail = path_of(links.consents_url(ambassador))
    for purpose in Purpose.on_the_site():
        consenting.withdraw(person=ambassador, purpose=purpose)
    olds = {purpose: reword(network, leader, purpose) for purpose in Purpose.on_the_site()}
    for purpose, old in olds.items():
        for client, path in ((ambassador_client, reverse("my_consents")), (visitor, by_mail)):
            page = client.post(path, {"give": purpose, "words": old}, follow=True).text
            assert (CHANGED in page, "Alles mag." in page) == (True, True)
    page = ambassador_client.post(
        "/mijn/pagina/tonen/", {"shown": "yes", "words": olds[Purpose.PUBLICATION]}, follow=True
    ).text
    assert (CHANGED in page, "Alles mag." in page) == (True, True)
    assert not ambassador.consents.in_force().exists()


def test_nobody_is_a_candidate_by_words_they_did_not_read(network, visitor, leader, today):
    nomination = make_candidate(network, "Bos", round=make_round(network))
    path = path_of(links.candidate_url(nomination))
    old = reword(network, leader, Purpose.CANDIDACY)
    assert CHANGED in visitor.post(path, {"agree": "1", "words": old}, follow=True).text
    nomination.refresh_from_db()
    assert nomination.agreed_at is None
