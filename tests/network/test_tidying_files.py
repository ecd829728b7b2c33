"""What nobody sees any more does not stay on the disk; what anybody may still see does."""

import json
import os
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.db.models import FileField

from events.actions import drafting
from events.models import Podium
from knowledgebank.actions import writing
from knowledgebank.models import StoryVersion, Tool, ToolDownload
from network import clock, images
from network.actions import retaining, sizing, tidying_files
from network.models import Network
from network.tasks import tidy_files
from tests.network.test_images import picture

pytestmark = pytest.mark.usefixtures("today")

STORY = "knowledgebank.storyversion"


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def story(ambassador, leader) -> StoryVersion:
    return writing.begin(ambassador, by=leader, title="Het rooster uit handen", body="Rust.")


def put_photo(version: StoryVersion, leader) -> str:
    changes = {"photo": images.clean(picture()), "photo_alt": "Een planbord"}
    return str(writing.change(version, by=leader, changes=changes).photo)


def a_day_older(media: Path) -> None:
    for path in media.rglob("*"):
        if path.is_file():
            before = clock.now().timestamp() - 90_000
            os.utime(path, (before, before))


@pytest.fixture
def night(media, django_capture_on_commit_callbacks):
    def run() -> int:
        a_day_older(media)
        with django_capture_on_commit_callbacks(execute=True):
            return tidying_files.tidy(now=clock.now())["files"]

    return run


def test_a_replaced_photo_goes_with_its_sizes_and_out_of_history(story, leader, media, night):
    old = put_photo(story, leader)
    assert sizing.settle(STORY, story.pk)
    of_old = {path.name for path in (media / "renditions").iterdir()}
    new = put_photo(story, leader)
    assert night() == 1
    assert (default_storage.exists(old), default_storage.exists(new)) == (False, True)
    assert not of_old & {path.name for path in (media / "renditions").iterdir()}
    assert [row.photo for row in StoryVersion.history.filter(id=story.pk).order_by("history_id")] == [
        "",
        "",
        new,
    ]
    assert night() == 0


def test_a_photo_that_another_version_shows_stays(story, leader, night):
    photo = put_photo(story, leader)
    writing.approve(story, by=leader, via="spoken", with_photo=True)
    second = writing.next_version(story.story, by=leader)
    newer = put_photo(second, leader)
    assert night() == 0
    assert default_storage.exists(photo)
    writing.discard(second, by=leader)
    assert night() == 1
    assert (default_storage.exists(photo), default_storage.exists(newer)) == (True, False)


def test_a_year_after_the_newer_version_the_photo_of_the_older_goes(story, leader, network, night):
    old = put_photo(story, leader)
    writing.approve(story, by=leader, via="spoken", with_photo=True)
    second = writing.next_version(story.story, by=leader)
    new = put_photo(second, leader)
    writing.approve(second, by=leader, via="spoken", with_photo=True)
    for days, left in ((364, old), (365, "")):
        with time_machine.travel(clock.now() + timedelta(days=days), tick=False):
            retaining.run(network, now=clock.now())
            night()
        story.refresh_from_db()
        assert (str(story.photo), default_storage.exists(old)) == (left, bool(left))
    assert (story.photo_alt, story.photo_consent_at, story.body) == ("", None, "Rust.")
    second.refresh_from_db()
    assert (str(second.photo), default_storage.exists(new)) == (new, True)
    assert second.photo_consent_at is not None


def test_a_planned_version_does_not_yet_follow_another(story, leader, network):
    photo = put_photo(story, leader)
    writing.approve(story, by=leader, via="spoken", with_photo=True)
    second = writing.next_version(story.story, by=leader)
    second.publish_on = clock.today() + timedelta(days=500)
    second.save()
    writing.approve(second, by=leader, via="spoken")
    with time_machine.travel(clock.now() + timedelta(days=499), tick=False):
        assert retaining.run(network, now=clock.now())["story_photos"] == 0
    story.refresh_from_db()
    assert str(story.photo) == photo


def test_an_upload_of_today_waits_for_its_row(story, leader, media):
    put_photo(story, leader)
    put_photo(story, leader)
    now = clock.now()
    for path in media.rglob("*.jpg"):
        os.utime(path, (now.timestamp() - 3_600, now.timestamp() - 3_600))
    assert tidying_files.loose(now=now) == []
    assert len(tidying_files.loose(now=now + timedelta(days=1))) == 1


def test_a_change_that_is_rolled_back_takes_no_file(story, leader, media):
    old = put_photo(story, leader)
    put_photo(story, leader)
    a_day_older(media)
    with pytest.raises(RuntimeError), transaction.atomic():
        assert tidying_files.tidy(now=clock.now()) == {"files": 1}
        raise RuntimeError
    assert default_storage.exists(old)
    assert StoryVersion.history.filter(photo=old).exists()


def test_a_file_that_a_row_named_meanwhile_stays(story, leader, media, monkeypatch):
    """As when the photo of a draft becomes that of a podium while the disk is read."""
    old = put_photo(story, leader)
    a_day_older(media)
    monkeypatch.setattr(tidying_files, "loose", lambda *, now: [old])
    assert tidying_files.tidy(now=clock.now()) == {"files": 0}
    assert default_storage.exists(old)


def test_photos_of_drafts_and_podia_pdfs_and_logos(ambassador, network, leader, night):
    draft = drafting.save_draft(
        person=ambassador, token="t" * 43, values={"title": ["x"]}, photo=images.clean(picture())
    )
    podium = Podium.objects.create(
        network=network, kind="panel", date=date(2026, 11, 1), title="x", photo=images.clean(picture())
    )
    tool = Tool.objects.create(network=network, slug="kaart", title="Kaart")
    download = ToolDownload.objects.create(tool=tool, title="PDF", file=ContentFile(b"%PDF-", "x.pdf"))
    network.logo = images.clean(picture())
    network.save()
    kept = [str(draft.photo), str(podium.photo), str(download.file), str(network.logo)]
    assert night() == 0
    assert all(default_storage.exists(name) for name in kept)
    podium.photo = network.logo = ""
    podium.save()
    network.save()
    download.file = ContentFile(b"%PDF-", "y.pdf")
    download.save()
    assert night() == 3
    assert [default_storage.exists(name) for name in kept] == [True, False, False, False]


def test_every_folder_it_looks_in_is_named_by_the_field_itself():
    """A folder that is reckoned would not be found on the disk."""
    found = tidying_files.naming()
    assert len(found) >= 9
    assert [field for _model, field in found if callable(field.upload_to) or not field.upload_to] == []
    assert {type(field.storage) for _model, field in found} == {type(FileField().storage)}


def test_a_database_without_networks_is_not_believed(db, media):
    stray = media / "stories/oud.jpg"
    stray.parent.mkdir()
    stray.write_bytes(b"x")
    a_day_older(media)
    assert tidying_files.tidy(now=clock.now()) == {"files": 0}
    assert stray.exists()


def test_the_clock_does_it_once_a_day_and_the_command_by_hand(
    story, leader, media, django_capture_on_commit_callbacks
):
    put_photo(story, leader)
    old = str(StoryVersion.objects.get().photo)
    put_photo(story, leader)
    a_day_older(media)
    out = StringIO()
    call_command("files", "--dry-run", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"loose": 1, "gone": 0}
    assert default_storage.exists(old)
    with django_capture_on_commit_callbacks(execute=True):
        tidy_files()
    assert not default_storage.exists(old)
    call_command("files", stdout=out)
    assert out.getvalue().endswith("No row names 0 files; 0 went now.\n")
    assert Network.objects.exists()
