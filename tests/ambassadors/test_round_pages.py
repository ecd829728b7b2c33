"""The round in the leader's admin: what the pages show, do and refuse."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.actions import appointing, inviting, printing, selecting
from ambassadors.models import Appointment, AppointmentRound, Invitation, PlaqueFile, PlaqueProof, Term
from network.models import Batch
from tests.ambassadors.candidates import make_candidate, make_round
from tests.conftest import client_for, make_person


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def round(network, leader) -> AppointmentRound:
    return appointing.open_round(
        network=network, year=2026, ceremony_on=date(2026, 11, 26), place="Zwolle", by=leader
    )


@pytest.fixture
def newcomers(network) -> list:
    return [make_person(network, "Joris", "Zandstra"), make_person(network, "Amira", "Bakri")]


@pytest.fixture
def appointed(round, newcomers, leader) -> AppointmentRound:
    appointing.choose(round=round, people=newcomers, by=leader)
    return appointing.appoint(round=round, by=leader).round


def address(name: str, **kwargs: int) -> str:
    return reverse(f"admin:{name}", kwargs={"year": 2026, **kwargs})


LIST = "/beheer/ambassadors/appointmentround/"


def test_a_round_is_opened_for_the_year_of_its_ceremony(today, network, leader_client, leader):
    response = leader_client.post(
        f"{LIST}add/",
        {"ceremony_on": "2027-04-01", "place": "Deventer", "official_name": "A", "official_title": "B"},
    )
    assert response.url == reverse("admin:round_choose", kwargs={"year": 2027})
    found = AppointmentRound.objects.get()
    assert (found.network, found.year, found.ceremony_on, found.place) == (
        network,
        2027,
        date(2027, 4, 1),
        "Deventer",
    )
    assert found.history.get().history_user == leader


@pytest.mark.parametrize("day", ["", "gisteren", "2026-02-30", "9999-01-01", "0001-01-01", "1"])
def test_a_day_that_is_none_is_said_and_everything_typed_stays(today, network, leader_client, day):
    response = leader_client.post(f"{LIST}add/", {"ceremony_on": day, "place": "Deventer"})
    assert response.status_code == 200
    assert "ceremony_on" in response.context["form"].errors
    assert 'value="Deventer"' in response.content.decode()
    assert not AppointmentRound.objects.exists()


def test_a_second_round_in_a_year_is_said_in_words(today, round, leader_client):
    response = leader_client.post(f"{LIST}add/", {"ceremony_on": "2026-12-01"})
    assert response.context["form"].non_field_errors() == ["Er is dit jaar al een ronde."]
    assert AppointmentRound.objects.count() == 1


def test_people_are_chosen_and_then_shown_with_what_will_happen(today, round, newcomers, leader_client):
    response = leader_client.post(address("round_choose"), {"people": [person.pk for person in newcomers]})
    assert response.url == address("round")
    page = leader_client.get(address("round"))
    assert [candidate.person.full_name for candidate in page.context["plan"].candidates] == [
        "Amira Bakri",
        "Joris Zandstra",
    ]
    assert not Term.objects.exists()


@pytest.mark.parametrize("value", ["x", "0", "-1", str(2**63), "9" * 40])
def test_a_choice_that_is_nobody_is_refused(today, round, newcomers, leader_client, value):
    response = leader_client.post(address("round_choose"), {"people": [value]})
    assert response.status_code == 200
    assert "people" in response.context["form"].errors
    assert round.chosen.count() == 0


def test_somebody_of_another_network_cannot_be_chosen(today, round, foreign_ambassador, leader_client):
    response = leader_client.post(address("round_choose"), {"people": [foreign_ambassador.pk]})
    assert "people" in response.context["form"].errors
    assert "van Gerwen" not in response.content.decode()
    assert round.chosen.count() == 0


def test_whose_term_still_runs_cannot_be_ticked(today, round, newcomers, ambassador, leader_client):
    groups = leader_client.get(address("round_choose")).context["groups"]
    assert [
        (title, [c.person.full_name for c in found], [c.has_term for c in found]) for title, found in groups
    ] == [
        ("Nog niet eerder benoemd", ["Amira Bakri", "Joris Zandstra"], [False, False]),
        ("Termijn loopt nog op de dag van de ceremonie", ["Marleen Oosterveld"], [True]),
    ]


def test_whose_nomination_is_held_back_cannot_be_ticked(today, round, network, newcomers, leader_client):
    make_candidate(network, "Spam", round=round, held_because="te snel")
    groups = leader_client.get(address("round_choose")).context["groups"]
    assert [choice.person.full_name for _title, found in groups for choice in found] == [
        "Amira Bakri",
        "Joris Zandstra",
    ]


def test_appointing_by_the_button(today, round, newcomers, leader_client, leader):
    appointing.choose(round=round, people=newcomers, by=leader)
    response = leader_client.post(address("round_appoint"), follow=True)
    assert [str(message) for message in response.context["messages"]] == [
        "Gelukt: 2 mensen zijn benoemd. De plaquettes worden gemaakt."
    ]
    assert Appointment.objects.count() == 2

    again = leader_client.post(address("round_appoint"), follow=True)
    assert [str(message) for message in again.context["messages"]] == [
        "Deze ronde is al benoemd op 23 november 2026 door Leader. Er is niets veranderd."
    ]
    assert Appointment.objects.count() == 2


def test_what_stands_in_the_way_is_said_on_the_page(today, round, ambassador, leader_client, leader):
    appointing.choose(round=round, people=[ambassador], by=leader)
    response = leader_client.post(address("round_appoint"))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [
        "Marleen Oosterveld heeft al een termijn van 1 april 2025 tot 1 april 2028. Laat Marleen weg, "
        "of kies een ceremonie op of na 1 april 2028."
    ]
    assert not Appointment.objects.exists()


def test_a_network_that_grows_too_large_asks_a_tick(today, round, newcomers, network, leader_client, leader):
    network.maximum_size = 1
    network.save()
    appointing.choose(round=round, people=newcomers, by=leader)
    response = leader_client.post(address("round_appoint"))
    assert "accept_size" in response.context["form"].errors
    assert not Appointment.objects.exists()

    leader_client.post(address("round_appoint"), {"accept_size": "on"})
    assert Appointment.objects.count() == 2


def test_the_day_cannot_move_once_appointed_but_the_place_can(today, appointed, leader_client):
    leader_client.post(address("round_edit"), {"ceremony_on": "2026-12-01", "place": "Hengelo"})
    appointed.refresh_from_db()
    assert (appointed.ceremony_on, appointed.place) == (date(2026, 11, 26), "Hengelo")


def test_progress_is_polled_while_the_job_runs_and_stops_when_it_is_done(today, appointed, leader_client):
    running = leader_client.get(address("round_progress")).content.decode()
    assert 'data-hx-trigger="every 2s"' in running
    assert "0 / 6" in running

    Batch.objects.update(state=Batch.State.DONE, done=6)
    assert "hx-trigger" not in leader_client.get(address("round_progress")).content.decode()


def test_a_plaque_that_needs_a_look_is_named(today, appointed, leader_client):
    one = appointed.appointments.first()
    faults = [{"appointment": one.pk, "what": "crash", "made": False}]
    Batch.objects.update(state=Batch.State.DONE, faults=faults)
    page = leader_client.get(address("round")).content.decode()
    assert f"<strong>{one.name}</strong>: Het maken van deze plaquette stopte halverwege." in page


def test_files_are_handed_out_under_their_own_name(
    today, appointed, leader_client, other_leader, other_network
):
    printing.sweep()
    stranger = client_for(other_leader, other_network)
    web = PlaqueFile.objects.get(appointment__serial_number="PO-2026-001", variant="web")
    whole = PlaqueFile.objects.get(appointment=None, variant="print")

    response = leader_client.get(address("round_file", pk=web.pk))
    assert response["Content-Disposition"] == 'attachment; filename="PO-2026-001-amira-bakri.pdf"'
    assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")
    response = leader_client.get(address("round_file", pk=whole.pk))
    assert response["Content-Disposition"] == 'attachment; filename="plaquettes-pioniers-2026-print.pdf"'
    assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")

    assert stranger.get(address("round_file", pk=web.pk)).status_code == 404
    assert (
        leader_client.get(reverse("admin:round_file", kwargs={"year": 2025, "pk": web.pk})).status_code == 404
    )


def test_a_correction_changes_the_plaque_and_not_the_person(today, appointed, newcomers, leader_client):
    one = Appointment.objects.get(serial_number="PO-2026-001")
    leader_client.post(
        address("round_correct", pk=one.pk), {"name": "Amira van Bakri", "company": "Bakri", "place": ""}
    )
    one.refresh_from_db()
    assert (one.name, one.company, one.place) == ("Amira van Bakri", "Bakri", "")
    assert one.person.full_name == "Amira Bakri"
    assert Batch.objects.filter(state=Batch.State.WAITING).count() == 1


def test_a_correction_without_a_name_is_refused(today, appointed, leader_client):
    one = Appointment.objects.get(serial_number="PO-2026-001")
    response = leader_client.post(
        address("round_correct", pk=one.pk), {"name": " ", "company": "", "place": ""}
    )
    assert "name" in response.context["form"].errors


def test_a_year_that_no_number_holds_is_not_found(today, network, leader_client):
    assert leader_client.get(f"{LIST}{10**30}/").status_code == 404


@pytest.mark.parametrize("name", ["round", "round_choose", "round_progress"])
def test_pages_ask_as_many_questions_for_three_as_for_one(
    today, network, round, leader, leader_client, django_assert_max_num_queries, name
):
    counts = []
    for people in (1, 3):
        network.people.all().delete()
        found = [make_person(network, f"P{people}{n}", "Verzonnen") for n in range(people)]
        appointing.choose(round=round, people=found, by=leader)
        leader_client.get(address(name))  # what is remembered is remembered
        with django_assert_max_num_queries(40) as asked:
            leader_client.get(address(name))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_appointed_page_asks_as_many_questions_for_three_as_for_one(
    today, network, leader, leader_client, django_assert_max_num_queries
):
    counts = []
    for year, people in ((2026, 1), (2027, 3)):
        found = [make_person(network, f"P{people}{n}", "Verzonnen") for n in range(people)]
        round = appointing.open_round(network=network, year=year, ceremony_on=date(year, 12, 1), by=leader)
        appointing.choose(round=round, people=found, by=leader)
        appointing.appoint(round=round, by=leader)
        url = reverse("admin:round", kwargs={"year": year})
        leader_client.get(url)
        with django_assert_max_num_queries(40) as asked:
            leader_client.get(url)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_round_says_what_its_plaques_would_lack(
    today, network, round, newcomers, leader, leader_client, facilitator_client
):
    appointing.choose(round=round, people=newcomers, by=leader)
    page = leader_client.get(address("round"))
    settings = f'href="{reverse("admin:network_network_change", args=[network.pk])}"'
    assert [str(blank) for blank in page.context["blanks"]] == [
        "Geen benoemer: onder de plaquette staat niemands naam."
    ]
    assert settings in page.content.decode()
    assert settings not in facilitator_client.get(address("round")).content.decode()
    AppointmentRound.objects.update(official_name="Els Nieuwenhuis", place="")
    network.client_name = ""
    network.save()
    blanks = leader_client.get(address("round")).context["blanks"]
    assert [str(blank) for blank in blanks] == [
        "Er is geen handtekening.",
        "De plaats van de ceremonie is niet ingevuld.",
        "Het netwerk noemt geen opdrachtgever, dus benoemt het netwerk zelf.",
    ]


def test_before_appointing_it_says_what_is_not_finished(today, network, leader, leader_client):
    round = make_round(network)
    found = [make_candidate(network, name, round=round, status="suitable") for name in ("Bos", "Kok", "Vos")]
    for nomination in found:
        selecting.select(nomination=nomination, by=leader)
    selecting.settle(round=round, by=leader)
    inviting.invite_due(round, on=round.decide_on, by=leader)
    Invitation.objects.exclude(nomination=found[0]).update(answer="accepted", answered_at=timezone.now())
    round.chosen.set([nomination.person for nomination in found[1:]])
    PlaqueProof.objects.create(
        round=round, person=found[1].person, name="Femke Kok", approved_at=timezone.now()
    )
    page = leader_client.get(reverse("admin:round", kwargs={"year": 2027}))
    assert [(end.words, end.to) for end in page.context["open_ends"]] == [
        ("1 persoon heeft nog niet op de uitnodiging geantwoord.", "admin:round_board"),
        ("1 persoon keurde de plaquette nog niet goed.", "admin:round_proofs"),
    ]
