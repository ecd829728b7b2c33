"""What the clock does for leads: it reminds whoever follows them up, and asks twice how it goes.

Every reminder and question leaves its moment; the job looks for what has none, never for a day. So it may run
late or twice.
"""

from datetime import date, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions import receiving_leads, referring
from events.models import Lead, LeadCheckIn, LeadEvent, Proof, Stage
from events.models.leads import LeadQuerySet
from events.sending_days import first_allowed, opening
from knowledgebank.models import Story
from network import clock
from network.actions import mailing
from network.models import Network, User
from network.months import months_before
from network.permissions import runs

ASKED_AFTER = (3, 6)  # months
TOO_LATE = timedelta(days=45)  # a question that was missed this long is not put any more
STEP_AFTER = timedelta(weeks=6)  # a referral from which nothing was heard
AT_ONCE = 200
Answer = LeadCheckIn.Answer
WAITS = gettext_lazy("leads wait longer than was promised")
ASKED_BEFORE = gettext_lazy("some months ago they asked for more")


def run(network: Network, *, on: date) -> dict[str, int]:
    """Safe to repeat. One mail a day for each owner, however many leads wait; each lead is in it once."""
    return {
        "reminded": remind(network, on=on),
        "asked": sum(ask(network, months, on=on) for months in ASKED_AFTER),
    }


def unanswered_too_long(network: Network, on: date) -> LeadQuerySet:
    return Lead.objects.filter(network=network, answer_by__lt=on, answer_reminded_at=None).unanswered()


def without_step(network: Network, on: date) -> LeadQuerySet:
    """Referred six weeks ago, and nothing was heard since."""
    since = clock.moment(on - STEP_AFTER, time())
    return (
        Lead.objects.filter(
            network=network, stage=Stage.REFERRED, step_reminded_at=None, referred_at__lt=since
        )
        .genuine()
        .exclude(changed_at__gt=since)
    )


@transaction.atomic
def remind(network: Network, *, on: date) -> int:
    """How many leads somebody is reminded of; where there is nobody to remind, they wait for who comes."""
    late = list(
        unanswered_too_long(network, on).select_related("owner", "company").order_by("answer_by", "pk")
    )
    silent = list(without_step(network, on).select_related("owner", "company").order_by("referred_at", "pk"))
    by_owner: dict[User, tuple[list[Lead], list[Lead]]] = {}
    for position, leads in enumerate((late, silent)):
        for lead in leads:
            owner = lead.owner if lead.owner and runs(lead.owner, network) else None
            if owner := owner or receiving_leads.owner_for(lead):
                by_owner.setdefault(owner, ([], []))[position].append(lead)
    answer, step = [], []
    for owner, (unanswered, quiet) in by_owner.items():
        posted = mailing.post(
            mailing.Mail(
                network=network,
                kind="lead_reminder",
                key=f"lead_reminder:{network.pk}:{owner.pk}:{on}",
                to=owner.email,
                name=owner.name,
                language=owner.language,
                context={
                    "first_name": owner.get_short_name(),
                    "unanswered": [lead.pk for lead in unanswered],
                    "quiet": [lead.pk for lead in quiet],
                },
                reason=_in_dutch(WAITS),
                not_before=opening(first_allowed(on)),
            )
        )
        if posted:  # who was reminded today already hears of the rest tomorrow
            answer += [lead.pk for lead in unanswered]
            step += [lead.pk for lead in quiet]
    now = timezone.now()
    Lead.objects.filter(pk__in=answer).update(answer_reminded_at=now)
    Lead.objects.filter(pk__in=step).update(step_reminded_at=now)
    return len(answer) + len(step)


def due_for(network: Network, months: int, on: date) -> LeadQuerySet:
    """Whose three or six months are over, and who was not asked yet."""
    last = months_before(on, months)
    first = last - TOO_LATE
    return (
        Lead.objects.filter(network=network, erased_at=None, email__gt="")
        .genuine()
        .exclude(stage=Stage.NEW)
        .exclude(stage=Stage.CLOSED)
        .annotate(since=Coalesce(F("referred_at"), F("answered_at")))
        .filter(since__date__range=(first, last))
        .filter(~Exists(LeadCheckIn.objects.filter(lead=OuterRef("pk"), months=months)))
        .order_by("since", "pk")
    )


def ask(network: Network, months: int, *, on: date) -> int:
    asked = 0
    while leads := list(due_for(network, months, on)[:AT_ONCE]):
        asked += _ask(network, leads, months, on)
    return asked


@transaction.atomic
def _ask(network: Network, leads: list[Lead], months: int, on: date) -> int:
    made = [LeadCheckIn.objects.get_or_create(lead=lead, months=months) for lead in leads]
    new = [check_in for check_in, is_new in made if is_new]
    LeadEvent.objects.bulk_create(
        LeadEvent(lead=check_in.lead, kind=LeadEvent.Kind.ASKED, text=str(months)) for check_in in new
    )
    return mailing.post_many(
        mailing.Mail(
            network=network,
            kind="lead_check_in",
            key=f"lead_check_in:{check_in.lead_id}:{months}",
            to=check_in.lead.email,
            name=check_in.lead.name,
            language=check_in.lead.language,
            context={"check_in": check_in.pk, "months": months, "name": check_in.lead.name},
            about=check_in.lead,
            reason=_in_dutch(ASKED_BEFORE),
            not_before=opening(first_allowed(on)),
            reply_to=network.contact_email,
        )
        for check_in in new
    )


@transaction.atomic
def hear(*, check_in: LeadCheckIn, answer: str, line: str = "", story: Story | None = None) -> LeadCheckIn:
    """What a lead tells of itself: it counts at once, as said. The first answer stays."""
    check_in = (
        LeadCheckIn.objects.select_for_update(of=("self",))
        .select_related("lead__network")
        .get(pk=check_in.pk)
    )
    if check_in.answered_at:
        return check_in
    check_in.answer, check_in.line, check_in.answered_at = answer, line, timezone.now()
    check_in.story = story
    check_in.save(update_fields=["answer", "line", "story", "answered_at"])
    lead = check_in.lead
    receiving_leads.tell(lead, LeadEvent.Kind.TOLD, f"{Answer(answer).label}. {line}".strip())
    if not lead.is_genuine:
        return check_in
    if answer == Answer.FIRST_STEP:
        referring.first_step(lead=lead, by=None, step=line)
    elif answer == Answer.DOING:
        referring.activate(lead=lead, by=None, on=clock.today(), proof=Proof.SAID, step=line)
    elif answer == Answer.STOP:
        referring.close(lead=lead, because=_("the entrepreneur stops with it"), by=None)
    return check_in


def _in_dutch(text: Promise | str) -> str:
    """What the leader reads in the outbox."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(text)
