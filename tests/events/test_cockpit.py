"""The leader's first screen: who needs me today, everybody's year, the figures; few queries at any size."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from ambassadors.models import ContactMoment, Pause, PauseRequest, Term
from ambassadors.public_people import public_people
from events.agenda import agenda, agenda_and_figures
from events.figures import activated, figures, figures_and_targets
from events.models import ChaseStep, Podium, PodiumRequest
from network import freshness, worklist
from network.models import ContactMessage, FanOrganisation, Message, Target
from tests.conftest import make_person


@pytest.fixture(autouse=True)
def _on_monday(today):
    with translation.override("en"):
        yield


def podium(network, day, *people, **fields) -> Podium:
    made = Podium.objects.create(network=network, date=day, **{"kind": "panel", "status": "done", **fields})
    made.ambassadors.set(people)
    return made


def a_full_desk(network, *people) -> None:
    """Something of every kind for each of these people."""
    for at, person in enumerate(people):
        day = date(2026, 11, 1) + timedelta(days=at % 20)
        ChaseStep.objects.create(
            person=person, kind="call", year_start=date(2026, 4, 1), year_end=date(2027, 4, 1), missing=1,
            decided_on=day, planned_for=day, reason="Two nudges did not help.",
        )  # fmt: skip
        ChaseStep.objects.create(
            person=person, kind="evaluation", year_start=date(2025, 4, 1), year_end=date(2026, 4, 1),
            missing=0, decided_on=day, planned_for=day, reason="The year ended at 1 of 3.",
        )  # fmt: skip
        ContactMoment.objects.create(person=person, date=day, needs="a quiet evening", follow_up_on=day)
        PauseRequest.objects.create(person=person, start=day, reason="a child")
        podium(network, day, person, status="agreed")
        Message.objects.create(
            network=network, kind="nudge", key=f"m{person.pk}", recipient=person.email, state="uncertain",
            recipient_name=person.full_name, not_before=timezone.now(), handing_at=timezone.now(),
        )  # fmt: skip
        ContactMessage.objects.create(
            network=network, name="A stranger", email="x@x.example", subject="Win", body="!", state="held"
        )


def shown(network) -> list[tuple[str, str, str]]:
    return [
        (item.key.partition(":")[0], item.who, item.action)
        for item in worklist.items(network, date(2026, 11, 23))
    ]


def test_everything_that_waits_has_a_reason_a_day_and_an_action(network, ambassador, foreign_ambassador):
    a_full_desk(network, ambassador)
    a_full_desk(foreign_ambassador.network, foreign_ambassador)
    Term.objects.filter(person=ambassador).update(end=date(2027, 2, 20))
    items = worklist.items(network, date(2026, 11, 23))
    who = "Marleen Oosterveld"
    assert {(item.key.partition(":")[0], item.who, item.action) for item in items} == {
        ("call", who, "Called"),
        ("evaluation", who, "Talked"),
        ("follow_up", who, "Write down the talk"),
        ("pause", who, "Decide"),
        ("outcome", who, "Fill in"),
        ("term_end", who, "Plan a talk"),
        ("uncertain", who, "Decide"),
        ("held", "A stranger", "Read"),
    }
    assert all(item.reason and item.url and item.due for item in items)
    assert [item.urgency for item in items] == sorted(item.urgency for item in items)
    assert not any(foreign_ambassador.last_name in item.who for item in items)


def test_what_is_settled_or_still_to_come_waits_no_longer(network, ambassador):
    a_full_desk(network, ambassador)
    now = timezone.now()
    ChaseStep.objects.filter(kind="call").update(lapsed_at=now)
    ChaseStep.objects.filter(kind="evaluation").update(planned_for=date(2026, 11, 24))
    ContactMoment.objects.update(follow_up_on=date(2026, 11, 24))
    PauseRequest.objects.update(decided_at=now)
    Podium.objects.update(date=date(2026, 11, 23))
    Message.objects.update(state="sent")
    ContactMessage.objects.update(state="passed")
    assert shown(network) == []


def test_a_term_that_ends_waits_until_a_talk_about_it_is_planned_or_a_new_term_follows(network, ambassador):
    term = ambassador.terms.get()
    for end, expected in [(date(2027, 2, 21), ["term_end"]), (date(2027, 2, 22), [])]:
        Term.objects.filter(pk=term.pk).update(end=end)
        assert [kind for kind, _who, _action in shown(network)] == expected
    Term.objects.filter(pk=term.pk).update(end=date(2027, 2, 21))
    moment = ContactMoment.objects.create(
        person=ambassador, date=date(2026, 11, 20), follow_up_on=date(2026, 12, 1)
    )
    assert shown(network) == []
    moment.delete()
    Term.objects.create(person=ambassador, start=date(2027, 2, 21), end=date(2030, 2, 21))
    assert shown(network) == []


def crowd(network, number: int) -> list:
    return [
        make_person(network, f"Ann{n}", f"Vos{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        for n in range(number)
    ]


@pytest.mark.parametrize("number", [1, 3, 25])
def test_the_first_screen_asks_the_same_queries_at_any_size(
    network, leader_client, facilitator, django_assert_num_queries, number
):
    people = crowd(network, number)
    a_full_desk(network, *people)
    FanOrganisation.objects.create(network=network, name="IKT", slug="ikt")
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2026, 1, 1), end=date(2028, 1, 1)
    )
    for person in people:
        Pause.objects.create(person=person, start=date(2026, 1, 1), end=date(2026, 1, 9))
    leader_client.get("/beheer/")
    freshness.renew()  # as after any change, whoever made it
    with django_assert_num_queries(QUERIES + 1):
        leader_client.get("/beheer/")
    with django_assert_num_queries(QUERIES):
        response = leader_client.get("/beheer/")
    assert response.status_code == 200
    assert len(response.context["items"]) == 7 * number


# Who asks: network, session, account, roles. The screen: the worklist, the people, the figures with their
# targets; after a change one more, for everybody's year.
QUERIES = 4 + 3


def test_the_board_has_a_row_for_everybody_in_office_and_nobody_else(
    network, leader_client, ambassador, other_ambassador, foreign_ambassador
):
    podium(network, date(2026, 5, 1), ambassador)
    podium(network, date(2026, 12, 1), ambassador, status="agreed")
    make_person(network, "Otto", "Oud", term=(date(2020, 1, 1), date(2023, 1, 1)))
    ContactMoment.objects.create(person=ambassador, date=date(2026, 10, 3))
    response = leader_client.get("/beheer/")
    rows = response.context["below"][0][1]["rows"]
    assert [
        (row["person"].full_name, row["standing"].dots, row["standing"].state, row["nothing"]) for row in rows
    ] == [
        ("Bram Lansink", ("open", "open", "open"), "behind", True),
        ("Marleen Oosterveld", ("done", "agreed", "open"), "on_pace", False),
    ]
    text = response.content.decode()
    assert "1 van 3 podia gedaan, 1 afgesproken" in text
    assert "3 okt" in text
    assert "Otto" not in text
    assert foreign_ambassador.last_name not in text


def test_everybodys_year_is_never_older_than_the_last_change(network, leader_client, ambassador):
    def marks() -> tuple[str, ...]:
        return leader_client.get("/beheer/").context["below"][0][1]["rows"][0]["standing"].dots

    assert marks() == marks() == ("open", "open", "open")
    made = podium(network, date(2026, 5, 1), ambassador)
    assert marks() == ("done", "open", "open")
    Podium.objects.filter(pk=made.pk).update(status="cancelled")
    assert marks() == ("open", "open", "open")
    network.podia_per_year = 2
    network.save()
    assert marks() == ("open", "open")


def test_the_figures_keep_estimates_and_unknowns_apart(
    network, other_network, leader_client, ambassador, fan
):
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2026, 1, 1), end=date(2027, 1, 1)
    )
    podium(network, date(2026, 5, 1), ambassador, audience=40, audience_by_host=41, host=fan)
    podium(network, date(2026, 5, 2), ambassador, kind="interview", reached=500)
    podium(network, date(2026, 5, 3), ambassador, host=fan)
    podium(network, date(2026, 5, 4), ambassador, status="cancelled", audience=9000)
    podium(other_network, date(2026, 5, 4), audience=9000)
    reached, activated, fans = leader_client.get("/beheer/").context["beside"][0][1]["figures"]
    parts = [reached[name] for name in ("value", "confirmed", "estimated", "target", "missing")]
    assert parts == [540, 40, 500, 450, 1]
    assert (activated["value"], activated["target"]) == (0, None)
    assert fans["value"] == 2
    for figure, expected in ((reached["url"], 2), (reached["missing_url"], 1), (fans["url"], 2)):
        assert leader_client.get(figure).context["cl"].result_count == expected


def test_an_empty_network_says_what_to_do(network, leader_client):
    text = leader_client.get("/beheer/", headers={"accept-language": "nl"}).content.decode()
    assert "Niemand wacht op je." in text
    assert "/beheer/ambassadors/person/add/" in text


def test_search_finds_people_fans_and_podia_of_this_network_only(
    network, leader_client, ambassador, fan, foreign_ambassador
):
    podium(network, date(2026, 5, 1), ambassador, title="Ruimte geven")
    podium(foreign_ambassador.network, date(2026, 5, 1), title="Ruimte elders")

    def found(words: str) -> list[str]:
        groups = leader_client.get("/beheer/zoeken/", {"q": words}).context["groups"]
        return [thing.label for group in groups for thing in group]

    assert found("ooster") == ["Marleen Oosterveld", "Ruimte geven"]
    assert found("ruimte") == ["Ruimte geven"]
    assert found("twente") == ["Ondernemend Twente"]
    assert found("gerwen") == []
    assert found("") == found("a") == found("\x00\x00") == []


def test_the_figures_of_the_first_screen_are_those_of_the_site(network, ambassador, fan):
    for at, kind in enumerate(("panel", "interview", "fair", "article")):
        podium(network, date(2026, 5, 1 + at), ambassador, kind=kind, audience=at or None, host=fan)
    for start, amount in ((date(2024, 1, 1), 10), (date(2026, 1, 1), 30), (date(2027, 1, 1), 90)):
        Target.objects.create(
            network=network, kind="podia", amount=amount, start=start, end=start + timedelta(366)
        )
    on = date(2026, 11, 23)
    assert figures_and_targets(network, on) == (figures(network, on), activated(network, on), {"podia": 30})


@pytest.mark.parametrize("coming", [0, 1, 3])
@pytest.mark.parametrize("done", [0, 1, 3])
def test_home_asks_agenda_and_figures_at_once(
    network, ambassador, other_ambassador, fan, coming, done, django_assert_num_queries
):
    on = date(2026, 11, 23)
    for at in range(coming):
        podium(
            network,
            on + timedelta(at),
            ambassador,
            other_ambassador,
            status="agreed",
            is_open=True,
            host=fan,
        )
    for at in range(done):
        podium(network, on - timedelta(at), ambassador, audience=10 + at, host=fan)
    people = public_people(network, on, with_work=False)
    with django_assert_num_queries(1):
        found = agenda_and_figures(network, on, people, most=2)
    assert found == (agenda(network, on, people, most=2), figures(network, on))
    assert [len(item.people) for item in found[0]] == [2] * min(coming, 2)
    assert found[1].podia == done


# --- Who first, and the menu ---------------------------------------------------------------------------


def test_a_person_is_one_row_where_the_most_pressing_stands(network, leader_client, today, ambassador, fan):
    a_full_desk(network, ambassador)
    PodiumRequest.objects.create(network=network, kind="panel", host=fan, due_on=date(2026, 11, 25))
    lanes = leader_client.get("/beheer/").context["lanes"]
    now, soon = lanes[0], lanes[1]

    assert [(row[0].who, len(row)) for row in now.rows if row[0].person] == [(ambassador.full_name, 5)]
    assert [item.urgency for item in now.rows[0]] == sorted(item.urgency for item in now.rows[0])
    assert all(not row[0].person for row in soon.rows)
    assert fan.name in {row[0].who for row in soon.rows}


def test_what_presses_stands_open_and_the_rest_is_one_click_away(network, leader_client, today, fan):
    for days in range(1, 10):
        PodiumRequest.objects.create(
            network=network, kind="panel", host=fan, due_on=date(2026, 11, 23) + timedelta(days=days)
        )
    (lane,) = leader_client.get("/beheer/").context["lanes"]
    assert (len(lane.rows), len(lane.folded), lane.count) == (6, 3, 9)
    text = leader_client.get("/beheer/", headers={"accept-language": "nl"}).text
    assert "nog 3" in text


def test_the_menu_folds_what_is_rare_until_something_waits_there(network, leader_client, today, ambassador):
    def place_of(address: str) -> tuple[bool, bool]:
        menu = leader_client.get("/beheer/").context["menu"]
        return tuple(
            any(link.url == address for section in menu for link in part(section))
            for part in (lambda section: section.links, lambda section: section.more)
        )

    pauses = reverse("admin:ambassadors_pauserequest_changelist")
    assert place_of(pauses) == (False, True)
    PauseRequest.objects.create(person=ambassador, start=date(2026, 12, 1), reason="Verbouwing")
    assert place_of(pauses) == (True, False)
    assert place_of(reverse("admin:events_podium_changelist")) == (True, False)
