"""Two records of one company become one, and nothing of either is lost.

What points at the second record points at the first from then on, in whatever app: a room above adds a table
and nothing has to change here. What the second record said is kept beside the one that stays, so that the two
can be parted again.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from network.history import changed_by
from network.models import Company, MergedCompany, User
from network.refusals import sentence_for

TAKEN_OVER = ("kvk_number", "sector", "employees", "turnover", "balance", "place", "region", "website")


@transaction.atomic
def merge(*, keep: Company, other: Company, by: User | None) -> Company:
    """`keep` gets what it does not know from `other`, and everything that pointed at `other`.

    Raises ValidationError when they cannot be one company. Merging twice is merging once.
    """
    if keep.pk == other.pk or keep.network_id != other.network_id:
        raise ValidationError(_("Choose two companies of this network."), code="not_two")
    rows = Company.objects.select_for_update().in_bulk([keep.pk, other.pk])
    if keep.pk not in rows:
        raise ValidationError(_("This company is no longer there."), code="gone")
    if other.pk not in rows:
        return rows[keep.pk]
    keep, other = rows[keep.pk], rows[other.pk]
    if hindrance := hindrance_between(keep, other):
        raise ValidationError(hindrance, code="two_companies")
    record = MergedCompany(company=keep, name=other.name, values=_values(other), merged_by=by)
    record.moved = {
        relation.related_model._meta.label: _move(relation, other, keep) for relation in _pointing_at_it()
    }
    taken = [name for name in TAKEN_OVER if _is_empty(keep, name) and not _is_empty(other, name)]
    found = {name: getattr(other, name) for name in taken}
    record.taken = taken
    changed_by(other, by).delete()  # first: a KvK number belongs to one record at a time
    for name, value in found.items():
        setattr(keep, name, value)
    if taken:
        changed_by(keep, by).save(update_fields=taken)
    record.save()
    return keep


@transaction.atomic
def part(record: MergedCompany, *, by: User | None) -> Company:
    """The merged record is a company of its own again, under its old key, with what was its own.

    What has since been given to a third company, or filled in otherwise on the one that stayed, stays so.
    Raises ValidationError when it was parted already, or when another company has its KvK number by now.
    """
    keep = Company.objects.select_for_update().get(pk=record.company_id)
    if not MergedCompany.objects.filter(pk=record.pk, company=keep).exists():
        raise ValidationError(_("These two are apart already."), code="apart")
    parted, empty = _restored(record), Company()
    given_back = [name for name in record.taken if getattr(keep, name) == getattr(parted, name)]
    for name in given_back:
        setattr(keep, name, getattr(empty, name))
    if given_back:
        changed_by(keep, by).save(update_fields=given_back)
    try:
        with transaction.atomic():
            changed_by(parted, by).save(force_insert=True)
    except IntegrityError as error:
        raise ValidationError(sentence_for(error), code="not_one_of_its_kind") from error
    for relation in _pointing_at_it():
        model: type[models.Model] = relation.related_model
        keys = record.moved.get(model._meta.label, ())
        model._base_manager.filter(pk__in=keys, **{relation.field.name: keep}).update(
            **{relation.field.name: parted}
        )
    record.delete()
    return parted


def hindrance_between(one: Company, other: Company) -> str:
    """Why they must be two companies; empty: they may be one."""
    if one.kvk_number and other.kvk_number and one.kvk_number != other.kvk_number:
        return _("These have two different KvK numbers, so they are two companies.")
    return ""


def _pointing_at_it() -> list[Any]:
    """Every foreign key to a company in the whole application, copies of the history apart. What was merged
    into it before is among them."""
    return [
        relation
        for relation in Company._meta.related_objects
        if (relation.one_to_many or relation.one_to_one)
        and not relation.related_model.__name__.startswith("Historical")
    ]


def _move(relation: Any, other: Company, keep: Company) -> list[int]:
    """The keys of what pointed at the other and points at the one that stays."""
    model: type[models.Model] = relation.related_model
    moved = []
    for row in model._base_manager.filter(**{relation.field.name: other}):
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=row.pk).update(**{relation.field.name: keep})
        except IntegrityError as error:
            raise ValidationError(
                _("Both have a “%(what)s” of which there can be only one. Remove one of them first.")
                % {"what": model._meta.verbose_name},
                code="both_have_one",
            ) from error
        moved.append(row.pk)
    return moved


def _values(company: Company) -> dict[str, str]:
    return {
        field.name: str(value)
        for field in Company._meta.concrete_fields
        if (value := getattr(company, field.attname)) not in (None, "")
    }


def _restored(record: MergedCompany) -> Company:
    """As the values tell, not saved."""
    fields = {field.name: field for field in Company._meta.concrete_fields}
    return Company(
        **{
            fields[name].attname: fields[name].to_python(value)
            for name, value in record.values.items()
            if name in fields
        }
    )


def _is_empty(company: Company, name: str) -> bool:
    return getattr(company, name) in (None, "")
