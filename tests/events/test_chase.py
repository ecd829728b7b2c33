"""The chase over a database: whom it turns to, what it records, and that it never does so twice."""

from collections import Counter
from datetime import date
from random import Random

import pytest
import time_machine

from ambassadors.models import HonoraryMembership, Pause, ProfileType, Term
from events import chase
from events.actions import chasing, logging
from events.models import ChaseStep, Podium, PodiumRequest
from network import clock
from network.actions import composing, gate, preferring
from network.models import Message, Network, QuietPeriod
from tests.conftest import make_person
from tests.events.people import days, populate

TERM = (date(2026, 1, 1), date(2029, 1, 1))  # one podium is expected from 3 May, two from 2 September
BEHIND = date(2026, 5, 17)  # a Saturday would be 16 May; this is a Sunday


@pytest.fixture
def marleen(network):
    return make_person(
        network,
        "Marleen",
        "Oosterveld",
        term=TERM,
        profile_type=ProfileType.TEACHER,
        liked_kinds=["workshop"],
    )


def steps(person=None):
    rows = ChaseStep.objects.filter(**({"person": person} if person else {})).order_by("planned_for", "pk")
    return [(step.kind, step.missing, step.decided_on, step.planned_for) for step in rows]


def log(network, person, day, status="done", changed_on=date(2026, 1, 1)):
    made = Podium.objects.create(
        network=network, kind="panel", status=status, date=day, changed_on=changed_on
    )
    made.ambassadors.add(person)
    return made


def at(moment: str):
    return time_machine.travel(f"{moment}+02:00", tick=False)


# --- The steps ---------------------------------------------------------------------------------------


def test_three_runs_over_time_lead_to_a_nudge_a_second_nudge_and_a_call(network, marleen):
    assert chasing.run(network, on=BEHIND - days(1)) == Counter()
    assert chasing.run(network, on=BEHIND) == Counter(nudge_1=1)
    assert chasing.run(network, on=date(2026, 6, 14)) == Counter()
    assert chasing.run(network, on=date(2026, 6, 15)) == Counter(nudge_2=1)
    assert chasing.run(network, on=date(2026, 7, 13)) == Counter(call=1)
    assert chasing.run(network, on=date(2026, 8, 20)) == Counter()

    assert steps() == [
        ("nudge_1", 1, BEHIND, date(2026, 5, 18)),
        ("nudge_2", 1, date(2026, 6, 15), date(2026, 6, 15)),
        ("call", 1, date(2026, 7, 13), date(2026, 7, 13)),
    ]
    mails = Message.objects.order_by("not_before")
    assert [(mail.kind, mail.recipient, mail.variant, mail.not_before.isoformat()) for mail in mails] == [
        ("nudge_1", marleen.email, "teacher", "2026-05-18T07:00:00+00:00"),
        ("nudge_2", marleen.email, "teacher", "2026-06-15T07:00:00+00:00"),
    ]
    assert [step.message_id for step in ChaseStep.objects.order_by("pk")] == [
        *mails.values_list("pk", flat=True),
        None,
    ]
    assert ChaseStep.objects.open_tasks().get().kind == "call"


def test_a_second_run_on_the_same_day_adds_nothing(network, marleen):
    chasing.run(network, on=BEHIND)
    before = (list(ChaseStep.objects.values()), list(Message.objects.values()))

    assert chasing.run(network, on=BEHIND) == Counter()
    assert (list(ChaseStep.objects.values()), list(Message.objects.values())) == before


def test_a_run_that_looked_before_another_one_wrote_adds_nothing(network, marleen):
    lines = list(chase.due(network, BEHIND))
    chasing.run(network, on=BEHIND)

    assert chasing.take(network, lines, on=BEHIND) == Counter()
    assert len(steps()) == 1


def test_an_outage_is_caught_up_from_the_day_of_the_run(network, marleen):
    late = date(2026, 8, 1)  # a Saturday

    assert chasing.run(network, on=late) == Counter(nudge_1=1)
    assert steps() == [("nudge_1", 1, late, date(2026, 8, 3))]


def test_a_quiet_period_holds_the_mail_until_its_end(network, marleen):
    QuietPeriod.objects.create(
        network=network, name="meivakantie", start=date(2026, 5, 10), end=date(2026, 6, 2)
    )

    chasing.run(network, on=BEHIND)

    assert steps() == [("nudge_1", 1, BEHIND, date(2026, 6, 2))]


