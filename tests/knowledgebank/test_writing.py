"""From a first draft to a story that is online, and off again."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.base import ContentFile

from ambassadors.actions import consenting, exporting
from ambassadors.models import Purpose
from knowledgebank import links
from knowledgebank.actions import writing
from knowledgebank.models import Story, StoryVersion
from network.models import Message
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("today")
TODAY = date(2026, 11, 23)


@pytest.fixture
def draft(ambassador) -> StoryVersion:
    return writing.begin_from_answers(
        ambassador,
        by=ambassador.user,
        title="Het rooster uit handen",
        cause="Drie planners.",
        course="We gaven de lege bladen.",
        result="Rust.",
    )


@pytest.fixture
def asked(draft, leader) -> StoryVersion:
    return writing.ask_approval(draft, by=leader)


def reread(version: StoryVersion) -> StoryVersion:
    return StoryVersion.objects.select_related("story").get(pk=version.pk)


def test_a_draft_from_three_answers_has_their_headings_and_the_company_of_today(draft):
    assert draft.body == (
        "## Hoe het was\n\nDrie planners.\n\n## Wat we deden\n\nWe gaven de lege bladen.\n\n"
        "## Wat het opleverde\n\nRust."
    )
    assert (draft.company, draft.sector, draft.employees, draft.role, draft.number) == (
        "Oosterveld BV", "zorg", 48, "directeur", 1,
    )  # fmt: skip
    assert draft.story.slug == "het-rooster-uit-handen"
    assert list(Story.objects.public(TODAY)) == []


def test_the_same_title_twice_is_one_story_and_another_persons_gets_an_address_of_its_own(
    draft, ambassador, other_ambassador
):
    again = writing.begin(ambassador, by=None, title="Het rooster uit handen")
    assert again == draft
    other = writing.begin(other_ambassador, by=None, title="Het rooster uit handen")
    assert other.story.slug == "het-rooster-uit-handen-2"


def test_approval_puts_it_online_at_once(asked, ambassador):
    approved = writing.approve(asked, by=ambassador.user, via="link", seal=writing.seal_of(asked))
    assert (approved.publish_on, approved.approved_via, approved.consent_text) == (TODAY, "link", "2026-1")
    assert list(Story.objects.public(TODAY)) == [asked.story]
    assert Message.objects.filter(kind="story_approved", recipient=ambassador.email).count() == 1
    before = approved.approved_at
    assert writing.approve(asked, by=ambassador.user, via="link").approved_at == before
    assert Message.objects.filter(kind="story_approved").count() == 1


def test_approval_of_a_planned_story_waits_for_its_day(draft, leader, ambassador):
    asked = writing.ask_approval(draft, by=leader, publish_on=date(2026, 12, 1))
    writing.approve(asked, by=ambassador.user, via="link", seal=writing.seal_of(asked))
    assert list(Story.objects.public(TODAY)) == []
    assert list(Story.objects.public(date(2026, 12, 1))) == [asked.story]


def test_nobody_approves_a_text_that_changed_while_they_read(asked, leader, ambassador):
    seal = writing.seal_of(asked)
    writing.change(asked, by=leader, changes={"body": "Iets heel anders."})
    with pytest.raises(writing.NotNow):
        writing.approve(asked, by=ambassador.user, via="link", seal=seal)
    assert reread(asked).approved_at is None


def test_an_approved_version_never_changes(asked, leader, ambassador):
    writing.approve(asked, by=ambassador.user, via="mijn")
    for attempt in (
        lambda: writing.change(asked, by=leader, changes={"title": "Anders"}),
        lambda: writing.discard(asked, by=leader),
        lambda: writing.ask_approval(asked, by=leader),
        lambda: writing.ask_changes(asked, by=leader, remarks="Toch niet"),
    ):
        with pytest.raises(writing.NotNow):
            attempt()
    assert reread(asked).title == "Het rooster uit handen"


def test_the_next_version_is_a_copy_and_there_is_one_at_a_time(asked, leader, ambassador):
    writing.approve(asked, by=ambassador.user, via="mijn")
    new = writing.next_version(asked.story, by=leader)
    assert (new.number, new.title, new.body, new.asked_at) == (2, asked.title, asked.body, None)
    assert writing.next_version(asked.story, by=leader) == new
    writing.discard(new, by=leader)
    assert list(Story.objects.public(TODAY)) == [asked.story]


def test_withdrawn_is_off_at_once_and_only_a_new_approval_brings_it_back(asked, ambassador):
    writing.approve(asked, by=ambassador.user, via="mijn")
    writing.withdraw(asked.story, by=ambassador.user)
    assert list(Story.objects.public(TODAY)) == []
    writing.approve(asked, by=ambassador.user, via="link")
    assert list(Story.objects.public(TODAY)) == [asked.story]


def test_a_photo_needs_its_own_consent_and_another_photo_a_new_one(
    asked, ambassador, leader, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    version = writing.change(
        asked, by=leader, changes={"photo": ContentFile(b"x", "een.jpg"), "photo_alt": "De ploeg"}
    )
    writing.approve(version, by=ambassador.user, via="mijn", with_photo=True)
    assert reread(version).shows_photo is True
    new = writing.next_version(asked.story, by=leader)
    assert new.photo_consent_at is not None
    new = writing.change(new, by=leader, changes={"photo": ContentFile(b"y", "twee.jpg")})
    assert (reread(new).photo_consent_at, reread(new).shows_photo) == (None, False)
    consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO, by=ambassador.user)
    assert (reread(version).shows_photo, list(Story.objects.public(TODAY))) == (False, [asked.story])


def test_approval_is_not_asked_of_an_empty_text_or_somebody_without_an_address(network, leader, ambassador):
    empty = writing.begin(ambassador, by=leader, title="Leeg")
    with pytest.raises(writing.NotNow):
        writing.ask_approval(empty, by=leader)
    silent = make_person(network, "Zonder", "Adres", email="")
    version = writing.begin(silent, by=leader, title="Stil", body="Een tekst.")
    with pytest.raises(writing.NotNow):
        writing.ask_approval(version, by=leader)
    assert not Message.objects.exists()


# --- The link of the mail --------------------------------------------------------------------------------


def posted(visitor, path, **more):
    form = visitor.get(path).context["approval"]
    return visitor.post(path, {"seal": form.initial["seal"], **more})


def path_of(version: StoryVersion) -> str:
    return links.approval_url(version).removeprefix("http://pioniers.localhost")


def test_opening_the_link_changes_nothing_and_the_button_answers(visitor, asked):
    path = path_of(asked)
    for _time in range(3):
        assert visitor.get(path).status_code == 200
    assert reread(asked).approved_at is None
    without_tick = posted(visitor, path, approve="1")
    assert (without_tick.status_code, reread(asked).approved_at) == (422, None)
    answer = posted(visitor, path, approve="1", agree="on")
    assert "Je verhaal staat op de site" in answer.text
    assert (reread(asked).approved_via, visitor.get(asked.story.get_absolute_url()).status_code) == (
        "link",
        200,
    )
    assert answer["Referrer-Policy"] == "same-origin"


def test_by_the_link_changes_are_asked_and_consent_is_taken_back(visitor, asked, leader_client):
    path = path_of(asked)
    assert visitor.post(path, {"change": "1", "remarks": ""}).status_code == 422
    answer = visitor.post(path, {"change": "1", "remarks": "Het waren twee planners."})
    assert "De projectleider past het aan" in answer.text
    assert (reread(asked).remarks, reread(asked).state_words) == (
        "Het waren twee planners.",
        "aanpassing gevraagd",
    )
    assert "Het waren twee planners." in leader_client.get("/beheer/").text
    posted(visitor, path, approve="1", agree="on")
    assert visitor.get("/verhalen/het-rooster-uit-handen/").status_code == 200
    visitor.post(path, {"withdraw": "1"})
    assert visitor.get("/verhalen/het-rooster-uit-handen/").status_code == 404


@pytest.mark.parametrize("change", [lambda t: t[:-3], lambda t: "x", lambda t: t + "y"])
def test_a_broken_link_opens_nothing(visitor, asked, change):
    start, _slash, token = path_of(asked).rstrip("/").rpartition("/")
    answer = visitor.get(f"{start}/{change(token)}/")
    assert answer.status_code == 404
    assert "Drie planners" not in answer.text


def test_a_link_of_another_network_or_of_long_ago_opens_nothing(visitor, asked, other_network, time_machine):
    from tests.conftest import client_for

    assert client_for(None, other_network).get(path_of(asked)).status_code == 404
    path = path_of(asked)
    time_machine.move_to("2027-03-01T12:00:00+01:00", tick=False)
    assert visitor.get(path).status_code == 410


# --- Mijn and the admin -------------------------------------------------------------------------------------


def test_an_ambassador_writes_hands_in_and_approves_in_mijn(ambassador_client, ambassador, leader):
    answers = {"title": "Mijn begin", "cause": "A.", "course": "B.", "result": "C."}
    assert ambassador_client.post("/mijn/verhalen/nieuw/", {"title": "Mijn begin"}).status_code == 422
    assert ambassador_client.post("/mijn/verhalen/nieuw/", answers).status_code == 302
    story = Story.objects.get()
    page = f"/mijn/verhalen/{story.pk}/"
    assert ambassador_client.get(page + "goedkeuren/").url == page  # nobody asked yet
    typed = {"title": "Mijn begin", "body": "De hele tekst.", "lessons": "Eén", "tags": "rust, rooster"}
    assert ambassador_client.post(page, typed).url == page + "voorbeeld/"
    assert "De hele tekst." in ambassador_client.get(page + "voorbeeld/").text
    ambassador_client.post(page, typed | {"hand_in": "1"})
    version = story.versions.get()
    assert (version.tags, version.handed_in_at is not None) == (["rust", "rooster"], True)
    writing.ask_approval(version, by=leader)
    seal = ambassador_client.get(page + "goedkeuren/").context["approval"].initial["seal"]
    ambassador_client.post(page + "goedkeuren/", {"approve": "1", "agree": "on", "seal": seal})
    assert list(Story.objects.public(TODAY)) == [story]
    ambassador_client.post(page + "nieuwe-versie/")
    ambassador_client.post(page + "weggooien/")
    assert story.versions.count() == 1
    ambassador_client.post(page + "intrekken/")
    assert list(Story.objects.public(TODAY)) == []


def test_a_form_with_an_error_keeps_every_word(ambassador_client, draft):
    answer = ambassador_client.post(
        f"/mijn/verhalen/{draft.story_id}/", {"title": "", "body": "Lang verhaal"}
    )
    assert answer.status_code == 422
    assert "Lang verhaal" in answer.text
    assert 'href="#id_title"' in answer.text


def test_the_leader_writes_asks_plans_and_takes_off(leader_client, ambassador, leader):
    answer = leader_client.post(
        "/beheer/knowledgebank/story/add/", {"person": ambassador.pk, "title": "Van de leider"}
    )
    version = StoryVersion.objects.get()
    assert answer.url == f"/beheer/knowledgebank/story/versie/{version.pk}/"
    page = answer.url
    form = leader_client.get(page).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields if name != "photo"}
    typed |= {"body": "Een tekst.", "tags": "rust"}
    assert leader_client.post(page, typed | {"save": "1", "title": ""}).status_code == 422
    assert leader_client.post(page, typed | {"save": "1"}).status_code == 302
    assert reread(version).body == "Een tekst."
    leader_client.post(page, {"ask": "1", "publish_on": "2026-12-01"})
    assert (reread(version).publish_on, Message.objects.get().kind) == (date(2026, 12, 1), "story_approval")
    writing.approve(version, by=ambassador.user, via="link")
    leader_client.post(page, {"plan": "1", "publish_on": "2026-11-23"})
    assert list(Story.objects.public(TODAY)) == [version.story]
    assert "Een tekst." in leader_client.get(page + "voorbeeld/").text
    leader_client.post(page, {"next": "1"})
    assert version.story.versions.count() == 2
    leader_client.post(page, {"withdraw": "1"})
    assert list(Story.objects.public(TODAY)) == []
    writing.begin(ambassador, by=leader, title="Bezet")
    answer = leader_client.post(page, {"facts": "1", "slug": "bezet", "theme": ""})
    assert (answer.status_code, "Op dit adres staat al een verhaal." in answer.text) == (422, True)
    assert leader_client.post(page, {"facts": "1", "slug": "vrij", "theme": ""}).status_code == 302
    assert Story.objects.filter(slug="vrij").exists()


def test_somebody_takes_along_what_their_stories_say(asked, ambassador, other_ambassador):
    (table,) = [one for one in exporting.tables_about(ambassador) if one.name == "storyversion"]
    (row,) = table.rows
    assert "Drie planners." in row["body"]
    assert [one.name for one in exporting.tables_about(other_ambassador) if "story" in one.name] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_stories_asks_as_often_for_one_as_for_three(
    leader_client, network, django_assert_num_queries, rows
):
    for number in range(rows):
        person = make_person(network, f"P{number}", "Naam")
        writing.begin(person, by=None, title=f"Verhaal {number}")
    leader_client.get("/beheer/knowledgebank/story/")
    with django_assert_num_queries(9):
        text = leader_client.get("/beheer/knowledgebank/story/").text
    assert text.count("<b>Verhaal ") == rows


def test_the_photo_of_a_story_comes_along_when_somebody_takes_their_data(draft, ambassador, other_ambassador):
    writing.change(draft, by=None, changes={"photo": ContentFile(b"een foto", "foto.jpg")})
    name = str(StoryVersion.objects.get().photo)
    for person, there in ((ambassador, True), (other_ambassador, False)):
        target = io.BytesIO()
        exporting.write_archive(person, target)
        assert (f"bestanden/{name}" in zipfile.ZipFile(target).namelist()) is there
