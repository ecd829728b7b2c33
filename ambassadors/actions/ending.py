"""How a term ends before its time, and who stays attached as honorary member. Nothing is ever deleted."""

from datetime import date

from django.db import transaction

from ambassadors.models import HonoraryMembership, Person, Term
from network.history import changed_by
from network.models import User


class NotInTerm(ValueError):
    """The day lies outside the term, so that the term cannot end on it."""


def end_early(term: Term, *, by: User, end: date, ending: str) -> Term:
    """End a term on `end`, the first day without it, with the reason. Raises NotInTerm.

    The end that was planned stays on record; saying it again changes nothing.
    """
    with transaction.atomic():
        term = Term.objects.select_for_update().get(pk=term.pk)
        if term.end == end and term.ending == ending:
            return term
        if not term.start < end < (term.planned_end or term.end):
            raise NotInTerm
        term.planned_end = term.planned_end or term.end
        term.end, term.ending, term.ended_by = end, ending, by
        changed_by(term, by).save(update_fields=["end", "ending", "ended_by", "planned_end"])
        return term


def make_honorary(person: Person, *, by: User, start: date) -> HonoraryMembership:
    """Honorary member from a day on; who already is stays so from the first day."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        known = HonoraryMembership.objects.filter(person=person, end=None).first()
        if known:
            return known
        membership = HonoraryMembership(person=person, start=start)
        changed_by(membership, by).save()
        return membership


def end_honorary(membership: HonoraryMembership, *, by: User, end: date) -> None:
    """The last day has passed; a membership that has not begun is taken away."""
    with transaction.atomic():
        membership = HonoraryMembership.objects.select_for_update().get(pk=membership.pk)
        changed_by(membership, by)
        if end <= membership.start:
            membership.delete()
        elif membership.end is None or end < membership.end:
            membership.end = end
            membership.save(update_fields=["end"])
