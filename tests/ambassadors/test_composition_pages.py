"""Samenstelling in the admin: the board, what a choice does, scenarios, the audience, the gap list."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from ambassadors.actions import appointing, mirroring, selecting
from ambassadors.actions.mirroring import Share
from ambassadors.models import (
    Audience,
    AudienceGap,
    AudienceShare,
    Nomination,
    OrganisationToAsk,
    Scenario,
)
from ambassadors.traits import audiences_of, traits_of
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("today")

BOARD = reverse("admin:ambassadors_audience_changelist")
WHAT_IF = reverse("admin:composition_what_if")
KEEP = reverse("admin:composition_keep")
COMPARE = reverse("admin:composition_compare")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def audience(network, leader):
    shares = [Share("zorg", Decimal(50)), Share("industrie", Decimal(50), ("metaal",))]
    return mirroring.set_audience(
        network=network,
        trait="sector",
        shares=shares,
        source="eigen telling",
        as_of=date(2026, 1, 1),
        by=leader,
    )


@pytest.fixture
def round(network, leader):
    return appointing.open_round(network=network, year=2027, ceremony_on=date(2027, 4, 1), by=leader)


@pytest.fixture
def candidate(network, round, leader):
    """Sanne of the industry, not in office, nominated for the round."""
    person = make_person(network, "Sanne", "Kruitbosch", phase="first")
    company = person.employments.get().company
    company.sector = "Metaal"
    company.save()
    return person


def sector(response):
    """The lines of the sector as the page has them: name, now, then, words."""
    part = next(part for part in response.context["parts"] if part.trait == "sector")
    with translation.override("nl"):
        return [(row.name, row.line.now, row.line.then, row.words) for row in part.rows]


def test_the_traits_of_somebody(ambassador):
    assert traits_of(ambassador, date(2026, 11, 23)) == {
        "sector": "zorg",
        "size": "small",
        "phase": "",
        "region": "Vechtdal",
        "role": "directeur",
    }


def test_the_group_stands_beside_its_audience(leader_client, audience, ambassador, other_ambassador):
    response = leader_client.get(BOARD)

    assert sector(response) == [("zorg", 2, 2, "1 te veel"), ("industrie", 0, 0, "ontbreekt")]
    assert response.context["likeness"] == 50
    assert "Er is geen ronde open" in response.text


def test_only_what_is_known_of_the_audience_is_said_to_be_missing_in_it(
    leader_client, audience, ambassador, other_ambassador
):
    """Of the sector it is known; of the region nobody filled anything in."""
    parts = {part.label: part for part in leader_client.get(BOARD).context["parts"]}
    other_ambassador.employments.get().company.__class__.objects.update(sector="Horeca")
    elsewhere = {part.label: part for part in leader_client.get(BOARD).context["parts"]}
    with translation.override("nl"):
        assert [row.words for row in elsewhere["sector"].rows if row.name == "Horeca"] == [
            "niet in de doelgroep"
        ]
        assert {row.words for row in parts["regio"].rows} == {""}


def test_ticking_somebody_shows_what_it_does_and_keeps_nothing(
    leader_client, audience, round, ambassador, candidate
):
    response = leader_client.post(WHAT_IF, {"people": [candidate.pk]}, headers=HTMX)

    assert sector(response) == [("zorg", 1, 1, "past"), ("industrie", 0, 1, "nieuw")]
    assert (response.context["likeness_now"], response.context["likeness"]) == (50, 100)
    assert "<html" not in response.text
    assert not Scenario.objects.exists()
    assert not round.chosen.exists()


def test_without_a_script_a_button_leads_to_the_same(leader_client, audience, round, ambassador, candidate):
    response = leader_client.post(WHAT_IF, {"people": [candidate.pk]}, follow=True)

    assert response.redirect_chain == [(f"{BOARD}?tried=1&people={candidate.pk}", 302)]
    assert ("industrie", 0, 1, "nieuw") in sector(response)
    assert [choice.is_ticked for choice in response.context["choices"]] == [True]


def test_whose_term_ends_before_the_ceremony_leaves_and_can_be_chosen_again(
    network, leader_client, audience, round, ambassador
):
    ending = make_person(network, "Ingrid", "ter Horst", term=(date(2024, 2, 1), date(2027, 2, 1)))

    response = leader_client.get(BOARD)

    assert [(c.person, c.is_again) for c in response.context["choices"]] == [(ending, True)]
    assert sector(response)[0] == ("zorg", 1, 1, "past")  # 1 of 1, where half would mirror the audience


def test_who_fills_most_stands_first_and_it_says_what(
    network, leader_client, audience, round, ambassador, candidate
):
    make_person(network, "Aad", "Aalbers")  # another one of care

    choices = leader_client.get(BOARD).context["choices"]

    assert [(c.person.first_name, c.fills) for c in choices] == [("Sanne", ["industrie"]), ("Aad", [])]


def test_ids_that_are_nobody_are_left_out(leader_client, round, candidate, foreign_ambassador):
    sent = [candidate.pk, foreign_ambassador.pk, "99999999999999999999999", "-1", "x", "²"]

    response = leader_client.post(WHAT_IF, {"people": sent}, headers=HTMX)
    assert response.context["composition"].size_then == 1

    leader_client.post(KEEP, {"people": sent, "name": "Allen"})
    assert list(Scenario.objects.get().people.all()) == [candidate]


# --- Scenarios -------------------------------------------------------------------------------------------


def test_kept_opened_changed_compared_taken_over_and_removed(
    leader_client, leader, audience, round, ambassador, candidate
):
    response = leader_client.post(KEEP, {"people": [candidate.pk], "name": "Meer industrie"})
    scenario = Scenario.objects.get()
    assert (scenario.name, scenario.changed_by) == ("Meer industrie", leader)
    assert response.url == f"{BOARD}?scenario={scenario.pk}"
    assert [c.is_ticked for c in leader_client.get(response.url).context["choices"]] == [True]

    leader_client.post(KEEP, {"people": [], "name": "Meer industrie"})  # the same name again
    assert list(Scenario.objects.get().people.all()) == []
    leader_client.post(KEEP, {"people": [candidate.pk], "name": "Meer industrie"})

    compared = leader_client.get(COMPARE).context["compared"]
    assert [(one.name, one.likeness, one.people) for one in compared] == [
        ("Nu gekozen", 50, []),
        ("Meer industrie", 100, [candidate]),
    ]

    leader_client.post(reverse("admin:composition_take_over", args=[scenario.pk]))
    assert list(round.chosen.all()) == [candidate]

    leader_client.post(reverse("admin:composition_drop", args=[scenario.pk]))
    assert not Scenario.objects.exists()
    assert list(round.chosen.all()) == [candidate]


def test_of_nominations_only_the_suitable_are_chosen(network, leader, leader_client, round, candidate):
    suitable = make_person(network, "Nadia", "Haddou")
    before = make_person(network, "Oud", "Gekozen")
    rows = {
        person: Nomination.objects.create(network=network, round=round, person=person, status=status)
        for person, status in ((candidate, "nominated"), (suitable, "suitable"), (before, "suitable"))
    }
    selecting.select(nomination=rows[before], by=leader)
    scenario = mirroring.keep_scenario(round=round, name="Nieuw", people=[candidate, suitable], by=leader)

    response = leader_client.post(reverse("admin:composition_take_over", args=[scenario.pk]), follow=True)

    assert list(round.nominations.selected().values_list("person", flat=True)) == [suitable.pk]
    assert "Niet gekozen, want nog niet als geschikt beoordeeld: Sanne Kruitbosch." in response.text
    ticked = [c.person for c in leader_client.get(BOARD).context["choices"] if c.is_ticked]
    assert ticked == [suitable]


def test_beside_the_board_stands_what_the_selection_does(
    network, leader, leader_client, audience, round, ambassador, candidate
):
    nomination = Nomination.objects.create(network=network, round=round, person=candidate, status="suitable")
    selecting.select(nomination=nomination, by=leader)
    assert "100 van 100 gelijk aan de doelgroep" in leader_client.get(reverse("admin:composition_brief")).text


def test_a_scenario_without_a_name_keeps_what_was_ticked(leader_client, round, candidate):
    response = leader_client.post(KEEP, {"people": [candidate.pk], "name": " "})

    assert response.status_code == 422
    assert [c.is_ticked for c in response.context["choices"]] == [True]
    assert "name" in response.context["form"].errors


def test_more_scenarios_than_can_be_compared_are_refused(leader_client, leader, round):
    for n in range(mirroring.MOST_SCENARIOS):
        mirroring.keep_scenario(round=round, name=f"Keuze {n}", people=[], by=leader)

    response = leader_client.post(KEEP, {"name": "Nog een"})

    assert response.status_code == 422
    assert Scenario.objects.count() == mirroring.MOST_SCENARIOS
    leader_client.post(KEEP, {"name": "Keuze 0"})  # an existing one can still be changed


def test_a_scenario_holds_people_of_its_own_network_only(round, leader, foreign_ambassador):
    with pytest.raises(ValueError, match="own network"):
        mirroring.keep_scenario(round=round, name="x", people=[foreign_ambassador], by=leader)
    assert not Scenario.objects.exists()


# --- The audience ----------------------------------------------------------------------------------------


def rows(*groups: tuple[str, str, str], source="CBS", as_of="2026-01-01"):
    sent = {"source": source, "as_of": as_of, "g-TOTAL_FORMS": len(groups), "g-INITIAL_FORMS": 0}
    for n, (name, weight, also) in enumerate(groups):
        sent |= {f"g-{n}-name": name, f"g-{n}-weight": weight, f"g-{n}-also": also}
    return sent


def test_the_audience_is_filled_in_with_source_and_date(leader_client, network):
    page = reverse("admin:composition_audience", args=["sector"])

    leader_client.post(
        page, rows(("zorg", "1200", "welzijn, kinderopvang"), ("ict", "12,5", ""), ("", "", ""))
    )

    audience = Audience.objects.get(network=network)
    assert (audience.source, audience.as_of) == ("CBS", date(2026, 1, 1))
    assert list(audience.shares.values_list("name", "weight", "also", "place")) == [
        ("zorg", Decimal("1200.0"), ["welzijn", "kinderopvang"], 0),
        ("ict", Decimal("12.5"), [], 1),
    ]

    leader_client.post(page, rows(("ict", "20", "")))
    assert list(AudienceShare.objects.values_list("name", "weight")) == [("ict", Decimal("20.0"))]
    assert AudienceShare.history.filter(name="zorg", history_type="-").count() == 1

    leader_client.post(page, {"forget": "1"})
    assert not Audience.objects.exists()


def test_the_same_again_leaves_no_second_line_in_the_history(network, leader, audience):
    before = AudienceShare.history.count(), Audience.history.count()
    shares = [Share("zorg", Decimal(50)), Share("industrie", Decimal(50), ("metaal",))]
    mirroring.set_audience(
        network=network,
        trait="sector",
        shares=shares,
        source="eigen telling",
        as_of=date(2026, 1, 1),
        by=leader,
    )
    assert (AudienceShare.history.count(), Audience.history.count()) == before


def test_our_own_groups_keep_their_names_whatever_is_sent(leader_client, network):
    page = reverse("admin:composition_audience", args=["size"])
    sent = rows(("gehackt", "1", "x"), ("", "80", ""), ("", "19", ""), ("", "", ""))
    sent["g-INITIAL_FORMS"] = 4

    leader_client.post(page, sent)

    groups = audiences_of(network)[0]["size"]
    assert [(group.name, group.weight) for group in groups] == [
        ("micro", 1), ("small", 80), ("medium", 19), ("large", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (rows(("", "5", "")), "Geef deze groep een naam."),
        (rows(("zorg", "5", ""), ("Zorg", "6", "")), "Deze groep staat al in de lijst."),
        (rows(("zorg", "-5", "")), "minstens 0 is"),
        (rows(("zorg", "", "")), "Vul bij ten minste één groep een aantal in."),
        (rows(("zorg", "5", ""), source=""), "Bron"),
        (rows(("zorg", "veel", "")), "Voer een getal in."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(leader_client, sent, said):
    response = leader_client.post(reverse("admin:composition_audience", args=["sector"]), sent)

    assert response.status_code == 422
    assert said in response.text
    assert f'value="{sent["g-0-name"]}"' in response.text or not sent["g-0-name"]
    assert not Audience.objects.exists()


def test_what_people_have_is_offered_as_a_first_row(leader_client, ambassador):
    response = leader_client.get(reverse("admin:composition_audience", args=["region"]))
    assert [form.initial.get("name") for form in response.context["rows"].forms][:2] == ["Vechtdal", None]


def test_an_unknown_trait_is_not_there(leader_client):
    assert leader_client.get(reverse("admin:composition_audience", args=["origin"])).status_code == 404


# --- Whom we do not reach ----------------------------------------------------------------------------------


def test_the_gap_list_says_whom_to_ask(leader_client, network, fan):
    gap = AudienceGap.objects.create(network=network, name="jonge ondernemers", noted_on=date(2026, 11, 1))
    OrganisationToAsk.objects.create(gap=gap, fan=fan)
    OrganisationToAsk.objects.create(gap=gap, name="Jonge Kring", asked_on=date(2026, 11, 2))
    AudienceGap.objects.create(
        network=network, name="vrouwen", noted_on=date(2026, 1, 1), reached_on=date(2026, 9, 1)
    )

    page = leader_client.get(BOARD).text

    assert "jonge ondernemers" in page
    assert "Ondernemend Twente" in page
    assert "gevraagd op 2 nov 2026" in page
    assert "vrouwen" not in page  # reached since


@pytest.mark.parametrize("both", [True, False])
def test_an_organisation_is_a_fan_or_another_one(network, fan, both):
    gap = AudienceGap.objects.create(network=network, name="jong", noted_on=date(2026, 11, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationToAsk.objects.create(gap=gap, fan=fan if both else None, name="Kring" if both else "")


# --- All of it -------------------------------------------------------------------------------------------


def queries(client, url) -> int:
    client.get(url)  # what is remembered of the network is remembered now
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.parametrize("url", [BOARD, WHAT_IF, COMPARE])
def test_as_many_queries_with_one_as_with_many(
    network, leader, leader_client, audience, round, ambassador, candidate, url
):
    def more(n: int) -> None:
        make_person(network, f"Kandidaat{n}", "Een")
        make_person(network, f"Pionier{n}", "Twee", term=(date(2025, 4, 1), date(2028, 4, 1)))
        mirroring.keep_scenario(round=round, name=f"Keuze {n}", people=[candidate], by=leader)
        gap = AudienceGap.objects.create(network=network, name=f"groep {n}", noted_on=date(2026, 1, 1))
        OrganisationToAsk.objects.create(gap=gap, name="Kring")

    more(1)
    one = queries(leader_client, url)
    more(2)
    more(3)
    assert queries(leader_client, url) == one


def test_what_is_ticked_becomes_the_selection_at_once(network, leader, leader_client, round, candidate):
    suitable, before = make_person(network, "Nadia", "Haddou"), make_person(network, "Oud", "Gekozen")
    rows = {
        person: Nomination.objects.create(network=network, round=round, person=person, status=status)
        for person, status in ((candidate, "nominated"), (suitable, "suitable"), (before, "suitable"))
    }
    selecting.select(nomination=rows[before], by=leader)
    choices = {c.person: c.is_early for c in leader_client.get(BOARD).context["choices"]}
    assert choices == {candidate: True, suitable: False, before: False}

    sent = {"people": [candidate.pk, suitable.pk], "name": ""}
    response = leader_client.post(reverse("admin:composition_choose"), sent, follow=True)

    assert list(round.nominations.selected().values_list("person", flat=True)) == [suitable.pk]
    assert "1 persoon is gekozen." in response.text
    assert "nog niet als geschikt beoordeeld: Sanne Kruitbosch." in response.text
    assert not Scenario.objects.exists()


def test_choosing_without_a_round_says_what_to_do(network, leader_client):
    response = leader_client.post(reverse("admin:composition_choose"), {"people": [1]}, follow=True)
    assert "Open er eerst een" in response.text
