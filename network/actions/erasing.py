"""Erasing somebody on request: what would go, the deed itself, and a record that says nothing about whom.

Every app does its own part (`privacy.erases`), all in one transaction. A preview is the same, taken back.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import CharField, EmailField, JSONField, Model, Q, TextField
from django.db.models.functions import Cast

from network.actions import forgetting
from network.models import Batch, Erasure, FanContact, Message, Network, User
from network.privacy import Gone, Subject, described_models, erasers, erases, kept_with_name
from network.sealing import pseudonyms

PURPOSE = "erased"
SHORTEST_NAME = 5  # a shorter one stands in other words too
Inside = Callable[[type[Model], Network], Any]


@dataclass(frozen=True)
class Outcome:
    """What goes, what stays as a figure, and where people wrote the name by hand."""

    removed: tuple[tuple[str, int], ...]
    emptied: tuple[tuple[str, int], ...]
    still_named: tuple[tuple[str, int], ...]
    counts: dict[str, int]


def preview(subject: Subject, *, inside: Inside) -> Outcome:
    """Nothing is changed."""
    with transaction.atomic():
        outcome = _carry_out(subject, inside)
        transaction.set_rollback(True)
    return outcome


def erase(subject: Subject, *, by: User, asked_how: str, inside: Inside) -> Erasure:
    with transaction.atomic():
        marks = marks_of(subject)
        outcome = _carry_out(subject, inside)
        transaction.on_commit(partial(note, subject.network, marks))
        return Erasure.objects.create(
            network=subject.network, marks=marks, counts=outcome.counts, asked_how=asked_how, done_by=by
        )


def repeat(subject: Subject, *, inside: Inside) -> None:
    """For a backup that was put back: the record of the deed is there already, or in the list beside it."""
    with transaction.atomic():
        _carry_out(subject, inside)


def marks_of(subject: Subject) -> list[str]:
    """By which somebody is known again in a backup: the address, and the number of the person."""
    return [marks[0] for marks in _marks(subject)]


def is_marked(marks: set[str], subject: Subject) -> bool:
    """Whether they are among those who were erased, whichever key they were marked with."""
    return any(not marks.isdisjoint(own) for own in _marks(subject))


def _marks(subject: Subject) -> list[list[str]]:
    about: list[tuple[str, str | int]] = []
    if subject.email:
        about.append(("address", subject.email.lower()))
    if subject.person is not None:
        about.append(("person", subject.person.pk))
    return [pseudonyms(subject.network.slug, *one, purpose=PURPOSE) for one in about]


def addresses_in(network: Network, *, inside: Inside) -> set[str]:
    """Every e-mail address that is kept of anybody in a network."""
    found: set[str] = set()
    for model in described_models():
        for one in model._meta.concrete_fields:
            if isinstance(one, EmailField):
                rows = inside(model, network).exclude(**{one.name: ""}).values_list(one.name, flat=True)
                found |= {email.lower() for email in rows.distinct()}
    return found


# --- The list beside the database -------------------------------------------------------------------------


def note(network: Network, marks: list[str]) -> None:
    """In a file that no backup holds, so that it outlives one that is put back."""
    path = Path(settings.ERASED_LIST)
    with path.open("a", encoding="ascii") as file:
        file.write(json.dumps({"network": network.slug, "marks": marks}) + "\n")


def noted(network: Network) -> set[str]:
    path = Path(settings.ERASED_LIST)
    lines = path.read_text(encoding="ascii").splitlines() if path.is_file() else []
    rows = [json.loads(line) for line in lines if line.strip()]
    return {mark for row in rows if row["network"] == network.slug for mark in row["marks"]}


def _carry_out(subject: Subject, inside: Inside) -> Outcome:
    found = [gone for eraser in erasers for gone in eraser(subject) if gone.count]
    _forget_mentions(subject)
    return Outcome(
        removed=tuple(_titles(gone for gone in found if gone.how == "removed")),
        emptied=tuple(_titles(gone for gone in found if gone.how != "removed")),
        still_named=tuple(_still_named(subject, inside)),
        counts=_counts(found),
    )


def _titles(found: Iterable[Gone]) -> list[tuple[str, int]]:
    sums: dict[type[Model], int] = {}
    for gone in found:
        sums[gone.model] = sums.get(gone.model, 0) + gone.count
    return [(str(model._meta.verbose_name_plural), count) for model, count in sums.items()]


def _counts(found: Iterable[Gone]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for gone in found:
        label = gone.model._meta.label
        counts[label] = counts.get(label, 0) + gone.count
    return counts


# --- The ground's own part --------------------------------------------------------------------------------


@erases
def forget_outsider(subject: Subject) -> list[Gone]:
    """A contact person of a fan, mails and messages of an address, and an account that opens nothing more."""
    if not (subject.email and subject.on_request):
        return []
    contacts = FanContact.objects.filter(fan__network=subject.network, email__iexact=subject.email)
    emptied = forgetting.blank(contacts, "name", "email", "phone", "role", user=None)
    mails = forgetting.forget_addresses(subject.network.pk, [subject.email])
    return [Gone(FanContact, emptied, "emptied"), Gone(Message, mails, "emptied")]


# --- The name in what others get or see --------------------------------------------------------------------


def _words(subject: Subject) -> list[str]:
    """By which somebody can be told in a text."""
    name = subject.name if len(subject.name) >= SHORTEST_NAME else ""
    return [word for word in (name, subject.email) if word]


def _forget_mentions(subject: Subject) -> None:
    """Mails to others that name them, the log of the admin, and what a piece of work noted."""
    words = _words(subject)
    if not words:
        return
    named = Q()
    for word in words:
        for field in ("subject", "reason", "words", "body_text", "body_html", "recipient_name", "reply_to"):
            named |= Q(**{f"{field}__icontains": word})
        named |= _in_json("data_text", word)
    mails = Message.objects.filter(network=subject.network).annotate(data_text=Cast("data", TextField()))
    pks = list(mails.filter(named).values_list("pk", flat=True))
    forgetting.forget_mails(Message.objects.filter(pk__in=pks))
    for word in words:
        about = Q(object_repr__icontains=word) | Q(change_message__icontains=word)
        LogEntry.objects.filter(about).update(object_repr="", change_message="")
        batches = Batch.objects.filter(network=subject.network).annotate(text=Cast("faults", TextField()))
        with_word = list(batches.filter(_in_json("text", word)).values_list("pk", flat=True))
        Batch.objects.filter(pk__in=with_word).update(faults=[])


def _in_json(field: str, word: str) -> Q:
    """JSON may write what is no ASCII by its number."""
    return Q(**{f"{field}__icontains": word}) | Q(
        **{f"{field}__icontains": word.encode("ascii", "backslashreplace").decode()}
    )


def _still_named(subject: Subject, inside: Inside) -> Iterable[tuple[str, int]]:
    """Texts of others in which the name still stands: for the leader to put right by hand."""
    words = _words(subject)
    for model in described_models() if words else ():
        if model in kept_with_name:
            continue
        fields = model._meta.concrete_fields
        plain = [one.name for one in fields if isinstance(one, CharField | TextField)]
        coded = {
            f"text_{one.name}": Cast(one.name, TextField()) for one in fields if isinstance(one, JSONField)
        }
        found = Q(pk__in=[])
        for word in words:
            for name in plain:
                found |= Q(**{f"{name}__icontains": word})
            for name in coded:
                found |= _in_json(name, word)
        count = inside(model, subject.network).annotate(**coded).filter(found).count()
        if count:
            yield str(model._meta.verbose_name_plural), count
