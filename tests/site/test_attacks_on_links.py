"""What a secret address gives away, and what somebody sees of another by asking for their own data."""

import html
import re
import time
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ambassadors.actions import exporting
from ambassadors.models import ApartPair
from config.headers import PREFIX
from config.logs import masked
from events import lead_links, links
from events.actions import offering, preparing
from events.models import Lead, PodiumFile, PodiumRequest
from events.views import public_embed
from knowledgebank.actions import writing
from knowledgebank.models import FillInForm, FormGroup, Tool
from network import richtext, suspicion
from network.actions import composing, partnering
from network.admin.outbox import WITHOUT_KEY
from network.models import FanContact, FanOrganisation, Message
from tests.conftest import make_person
from tests.events import leads
from tests.site import walk
from tests.site.test_access import media_folder, url_of, world  # noqa: F401

SIGNED = re.compile(r"/[\w-]+:[\w-]{6}:[\w-]{43}")

pytestmark = pytest.mark.usefixtures("today")


# --- The address is the key -----------------------------------------------------------------------------


def test_a_secret_address_goes_to_no_other_site_and_is_kept_nowhere(world):  # noqa: F811
    """Also where a view forgets: the rule hangs on the name of what stands in the address."""
    wrong = []
    for address in walk.addresses():
        row = walk.all_rows().get(address.name)
        if row is None or not row.secret or address.name == "scan_paper":  # that one makes a PDF
            continue
        response = world.client("visitor").get(url_of(address, row, world.here, world))
        policy = response.headers.get("Referrer-Policy")
        kept = response.headers.get("Cache-Control", "")
        if policy not in ("same-origin", "no-referrer", "strict-origin"):
            wrong.append(f"{address.name}: {policy}")
        if "no-store" not in kept:
            wrong.append(f"{address.name}: {kept or 'may be kept'}")
        if "noindex" not in response.headers.get("X-Robots-Tag", ""):
            wrong.append(f"{address.name}: may be found")
        # Under no-referrer a browser sends "Origin: null" with the form, and the form is refused.
        if policy == "no-referrer" and b'method="post"' in response.content:
            wrong.append(f"{address.name}: its form cannot be sent")
    assert wrong == []


# --- One's own data -------------------------------------------------------------------------------------


def everything_of(person) -> str:
    return " ".join(str(table.rows) for table in exporting.tables_about(person))


def test_who_a_lead_is_does_not_come_along_with_whoever_brought_it(ambassador):
    """What became of them, yes; their name only when they allowed it, their address never."""
    leads.on_the_board(ambassador, question="Mijn bedrijf staat op omvallen")
    Lead.objects.update(phone="0612345678", suspicion="vreemd")
    told = everything_of(ambassador)
    for secret in ("Petra", "petra@olthof.example", "0612345678", "omvallen", "Olthof", "vreemd"):
        assert secret not in told, secret
    assert "2026-11-23" in told


def test_a_lead_gets_its_own_question_back(ambassador, other_ambassador):
    leads.on_the_board(ambassador, email=other_ambassador.email.upper(), question="Hoe begin je?")
    assert "Hoe begin je?" in everything_of(other_ambassador)


def test_whoever_asked_for_somebody_stays_out_of_their_data(network, ambassador):
    PodiumRequest.objects.create(
        network=network, kind="workshop", contact_name="Karin Veldhuis",
        contact_email="karin@twente.example", description="vertrouwelijk", preferred=ambassador,
    )  # fmt: skip
    told = everything_of(ambassador)
    for secret in ("Karin Veldhuis", "karin@twente.example", "vertrouwelijk"):
        assert secret not in told, secret


def test_whom_somebody_was_taken_for_stays_unsaid(network, ambassador):
    candidate = make_person(network, "Geheime", "Kandidaat")
    first, second = sorted([ambassador, candidate], key=lambda person: person.pk)
    ApartPair.objects.create(network=network, first=first, second=second)
    assert "Kandidaat" not in everything_of(ambassador)


# --- The outbox -----------------------------------------------------------------------------------------


def test_the_leader_reads_a_mail_without_the_key_in_it(network, ambassador, leader, leader_client):
    """With it, somebody else could approve a story or answer an offer in the name of its receiver."""
    asked = PodiumRequest.objects.create(network=network, kind="workshop", contact_name="Iemand")
    offering.offer(asked, by=leader, people=[ambassador])
    version = writing.begin(ambassador, by=leader, title="Een verhaal", body="Zo ging het.")
    writing.ask_approval(version, by=leader)
    for message in Message.objects.all():
        as_it_goes = composing.Composer().compose(message)
        assert SIGNED.search(as_it_goes.text), message.kind
        assert SIGNED.search(as_it_goes.html), message.kind
        for sent in ("", as_it_goes.text):
            Message.objects.filter(pk=message.pk).update(body_text=sent, body_html=sent and as_it_goes.html)
            for name in ("network_message_change", "network_message_edit"):
                answer = leader_client.get(reverse(f"admin:{name}", args=[message.pk]), follow=True)
                page = html.unescape(answer.content.decode())
                assert not SIGNED.search(page), message.kind
        assert f"/{WITHOUT_KEY}" in page
    assert Message.objects.count() == 2


# --- Cookies of a neighbour -----------------------------------------------------------------------------


def test_over_https_a_cookie_of_a_neighbouring_host_signs_nobody_in(network, ambassador, ambassador_client):
    """Another network's host, or any neighbour, can set a plain cookie for the whole domain."""
    session = ambassador_client.cookies["sessionid"].value
    assert ambassador_client.get("/mijn/").status_code == 200
    assert ambassador_client.get("/mijn/", secure=True).status_code == 302
    ambassador_client.cookies[f"{PREFIX}sessionid"] = session
    assert ambassador_client.get("/mijn/", secure=True).status_code == 200


