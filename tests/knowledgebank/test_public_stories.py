"""Stories as visitors read them: which version, in which language, and when not at all."""

import json
import re
from datetime import date

import pytest
from django.utils import timezone

from knowledgebank.models import Fact, Story, StoryVersion, Theme
from network import images, pages
from network.actions import sizing
from tests.conftest import make_person
from tests.knowledgebank.conftest import make_story, make_tool
from tests.network.test_images import picture
from tests.site.test_public_pages import make_podium

pytestmark = pytest.mark.usefixtures("today")
ONLINE = "/verhalen/rooster/"


def test_the_page_tells_the_whole_story(visitor, told):
    text = visitor.get(ONLINE).text
    for part in (
        "<h1>Het rooster uit handen</h1>", "Drie planners, en nog klopte het niet.",
        "<h2>De eerste week</h2>",
        "Het liep <strong>mis</strong>.", "Doodeng, en het werkt.", "<li>Begin klein</li>",
        "<dt>ziekteverzuim</dt><dd>−50 %</dd>", "Oosterveld BV", "48 medewerkers", "Ommen",
        'href="/pioniers/marleen-oosterveld/"', 'href="/vraag/?voor=marleen-oosterveld&amp;verhaal=rooster"',
    ):  # fmt: skip
        assert part in text, part
    assert re.findall(r"<h(\d)", text)[:1] == ["1"]


def test_the_page_of_a_person_leads_to_the_newest_story(visitor, told, network):
    """The one visitors may read, in the language of the page; of nobody else."""
    make_story(told.story.person, "Voor later", slug="later", publish_on=date(2027, 1, 1))
    make_story(told.story.person, "Van de site", slug="weg", withdrawn_at=timezone.now())
    make_person(network, "Bram", "Lansink", publication_consent_at=timezone.now())
    place = '<a href="/verhalen/rooster/">Het rooster uit handen</a>'
    text = visitor.get("/pioniers/marleen-oosterveld/").text
    assert text.count(place) == 1
    assert "Het verhaal van Marleen" in text
    assert "Voor later" not in text
    assert "Van de site" not in text
    assert "/verhalen/rooster/" not in visitor.get("/pioniers/bram-lansink/").text
    told.story.versions.update(title_en="")
    english = visitor.get("/en/pioneers/marleen-oosterveld/").text
    assert 'lang="nl"><a href="/en/stories/rooster/">Het rooster uit handen</a>' in english


def test_search_engines_read_who_wrote_what_and_when(visitor, told):
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', visitor.get(ONLINE).text)
    data = json.loads(block[1])
    assert {name: data[name] for name in ("@type", "headline", "datePublished", "inLanguage")} == {
        "@type": "Article",
        "headline": "Het rooster uit handen",
        "datePublished": "2026-11-01",
        "inLanguage": "nl",
    }
    assert data["author"]["name"] == "Marleen Oosterveld"


@pytest.mark.parametrize(
    "change",
    [
        {"approved_at": None, "approved_via": ""},
        {"publish_on": date(2026, 11, 24)},
    ],
)
def test_what_is_not_approved_or_planned_for_later_is_not_there(visitor, told, change):
    StoryVersion.objects.filter(pk=told.pk).update(**change)
    assert visitor.get(ONLINE).status_code == 404
    assert "Het rooster" not in visitor.get("/verhalen/").text
    assert list(Story.objects.public(date(2026, 11, 23))) == []


def test_a_planned_story_is_there_on_its_day(visitor, told, time_machine):
    StoryVersion.objects.filter(pk=told.pk).update(publish_on=date(2026, 11, 24))
    assert visitor.get(ONLINE).status_code == 404
    time_machine.move_to("2026-11-24T00:00:00+01:00", tick=False)
    assert visitor.get(ONLINE).status_code == 200


def test_the_old_version_stays_while_the_next_is_written(visitor, told):
    new = StoryVersion.objects.create(story=told.story, number=2, title="Nog in de maak")
    assert "Het rooster uit handen" in visitor.get(ONLINE).text
    assert "Nog in de maak" not in visitor.get(ONLINE).text + visitor.get("/verhalen/").text
    StoryVersion.objects.filter(pk=new.pk).update(
        approved_at=timezone.now(), approved_via="link", publish_on=date(2026, 11, 23)
    )
    text = visitor.get("/verhalen/").text
    assert ("Nog in de maak" in text, "Het rooster uit handen" in text) == (True, False)
    assert "<h1>Nog in de maak</h1>" in visitor.get(ONLINE).text


def test_consent_withdrawn_takes_it_off_at_once_also_from_what_was_kept(visitor, told, ambassador):
    assert visitor.get(ONLINE).status_code == 200
    told.story.withdrawn_at = timezone.now()
    told.story.save()
    assert visitor.get(ONLINE).status_code == 404
    told.story.withdrawn_at = None
    told.story.save()
    assert visitor.get(ONLINE).status_code == 200
    ambassador.publication_consent_at = None
    ambassador.save()
    assert visitor.get(ONLINE).status_code == 404
    assert "rooster" not in visitor.get("/verhalen/").text


