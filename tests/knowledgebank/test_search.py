"""The search: sixty questions with their answers, who finds what, and nothing that breaks it."""

from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassadors.models import Person
from knowledgebank import search, search_index, search_shown, search_sources, search_words
from knowledgebank.models import SearchEntry, SearchVocabulary, Story, StoryVersion, Synonyms
from knowledgebank.search_sources import Side
from tests.conftest import client_for
from tests.knowledgebank import search_world
from tests.knowledgebank.conftest import make_story

pytestmark = pytest.mark.usefixtures("today")
ENOUGH = 55
QUERIES_AFTER_A_CHANGE = 34


@pytest.fixture
def filled(network):
    for words in search_world.SYNONYMS:
        Synonyms.objects.create(network=network, words=words)
    return search_world.furnish(network)


def first(network, question: str, **how) -> tuple[str, str]:
    found = search.find(network, question, "nl", **how).found
    return (found[0].kind, found[0].plain_title) if found else ("", "")


def is_right(found: tuple[str, str], kind: str, title: str) -> bool:
    return found[0] == kind and found[1].endswith(title)


@pytest.mark.parametrize("worker_came_by", [True, False])
def test_sixty_questions_have_the_right_answer_first(network, filled, today, worker_came_by):
    """From the index, and from memory where the worker has not written it yet."""
    assert (
        len(search_world.QUERIES) == len({question for question, _kind, _title in search_world.QUERIES}) == 60
    )
    if worker_came_by:
        search_index.rebuild(network, today)
    wrong = [
        (question, found, title)
        for question, kind, title in search_world.QUERIES
        if not is_right(found := first(network, question), kind, title)
    ]
    assert len(search_world.QUERIES) - len(wrong) >= ENOUGH, wrong


# --- Who finds what --------------------------------------------------------------------------------


def titles(network, question: str, **eyes) -> list[str]:
    return [
        found.plain_title for found in search.find(network, question, "nl", eyes=search.eyes_of(**eyes)).found
    ]


def test_a_draft_is_found_by_the_team_and_by_whom_it_is_about_only(network, filled):
    marleen, bram = filled["Marleen"], filled["Bram"]
    make_story(marleen, "Zonnebloemen", slug="z", approved_at=None, approved_via="", publish_on=None)
    assert titles(network, "zonnebloemen") == []
    assert titles(network, "zonnebloemen", runs=True) == ["Zonnebloemen"]
    assert titles(network, "zonnebloemen", person=marleen.pk) == ["Zonnebloemen"]
    assert titles(network, "zonnebloemen", person=bram.pk) == []


def test_a_private_podium_is_found_by_who_is_on_stage(network, filled):
    fields = {"title": "Heisessie", "kind": "workshop", "date": date(2026, 12, 9)}
    search_world.add_podium(filled["Yusuf"], is_private=True, **fields)
    assert titles(network, "heisessie") == []
    assert titles(network, "heisessie", person=filled["Yusuf"].pk) == ["Heisessie"]
    assert titles(network, "heisessie", person=filled["Bram"].pk) == []
    assert titles(network, "heisessie", runs=True) == ["Heisessie"]


def test_what_is_taken_off_the_site_is_found_no_more(network, filled):
    assert titles(network, "medespeler") != []
    Story.objects.filter(slug="medespeler").update(withdrawn_at=timezone.now())
    assert "Van baas naar medespeler" not in titles(network, "medespeler")
    Person.objects.filter(pk=filled["Yusuf"].pk).update(publication_consent_at=None)
    assert titles(network, "yusuf demir") == []
    assert search.suggestions(network, "yus", "nl") == []
    search_index.freshen(network)
    assert not SearchEntry.objects.filter(audience="", text__contains="Demir").exists()


def contents() -> tuple[list, list]:
    return list(SearchEntry.objects.order_by("pk").values()), list(SearchVocabulary.objects.values())


def test_asking_only_reads(network, filled, today, visitor):
    """What is new is found, and what is gone is not, though no question writes anything."""
    search_index.rebuild(network, today)
    as_it_was = contents()
    Story.objects.filter(slug="medespeler").update(withdrawn_at=timezone.now())
    make_story(filled["Bram"], "Zonnebloemen", slug="z")
    assert titles(network, "zonnebloemen") == ["Zonnebloemen"]
    assert titles(network, "zonnebloemem") == ["Zonnebloemen"]  # its words are known, slips and all
    assert "Van baas naar medespeler" not in titles(network, "medespeler")
    assert search.suggestions(network, "zonne", "nl") == [("Zonnebloemen", "/verhalen/z/")]
    assert "<mark>Zonnebloemen</mark>" in visitor.get("/zoeken/", {"q": "zonnebloemen"}).text
    assert contents() == as_it_was
    search_index.freshen(network)  # as the worker does
    assert titles(network, "zonnebloemen") == ["Zonnebloemen"]
    assert contents() != as_it_was


def test_a_planned_story_is_found_on_its_day(network, filled, time_machine):
    make_story(filled["Bram"], "Zonnebloemen", slug="z", publish_on=date(2026, 11, 24))
    assert titles(network, "zonnebloemen") == []
    time_machine.move_to("2026-11-24T08:00:00+01:00", tick=False)
    assert titles(network, "zonnebloemen") == ["Zonnebloemen"]


