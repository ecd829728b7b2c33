"""The pages behind a card's QR code: light, without JavaScript, and nothing done by opening a link."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from events import lead_links
from events.actions import asking_leads, handing_cards, referring
from events.models import AudienceCheckIn, AudienceFeedback, BusinessCard, Lead, LeadCheckIn, Podium
from network.actions import composing
from network.models import Message
from tests.conftest import client_for
from tests.events.leads import link_in_mail, mails, on_the_board, partner, scanned
from tests.site.dump import places_of

pytestmark = pytest.mark.usefixtures("today")
HIDDEN = re.compile(r'name="(shown_at|form_token)" value="([^"]+)"')


@pytest.fixture
def card(ambassador) -> BusinessCard:
    return handing_cards.card_of_person(ambassador)


@pytest.fixture
def hall(network, ambassador) -> BusinessCard:
    podium = Podium.objects.create(
        network=network, kind="panel", status="agreed", title="Samen sturen", date=timezone.localdate()
    )
    podium.ambassadors.add(ambassador)
    return handing_cards.card_of_podium(podium)


def fill_in(client, path: str, *, seconds: float = 5, **values):
    """As somebody does: open the page, read, type, send."""
    hidden = dict(HIDDEN.findall(client.get(path).text))
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False):
        return client.post(path, {**hidden, **values})


GOOD = {"name": "Petra Olthof", "email": "petra@olthof.example", "consent": "on", "tells_bringer": "on"}


# --- Light ---------------------------------------------------------------------------------------------


def test_one_page_and_one_stylesheet_of_fifteen_kilobytes(visitor, card, ambassador, network):
    ambassador.biography = "Een verhaal. " * 200
    ambassador.quote = "We gaven het rooster uit handen."
    ambassador.themes = [f"een thema met een lange naam {n}" for n in range(12)]
    ambassador.save()
    for n in range(4):
        partner(
            network, f"Instrument {n}", kind="tool", link=f"https://example.org/{n}", description="d" * 300
        )
    page = visitor.get(f"/k/{card.code}/")
    assert page.status_code == 200
    requests = re.findall(r'(?:src|href)="([^"]+\.(?:css|js|png|jpg|svg|woff2)[^"]*)"', page.text)
    assert len(requests) == 1
    assert 'rel="icon" href="data:,"' in page.text
    assert "<script" not in page.text
    assert not re.search(r"<(img|picture|video)", page.text)
    style = visitor.get(requests[0])
    assert style["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "@import" not in style.text
    assert "url(" not in style.text
    assert len(page.content) + len(style.content) <= 15_000, (len(page.content), len(style.content))


def test_a_card_costs_the_same_queries_whatever_it_shows(
    visitor, card, ambassador, network, django_assert_num_queries
):
    def count() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            visitor.get(f"/k/{card.code}/")
        return len(queries)

    visitor.get(f"/k/{card.code}/")
    few = count()
    for n in range(3):
        partner(network, f"Plek {n}", kind="tool", link="https://example.org/")
    ambassador.themes = ["een", "twee", "drie"]
    ambassador.save()
    count()  # the network is remembered again after the change
    assert count() == few <= 12


def test_capitals_open_the_card_and_another_networks_do_not(visitor, card, foreign_ambassador, other_network):
    assert visitor.get(f"/k/{card.code.upper()}/").status_code == 200
    foreign = handing_cards.card_of_person(foreign_ambassador)
    assert visitor.get(f"/k/{foreign.code}/").status_code == 404
    assert client_for(None, other_network).get(f"/k/{foreign.code}/").status_code == 200


def test_who_is_not_on_the_site_is_not_on_the_card(visitor, card, ambassador):
    ambassador.publication_consent_at = None
    ambassador.save()
    text = visitor.get(f"/k/{card.code}/").text
    assert "Oosterveld" not in text
    assert "Wil je meer weten?" in text


def test_a_private_podium_has_no_page(visitor, hall):
    assert visitor.get(f"/k/{hall.code}/").status_code == 200
    Podium.objects.update(is_private=True)
    assert visitor.get(f"/k/{hall.code}/").status_code == 404


def test_the_form_says_honestly_what_will_happen(visitor, card, network):
    honest = "We hebben nog niemand om je naar door te verwijzen"
    assert honest in visitor.get(f"/k/{card.code}/").text
    partner(network, capacity=0)
    assert honest in visitor.get(f"/k/{card.code}/").text
    partner(network, "Met plek", themes=["zelfsturende teams"])
    assert honest not in visitor.get(f"/k/{card.code}/").text


# --- I want to know more -------------------------------------------------------------------------------


def test_from_a_scan_to_the_board(visitor, card, leader):
    answer = fill_in(visitor, f"/k/{card.code}/", **GOOD, company_name="Olthof Bloemen", question="Hoe?")
    assert (answer.status_code, answer.url) == (302, f"/k/{card.code}/bedankt/")
    assert "Kijk nu in je mail" in visitor.get(answer.url).text
    link = link_in_mail()

    for _scanner in range(10):
        assert "was jij dit?" in visitor.get(link).text
    assert not Lead.objects.genuine().exists()

    page = visitor.post(link)
    assert "Je vraag is bij ons" in page.text
    assert "woensdag 25 november" in page.text
    assert page["Referrer-Policy"] == "same-origin"
    assert page["Cache-Control"] == "private, no-store"
    lead = Lead.objects.genuine().get()
    assert (lead.question, lead.tells_bringer, lead.language) == ("Hoe?", True, "nl")
    assert "mag deze gegevens bewaren" in lead.consent_text
    assert "Je vraag is bij ons" in visitor.get(link).text  # opened again: still true, nothing asked


def test_in_english_the_mail_is_english_too(visitor, card, leader):
    answer = fill_in(visitor, f"/en/k/{card.code}/", **GOOD)
    assert answer.url == f"/en/k/{card.code}/thanks/"
    assert Lead.objects.get().language == "en"
    assert "was this you?" in visitor.get(link_in_mail()).text


def test_what_is_wrong_stands_at_the_field_and_nothing_typed_is_lost(visitor, card):
    answer = fill_in(visitor, f"/k/{card.code}/", name="Petra", email="petra@", question="Mijn lange vraag")
    assert answer.status_code == 422
    assert "Mijn lange vraag" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert 'id="id_email_error"' in answer.text
    assert "Zonder jouw ja" in answer.text
    assert not Lead.objects.exists()


@pytest.mark.parametrize(("seconds", "more"), [(0.5, {}), (5, {"website": "http://x.example"})])
def test_a_machine_is_thanked_and_held(visitor, card, seconds, more):
    answer = fill_in(visitor, f"/k/{card.code}/", seconds=seconds, **GOOD, **more)
    assert answer.status_code == 302
    assert Lead.objects.held().count() == 1
    assert mails("lead_confirm") == []


def test_an_old_link_offers_a_new_one(visitor, card):
    with time_machine.travel("2026-11-20T12:00:00+01:00", tick=False):
        scanned(card)
    link = link_in_mail()
    assert visitor.get(link).status_code == 410
    assert len(mails("lead_confirm")) == 1
    assert "Er is een nieuwe link" in visitor.post(link).text
    assert len(mails("lead_confirm")) == 2
    assert visitor.get(link).status_code == 404  # only the newest works


# --- In their own hands --------------------------------------------------------------------------------


def test_a_lead_sees_everything_and_takes_it_back(visitor, ambassador, leader, network):
    lead = on_the_board(ambassador, tells_bringer=True)
    referring.refer(lead=lead, partner=partner(network), by=leader)
    link = "/" + lead_links.own_url(lead).split("://")[-1].partition("/")[2]
    text = visitor.get(link).text
    assert all(part in text for part in ("petra@olthof.example", "Hoe begin je?", "Ondernemend Twente"))
    visitor.post(link, {"do": "hush"})
    assert not Lead.objects.get().tells_bringer
    visitor.post(link, {"do": "tell"})
    assert Lead.objects.get().tells_bringer
    for _scanner in range(3):
        visitor.get(link + "?do=erase")
    assert Lead.objects.get().email
    assert "Je gegevens zijn weg" in visitor.post(link, {"do": "erase"}).text
    assert not Lead.objects.get().email
    assert visitor.get(link).status_code == 404


def test_the_question_after_three_months_is_answered_by_a_button(visitor, ambassador, leader, network):
    lead = on_the_board(ambassador)
    referring.answer(lead=lead, by=leader)
    asking_leads.ask(network, 3, on=date(2027, 2, 23))
    check_in = LeadCheckIn.objects.get()
    link = "/" + lead_links.check_in_url(check_in).split("://")[-1].partition("/")[2]
    for _scanner in range(10):
        assert visitor.get(link + "?keuze=doing").status_code == 200
    check_in.refresh_from_db()
    assert check_in.answered_at is None
    assert visitor.post(link, {"answer": "iets"}).status_code == 422
    assert visitor.post(link, {"answer": "doing", "line": "Drie teams"}).status_code == 200
    lead.refresh_from_db()
    assert (lead.stage, lead.proof, lead.step) == ("activated", "said", "Drie teams")
    assert "Dank je" in visitor.get(link).text
    with time_machine.travel("2027-06-01T12:00:00+02:00", tick=False):
        assert visitor.get(link).status_code == 410
    assert visitor.get("/hoe-gaat-het/onzin/").status_code == 404


# --- I am here -----------------------------------------------------------------------------------------


def test_the_audience_checks_in_and_the_figure_follows(network, hall):
    for n in range(3):
        browser = client_for(None, network)
        answer = fill_in(browser, f"/k/{hall.code}/aanwezig/", who="entrepreneur" if n < 2 else "other")
        assert answer.url == f"/k/{hall.code}/mening/?welkom"
    podium = Podium.objects.get()
    assert (podium.checked_in, podium.counted, podium.evidence) == (2, 2, "estimate")
    assert AudienceCheckIn.objects.count() == 3


def test_the_same_form_twice_is_one_person(visitor, hall):
    path = f"/k/{hall.code}/aanwezig/"
    hidden = dict(HIDDEN.findall(visitor.get(path).text))
    with time_machine.travel(timezone.now() + timedelta(seconds=3), tick=False):
        for _tap in range(3):
            visitor.post(path, {**hidden, "who": "entrepreneur"})
    assert Podium.objects.get().checked_in == 1


def test_three_questions_are_answered_once_and_nobody_is_known(visitor, hall):
    path = f"/k/{hall.code}/mening/"
    assert fill_in(visitor, path, plan="try").status_code == 422
    assert fill_in(visitor, path, useful="4", plan="try", line="Mooi").status_code == 302
    feedback = AudienceFeedback.objects.get()
    assert (feedback.useful, feedback.plan, feedback.line) == (4, "try", "Mooi")
    assert {field.name for field in AudienceFeedback._meta.concrete_fields} == {
        "id", "card", "token", "useful", "plan", "line", "at", "is_held",
    }  # fmt: skip


def test_only_on_the_day_and_the_day_after(visitor, hall):
    for days, still in ((0, True), (1, True), (2, False), (-1, False)):
        Podium.objects.update(date=timezone.localdate() - timedelta(days=days))
        text = visitor.get(f"/k/{hall.code}/aanwezig/").text
        assert ("Ja, ik heb of leid een bedrijf" in text) == still
    fill_in(visitor, f"/k/{hall.code}/aanwezig/", who="entrepreneur")
    assert not AudienceCheckIn.objects.exists()


def test_a_flood_of_check_ins_waits_for_the_leader(hall, leader, leader_client, monkeypatch):
    from events.actions import checking_in
    from network.suspicion import Signs

    monkeypatch.setattr(checking_in, "MOST_PER_CARD_AND_PLACE", 5)
    signs = Signs(seconds=3, filled_trap=False, place="hall")
    for n in range(8):
        checking_in.check_in(card=hall, is_entrepreneur=True, token=f"t{n}", signs=signs)
    assert Podium.objects.get().checked_in == 5
    assert leader_client.post(f"/beheer/events/businesscard/{hall.pk}/doorlaten/").status_code == 302
    assert Podium.objects.get().checked_in == 8


# --- Whatever somebody sends ---------------------------------------------------------------------------

NASTY = [
    "",
    "\x00",
    "a" * 5000,
    "<script>alert(1)</script>",
    "=1+1",
    "😀" * 300,
    "../../etc",
    "9" * 400,
    "\r\nBcc: x",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_no_form_breaks_whatever_is_sent(visitor, card, hall, ambassador, leader, nasty):
    lead = on_the_board(ambassador, "vaste", email="vast@x.example")
    check_in = LeadCheckIn.objects.create(lead=lead, months=3)
    pages = {
        f"/k/{card.code}/": (
            *GOOD,
            "company_name",
            "place",
            "theme",
            "question",
            "shown_at",
            "form_token",
            "website",
        ),
        f"/k/{hall.code}/aanwezig/": ("who", "shown_at", "form_token", "website"),
        f"/k/{hall.code}/mening/": ("useful", "plan", "line", "shown_at", "form_token"),
        "/" + lead_links.own_url(lead).split("://")[-1].partition("/")[2]: ("do",),
        "/" + lead_links.check_in_url(check_in).split("://")[-1].partition("/")[2]: ("answer", "line"),
        f"/vraag/{nasty.strip() or 'x'}/".replace("\x00", "").replace("\r\n", "")[:200]: ("x",),
    }
    for path, names in pages.items():
        for method in (visitor.get, visitor.post):
            for values in (dict.fromkeys(names, nasty), {**GOOD, **dict.fromkeys(names[-3:], nasty)}):
                response = method(path, values)
                assert response.status_code < 500, (path, values)
                assert "<script>alert(1)" not in response.text
    assert not Message.objects.filter(recipient__contains="\n").exists()


def test_whoever_came_twice_takes_all_of_it_back_by_either_link(visitor, ambassador):
    """The second question stands with the first lead too, and only the second was erased."""
    on_the_board(ambassador, "t1", question="Hoe begin je?")
    again = on_the_board(ambassador, "t2", question="Mijn bedrijf staat op omvallen")
    assert again.duplicate_of
    path = "/" + lead_links.own_url(again).split("://")[-1].partition("/")[2]
    assert "zijn weg" in visitor.post(path, {"do": "erase"}).text
    for word in ("Petra Olthof", "petra@olthof.example", "omvallen", "Hoe begin je"):
        assert places_of(word) == [], word


def test_who_was_found_to_be_one_person_is_one_person_to_erase(visitor, ambassador, leader):
    """Under the first lead stand the words and the telephone of the second."""
    first = on_the_board(ambassador, "t1", name="Petra", email="petra@olthof.example")
    second = on_the_board(ambassador, "t2", name="P. Olthof", email="info@olthof.example", question="Geheim")
    Lead.objects.filter(pk=second.pk).update(phone="0612345678")
    referring.same_as(lead=Lead.objects.get(pk=second.pk), first=first, by=leader)
    path = "/" + lead_links.own_url(second).split("://")[-1].partition("/")[2]
    visitor.post(path, {"do": "erase"})
    assert [places_of(word) for word in ("0612345678", "Geheim", "info@olthof.example")] == [[], [], []]


def test_a_reminder_that_went_out_names_no_lead_who_took_it_back(visitor, network, ambassador, leader):
    lead = on_the_board(ambassador, "t1")
    other = on_the_board(ambassador, "t2", name="Wim Bakker", email="wim@bakker.example")
    Lead.objects.update(answer_by=date(2026, 11, 1))
    for one in (lead, other):
        Lead.objects.exclude(pk=one.pk).update(answer_reminded_at=timezone.now())
        Lead.objects.filter(pk=one.pk).update(answer_reminded_at=None)
        asking_leads.remind(network, on=date(2026, 11, 23 + (one == other)))
    for message in Message.objects.filter(kind="lead_reminder"):
        mail = composing.Composer().compose(message)
        Message.objects.filter(pk=message.pk).update(state="sent", body_text=mail.text, body_html=mail.html)
    assert len(places_of("Petra Olthof")) > 2
    path = "/" + lead_links.own_url(lead).split("://")[-1].partition("/")[2]
    visitor.post(path, {"do": "erase"})
    assert places_of("Petra Olthof") == []
    assert any("message" in place for place in places_of("Wim Bakker"))


def test_where_it_was_is_said_once(visitor, hall):
    Podium.objects.filter(pk=hall.podium_id).update(title="", host=None, host_name="Techniekkring", place="")
    assert visitor.get(f"/k/{hall.code}/").text.count("Techniekkring") == 1
    Podium.objects.filter(pk=hall.podium_id).update(title="Een fabriek zonder chefs")
    assert "Een fabriek zonder chefs · Techniekkring" in visitor.get(f"/k/{hall.code}/").text


def test_the_leader_makes_a_card_for_a_podium_of_these_months(leader_client, network, hall):
    old, recent = (
        Podium.objects.create(network=network, kind="panel", title=title, date=day)
        for title, day in (("Lang geleden", date(2025, 5, 6)), ("Net geweest", date(2026, 11, 2)))
    )
    page = leader_client.get("/beheer/events/businesscard/add/").text
    assert f'<option value="{recent.pk}">2 nov · Net geweest</option>' in page
    assert f'<option value="{hall.podium_id}">23 nov · Samen sturen</option>' in page
    assert old.title not in page