def test_nobody_is_chased_without_a_current_term_or_in_a_pause(network, other_network):
    make_person(network, "Klaar", "A", term=(date(2024, 1, 1), BEHIND - days(61)))
    make_person(network, "Straks", "B", term=(BEHIND + days(1), date(2029, 1, 1)))
    honorary = make_person(network, "Ere", "C", term=(date(2022, 1, 1), date(2026, 1, 1)))
    HonoraryMembership.objects.create(person=honorary, start=date(2026, 1, 1))
    paused = make_person(network, "Ziek", "D", term=TERM)
    Pause.objects.create(person=paused, start=BEHIND)
    make_person(network, "Nooit", "E")
    make_person(other_network, "Elders", "F", term=TERM)

    assert chasing.run(network, on=BEHIND) == Counter()
    assert Message.objects.count() == 0


def test_with_the_chase_off_nothing_happens_and_the_survey_says_why(network, marleen):
    network.chase_active = False
    network.save()

    assert chasing.run(network, on=BEHIND) == Counter()
    [line] = chase.survey(network, BEHIND)
    assert (line.decision.step, line.decision.why) == (None, "switched_off")


def test_somebody_without_an_address_gets_the_step_and_no_mail(network, marleen):
    marleen.email = ""
    marleen.save()

    assert chasing.run(network, on=BEHIND) == Counter(nudge_1=1)
    assert Message.objects.count() == 0


# --- The end of a year -------------------------------------------------------------------------------


def test_a_met_year_is_thanked_for_and_a_missed_one_talked_over_once(network, marleen):
    bram = make_person(network, "Bram", "Lansink", term=TERM)
    for month in (2, 4, 6):
        log(network, marleen, date(2026, month, 1))
    log(network, bram, date(2026, 12, 1))
    new_year = date(2027, 1, 1)

    assert chasing.run(network, on=new_year) == Counter(thanks=1, evaluation=1)
    assert chasing.run(network, on=new_year + days(30)) == Counter()
    assert steps(marleen) == [("thanks", 0, new_year, date(2027, 1, 4))]
    assert steps(bram) == [("evaluation", 0, new_year, date(2027, 1, 4))]
    assert Message.objects.get().kind == "thanks"


def test_a_year_is_looked_back_on_for_sixty_days(network, marleen):
    assert [line.decision.step for line in chase.due(network, date(2027, 3, 2))] == ["evaluation"]
    assert list(chase.due(network, date(2027, 3, 3))) == []


def test_no_thanks_by_mail_after_the_term_but_still_a_talk(network):
    met = make_person(network, "Net", "Klaar", term=(date(2025, 1, 1), date(2026, 1, 1)))
    for month in (2, 4, 6):
        log(network, met, date(2025, month, 1))
    make_person(network, "Ook", "Klaar", term=(date(2025, 1, 1), date(2026, 1, 1)))

    assert chasing.run(network, on=date(2026, 1, 5)) == Counter(evaluation=1)
    assert Message.objects.count() == 0


# --- Tasks that settle themselves --------------------------------------------------------------------


def test_a_call_leaves_the_list_when_a_podium_is_logged_and_stays_in_a_pause(network, marleen, leader):
    for day in (BEHIND, date(2026, 6, 15), date(2026, 7, 13)):
        chasing.run(network, on=day)
    later = date(2026, 7, 20)
    pause = Pause.objects.create(person=marleen, start=later, end=later + days(1))
    assert chasing.lapse_settled_tasks(network, on=later) == 0
    pause.delete()
    assert chasing.lapse_settled_tasks(network, on=later, people=[marleen]) == 0

    with at("2026-07-20T12:00"):
        logging.log_podium(by=None, network=network, ambassadors=[marleen], kind="panel", date=later)

    assert not ChaseStep.objects.open_tasks().exists()


def test_the_leader_ticks_a_task_off_once(network, marleen, leader, facilitator):
    chasing.run(network, on=date(2027, 1, 1))
    step = ChaseStep.objects.get()

    chasing.handle(step, by=leader)
    chasing.handle(step, by=facilitator)

    step.refresh_from_db()
    assert step.handled_by == leader


def test_a_year_met_after_all_needs_no_talk(network, marleen):
    chasing.run(network, on=date(2027, 1, 1))
    for month in (2, 4, 6):
        log(network, marleen, date(2026, month, 1))

    assert chasing.run(network, on=date(2027, 1, 11)) == Counter(thanks=1)
    assert not ChaseStep.objects.open_tasks().exists()


# --- The check at sending ----------------------------------------------------------------------------


def verdict(moment: str) -> gate.Verdict:
    with at(moment):
        return gate.judge(Message.objects.get(), now=clock.now())


def test_the_mail_goes_when_nothing_changed(network, marleen):
    chasing.run(network, on=BEHIND)

    assert verdict("2026-05-18T09:00") == gate.Verdict()


