"""The leader's page of one person, and what is changed on it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.models import ContactMoment, Pause, Person, Term
from network import worklist
from network.models import Message
from tests.events.leader import a_step, person_url, podium


@pytest.fixture(autouse=True)
def _on_monday(today):
    return today


def test_everything_about_one_person_on_one_screen(network, leader_client, leader, ambassador):
    podium(network, date(2026, 6, 1), ambassador, title="Ruimte geven")
    ContactMoment.objects.create(person=ambassador, date=date(2026, 6, 2), summary="Ging goed", by=leader)
    Pause.objects.create(person=ambassador, start=date(2026, 1, 1), end=date(2026, 2, 1), reason="verlof")
    Message.objects.create(
        network=network, kind="nudge", key="m1", recipient=ambassador.email.upper(), subject="Een duwtje",
        not_before=timezone.now(),
    )  # fmt: skip
    a_step(ambassador)
    text = leader_client.get(person_url("ambassadors_person_overview", ambassador)).content.decode()
    for words in ("Marleen Oosterveld", "Oosterveld BV", "Ruimte geven", "Ging goed", "verlof", "Een duwtje",
                  "Two nudges did not help.", "1 apr 2025 – 1 apr 2028"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize(
    ("name", "extra"),
    [("ambassadors_person_overview", []), ("person_talk", []), ("person_pause", []), ("person_honorary", [])],
)
def test_a_person_of_another_network_does_not_exist(leader_client, foreign_ambassador, name, extra):
    url = person_url(name, foreign_ambassador, *extra)
    ask = leader_client.get if name.endswith("overview") else leader_client.post
    assert ask(url).status_code == 404
    assert not ContactMoment.objects.exists()


TALK = {"talk-date": "2026-11-20", "talk-kind": "call", "talk-summary": "Belt terug", "talk-needs": "rust"}


def test_a_talk_is_written_down_once(leader_client, leader, ambassador):
    url = person_url("person_talk", ambassador)
    for _click in range(2):
        assert leader_client.post(url, {**TALK, "talk-follow_up_on": "2026-12-01"}).status_code == 302
    assert list(
        ContactMoment.objects.values_list("person", "date", "kind", "summary", "needs", "follow_up_on", "by")
    ) == [(ambassador.pk, date(2026, 11, 20), "call", "Belt terug", "rust", date(2026, 12, 1), leader.pk)]


def test_a_refused_talk_keeps_what_was_typed(leader_client, ambassador):
    response = leader_client.post(
        person_url("person_talk", ambassador), {**TALK, "talk-date": "2026-12-24", "talk-kind": "seance"}
    )
    assert response.status_code == 422
    assert set(response.context["talk_form"].errors) == {"date", "kind"}
    assert "Belt terug" in response.content.decode()
    assert not ContactMoment.objects.exists()


def test_a_talk_is_planned_and_comes_back_on_its_day(network, leader_client, ambassador, today):
    Term.objects.update(end=date(2027, 1, 1))
    (item,) = worklist.items(network, today)
    assert leader_client.get(item.url).context["open"] == "plan"
    url = person_url("person_talk", ambassador)
    assert leader_client.post(url, {"plan-follow_up_on": "2026-11-23"}).status_code == 422
    leader_client.post(url, {"plan-follow_up_on": "2026-12-01", "plan-needs": "verlengen?"})
    assert worklist.items(network, today) == []
    (item,) = worklist.items(network, date(2026, 12, 1))
    assert (item.key, item.reason.partition(": ")[2]) == (
        f"follow_up:{ContactMoment.objects.get().pk}", "verlengen?",
    )  # fmt: skip


def test_a_pause_is_given_once_and_can_end_today(leader_client, leader, ambassador, today):
    url = person_url("person_pause", ambassador)
    for _click in range(2):
        leader_client.post(url, {"pause-start": "2026-11-01", "pause-end": "", "pause-reason": "ziek"})
    pause = Pause.objects.get()
    assert (pause.person, pause.start, pause.end, pause.reason) == (
        ambassador,
        date(2026, 11, 1),
        None,
        "ziek",
    )
    assert pause.history.get().history_user == leader
    leader_client.post(person_url("person_end_pause", ambassador, pause.pk))
    pause.refresh_from_db()
    assert pause.end == today
    bad = leader_client.post(url, {"pause-start": "2026-11-01", "pause-end": "2026-11-01"})
    assert (bad.status_code, Pause.objects.count()) == (422, 1)


def test_a_term_ends_early_with_its_reason_and_honorary_membership(leader_client, leader, ambassador):
    term = ambassador.terms.get()
    url = person_url("person_end_term", ambassador, term.pk)
    for end in ("2025-04-01", "2028-04-01", "", "x"):
        assert leader_client.post(url, {"term-end": end, "term-ending": "moved"}).status_code == 422
    sent = {"term-end": "2026-12-01", "term-ending": "moved", "term-honorary": "on"}
    assert leader_client.post(url, sent).status_code == 302
    term.refresh_from_db()
    assert (term.start, term.end, term.planned_end, term.ending, term.ended_by) == (
        date(2025, 4, 1), date(2026, 12, 1), date(2028, 4, 1), "moved", leader,
    )  # fmt: skip
    assert list(ambassador.honorary_memberships.values_list("start", "end")) == [(date(2026, 12, 1), None)]
    leader_client.post(person_url("person_honorary", ambassador), {"honorary-start": "2026-12-05"})
    assert ambassador.honorary_memberships.count() == 1


def test_a_term_of_somebody_else_is_not_ended(leader_client, ambassador, other_ambassador):
    term = other_ambassador.terms.get()
    url = person_url("person_end_term", ambassador, term.pk)
    assert leader_client.post(url, {"term-end": "2026-12-01", "term-ending": "moved"}).status_code == 404
    assert Term.objects.get(pk=term.pk).end == date(2028, 4, 1)


def test_a_person_is_added_with_a_term_in_one_form(network, leader_client):
    url = reverse("admin:ambassadors_person_add")
    page = leader_client.get(url).context
    sent = {
        "first_name": "Anna", "last_name": "Bakker", "email": "anna@x.example", "language": "nl",
        "focal_x": 50, "focal_y": 35, "themes": "ruimte, ruimte, loslaten", "liked_kinds": ["panel"],
        "spoken_languages": "",
    }  # fmt: skip
    for inline in page["inline_admin_formsets"]:
        form = inline.formset.management_form
        sent |= {f"{form.prefix}-{name}": form.initial[name] for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent |= {"terms-0-start": "2026-12-01", "terms-0-end": "2029-12-01", "network": 999, "user": 1}
    response = leader_client.post(url, sent)
    assert response.status_code == 302, response.context["errors"]
    person = Person.objects.get()
    assert (person.network, person.full_name, person.themes, person.liked_kinds, person.user) == (
        network, "Anna Bakker", ["ruimte", "loslaten"], ["panel"], None,
    )  # fmt: skip
    assert person.terms.get().end == date(2029, 12, 1)


@pytest.mark.parametrize(
    ("name", "words", "action"),
    [
        (
            "ambassadors_nomination",
            "Wie is voorgedragen of zich aanmeldt",
            "/beheer/ambassadors/nomination/nieuw/",
        ),
        ("events_podiumrequest", "Wie op de site om iemand vraagt", "/beheer/events/podiumrequest/add/"),
        ("network_report", "Een verslag begint met een periode", "/beheer/network/report/add/"),
    ],
)
def test_an_empty_list_says_what_will_stand_there_and_how_to_begin(
    network, leader_client, name, words, action
):
    page = leader_client.get(
        reverse(f"admin:{name}_changelist"), headers={"accept-language": "nl"}
    ).text.partition('class="empty"')[2]
    assert words in page
    assert f'href="{action}"' in page
