"""Going on: another term through the round, or some more time, each with the talk in which it was agreed."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.actions import keeping_contact, nominating, selecting
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    AppointmentRound,
    Nomination,
    NominationSource,
    NominationStatus,
    Person,
    Term,
    TermExtension,
)
from network.history import changed_by
from network.models import User
from network.refusals import sentence_for


def reappoint(
    *, person: Person, round: AppointmentRound, talked_on: date, kind: str, summary: str, by: User
) -> Nomination:
    """An ambassador whose term ends goes on: a candidate of the round, suitable by the talk.

    Raises Refused when the present term runs on past the ceremony: extend or end that first.
    """
    with transaction.atomic():
        overlapping = person.terms.filter(end__gt=round.ceremony_on).order_by("-end").first()
        if overlapping:
            raise Refused(
                [
                    _("The term of %(name)s runs until %(end)s, past the ceremony on %(day)s.")
                    % {
                        "name": person.full_name,
                        "end": date_format(overlapping.end, "j F Y"),
                        "day": date_format(round.ceremony_on, "j F Y"),
                    }
                ]
            )
        keeping_contact.write_down(by=by, person=person, date=talked_on, kind=kind, summary=summary)
        nomination = nominating.nominate_known(
            person=person,
            nominator=nominating.Nominator(source=NominationSource.AGAIN, user=by),
            words=nominating.Words(why=summary),
            by=by,
        )
        selecting.take_in(nomination=nomination, round=round, by=by)
        if nomination.status != NominationStatus.SUITABLE:
            selecting.judge(
                nomination=nomination,
                status=NominationStatus.SUITABLE,
                by=by,
                why=_("By the talk about going on."),
            )
    return nomination


def extend(
    *,
    term: Term,
    until: date,
    talked_on: date,
    kind: str,
    summary: str,
    by: User,
    round: AppointmentRound | None = None,
) -> TermExtension:
    """Make a running term longer. The same new end twice is one extension. Raises Refused."""
    try:
        with transaction.atomic():
            locked = Term.objects.select_for_update(of=("self",)).select_related("person").get(pk=term.pk)
            known = locked.extensions.filter(end_after=until).first()
            if known and locked.end == until:
                return known
            if until <= locked.end:
                raise Refused([_("The new end must come after the old one.")])
            if locked.ending:
                raise Refused([_("This term was ended early, so it cannot be made longer.")])
            talk = keeping_contact.write_down(
                by=by, person=locked.person, date=talked_on, kind=kind, summary=summary
            )
            extension = TermExtension.objects.create(
                term=locked, round=round, talk=talk, end_before=locked.end, end_after=until, by=by
            )
            locked.end = until
            changed_by(locked, by).save(update_fields=["end"])
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error
    term.end = until
    return extension


def ending_around(round: AppointmentRound) -> list[Term]:
    """Terms that end in the year up to the ceremony, or in the half year after it, and nothing follows on."""
    terms = (
        Term.objects.filter(
            person__network=round.network_id,
            end__gt=round.ceremony_on - timedelta(days=365),
            end__lte=round.ceremony_on + timedelta(days=183),
            ending="",
        )
        .exclude(person__nominations__round=round)
        .select_related("person")
        .order_by("end", "person__last_name", "pk")
    )
    later = set(
        Term.objects.filter(
            person__in=[term.person_id for term in terms], end__gt=round.ceremony_on + timedelta(days=183)
        ).values_list("person_id", flat=True)
    )
    return [term for term in terms if term.person_id not in later]
