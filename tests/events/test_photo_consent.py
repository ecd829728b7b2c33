"""Taking back the consent for photos or publication: by a link without signing in, in Mijn; what it does."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from ambassadors import links, pdfs
from ambassadors.actions import consenting, profile
from ambassadors.models import Appointment, Consent, Person, Purpose
from events import year_card
from events.actions import logging
from events.views import public_share
from knowledgebank.actions import writing
from knowledgebank.templatetags.knowledge import photo_address
from network import clock, images, worklist
from network.actions import sizing
from network.models import Message
from tests.ambassadors.candidates import words_read

pytestmark = pytest.mark.usefixtures("today")


def picture(colour: str) -> ContentFile:
    out = io.BytesIO()
    Image.new("RGB", (400, 500), colour).save(out, "JPEG")
    return images.clean(io.BytesIO(out.getvalue()))


@pytest.fixture
def shown(ambassador, leader, settings, tmp_path):
    """Marleen on the site, with a portrait and a story with a photo."""
    settings.MEDIA_ROOT = tmp_path
    profile.change_profile(ambassador, by=leader, changes={"portrait": picture("navy")})
    version = writing.begin(ambassador, by=leader, title="Het rooster uit handen")
    writing.change(
        version, by=leader, changes={"body": "Rust.", "photo": picture("olive"), "photo_alt": "Een planbord"}
    )
    writing.approve(version, by=ambassador.user, via="mijn", with_photo=True)
    sizing.sweep()
    ambassador.refresh_from_db()
    return ambassador


def pages_of(person: Person) -> list[str]:
    return [
        "/",
        reverse("people", args=[person.network.people_slug]),
        person.get_absolute_url(),
        "/verhalen/",
        "/verhalen/het-rooster-uit-handen/",
        "/agenda/",
        "/kennisbank/",
        reverse("embed_person", args=[person.slug]),
    ]


def pictures_on(visitor, person: Person) -> set[str]:
    """Which pages name an address of a portrait or of a photo with a story."""
    found = set()
    for address in pages_of(person):
        text = visitor.get(address).content.decode()
        if f"/portret/{person.slug}/" in text or "/verhaalfoto/" in text or ".avif" in text:
            found.add(address)
    return found


def made_from(portrait: str) -> list[Path]:
    """Every size of it on the disk."""
    return list(Path(default_storage.path("renditions")).glob(f"{images.version(portrait, 50, 35)}-*"))


def share(visitor, kind: str, key: str) -> bytes:
    return visitor.get(reverse("share_picture", args=[kind, key])).content


def test_a_photo_is_gone_from_every_page_picture_and_paper(
    shown, visitor, django_capture_on_commit_callbacks
):
    portrait, story_photo = str(shown.portrait), str(shown.stories.get().versions.get().photo)
    before = pictures_on(visitor, shown)
    assert {shown.get_absolute_url(), "/verhalen/", "/verhalen/het-rooster-uit-handen/"} <= before
    address = next(
        part
        for part in visitor.get(shown.get_absolute_url()).content.decode().split('"')
        if "/portret/" in part
    ).split()[0]
    assert visitor.get(address).status_code == 200
    on_cards = [share(visitor, "person", shown.slug), share(visitor, "story", "het-rooster-uit-handen")]
    version = shown.stories.get().versions.get()
    photo = photo_address(version, 960, "jpg")
    assert visitor.get(photo).status_code == 200
    assert made_from(portrait)

    with django_capture_on_commit_callbacks(execute=True):
        answer = visitor.post(links.consents_path(shown), {"withdraw": "photo"})

    assert answer.status_code == 302
    assert pictures_on(visitor, shown) == set()
    assert visitor.get(address).status_code == 404
    assert visitor.get(photo).status_code == 404
    after = [share(visitor, "person", shown.slug), share(visitor, "story", "het-rooster-uit-handen")]
    assert all(old != new for old, new in zip(on_cards, after, strict=True))
    person = Person.objects.get(pk=shown.pk)
    assert (default_storage.exists(portrait), made_from(portrait)) == (False, [])
    assert default_storage.exists(story_photo)
    assert public_share._portrait(person) == b""
    assert year_card.portrait_of(person) is None
    assert visitor.get("/verhalen/het-rooster-uit-handen/").status_code == 200


def test_a_plaque_that_is_still_to_be_made_has_the_initials(shown, network, leader):
    today = clock.today()
    round = network.rounds.create(
        year=today.year,
        ceremony_on=today,
        place="Zwolle",
        official_name="A. B.",
        official_title="Gedeputeerde",
    )
    appointment = Appointment(
        round=round, person=shown, term=shown.terms.first(), name="Marleen Oosterveld", serial_number="PO-1"
    )
    assert pdfs.plaque_of(appointment).portrait
    consenting.withdraw(person=shown, purpose=Purpose.PHOTO)
    appointment.person = Person.objects.get(pk=shown.pk)
    assert not pdfs.plaque_of(appointment).portrait


def test_opening_the_link_changes_nothing_and_the_mail_leads_back(shown, visitor):
    path = links.consents_path(shown)
    page = visitor.get(path)
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")
    assert "Geen foto" in page.content.decode()
    assert Person.objects.get(pk=shown.pk).portrait

    for _twice in range(2):
        visitor.post(path, {"withdraw": "photo"})
    mail = Message.objects.get(kind="consent_withdrawn")
    assert (mail.recipient, mail.variant) == (shown.email, "photo")

    words = words_read(shown.network)[Purpose.PHOTO]
    visitor.post(path, {"give": "photo", "words": words})
    person = Person.objects.get(pk=shown.pk)
    assert person.photos_refused_at is None
    assert not person.portrait
    assert person.consents.in_force().get().way == Consent.Way.LINK
    assert person.stories.get().versions.get().shows_photo


def test_who_takes_back_publication_is_off_the_site_with_the_stories(shown, visitor):
    visitor.post(links.consents_path(shown), {"withdraw": "publication"})
    assert visitor.get(shown.get_absolute_url()).status_code == 404
    assert visitor.get("/verhalen/het-rooster-uit-handen/").status_code == 404
    assert Person.objects.get(pk=shown.pk).portrait


@pytest.mark.parametrize("data", [{}, {"withdraw": "charter"}, {"withdraw": "x"}, {"give": "traits"}])
def test_anything_else_changes_nothing(shown, visitor, data):
    visitor.post(links.consents_path(shown), data)
    person = Person.objects.get(pk=shown.pk)
    assert (bool(person.portrait), bool(person.publication_consent_at)) == (True, True)
    assert not Consent.objects.exists()


def test_in_mijn_the_same_buttons(shown, ambassador_client):
    page = ambassador_client.get(reverse("my_consents")).content.decode()
    assert 'name="withdraw" value="photo"' in page
    ambassador_client.post(reverse("my_consents"), {"withdraw": "photo"})
    page = ambassador_client.get(reverse("my_consents")).content.decode()
    assert 'name="give" value="photo"' in page
    assert 'type="file"' not in ambassador_client.get(reverse("my_profile")).content.decode()
    upload = ambassador_client.post(
        reverse("my_profile"), {"language": "nl", "portrait": picture("red"), "quote": "Rust."}
    )
    assert upload.status_code == 302
    person = Person.objects.get(pk=shown.pk)
    assert (str(person.portrait), person.quote) == ("", "Rust.")


def test_the_database_keeps_the_leader_from_putting_one_up(shown):
    consenting.withdraw(person=shown, purpose=Purpose.PHOTO)
    person = Person.objects.get(pk=shown.pk)
    person.portrait = "portraits/van-vroeger.jpg"
    with pytest.raises(ValidationError, match="wil geen foto"):
        person.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        person.save()


def test_a_newer_yes_to_one_photo_holds(shown, leader):
    consenting.withdraw(person=shown, purpose=Purpose.PHOTO)
    story = Person.objects.get(pk=shown.pk).stories.get()
    with time_machine.travel("2026-11-24T12:00:00+01:00", tick=False):
        newer = writing.next_version(story, by=leader)
        writing.approve(newer, by=shown.user, via="mijn", with_photo=True)
    assert [version.shows_photo for version in story.versions.order_by("number")] == [False, True]


def test_somebody_elses_link_and_a_broken_one_say_so(shown, visitor, foreign_ambassador):
    assert visitor.get(links.consents_path(foreign_ambassador)).status_code == 404
    assert visitor.get(reverse("consents_by_link", args=["weg"])).status_code == 404


@pytest.mark.parametrize(("days", "waits"), [(0, True), (13, True), (14, False)])
def test_the_leader_hears_of_it_for_two_weeks(shown, network, days, waits):
    consenting.withdraw(person=shown, purpose=Purpose.PHOTO)
    on = clock.today() + timedelta(days=days)
    found = [entry for entry in worklist.entries(network, on) if entry.source == "no_photos"]
    assert bool(found) is waits


def test_the_leader_hears_that_paper_with_the_portrait_stays(shown, network):
    def reason() -> str:
        found = [entry for entry in worklist.entries(network, clock.today()) if entry.source == "no_photos"]
        (item,) = worklist.items_of(found, {shown.pk: shown}, clock.today())
        return str(item.reason)

    consenting.withdraw(person=shown, purpose=Purpose.PHOTO)
    assert "plaquette" not in reason()
    round = network.rounds.create(year=2025, ceremony_on=shown.terms.first().start)
    Appointment.objects.create(
        round=round, person=shown, term=shown.terms.first(), name="Marleen", serial_number="PO-1"
    )
    assert "plaquette" in reason()


def test_who_is_off_the_site_is_named_on_no_page(shown, visitor, network, leader):
    podium = logging.log_podium(
        by=leader, network=network, ambassadors=[shown], kind="workshop", date=clock.today(), title="Roosters"
    )
    event = reverse("event", args=[podium.pk])
    pages = [*pages_of(shown), event]
    assert "Marleen" in visitor.get(event).content.decode()
    visitor.post(links.consents_path(shown), {"withdraw": "publication"})
    named = [page for page in pages if "Marleen" in visitor.get(page).content.decode()]
    assert named == []
