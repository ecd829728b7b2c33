"""Sessions of an account, and ending them."""

import time
from collections.abc import Iterable
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

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


def live_sessions(user: User) -> list[UserSession]:
    """The newest visit first; those that have ended are left out, not removed: looking changes nothing."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    keys = store.get_model_class().objects.filter(
        session_key__in=UserSession.objects.filter(user=user).values("session_key")
    )
    alive = set(keys.values_list("session_key", flat=True))
    sessions = UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk")
    return [session for session in sessions if session.session_key in alive]


def end_sessions(sessions: Iterable[UserSession]) -> int:
    ended = 0
    for session in sessions:
        session.end()
        ended += 1
    return ended


def end_all_sessions(user: User) -> int:
    """After a role was given or an account closed: whoever comes back signs in anew."""
    return end_sessions(UserSession.objects.filter(user=user))
