"""A ceremony from its plan to the day itself: guests and their calendars, proofs, texts, buddies, photos."""

from datetime import date, time
from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar
from PIL import Image

from ambassadors import ceremony_calendar, links, running_order
from ambassadors.actions import (
    appointing,
    consenting,
    inviting_guests,
    pairing,
    picturing,
    planning_ceremony,
    proving,
    telling_the_press,
)
from ambassadors.actions.inviting_guests import Wanted
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    Appointment,
    Buddy,
    Ceremony,
    CeremonyText,
    Consent,
    Guest,
    HonoraryMembership,
    PlaqueProof,
    Purpose,
    Reply,
)
from ambassadors.worklist import rounds_that_wait
from network.messages import kind_of
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import client_for, make_person


@pytest.fixture
def round(today, network, leader):
    """Nadia and Okke are chosen; the ceremony is on 1 April 2027."""
    round = make_round(network, official_name="Els Nieuwenhuis", official_title="gedeputeerde")
    for first_name, last_name in (("Nadia", "Haddou"), ("Okke", "de Wit")):
        nomination = make_candidate(network, last_name, round=round, first_name=first_name)
        round.chosen.add(nomination.person)
    return round


@pytest.fixture
def ceremony(round, leader) -> Ceremony:
    return planning_ceremony.plan(
        round=round, starts=time(15), ends=time(17), venue="Provinciehuis", by=leader
    )


@pytest.fixture
def karin(ceremony, leader) -> Guest:
    guest = inviting_guests.add(
        ceremony=ceremony, wanted=Wanted("Karin Veldhuis", "karin@twente.example"), by=leader
    )
    inviting_guests.invite(ceremony=ceremony, by=leader)
    guest.refresh_from_db()
    return guest


def appointment(guest: Guest) -> tuple[str, str, int, str]:
    method, file = ceremony_calendar.appointment_of(Guest.objects.get(pk=guest.pk))
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return method, str(event["uid"]), int(event["sequence"]), str(event["status"])


def still_due() -> dict[str, bool | str]:
    return {
        f"{message.kind} {message.variant}".strip(): kind_of(message.kind).still_due(message)
        for message in Message.objects.order_by("pk")
        if message.kind.startswith("ceremony_")
    }


# --- Running order -------------------------------------------------------------------------------------


def test_a_running_order_to_begin_with():
    with translation.override("nl"):
        lines = running_order.drafted(time(15), ["Nadia", "Okke"], host="Pioniers", official="Els")
    assert [(f"{line.at:%H:%M}", line.title, line.who) for line in lines] == [
        ("14:30", "Inloop met koffie", ""),
        ("15:00", "Welkom", "Pioniers"),
        ("15:10", "Waarom deze ondernemers", "Els"),
        ("15:25", "Plaquette voor Nadia", "Els"),
        ("15:29", "Plaquette voor Okke", "Els"),
        ("15:33", "Foto van iedereen samen", ""),
        ("15:43", "Borrel en kennismaken", ""),
    ]


def test_a_late_ceremony_ends_on_its_own_day():
    lines = running_order.drafted(time(23, 50), ["A", "B"], host="", official="")
    assert [f"{line.at:%H:%M}" for line in lines] == ["23:20", "23:50"]


def test_a_ceremony_without_a_plan_comes_on_the_list_of_the_leader(round, network, leader):
    round.settled_at = timezone.now()
    round.save()
    waits = lambda on: [row[-1] for row in rounds_that_wait(network, on)]  # noqa: E731
    assert waits(date(2027, 2, 14)) == []
    assert waits(date(2027, 2, 15)) == ["plan 2027"]
    planning_ceremony.plan(round=round, starts=time(15), ends=time(17), by=leader)
    assert waits(date(2027, 2, 15)) == []


# --- Guests --------------------------------------------------------------------------------------------