def test_another_network_has_its_own(network, other_network, filled, foreign_ambassador):
    make_story(foreign_ambassador, "Zonnebloemen", slug="z")
    Synonyms.objects.create(network=other_network, words="rooster, zonnebloemen")
    assert titles(network, "zonnebloemen") == []
    assert titles(other_network, "zonnebloemen") == ["Zonnebloemen"]
    assert titles(other_network, "medespeler") == []


def test_reading_again_writes_only_what_differs(network, filled, today):
    search_index.rebuild(network, today)
    assert search_index.rebuild(network, today) == {"written": 0, "gone": 0}
    Story.objects.filter(slug="ritten").update(withdrawn_at=timezone.now())
    assert search_index.rebuild(network, today) == {"written": 0, "gone": 2}  # in Dutch and in English


# --- What a change costs -----------------------------------------------------------------------------


def differing(network, side: Side) -> set[tuple[str, str, str]]:
    """Language, kind and key of what the index does not know yet."""
    return {key[:3] for key in search_index.behind(network, side).instead}


def test_only_what_changed_is_made_again(network, filled, today):
    for number in range(20):
        make_story(filled["Bram"], f"Verhaal {number}", slug=f"v-{number}")
    search_index.rebuild(network, today)
    assert [differing(network, side) for side in Side] == [set(), set()]
    version = StoryVersion.objects.get(story__slug="v-7")
    StoryVersion.objects.filter(pk=version.pk).update(title="Zonnebloemen")
    story = str(version.story_id)
    assert differing(network, Side.OUTSIDE) == {("nl", "story", story), ("en", "story", story)}
    assert differing(network, Side.INSIDE) == set()
    assert titles(network, "zonnebloemen") == ["Zonnebloemen"]
    assert search_index.rebuild(network, today) == {"written": 2, "gone": 2}


@pytest.mark.parametrize("more", [0, 25])
def test_a_change_costs_the_same_queries_however_much_there_is(
    network, filled, today, more, django_assert_num_queries
):
    """Of everything its values, and only of the one that changed the text that was kept."""
    for number in range(more):
        make_story(filled["Bram"], f"Verhaal {number}", slug=f"v-{number}")
        search_world.add_podium(
            filled["Bram"], title=f"Podium {number}", kind="workshop", date=date(2026, 12, 9)
        )
    search_index.rebuild(network, today)
    StoryVersion.objects.filter(story__slug="ritten").update(lead="Nu met zonnebloemen.")
    with CaptureQueriesContext(connection) as asked:
        search_index.behind(network, Side.OUTSIDE)
    texts = [query["sql"] for query in asked if '"knowledgebank_searchentry"."text"' in query["sql"]]
    assert len(asked) == QUERIES_AFTER_A_CHANGE
    assert len(texts) == 1
    with django_assert_num_queries(0):
        search_index.behind(network, Side.OUTSIDE)


def test_visitors_do_not_wait_for_what_only_the_team_finds(network, filled, today):
    search_index.rebuild(network, today)
    search_world.add_podium(filled["Yusuf"], title="Heisessie", kind="workshop", date=today, is_private=True)
    assert differing(network, Side.OUTSIDE) == set()
    assert {kind for _language, kind, _key in differing(network, Side.INSIDE)} == {"podium"}


def test_an_entry_follows_from_its_values_alone(network, filled, today, django_assert_num_queries):
    """What is looked up while it is made would be missed when it changes."""
    make_story(filled["Bram"], "Zonnebloemen", slug="z", approved_at=None, approved_via="", publish_on=None)
    for language in network.languages:
        with override(language):
            found = [one for side in Side for one in search_sources.everything(side, network, today)]
            assert {one.kind for one in found} >= {"story", "draft", "tool", "person", "podium"}
            with django_assert_num_queries(0):
                for one in found:
                    assert one.made().title


def test_each_side_hands_over_what_is_for_its_own(network, filled, today):
    for side in Side:
        assert all(side.is_of(one.audience) for one in search_sources.everything(side, network, today))
    with override("nl"):
        outside = {one.audience for one in search_sources.everything(Side.OUTSIDE, network, today)}
    assert outside == {""}


def test_words_put_right_in_memory_are_those_the_worker_writes(network, filled, today):
    search_index.rebuild(network, today)
    Story.objects.filter(slug="ritten").update(withdrawn_at=timezone.now())
    StoryVersion.objects.filter(story__slug="medespeler").update(lead="Zonnebloemen, 2026 stuks.")
    make_story(filled["Bram"], "Zonnebloemen en tulpen", slug="z")
    in_memory = {language: search_index.vocabulary(network, language) for language in network.languages}
    search_index.rebuild(network, today)
    written = dict(SearchVocabulary.objects.filter(network=network).values_list("language", "words"))
    assert {language: found.words for language, found in in_memory.items()} == written
    assert written["nl"]["zonnebloemen"] == 2


# --- The page ------------------------------------------------------------------------------------------


