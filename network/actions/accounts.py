"""Sessions of an account, and ending them."""

import time
from collections.abc import Iterable
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.translation import gettext as _

from network.actions import mailing
from network.models import Role, RoleKind, User

BEGUN, SEEN, STAFF = "begun", "seen", "staff"
SEEN_EVERY = 60  # seconds: a visit is noted at most once a minute


def begin_session(session: SessionBase, user: User) -> None:
    session[BEGUN] = session[SEEN] = int(time.time())
    kinds = [RoleKind.LEADER, RoleKind.FACILITATOR]
    session[STAFF] = user.is_superuser or Role.objects.filter(user=user, kind__in=kinds).exists()


def is_over(session: SessionBase) -> bool:
    """Whether a session has been idle or has lasted for too long; notes the visit otherwise."""
    now = int(time.time())
    begun, seen = session.get(BEGUN), session.get(SEEN)
    if begun is None or seen is None:  # made past the sign-in page
        session[BEGUN] = session[SEEN] = now
        return False
    staff = session.get(STAFF, False)
    age = settings.STAFF_SESSION_AGE if staff else settings.SESSION_COOKIE_AGE
    idle = settings.STAFF_SESSION_IDLE if staff else settings.SESSION_IDLE
    if now - begun > age or now - seen > idle:
        return True
    if now - seen > SEEN_EVERY:
        session[SEEN] = now
    return False


# As they call themselves; the first that fits. Edge and Chrome also say Safari.
DEVICES = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
           ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))


def device_of(agent: str) -> str:
    """Such as iPhone, Safari: enough for its owner to know it again."""
    device = next((name for sign, name in DEVICES if sign in agent), str(_("Unknown device")))
    browser = next((name for sign, name in BROWSERS if sign in agent), "")
    return f"{device}, {browser}" if browser else device


def live_sessions(user: User) -> list[UserSession]:
    """The newest visit first; those that have ended are left out, not removed: looking changes nothing."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    keys = store.get_model_class().objects.filter(
        session_key__in=UserSession.objects.filter(user=user).values("session_key")
    )
    alive = set(keys.values_list("session_key", flat=True))
    sessions = UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk")
    found = [session for session in sessions if session.session_key in alive]
    for session in found:
        session.device = device_of(session.user_agent)
    return found


def forget_ended_sessions() -> int:
    """What is kept of sessions that are over; how many went."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    alive = store.get_model_class().objects.values("session_key")
    return UserSession.objects.exclude(session_key__in=alive).delete()[0]


def end_sessions(sessions: Iterable[UserSession]) -> int:
    ended = 0
    for session in sessions:
        session.end()
        ended += 1
    return ended


def tell_of_first_lock(user: User) -> None:
    """The project leaders beside somebody who just made their first second factor: was it really them?

    Until then the mailbox alone opened the way to making one.
    """
    own = Role.objects.running_the_network().filter(user=user).select_related("network")
    for role in {role.network_id: role for role in own}.values():
        leaders = Role.objects.filter(network=role.network, kind=RoleKind.LEADER, user__is_active=True)
        mailing.post_many(
            mailing.Mail(
                network=role.network,
                kind="second_factor_made",
                key=f"second_factor_made:{role.network_id}:{user.pk}:{other.user_id}:{timezone.now().isoformat()}",
                to=other.user.email,
                name=other.name,
                language=other.user.language,
                context={"who": role.called, "email": user.email, "at": timezone.now()},
                reason=_("somebody who runs the network made a second lock"),
            )
            for other in leaders.exclude(user=user).select_related("user")
        )


def end_all_sessions(user: User) -> int:
    """After a role was given or an account closed: whoever comes back signs in anew."""
    return end_sessions(UserSession.objects.filter(user=user))