def test_an_appointment_that_follows_every_change(ceremony, karin, round, leader):
    uid = f"ceremony-{round.pk}@pioniers.koploper"
    assert appointment(karin) == ("REQUEST", uid, 0, "CONFIRMED")

    planning_ceremony.plan(round=round, starts=time(15), ends=time(17), venue="Provinciehuis",
                           words="Tot dan", by=leader)  # fmt: skip
    assert appointment(karin)[2] == 0  # words move nobody's calendar
    planning_ceremony.plan(round=round, starts=time(16), ends=time(17), venue="Provinciehuis", by=leader)
    appointing.change_details(round=round, by=leader, ceremony_on=date(2027, 4, 2), place="Zwolle")
    assert appointment(karin) == ("REQUEST", uid, 2, "CONFIRMED")
    assert still_due() == {"ceremony_invitation": True, "ceremony_changed changed": True}
    earlier = Message.objects.filter(kind="ceremony_changed").order_by("pk").first()
    assert kind_of("ceremony_changed").still_due(earlier) is not True  # the later one takes its place

    ceremony.refresh_from_db()
    assert planning_ceremony.call_off(ceremony=ceremony, why="De zaal is dicht.", by=leader)
    assert not planning_ceremony.call_off(ceremony=ceremony, why="Nog eens", by=leader)
    assert appointment(karin) == ("CANCEL", uid, 3, "CANCELLED")
    assert still_due()["ceremony_invitation"] is not True
    with pytest.raises(Refused):
        inviting_guests.answer(guest=karin, reply=Reply.YES)
    with pytest.raises(Refused):
        inviting_guests.invite(ceremony=Ceremony.objects.get(), by=leader)
    assert planning_ceremony.put_back(ceremony=ceremony, by=leader)
    assert appointment(karin) == ("REQUEST", uid, 4, "CONFIRMED")


def test_details_that_move_nothing_tell_nobody(ceremony, karin, round, leader):
    appointing.change_details(round=round, by=leader, official_name="Anne Verzonnen")
    assert not Message.objects.filter(kind="ceremony_changed").exists()


