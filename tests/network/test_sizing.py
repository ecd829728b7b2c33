"""The sizes of pictures: made by the worker, from what the row itself says is due."""

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from ambassadors.actions import consenting, profile
from ambassadors.models import Person, Purpose
from knowledgebank.actions import writing
from knowledgebank.models import StoryVersion
from network import clock, freshness, images, worklist
from network.actions import doorbell, sizing
from tests.network.test_images import picture

pytestmark = pytest.mark.usefixtures("today")

PERSON = "ambassadors.person"
STORY = "knowledgebank.storyversion"


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def pictured(ambassador, leader) -> Person:
    changes = {"portrait": images.clean(picture(size=(400, 500)))}
    return profile.change_profile(ambassador, by=leader, changes=changes)


@pytest.fixture
def told(ambassador, leader) -> StoryVersion:
    version = writing.begin(ambassador, by=leader, title="Het rooster uit handen")
    changes = {"body": "Rust.", "photo": images.clean(picture()), "photo_alt": "Een planbord"}
    return writing.change(version, by=leader, changes=changes)


def made(media: Path) -> list[str]:
    """What stands on the disk, without the part of the name that differs by picture."""
    return sorted(path.name.partition("-")[2] for path in (media / "renditions").glob("*"))


EVERY_PORTRAIT = sorted(f"{width}.{kind}" for width in (240, 480, 960) for kind in ("avif", "jpg", "webp"))
EVERY_PHOTO = sorted(f"3x2-{width}.{kind}" for width in (480, 960, 1440) for kind in ("avif", "jpg", "webp"))


def test_the_kinds_are_found_by_themselves():
    assert sorted(sizing.kinds()) == [PERSON, STORY]


def test_an_upload_makes_nothing_and_rings_after_the_commit(
    ambassador, leader, media, monkeypatch, django_capture_on_commit_callbacks
):
    rung = []
    monkeypatch.setattr(doorbell, "ring", lambda *said: rung.append(said))
    upload = images.clean(picture())
    with django_capture_on_commit_callbacks(execute=True):
        profile.change_profile(ambassador, by=leader, changes={"portrait": upload})
        assert rung == []
    assert rung == [("network.tasks.settle_sizes", PERSON, ambassador.pk)]
    assert made(media) == []


def test_settling_makes_every_size_once_and_says_so(pictured, media):
    assert (pictured.has_sizes, pictured.waits_for_sizes, pictured.shown_picture) == (False, True, "")
    assert sizing.settle(PERSON, pictured.pk)
    assert made(media) == EVERY_PORTRAIT
    times = {path: path.stat().st_mtime_ns for path in (media / "renditions").iterdir()}
    freshness.renew()
    stamp = freshness.stamp()
    assert sizing.settle(PERSON, pictured.pk)
    assert {path: path.stat().st_mtime_ns for path in (media / "renditions").iterdir()} == times
    assert freshness.stamp() == stamp  # pages that were kept stay
    person = Person.objects.get(pk=pictured.pk)
    assert (person.has_sizes, person.waits_for_sizes) == (True, False)
    assert person.shown_picture == str(pictured.portrait)
    assert person.history.count() == pictured.history.count()


def test_pages_show_the_initials_until_it_is_ready_and_the_portrait_from_then_on(pictured, visitor, network):
    pages = [pictured.get_absolute_url(), reverse("people", args=[network.people_slug]), "/"]
    before = [visitor.get(page).content.decode() for page in pages]
    assert not any("/portret/" in text or "<picture>" in text for text in before)
    assert [visitor.get(page).content.decode() for page in pages] == before
    sizing.settle(PERSON, pictured.pk)
    after = [visitor.get(page).content.decode() for page in pages]
    assert all(f"/portret/{pictured.slug}/" in text for text in after)


