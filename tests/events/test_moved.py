"""Which story moved whom: from its page to a request, from an answer to a figure with its rows."""

from datetime import date

import pytest
from django.utils import timezone

from events import lead_links, moved, report_stories
from events.models import Lead, LeadCheckIn, PodiumRequest
from network import privacy
from network.report import Period
from tests.events.leads import on_the_board
from tests.events.test_requesting import fill_in
from tests.knowledgebank.conftest import make_story

pytestmark = pytest.mark.usefixtures("today")

YEAR = Period.year(2026)


def figures(network):
    section = report_stories.stories(network, YEAR)
    return {figure.key: figure for figure in section.figures}


def check_in(lead, story=None, answer="first_step"):
    asked = LeadCheckIn.objects.create(lead=lead, months=3)
    if answer:
        LeadCheckIn.objects.filter(pk=asked.pk).update(
            answer=answer, answered_at="2026-11-20T12:00:00+01:00", story=story
        )
    return asked


def test_a_request_remembers_the_story_it_came_from(visitor, network, ambassador, leader_client):
    version = make_story(ambassador, slug="rooster", company="Oosterveld BV")
    page = visitor.get("/verhalen/rooster/").text
    assert "/vraag/?voor=marleen-oosterveld&amp;verhaal=rooster" in page
    form = visitor.get("/vraag/?voor=marleen-oosterveld&verhaal=rooster").text
    assert '<input type="hidden" name="verhaal" value="rooster">' in form
    assert (
        fill_in(visitor, "/vraag/?voor=marleen-oosterveld&verhaal=rooster", verhaal="rooster").status_code
        == 302
    )
    asked = PodiumRequest.objects.get()
    assert asked.story == version.story
    assert (
        "het verhaal van Marleen Oosterveld"
        in leader_client.get(f"/beheer/events/podiumrequest/{asked.pk}/voorstel/").text
    )


@pytest.mark.parametrize("slug", ["", "bestaat-niet", "elders", "concept", "x" * 3000])
def test_a_story_that_cannot_be_read_here_is_not_kept(visitor, network, ambassador, foreign_ambassador, slug):
    make_story(foreign_ambassador, slug="elders")
    make_story(ambassador, slug="concept", approved_at=None, approved_via="", publish_on=None)
    assert fill_in(visitor, verhaal=slug).status_code == 302
    assert PodiumRequest.objects.get().story is None


def test_who_took_a_step_may_name_the_story_that_helped(visitor, network, ambassador, leader_client):
    story = make_story(ambassador, title="Het rooster uit handen", slug="rooster").story
    lead = on_the_board(ambassador, "vaste", email="vast@x.example")
    asked = check_in(lead, answer="")
    path = "/" + lead_links.check_in_url(asked).split("://")[-1].partition("/")[2]
    assert '<option value="rooster">Marleen: Het rooster uit handen</option>' in visitor.get(path).text
    refused = visitor.post(path, {"answer": "first_step", "line": "Begonnen", "story": "elders"})
    assert refused.status_code == 422
    assert "Begonnen" in refused.text
    assert visitor.post(path, {"answer": "first_step", "story": "rooster"}).status_code == 200
    asked.refresh_from_db()
    assert asked.story == story
    page = leader_client.get(f"/beheer/events/lead/{lead.pk}/change/")
    assert "Op weg geholpen door het verhaal" in page.text


def test_what_a_lead_told_stands_in_what_they_can_see_of_themselves(visitor, network, ambassador):
    story = make_story(ambassador, title="Het rooster uit handen").story
    lead = on_the_board(ambassador, "vaste", email="marleen@x.example")
    asked = check_in(lead, story)
    LeadCheckIn.objects.filter(pk=asked.pk).update(line="Elke ploeg roostert zelf")
    path = "/" + lead_links.own_url(lead).split("://")[-1].partition("/")[2]
    page = visitor.get(path).text
    told = (
        "20 november 2026: We hebben een eerste stap gezet",
        "Elke ploeg roostert zelf",
        "Het rooster uit handen",
    )
    assert [words for words in told if words not in page] == []
    ambassador.email = "marleen@x.example"  # somebody of the network who asked as well
    kept = str(privacy.finders[Lead](ambassador))
    assert [words for words in ("Elke ploeg roostert zelf", story.slug) if words not in kept] == []


def test_without_stories_nobody_is_asked_for_one(visitor, ambassador):
    asked = check_in(on_the_board(ambassador, "vaste", email="vast@x.example"), answer="")
    path = "/" + lead_links.check_in_url(asked).split("://")[-1].partition("/")[2]
    assert 'name="story"' not in visitor.get(path).text
    assert visitor.post(path, {"answer": "nothing"}).status_code == 200


def test_each_figure_leads_to_its_rows(leader_client, network, ambassador, other_ambassador):
    mine, other = (make_story(one).story for one in (ambassador, other_ambassador))
    for number, (story, answer) in enumerate(
        [(mine, "first_step"), (mine, "doing"), (other, "nothing"), (None, "doing"), (other, "doing")]
    ):
        check_in(on_the_board(ambassador, f"t{number}", email=f"p{number}@x.example"), story, answer)
    for state, closed in (
        ("open", None),
        ("held", None),
        ("refused", timezone.now()),
        ("agreed", timezone.now()),
    ):
        PodiumRequest.objects.create(
            network=network, kind="panel", state=state, closed_at=closed, story=mine, host_name="X"
        )
    found = figures(network)
    assert found["moved_by_story"].value == 3
    assert found["asked_after_reading"].value == 2
    for figure in found.values():
        assert leader_client.get(figure.url).context["cl"].result_count == figure.value
        rows = report_stories.story_rows(network, YEAR).rows
        assert sum(row.counts.get(figure.key, 0) for row in rows) == figure.value
    assert report_stories.stories(network, YEAR).tables[0].rows == (
        ("Het rooster uit handen", 2, 2),
        ("Het rooster uit handen", 0, 1),
    )
    assert report_stories.stories(network, Period.year(2025)) is None


def test_who_answers_twice_is_one_entrepreneur(network, ambassador, other_ambassador):
    lead = on_the_board(ambassador, "t", email="p@x.example")
    check_in(lead, make_story(ambassador).story)
    LeadCheckIn.objects.create(
        lead=lead, months=6, answer="doing", answered_at="2026-11-21T12:00:00+01:00",
        story=make_story(other_ambassador).story,
    )  # fmt: skip
    assert figures(network)["moved_by_story"].value == 1
    assert [row.counts for row in report_stories.story_rows(network, YEAR).rows] == [
        {"moved_by_story": 1},
        {},
    ]


def test_a_story_off_the_site_is_not_named_in_the_report(network, ambassador):
    story = make_story(ambassador).story
    check_in(on_the_board(ambassador, "t", email="p@x.example"), story)
    ambassador.publication_consent_at = None
    ambassador.save()
    assert report_stories.stories(network, YEAR).tables[0].rows == (
        ("een verhaal dat nu niet meer op de site staat", 0, 1),
    )


@pytest.mark.parametrize("text", [None, "", "ever", "..", "2026-01-01", "2026-13-01..2027-01-01", "a..b..c"])
def test_a_period_that_cannot_be_read_is_all_of_time(text):
    assert moved.period_in(text) == (date(1900, 1, 1), date(2200, 1, 1))
