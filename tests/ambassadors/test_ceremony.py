"""A ceremony from its plan to the day itself: running order, proofs, texts, buddies, photos."""

import re
from datetime import date, time
from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from ambassadors import links, running_order
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
    PlaqueProof,
    Purpose,
)
from ambassadors.worklist import rounds_that_wait
from network.models import Message
from tests.ambassadors.candidates import make_round, two_chosen
from tests.conftest import client_for, make_person

BUTTON = re.compile(r'name="approve" value="([^"]+)"')


@pytest.fixture
def round(today, network, leader):
    return two_chosen(network)


@pytest.fixture
def ceremony(round, leader) -> Ceremony:
    return planning_ceremony.plan(
        round=round, starts=time(15), ends=time(17), venue="Provinciehuis", by=leader
    )


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


# --- Proofs of plaques ---------------------------------------------------------------------------------


def test_nobody_approves_words_they_did_not_read(round, leader, visitor):
    """The leader puts something right between opening the page and pressing the button."""
    proving.ask(round=round, by=leader)
    nadia = PlaqueProof.objects.get(person__first_name="Nadia")
    read = BUTTON.search(visitor.get(links.proof_path(nadia)).text)[1]
    proving.rewrite(proof=nadia, by=leader, name="Nadia Hadou", company="", place="")
    answer = visitor.post(links.proof_path(nadia), {"approve": read})
    nadia.refresh_from_db()
    assert (answer.status_code, nadia.approved_at) == (422, None)
    assert "veranderd terwijl je ze las" in answer.text
    assert "Nadia Hadou" in answer.text
    visitor.post(links.proof_path(nadia), {"approve": BUTTON.search(answer.text)[1]})
    nadia.refresh_from_db()
    assert nadia.approved_at


def test_a_plaque_stands_as_its_person_approved_it(round, leader, visitor):
    assert proving.ask(round=round, by=leader) == 2
    assert proving.ask(round=round, by=leader) == 0  # not twice on one day
    nadia, okke = PlaqueProof.objects.order_by("person__first_name")
    visitor.get(links.proof_path(nadia))
    nadia.refresh_from_db()
    assert nadia.approved_at is None
    visitor.post(links.proof_path(nadia), {"approve": proving.seal_of(nadia)})
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


def test_an_english_draft_holds_no_word_of_dutch_and_says_what_it_leaves_out(round, network, leader_client):
    people = telling_the_press.people_of(round)
    nadia = people[0]
    nadia.quote, nadia.themes, nadia.biography = "Lassers kiezen de robot.", ["robots"], "Maakt metaal."
    nadia.save()
    drafts = {
        (kind, person): telling_the_press.draft(round, kind, "en", person, people)
        for kind in ("speech", "press", "social")
        for person in (None, nadia)
    }
    ours = ("gedeputeerde", "directeur", "sociale innovatie", "Lassers", "robots", "Maakt metaal", "zorg")
    assert [word for word in ours for text in drafts.values() if word.lower() in text.lower()] == []
    assert drafts["press", nadia].startswith(
        "Nadia Haddou is a pioneer of Pioniers Overijssel\n\n"
        "Zwolle, 1 April 2027 – Nadia Haddou (Haddou BV) was appointed pioneer"
        " of Pioniers Overijssel today by Els Nieuwenhuis."
    )
    page = leader_client.get(reverse("admin:round_person_text", args=[2027, "press", "en", nadia.pk]))
    with translation.override("en"):
        left = telling_the_press.only_in_dutch(round, "press", "en", nadia, people)
    assert [(one.what, one.words) for one in left] == [
        ("appointing official", "Els Nieuwenhuis, gedeputeerde"),
        ("theme", "sociale innovatie"),
        ("role in the company", "directeur"),
        ("short biography", "Maakt metaal."),
        ("quote", "Lassers kiezen de robot."),
    ]
    assert '<dd lang="nl">Lassers kiezen de robot.</dd>' in page.content.decode()
    dutch_page = leader_client.get(reverse("admin:round_person_text", args=[2027, "press", "nl", nadia.pk]))
    assert dutch_page.context["only_in_dutch"] == []

    round.official_title_en = "deputy"
    network.theme_en = "social innovation"
    round.network = network
    nadia.employments.update(role_en="director")
    people = telling_the_press.people_of(round)
    press = telling_the_press.draft(round, "press", "en", people[0], people)
    assert "Nadia Haddou (director of Haddou BV)" in press
    assert "by Els Nieuwenhuis, deputy." in press
    assert "about social innovation" in press
    with translation.override("en"):
        left = telling_the_press.only_in_dutch(round, "press", "en", people[0], people)
    assert [one.what for one in left] == ["short biography", "quote"]


def test_a_network_without_english_has_no_english_texts(round, network, leader_client):
    network.english = False
    network.save()
    assert "/en/" not in leader_client.get(reverse("admin:round_texts", args=[2027])).content.decode()
    assert leader_client.get(reverse("admin:round_text", args=[2027, "press", "en"])).status_code == 404
    assert "official_title_en" not in leader_client.get(
        reverse("admin:round_edit", args=[2027])
    ).context["form"].fields  # fmt: skip


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