@pytest.mark.parametrize("status", ["done", "agreed"])
def test_logging_or_planning_a_podium_ends_a_mail_that_waits(network, marleen, status):
    chasing.run(network, on=BEHIND)
    log(network, marleen, date(2026, 5, 18), status)

    assert verdict("2026-05-18T09:00").drop


def test_a_pause_or_the_end_of_the_term_ends_a_mail_that_waits(network, marleen):
    chasing.run(network, on=BEHIND)
    pause = Pause.objects.create(person=marleen, start=date(2026, 5, 18), end=date(2026, 5, 19))
    assert verdict("2026-05-18T09:00").drop
    pause.delete()
    marleen.terms.update(end=date(2026, 5, 18))
    assert verdict("2026-05-18T09:00").drop


def test_a_mail_held_back_until_the_next_step_is_overtaken(network, marleen):
    chasing.run(network, on=BEHIND)
    chasing.run(network, on=date(2026, 6, 15))

    with at("2026-06-15T10:00"):
        verdicts = {mail.kind: gate.judge(mail, now=clock.now()).drop for mail in Message.objects.all()}

    assert verdicts == {"nudge_1": True, "nudge_2": False}


def test_a_mail_that_came_too_late_waits_for_the_next_allowed_hour(network, marleen):
    chasing.run(network, on=BEHIND)
    QuietPeriod.objects.create(network=network, name="stil", start=date(2026, 5, 20), end=date(2026, 5, 22))

    assert str(verdict("2026-05-18T17:00").wait_until) == "2026-05-19 09:00:00+02:00"
    assert str(verdict("2026-05-19T17:00").wait_until) == "2026-05-22 09:00:00+02:00"


def test_who_stopped_the_reminders_gets_none_and_the_leader_calls_in_the_end(network, marleen):
    preferring.stop(network=network, email=marleen.email, group="chase")
    chasing.run(network, on=BEHIND)

    assert verdict("2026-05-18T09:00").drop
    chasing.run(network, on=date(2026, 6, 15))
    assert chasing.run(network, on=date(2026, 7, 13)) == Counter(call=1)


def test_the_second_nudge_brings_open_requests_that_fit(network, marleen):
    fits = {"network": network, "kind": "workshop", "date": date(2026, 9, 1), "place": "Hengelo"}
    PodiumRequest.objects.create(title="Workshop voor bakkers", host_name="IKT", **fits)
    PodiumRequest.objects.create(title="Te laat", **{**fits, "date": date(2027, 2, 1)})
    PodiumRequest.objects.create(title="Beurs", **{**fits, "kind": "fair"})
    PodiumRequest.objects.create(title="Al vergeven", closed_at="2026-05-01T12:00Z", **fits)
    chasing.run(network, on=BEHIND)
    chasing.run(network, on=date(2026, 6, 15))

    with at("2026-06-15T10:00"):
        first, second = [
            composing.Composer().compose(message) for message in Message.objects.order_by("not_before")
        ]

    assert "Workshop voor bakkers" in second.text
    assert "IKT, Hengelo" in second.text
    assert "Workshop voor bakkers" in second.html
    assert not any(title in second.text for title in ("Te laat", "Beurs", "Al vergeven"))
    assert "Workshop voor bakkers" not in first.text


def test_a_preview_shows_the_mail_and_writes_nothing(network, marleen):
    with at("2026-05-18T05:00"):
        [line] = chase.due(network, date(2026, 5, 18))
        mail = chasing.preview(network, marleen, line)
        chasing.run(network, on=date(2026, 5, 18))
        sent = composing.Composer().compose(Message.objects.get())
    assert mail is not None
    assert mail.subject == sent.subject
    assert (
        mail.text.split("\n--\n")[0] == sent.text.split("\n--\n")[0]
    )  # below it a link sealed anew each time
    [task] = chase.due(network, date(2027, 1, 5))
    assert chasing.preview(network, marleen, task) is None


def test_the_thanks_bring_the_year_in_figures(network, marleen):
    for month, reached in ((2, 10), (4, 20), (6, None)):
        made = log(network, marleen, date(2026, month, 1))
        Podium.objects.filter(pk=made.pk).update(reached=reached, audience=5, title=f"Podium {month}")
    log(network, marleen, date(2027, 1, 1))
    chasing.run(network, on=date(2027, 1, 4))

    with at("2027-01-04T10:00"):
        mail = composing.Composer().compose(Message.objects.get())

    assert "35" in mail.text
    assert [month for month in (2, 4, 6) if f"Podium {month}" in mail.text] == [2, 4, 6]


