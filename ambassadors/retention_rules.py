"""What is over of candidates, ceremonies and former ambassadors."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ambassadors import models
from ambassadors.actions import forgetting_people
from network.actions import forgetting
from network.models import Network
from network.privacy import Subject, erasers
from network.retention import rule

FOUR_WEEKS, TWO_YEARS, NO_TIME = timedelta(days=28), timedelta(days=731), timedelta(0)

CANDIDACY = (
    models.Nomination, models.Voice, models.NominationStep, models.Assessment, models.Score,
    models.Invitation, models.ApartPair,
)  # fmt: skip
MEMBERS = (
    models.Person, models.Employment, models.ContactMoment, models.Consent, models.TypeTalk,
    models.MotiveAnswers, models.Buddy, models.CeremonyPhoto, models.Parting, models.ClubTask,
)  # fmt: skip


@rule("scouting", title=_("names on the scouting list"), covers=(models.Pearl,), fixed=NO_TIME)
def scouting(network: Network | None, before: datetime) -> "QuerySet[models.Pearl]":
    return models.Pearl.objects.filter(network=network).expired(before.date())


@scouting.forget
def _forget_pearls(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


# --- Candidates -------------------------------------------------------------------------------------------


@rule("candidates", title=_("candidates who were not appointed"), covers=CANDIDACY, term="candidates")
def candidates(network: Network | None, before: datetime) -> "QuerySet[models.Nomination]":
    """Of a round that ended; without a round: of whom nothing was heard since. Who is to be looked at again
    waits.
    """
    appointed = models.Appointment.objects.filter(person=OuterRef("person"), round=OuterRef("round"))
    return (
        models.Nomination.objects.filter(network=network)
        .filter(Q(round__ceremony_on__lt=before.date()) | Q(round=None, changed_at__lt=before))
        .filter(Q(look_again_on=None) | Q(look_again_on__lt=before.date()))
        .filter(~Exists(appointed))
    )


@rule(
    "held_candidates",
    title=_("nominations that were held and never let in"),
    covers=CANDIDACY,
    fixed=FOUR_WEEKS,
)
def held_candidates(network: Network | None, before: datetime) -> "QuerySet[models.Nomination]":
    """Nobody told them that they are known: no longer than GDPR art. 14 leaves for telling."""
    return models.Nomination.objects.filter(network=network, created_at__lt=before).held()


@candidates.forget
@held_candidates.forget
def _forget_candidates(rows: "QuerySet[models.Nomination]") -> None:
    forgetting_people.remove_candidacies(rows)


# --- Ceremonies -------------------------------------------------------------------------------------------


@rule("guests", title=_("guests of a ceremony"), covers=(models.Guest,), term="guests")
def guests(network: Network | None, before: datetime) -> "QuerySet[models.Guest]":
    """How many came, and with whom they brought along, stays."""
    over = models.Guest.objects.filter(
        ceremony__round__network=network, ceremony__round__ceremony_on__lt=before.date()
    )
    return over.exclude(name="", email="", remark="", person=None)


@guests.forget
def _forget_guests(rows: "QuerySet[models.Guest]") -> None:
    forgetting.blank(rows, "name", "email", "remark", person=None)


@rule("running_order", title=_("names in a running order"), covers=(models.CeremonyItem,), term="guests")
def running_order(network: Network | None, before: datetime) -> "QuerySet[models.CeremonyItem]":
    over = models.CeremonyItem.objects.filter(
        ceremony__round__network=network, ceremony__round__ceremony_on__lt=before.date()
    )
    return over.exclude(who="")


@running_order.forget
def _forget_running_order(rows: "QuerySet[models.CeremonyItem]") -> None:
    forgetting.blank(rows, "who")


@rule("ceremony_texts", title=_("drafts of speech and press"), covers=(models.CeremonyText,), term="guests")
def ceremony_texts(network: Network | None, before: datetime) -> "QuerySet[models.CeremonyText]":
    return models.CeremonyText.objects.filter(round__network=network, round__ceremony_on__lt=before.date())


@rule("proofs", title=_("proofs of plaques"), covers=(models.PlaqueProof,), term="guests")
def proofs(network: Network | None, before: datetime) -> "QuerySet[models.PlaqueProof]":
    return models.PlaqueProof.objects.filter(round__network=network, round__ceremony_on__lt=before.date())


@rule("scenarios", title=_("scenarios of a round"), covers=(models.Scenario,), term="candidates")
def scenarios(network: Network | None, before: datetime) -> "QuerySet[models.Scenario]":
    return models.Scenario.objects.filter(round__network=network, round__ceremony_on__lt=before.date())


@ceremony_texts.forget
@proofs.forget
@scenarios.forget
def _remove(rows: "QuerySet[Any]") -> None:
    forgetting.remove(rows)


# --- Ambassadors ------------------------------------------------------------------------------------------


@rule("members", title=_("former ambassadors: all but name and term"), covers=MEMBERS, term="members")
def members(network: Network | None, before: datetime) -> "QuerySet[models.Person]":
    """Two years, unless set otherwise, after the last term and the last honorary membership."""
    last = models.Person.objects.filter(network=network, forgotten_at=None).annotate(
        last_day=Max("terms__end")
    )
    stays = models.HonoraryMembership.objects.filter(person=OuterRef("pk")).filter(
        Q(end=None) | Q(end__gte=before.date())
    )
    return last.filter(~Exists(stays), last_day__lt=before.date())


@members.forget
def _forget_members(rows: "QuerySet[models.Person]") -> None:
    for person in rows.select_related("network", "user"):
        subject = Subject(person.network, person.email, person, person.full_name, on_request=False)
        for eraser in erasers:
            eraser(subject)


@rule("pauses", title=_("why somebody paused"), covers=(models.Pause,), fixed=TWO_YEARS)
def pauses(network: Network | None, before: datetime) -> "QuerySet[models.Pause]":
    over = models.Pause.objects.filter(person__network=network, end__lt=before.date())
    return over.exclude(reason="")


@rule(
    "pause_requests",
    title=_("why somebody asked for a pause"),
    covers=(models.PauseRequest,),
    fixed=TWO_YEARS,
)
def pause_requests(network: Network | None, before: datetime) -> "QuerySet[models.PauseRequest]":
    over = models.PauseRequest.objects.filter(person__network=network, decided_at__lt=before)
    return over.filter(Q(end=None) | Q(end__lt=before.date())).exclude(reason="")


@pauses.forget
@pause_requests.forget
def _forget_reasons(rows: "QuerySet[Any]") -> None:
    forgetting.blank(rows, "reason")