def test_another_networks_story_is_not_here(visitor, foreign_ambassador):
    make_story(foreign_ambassador, "Elders", slug="elders")
    assert visitor.get("/verhalen/elders/").status_code == 404
    assert "Elders" not in visitor.get("/verhalen/").text


def test_whose_term_is_over_cannot_be_asked(visitor, told, ambassador):
    ambassador.terms.update(end=date(2026, 11, 1))
    text = visitor.get(ONLINE).text
    assert "?voor=" not in text
    assert "Het rooster uit handen" in text


def test_an_english_page_shows_english_or_says_that_there_is_none(visitor, told):
    text = visitor.get("/en/stories/rooster/").text
    assert "This story is there in Dutch only." in text
    assert '<h1 lang="nl">Het rooster uit handen</h1>' in text
    StoryVersion.objects.filter(pk=told.pk).update(title_en="Hands off the roster", body_en="We began small.")
    text = visitor.get("/en/stories/rooster/").text
    assert "<h1>Hands off the roster</h1>" in text
    assert "in Dutch only" not in text
    assert "Hands off the roster" in visitor.get("/en/stories/").text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Eerste", "Tweede"]),
        ("?theme=loslaten", ["Eerste"]),
        ("?sector=bouw", ["Tweede"]),
        ("?size=small&phase=first", ["Eerste"]),
        ("?sector=bouw&theme=loslaten", []),
        ("?page=x&sector=" + "y" * 300, []),
    ],
)
def test_visitors_choose_among_the_stories(visitor, network, ambassador, query, names):
    theme = Theme.objects.create(network=network, name="Loslaten", slug="loslaten")
    make_story(ambassador, "Eerste", theme=theme, sector="zorg", employees=12, phase="first")
    make_story(ambassador, "Tweede", sector="bouw", employees=120)
    text = visitor.get(f"/verhalen/{query}").text
    assert [name for name in ("Eerste", "Tweede") if f">{name}</a></h3>" in text] == names


def test_what_goes_with_a_story(visitor, network, told, other_ambassador):
    theme = Theme.objects.create(network=network, name="Loslaten", slug="loslaten")
    Story.objects.filter(pk=told.story_id).update(theme=theme)
    make_story(other_ambassador, "Van hetzelfde thema", theme=theme)
    make_tool(network, "kaart", title="Kaart van het thema", theme=theme)
    told.story.tools.add(make_tool(network, "gekozen", title="Gekozen kaart"))
    make_tool(network, "ander", title="Andere kaart")
    make_podium(
        network, told.story.person, title="Komt eraan", date=date(2026, 12, 3), status="agreed", is_open=True
    )
    make_podium(
        network, told.story.person, title="Besloten", date=date(2026, 12, 4), status="agreed", is_private=True
    )
    text = visitor.get(ONLINE).text
    assert '<span class="portrait portrait-s">' in text
    assert text.index("Gekozen kaart") < text.index("Kaart van het thema")
    for shown in ("Van hetzelfde thema", "Komt eraan"):
        assert shown in text
    assert [hidden for hidden in ("Andere kaart", "Besloten") if hidden in text] == []


@pytest.mark.parametrize(("path", "queries"), [("/verhalen/", 3), (ONLINE, 4)])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_cold_page_asks_at_most_four_queries(
    visitor, network, told, django_assert_num_queries, path, queries, rows
):
    for number in range(rows):
        person = make_person(network, f"P{number}", "Naam", publication_consent_at=timezone.now())
        make_story(person, f"Ander {number}")
        told.story.tools.add(make_tool(network, f"kaart-{number}"))
        make_podium(
            network, told.story.person, date=date(2026, 12, 3 + number), status="agreed", is_open=True
        )
    pages.forget()
    with django_assert_num_queries(queries):
        assert visitor.get(path).status_code == 200


def test_the_page_is_light(visitor, told):
    answer = visitor.get(ONLINE, headers={"accept-encoding": "gzip"})
    assert len(answer.content) < 30_000


def test_a_related_story_shows_the_portrait_of_its_own_person(
    visitor, network, told, other_ambassador, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    content = images.clean(picture())
    other_ambassador.portrait.save(content.name, content)
    sizing.sweep()
    make_story(other_ambassador, "Van Bram")
    text = visitor.get(ONLINE).text
    address = re.search(r'<img src="(/portret/bram-lansink/[^"]+)"', text)[1]
    assert visitor.get(address).status_code == 200


def test_an_english_page_says_role_and_figure_in_english(visitor, ambassador, network):
    make_story(ambassador, slug="rooster", role="directeur", company="Zorggroep")
    Fact.objects.create(
        network=network, figure="12.750", statement="Bedrijven", source="CBS", checked_on=date(2026, 1, 1)
    )
    ambassador.employments.update(role_en="managing director")
    assert "Managing director of Zorggroep" in visitor.get("/en/stories/rooster/").text
    assert "Directeur van Zorggroep" in visitor.get("/verhalen/rooster/").text
    for path in ("/en/knowledge/", "/en/knowledge/facts/"):
        assert '<p class="fact-figure">12,750</p>' in visitor.get(path).text, path
    ambassador.employments.update(role_en="")
    assert "Directeur of Zorggroep" in visitor.get("/en/stories/rooster/").text
