"""Whoever asked for an ambassador, gave the stage or prepared a podium: names and words go, figures stay."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ambassadors.models import Person
from events import models
from events.actions import drafting, forgetting_leads
from network import clock
from network.actions import forgetting
from network.privacy import Gone, Subject, erases

OF_REQUEST = ("contact_name", "contact_email", "description", "suspicion")
OF_FILE = ("contact", "host_email", "host_name", "host_words")

# In these stands whom to call on the day, and what one of them wrote to the others.
MAILS_OF_FILE = ("podium_invitation", "podium_reminder", "file_note")


def forget_requests(rows: "QuerySet[models.PodiumRequest]") -> int:
    """Kind, place, day, audience and what came of it stay."""
    pks = list(rows.values_list("pk", flat=True))
    forgetting.blank(models.Offer.objects.filter(request__in=pks), "words", "answer")
    forgetting.blank(_files_with_their_words(pks), "public")
    return forgetting.blank(rows, *OF_REQUEST, preferred=None)


def _files_with_their_words(requests: list[int]) -> "QuerySet[models.PodiumFile]":
    """A file begins with what was asked. Once somebody wrote on in it, it serves until the podium is over."""
    files = models.PodiumFile.objects.filter(podium__request__in=requests).select_related("podium__request")
    today = clock.today()
    found = [
        file.pk
        for file in files
        if file.podium.date < today or file.public == file.podium.request.description[:2000]  # type: ignore[union-attr]
    ]
    return models.PodiumFile.objects.filter(pk__in=found)


def forget_files(rows: "QuerySet[models.PodiumFile]") -> int:
    """What host and speaker counted stays: it is a figure."""
    pks = list(rows.values_list("pk", flat=True))
    forgetting.remove(models.FileNote.objects.filter(file__in=pks))
    forgetting.forget_mails_about(models.Podium, pks, *MAILS_OF_FILE)
    return forgetting.blank(rows, *OF_FILE)


@erases
def forget_speaker(subject: Subject) -> list[Gone]:
    """What a person said about podia and what was said to them; that they stood there stays."""
    person: Person | None = subject.person
    if person is None:
        return []
    drafts = models.PodiumDraft.objects.filter(person=person).count()
    drafting.discard_draft(person=person)
    offers = models.Offer.objects.filter(person=person)
    steps = models.ChaseStep.objects.filter(person=person)
    extra = models.Contribution.objects.filter(person=person)
    found = [
        Gone(models.PodiumDraft, drafts),
        Gone(models.Offer, forgetting.blank(offers, "words", "answer"), "emptied"),
        Gone(models.ChaseStep, forgetting.blank(steps, "reason"), "emptied"),
        Gone(models.Contribution, forgetting.blank(extra, "title", "notes"), "emptied"),
    ]
    offers.filter(state=models.OfferState.ASKED).update(
        state=models.OfferState.CLOSED, answered_at=timezone.now()
    )
    if subject.on_request:
        found.append(Gone(models.Podium, _own_words(person, subject.name), "emptied"))
    return found


def _own_words(person: Person, name: str) -> int:
    """Of podia where nobody else stood: what was told of them, the photo, a title that names the person."""
    alone = [
        podium
        for podium in person.podia.prefetch_related("ambassadors")
        if [one.pk for one in podium.ambassadors.all()] == [person.pk]
    ]
    pks = [podium.pk for podium in alone]
    for file in forgetting.files_of(models.Podium, pks):
        forgetting.drop_file(file)
    rows = models.Podium.objects.filter(pk__in=pks)
    count = forgetting.blank(rows, "outcome", "notes", "link", "photo", "photo_alt")
    named = [podium.pk for podium in alone if name.lower() in podium.title.lower()] if name else []
    forgetting.blank(models.Podium.objects.filter(pk__in=named), "title")
    notes = models.FileNote.objects.filter(file__in=list(person.podia.values_list("pk", flat=True)))
    forgetting.remove(notes.filter(side=models.Side.AMBASSADOR, name=name))
    return count


@erases
def forget_outsider(subject: Subject) -> list[Gone]:
    """A host, a lead or a reader, known by the address they gave."""
    if not (subject.email and subject.on_request):
        return []
    network, email = subject.network, subject.email
    requests = models.PodiumRequest.objects.filter(network=network, contact_email__iexact=email)
    files = models.PodiumFile.objects.filter(podium__network=network, host_email__iexact=email)
    leads = models.Lead.objects.filter(network=network, email__iexact=email, erased_at=None)
    readers = models.Subscription.objects.filter(network=network, email__iexact=email)
    return [
        Gone(models.PodiumRequest, forget_requests(requests), "emptied"),
        Gone(models.PodiumFile, forget_files(files), "emptied"),
        Gone(models.Lead, sum(forgetting_leads.erase_person(lead=lead) for lead in leads), "emptied"),
        Gone(models.Subscription, forgetting.remove(readers)),
    ]


__all__: list[Any] = ["forget_files", "forget_outsider", "forget_requests", "forget_speaker"]
