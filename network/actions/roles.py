"""Giving and taking the roles of a network."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.actions import accounts, mailing
from network.links import site_url
from network.models import Network, Role, RoleKind, User


def give(*, network: Network, email: str, kind: str, name: str = "", by: User | None) -> Role:
    """The role of an address, with an account where there was none; giving it twice changes nothing."""
    with transaction.atomic():
        user = User.objects.select_for_update().filter(email__iexact=email.strip()).first()
        if user is None:
            user = User.objects.create_user(email, name=name)
        role, made = Role.objects.get_or_create(
            network=network, user=user, kind=kind, defaults={"name": name or _known_as(network, user)}
        )
        if made:
            if user != by:  # whoever gets more rights comes in anew, within shorter limits
                accounts.end_all_sessions(user)
            mailing.post(
                mailing.Mail(
                    network=network,
                    kind="role_given",
                    key=f"role_given:{role.pk}:{timezone.now().isoformat()}",
                    to=user.email,
                    name=role.name,
                    language=user.language,
                    context={
                        "role": kind,
                        "action_url": f"{site_url(network)}/account/login/?next=/beheer/",
                        "by": str(by or ""),
                    },
                )
            )
    return role


def _known_as(network: Network, user: User) -> str:
    """The name that this network knows already; what other networks call an account is theirs."""
    if other := Role.objects.filter(network=network, user=user).exclude(name="").first():
        return other.name
    return user.name if network.people.filter(user=user).exists() else ""


def take(role: Role, *, by: User) -> None:
    """At once, in the next request; a network keeps a leader."""
    with transaction.atomic():
        leaders = Role.objects.select_for_update().filter(network=role.network, kind=RoleKind.LEADER)
        if role.kind == RoleKind.LEADER and not leaders.exclude(pk=role.pk).exists():
            raise ValidationError(
                _("This is the last project leader. Give somebody else the role first."), code="last_leader"
            )
        role.delete()
