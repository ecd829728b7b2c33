"""Guests of a ceremony: invited, answering by their link, with a calendar that follows every change."""

from datetime import date, time

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from ambassadors import ceremony_calendar, links
from ambassadors.actions import (
    appointing,
    inviting_guests,
    planning_ceremony,
)
from ambassadors.actions.inviting_guests import Wanted
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    Ceremony,
    Guest,
    HonoraryMembership,
    Reply,
)
from network.messages import kind_of
from network.models import Message
from tests.ambassadors.candidates import two_chosen
from tests.conftest import client_for, make_person


@pytest.fixture
def round(today, network, leader):
    return two_chosen(network)


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


def test_by_telephone_a_guest_brings_company_and_changes_their_mind(ceremony, karin, leader_client):
    where = reverse("admin:round_guest_note", args=[2027, karin.pk])
    guests = reverse("admin:round_guests", args=[2027])
    assert where in leader_client.get(guests).content.decode()
    wrong = leader_client.post(where, {"reply": "yes", "companions": "6", "remark": "rolstoel"})
    assert (wrong.status_code, wrong.context["form"]["remark"].value()) == (422, "rolstoel")
    assert set(wrong.context["form"].errors) == {"companions"}

    said = {"reply": "yes", "companions": "2", "remark": "rolstoel"}
    for _twice in range(2):
        assert leader_client.post(where, said)["Location"] == guests
    karin.refresh_from_db()
    assert (karin.reply, karin.companions, karin.remark) == ("yes", 2, "rolstoel")
    assert leader_client.get(guests).context["counts"]["chairs"] == 3
    assert leader_client.get(where).context["form"].initial == said | {"companions": 2}
    assert Message.objects.get(kind="ceremony_answered").recipient == karin.email

    leader_client.post(where, {"reply": "no", "companions": "2"})
    karin.refresh_from_db()
    assert (karin.reply, karin.companions) == ("no", 0)


def test_whoever_needs_something_stands_first(ceremony, leader, karin):
    people = {
        name: inviting_guests.add(ceremony=ceremony, wanted=Wanted(name), by=leader)
        for name in ("Anna", "Bas", "Cor")
    }
    inviting_guests.answer(guest=people["Bas"], reply=Reply.NO)
    inviting_guests.answer(guest=people["Cor"], reply=Reply.YES)
    assert [guest.name for guest in ceremony.guests.in_order()] == ["Anna", karin.name, "Cor", "Bas"]
