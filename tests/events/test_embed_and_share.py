"""What leaves this site: frames for the sites of fans, pictures of shared pages, a feed of stories."""

import re
from datetime import date, datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from events.models import Podium
from network import clock, lettering, share_picture
from network.models import FanOrganisation
from network.share_picture import Share, draw
from tests.knowledgebank.conftest import make_story, make_tool

pytestmark = pytest.mark.usefixtures("today")
ATOM = "{http://www.w3.org/2005/Atom}"


def directives(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _space, value in parts}


@pytest.fixture
def framed_by(network) -> FanOrganisation:
    fans = FanOrganisation.objects
    fans.create(network=network, name="Stil", website="https://stil.example", is_public=False)
    fans.create(network=network, name="Raar", website="https://a.example;script-src/*")
    return fans.create(network=network, name="Twente", website="https://www.twente.example/x")


@pytest.mark.parametrize("path", ["/inbedden/agenda/", "/inbedden/persoon/marleen-oosterveld/"])
def test_only_the_sites_of_public_fans_may_frame_it(visitor, ambassador, framed_by, path):
    for _kept in range(2):  # also when the page is kept
        response = visitor.get(path)
        said = directives(response)
        assert said["frame-ancestors"].split() == [
            "'self'",
            "https://twente.example",
            "https://www.twente.example",
        ]
        assert said["default-src"] == "'none'"
        assert "script-src" not in said
        assert "X-Frame-Options" not in response
        assert "<script" not in response.text
    assert visitor.get("/")["X-Frame-Options"] == "DENY"
    assert directives(visitor.get("/inbedden/"))["frame-ancestors"] == "'none'"


def test_the_lines_to_copy_are_shown_as_text(visitor, ambassador):
    """They can be read and copied, and none of them is a frame on the page itself."""
    text = visitor.get("/inbedden/").text
    assert "<iframe" not in text
    shown = re.findall(r"<code>(.*?)</code>", text)
    assert [re.search(r"&quot;(http\S+?)&quot;", line)[1] for line in shown] == [
        "http://pioniers.localhost/inbedden/agenda/",
        "http://pioniers.localhost/inbedden/persoon/marleen-oosterveld/",
    ]
    assert shown[0].startswith("&lt;iframe src=")


def test_the_agenda_in_a_frame_shows_what_visitors_may_join(visitor, ambassador):
    for title, private in (("Ontbijt", False), ("Besloten", True)):
        podium = Podium.objects.create(
            network=ambassador.network, kind="workshop", status="agreed", title=title, date=date(2026, 12, 3),
            is_open=True, is_private=private,
        )  # fmt: skip
        podium.ambassadors.add(ambassador)
    text = visitor.get("/inbedden/agenda/").text
    assert ("Ontbijt" in text, "Besloten" in text) == (True, False)


def test_nobody_without_consent_in_a_frame_or_picture(visitor, ambassador):
    frame, picture = "/inbedden/persoon/marleen-oosterveld/", "/deel/person/marleen-oosterveld.png"
    assert [visitor.get(path).status_code for path in (frame, picture)] == [200, 200]
    ambassador.publication_consent_at = None
    ambassador.save()
    assert [visitor.get(path).status_code for path in (frame, picture)] == [404, 404]


def test_every_kind_of_page_has_its_picture(visitor, ambassador, network):
    make_story(ambassador, slug="rooster")
    make_tool(network)
    for path in ("site/home", "story/rooster", "tool/netwerkambitie", "person/marleen-oosterveld"):
        response = visitor.get(f"/deel/{path}.png")
        picture = Image.open(BytesIO(response.content))
        assert (response["Content-Type"], picture.size) == ("image/png", (1200, 630)), path
    for path in ("site/x", "story/niets", "niets/rooster", "podium/1", "podium/" + "9" * 30, "podium/x"):
        assert visitor.get(f"/deel/{path}.png").status_code == 404, path
    for page, path in (("/verhalen/rooster/", "story/rooster"), ("/", "site/home")):
        assert f'content="http://pioniers.localhost/deel/{path}.png"' in visitor.get(page).text


@pytest.mark.parametrize("title", ["", "a", "woord " * 60, "W" * 300, "Éé\u202e漢字"])
def test_any_title_fits(title):
    content = draw(Share("Verhaal", title, "onder " * 40), name="N" * 90, brand="#0B5D4E", accent="#C8741A")
    assert Image.open(BytesIO(content)).size == (1200, 630)
    assert len(content) < 120_000