def test_the_photo_of_a_story_has_a_drawing_of_the_same_size_until_it_is_ready(told, visitor, ambassador):
    writing.approve(told, by=ambassador.user, via="mijn", with_photo=True)
    page = visitor.get("/verhalen/het-rooster-uit-handen/").content.decode()
    assert 'class="photo-coming" role="img" aria-label="Een planbord" width="960" height="640"' in page
    assert "/verhaalfoto/" not in page
    sizing.settle(STORY, told.pk)
    page = visitor.get("/verhalen/het-rooster-uit-handen/").content.decode()
    assert "photo-coming" not in page
    assert "1440.avif 1440w" in page
    assert 'width="960" height="640"' in page


def test_an_address_that_comes_too_early_gets_a_drawing_that_nobody_keeps(
    pictured, visitor, media, monkeypatch, django_capture_on_commit_callbacks
):
    rung = []
    monkeypatch.setattr(doorbell, "ring", lambda *said: rung.append(said))
    address = reverse("portrait", args=[pictured.slug, images.version_of(pictured.picture_key), 480, "avif"])
    with django_capture_on_commit_callbacks(execute=True):
        answers = [visitor.get(address) for _twice in range(2)]
    for answer in answers:
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
        assert (answer["Cache-Control"], answer["Content-Security-Policy"]) == (
            "no-store",
            "default-src 'none'; sandbox",
        )
        assert b'width="480" height="600"' in answer.content
    assert rung == [("network.tasks.settle_sizes", PERSON, pictured.pk)]
    assert made(media) == []
    sizing.settle(PERSON, pictured.pk)
    answer = visitor.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/avif", "public, max-age=300")


def test_after_a_backup_without_sizes_they_are_made_again(pictured, media):
    sizing.settle(PERSON, pictured.pk)
    for path in (media / "renditions").iterdir():
        path.unlink()
    assert sizing.settle(PERSON, pictured.pk)
    assert made(media) == EVERY_PORTRAIT


def test_another_focal_point_replaces_the_sizes(pictured, leader, media):
    sizing.settle(PERSON, pictured.pk)
    old = {path.name for path in (media / "renditions").iterdir()}
    changed = profile.change_profile(pictured, by=leader, changes={"focal_x": 10})
    assert changed.waits_for_sizes
    assert sizing.sweep() == 1
    assert made(media) == EVERY_PORTRAIT
    assert not old & {path.name for path in (media / "renditions").iterdir()}
    assert sizing.sweep() == 0


def test_another_portrait_takes_the_old_one_and_its_sizes_away(
    pictured, leader, media, django_capture_on_commit_callbacks
):
    sizing.settle(PERSON, pictured.pk)
    old = str(pictured.portrait)
    with django_capture_on_commit_callbacks(execute=True):
        newer = images.clean(picture(size=(500, 500)))
        person = profile.change_profile(pictured, by=leader, changes={"portrait": newer})
    assert (default_storage.exists(old), made(media)) == (False, [])
    sizing.settle(PERSON, person.pk)
    assert made(media) == EVERY_PORTRAIT


def test_a_portrait_that_went_while_it_was_being_made_leaves_nothing(pictured, media, monkeypatch):
    make = images.make_sizes

    def make_while_it_goes(*args):
        Person.objects.filter(pk=pictured.pk).update(portrait="")
        return make(*args)

    monkeypatch.setattr(images, "make_sizes", make_while_it_goes)
    assert not sizing.settle(PERSON, pictured.pk)
    assert made(media) == []
    assert Person.objects.get(pk=pictured.pk).sizes_of == ""


def test_versions_of_a_story_share_a_photo_and_the_last_one_takes_it_along(
    told, ambassador, leader, media, django_capture_on_commit_callbacks
):
    writing.approve(told, by=ambassador.user, via="mijn", with_photo=True)
    newer = writing.next_version(told.story, by=leader)
    assert sizing.sweep() == 2
    assert made(media) == EVERY_PHOTO
    with django_capture_on_commit_callbacks(execute=True):
        writing.discard(StoryVersion.objects.get(pk=newer.pk), by=leader)
    assert made(media) == EVERY_PHOTO
    consenting.withdraw(person=ambassador, purpose=Purpose.PHOTO, by=ambassador.user)
    assert sizing.sweep() == 1
    assert made(media) == []
    assert StoryVersion.objects.get(pk=told.pk).sizes_of == ""


