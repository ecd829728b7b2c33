"""Writing a podium down in Mijn: three questions, nothing lost, nothing twice."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections
from django.urls import reverse

from events.actions import drafting, logging
from events.models import Podium, PodiumDraft
from tests.conftest import client_for, make_person
from tests.events.mijn import NEW, THREE, TOKEN, log_one

pytestmark = pytest.mark.usefixtures("today")


def test_three_answers_are_enough(ambassador_client, ambassador):
    answer = ambassador_client.post(NEW, THREE)

    podium = Podium.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("my_podium_done", args=[podium.pk]))
    assert (podium.kind, podium.date, podium.status) == ("workshop", date(2026, 11, 22), "done")
    assert (podium.host, podium.host_name, podium.origin) == (None, "Boost", "own")
    assert list(podium.ambassadors.all()) == [ambassador]
    page = ambassador_client.get(answer.url).content.decode()
    assert "1 of 3 podia done" in page or "1 van 3 podia gedaan" in page


@pytest.mark.parametrize(
    ("typed", "day", "status"),
    [
        ({"when": "today"}, date(2026, 11, 23), "done"),
        ({"when": "other", "day": "2026-12-03"}, date(2026, 12, 3), "agreed"),
        ({"when": "other", "day": "03-11-2026"}, date(2026, 11, 3), "done"),
        ({"when": "", "day": "2026-12-03"}, date(2026, 12, 3), "agreed"),
        ({"when": "", "day": ""}, date(2026, 11, 23), "done"),
    ],
)
def test_the_day(ambassador_client, typed, day, status):
    ambassador_client.post(NEW, THREE | typed)

    assert Podium.objects.values_list("date", "status").get() == (day, status)


def test_a_name_that_is_a_fans_is_that_fan(ambassador_client, fan):
    ambassador_client.post(NEW, THREE | {"where": "  ondernemend  TWENTE "})

    podium = Podium.objects.get()
    assert (podium.host, podium.host_name, podium.origin) == (fan, "", "fan")


def test_everything_else_is_kept_too(ambassador_client, ambassador, other_ambassador):
    ambassador_client.post(
        NEW,
        THREE
        | {
            "audience": "18", "outcome": "Mooie vragen", "title": "Zelf roosteren", "link": "boost.example/x",
            "start_time": "14:00", "end_time": "16:30", "place": "Enschede", "origin": "request",
            "together": [str(other_ambassador.pk)], "is_private": "on", "notes": "Volgend jaar weer",
        },
    )  # fmt: skip

    podium = Podium.objects.get()
    assert set(podium.ambassadors.all()) == {ambassador, other_ambassador}
    assert (podium.audience, podium.outcome, podium.title) == (18, "Mooie vragen", "Zelf roosteren")
    assert (podium.link, podium.place, podium.origin) == ("https://boost.example/x", "Enschede", "request")
    assert (str(podium.start_time), str(podium.end_time)) == ("14:00:00", "16:30:00")
    assert (podium.is_private, podium.is_open, podium.notes) == (True, False, "Volgend jaar weer")


def test_bad_input_is_told_beside_the_field_and_everything_typed_is_kept(ambassador_client, ambassador):
    typed = THREE | {
        "where": "",
        "audience": "veel",
        "title": "Zelf roosteren",
        "when": "other",
        "day": "31-02-2026",
    }
    answer = ambassador_client.post(NEW, typed)

    form = answer.context["form"]
    assert set(form.errors) == {"where", "audience", "day"}
    page = answer.content.decode()
    for value in ("veel", "Zelf roosteren", "31-02-2026"):
        assert f'value="{value}"' in page
    assert 'id="id_where_error"' in page
    assert 'href="#id_where"' in page
    assert not Podium.objects.exists()
    assert PodiumDraft.objects.get(person=ambassador).values["title"] == ["Zelf roosteren"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "circus"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"when": "never"}, "when"),
        ({"when": "other", "day": ""}, "day"),
        ({"when": "other", "day": "1812-01-01"}, "day"),
        ({"when": "other", "day": "9999-12-31"}, "day"),
        ({"audience": str(2**63)}, "audience"),
        ({"audience": "-1"}, "audience"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"start_time": "16:00", "end_time": "14:00"}, "end_time"),
        ({"start_time": "25:00"}, "start_time"),
        ({"together": [str(2**63)]}, "together"),
        ({"origin": "x"}, "origin"),
        ({"where": "x" * 151}, "where"),
        ({"notes": "a\x00b"}, "notes"),
    ],
)
def test_what_cannot_be_is_refused(ambassador_client, other_ambassador, typed, field):
    answer = ambassador_client.post(NEW, THREE | typed)

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field}
    assert not Podium.objects.exists()


def test_people_of_another_network_or_gone_cannot_be_chosen(ambassador_client, foreign_ambassador):
    ambassador_client.post(NEW, THREE | {"together": [str(foreign_ambassador.pk)]})

    assert foreign_ambassador.podia.count() == 0


def test_extra_fields_change_nothing(ambassador_client, other_network, ambassador):
    ambassador_client.post(
        NEW, THREE | {"network": other_network.pk, "status": "idea", "pk": "7", "reached": "9"}
    )

    podium = Podium.objects.get()
    assert (podium.network, podium.status, podium.reached) == (ambassador.network, "done", None)


def test_sent_twice_is_one_podium(ambassador_client):
    first = ambassador_client.post(NEW, THREE)
    second = ambassador_client.post(NEW, THREE)

    assert first.url == second.url
    assert Podium.objects.count() == 1


def test_taken_back_and_sent_again(ambassador_client):
    ambassador_client.post(NEW, THREE)
    podium = Podium.objects.get()
    ambassador_client.post(reverse("my_podium_cancel", args=[podium.pk]))
    ambassador_client.post(NEW, THREE)

    assert sorted(Podium.objects.values_list("status", flat=True)) == ["cancelled", "done"]
    ambassador_client.post(reverse("my_podium_restore", args=[podium.pk]))
    podium.refresh_from_db()
    assert podium.status == "done"


# --- the same occasion twice --------------------------------------------------------------------------


def test_the_same_kind_on_the_same_day_is_asked_about_once(ambassador_client, ambassador, network):
    log_one(network, ambassador)
    asked = ambassador_client.post(NEW, THREE)
    assert len(asked.context["twins"]) == 1
    assert Podium.objects.count() == 1

    ambassador_client.post(NEW, THREE | {"again": "1"})
    assert Podium.objects.count() == 2


def test_a_colleague_wrote_it_down_already(ambassador_client, ambassador, other_ambassador, network):
    theirs = log_one(network, other_ambassador, host_name="BOOST")
    asked = ambassador_client.post(NEW, THREE)
    assert asked.context["twins"] == [theirs]

    answer = ambassador_client.post(NEW, THREE | {"join": str(theirs.pk)})
    assert answer.url == reverse("my_podium_done", args=[theirs.pk])
    assert set(Podium.objects.get().ambassadors.all()) == {ambassador, other_ambassador}


@pytest.mark.parametrize("changes", [{"is_private": True}, {"host_name": "Elders"}, {"status": "idea"}])
def test_nobody_joins_what_the_form_would_not_have_found(
    ambassador_client, other_ambassador, network, changes
):
    theirs = log_one(network, other_ambassador, **changes)

    answer = ambassador_client.post(NEW, THREE | {"join": str(theirs.pk)})

    assert answer.status_code == 404
    assert list(theirs.ambassadors.all()) == [other_ambassador]


# --- drafts -------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_while_typing_and_found_again(ambassador_client, ambassador, other_ambassador):
    saved = ambassador_client.post(
        reverse("my_draft_save"),
        {
            "token": TOKEN,
            "kind": "panel",
            "where": "Zwolle",
            "together": [str(other_ambassador.pk)],
            "x": "y",
        },
    )
    assert saved.status_code == 200
    assert "12.00" in saved.content.decode()
    draft = PodiumDraft.objects.get(person=ambassador)
    assert draft.values == {"kind": ["panel"], "where": ["Zwolle"], "together": [str(other_ambassador.pk)]}

    page = ambassador_client.get(NEW)
    assert page.context["token"] == TOKEN
    assert page.context["form"]["kind"].value() == "panel"
    assert 'value="Zwolle"' in page.content.decode()
    assert ambassador_client.get(reverse("my_home")).context["draft"] == draft

    ambassador_client.post(NEW, THREE)
    assert not PodiumDraft.objects.exists()


def test_a_late_keystroke_does_not_bring_a_logged_podium_back_as_draft(ambassador_client, ambassador):
    ambassador_client.post(NEW, THREE)
    ambassador_client.post(reverse("my_draft_save"), THREE)

    assert not PodiumDraft.objects.exists()


def test_an_empty_form_is_no_draft(ambassador_client):
    ambassador_client.post(reverse("my_draft_save"), {"token": TOKEN, "where": "  "})

    assert not PodiumDraft.objects.exists()


def test_starting_afresh(ambassador_client, ambassador):
    drafting.save_draft(person=ambassador, token=TOKEN, values={"where": ["Zwolle"]})

    ambassador_client.post(reverse("my_draft_discard"))

    assert not PodiumDraft.objects.exists()
    assert ambassador_client.get(NEW).context["token"] != TOKEN


def test_signed_out_while_typing(ambassador_client, ambassador, network):
    owner = ambassador_client.get(NEW).context["owner"]
    browser = client_for(None, network)

    answer = browser.post(NEW, THREE | {"owner": owner, "title": "Zelf roosteren"})
    assert answer.status_code == 302
    assert answer.url.endswith("?next=" + NEW)
    assert not Podium.objects.exists()

    browser.force_login(ambassador.user, backend="django.contrib.auth.backends.ModelBackend")
    page = browser.get(NEW)
    assert page.context["form"]["title"].value() == "Zelf roosteren"
    assert page.context["token"] == TOKEN


def test_what_was_typed_goes_to_nobody_else(ambassador_client, other_ambassador, network):
    owner = ambassador_client.get(NEW).context["owner"]
    browser = client_for(None, network)
    browser.post(NEW, THREE | {"owner": owner, "title": "Zelf roosteren"})
    browser.force_login(other_ambassador.user, backend="django.contrib.auth.backends.ModelBackend")

    assert "Zelf roosteren" not in browser.get(NEW).content.decode()
    assert not PodiumDraft.objects.exists()


# --- afterwards ---------------------------------------------------------------------------------------


def test_telling_more_later(ambassador_client, ambassador, other_ambassador, network):
    podium = log_one(network, ambassador, other_ambassador)
    edit = reverse("my_podium_edit", args=[podium.pk])
    form = ambassador_client.get(edit).context["form"]
    assert form["when"].value() == "yesterday"
    assert form["together"].value() == [str(other_ambassador.pk)]

    ambassador_client.post(edit, THREE | {"audience": "40", "together": [str(other_ambassador.pk)]})

    podium.refresh_from_db()
    assert (podium.audience, podium.ambassadors.count(), podium.sequence) == (40, 2, 0)


def test_errors_in_a_correction_keep_what_was_typed(ambassador_client, ambassador, network):
    podium = log_one(network, ambassador)
    answer = ambassador_client.post(
        reverse("my_podium_edit", args=[podium.pk]), THREE | {"where": "", "title": "Nieuw"}
    )

    assert set(answer.context["form"].errors) == {"where"}
    assert 'value="Nieuw"' in answer.content.decode()
    podium.refresh_from_db()
    assert (podium.title, podium.host_name) == ("", "Boost")


@pytest.mark.parametrize("name", ["my_podium_edit", "my_podium_done", "my_podium_photo", "my_outcome"])
def test_another_ambassadors_podium_does_not_exist(ambassador_client, other_ambassador, network, name):
    podium = log_one(network, other_ambassador)

    assert ambassador_client.get(reverse(name, args=[podium.pk])).status_code == 404
    assert ambassador_client.get(reverse(name, args=[2**62])).status_code == 404


@pytest.mark.parametrize("name", ["my_podium_cancel", "my_podium_restore"])
def test_nobody_takes_back_what_is_not_theirs(ambassador_client, other_ambassador, network, name):
    podium = log_one(network, other_ambassador)

    assert ambassador_client.post(reverse(name, args=[podium.pk])).status_code == 404
    assert ambassador_client.get(reverse(name, args=[podium.pk])).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_the_form_asks_a_fixed_number_of_queries(
    ambassador_client, ambassador, other_ambassador, fan, network, rows, django_assert_num_queries
):
    for number in range(rows):
        log_one(network, ambassador, other_ambassador, host_name=f"Boost {number}")
    ambassador_client.get(NEW)

    with django_assert_num_queries(7):  # session, user, person, podia, fans, people, draft
        ambassador_client.get(NEW)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"), [("my_podium_edit", 8), ("my_podium_done", 7), ("my_outcome", 4)]
)
def test_a_podium_asks_a_fixed_number_of_queries(
    ambassador_client, ambassador, network, fan, rows, name, queries, django_assert_num_queries
):
    colleagues = [
        make_person(network, f"Collega{number}", "Jansen", term=(date(2026, 1, 1), date(2029, 1, 1)))
        for number in range(rows)
    ]
    podium = log_one(network, ambassador, *colleagues, host=fan, status="agreed")
    path = reverse(name, args=[podium.pk])
    ambassador_client.get(path)

    with django_assert_num_queries(queries):
        ambassador_client.get(path)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_podium(network, ambassador):
    token = logging.own_token(ambassador, TOKEN)
    start = threading.Barrier(2)

    def click(_number):
        start.wait()
        try:
            return log_one(network, ambassador, form_token=token).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        made = set(pool.map(click, range(2)))

    assert made == {Podium.objects.get().pk}


@pytest.mark.parametrize(
    ("day", "audience", "asks"),
    [(date(2026, 12, 7), None, False), (date(2026, 12, 7), 60, True), (date(2026, 11, 20), None, True)],
)
def test_a_podium_to_come_is_not_asked_how_it_was(
    ambassador_client, ambassador, network, day, audience, asks
):
    podium = logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="workshop", date=day, audience=audience
    )
    page = ambassador_client.get(reverse("my_podium_edit", args=[podium.pk])).content.decode()
    assert ('name="audience"' in page) is asks
    assert ("Wat ga je doen?" in page) is (day > date(2026, 11, 23))
