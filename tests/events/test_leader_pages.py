"""The leader's pages: one person, bulk actions, podia, the chase, fans, messages; what they change."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.models import ContactMoment, Pause, PauseRequest, Person, Term
from events.models import ChaseStep, Podium
from network import worklist
from network.models import ContactMessage, FanContact, Message
from tests.conftest import client_for, make_person


@pytest.fixture(autouse=True)
def _on_monday(today):
    return today


def podium(network, day, *people, **fields) -> Podium:
    made = Podium.objects.create(network=network, date=day, **{"kind": "panel", "status": "done", **fields})
    made.ambassadors.set(people)
    return made


def a_step(person, kind="call") -> ChaseStep:
    return ChaseStep.objects.create(
        person=person, kind=kind, year_start=date(2026, 4, 1), year_end=date(2027, 4, 1), missing=1,
        decided_on=date(2026, 11, 20), planned_for=date(2026, 11, 20), reason="Two nudges did not help.",
    )  # fmt: skip


# --- Lists ---------------------------------------------------------------------------------------------

LISTS = {
    "people": "admin:ambassadors_person_changelist",
    "podia": "admin:events_podium_changelist",
    "talks": "admin:ambassadors_contactmoment_changelist",
    "pauses": "admin:ambassadors_pauserequest_changelist",
    "contributions": "admin:events_contribution_changelist",
    "requests": "admin:events_podiumrequest_changelist",
    "steps": "admin:events_chasestep_changelist",
    "fans": "admin:network_fanorganisation_changelist",
    "companies": "admin:network_company_changelist",
    "messages": "admin:network_contactmessage_changelist",
    "preview": "admin:chase_preview",
}


def a_row_of_everything(network, number: int) -> None:
    for n in range(number):
        person = make_person(network, f"Geheim{n}", f"Vos{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        other = make_person(network, f"Geheim{n}", f"Das{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        fan = network.fans.create(name=f"Geheimfan{n}")
        FanContact.objects.create(fan=fan, name=f"Geheimcontact{n}", email=f"c{n}@x.example")
        podium(network, date(2026, 5, 1), person, other, host=fan, title=f"Geheimpodium{n}")
        ContactMoment.objects.create(person=person, date=date(2026, 5, 1), summary=f"Geheimgesprek{n}")
        PauseRequest.objects.create(person=person, start=date(2026, 12, 1), reason=f"Geheimreden{n}")
        person.contributions.create(date=date(2026, 5, 1), title=f"Geheimbijdrage{n}")
        network.podium_requests.create(title=f"Geheimaanvraag{n}", kind="panel", host=fan)
        a_step(person)
        ContactMessage.objects.create(
            network=network,
            name="x",
            email="x@x.example",
            subject=f"Geheimbericht{n}",
            body="!",
            state="held",
        )


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_same_queries_with_one_row_and_with_three(network, leader_client, name):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked = []
    for number in (1, 3):
        if number == 3:
            a_row_of_everything_again(network)
        else:
            a_row_of_everything(network, 1)
        leader_client.get(reverse(LISTS[name]))
        with CaptureQueriesContext(connection) as queries:
            response = leader_client.get(reverse(LISTS[name]))
        assert response.status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[0] <= 25


def a_row_of_everything_again(network) -> None:
    for n in (1, 2):
        person = make_person(network, f"Nog{n}", f"Vos{n}", term=(date(2025, 4, 1), date(2028, 4, 1)))
        fan = network.fans.create(name=f"Nogfan{n}")
        FanContact.objects.create(fan=fan, name=f"Nogcontact{n}")
        podium(network, date(2026, 5, 1), person, host=fan)
        ContactMoment.objects.create(person=person, date=date(2026, 5, 1))
        PauseRequest.objects.create(person=person, start=date(2026, 12, 1))
        person.contributions.create(date=date(2026, 5, 1), title="x")
        network.podium_requests.create(title="x", kind="panel", host=fan)
        a_step(person)
        ContactMessage.objects.create(
            network=network, name="x", email="x@x.example", subject="x", body="!", state="held"
        )


@pytest.mark.parametrize("name", LISTS)
def test_no_list_shows_anything_of_another_network(other_network, leader_client, name):
    a_row_of_everything(other_network, 2)
    # By the fields of a request itself, sector and status among them, nobody may look.
    filters = "now=x&state=met" + "&type=none&sector=zorg&status=waiting" * (name != "requests")
    for query in ("", "?q=geheim", "?role=all", f"?{filters}"):
        response = leader_client.get(reverse(LISTS[name]) + query, follow=True)
        assert response.status_code == 200
        assert "Geheim" not in response.content.decode().replace("q=geheim", "")


@pytest.mark.parametrize(
    "query",
    [
        "?role=x", "?state=%00", "?type=9999", "?p=99999999999999999999", "?o=99.-1.x", "?year=abcd",
        "?columns=password&columns=year", "?host__id__exact=9223372036854775808", "?q=%00%27%22%3Cscript%3E",
        "?kind__exact=x", "?e=1", "?sector=%F0%9F%98%80", "?_facets=True",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["people", "podia", "talks"])
def test_bad_addresses_give_a_list_and_no_error(leader_client, ambassador, name, query):
    assert leader_client.get(reverse(LISTS[name]) + query, follow=True).status_code == 200


def test_who_has_nothing_yet_stands_on_top_and_can_be_filtered(
    network, leader_client, ambassador, other_ambassador
):
    podium(network, date(2026, 6, 1), other_ambassador)
    url = reverse(LISTS["people"])
    listed = [person.full_name for person in leader_client.get(url).context["cl"].result_list]
    assert listed == ["Marleen Oosterveld", "Bram Lansink"]
    for query, expected in {
        "?state=nothing": ["Marleen Oosterveld"],
        "?state=on_pace": ["Bram Lansink"],
        "?type=director": ["Bram Lansink"],
        "?role=former": [],
        "?region=Vechtdal": ["Marleen Oosterveld", "Bram Lansink"],
        "?q=oosterveld+bv": ["Marleen Oosterveld"],
    }.items():
        assert [p.full_name for p in leader_client.get(url + query).context["cl"].result_list] == expected


def test_chosen_columns_are_kept_with_the_account(leader_client, leader, facilitator_client, ambassador):
    url = reverse(LISTS["people"])
    chosen = {"columns": ["-", "email", "term_ends", "password"]}
    response = leader_client.post(url + "?q=mar", chosen)
    assert response.headers["Location"] == f"{url}?q=mar"
    another_browser = client_for(leader, ambassador.network)
    response = another_browser.get(url)
    assert response.context["cl"].list_display == ["action_checkbox", "who", "term_ends", "email"]
    assert ambassador.email in response.content.decode()
    usual = ["action_checkbox", "who", "year", "pace", "type", "last_contact"]
    assert facilitator_client.get(url).context["cl"].list_display == usual
    assert "email" not in leader_client.get(reverse(LISTS["podia"])).context["cl"].list_display
    leader_client.post(url, {"columns": "-"})  # none: as it was before anything was chosen
    assert leader_client.get(url).context["cl"].list_display == usual


# --- One person ----------------------------------------------------------------------------------------


def person_url(name: str, person, *args) -> str:
    return reverse(f"admin:{name}", args=[person.pk, *args])


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


# --- Several at once -----------------------------------------------------------------------------------


def act(client, name: str, action: str, *things, **sent):
    return client.post(
        reverse(LISTS[name]),
        {"action": action, "_selected_action": [thing.pk for thing in things], "index": 0, **sent},
    )


def test_a_bulk_action_is_shown_before_it_happens(
    leader_client, ambassador, other_ambassador, foreign_ambassador
):
    people = (ambassador, other_ambassador, foreign_ambassador)
    page = act(leader_client, "people", "set_profile_type", *people)
    assert [person for person, _now in page.context["lines"]] == [other_ambassador, ambassador]
    assert set(Person.objects.values_list("profile_type", flat=True)) == {"teacher", "director", ""}
    act(leader_client, "people", "set_profile_type", *people, carry_out="1", profile_type="coach")
    assert dict(Person.objects.values_list("first_name", "profile_type")) == {
        "Marleen": "coach", "Bram": "coach", "Sjef": "",
    }  # fmt: skip
    assert (
        act(leader_client, "people", "set_profile_type", *people, carry_out="1", profile_type="guru")
        .context["form"]
        .errors
    )


def test_several_get_a_pause(leader_client, ambassador, other_ambassador, foreign_ambassador):
    people = (ambassador, other_ambassador, foreign_ambassador)
    act(leader_client, "people", "pause_them", *people, carry_out="1", start="2026-12-01", end="2026-12-08")
    assert set(Pause.objects.values_list("person", "start", "end")) == {
        (person.pk, date(2026, 12, 1), date(2026, 12, 8)) for person in (ambassador, other_ambassador)
    }


def test_a_letter_goes_to_each_of_these(network, leader_client, ambassador, other_ambassador):
    page = act(leader_client, "people", "write_to_these", ambassador, other_ambassador)
    assert len(page.context["reached"]) == 2
    sent = {"subject": "Voor {first_name}", "body": "Dag {first_name}", "letter": "0" * 16}
    for _click in range(2):
        act(leader_client, "people", "write_to_these", ambassador, other_ambassador, carry_out="1", **sent)
    assert set(Message.objects.values_list("recipient", "subject")) == {
        (ambassador.email, "Voor Marleen"), (other_ambassador.email, "Voor Bram"),
    }  # fmt: skip


def test_fans_are_written_to_at_their_contact_persons(leader_client, fan):
    page = act(leader_client, "fans", "write_to_contacts", fan)
    assert page.context["selected"] == [fan.pk]
    sent = {"subject": "Dag", "body": "Dag {name}", "letter": "1" * 16}
    act(leader_client, "fans", "write_to_contacts", fan, carry_out="1", **sent)
    assert Message.objects.get().recipient == "karin@twente.example"


def test_podia_are_cancelled_after_a_look(network, other_network, leader_client, ambassador):
    mine, foreign = podium(network, date(2026, 6, 1), ambassador), podium(other_network, date(2026, 6, 1))
    act(leader_client, "podia", "cancel_them", mine, foreign)
    assert set(Podium.objects.values_list("status", flat=True)) == {"done"}
    act(leader_client, "podia", "cancel_them", mine, foreign, carry_out="1")
    assert dict(Podium.objects.values_list("pk", "status")) == {mine.pk: "cancelled", foreign.pk: "done"}


# --- Tasks ---------------------------------------------------------------------------------------------


def test_a_call_is_written_down_and_the_task_is_done(leader_client, leader, ambassador, foreign_ambassador):
    step = a_step(ambassador)
    url = reverse("admin:chase_task", args=[step.pk])
    assert leader_client.get(url).status_code == 200
    assert leader_client.post(url, {"date": "", "kind": "call"}).status_code == 422
    assert ChaseStep.objects.get().handled_at is None
    sent = {"date": "2026-11-23", "kind": "call", "summary": "Heeft een idee"}
    response = leader_client.post(url, sent)
    assert response.headers["Location"] == "/beheer/"
    step.refresh_from_db()
    assert (step.handled_by, ContactMoment.objects.get().summary) == (leader, "Heeft een idee")
    foreign = reverse("admin:chase_task", args=[a_step(foreign_ambassador).pk])
    assert leader_client.post(foreign, sent).status_code == 404


def test_called_is_one_click(leader_client, leader, ambassador, today):
    step = a_step(ambassador)
    for _click in range(2):
        leader_client.post(reverse("admin:chase_task", args=[step.pk]), {"at_once": "1"})
    step.refresh_from_db()
    assert step.handled_by == leader
    assert list(ContactMoment.objects.values_list("person", "date", "kind", "by")) == [
        (ambassador.pk, today, "call", leader.pk)
    ]


def test_coming_back_closes_the_promise(leader_client, leader, ambassador, foreign_ambassador):
    moment = ContactMoment.objects.create(
        person=ambassador, date=date(2026, 10, 1), follow_up_on=date(2026, 11, 1)
    )
    url = reverse("admin:follow_up", args=[moment.pk])
    assert leader_client.get(url).status_code == 200
    leader_client.post(url, {"date": "2026-11-23", "kind": "visit"})
    moment.refresh_from_db()
    assert moment.followed_up_at == timezone.now()
    assert ambassador.contact_moments.count() == 2
    foreign = ContactMoment.objects.create(person=foreign_ambassador, date=date(2026, 10, 1))
    assert leader_client.get(reverse("admin:follow_up", args=[foreign.pk])).status_code == 404


@pytest.mark.parametrize(("button", "pauses"), [("give", 1), ("close", 0)])
def test_a_pause_that_was_asked_is_given_or_talked_over(leader_client, leader, ambassador, button, pauses):
    asked = PauseRequest.objects.create(person=ambassador, start=date(2026, 12, 1), end=date(2027, 3, 1))
    url = reverse("admin:pause_request", args=[asked.pk])
    assert leader_client.get(url).context["effects"]
    for _click in range(2):
        leader_client.post(url, {button: "1"})
    asked.refresh_from_db()
    assert (asked.decided_by, Pause.objects.count(), bool(asked.pause)) == (leader, pauses, bool(pauses))


def test_how_it_went_is_filled_in_by_the_leader(network, other_network, leader_client, ambassador, today):
    made = podium(network, date(2026, 11, 20), ambassador, status="agreed")
    url = reverse("admin:podium_outcome", args=[made.pk])
    assert leader_client.post(url, {"what": "moved"}).status_code == 422
    assert leader_client.post(url, {"what": "x", "audience": "-1"}).status_code == 422
    leader_client.post(url, {"what": "happened", "audience": "40", "line": "Volle zaal"})
    made.refresh_from_db()
    assert (made.status, made.audience, made.outcome, made.changed_on) == ("done", 40, "Volle zaal", today)
    later = podium(network, date(2026, 12, 20), ambassador, status="agreed")
    too_early = leader_client.post(reverse("admin:podium_outcome", args=[later.pk]), {"what": "happened"})
    assert (too_early.status_code, set(too_early.context["form"].errors)) == (422, {"what"})
    foreign = podium(other_network, date(2026, 11, 20), status="agreed")
    assert leader_client.get(reverse("admin:podium_outcome", args=[foreign.pk])).status_code == 404


def test_a_podium_is_corrected_through_the_verb(network, leader_client, leader, ambassador, other_ambassador):
    made = podium(network, date(2026, 6, 1), ambassador, changed_on=date(2026, 6, 1))
    url = reverse("admin:events_podium_change", args=[made.pk])
    form = leader_client.get(url).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    sent |= {"date": "2026-06-01", "title": "Ruimte", "ambassadors": [ambassador.pk, other_ambassador.pk]}
    response = leader_client.post(url, sent)
    assert response.status_code == 302, response.context["errors"]
    made.refresh_from_db()
    assert (made.title, made.changed_on, set(made.ambassadors.all())) == (
        "Ruimte", date(2026, 11, 23), {ambassador, other_ambassador},
    )  # fmt: skip
    assert made.history.latest().history_user == leader


def test_a_podium_is_added(network, leader_client, ambassador, foreign_ambassador):
    url = reverse("admin:events_podium_add")
    sent = {"kind": "panel", "status": "done", "date": "2026-06-01", "origin": "own"}
    refused = leader_client.post(url, {**sent, "ambassadors": [foreign_ambassador.pk]})
    assert (refused.status_code, Podium.objects.count()) == (200, 0)
    assert leader_client.post(url, {**sent, "ambassadors": [ambassador.pk]}).status_code == 302
    assert (Podium.objects.get().network, set(Podium.objects.get().ambassadors.all())) == (
        network,
        {ambassador},
    )


def test_the_chase_is_shown_before_it_runs(network, leader_client, ambassador, other_ambassador):
    podium(network, date(2026, 6, 1), other_ambassador, changed_on=date(2026, 6, 1))
    url = reverse("admin:chase_preview")
    page = leader_client.get(url).context
    assert [(row["person"].first_name, str(row["step"])) for row in page["now"]] == [
        ("Marleen", "eerste herinnering")
    ]
    mail = leader_client.get(page["now"][0]["mail_url"])
    assert [one["subject"] for one in mail.context["mails"]] == ["Wie kan er nu van jou leren, Marleen?"]
    nothing = leader_client.get(reverse("admin:chase_mail", args=[other_ambassador.pk]))
    assert nothing.context["mails"] == []
    assert ChaseStep.objects.count() == 0
    for _click in range(2):
        leader_client.post(url)
    assert list(ChaseStep.objects.values_list("person", "kind")) == [(ambassador.pk, "nudge_1")]
    assert leader_client.get(url).context["now"] == []


# --- Fans and messages ---------------------------------------------------------------------------------


def test_a_change_of_contact_person_is_a_hand_over(leader_client, leader, fan, other_network):
    url = reverse("admin:fan_contact", args=[fan.pk])
    old = fan.contacts.get()
    sent = {"replaces": old.pk, "name": "Jan Vos", "email": "jan@twente.example", "since": "2026-11-23"}
    for _click in range(2):
        leader_client.post(url, sent)
    assert list(fan.contacts.order_by("pk").values_list("name", "start", "end")) == [
        ("Karin Veldhuis", None, date(2026, 11, 23)),
        ("Jan Vos", date(2026, 11, 23), None),
    ]
    assert old.history.latest().history_user == leader
    foreign = other_network.fans.create(name="Elders")
    assert leader_client.get(reverse("admin:fan_contact", args=[foreign.pk])).status_code == 404
    assert leader_client.post(url, {"name": "", "since": "x"}).status_code == 422


@pytest.mark.parametrize(("button", "state", "mails"), [("release", "passed", 1), ("refuse", "refused", 0)])
def test_a_held_message_is_let_through_or_refused_once(
    network, leader_client, leader, ambassador, button, state, mails
):
    message = ContactMessage.objects.create(
        network=network, name="Els", email="els@x.example", subject="Komt u", body="Graag", state="held",
        for_person=ambassador.pk, for_name=ambassador.full_name,
    )  # fmt: skip
    url = reverse("admin:network_contactmessage_change", args=[message.pk])
    assert "Graag" in leader_client.get(url).content.decode()
    for _click in range(2):
        leader_client.post(url, {button: "1"})
    message.refresh_from_db()
    assert (message.state, message.decided_by) == (state, leader)
    assert list(Message.objects.values_list("recipient", flat=True)) == [ambassador.email] * mails


def test_every_page_of_the_admin_keeps_the_strict_policy(network, leader_client, ambassador, fan):
    made = podium(network, date(2026, 6, 1), ambassador)
    addresses = [
        "/beheer/", *map(reverse, LISTS.values()), person_url("ambassadors_person_overview", ambassador),
        person_url("ambassadors_person_change", ambassador),
        person_url("ambassadors_person_history", ambassador),
        reverse("admin:events_podium_change", args=[made.pk]), reverse("admin:ambassadors_person_add"),
        reverse("admin:events_podium_add"), reverse("admin:import_people"),
        reverse("admin:search") + "?q=oost",
        reverse("admin:network_fanorganisation_change", args=[fan.pk]), reverse("admin:network_company_add"),
        reverse("admin:ambassadors_contactmoment_add"), reverse("admin:app_list", args=["events"]),
    ]  # fmt: skip
    for address in addresses:
        response = leader_client.get(address)
        text = response.content.decode()
        assert response.status_code == 200, address
        assert " style=" not in text, address
        assert "<style" not in text, address
        assert "onclick=" not in text, address
        assert text.count("<h1") == 1, address
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_day_later_the_pages_still_open(leader_client, ambassador):
    Term.objects.update(end=date(2026, 11, 23) - timedelta(days=1))
    assert leader_client.get("/beheer/").status_code == 200
    assert leader_client.get(person_url("ambassadors_person_overview", ambassador)).status_code == 200