def test_a_photo_that_was_not_agreed_to_leaves_no_sizes(told, ambassador, media):
    sizing.sweep()
    assert made(media) == EVERY_PHOTO
    writing.approve(told, by=ambassador.user, via="mijn", with_photo=False)
    sizing.sweep()
    assert (made(media), sizing.sweep()) == ([], 0)


def test_who_refuses_photos_has_none_of_stories_either(told, ambassador, leader, media):
    writing.approve(told, by=ambassador.user, via="mijn", with_photo=True)
    sizing.sweep()
    Person.objects.filter(pk=ambassador.pk).update(photos_refused_at=timezone.now())
    sizing.sweep()
    assert (made(media), sizing.sweep()) == ([], 0)


@pytest.mark.parametrize("damage", ["gone", "half", "text"])
def test_a_damaged_picture_is_work_for_the_leader_and_not_tried_again(pictured, leader, network, damage):
    path = Path(pictured.portrait.path)
    content = path.read_bytes()
    path.unlink()
    if damage != "gone":
        path.write_bytes(content[:300] if damage == "half" else b"no picture at all")
    assert not sizing.settle(PERSON, pictured.pk)
    assert sizing.sweep() == 0
    found = [item for item in worklist.items(network, clock.today()) if item.key.startswith("portrait_dam")]
    assert [item.who for item in found] == [pictured.full_name]
    assert not Person.objects.get(pk=pictured.pk).waits_for_sizes
    profile.change_profile(pictured, by=leader, changes={"portrait": images.clean(picture())})
    assert "portrait_damaged" not in {entry.source for entry in worklist.entries(network, clock.today())}
    assert sizing.sweep() == 1
    assert Person.objects.get(pk=pictured.pk).has_sizes


def test_a_damaged_photo_of_a_story_is_too_and_its_page_shows_the_face(told, network, visitor, ambassador):
    writing.approve(told, by=ambassador.user, via="mijn", with_photo=True)
    Path(told.photo.path).unlink()
    sizing.sweep()
    page = visitor.get("/verhalen/het-rooster-uit-handen/").content.decode()
    assert "photo-coming" not in page
    assert 'class="story-head story-head-portrait"' in page
    found = [item for item in worklist.items(network, clock.today()) if item.key.startswith("photo_damaged")]
    assert [item.reason for item in found] == [
        "Het bestand van de foto bij “Het rooster uit handen” is niet te lezen. Zet er een andere bij."
    ]


def test_a_full_disk_is_no_fault_of_the_picture(pictured, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(images, "_keep", full)
    with pytest.raises(OSError, match="No space"):
        sizing.settle(PERSON, pictured.pk)
    assert Person.to_settle().get() == pictured


def test_see_through_parts_become_white(pictured):
    out = BytesIO()
    images.Image.new("RGBA", (100, 125), (0, 0, 0, 0)).save(out, "PNG")
    name = default_storage.save("portraits/clear.png", ContentFile(out.getvalue()))
    Person.objects.filter(pk=pictured.pk).update(portrait=name)
    sizing.settle(PERSON, pictured.pk)
    person = Person.objects.get(pk=pictured.pk)
    with images.Image.open(images.size(person.picture_key, images.PORTRAIT, 240, "jpg")) as small:
        assert min(small.getpixel((120, 150))) > 250


def test_the_hand_run_twin_tells_what_it_did(pictured, told):
    def run(*options):
        out = StringIO()
        call_command("sizes", *options, "--json", stdout=out)
        return json.loads(out.getvalue())

    none = {PERSON: 0, STORY: 0}
    assert run("--dry-run") == {"waiting": {PERSON: 1, STORY: 1}, "done": 0, "damaged": none}
    assert run() == {"waiting": {PERSON: 1, STORY: 1}, "done": 2, "damaged": none}
    assert run() == {"waiting": none, "done": 0, "damaged": none}
