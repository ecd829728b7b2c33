"""What goes along to a podium: the pure rule, what it gathers, and the file to take away."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledgebank import kit
from knowledgebank.fitting import score, words_of
from knowledgebank.models import Fact, Theme
from network import paper
from tests.conftest import make_person
from tests.knowledgebank.conftest import make_story, make_tool

TODAY = date(2026, 11, 23)
WORDS = st.text(alphabet="abcdefgë -", max_size=40)


def test_words_that_tell_something_meet_in_whatever_form():
    assert words_of("Zelf roosteren in de zorg") & words_of("roosters") == {"roos"}
    assert words_of("Ideeën") == words_of("ideeen")
    assert words_of("over het werk van mensen") == frozenset()


def test_a_theme_weighs_more_than_a_keyword_and_ones_own_story_most():
    wanted = words_of("loslaten in de zorg")
    points = [
        score(wanted, own=True),
        score(wanted, theme="loslaten"),
        score(wanted, tags=["zorg"], text=""),
        score(wanted, text="over zorg"),
        score(wanted, theme="meten", tags=["bouw"], text="niets"),
    ]
    assert points == sorted(points, reverse=True)
    assert points[-1] == 0


@given(WORDS, WORDS, st.lists(WORDS, max_size=3), WORDS, st.booleans())
def test_no_points_come_from_nothing_and_more_words_never_cost(wanted, theme, tags, text, own):
    points = score(words_of(wanted), theme=theme, tags=tags, text=text, own=own)
    assert points >= score(frozenset(), theme=theme, tags=tags, text=text, own=own) == 10 * own
    assert score(words_of(wanted), theme=theme, tags=[*tags, wanted], text=text, own=own) >= points


@pytest.fixture
def bank(network, ambassador, today):
    theme = Theme.objects.create(network=network, name="loslaten", slug="loslaten")
    other = make_person(network, "Chidi", "Okafor", publication_consent_at="2025-04-01T12:00:00+02:00")
    make_story(other, "Over loslaten", theme=theme)
    make_story(other, "Iets heel anders", sector="bouw")
    make_story(ambassador, "Mijn eigen verhaal", quote="Doodeng.", lessons="Begin klein")
    make_tool(network, "zelf-roosteren", title="Zelf roosteren", theme=theme, people_most=12)
    make_tool(network, "groot", title="Roosters voor een zaal", people_most=200)
    make_tool(network, "ver-weg", title="Ver weg")
    for number in range(8):
        Fact.objects.create(network=network, figure=str(number), statement=f"feit {number}", source="bron",
                            checked_on=TODAY, theme=theme if number == 7 else None)  # fmt: skip


def test_what_fits_comes_first_and_the_rest_stays_home(bank, ambassador):
    occasion = kit.Occasion("Roosters en loslaten", kind="presentation", most_people=40)
    found = kit.kit_for(ambassador, occasion, TODAY)
    assert [version.title for version in found.stories] == ["Mijn eigen verhaal", "Over loslaten"]
    assert [tool.title for tool in found.tools] == [
        "Roosters voor een zaal"
    ]  # the other has no room for forty
    assert [fact.figure for fact in found.facts] == ["7", "0", "1", "2", "3", "4"]
    assert found.own_story.title == "Mijn eigen verhaal"


def test_where_people_do_something_a_card_always_goes_along(bank, ambassador):
    found = kit.kit_for(ambassador, kit.Occasion("Kennismaken", kind="workshop"), TODAY)
    assert (found.is_hands_on, len(found.tools)) == (True, 3)
    assert kit.kit_for(ambassador, kit.Occasion("Kennismaken", kind="interview"), TODAY).is_hands_on is False


def test_three_queries_however_much_there_is(bank, ambassador, django_assert_num_queries):
    with django_assert_num_queries(3):
        kit.kit_for(ambassador, kit.Occasion("Roosters"), TODAY)


def test_the_file_holds_slides_cards_and_a_text(bank, ambassador, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    found = kit.kit_for(ambassador, kit.Occasion("Roosters en loslaten"), TODAY)
    with zipfile.ZipFile(io.BytesIO(kit.archive(found))) as files:
        names = sorted(files.namelist())
        assert names == [
            "dias.pdf",
            "lees-mij.txt",
            "methodiekkaart-roosters-voor-een-zaal.pdf",
            "methodiekkaart-zelf-roosteren.pdf",
        ]
        assert all(files.read(name).startswith(b"%PDF-") for name in names if name.endswith(".pdf"))
        text = files.read("lees-mij.txt").decode()
    assert "7 feit 7 (bron)" in text
    assert "http://pioniers.localhost/kennisbank/instrumenten/zelf-roosteren/" in text
    assert len(list((tmp_path / "paper").glob("*.pdf"))) == 3  # and a second time they are there already


def test_without_paper_the_text_goes_along_all_the_same(bank, ambassador, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(paper, "SECONDS", 0.0)
    found = kit.kit_for(ambassador, kit.Occasion("Roosters en loslaten"), TODAY)
    with zipfile.ZipFile(io.BytesIO(kit.archive(found))) as files:
        assert sorted(files.namelist()) == ["geen-pdf.txt", "lees-mij.txt"]


def test_an_ambassador_takes_it_along_and_writes_a_story_of_it(bank, ambassador, ambassador_client, network):
    from tests.site.test_public_pages import make_podium

    podium = make_podium(network, ambassador, title="Roosters en loslaten", outcome="Volle zaal.")
    page = ambassador_client.get(f"/mijn/podium/{podium.pk}/meenemen/").text
    for part in ("Mijn eigen verhaal", "Over loslaten", "Zelf roosteren", "feit 7"):
        assert part in page, part
    assert "Iets heel anders" not in page
    form = ambassador_client.get(f"/mijn/podium/{podium.pk}/verhaal/").text
    assert 'value="Roosters en loslaten"' in form
    assert "Volle zaal." in form
    answers = {"title": "Roosters en loslaten", "cause": "A", "course": "B", "result": "C"}
    assert (
        ambassador_client.post(f"/mijn/podium/{podium.pk}/verhaal/", answers | {"cause": ""}).status_code
        == 422
    )
    begun = ambassador_client.post(f"/mijn/podium/{podium.pk}/verhaal/", answers)
    story = ambassador.stories.get(slug="roosters-en-loslaten")
    assert begun.url == f"/mijn/verhalen/{story.pk}/"
