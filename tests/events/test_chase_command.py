"""`manage.py chase`: the list for machines to the letter, and that a dry run changes nothing."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ambassadors.models import Pause
from events.models import ChaseStep, Podium
from network.models import Message
from tests.conftest import make_person

TERM = (date(2026, 1, 1), date(2029, 1, 1))


def chase(*arguments: str) -> list[dict]:
    out = StringIO()
    call_command("chase", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def marleen(network):
    return make_person(network, "Marleen", "Oosterveld", email="marleen@x.example", term=TERM)


def test_one_object_per_ambassador(network, marleen):
    [row] = chase("--network", "pioniers", "--on", "2026-05-17", "--dry-run")

    assert row == {
        "email": "marleen@x.example",
        "year_start": "2026-01-01",
        "year_end": "2027-01-01",
        "active_days": 365,
        "required": 3,
        "done": 0,
        "agreed": 0,
        "state": "behind",
        "next_step": "nudge_1",
        "planned_for": "2026-05-18",
        "reason": "0 van 3 podia gedaan of afgesproken, op dit moment 1 verwacht; achter sinds 3 mei 2026.",
    }


def test_a_dry_run_changes_nothing_and_a_run_does(network, marleen):
    chase("--network", "pioniers", "--on", "2026-05-17", "--dry-run")
    assert (ChaseStep.objects.count(), Message.objects.count()) == (0, 0)

    first = chase("--network", "pioniers", "--on", "2026-05-17")
    again = chase("--network", "pioniers", "--on", "2026-05-17")

    assert (ChaseStep.objects.count(), Message.objects.count()) == (1, 1)
    assert [row["next_step"] for row in first + again] == ["nudge_1", None]


def test_every_state_is_named_and_without_a_step_there_is_no_day(network):
    for name, podia in (("a", []), ("b", ["done"] * 3), ("c", ["agreed"] * 3), ("d", ["agreed"])):
        person = make_person(network, name, name, email=f"{name}@x.example", term=TERM)
        for status in podia:
            day = date(2026, 5, 1 if status == "done" else 30)
            Podium.objects.create(
                network=network, kind="panel", status=status, date=day, changed_on=date(2026, 1, 1)
            ).ambassadors.add(person)
    short = make_person(network, "e", "e", email="e@x.example", term=(date(2026, 5, 1), date(2026, 8, 1)))
    paused = make_person(network, "f", "f", email="f@x.example", term=TERM)
    Pause.objects.create(person=paused, start=date(2026, 5, 1))
    make_person(network, "g", "g", email="g@x.example", term=(date(2025, 1, 1), date(2026, 5, 17)))

    rows = chase("--network", "pioniers", "--on", "2026-05-17", "--dry-run")

    assert [(row["email"][0], row["state"], row["next_step"], row["planned_for"]) for row in rows] == [
        ("a", "behind", "nudge_1", "2026-05-18"),
        ("b", "met", None, None),
        ("c", "planned", None, None),
        ("d", "on_pace", None, None),
        ("e", "none", None, None),
        ("f", "paused", None, None),
        ("g", "missed", "evaluation", "2026-05-18"),
    ]
    assert short.terms.count() == 1
    assert all(row["reason"] for row in rows)


def test_an_ended_year_stands_beside_the_running_one(network, marleen):
    rows = chase("--network", "pioniers", "--on", "2027-01-01", "--dry-run")

    assert [(row["year_start"], row["state"], row["next_step"], row["planned_for"]) for row in rows] == [
        ("2026-01-01", "missed", "evaluation", "2027-01-04"),
        ("2027-01-01", "on_pace", None, None),
    ]
    chase("--network", "pioniers", "--on", "2027-01-01")
    assert [row["year_start"] for row in chase("--network", "pioniers", "--on", "2027-01-01")] == [
        "2027-01-01"
    ]


def test_only_the_network_that_was_named(network, marleen, foreign_ambassador):
    assert [row["email"] for row in chase("--network", "pioniers", "--dry-run", "--on", "2026-05-17")] == [
        "marleen@x.example"
    ]
    assert len(chase("--dry-run", "--on", "2026-05-17")) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--network", "nergens"], "There is no network 'nergens'. Known: pioniers."),
        (["--on", "morgen"], "is not a day"),
        (["--on", "2026-02-30"], "is not a day"),
        (["--on", "0001-01-01"], "is not a day"),
    ],
)
def test_a_mistake_is_answered_with_what_to_write(network, arguments, says):
    with pytest.raises(CommandError, match=says):
        chase(*arguments)


def test_the_list_for_people_names_the_steps(network, marleen):
    out = StringIO()
    call_command("chase", "--network", "pioniers", "--on", "2026-05-17", "--dry-run", stdout=out)

    assert out.getvalue().splitlines()[0].split()[:3] == ["nudge_1", "2026-05-18", "marleen@x.example"]
    assert out.getvalue().splitlines()[1] == "2026-05-17: 1 commitment years, 1 steps; nothing was changed."
