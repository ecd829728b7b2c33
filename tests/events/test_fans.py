"""The page of a contact person: what it shows, what can be done there, and whose it is."""

from datetime import date, timedelta

import pytest
from django.core import signing

from events import fan_links
from events.actions import hosting
from events.fans import desk_of
from events.models import Lead, Podium, PodiumFile, PodiumRequest
from network.models import Company, FanContact, FanOrganisation, Message
from tests.conftest import TODAY


@pytest.fixture
def contact(today, fan) -> FanContact:
    return fan.contacts.get()


@pytest.fixture
def own_page(contact) -> str:
    return fan_links.fan_page_path(contact)


def make(fan, day, **fields):
    return Podium.objects.create(
        network=fan.network, host=fan, date=day, **{"kind": "workshop", "status": "done", **fields}
    )


OFFERED = {"kind": "workshop", "description": "Twintig bakkers", "place": "Hengelo", "token": "een"}


def mails(kind: str) -> list[str]:
    return list(Message.objects.filter(kind=kind).order_by("pk").values_list("recipient", flat=True))


# --- Whose page it is -----------------------------------------------------------------------------------


def test_the_link_works_as_long_as_they_are_the_contact_person(
    network, other_network, visitor, contact, own_page
):
    assert visitor.get(own_page).status_code == 200
    FanContact.objects.filter(pk=contact.pk).update(end=TODAY)
    assert visitor.get(own_page).status_code == 404
    FanContact.objects.filter(pk=contact.pk).update(end=None)
    elsewhere = FanOrganisation.objects.create(network=other_network, name="Peelkracht")
    foreign = FanContact.objects.create(fan=elsewhere, name="Ad Manders")
    assert visitor.get(fan_links.fan_page_path(foreign)).status_code == 404
    for odd in ("x", signing.dumps("een", salt=fan_links.SALT), signing.dumps(2**70, salt=fan_links.SALT),
                signing.dumps(contact.pk, salt="iets anders")):  # fmt: skip
        assert visitor.get(f"/fan/{odd}/").status_code == 404


def test_opening_a_page_changes_nothing(visitor, fan, own_page):
    podium = make(fan, TODAY - timedelta(days=3))
    for address in (
        own_page,
        f"{own_page}aanbieden/",
        f"{own_page}collega/",
        f"{own_page}hoe-ging-het/{podium.pk}/",
    ):
        assert visitor.get(address).status_code == 200
    podium.refresh_from_db()
    assert (podium.audience_by_host, PodiumFile.objects.count()) == (None, 0)
    assert (PodiumRequest.objects.count(), FanContact.objects.count(), Message.objects.count()) == (0, 1, 0)
    assert visitor.get(own_page)["Referrer-Policy"] == "same-origin"


# --- What it shows --------------------------------------------------------------------------------------


def test_it_shows_its_own_and_what_came_of_it(visitor, network, fan, contact, own_page, ambassador):
    other = FanOrganisation.objects.create(network=network, name="Boost")
    make(other, TODAY - timedelta(days=5), title="Van een ander", audience=900)
    done = make(fan, TODAY - timedelta(days=200), title="Ledenavond", audience=40, audience_by_host=41)
    done.ambassadors.add(ambassador)
    make(fan, TODAY - timedelta(days=300), audience=10, kind="interview")
    make(fan, TODAY + timedelta(days=9), title="Ontbijt", status="agreed")
    company = Company.objects.create(network=network, name="Bakkerij")
    for stage in ("new", "activated", "activated"):
        Lead.objects.create(
            network=network, podium=done, source="card", name="Greet Geheim", company=company, stage=stage,
            proof="said",
            activated_on=TODAY, confirmed_at="2026-06-01T12:00:00+02:00",
        )  # fmt: skip
    Lead.objects.create(network=network, podium=done, source="card", name="Nooit bevestigd")
    Lead.objects.create(
        network=network, podium=done, name="Opgeschreven", confirmed_at="2026-06-01T12:00:00Z"
    )
    Lead.objects.create(
        network=network, podium=done, source="hand", name="Vertelde het", stage="activated", proof="said",
        activated_on=TODAY, confirmed_at="2026-06-01T12:00:00Z",
        company=Company.objects.create(network=network, name="Smid"),
    )  # fmt: skip
    desk = desk_of(fan, TODAY)
    assert (desk.podia, desk.reached, desk.confirmed) == (2, 50, 40)
    assert (desk.leads, desk.noted, desk.activated) == (5, 2, 2), (
        "nobody takes a step who did not come forward"
    )
    assert [podium.interested for podium in desk.done if podium.pk == done.pk] == [5]
    text = visitor.get(own_page).content.decode()
    assert [words for words in ("Ledenavond", "Ontbijt", "Marleen Oosterveld") if words not in text] == []
    assert [words for words in ("Van een ander", "Greet", "karin@") if words in text] == []


