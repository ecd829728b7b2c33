"""P4: somebody asks to be forgotten; a word planted in all that is theirs stands nowhere any more."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import CharField, JSONField, Model, TextField
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import models as people
from ambassadors.actions import erasing, exporting
from ambassadors.actions.refused import Refused
from ambassadors.models import Appointment, CeremonyItem, Guest, Person, Term, Voice
from events.actions import newsletters, offering, preparing, requesting
from events.models import FanMeeting, FileNote, Lead, Podium, PodiumFile, PodiumRequest, Side
from knowledgebank import search_index
from knowledgebank.models import Story, StoryVersion
from network import images, privacy
from network.actions import erasing as marking
from network.actions import mailing, signing_in
from network.models import Erasure, FanContact, Message, Role, User
from tests.events import leads
from tests.site.dump import places_of
from tests.site.test_access import media_folder, world  # noqa: F401
from tests.site.test_retention import everything_reported

WORD = "kanariezwart"
EMAIL = f"{WORD}@example.org"
# Of many, or of the network: the person only stands in them. What stays of them is in the tests below.
OF_OTHERS = {people.AppointmentRound, people.Scenario, people.Appointment}
OF_A_PODIUM = {"outcome", "notes", "photo_alt"}
BY_THEIR_OWNER = (
    (people.Voice, "nomination__person"),
    (people.NominationStep, "nomination__person"),
    (people.Assessment, "nomination__person"),
    (people.Invitation, "nomination__person"),
    (people.Parting, "term__person"),
    (StoryVersion, "story__person"),
)


@pytest.fixture
def erased_list(settings, tmp_path) -> None:
    settings.ERASED_LIST = str(tmp_path / "beside" / "erased.jsonl")
    (tmp_path / "beside").mkdir()


@pytest.fixture
def person(world, erased_list) -> Person:  # noqa: F811
    """Somebody whose term is over, with the word in every text field of every row about them."""
    person = world.here[Person]
    Term.objects.filter(person=person).update(end=date(2026, 11, 1))
    person.portrait.save(f"{WORD}.jpg", ContentFile(WORD.encode()), save=False)
    person.email = EMAIL
    person.save()
    User.objects.filter(pk=person.user_id).update(email=EMAIL)
    CeremonyItem.objects.create(
        ceremony=world.here[people.Ceremony], at="20:00", title="x", who=f"Iemand {WORD}"
    )
    mailing.post(
        mailing.Mail(network=world.here.network, kind="letter", key="to", to=EMAIL, subject="Dag", words=WORD)
    )
    mailing.post(mailing.Mail(
        network=world.here.network, kind="letter", key="of", to="leider@example.org", subject="Dag",
        words=f"Iemand {WORD} komt", reason=WORD,
    ))  # fmt: skip
    for appointment, name in ((world.here[Appointment], "een"), (None, "alle")):
        people.PlaqueFile.objects.create(
            round=world.here[people.AppointmentRound], appointment=appointment, variant="web", sha256="x",
            file=default_storage.save(f"plaques/{name}.pdf", ContentFile(WORD.encode())),
        )  # fmt: skip
    default_storage.save("paper/dia.pdf", ContentFile(WORD.encode()))  # slides with a quote of theirs
    PodiumRequest.objects.create(
        network=person.network, kind="fair", story=world.here[Story], asked_at=timezone.now()
    )  # fmt: skip
    plant(person)
    person = Person.objects.select_related("network", "user").get(pk=person.pk)
    LogEntry.objects.create(user=world.here[User], action_flag=2, object_repr=f"Gesprek met {person}")
    search_index.rebuild(person.network, date(2026, 11, 23))
    size = f"renditions/{images.version(str(person.portrait), 12, 34)}-240.jpg"
    default_storage.save(size, ContentFile(WORD.encode()))
    return person


def plant(person: Person) -> None:
    rows: list[tuple[type[Model], Any]] = [
        (model, exporting._rows_about(model, person)) for model in privacy.described_models()
    ]
    rows += [(model, model._default_manager.filter(**{way: person})) for model, way in BY_THEIR_OWNER]
    for model, found in rows:
        if found is None or model in OF_OTHERS:
            continue
        for row in found:
            for field in model._meta.concrete_fields:
                put(row, field)
            row.save()


def put(row: Any, field: Any) -> None:
    if isinstance(row, Podium) and field.name not in OF_A_PODIUM:
        return
    if isinstance(field, JSONField) and field.name in CODED:
        setattr(row, field.name, [WORD] if field.name == "themes" else {"x": WORD})
    elif isinstance(row, Person) and field.name in NAME:
        setattr(row, field.name, NAME[field.name])
    elif _takes_words(field) and getattr(row, field.name) is not None:
        setattr(row, field.name, f"Iemand {WORD}"[: field.max_length])


NAME = {"first_name": "Iemand", "infix": "", "last_name": WORD}
CODED = ("answers", "themes", "values", "data")
NO_WORDS = re.compile(
    "email|recipient$|slug|token|kind|state|portrait|photo$|image|key|variant|claimed|message_id"
)


def _takes_words(field: Any) -> bool:
    is_text = isinstance(field, CharField | TextField) and not (field.choices or field.unique)
    return is_text and (field.max_length or 99) > len(f"Iemand {WORD}") and not NO_WORDS.search(field.name)


def without_titles(found: list[Any]) -> list[Any]:
    """The report names a story that moved somebody by its title and teller: that goes, its figures do not."""
    gone = str(_("a story that is off the site now"))
    return [
        tuple("" if isinstance(cell, str) and (WORD in cell or cell == gone) else cell for cell in row)
        if isinstance(row, tuple)
        else row
        for row in found
    ]


def erase(client, person: Person, **typed: str):
    page = reverse("admin:erase_person", args=[person.pk])
    return client.post(page, {"erase": "1", "asked_how": "mail", **typed})


def test_the_word_stands_nowhere_any_more(world, person, django_capture_on_commit_callbacks):  # noqa: F811
    assert len(places_of(WORD)) > 60
    before = without_titles(everything_reported(person.network))
    with django_capture_on_commit_callbacks(execute=True):
        answer = erase(world.client("leader"), person, sure="on")
    assert (answer.status_code, answer.url) == (302, reverse("admin:network_erasure_changelist"))
    assert places_of(WORD) == []
    assert without_titles(everything_reported(person.network)) == before
    record = Erasure.objects.latest("pk")
    assert (record.network, record.asked_how, record.done_by) == (person.network, "mail", world.here[User])
    assert record.counts["ambassadors.Person"] == 1
    assert Term.objects.filter(person=person.pk).count() == 1
    assert [version.title for version in StoryVersion.objects.filter(story__person=person.pk)] == ["–"]
    assert Appointment.objects.get(person=person.pk).name.startswith("Naam ")
    assert str(Person.objects.get(pk=person.pk)) == "naam gewist"


def test_a_look_at_what_would_go_changes_nothing(world, person, django_capture_on_commit_callbacks):  # noqa: F811
    client, where = world.client("leader"), places_of(WORD)
    with django_capture_on_commit_callbacks(execute=True):
        page = client.get(reverse("admin:erase_person", args=[person.pk])).content.decode()
        refused = erase(client, person)
    assert "Verhalen" in page
    assert "verwijderd" in page
    assert world.here[Appointment].serial_number in page
    assert (refused.status_code, "Er is nog niets gebeurd" in refused.content.decode()) == (422, True)
    assert places_of(WORD) == where
    assert Erasure.objects.filter(network=person.network).count() == 1  # the world's own


def test_the_leader_reads_where_others_wrote_the_name(world, person):  # noqa: F811
    world.here[people.ClubTask].about = f"Vraag Iemand {WORD} om raad"
    world.here[people.ClubTask].save()
    outcome = erasing.preview(erasing.subject_of(person.network, person=person))
    assert (str(people.ClubTask._meta.verbose_name_plural), 1) in outcome.still_named


@pytest.mark.parametrize("field", ["title", "place"])
def test_an_announcement_with_the_name_is_emptied_and_the_others_stay(world, person, field):  # noqa: F811
    meeting, theirs = world.here[FanMeeting], world.there[FanMeeting]
    for one in (meeting, theirs):
        setattr(one, field, f"Op bezoek bij {person.full_name}")
        one.save()
    erasing.erase(erasing.subject_of(person.network, person=person), by=world.here[User], asked_how="mail")
    meeting.refresh_from_db()
    assert (meeting.title, meeting.place, meeting.dismissed_at is None) == ("", "", False)
    theirs.refresh_from_db()
    assert person.full_name in getattr(theirs, field)


def test_whoever_is_in_office_or_has_a_role_is_not_erased(world, person):  # noqa: F811
    subject = erasing.subject_of(person.network, person=person)
    Term.objects.filter(person=person).update(end=date(2028, 4, 1))
    with pytest.raises(Refused, match="1 april 2028"):
        erasing.erase(subject, by=world.here[User], asked_how="mail")
    Term.objects.filter(person=person).update(end=date(2026, 11, 1))
    Role.objects.create(network=person.network, user=person.user, kind="facilitator")
    with pytest.raises(Refused, match="rol"):
        erasing.erase(subject, by=world.here[User], asked_how="mail")
    person.refresh_from_db()
    assert person.email == EMAIL


def test_an_account_that_opens_another_network_stays(world, person, other_network):  # noqa: F811
    there = Person.objects.create(
        network=other_network, user=person.user, first_name="Elders", last_name="Ook"
    )
    erasing.erase(erasing.subject_of(person.network, person=person), by=world.here[User], asked_how="mail")
    there.refresh_from_db()
    assert there.user is not None
    assert there.user.email == EMAIL


def test_whoever_judged_others_leaves_the_judgement_and_no_name(world, person):  # noqa: F811
    other = people.Nomination.objects.create(
        network=person.network, person=Person.objects.create(network=person.network, last_name="Ander")
    )
    judged = people.Assessment.objects.create(nomination=other, assessor=person.user, facts="Sprak de ploeg.")
    erasing.erase(erasing.subject_of(person.network, person=person), by=world.here[User], asked_how="mail")
    judged.refresh_from_db()
    assert (judged.facts, judged.assessor.name, judged.assessor.is_active) == ("Sprak de ploeg.", "", False)
    assert [place for place in places_of(EMAIL) if place.startswith("network_user")] == []


# --- Outsiders ----------------------------------------------------------------------------------------------


@pytest.fixture
def outsider(world, erased_list) -> str:  # noqa: F811
    place, now = world.here, timezone.now()
    network = place.network
    PodiumRequest.objects.create(
        network=network, kind="fair", contact_name=WORD, contact_email=EMAIL.upper(), description=WORD
    )
    PodiumFile.objects.filter(pk=place[PodiumFile].pk).update(
        host_email=EMAIL, host_name=WORD, host_words=WORD, contact=WORD
    )
    FileNote.objects.create(file=place[PodiumFile], side="host", name=WORD, text=WORD)
    named = {"name": WORD, "email": EMAIL}
    Guest.objects.create(ceremony=place[people.Ceremony], reply="yes", replied_at=now, **named)
    FanContact.objects.filter(pk=place[FanContact].pk).update(name=WORD, email=EMAIL)
    Voice.objects.create(
        nomination=place[people.Nomination], source="visitor", name=WORD, email=EMAIL, why=WORD
    )
    newsletters.ask(network=network, email=EMAIL, language="nl", signs=leads.GOOD)
    leads.scanned(place[leads.BusinessCard], name=WORD, email=EMAIL, question=WORD)
    signing_in.ask(network=network, email=EMAIL, ip="192.0.2.1")
    return EMAIL


def test_an_address_is_erased_wherever_it_was_given(world, outsider):  # noqa: F811
    client = world.client("leader")
    found = client.post(reverse("admin:network_erasure_changelist"), {"who": outsider})
    assert outsider in found.content.decode()
    page = reverse("admin:erase_address")
    where = places_of(WORD)
    assert client.post(page, {"email": outsider}).status_code == 200
    assert places_of(WORD) == where
    answer = client.post(page, {"email": outsider, "erase": "1", "asked_how": "call", "sure": "on"})
    assert answer.status_code == 302
    assert places_of(WORD) == []
    assert Lead.objects.filter(erased_at__isnull=False).count() == 1
    assert Guest.objects.filter(name="", reply="yes").count() == 1


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 12, 20)])
def test_what_somebody_asked_goes_from_the_file_of_the_podium_too(world, erased_list, ambassador, day):  # noqa: F811
    """The file begins with a copy of it."""
    asked = PodiumRequest.objects.create(
        network=world.here.network, kind="fair", date=day, contact_email=EMAIL, description=WORD
    )
    requesting.welcome(asked)
    offering.offer(asked, by=world.here[User], people=[ambassador])
    file = offering.give_to(asked, by=world.here[User], person=ambassador).file
    preparing.leave_note(file, side=Side.HOST, name=WORD, text=WORD)
    Message.objects.exclude(about_id=None).update(state="sent", body_text=f"Gevraagd: {WORD}", body_html=WORD)
    assert any("podiumfile" in place for place in places_of(WORD))
    page = reverse("admin:erase_address")
    typed = {"email": EMAIL, "erase": "1", "asked_how": "call", "sure": "on"}
    assert world.client("leader").post(page, typed).status_code == 302
    assert places_of(WORD) == []


def test_the_address_of_a_person_leads_to_the_person(world, person):  # noqa: F811
    subject = erasing.subject_of(person.network, email=EMAIL.upper())
    assert str(person) in erasing.obstacle(subject)


# --- After a backup was put back ----------------------------------------------------------------------------


def test_whoever_was_erased_is_erased_again_from_a_backup(
    world,  # noqa: F811
    person,
    outsider,
    django_capture_on_commit_callbacks,
):
    network, other = person.network, "ander@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        for subject in (
            erasing.subject_of(network, person=person),
            erasing.subject_of(network, email=other),
        ):
            erasing.erase(subject, by=world.here[User], asked_how="mail")
    assert "ander" not in Path(settings.ERASED_LIST).read_text()
    # As the backup had it: the same number, the same address.
    Person.objects.filter(pk=person.pk).update(email=EMAIL, biography=WORD, forgotten_at=None)
    FanContact.objects.filter(pk=world.here[FanContact].pk).update(name=WORD, email=other.title())
    Message.objects.update(recipient="blijft@example.org")
    assert erasing.erase_again(network, marking.noted(network)) == 2
    assert places_of(WORD) == []
    assert "blijft@example.org" in Message.objects.values_list("recipient", flat=True)
