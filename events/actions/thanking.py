"""Thanks at the end of a term, with the years in figures: one mail, once."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import round_calendar
from ambassadors.models import Parting, Term
from ambassadors.models.terms import TermEnding
from events.models import Podium, PodiumStatus
from network import clock
from network.actions import mailing
from network.models import Network

KIND = "farewell"
NOT_AFTER = timedelta(days=60)  # an imported past, or a long outage: nobody is thanked years late


@dataclass(frozen=True)
class InFigures:
    podia: int
    audience: int
    by_year: tuple[tuple[int, int], ...]  # calendar year and podia in it


def in_figures(term: Term) -> InFigures:
    """What one term brought; one query."""
    rows = list(
        Podium.objects.filter(
            ambassadors=term.person_id, status=PodiumStatus.DONE, date__gte=term.start, date__lt=term.end
        ).values_list("date", "counted")
    )
    years = sorted({day.year for day, _counted in rows})
    return InFigures(
        podia=len(rows),
        audience=sum(counted or 0 for _day, counted in rows),
        by_year=tuple((year, sum(day.year == year for day, _counted in rows)) for year in years),
    )


def run(network: Network, *, on: date) -> int:
    """Everybody whose last term ended and who was not thanked; how many mails."""
    later = Term.objects.filter(person=OuterRef("person"), start__gte=OuterRef("end"))
    thanked = Parting.objects.filter(term=OuterRef("pk"), thanked_at__isnull=False)
    due = (
        Term.objects.filter(person__network=network, end__lte=on, end__gt=on - NOT_AFTER)
        .exclude(Q(ending=TermEnding.DIED) | Q(person__email=""))
        .filter(~Exists(later), ~Exists(thanked))
        .order_by("pk")
    )
    return sum(_thank(pk) for pk in due.values_list("pk", flat=True))


def _thank(pk: int) -> bool:
    with transaction.atomic():
        term = Term.objects.select_for_update(of=("self",)).select_related("person__network").get(pk=pk)
        parting = Parting.objects.filter(term=term).first() or Parting(term=term)
        if parting.thanked_at:
            return False
        parting.thanked_at = timezone.now()
        parting.save()
        person = term.person
        made = mailing.post(
            mailing.Mail(
                network=person.network,
                kind=KIND,
                key=f"{KIND}:{pk}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                about=term,
                reason=_("The term has ended."),
                not_before=round_calendar.leaves_at(clock.now()),
            )
        )
    return made is not None