def test_a_confidential_talk_is_told_to_no_contact_person_who_did_not_ask_for_it(visitor, fan, own_page):
    """An ambassador spoke with somebody there in private; a colleague reads the same page."""
    secret = {"kind": "one_to_one", "title": "Gesprek met Jan over zijn verlies", "is_private": True}
    past = make(fan, TODAY - timedelta(days=3), **secret)
    make(fan, TODAY + timedelta(days=3), status="agreed", **secret)
    assert "zijn verlies" not in visitor.get(own_page).text
    assert visitor.get(f"{own_page}hoe-ging-het/{past.pk}/").status_code == 404
    assert desk_of(fan, TODAY).podia == 1  # it counts
    asked = PodiumRequest.objects.create(network=fan.network, host=fan, kind="one_to_one")
    Podium.objects.update(request=asked)
    assert visitor.get(own_page).text.count("zijn verlies") >= 2


def test_the_page_asks_as_much_for_one_podium_as_for_three(
    visitor, fan, own_page, ambassador, django_assert_num_queries
):
    def add(number):
        for day in (-9, -200, 9):
            status = "agreed" if day > 0 else "done"
            made = make(fan, TODAY + timedelta(days=day + number), status=status)
            made.ambassadors.add(ambassador)
        PodiumRequest.objects.create(network=fan.network, host=fan, kind="panel")

    add(0)
    for _ in range(2):
        visitor.get(own_page)
    with django_assert_num_queries(QUERIES):
        visitor.get(own_page)
    add(1)
    add(2)
    visitor.get(own_page)
    with django_assert_num_queries(QUERIES):
        visitor.get(own_page)


QUERIES = 9


# --- Offering -------------------------------------------------------------------------------------------


def test_an_offer_is_a_request_taken_up_by_whoever_keeps_the_relation(
    visitor, network, fan, contact, own_page, leader, facilitator
):
    fan.relationship_owner = leader
    fan.save()
    for _ in range(2):  # the same form sent twice
        response = visitor.post(f"{own_page}aanbieden/", {**OFFERED, "date": "2026-12-10"})
        assert response.url == own_page
    made = PodiumRequest.objects.get()
    assert (made.host, made.state, made.owner, made.date) == (fan, "open", leader, date(2026, 12, 10))
    assert (made.contact_email, made.region, made.title) == ("karin@twente.example", "Twente", "")
    assert mails("request_received") == ["karin@twente.example"]
    assert mails("request_came_in") == [leader.email]


def test_a_series_gives_a_request_for_every_day_and_one_mail(visitor, own_page, leader):
    visitor.post(
        f"{own_page}aanbieden/", {**OFFERED, "date": "2027-01-31", "repeat": "month", "times": "3"},
        headers={"accept-language": "nl"},
    )  # fmt: skip
    assert list(PodiumRequest.objects.values_list("date", "title")) == [
        (date(2027, 1, 31), "Workshop, 1 van 3"),
        (date(2027, 2, 28), "Workshop, 2 van 3"),
        (date(2027, 3, 31), "Workshop, 3 van 3"),
    ]
    assert mails("request_received") == ["karin@twente.example"]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"repeat": "month", "times": "3"}, {"date"}),
        ({"repeat": "month", "date": "2027-01-31"}, {"times"}),
        ({"times": "3"}, {"repeat"}),
        ({"times": "13", "repeat": "week", "date": "2027-01-31"}, {"times"}),
        ({"date": "2026-11-22"}, {"date"}),
        ({"kind": "", "description": ""}, {"kind", "description"}),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(visitor, own_page, typed, wrong):
    response = visitor.post(f"{own_page}aanbieden/", {**OFFERED, **typed})
    assert (response.status_code, set(response.context["form"].errors)) == (422, wrong)
    assert "Hengelo" in response.content.decode()
    assert PodiumRequest.objects.count() == 0


