"""Which mails somebody wants: one row for each group that was stopped."""

from collections.abc import Collection

from django.db import transaction

from network import messages
from network.emails import WORK
from network.models import MessagePreference, Network, Role


def groups_for(network: Network, email: str) -> list[messages.Group]:
    """The groups that can be stopped and that this address can get."""
    runs = Role.objects.running_the_network().filter(network=network, user__email__iexact=email).exists()
    return [group for group in messages.groups() if group.stoppable and (runs or group != WORK)]


def stopped(network: Network, email: str) -> set[str]:
    return set(
        MessagePreference.objects.filter(network=network, email__iexact=email).values_list("group", flat=True)
    )


@transaction.atomic
def want_only(*, network: Network, email: str, wanted: Collection[str]) -> None:
    """From now on only these groups, out of those this address can get."""
    for group in groups_for(network, email):
        if group.name in wanted:
            MessagePreference.objects.filter(network=network, email__iexact=email, group=group.name).delete()
        else:
            stop(network=network, email=email, group=group.name)


def stop(*, network: Network, email: str, group: str) -> None:
    """No more mails of this group; also those that already wait, since they are checked when they leave."""
    MessagePreference.objects.get_or_create(network=network, email=email.lower(), group=group)