def test_the_page_marks_counts_and_filters(visitor, filled):
    text = visitor.get("/zoeken/", {"q": "bedrijfsbezeok"}).text
    assert "<mark>Bedrijfsbezoek</mark>: een fabriek zonder chefs" in text
    assert 'href="/zoeken/?q=bedrijfsbezoek"' in text
    everything = visitor.get("/zoeken/", {"q": "begin"})
    counts = everything.context["results"].counts
    assert len(counts) > 1
    assert everything.context["results"].total == sum(counts.values())
    kind = sorted(counts)[0]
    chosen = visitor.get("/zoeken/", {"q": "begin", "kind": kind})
    assert {result.kind for result in chosen.context["results"].found} == {kind}
    assert chosen.context["results"].counts == counts


def test_in_english_too_with_the_language_marked(visitor, filled):
    text = visitor.get("/en/search/", {"q": "rooster"}).text
    assert '<h3 lang="nl"><a href="/en/stories/rooster/">' in text


def test_marks_never_let_markup_through(network, filled):
    make_story(filled["Bram"], '<script>alert("rooster")</script>', slug="x", lead="<b>rooster</b> & meer")
    found = next(one for one in search.find(network, "rooster", "nl").found if "script" in one.plain_title)
    assert found.title == "&lt;script&gt;alert(&quot;<mark>rooster</mark>&quot;)&lt;/script&gt;"
    assert found.snippet.startswith("&lt;b&gt;<mark>rooster</mark>&lt;/b&gt; &amp; meer")


def test_the_same_queries_however_much_is_found(visitor, network, filled, django_assert_num_queries):
    search_index.freshen(network)
    visitor.get("/zoeken/", {"q": "rooster"})
    for question in ("rooster", "begin", "zzzz"):
        with django_assert_num_queries(3):
            visitor.get("/zoeken/", {"q": question})


def test_a_snippet_is_a_passage_and_never_the_words_a_thing_is_only_found_by(network, filled):
    make_story(
        filled["Bram"], "Bloei", slug="z", lead="Wat groeide er.", body="Eerst niets.\n\nToen de tulpen.",
        tags=["zonnebloemen", "tuin"], sector="bollenteelt",
    )  # fmt: skip
    by_tag, by_sector, by_text = (
        search.find(network, word, "nl").found[0] for word in ("zonnebloem", "bollenteelt", "tulpen")
    )
    assert {by_tag.plain_title, by_sector.plain_title, by_text.plain_title} == {"Bloei"}
    assert by_tag.snippet == by_sector.snippet == "Wat groeide er."
    assert by_text.snippet == "Eerst niets. Toen de <mark>tulpen</mark>."


def test_a_fan_is_found_at_its_place_on_the_page(visitor, network, filled):
    found = search.find(network, "mkb deventer", "nl").found[0]
    assert found.url == "/fans/#fan-mkb-deventer"
    assert 'id="fan-mkb-deventer"' in visitor.get("/fans/").text


def test_suggestions_begin_with_what_was_typed(visitor, filled):
    answer = visitor.get("/zoeken/suggesties/", {"q": "netw"})
    assert 'data-href="/kennisbank/instrumenten/netwerkambitie/"' in answer.text
    assert visitor.get("/zoeken/suggesties/", {"q": "n"}).text.strip() == ""


def test_signed_in_one_finds_ones_own_and_nothing_is_kept(filled, network, leader):
    make_story(filled["Bram"], "Zonnebloemen", slug="z", approved_at=None, approved_via="", publish_on=None)
    address = "/zoeken/?q=zonnebloemen"
    signed_in = client_for(leader, network).get(address)
    assert "<mark>Zonnebloemen</mark>" in signed_in.text
    assert "no-store" in signed_in["Cache-Control"]
    assert "<mark>Zonnebloemen</mark>" not in client_for(None, network).get(address).text


STRANGE = (
    "", " ", "%", "'", '"', '""', "a OR b", "NEAR(a b)", "rooster*", "-rooster", "title_words:rooster", "\\",
    "&|!():*<>", "'; DROP TABLE x;--", "a" * 5000, "รท 漢字", "\u202e\u0301", "é" * 300, "1e5 0x1F 12abc",
    "{}" * 50, "de het een", "\x00rooster",
)  # fmt: skip


def test_no_question_breaks_it(visitor, filled):
    for question in STRANGE:
        for address in ("/zoeken/", "/zoeken/suggesties/", "/en/search/"):
            answer = visitor.get(address, {"q": question, "page": "99999", "kind": question})
            assert answer.status_code == 200, question


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_it(network, filled, question):
    results = search.find(network, question, "nl")
    assert results.total == sum(results.counts.values())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.frozensets(st.text("abcdefgh", min_size=1, max_size=6), max_size=5))
def test_marks_leave_the_words_as_they_were(text, stems):
    shown = search_shown.marked(text, stems, "nl")
    assert unescape(shown.replace("<mark>", "").replace("</mark>", "")) == text


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_slips_are_the_same_both_ways(one, other):
    assert search_words.slips(one, other, 3) == search_words.slips(other, one, 3)
    assert (search_words.slips(one, other, 3) == 0) == (one == other)
