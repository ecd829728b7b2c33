"""The audience says "I am here" and what it thought, by the QR code; the figure follows at once."""

from django.db import transaction

from events.actions.receiving_leads import MOST_PER_CARD_AND_PLACE, count_from
from events.models import AudienceCheckIn, AudienceFeedback, BusinessCard, Podium
from network.models import User
from network.suspicion import LEAST_SECONDS, Signs


def check_in(*, card: BusinessCard, is_entrepreneur: bool, token: str, signs: Signs) -> AudienceCheckIn:
    """The same form twice is one person. What a machine might have sent waits for the leader."""
    is_held = _is_odd(card, signs)
    with transaction.atomic():
        found, made = AudienceCheckIn.objects.get_or_create(
            card=card, token=token, defaults={"is_entrepreneur": is_entrepreneur, "is_held": is_held}
        )
        if made and not is_held:
            recount(card)
    return found


def give_feedback(
    *, card: BusinessCard, useful: int, plan: str = "", line: str = "", token: str, signs: Signs
) -> AudienceFeedback:
    is_held = _is_odd(card, signs)
    with transaction.atomic():
        found, _made = AudienceFeedback.objects.get_or_create(
            card=card,
            token=token,
            defaults={"useful": useful, "plan": plan, "line": line, "is_held": is_held},
        )
    return found


@transaction.atomic
def let_through(*, card: BusinessCard, by: User) -> int:
    """The leader saw that they were people after all; how many check-ins count from now on."""
    changed = AudienceCheckIn.objects.filter(card=card, is_held=True).update(is_held=False)
    AudienceFeedback.objects.filter(card=card, is_held=True).update(is_held=False)
    if changed:
        recount(card)
    return changed


def recount(card: BusinessCard) -> None:
    """A small query each time: a hall checks in within minutes, and a counter that drifts is no figure."""
    if card.podium_id is None:
        return
    Podium.objects.select_for_update().filter(pk=card.podium_id).first()
    number = AudienceCheckIn.objects.filter(card=card, is_entrepreneur=True, is_held=False).count()
    Podium.objects.filter(pk=card.podium_id).update(checked_in=number)


def _is_odd(card: BusinessCard, signs: Signs) -> bool:
    from_place = count_from(card, f"here:{signs.place}")
    too_fast = signs.seconds is None or signs.seconds < LEAST_SECONDS / 4  # one tap is quick
    return signs.filled_trap or too_fast or from_place >= MOST_PER_CARD_AND_PLACE