# --- The database picks whom the rules would pick ----------------------------------------------------


def facts(line):
    standing, decision = line.standing, line.decision
    return (
        line.person_id,
        standing.year_start,
        standing.active_days,
        standing.required,
        standing.done,
        standing.agreed,
        standing.state,
        str(standing.last_change),
        decision.step,
        decision.k,
        decision.planned_for,
        decision.why,
        str(decision.facts),
    )


@pytest.mark.parametrize("basis", ["term", "calendar"])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("counted", [4, 20_000])
def test_due_gives_the_steps_of_the_survey(network, basis, seed, counted, monkeypatch):
    monkeypatch.setattr(chase, "COUNTED", counted)
    network.commitment_year = basis
    network.save()
    random = Random(seed)
    around = date(2026, 3, 10) + days(random.randint(0, 700))
    populate(network, random, around, people=25)

    for on in (around - days(40), around, around + days(29), around + days(70)):
        surveyed = [line for line in chase.survey(network, on) if line.decision.step]
        found = list(chase.due(network, on))
        assert sorted(map(facts, found)) == sorted(map(facts, surveyed))
        chasing.run(network, on=on)
        assert [line for line in chase.survey(network, on) if line.decision.step] == []


LATER = date(2026, 6, 20)


def in_network(**values):
    return lambda network: Network.objects.filter(pk=network.pk).update(**values)


CHANGES = {
    "podia cancelled": lambda network: Podium.objects.update(status="cancelled"),
    "podia moved to another year": lambda network: Podium.objects.update(date=date(2027, 3, 1)),
    "podia changed lately": lambda network: Podium.objects.update(changed_on=LATER - days(13)),
    "podia gone": lambda network: Podium.objects.all().delete(),
    "pauses gone": lambda network: Pause.objects.all().delete(),
    "pauses without an end": lambda network: Pause.objects.update(end=None),
    "terms ended": lambda network: Term.objects.update(end=LATER),
    "a quiet period": lambda network: QuietPeriod.objects.create(
        network=network, name="vakantie", start=LATER, end=LATER + days(10)
    ),
    "more podia asked": in_network(podia_per_year=9),
    "fewer podia asked": in_network(podia_per_year=1),
    "years from 1 January": in_network(commitment_year="calendar"),
    "the chase off": in_network(chase_active=False),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_run_sees_whatever_changed_since_the_one_before(network, marleen, change):
    on_pace, fell_behind, paused, was_paused = (
        make_person(network, name, "Bos", term=(start, date(2029, 1, 1)))
        for name, start in [
            ("On pace", TERM[0]),
            ("Fell behind", date(2026, 1, 31)),
            ("Paused", TERM[0]),
            ("Was paused", TERM[0]),
        ]
    )
    log(network, on_pace, date(2026, 3, 1))
    log(network, fell_behind, date(2026, 3, 1), status="cancelled")
    Pause.objects.create(person=paused, start=date(2026, 5, 1), end=date(2026, 7, 1))
    Pause.objects.create(person=was_paused, start=date(2026, 1, 10), end=date(2026, 1, 12))
    chasing.run(network, on=BEHIND)
    unchanged = sorted(map(facts, chase.due(network, LATER)))
    assert {line[0] for line in unchanged} == {marleen.pk, fell_behind.pk, was_paused.pk}

    CHANGES[change](network)

    network.refresh_from_db()
    found = sorted(map(facts, chase.due(network, LATER)))
    assert found == sorted(facts(line) for line in chase.survey(network, LATER) if line.decision.step)
    assert found != unchanged
    chasing.run(network, on=LATER)
    assert list(chase.due(network, LATER)) == []


def test_pages_do_not_change_the_outcome(network, monkeypatch):
    populate(network, Random(7), date(2026, 11, 1), people=30)
    whole = list(chase.due(network, date(2026, 11, 1)))
    monkeypatch.setattr(chase, "PAGE", 3)
    assert sorted(map(facts, chase.due(network, date(2026, 11, 1)))) == sorted(map(facts, whole))
    monkeypatch.setattr(chase, "COUNTED", 1)

    assert sorted(map(facts, chase.due(network, date(2026, 11, 1)))) == sorted(map(facts, whole))
    assert len(whole) > 3


@pytest.mark.parametrize("people", [1, 3])
def test_looking_costs_the_same_for_one_and_for_three(network, people, django_assert_num_queries):
    for number in range(people):
        make_person(network, f"P{number}", "Bos", term=TERM)

    # quiet periods, distinct terms, which people; who is behind and their steps; who has a pause
    with django_assert_num_queries(6):
        assert len(list(chase.due(network, BEHIND))) == people