def test_more_than_a_person_would_offer_is_refused(contact):
    values = {"kind": "workshop", "description": "x", "place": "", "audience": None}
    for number in range(3):
        hosting.offer(contact, values=values, days=[None] * 12, language="nl", token=str(number))
    with pytest.raises(hosting.TooMany):
        hosting.offer(contact, values=values, days=[None] * 12, language="nl", token="9")
    assert PodiumRequest.objects.count() == 36


# --- Telling --------------------------------------------------------------------------------------------


def test_the_host_confirms_a_podium_that_had_no_file(visitor, fan, own_page):
    podium = make(fan, TODAY - timedelta(days=3), audience=40)
    answer = {"says": "happened", "audience": "42", "words": "Volle zaal"}
    assert visitor.post(f"{own_page}hoe-ging-het/{podium.pk}/", answer).url == own_page
    podium.refresh_from_db()
    assert (podium.audience_by_host, podium.counted, podium.evidence) == (42, 40, "confirmed")
    assert PodiumFile.objects.get().host_words == "Volle zaal"
    assert visitor.get(f"{own_page}hoe-ging-het/{podium.pk}/").status_code == 404  # told already


def test_nobody_tells_about_the_podium_of_another(visitor, network, own_page):
    other = FanOrganisation.objects.create(network=network, name="Boost")
    podium = make(other, TODAY - timedelta(days=3), audience=40)
    answer = {"says": "happened", "audience": "1"}
    assert visitor.post(f"{own_page}hoe-ging-het/{podium.pk}/", answer).status_code == 404
    podium.refresh_from_db()
    assert podium.audience_by_host is None


# --- Colleagues -----------------------------------------------------------------------------------------


def test_a_colleague_gets_a_page_of_their_own_and_the_team_hears_it(visitor, fan, contact, own_page, leader):
    typed = {"name": "Sjoerd Bos", "email": "sjoerd@twente.example", "role": "programma"}
    for _ in range(2):
        assert visitor.post(f"{own_page}collega/", typed).url == own_page
    colleague = fan.contacts.exclude(pk=contact.pk).get()
    assert (colleague.name, colleague.role, colleague.start, colleague.end) == (
        "Sjoerd Bos",
        "programma",
        TODAY,
        None,
    )
    assert contact.end is None
    assert mails("fan_page") == ["sjoerd@twente.example"]
    assert mails("fan_colleague") == [leader.email]
    for number in range(4):
        visitor.post(f"{own_page}collega/", {**typed, "email": f"c{number}@twente.example"})
    refused = visitor.post(f"{own_page}collega/", {**typed, "email": "nogeen@twente.example"})
    assert (refused.status_code, fan.contacts.count()) == (422, 6)


def test_the_leader_sends_the_link_once_a_day(leader_client, contact, foreign_contact):
    send = "/beheer/events/podiumrequest/fan/{}/pagina/"
    for _ in range(2):
        assert leader_client.post(send.format(contact.pk)).status_code == 302
    assert mails("fan_page") == ["karin@twente.example"]
    assert leader_client.post(send.format(foreign_contact.pk)).status_code == 404
    assert leader_client.get(send.format(contact.pk)).status_code == 405
    assert (
        send.format(contact.pk)
        in leader_client.get(f"/beheer/network/fanorganisation/{contact.fan_id}/contact/").content.decode()
    )


@pytest.fixture
def foreign_contact(other_network) -> FanContact:
    elsewhere = FanOrganisation.objects.create(network=other_network, name="Peelkracht")
    return FanContact.objects.create(fan=elsewhere, name="Ad Manders", email="ad@peel.example")