def test_a_guest_answers_by_the_link_and_changes_their_mind(ceremony, karin, visitor):
    url = links.guest_path(karin)
    page = visitor.get(url)
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "same-origin"
    assert "Provinciehuis, Zwolle" in page.content.decode()
    karin.refresh_from_db()
    assert karin.reply == ""  # reading is no answer

    assert visitor.post(url, {"companions": "9"}).status_code == 422
    answer = {"reply": "yes", "companions": "1", "remark": "geen noten"}
    assert visitor.post(url, answer).status_code == 302
    assert visitor.post(url, answer).status_code == 302
    karin.refresh_from_db()
    assert (karin.reply, karin.companions, karin.remark) == ("yes", 1, "geen noten")
    assert Message.objects.filter(kind="ceremony_answered").count() == 1
    file = visitor.get(url + "afspraak.ics")
    assert file["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert b"PARTSTAT=ACCEPTED" in file.content

    visitor.post(url, {"reply": "no"})
    karin.refresh_from_db()
    assert (karin.reply, karin.companions) == ("no", 0)
    assert appointment(karin)[0] == "CANCEL"
    assert still_due()["ceremony_answered yes"] is not True


def test_a_link_of_another_network_or_changed_by_one_sign_is_nobodys(karin, other_network, visitor):
    url = links.guest_path(karin)
    assert client_for(None, other_network).get(url).status_code == 404
    other_sign = "B" if url[-2] == "A" else "A"
    assert visitor.get(f"{url[:-2]}{other_sign}/").status_code == 404


def test_groups_come_on_the_list_once(ceremony, karin, network, leader, ambassador, fan):
    honorary = make_person(network, "Gerda", "Kok", term=(date(2019, 4, 1), date(2022, 4, 1)))
    HonoraryMembership.objects.create(person=honorary, start=date(2022, 4, 1))
    wanted = [one for name in inviting_guests.GROUPS for one in inviting_guests.group(ceremony, name)]
    # Karin is a fan's contact person too, and was on the list.
    assert inviting_guests.add_many(ceremony=ceremony, wanted=wanted, by=leader) == 4
    assert inviting_guests.add_many(ceremony=ceremony, wanted=wanted, by=leader) == 0
    assert inviting_guests.invite(ceremony=ceremony, by=leader) == 4
    assert inviting_guests.invite(ceremony=ceremony, by=leader) == 0
    assert Message.objects.filter(kind="ceremony_invitation").count() == 5
    with pytest.raises(Refused):
        inviting_guests.add(ceremony=ceremony, wanted=Wanted("K", "KARIN@twente.example"), by=leader)


def test_off_the_list_is_out_of_the_calendar(ceremony, karin, leader):
    other = inviting_guests.add(ceremony=ceremony, wanted=Wanted("Niet Gevraagd"), by=leader)
    inviting_guests.take_off(guest=other, by=leader)
    assert not Guest.objects.filter(pk=other.pk).exists()
    inviting_guests.take_off(guest=karin, by=leader)
    assert appointment(karin)[0] == "CANCEL"
    assert still_due() == {
        "ceremony_invitation": "De gast is van de lijst gehaald.", "ceremony_changed withdrawn": True,
    }  # fmt: skip
    again = inviting_guests.add(ceremony=ceremony, wanted=Wanted("Karin", "karin@twente.example"), by=leader)
    assert (again.pk, again.withdrawn_at, again.invited_at) == (karin.pk, None, None)


def test_the_leader_plans_and_invites(round, network, leader_client):
    url = reverse("admin:round_ceremony", args=[2027])
    typed = {"starts": "15:00", "ends": "14:00", "venue": "", "address": "", "words": "", "words_en": ""}
    assert leader_client.get(url).status_code == 200
    answer = leader_client.post(url, typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["ends"]
    assert leader_client.post(url, typed | {"ends": "17:00"}).status_code == 302
    assert Ceremony.objects.get().items.count() == 7

    guests = reverse("admin:round_guests", args=[2027])
    assert leader_client.post(guests, {"lines": "Karin, geen adres"}).status_code == 422
    leader_client.post(guests, {"groups": ["newcomers"], "lines": "Piet Smit; piet@example.org\nJan Zonder"})
    assert list(Guest.objects.values_list("name", "email")) == [
        ("Jan Zonder", ""), ("Nadia Haddou", "nadia.haddou@bedrijf.example"),
        ("Okke de Wit", "okke.dewit@bedrijf.example"), ("Piet Smit", "piet@example.org"),
    ]  # fmt: skip
    leader_client.post(reverse("admin:round_guests_invite", args=[2027]))
    assert Guest.objects.exclude(invited_at=None).count() == 3


def test_lists_ask_as_many_questions_for_three_as_for_one(
    round, ceremony, network, leader, leader_client, django_assert_max_num_queries
):
    for name in ("round_guests", "round_proofs", "round_texts", "round_buddies", "round_photos"):
        counts = []
        for people in (1, 3):
            for n in range(people):
                person = make_person(network, f"{name}{people}{n}", "Verzonnen")
                round.chosen.add(person)
                inviting_guests.add(ceremony=ceremony, wanted=Wanted(str(person), person.email), by=leader)
                photo = picturing.add(round=round, image=_picture(), alt="x", people=[person], by=leader)
                assert photo.pk
            url = reverse(f"admin:{name}", args=[2027])
            leader_client.get(url)
            with django_assert_max_num_queries(40) as asked:
                leader_client.get(url)
            counts.append(len(asked))
        assert counts[0] == counts[1], name


# --- Proofs of plaques ---------------------------------------------------------------------------------


def test_a_plaque_stands_as_its_person_approved_it(round, leader, visitor):
    assert proving.ask(round=round, by=leader) == 2
    assert proving.ask(round=round, by=leader) == 0  # not twice on one day
    nadia, okke = PlaqueProof.objects.order_by("person__first_name")
    visitor.get(links.proof_path(nadia))
    nadia.refresh_from_db()
    assert nadia.approved_at is None
    visitor.post(links.proof_path(nadia), {"approve": "1"})
    visitor.post(
        links.proof_path(okke),
        {"correct": "1", "name": "Okke de Wit", "company": "De Wit Software", "place": "Zwolle"},
    )
    assert visitor.post(links.proof_path(okke), {"correct": "1", "name": " "}).status_code == 422
    nadia.refresh_from_db()
    okke.refresh_from_db()
    assert (nadia.approved_at is not None, nadia.is_corrected) == (True, False)
    assert (okke.company, okke.place, okke.is_corrected) == ("De Wit Software", "Zwolle", True)
    with time_machine.travel("2026-11-25T12:00:00+01:00", tick=False):
        assert proving.ask(round=round, by=leader) == 0  # both approved

    proving.rewrite(proof=nadia, by=leader, name="Nadia Haddou-Bos", company="Haddou BV", place="Ommen")
    nadia.refresh_from_db()
    assert nadia.approved_at is None  # other words ask for another approval

    outcome = appointing.appoint(round=round, by=leader)
    assert sorted((a.name, a.company, a.place) for a in outcome.appointments) == [
        ("Nadia Haddou-Bos", "Haddou BV", "Ommen"), ("Okke de Wit", "De Wit Software", "Zwolle"),
    ]  # fmt: skip
    visitor.post(links.proof_path(okke), {"correct": "1", "name": "Te laat", "company": "", "place": ""})
    okke.refresh_from_db()
    assert okke.name == "Okke de Wit"
    assert Appointment.objects.get(person=okke.person).name == "Okke de Wit"


# --- Texts ---------------------------------------------------------------------------------------------


def test_drafts_come_from_facts_in_both_languages_until_one_is_kept(round, leader, leader_client):
    people = telling_the_press.people_of(round)
    nadia = people[0]
    nadia.quote, nadia.themes, nadia.biography = "Lassers kiezen de robot.", ["robots"], "Maakt metaal."
    nadia.save()
    speech = telling_the_press.draft(round, "speech", "nl", nadia, people)
    assert speech.splitlines() == [
        "– Nadia Haddou, directeur van Haddou BV",
        "– Zorg · Ommen · er werken 48 mensen",
        "– Wie: Maakt metaal.",
        "– In eigen woorden: “Lassers kiezen de robot.”",
        "– Vraag Nadia naar: robots",
    ]
    for kind in ("speech", "press", "social"):
        for person in (None, nadia):
            dutch = telling_the_press.draft(round, kind, "nl", person, people)
            english = telling_the_press.draft(round, kind, "en", person, people)
            assert dutch != english
            assert "None" not in dutch + english
            assert "%(" not in dutch + english
    url = reverse("admin:round_person_text", args=[2027, "speech", "nl", nadia.pk])
    assert leader_client.get(url).context["form"].initial["body"] == speech
    leader_client.post(url, {"keep": "1", "body": "Zelf bedacht."})
    leader_client.post(url, {"keep": "1", "body": "Zelf bedacht, en beter."})
    kept = CeremonyText.objects.get()
    assert (kept.body, kept.person, kept.changed_by) == ("Zelf bedacht, en beter.", nadia, leader)
    leader_client.post(url, {"again": "1"})
    assert not CeremonyText.objects.exists()
    stranger = reverse("admin:round_person_text", args=[2027, "speech", "nl", 999_999])
    assert leader_client.get(stranger).status_code == 404


# --- Buddies, photos, and the moment itself ------------------------------------------------------------


def test_a_buddy_hears_it_when_the_round_is_appointed(round, leader, ambassador, other_ambassador):
    nadia, okke = telling_the_press.people_of(round)
    first = pairing.pair(round=round, newcomer=nadia, buddy=ambassador, by=leader)
    assert pairing.pair(round=round, newcomer=nadia, buddy=ambassador, by=leader) == first
    pairing.pair(round=round, newcomer=nadia, buddy=other_ambassador, by=leader)
    with pytest.raises(Refused):
        pairing.pair(round=round, newcomer=okke, buddy=nadia, by=leader)  # new too
    assert not Message.objects.filter(kind="buddy").exists()
    appointing.appoint(round=round, by=leader)
    appointing.appoint(round=round, by=leader)
    assert sorted(Message.objects.filter(kind="buddy").values_list("recipient", "variant")) == [
        (other_ambassador.email, "buddy"), (nadia.email, "newcomer"),
    ]  # fmt: skip
    assert [one.newcomer for one in pairing.told_to(other_ambassador)] == [nadia]
    assert [one.buddy for one in pairing.told_to(nadia)] == [other_ambassador]
    assert pairing.told_to(ambassador) == []
    pairing.pair(round=round, newcomer=nadia, buddy=None, by=leader)
    assert not Buddy.objects.exists()


def test_both_read_in_mijn_how_to_reach_each_other(network, round, leader, ambassador, ambassador_client):
    nadia = telling_the_press.people_of(round)[0]
    nadia.phone = "06 1234 5678"
    nadia.save(update_fields=["phone"])
    pairing.pair(round=round, newcomer=nadia, buddy=ambassador, by=leader)
    path = reverse("my_plaques")
    assert nadia.email not in ambassador_client.get(path).content.decode()  # not told yet
    appointing.appoint(round=round, by=leader)
    theirs = ambassador_client.get(path).content.decode()
    assert f"Jij maakt {nadia.full_name} wegwijs." in theirs
    assert 'href="tel:0612345678"' in theirs
    hers = client_for(nadia.user, network).get(path).content.decode()
    assert f"{ambassador.full_name} maakt je wegwijs." in hers
    assert f'href="mailto:{ambassador.email}"' in hers


def _picture() -> ContentFile:
    made = BytesIO()
    Image.new("RGB", (30, 20), "navy").save(made, "JPEG")
    return ContentFile(made.getvalue(), name="foto.jpg")


def test_a_photo_may_be_used_while_everybody_on_it_agrees(
    round, network, leader, leader_client, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    nadia, okke = telling_the_press.people_of(round)
    url = reverse("admin:round_photos", args=[2027])
    answer = leader_client.post(
        url,
        {"image": _picture(), "alt": "Nadia en Okke", "people": [nadia.pk, okke.pk], "others_agree": "on"},
    )
    assert answer.status_code == 302
    (picture,) = picturing.pictures(round)
    assert (picture.may_be_used, set(picture.without_consent)) == (False, {nadia, okke})
    text = consenting.kept_text_for(network, Purpose.PHOTO)
    for person in (nadia, okke):
        consenting.give(person=person, text=text, way=Consent.Way.LINK)
    assert picturing.pictures(round)[0].may_be_used
    consenting.withdraw(person=okke, purpose=Purpose.PHOTO)
    assert picturing.pictures(round)[0].without_consent == (okke,)

    mine = reverse("my_ceremony_photo", args=[picture.photo.pk])
    assert b"".join(client_for(nadia.user, network).get(mine).streaming_content)[:2] == b"\xff\xd8"
    assert (
        leader_client.post(reverse("admin:round_photo_off", args=[2027, picture.photo.pk])).status_code == 302
    )
    assert picturing.pictures(round) == []


def test_profiles_are_online_the_minute_they_are_appointed_on_the_day(network, today, leader, visitor):
    round = make_round(network, year=2026, opens_on=None, nominations_until=None, decide_on=None,
                       answer_by=None, ceremony_on=today)  # fmt: skip
    shown = make_person(network, "Nadia", "Haddou", publication_consent_at=timezone.now())
    hidden = make_person(network, "Okke", "Stil")
    round.chosen.set([shown, hidden])
    pages = [person.get_absolute_url() for person in (shown, hidden)]
    assert [visitor.get(page).status_code for page in pages] == [404, 404]
    assert "Nadia Haddou" not in visitor.get("/pioniers/").content.decode()
    appointing.appoint(round=round, by=leader)
    assert [visitor.get(page).status_code for page in pages] == [200, 404]
    people = visitor.get("/pioniers/").content.decode()
    assert "Nadia Haddou" in people
    assert "Okke Stil" not in people


def test_appointed_ahead_they_are_online_from_the_first_minute_of_the_day(network, round, leader, visitor):
    nadia = telling_the_press.people_of(round)[0]
    nadia.publication_consent_at = timezone.now()
    nadia.save()
    appointing.appoint(round=round, by=leader)
    url = nadia.get_absolute_url()
    with time_machine.travel("2027-03-31T23:59:59+02:00", tick=False):
        assert visitor.get(url).status_code == 404
    with time_machine.travel("2027-04-01T00:00:00+02:00", tick=False):
        assert visitor.get(url).status_code == 200


# --- Who says nothing, and who says it by telephone ----------------------------------------------------


def test_only_the_silent_are_asked_once_more_and_once_a_day(ceremony, leader, karin):
    yes = inviting_guests.add(ceremony=ceremony, wanted=Wanted("Bas", "bas@mkb.example"), by=leader)
    inviting_guests.add(ceremony=ceremony, wanted=Wanted("Zonder Adres"), by=leader)
    inviting_guests.invite(ceremony=ceremony, by=leader)
    inviting_guests.answer(guest=yes, reply=Reply.YES)
    assert inviting_guests.remind(ceremony=ceremony, by=leader) == 0  # invited today

    with time_machine.travel("2026-12-01T10:00:00+01:00", tick=False):
        assert inviting_guests.remind(ceremony=ceremony, by=leader) == 1
        assert inviting_guests.remind(ceremony=ceremony, by=leader) == 0
        message = Message.objects.get(kind="ceremony_reminder")
        assert message.recipient == karin.email
        kind = kind_of("ceremony_reminder")
        assert kind.still_due(message) is True
        inviting_guests.answer(guest=karin, reply=Reply.NO)
        assert kind.still_due(Message.objects.get(pk=message.pk)) is not True
        assert inviting_guests.remind(ceremony=ceremony, by=leader) == 0


def test_nobody_is_reminded_of_what_is_off_or_over(ceremony, leader, karin):
    with time_machine.travel("2027-04-02T10:00:00+02:00", tick=False), pytest.raises(Refused):
        inviting_guests.remind(ceremony=ceremony, by=leader)
    planning_ceremony.call_off(ceremony=ceremony, why="Storm", by=leader)
    ceremony.refresh_from_db()
    with pytest.raises(Refused):
        inviting_guests.remind(ceremony=ceremony, by=leader)


def test_the_leader_writes_down_what_was_said_by_telephone(ceremony, leader, leader_client):
    guest = inviting_guests.add(ceremony=ceremony, wanted=Wanted("Trijn Bosch"), by=leader)
    where = reverse("admin:round_guest_note", args=[2027, guest.pk])
    leader_client.post(where, {"reply": "misschien"})
    guest.refresh_from_db()
    assert guest.reply == ""
    leader_client.post(where, {"reply": "yes"})
    guest.refresh_from_db()
    assert (guest.reply, guest.replied_at is not None) == ("yes", True)
    assert leader_client.get(reverse("admin:round_guests", args=[2027])).context["counts"]["chairs"] == 1


def test_whoever_needs_something_stands_first(ceremony, leader, karin):
    people = {
        name: inviting_guests.add(ceremony=ceremony, wanted=Wanted(name), by=leader)
        for name in ("Anna", "Bas", "Cor")
    }
    inviting_guests.answer(guest=people["Bas"], reply=Reply.NO)
    inviting_guests.answer(guest=people["Cor"], reply=Reply.YES)
    assert [guest.name for guest in ceremony.guests.in_order()] == ["Anna", karin.name, "Cor", "Bas"]
