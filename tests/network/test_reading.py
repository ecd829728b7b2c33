"""The report of the client, live: for any period, and as it stood on any day."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events import report_known
from events.models import AudienceCheckIn, BusinessCard, Lead, LeadEvent, Podium, PodiumRequest
from network import report
from network.models import Company, Target

ALWAYS = report.Period(date(2000, 1, 1), date(2027, 1, 1))


def make(network, **fields):
    return Podium.objects.create(network=network, kind="workshop", **{"status": "done", **fields})


def step(network, day, *, company=True, proof="said", **fields):
    on_record = Company.objects.create(network=network, name="Bedrijf", sector="zorg") if company else None
    return Lead.objects.create(
        network=network, name="Greet Geheim", company=on_record, stage="activated", activated_on=day,
        proof=proof, confirmed_at="2026-01-01T12:00:00+01:00", **fields,
    )  # fmt: skip


def figures(response) -> dict[str, int]:
    return {
        figure.key: figure.value
        for section in response.context["document"].sections
        for figure in section.figures
    }


def test_the_client_reads_figures_against_targets(today, network, other_network, reader_client):
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2025, 1, 1), end=date(2027, 1, 1)
    )
    make(network, date=date(2026, 3, 1), audience=40)
    make(network, date=date(2025, 3, 1), audience=60)
    make(network, date=date(2026, 3, 1), audience=500, status="agreed")
    make(other_network, date=date(2026, 3, 1), audience=7000)
    response = reader_client.get("/verslag/")
    assert (response.status_code, figures(response)["reached"], figures(response)["podia"]) == (200, 100, 2)
    page = response.content.decode()
    assert "450" in page
    assert "/beheer/events" not in page
    assert figures(reader_client.get("/verslag/?jaar=2026"))["reached"] == 40
    assert figures(reader_client.get("/verslag/?van=2025-02-01&tot=2025-03-02"))["reached"] == 60
    assert figures(reader_client.get("/verslag/?dag=2026-02-28"))["reached"] == 60
    for odd in ("1", "²", "99999999999999999999", "x"):
        assert figures(reader_client.get("/verslag/", {"jaar": odd}))["reached"] == 100
        assert figures(reader_client.get("/verslag/", {"van": odd, "tot": odd, "dag": odd}))["reached"] == 100
    backwards = reader_client.get("/verslag/?van=2026-01-01&tot=2025-01-01")
    assert "tot" in backwards.context["form"].errors


def test_estimate_and_confirmed_stand_apart_with_what_is_missing(today, network):
    make(network, date=date(2026, 3, 1), audience=40, audience_by_host=41)
    make(network, date=date(2026, 3, 2), audience=30)
    make(network, date=date(2026, 3, 3), audience=50, audience_by_host=20)
    make(network, date=date(2026, 3, 4))
    make(network, date=date(2026, 3, 5), status="agreed")
    with translation.override("en"):
        found = report.figures(network, ALWAYS)
    reached = found["reached"]
    assert (reached.value, reached.confirmed, reached.estimated) == (90, 40, 50)
    assert [(one.count, one.label.split()[0]) for one in reached.missing] == [(1, "podium"), (1, "podium")]
    assert [one.count for one in found["podia"].missing] == [1]


def test_a_target_is_counted_over_its_own_days_and_looks_ahead(today, network):
    Target.objects.create(
        network=network, kind="podia", amount=20, start=date(2026, 1, 1), end=date(2027, 1, 1)
    )
    make(network, date=date(2025, 12, 31))
    for month in range(1, 11):
        make(network, date=date(2026, month, 10))
    found = report.figures(network, report.Period.year(2026))["target_podia_2026-01-01"]
    assert (found.value, found.target) == (10, 20)
    assert found.expected is not None
    assert 10 <= found.expected.low <= found.expected.amount <= found.expected.high <= 13
    earlier = report.Period(date(2026, 1, 1), date(2027, 1, 1), on=date(2026, 5, 31))
    assert report.figures(network, earlier)["target_podia_2026-01-01"].value == 5


def test_companies_count_once_with_the_surest_of_what_we_know(today, network):
    Target.objects.create(
        network=network, kind="activated", amount=100, start=date(2026, 1, 1), end=date(2027, 1, 1)
    )
    first = step(network, date(2026, 2, 1))
    second = step(network, date(2026, 4, 1), company=False, proof="confirmed")
    second.company = first.company
    second.save()
    step(network, date(2026, 5, 1), company=False)
    found = report.figures(network, report.Period.year(2026))
    assert (found["activated"].value, found["activated_people"].value) == (1, 3)
    assert (found["activated"].confirmed, found["activated"].estimated) == (1, 0)
    assert [one.count for one in found["activated"].missing] == [1]
    assert (found["target_activated_2026-01-01"].value, found["target_activated_2026-01-01"].confirmed) == (
        1,
        1,
    )


def populate(network, number=60):
    """Podia and leads at random, over three years."""
    random = Random(7)
    for _ in range(number):
        day = date(2024, 1, 1) + timedelta(days=random.randint(0, 1100))
        make(
            network, date=day, audience=random.choice([None, 10, 40]),
            audience_by_host=random.choice([None, 40]), status=random.choice(["done", "done", "agreed"]),
        )  # fmt: skip
        kind = random.choice(["card", "hand"])
        lead = step(network, day, company=random.random() < 0.7, source=kind)
        Lead.objects.filter(pk=lead.pk).update(received_at=f"{day}T12:00:00+01:00")
        ask(
            network,
            day,
            answered=random.choice([None, 0, 2, 12]),
            state=random.choice(["open", "agreed", "held"]),
        )


def ask(network, day, *, answered=None, state="open", **fields):
    """A request of that day, answered after so many days."""
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    heard = None if answered is None else moment + timedelta(days=answered)
    closed = (heard or moment) if state not in ("open", "held") else None
    one = PodiumRequest.objects.create(
        network=network, kind="panel", state=state, answered_at=heard, closed_at=closed,
        due_on=day + timedelta(days=3), **fields,
    )  # fmt: skip
    PodiumRequest.objects.filter(pk=one.pk).update(asked_at=moment)
    return one


def test_requests_found_somebody_and_heard_soon_or_late(today, network, leader_client):
    ask(network, date(2026, 3, 1), answered=0, state="agreed")
    ask(network, date(2026, 3, 2), answered=2, state="agreed")
    ask(network, date(2026, 3, 3), answered=30, state="declined", contact_name="Greet Geheim")
    ask(network, date(2026, 3, 4))
    for state in ("held", "refused"):
        ask(network, date(2026, 3, 5), state=state)
    ask(network, date(2025, 12, 31))
    period = report.Period.year(2026)
    with translation.override("en"):
        section = next(one for one in report.sections(network, period) if one.key == "requests")
        sheet = next(one for one in report.sheets(network, period, only=["requests"]))
    found = {figure.key: figure for figure in section.figures}
    assert {key: figure.value for key, figure in found.items()} == {
        "requests": 4, "requests_agreed": 2, "requests_answered": 3,
    }  # fmt: skip
    assert [one.count for one in found["requests_answered"].missing] == [1]
    assert section.text == "Half of those who had an answer got it within 2 days."
    assert section.charts[0].table.rows == (
        ("the same day", 1), ("the next day", 0), ("2 or 3 days", 1), ("4 to 7 days", 0), ("longer", 1),
        ("no answer yet", 1),
    )  # fmt: skip
    assert "Greet" not in str(sheet)
    for figure in found.values():
        assert leader_client.get(figure.url).context["cl"].result_count == figure.value
        for missing in figure.missing:
            assert leader_client.get(missing.url).context["cl"].result_count == missing.count


def test_a_request_is_told_as_it_stood_on_the_day_of_the_report(today, network):
    ask(network, date(2026, 3, 3), answered=30, state="agreed")
    seen = report.Period(date(2026, 1, 1), date(2027, 1, 1), on=date(2026, 3, 10))
    found = report.figures(network, seen)
    values = [found[f"requests{what}"].value for what in ("", "_agreed", "_answered")]
    assert values == [1, 0, 0]
    assert [one.count for one in found["requests_answered"].missing] == [1]
    (row,) = report.sheets(network, seen, only=["requests"])[0].rows
    assert (row.cells[6], row.cells[7]) == ("open", None)


@pytest.mark.parametrize(
    "period",
    [
        ALWAYS,
        report.Period.year(2025),
        report.Period(date(2024, 5, 1), date(2026, 2, 1), on=date(2025, 9, 9)),
    ],
)
def test_the_rows_of_every_figure_add_up_to_it(today, network, other_network, period):
    populate(network)
    make(other_network, date=date(2025, 3, 1), audience=7000)
    found = report.figures(network, period)
    sheets = {sheet.key: sheet for sheet in report.sheets(network, period)}
    counted = {key: figure.value for key, figure in found.items() if figure.sheet}
    assert set(counted) == {
        "requests", "requests_agreed", "requests_answered", "reached", "podia", "podia_with_fans",
        "activated", "activated_people", "interested",
    }  # fmt: skip
    assert counted == {key: sheets[found[key].sheet].total(key) for key in counted}
    assert counted["reached"] > 0
    assert counted["activated"] > 0


def test_a_past_day_says_what_was_known_then_and_what_was_changed_since(today, network, time_machine):
    time_machine.move_to("2026-03-02T12:00:00+01:00")
    kept = make(network, date=date(2026, 3, 1), audience=40)
    corrected = make(network, date=date(2026, 3, 1), audience=30)
    planned = make(network, date=date(2026, 3, 2), status="agreed")
    gone = make(network, date=date(2026, 3, 1), audience=500)
    early = step(network, date(2026, 3, 1), source="card", received_at="2026-03-01T12:00:00+01:00")
    late = step(network, date(2026, 3, 2), source="card", received_at="2026-03-01T12:00:00+01:00")
    LeadEvent.objects.create(lead=early, kind="stage")
    time_machine.move_to("2026-11-25T12:00:00+01:00")
    Lead.objects.filter(pk=late.pk).update(confirmed_at="2026-03-09T12:00:00+01:00")
    LeadEvent.objects.create(lead=late, kind="stage")
    make(network, date=date(2026, 3, 2), audience=7)
    corrected.audience = 35
    corrected.save()
    planned.status, planned.audience = "done", 20
    planned.save()
    gone.delete()
    kept.title = "Zelfde avond"
    kept.save()
    seen = report.Period(date(2026, 1, 1), date(2027, 1, 1), on=date(2026, 3, 2))
    with translation.override("en"):
        section = next(one for one in report.sections(network, seen) if one.key == "known")
    assert section.tables[0].rows == (
        ("podia", 3, 4, "+1"),
        ("podia with fans", 0, 0, "0"),
        ("entrepreneurs reached", 570, 102, "−468"),
        ("people who wanted to know more", 1, 2, "+1"),
        ("companies activated", 1, 2, "+1"),
    )
    found = report.figures(network, seen)
    names = ("podia", "podia_with_fans", "reached", "interested", "activated")
    assert [row[2] for row in section.tables[0].rows] == [found[name].value for name in names]
    assert "begin on" not in section.text
    before = report.Period(date(2026, 1, 1), date(2027, 1, 1), on=date(2026, 2, 2))
    with translation.override("en"):
        assert "The records themselves begin on 2 March 2026" in report.sections(network, before)[0].text
    assert "known" not in {one.key for one in report.sections(network, report.Period.year(2026))}


def test_who_checked_in_was_known_from_that_moment(today, network, ambassador):
    podium = make(network, date=date(2026, 3, 1), audience=2)
    card = BusinessCard.objects.create(network=network, podium=podium)
    for number, day in enumerate((1, 1, 1, 1, 5)):
        AudienceCheckIn.objects.create(
            card=card, token=str(number), is_entrepreneur=True, at=f"2026-03-0{day}T20:00:00+01:00"
        )
    Podium.history.update(history_date="2026-03-01T21:00:00+01:00")
    known = [
        report_known.podia_known(network, report.Period.year(2026), datetime(2026, 3, day, tzinfo=UTC))[
            "reached"
        ]
        for day in (1, 2, 6)
    ]
    assert known == [0, 4, 5]


def test_years_add_up_to_the_whole(today, network):
    populate(network)
    whole = report.figures(network, report.Period(date(2024, 1, 1), date(2027, 1, 1)))
    years = [report.figures(network, report.Period.year(year)) for year in (2024, 2025, 2026)]
    for key in ("reached", "podia", "activated", "activated_people"):
        assert sum(year[key].value for year in years) == whole[key].value


def test_a_figure_clicks_through_to_its_rows_without_names(today, network, reader_client, leader_client):
    lead = step(network, date(2026, 2, 1))
    podium = make(network, date=date(2026, 3, 1), audience=40, title="Geheim plan", is_private=True)
    make(network, date=date(2025, 3, 1), audience=60, title="Open avond")
    page = reader_client.get("/verslag/rijen/reached/?jaar=2026").content.decode()
    assert [words for words in ("Geheim plan", "Open avond", "/beheer/events") if words in page] == []
    assert "Open avond" in reader_client.get("/verslag/rijen/reached/").content.decode()
    assert (
        f"/beheer/events/podium/{podium.pk}/" in leader_client.get("/verslag/rijen/podia/").content.decode()
    )
    rows = leader_client.get("/verslag/rijen/activated/").content.decode()
    assert f"/beheer/events/lead/{lead.pk}/" in rows
    assert "Greet" not in rows
    assert reader_client.get("/verslag/rijen/niets/").status_code == 404
    listed = "/beheer/events/podium/?status=done&date__gte=2026-01-01&date__lt=2027-01-01"
    assert leader_client.get(listed).context["cl"].result_count == 1


def test_the_report_asks_as_much_for_one_podium_as_for_three(
    today, network, reader_client, django_assert_num_queries
):
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2025, 1, 1), end=date(2027, 1, 1)
    )
    make(network, date=date(2026, 3, 1), audience=40)
    step(network, date(2026, 3, 1))
    for _ in range(2):  # the network of the host is remembered from the second visit on
        reader_client.get("/verslag/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        reader_client.get("/verslag/")
    for day in (2, 3):
        make(network, date=date(2026, 3, day), audience=40)
        step(network, date(2026, 3, day))
    reader_client.get("/verslag/")
    with django_assert_num_queries(QUERIES):
        reader_client.get("/verslag/")
    assert len(one) == QUERIES


QUERIES = 22


def test_ten_years_ask_as_much_as_one_day(today, network, reader_client, django_assert_num_queries):
    """How long it takes is printed by benchmarks/report.py."""
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2016, 1, 1), end=date(2027, 1, 1)
    )
    days = [date(2017, 1, 1) + timedelta(days=3 * number) for number in range(1200)]
    Podium.objects.bulk_create(
        Podium(network=network, kind="workshop", status="done", date=day, audience=40, audience_by_host=41)
        for day in days
    )
    companies = Company.objects.bulk_create(Company(network=network, name=f"B{day}") for day in days)
    Lead.objects.bulk_create(
        Lead(
            network=network, company=company, stage="activated", activated_on=day, proof="said",
            confirmed_at="2026-01-01T12:00:00+01:00",
        )
        for day, company in zip(days, companies, strict=True)
    )  # fmt: skip
    for _ in range(2):
        reader_client.get("/verslag/")
    with django_assert_num_queries(QUERIES):
        response = reader_client.get("/verslag/")
    assert figures(response)["activated"] == 1200


def test_the_whole_page_speaks_the_language_of_its_report(today, network, reader_client):
    make(network, date=date(2026, 3, 1), audience=40)
    page = reader_client.get("/verslag/?jaar=2026&taal=en")
    assert page["Content-Language"] == "en"
    assert '<html lang="en"' in page.text
    assert [words for words in ("Bekijk de regels", "Verslag van 2026") if words in page.text] == []
    assert "/verslag/rijen/podia/?jaar=2026&amp;taal=en" in page.text
    assert '<html lang="nl"' in reader_client.get("/verslag/?jaar=2026").text
