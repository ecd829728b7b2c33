"""The first screen of Mijn: every state in words, and as few queries as it takes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassadors.models import HonoraryMembership, Pause, Term
from events.actions import logging
from events.journal import Journal
from events.models import Podium, PodiumRequest
from events.standing import standing_of, years_of_person
from tests.conftest import client_for, make_person

pytestmark = pytest.mark.usefixtures("today")

HOME = reverse("my_home")


@pytest.fixture(autouse=True)
def _in_english(ambassador):
    ambassador.user.language = "en"
    ambassador.user.save()


def podium(person, day, status=None, **changes):
    values = {"kind": "workshop", "host_name": "Boost"} | changes
    return logging.log_podium(
        by=None, network=person.network, ambassadors=[person], date=day, status=status, **values
    )


def told(client):
    words = client.get(HOME).context["words"]
    return words.headline, words.sentence


def test_behind(ambassador_client):
    assert told(ambassador_client) == (
        "Time for your first podium",
        "Another 3 podia to plan. Choose one below, or write down what you have in mind.",
    )


def test_a_podium_that_waits_for_its_outcome_is_asked_about_before_another(ambassador_client, ambassador):
    podium(ambassador, date(2026, 11, 2), status="agreed")
    assert told(ambassador_client) == (
        "One podium waits for your answer",
        "Tell how it went, and it counts. Then another 2 podia to plan.",
    )
    podium(ambassador, date(2026, 6, 1))
    assert told(ambassador_client) == (
        "1 done",
        "Tell how it went, and it counts. Then one more podium to plan.",
    )
    podium(ambassador, date(2026, 11, 3), status="agreed")
    page = ambassador_client.get(HOME)
    assert page.context["words"].sentence == "Tell how it went, and it counts."
    assert "Need an idea?" not in page.text


def test_what_waits_from_another_year_does_not_speak_for_this_one(ambassador_client, ambassador):
    podium(ambassador, date(2025, 11, 2), status="agreed")
    page = ambassador_client.get(HOME)
    assert page.context["words"].headline == "Time for your first podium"
    assert len(page.context["to_tell"]) == 1


def test_on_pace(ambassador_client, ambassador):
    podium(ambassador, date(2026, 6, 1))
    podium(ambassador, date(2026, 12, 3))
    assert told(ambassador_client) == (
        "1 done, 1 agreed",
        "One more podium to plan. You have plenty of time.",
    )


def test_on_pace_until_the_next_is_expected(ambassador_client, ambassador):
    podium(ambassador, date(2026, 6, 1))
    headline, sentence = told(ambassador_client)
    assert headline == "1 done"
    assert sentence == "Another 2 podia to plan. You are well on your way until 1 December."


def test_planned(ambassador_client, ambassador):
    podium(ambassador, date(2026, 6, 1))
    podium(ambassador, date(2026, 12, 3))
    podium(ambassador, date(2027, 1, 3))
    assert told(ambassador_client) == (
        "1 done, 2 agreed",
        "Your year is planned. All that is left is to do it.",
    )


def test_met_and_more(ambassador_client, ambassador):
    for month in (5, 6, 7):
        podium(ambassador, date(2026, month, 1))
    assert told(ambassador_client) == (
        "3 of 3: done!",
        "Thank you. Everything that still comes is extra.",
    )
    podium(ambassador, date(2026, 8, 1))
    assert told(ambassador_client) == ("4 of 3: done!", "Thank you. You do more than you promised.")


def test_paused(ambassador_client, ambassador):
    Pause.objects.create(person=ambassador, start=date(2026, 11, 1), end=date(2026, 12, 1))
    assert told(ambassador_client) == (
        "You have a pause",
        "Until 1 December nothing is asked of you. Did you take the stage anyway? It counts.",
    )


def test_nothing_asked(ambassador_client, ambassador):
    Term.objects.filter(person=ambassador).update(start=date(2026, 10, 1), end=date(2026, 12, 31))
    assert told(ambassador_client)[0] == "Nothing is asked this year"


def test_next_podium_and_what_waits_for_an_answer(ambassador_client, ambassador):
    later = podium(ambassador, date(2027, 1, 3))
    soon = podium(ambassador, date(2026, 11, 23), status="agreed")
    passed = podium(ambassador, date(2026, 11, 20), status="agreed")
    podium(ambassador, date(2026, 11, 19), status="cancelled")

    context = ambassador_client.get(HOME).context

    assert context["to_come"] == [soon, later]
    assert context["to_tell"] == [passed]


def test_requests_that_fit_come_with_their_reason(ambassador_client, ambassador, network, other_network):
    fits = PodiumRequest.objects.create(
        network=network, title="Twaalf bakkers", kind="company_visit", place="Ommen", date=date(2027, 1, 8)
    )
    PodiumRequest.objects.create(network=network, title="Beurs", kind="fair")
    PodiumRequest.objects.create(network=other_network, title="Geheim", kind="company_visit")

    answer = ambassador_client.get(HOME)

    assert [request for request, _match in answer.context["requests"]] == [fits]
    page = answer.content.decode()
    assert "Because it is nearby and it suits your profile type." in page
    assert "Geheim" not in page
    assert "Beurs" not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_eight_queries_at_most(ambassador_client, ambassador, network, fan, rows, django_assert_num_queries):
    for number in range(rows):
        podium(ambassador, date(2026, 6, 1 + number), host=fan)
        podium(ambassador, date(2026, 12, 1 + number), host=fan, host_name="")
        podium(ambassador, date(2026, 11, 1 + number), status="agreed")
        PodiumRequest.objects.create(network=network, title=f"R{number}", kind="workshop", host=fan)
        Pause.objects.create(person=ambassador, start=date(2026, 5, 1 + number), end=date(2026, 5, 9))
    ambassador_client.get(HOME)

    with django_assert_num_queries(8):
        ambassador_client.get(HOME)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(
        st.tuples(
            st.dates(date(2025, 1, 1), date(2028, 6, 1)),
            st.sampled_from(["done", "agreed", "cancelled", "idea"]),
        ),
        max_size=8,
    ),
    pauses=st.lists(
        st.tuples(st.dates(date(2025, 1, 1), date(2028, 1, 1)), st.integers(1, 400) | st.none()), max_size=3
    ),
    on=st.dates(date(2025, 3, 1), date(2028, 5, 1)),
)
def test_mijn_shows_what_every_other_screen_shows(ambassador, days, pauses, on):
    Podium.objects.all().delete()
    Pause.objects.all().delete()
    for day, status in days:
        podium(ambassador, day, status=status)
    for start, length in pauses:
        end = start + timedelta(days=length) if length else None
        Pause.objects.create(person=ambassador, start=start, end=end)

    journal = Journal(ambassador, on)

    assert journal.standing == standing_of(ambassador, on)
    assert [one.standing for one in journal.years] == years_of_person(ambassador, on)


# --- who is not in office -----------------------------------------------------------------------------


def home_of(person):
    answer = client_for(person.user, person.network).get(HOME)
    assert answer.status_code == 200
    return answer


def test_an_honorary_member_is_invited_and_asked_nothing(network):
    person = make_person(network, "Ans", "Kok", term=(date(2020, 1, 1), date(2023, 1, 1)))
    HonoraryMembership.objects.create(person=person, start=date(2023, 1, 1))
    podium(person, date(2021, 3, 1), audience=30)
    PodiumRequest.objects.create(network=network, title="Twaalf bakkers", kind="workshop")

    answer = home_of(person)

    assert (answer.context["kind"], answer.context["done"], answer.context["audience"]) == ("honorary", 1, 30)
    page = answer.content.decode()
    assert reverse("my_log_podium") not in page
    assert reverse("my_requests") not in page
    assert "Twaalf bakkers" not in page
    client = client_for(person.user, network)
    assert client.get(reverse("my_log_podium")).status_code == 403
    assert client.get(reverse("my_requests")).status_code == 403


def test_a_former_ambassador_keeps_their_years(network):
    person = make_person(network, "Ans", "Kok", term=(date(2020, 1, 1), date(2023, 1, 1)))
    podium(person, date(2021, 3, 1))

    assert home_of(person).context["kind"] == "former"
    years = client_for(person.user, network).get(reverse("my_years")).context["years"]
    assert [one["standing"].done for one in years] == [0, 1, 0]


def test_before_the_term_begins(network):
    person = make_person(network, "Ans", "Kok", term=(date(2027, 4, 1), date(2030, 4, 1)))

    assert home_of(person).context["begins"] == date(2027, 4, 1)


@pytest.mark.parametrize(
    "name", ["my_home", "my_years", "my_requests", "my_log_podium", "my_contribution_new"]
)
def test_visitors_sign_in_first_and_leaders_have_no_mijn(visitor, leader_client, name):
    answer = visitor.get(reverse(name))
    assert (answer.status_code, answer.url.partition("?")[2]) == (302, f"next={reverse(name)}")
    assert leader_client.get(reverse(name)).status_code == 403


def test_nothing_of_mijn_is_kept_by_a_browser(ambassador_client):
    assert "no-store" in ambassador_client.get(HOME)["Cache-Control"]