def test_no_word_of_a_title_is_left_alone_on_its_last_line():
    font = lettering.font(lettering.SERIF, 76)
    title = "Het beste van Brabant zit in de mensen."
    assert lettering.lines_of(title, font, 1056)[-1] == "mensen."
    lines = share_picture._balanced(title, font, 1056)
    assert (len(lines), " ".join(lines)) == (2, title)
    assert min(map(font.getlength, lines)) > max(map(font.getlength, lines)) / 2


def test_the_feed_holds_what_visitors_may_read(visitor, ambassador):
    make_story(ambassador, "Rooster & <b>", slug="rooster", lead="Kort & <goed>.", body="Het liep **mis**.")
    make_story(ambassador, "Later", slug="later", publish_on=date(2026, 11, 24))
    response = visitor.get("/verhalen/feed.xml")
    feed = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.findtext(f"{ATOM}title") == f"Verhalen – {ambassador.network.name}"
    assert feed.findtext(f"{ATOM}subtitle") == ambassador.network.topic
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Rooster & <b>"]
    summary, content = entries[0].find(f"{ATOM}summary"), entries[0].find(f"{ATOM}content")
    assert (summary.get("type"), summary.text) == ("text", "Kort & <goed>.")
    assert (content.get("type"), content.text) == ("html", "<p>Het liep <strong>mis</strong>.</p>")
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "Marleen Oosterveld"
    assert entries[0].find(f"{ATOM}link").get("href") == "http://pioniers.localhost/verhalen/rooster/"


def test_the_feed_is_what_feed_readers_ask_for(visitor, ambassador):
    """RFC 4287: one id, title and time each, whole addresses, no time that is still to come."""
    versions = [
        make_story(ambassador, f"Verhaal {number}", slug=f"verhaal-{number}", publish_on=date(2026, 11, day))
        for number, day in ((1, 3), (2, 23))
    ]
    feed = ElementTree.fromstring(visitor.get("/verhalen/feed.xml").content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for part in (feed, *entries):
        found = {name: part.findall(f"{ATOM}{name}") for name in ("id", "title", "updated")}
        assert {name: len(those) for name, those in found.items()} == {"id": 1, "title": 1, "updated": 1}
        updated = datetime.fromisoformat(found["updated"][0].text)
        assert updated.utcoffset() is not None
        assert updated <= clock.now()
        for link in part.findall(f"{ATOM}link"):
            assert link.get("href").startswith("http://pioniers.localhost/verhalen/")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["alternate", "self"]
    assert len({part.findtext(f"{ATOM}id") for part in (feed, *entries)}) == 3
    assert [entry.findtext(f"{ATOM}published") for entry in entries] == [
        "2026-11-23T00:00:00+01:00",
        "2026-11-03T00:00:00+01:00",
    ]
    times = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert feed.findtext(f"{ATOM}updated") == max(times)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    type(versions[1]).objects.update(title="Anders")
    again = ElementTree.fromstring(visitor.get("/verhalen/feed.xml").content).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in again] == ["Anders", "Anders"]
    assert [entry.findtext(f"{ATOM}id") for entry in again] == ids


def test_what_was_pasted_with_control_characters_does_not_break_the_feed(visitor, ambassador):
    make_story(ambassador, "Ro\x0boster", slug="rooster", lead="K\x08ort.", body="Het\x0c liep\x1f mis.")
    feed = ElementTree.fromstring(visitor.get("/verhalen/feed.xml").content)
    said = [feed.findtext(f"{ATOM}entry/{ATOM}{name}") for name in ("title", "summary", "content")]
    assert said == ["Rooster", "Kort.", "<p>Het liep mis.</p>"]


def test_home_shows_the_newest_stories(visitor, ambassador):
    for number in range(4):
        make_story(ambassador, f"Verhaal {number}", publish_on=date(2026, 11, 1 + number))
    text = visitor.get("/").text
    assert [f"Verhaal {number}" in text for number in range(4)] == [False, True, True, True]


def test_people_by_region(visitor, ambassador, other_ambassador):
    company = other_ambassador.employments.get().company
    company.region = "Twente"
    company.save()
    text = visitor.get("/pioniers/").text
    assert '<a href="?region=Twente">Twente<span>1</span></a>' in text
    chosen = visitor.get("/pioniers/?region=Twente").text
    assert ("Bram Lansink" in chosen, "Marleen Oosterveld" in chosen) == (True, False)
