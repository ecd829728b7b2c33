"""Two records of one person become one, and nothing that hung on either is lost."""

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.actions import nominating
from ambassadors.actions.refused import Refused
from ambassadors.likeness import Known, Pair, alike
from ambassadors.models import (
    ApartPair,
    Assessment,
    Consent,
    Nomination,
    NominationStatus,
    NominationStep,
    Person,
    Voice,
)
from network import images
from network.actions import sizing
from network.history import changed_by
from network.models import Network, User
from network.refusals import sentence_for

# What the one that stays takes over where it has nothing itself.
TAKEN_OVER = (
    "email",
    "phone",
    "phase",
    "user",
    "portrait",
    "portrait_alt",
    "biography",
    "quote",
    "travel_area",
)


def pairs(network: Network, *, among: set[int] | None = None) -> list[Pair]:
    """Who could be the same person, those apart that somebody looked at. Two queries.

    `among`: only pairs in which one of these people is.
    """
    apart = set(ApartPair.objects.filter(network=network).values_list("first_id", "second_id"))
    people = network.people.order_by("pk").values_list("pk", "first_name", "last_name", "email", "phone")
    return [
        pair
        for pair in alike(Known(*row) for row in people)
        if (pair.first, pair.second) not in apart
        and (among is None or pair.first in among or pair.second in among)
    ]


def keep_apart(*, one: Person, other: Person, by: User) -> None:
    """They only look alike."""
    first, second = sorted((one.pk, other.pk))
    ApartPair.objects.get_or_create(
        first_id=first, second_id=second, defaults={"network_id": one.network_id, "by": by}
    )


def merge(*, keep: Person, other: Person, by: User) -> Person:
    """`keep` gets everything of `other`, which goes; its history stays and a line says what it held.

    Raises Refused when `other` has been ambassador: then it is the other way round, or somebody's real past.
    """
    if keep.network_id != other.network_id or keep.pk == other.pk:
        raise ValueError("Two people of one network are merged.")
    try:
        with transaction.atomic():
            locked = {
                person.pk: person
                for person in Person.objects.select_for_update()
                .filter(pk__in=[keep.pk, other.pk])
                .order_by("pk")
            }
            if len(locked) < 2:
                raise Refused([_("One of these two was merged already.")])
            kept, gone = locked[keep.pk], locked[other.pk]
            if gone.terms.exists():
                raise Refused(
                    [_("%(name)s has been appointed. Keep that record and merge the other.") % {"name": gone}]
                )
            if kept.user_id and gone.user_id and kept.user_id != gone.user_id:
                raise Refused([_("Both have an account of their own, so they are two people to the site.")])
            said = _what_differs(kept, gone)
            _join_nominations(kept, gone, by)
            _hand_over(kept, gone)
            values = {
                name: getattr(gone, name)
                for name in TAKEN_OVER
                if getattr(gone, name) and not getattr(kept, name)
            }
            if kept.photos_refused_at or gone.photos_refused_at:
                # A no to photos holds for whoever it turns out to be.
                values.pop("portrait", None)
                values["photos_refused_at"] = kept.photos_refused_at or gone.photos_refused_at
                if kept.portrait:
                    unwanted = (str(kept.portrait), kept.focal_x, kept.focal_y)
                    transaction.on_commit(lambda: images.throw_away(*unwanted))
                kept.portrait = ""
            changed_by(gone, by).delete()
            for name, value in values.items():
                setattr(kept, name, value)
            changed_by(kept, by).save()
            sizing.ring(kept)
            for nomination in kept.nominations.all():
                nominating.record(nomination, NominationStep.Kind.MERGED, by=by, why=said)
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error
    return kept


def _what_differs(kept: Person, gone: Person) -> str:
    """What the record that goes said otherwise, for whoever asks later."""
    lines = [_("Merged with %(name)s.") % {"name": gone.full_name}]
    for field in ("email", "phone"):
        mine, theirs = getattr(kept, field), getattr(gone, field)
        if theirs and mine and mine != theirs:
            lines.append(f"{Person._meta.get_field(field).verbose_name}: {theirs}")  # type: ignore[union-attr]
    return "\n".join(lines)


def _join_nominations(kept: Person, gone: Person, by: User) -> None:
    """Two candidacies for one round become one: the further one stays, with both's voices and judgements."""
    mine = {nomination.round_id: nomination for nomination in kept.nominations.order_by("pk")}
    for theirs in gone.nominations.order_by("pk"):
        ours = mine.get(theirs.round_id)
        if ours is None or not (ours.state in NominationStatus.active() or theirs.round_id):
            theirs.person = kept
            changed_by(theirs, by).save(update_fields=["person", "changed_at"])
            continue
        stays, goes = sorted((ours, theirs), key=_how_far, reverse=True)
        _hand_over(stays, goes)
        for name in ("told_at", "agreed_at"):
            moments = [getattr(one, name) for one in (stays, goes) if getattr(one, name)]
            setattr(stays, name, min(moments, default=None))
        changed_by(goes, by).delete()
        stays.person = kept
        changed_by(stays, by).save()
        mine[theirs.round_id] = stays


def _how_far(nomination: Nomination) -> tuple[bool, bool, int, int]:
    order = [
        NominationStatus.WITHDRAWN, NominationStatus.NOT_SUITABLE, NominationStatus.NOT_NOW,
        NominationStatus.NOMINATED, NominationStatus.IN_CONVERSATION, NominationStatus.SUITABLE,
    ]  # fmt: skip
    return (
        hasattr(nomination, "invitation"),
        nomination.is_selected,
        order.index(nomination.state),
        -nomination.pk,
    )


def _hand_over(stays: models.Model, goes: models.Model) -> None:
    """Every row that points at the one that goes points at the one that stays. A row that the other has too
    stays behind, its words taken along; whatever else cannot be joined stops the merge."""
    for manager, name in _pointing_at(goes):
        for row in manager.filter(**{name: goes.pk}).order_by("pk"):
            try:
                with transaction.atomic():
                    manager.filter(pk=row.pk).update(**{name: stays.pk})
            except IntegrityError:
                if not _join(row, name, stays):
                    raise


def _join(row: models.Model, name: str, stays: models.Model) -> bool:
    """The one that stays has its like: the same nominator, assessor, round or words."""
    if row._meta.auto_created:
        return True
    if isinstance(row, Voice):
        who = {"nomination": row.nomination_id, "person": row.person_id, "fan_contact": row.fan_contact_id}
        # The key that moves can be the candidacy or, where both applied, the nominator.
        same = Voice.objects.exclude(pk=row.pk).get(**(who | {name: stays.pk}))
        same.why = "\n\n".join(dict.fromkeys(filter(None, (same.why, row.why))))
        same.answers = [*same.answers, *(answer for answer in row.answers if answer not in same.answers)]
        same.save(update_fields=["why", "answers"])
        row.delete()
        return True
    if isinstance(row, Assessment) and not row.is_submitted:
        return True
    if isinstance(row, Consent):  # older words of the same purpose: kept, and no longer in force
        Consent.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now(), person_id=stays.pk)
        return True
    return isinstance(row, ApartPair)


def _pointing_at(thing: models.Model) -> Iterator[tuple[Any, str]]:
    """Managers and field names of everything that refers to it, history apart; many-to-many rows included."""
    for relation in thing._meta.related_objects:
        if relation.many_to_many:
            through = relation.through  # type: ignore[attr-defined]
            name = relation.field.m2m_reverse_field_name()  # type: ignore[attr-defined]
            yield through._default_manager, name
        elif not relation.related_model.__name__.startswith("Historical"):
            yield relation.related_model._default_manager, relation.field.name
