"""The leader's board and lists, the page of a lead, and what the ambassador sees of it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events import activation, report_leads
from events.actions import handing_cards, receiving_leads, referring
from events.models import BusinessCard, Lead, LeadCheckIn, Podium, Referral
from network import worklist
from network.models import Company
from network.report import Period
from network.suspicion import Signs
from tests.conftest import make_person
from tests.events.leads import on_the_board, partner, scanned

pytestmark = pytest.mark.usefixtures("today")
TODAY = date(2026, 11, 23)
BOARD = "/beheer/events/lead/bord/"
STAGES = ("new", "answered", "referred", "first_step", "activated", "closed")


@pytest.fixture
def lead(ambassador, leader) -> Lead:
    return on_the_board(ambassador, theme="")


def a_lead_in_every_stage(network, person, number: int) -> None:
    now = timezone.now()
    for n in range(number):
        for stage in STAGES:
            company = Company.objects.create(network=network, name=f"{stage} {n}")
            lead = Lead.objects.create(
                network=network, name=f"Naam{stage}{n}", company=company, brought_by=person, stage=stage,
                confirmed_at=now, answer_by=TODAY, answered_at=now, referred_at=now, first_step_at=now,
                tells_bringer=True,
                **({"activated_on": TODAY, "proof": "shown"} if stage == "activated" else {}),
                **({"closed_at": now} if stage == "closed" else {}),
            )  # fmt: skip
            Referral.objects.create(lead=lead, partner=partner(network, f"Plek {stage} {n}"))
            LeadCheckIn.objects.create(lead=lead, months=3)


PAGES = {
    "board": BOARD,
    "list": "/beheer/events/lead/",
    "places": "/beheer/events/referralpartner/",
    "readiness": "/beheer/events/referralpartner/gereed/",
    "cards": "/beheer/events/businesscard/",
    "companies": "/beheer/network/company/",
    "alike": "/beheer/network/company/dubbel/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_list_costs_the_same_with_three_rows_as_with_one(leader_client, network, ambassador, name):
    def fill(first: int, last: int) -> None:
        for n in range(first, last):
            person = make_person(network, f"Voor{n}", f"Naam{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
            handing_cards.card_of_person(person)
            podium = Podium.objects.create(network=network, kind="panel", date=TODAY)
            podium.ambassadors.add(person)
            handing_cards.card_of_podium(podium)
            Company.objects.create(network=network, name=f"Tweeling {n}")
            Company.objects.create(network=network, name=f"Tweeling {n} BV")

    def queries() -> int:
        leader_client.get(PAGES[name])
        with CaptureQueriesContext(connection) as captured:
            assert leader_client.get(PAGES[name]).status_code == 200
        return len(captured)

    a_lead_in_every_stage(network, ambassador, 1)
    fill(0, 1)
    one = queries()
    Referral.objects.all().delete()
    LeadCheckIn.objects.all().delete()
    Lead.objects.all().delete()
    network.referral_partners.all().delete()
    a_lead_in_every_stage(network, ambassador, 3)
    fill(1, 3)
    assert queries() == one <= 25


def test_the_board_shows_each_lead_in_its_column(leader_client, network, ambassador):
    a_lead_in_every_stage(network, ambassador, 2)
    columns = leader_client.get(BOARD).context["columns"]
    assert [(column.stage, column.total, len(column.leads)) for column in columns] == [
        (stage, 2, 2) for stage in STAGES
    ]


def test_a_full_column_leads_to_the_list(leader_client, network):
    Lead.objects.bulk_create(
        Lead(network=network, name=f"N{n}", confirmed_at=timezone.now()) for n in range(15)
    )
    page = leader_client.get(BOARD)
    assert "en nog 3" in page.text
    assert leader_client.get("/beheer/events/lead/?stage__exact=new").context["cl"].result_count == 15


def test_old_activated_leads_leave_the_board_and_stay_in_the_list(leader_client, network):
    old = TODAY - timedelta(days=200)
    Lead.objects.create(
        network=network,
        name="Oud",
        stage="activated",
        activated_on=old,
        proof="said",
        confirmed_at=timezone.now(),
    )
    activated = leader_client.get(BOARD).context["columns"][4]
    assert (activated.leads, activated.total) == ([], 1)


@pytest.mark.parametrize(
    ("to", "stage"), [("answered", "answered"), ("first_step", "first_step"), ("activated", "activated")]
)
def test_a_card_moves_with_one_button(leader_client, lead, to, stage):
    answer = leader_client.post(reverse("admin:lead_move", args=[lead.pk]), {"to": to})
    assert (answer.status_code, answer.url) == (302, BOARD)
    lead.refresh_from_db()
    assert lead.stage == stage


@pytest.mark.parametrize("to", ["referred", "closed"])
def test_what_needs_a_word_opens_the_page_of_the_lead(leader_client, lead, to):
    answer = leader_client.post(reverse("admin:lead_move", args=[lead.pk]), {"to": to})
    assert answer.url == f"/beheer/events/lead/{lead.pk}/change/?doe={to}#{to}"
    assert to in leader_client.get(answer.url).context["open"]
    lead.refresh_from_db()
    assert lead.stage == "new"


def test_nonsense_moves_nothing_and_says_so(leader_client, lead):
    assert leader_client.post(reverse("admin:lead_move", args=[lead.pk]), {"to": "maan"}).status_code == 302
    assert "Kies waar het heen gaat." in leader_client.get(BOARD).text
    lead.refresh_from_db()
    assert lead.stage == "new"


def do(client, lead, verb, **values):
    return client.post(reverse("admin:lead_do", args=[lead.pk, verb]), values)


def test_the_page_of_a_lead_carries_every_verb(leader_client, lead, network, facilitator):
    place = partner(network, description="Een goed gesprek")
    page = reverse("admin:events_lead_change", args=[lead.pk])
    assert "Een goed gesprek" in leader_client.get(page).text
    for verb, values, stage in (
        ("beantwoorden", {"words": "Dag!"}, "answered"),
        ("doorverwijzen", {"partner": place.pk, "note": "Bel even"}, "referred"),
        ("eerste-stap", {"step": "Eén team"}, "first_step"),
        ("activeren", {"step": "Alle teams", "on": "2026-11-20", "proof": "said"}, "activated"),
        ("bewijs", {"proof": "confirmed", "note": "bezocht"}, "activated"),
        ("heropenen", {}, "first_step"),
        ("sluiten", {"because": "verhuisd"}, "closed"),
        ("notitie", {"text": "nog bellen"}, "closed"),
        ("eigenaar", {"owner": facilitator.pk}, "closed"),
    ):
        answer = do(leader_client, lead, verb, **values)
        assert (verb, answer.status_code) == (verb, 302)
        lead.refresh_from_db()
        assert (verb, lead.stage) == (verb, stage)
        assert leader_client.get(page).status_code == 200
    assert lead.owner == facilitator
    assert Referral.objects.get().released_at  # closed: the place is free again


@pytest.mark.parametrize(
    ("verb", "values", "word"),
    [
        ("doorverwijzen", {"note": "mijn woord"}, "Kies waar deze geïnteresseerde verder kan."),
        ("eerste-stap", {"step": ""}, "Vul dit in, anders kunnen we niet verder."),
        ("activeren", {"step": "mijn woord", "on": "2026-12-31", "proof": "said"}, "Die dag moet nog komen."),
        (
            "activeren",
            {"step": "mijn woord", "on": "2026-11-01", "proof": "said", "kvk_number": "12"},
            "acht cijfers",
        ),
        ("activeren", {"step": "mijn woord", "on": "gisteren", "proof": "zeker"}, "Selecteer"),
        ("wissen", {}, "Vink dit aan om verder te gaan."),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays(leader_client, lead, network, verb, values, word):
    partner(network)
    answer = do(leader_client, lead, verb, **values)
    assert answer.status_code == 422
    assert word in answer.text
    assert "mijn woord" not in str(values) or "mijn woord" in answer.text
    lead.refresh_from_db()
    assert lead.stage == "new"
    assert lead.email


def test_a_full_place_cannot_be_chosen_and_says_so(leader_client, lead, network):
    place = partner(network, capacity=0)
    assert 'name="partner" value="' in leader_client.get(f"/beheer/events/lead/{lead.pk}/change/").text
    answer = do(leader_client, lead, "doorverwijzen", partner=place.pk)
    assert answer.status_code == 422
    assert "zit vol" in answer.text


def test_held_leads_are_let_through_or_refused(leader_client, ambassador, leader):
    odd = Signs(seconds=0.1, filled_trap=False, place="x")
    card = handing_cards.card_of_person(ambassador)
    first, second = scanned(card, "a", odd), scanned(card, "b", odd, email="b@x.example")
    assert {item.key for item in worklist.items(card.network, TODAY)} >= {
        f"lead_held:{first.pk}", f"lead_held:{second.pk}",
    }  # fmt: skip
    do(leader_client, first, "doorlaten")
    do(leader_client, second, "weigeren")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.held_at, bool(second.refused_at)) == (None, True)
    assert leader_client.get(BOARD).context["held"] == []


def test_who_waits_too_long_is_on_the_leaders_list(network, lead):
    assert not [i for i in worklist.items(network, date(2026, 11, 25)) if i.key.startswith("lead:")]
    (item,) = [i for i in worklist.items(network, date(2026, 11, 26)) if i.key.startswith("lead:")]
    assert (item.who, item.url) == ("Petra Olthof", f"/beheer/events/lead/{lead.pk}/change/")


def test_a_theme_without_anybody_is_shown(leader_client, network, ambassador):
    assert "Zelfsturende teams" in leader_client.get(PAGES["readiness"]).text
    partner(network, themes=["Zelfsturende Teams"])
    found = leader_client.get(PAGES["readiness"]).context["readiness"]
    assert [hole.theme for hole in found.themes] == []


def test_the_form_of_a_place_keeps_names_as_a_list(leader_client, network):
    page = "/beheer/events/referralpartner/add/"
    values = {
        "kind": "adviser",
        "name": "Roos",
        "themes": "loslaten\n\nlean\nlean",
        "regions": "",
        "is_active": "on",
    }
    assert leader_client.post(page, values).status_code == 302
    place = network.referral_partners.get()
    assert (place.themes, place.regions) == (["loslaten", "lean"], [])


def test_the_figure_of_the_report_leads_to_its_rows(leader_client, network, ambassador, leader):
    for n, (day, company) in enumerate([(1, "Een"), (2, "Een"), (3, "Twee")]):
        lead = on_the_board(ambassador, f"t{n}", email=f"p{n}@x.example", company_name=company)
        referring.activate(lead=lead, by=leader, on=date(2026, 11, day), proof="shown", step="iets")
    section = report_leads.leads(network, Period.year(2026))
    figure = section.figure("activated")
    assert figure.value == 2
    assert leader_client.get(figure.url).context["cl"].result_count == 2
    people = section.figure("activated_people")
    assert people.value == leader_client.get(people.url).context["cl"].result_count == 3
    none = report_leads.leads(network, Period.year(2025)).figure("activated")
    assert none.value == leader_client.get(none.url).context["cl"].result_count == 0


def test_a_lead_is_written_down_by_hand(leader_client, network):
    page = "/beheer/events/lead/add/"
    assert leader_client.post(page, {"name": "", "kvk_number": "12"}).status_code == 422
    assert (
        leader_client.post(page, {"company_name": "Jansen BV", "kvk_number": "1234 5678"}).status_code == 302
    )
    lead = Lead.objects.get()
    assert (lead.company.kvk_number, lead.source, lead.stage) == ("12345678", "hand", "new")


def test_the_export_has_a_row_for_each_and_no_formula(leader_client, lead):
    Lead.objects.update(name="=1+1")
    text = leader_client.get("/beheer/events/lead/export.csv").content.decode("utf-8-sig")
    assert "'=1+1" in text
    assert len(text.splitlines()) == 2


def test_cards_for_everybody_are_made_once(leader_client, ambassador, other_ambassador):
    for _click in range(2):
        leader_client.post("/beheer/events/businesscard/voor-iedereen/")
    assert BusinessCard.objects.count() == 2
    assert leader_client.get(PAGES["cards"]).status_code == 200


# --- Mijn ----------------------------------------------------------------------------------------------


def test_the_ambassador_hears_by_name_only_of_whoever_allows_it(
    ambassador_client, other_ambassador_client, ambassador, leader
):
    told = on_the_board(ambassador, "a", name="Petra Open", tells_bringer=True)
    hidden = on_the_board(
        ambassador, "b", name="Gesloten Persoon", email="g@x.example", company_name="Geheim BV"
    )
    referring.activate(lead=told, by=leader, on=TODAY, proof="said", step="Eén team")
    text = ambassador_client.get("/mijn/wat-ervan-kwam/").text
    assert "Petra Open" in text
    assert "Eén team" in text
    assert "Gesloten" not in text
    assert "Geheim" not in text
    steps = ambassador_client.get("/mijn/wat-ervan-kwam/").context["steps"]
    assert [number for _label, number in steps] == [2, 1, 1, 1]
    assert "Petra Open" not in other_ambassador_client.get("/mijn/wat-ervan-kwam/").text
    receiving_leads.let_bringer_hear(lead=told, yes=False)
    assert "Petra Open" not in ambassador_client.get("/mijn/wat-ervan-kwam/").text
    assert hidden.stage == "new"


def test_a_card_is_made_by_a_button_and_not_by_looking(ambassador_client, ambassador, network):
    podium = Podium.objects.create(network=network, kind="panel", status="agreed", date=TODAY)
    podium.ambassadors.add(ambassador)
    assert "Maak mijn kaartje" in ambassador_client.get("/mijn/kaartje/").text
    assert not BusinessCard.objects.exists()
    ambassador_client.post("/mijn/kaartje/")
    ambassador_client.post(f"/mijn/kaartje/podium/{podium.pk}/")
    page = ambassador_client.get("/mijn/kaartje/").text
    codes = list(BusinessCard.objects.order_by("pk").values_list("code", flat=True))
    assert all(code in page for code in codes)
    assert codes[0] in ambassador_client.get(f"/mijn/kaartje/{codes[0]}/scherm/").text


def test_no_activation_is_counted_twice_by_a_double(network, ambassador, leader):
    first = on_the_board(ambassador, "a")
    referring.activate(lead=first, by=leader, on=TODAY, proof="said")
    on_the_board(ambassador, "b")
    found = activation.activation(network, date(2026, 1, 1), date(2027, 1, 1))
    assert (found.activated.people, found.reached.people) == (1, 1)


@pytest.mark.parametrize(
    ("stage", "first", "shown"),
    [
        ("new", "answered", {"answered", "referred"}),
        ("answered", "referred", {"referred"}),
        ("referred", "activated", {"activated", "first_step"}),
        ("first_step", "activated", {"activated"}),
    ],
)
def test_the_next_step_stands_open_and_the_rest_is_folded(leader_client, lead, network, stage, first, shown):
    partner(network)
    Lead.objects.filter(pk=lead.pk).update(stage=stage, answered_at=timezone.now())
    answer = leader_client.get(f"/beheer/events/lead/{lead.pk}/change/")
    assert answer.context["next"] == first
    assert answer.context["open"] - {""} == shown
    parts = ("answered", "referred", "first_step", "activated", "closed")
    assert {part for part in parts if f'id="{part}" open' in answer.text} == shown
    assert answer.text.count("btn-small btn-primary") == 1


def test_a_fault_stands_in_a_part_that_is_open(leader_client, lead):
    answer = do(leader_client, lead, "sluiten", because="")
    assert answer.status_code == 422
    assert 'id="closed" open' in answer.text


def test_a_lead_of_half_past_midnight_came_in_on_that_day(ambassador, leader_client):
    """In the time zone of the network, not of the database."""
    with time_machine.travel("2026-11-24T00:30:00+01:00", tick=False):
        on_the_board(ambassador)
    lines = leader_client.get("/beheer/events/lead/export.csv").content.decode().splitlines()
    assert "24-11-2026" in lines[1]
