"""Several people judge a candidate, each by themselves; the picture appears when all of them are in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors import emails
from ambassadors.actions.refused import Refused
from ambassadors.criteria_words import defaults
from ambassadors.models import Assessment, Criterion, Nomination, NominationStatus, Score
from ambassadors.scoring import Given, Result, result_of
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User


@dataclass(frozen=True)
class Picture:
    """How far the assessments of one candidate are. Scores and facts are here only when all are in."""

    asked: tuple[Assessment, ...]
    result: Result | None
    criteria: Mapping[int, Criterion]

    @property
    def handed_in(self) -> int:
        return sum(one.is_submitted for one in self.asked)


def criteria_of(network: Network) -> list[Criterion]:
    """What is judged now, in order."""
    return list(network.criteria.in_use())


def begin_with_criteria(network: Network) -> None:
    """A network without criteria starts with those of the domain."""
    if not network.criteria.exists():
        with transaction.atomic():
            Network.objects.select_for_update().get(pk=network.pk)
            if not network.criteria.exists():
                Criterion.objects.bulk_create(
                    Criterion(network=network, place=place, name=name, name_en=name_en, guidance=guidance)
                    for place, (name, name_en, guidance) in enumerate(defaults(), start=1)
                )


def ask(*, nomination: Nomination, assessors: Iterable[User], by: User) -> list[Assessment]:
    """Ask people to judge a candidate; who was asked before is left alone."""
    with transaction.atomic():
        locked = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
        if locked.state in NominationStatus.ended():
            raise Refused([_("This candidate is no longer in the running.")])
        return ask_many(nominations=[locked], assessors=assessors, by=by)


def ask_many(*, nominations: Iterable[Nomination], assessors: Iterable[User], by: User) -> list[Assessment]:
    """Ask each of these people to judge each of these candidates, with one mail to each of them.

    Who was asked for a candidate before is left alone, and so is who is no longer in the running.
    """
    assessors = list(assessors)
    with transaction.atomic():
        locked = [
            one
            for one in Nomination.objects.select_for_update(of=("self",))
            .select_related("network")
            .filter(pk__in=[nomination.pk for nomination in nominations])
            .order_by("pk")
            if one.state not in NominationStatus.ended()
        ]
        if not locked:
            return []
        network = locked[0].network
        begin_with_criteria(network)
        known = set(
            Assessment.objects.filter(nomination__in=locked).values_list("nomination_id", "assessor_id")
        )
        asked = []
        for assessor in assessors:
            fresh = [
                Assessment(nomination=one, assessor=assessor, asked_by=by)
                for one in locked
                if (one.pk, assessor.pk) not in known
            ]
            for assessment in fresh:
                changed_by(assessment, by).save()
            if fresh and assessor != by:
                _tell_assessor(network, assessor, fresh)
            asked += fresh
    return asked


def _tell_assessor(network: Network, assessor: User, asked: list[Assessment]) -> None:
    mailing.post(
        mailing.Mail(
            network=network,
            kind=emails.ASSESSMENT_ASKED.name,
            key=f"assessment_asked:{asked[0].pk}",
            to=assessor.email,
            name=assessor.name,
            language=assessor.language,
            context={"assessments": [assessment.pk for assessment in asked], "asked": len(asked)},
            about=asked[0],
            reason=ngettext(
                "Was asked to judge a candidate.", "Was asked to judge %(n)d candidates.", len(asked)
            )
            % {"n": len(asked)},
        )
    )


def hand_in(*, assessment: Assessment, scores: Mapping[Criterion, int], facts: str, by: User) -> Assessment:
    """The assessor's own judgement, once: what was handed in stands, so that nobody adapts to the others."""
    if assessment.assessor_id != by.pk:
        raise ValueError("Nobody judges in somebody else's name.")
    with transaction.atomic():
        locked = (
            Assessment.objects.select_for_update(of=("self",))
            .select_related("nomination__network")
            .get(pk=assessment.pk)
        )
        if locked.is_submitted:
            raise Refused([_("You handed this in before. What you wrote stands.")])
        missing = [one.title for one in criteria_of(locked.nomination.network) if one not in scores]
        if missing:
            raise Refused([_("Give a score to each criterion.")])
        for criterion, value in scores.items():
            if not 1 <= value <= criterion.highest:
                raise ValueError(f"{value} is no score from 1 to {criterion.highest}.")
            score = Score(assessment=locked, criterion=criterion, value=value)
            changed_by(score, by).save()
        locked.facts, locked.submitted_at = facts, timezone.now()
        changed_by(locked, by).save(update_fields=["facts", "submitted_at"])
    return locked


def take_back(*, assessment: Assessment, by: User) -> bool:
    """Wait no longer for somebody who does not come to it. What was handed in stays. False: nothing done."""
    with transaction.atomic():
        locked = Assessment.objects.select_for_update().filter(pk=assessment.pk, submitted_at=None).first()
        if locked is None:
            return False
        changed_by(locked, by).delete()
    return True


def picture(nomination: Nomination) -> Picture:
    return pictures([nomination])[nomination.pk]


def pictures(nominations: Iterable[Nomination]) -> dict[int, Picture]:
    """The assessments of many candidates at once, in two queries."""
    pks = [nomination.pk for nomination in nominations]
    asked: dict[int, list[Assessment]] = {pk: [] for pk in pks}
    for assessment in Assessment.objects.filter(nomination__in=pks).select_related("assessor"):
        asked[assessment.nomination_id].append(assessment)
    complete = {pk for pk, found in asked.items() if found and all(one.is_submitted for one in found)}
    given: dict[int, list[Given]] = {}
    criteria: dict[int, Criterion] = {}
    scores = Score.objects.filter(assessment__nomination__in=complete).select_related(
        "criterion", "assessment"
    )
    for score in scores:
        one = score.criterion
        criteria[one.pk] = one
        given.setdefault(score.assessment.nomination_id, []).append(
            Given(one.pk, one.weight, one.highest, score.value)
        )
    return {
        pk: Picture(
            tuple(asked[pk] if pk in complete else (_without_words(one) for one in asked[pk])),
            result_of(given.get(pk, ())),
            criteria,
        )
        for pk in pks
    }


def _without_words(assessment: Assessment) -> Assessment:
    """Who was asked and who is in, and no more."""
    assessment.facts = ""
    return assessment