# --- Whoever left ---------------------------------------------------------------------------------------


@pytest.fixture
def asked_by_karin(network, fan) -> PodiumRequest:
    karin = fan.contacts.get()
    return PodiumRequest.objects.create(
        network=network, kind="workshop", host=fan, host_name=fan.name, date=date(2026, 12, 15),
        contact_name=karin.name, contact_email=karin.email,
    )  # fmt: skip


def joost_follows(fan) -> FanContact:
    """Karin left Ondernemend Twente last week; somebody follows her up."""
    return partnering.hand_over(
        by=None, fan=fan, name="Joost", email="joost@twente.example", since=date(2026, 11, 20),
        replaces=fan.contacts.get(),
    )  # fmt: skip


def test_a_hand_over_ends_the_links_of_whoever_left(visitor, asked_by_karin, fan, leader, ambassador):
    """In the mailbox of somebody who works elsewhere now they opened the file, and took the request back."""
    podium = offering.give_to(asked_by_karin, by=leader, person=ambassador)
    hers = [links.request_path(asked_by_karin), f"/dossier/{links.file_token(podium.file)}/"]
    assert [visitor.get(path).status_code for path in hers] == [200, 200]
    joost_follows(fan)
    assert [visitor.get(path).status_code for path in hers] == [404, 404]
    assert visitor.post(hers[0], {"withdraw": "1"}).status_code == 404
    asked_by_karin.refresh_from_db()
    assert asked_by_karin.state == "agreed"


def test_what_was_open_goes_on_with_whoever_follows(visitor, asked_by_karin, fan, leader, ambassador):
    podium = offering.give_to(asked_by_karin, by=leader, person=ambassador)
    joost = joost_follows(fan)
    asked_by_karin.refresh_from_db()
    file = PodiumFile.objects.get(pk=podium.pk)
    assert (asked_by_karin.contact_name, asked_by_karin.contact_email) == (joost.name, joost.email)
    assert (file.host_name, file.host_email) == (joost.name, joost.email)
    assert "karin@twente.example" not in {reader.email for reader in preparing.readers(file)}
    assert visitor.get(links.request_path(asked_by_karin)).status_code == 200
    assert visitor.get(f"/dossier/{links.file_token(file)}/").status_code == 200


def test_what_is_long_behind_us_stays_as_it_was(network, fan):
    karin = fan.contacts.get()
    old = PodiumRequest.objects.create(
        network=network, kind="fair", host=fan, contact_name=karin.name, contact_email=karin.email,
        state="declined", closed_at="2025-01-01T12:00:00+01:00",
    )  # fmt: skip
    joost_follows(fan)
    old.refresh_from_db()
    assert old.contact_name == "Karin Veldhuis"


def test_the_links_of_whoever_is_no_contact_person_go_on(visitor, network, fan):
    asked = PodiumRequest.objects.create(
        network=network, kind="workshop", host=fan, contact_name="Iemand", contact_email="los@elders.example"
    )
    assert visitor.get(links.request_path(asked)).status_code == 200
    own = PodiumRequest.objects.create(
        network=network, kind="workshop", host=fan, contact_name="Karin", contact_email="KARIN@twente.example"
    )
    assert visitor.get(links.request_path(own)).status_code == 200


def test_a_link_that_confirmed_an_address_does_not_open_what_is_kept_for_ever(visitor, ambassador):
    """It says so after two days; until then it leads to the page on which everything can be taken back."""
    lead = leads.on_the_board(ambassador)
    path = leads.link_in_mail()
    own = lead_links.own_url(lead).rpartition("/mijn-vraag/")[2]
    assert own.partition(":")[0] in visitor.get(path).content.decode()
    Lead.objects.update(token_until=timezone.now() - timedelta(seconds=1))
    for answer in (visitor.get(path), visitor.post(path)):
        assert (answer.status_code, "/mijn-vraag/" in answer.content.decode()) == (410, False)
    assert Message.objects.filter(kind="lead_confirm").count() == 1


def test_nobody_begins_groups_without_end(visitor, network, monkeypatch):
    monkeypatch.setattr(suspicion, "FLOOD_PER_PLACE_AN_HOUR", 2)
    tool = Tool.objects.create(network=network, slug="kaart", title="Kaart", published_on="2026-01-01")
    FillInForm.objects.create(tool=tool, title="Vel", party_label="club")
    page = reverse("form_group_new", args=["kaart"])
    answers = [visitor.post(page, {"name": f"Groep {number}"}).status_code for number in range(3)]
    assert (answers, FormGroup.objects.count()) == ([302, 302, 422], 2)


# --- Odd addresses --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "website", ["https://" + "ü" * 63 + ".nl", "https://ü..nl", "https://*.evil.example"]
)
def test_a_website_that_is_no_host_name_frames_nothing(network, website):
    FanOrganisation.objects.create(network=network, name="Vreemd", website=website)
    assert public_embed.origins(network) == []


# --- Texts that keep the reader busy ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (richtext.stored, "[" * 60_000),
        (richtext.stored, "[a](" + " " * 60_000),
        (richtext.from_marks, "[" * 60_000),
        (masked, "/" + "a" * 60_000),
        (masked, "/" + "a.:" * 20_000),
    ],
)
def test_a_long_text_takes_no_longer_than_its_length(work, text):
    """Each took minutes: time grew with the square of the length."""
    begun = time.process_time()
    work(text)
    assert time.process_time() - begun < 2
