"""Signing in with a code or link from the mail: asking, proving, and claiming what is theirs."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import F, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from network.actions import mailing
from network.links import site_url
from network.models import FanContact, Network, Role, SignIn, User

VALID_FOR = timedelta(minutes=10)
KEPT_FOR = timedelta(days=1)
LINKS_AN_HOUR = 10  # to one address
ASKED_AN_HOUR = 20  # from one place
FAILURES = 5  # for one address from one place, then a wait
WAIT = timedelta(minutes=15)


class TooMany(Exception):
    """Too many mails were asked for from one place."""


class Locked(Exception):
    """Too many wrong codes: a quarter of an hour of rest."""


def ask(*, network: Network, email: str, ip: str, next: str = "") -> SignIn:
    """A code and link in one mail. An address without a place in this network gets none, unseen."""
    email = email.strip().lower()
    now = timezone.now()
    recent = SignIn.objects.filter(created_at__gt=now - timedelta(hours=1))
    ip_hash, email_hash = _hash("ip", ip), _hash("email", email)
    if recent.filter(ip_hash=ip_hash).count() >= ASKED_AN_HOUR:
        raise TooMany
    asked_often = recent.filter(email_hash=email_hash).count() >= LINKS_AN_HOUR
    known = _known(network, email)
    code, link = f"{secrets.randbelow(1_000_000):06}", secrets.token_urlsafe(24)
    with transaction.atomic():
        sign_in = SignIn.objects.create(
            network=network,
            email=email if known and not asked_often else "",
            email_hash=email_hash,
            ip_hash=ip_hash,
            next=next[:300],
            code_hash=_hash("code", code),
            link_hash=_hash("link", link),
            expires_at=now + VALID_FOR,
        )
        # A mail is made for nobody too, and thrown away: both answers take the same time.
        with transaction.atomic():
            name, language = known if known else ("", settings.LANGUAGE_CODE)
            mailing.post(
                mailing.Mail(
                    network=network,
                    kind="sign_in",
                    key=f"sign_in:{sign_in.pk}",
                    to=email,
                    name=name,
                    language=language,
                    context={
                        "code": code,
                        "link": site_url(network) + reverse("sign_in_link", args=[link]),
                        "name": name,
                        "minutes": int(VALID_FOR.total_seconds() // 60),
                    },
                )
            )
            if sign_in.is_decoy:
                transaction.set_rollback(True)
    return sign_in


def one_time_link(user: User, network: Network, next: str = "/") -> str:
    """A link that signs somebody in once, within an hour; for a demonstration on one's own machine."""
    if not settings.EMBEDDED:
        raise PermissionError("One-time links are made in embedded mode only.")
    link = secrets.token_urlsafe(24)
    SignIn.objects.create(
        network=network,
        email=user.email,
        email_hash=_hash("email", user.email),
        ip_hash=_hash("ip", ""),
        next=next,
        link_hash=_hash("link", link),
        expires_at=timezone.now() + timedelta(hours=1),
    )
    return site_url(network) + reverse("sign_in_link", args=[link])


def by_link(network: Network, link: str) -> SignIn | None:
    """Looking changes nothing; None when it was used, has expired or never was."""
    return (
        SignIn.objects.usable(timezone.now()).filter(network=network, link_hash=_hash("link", link)).first()
    )


def by_code(sign_in: SignIn, code: str) -> bool:
    """Whether the code is right; a wrong one is counted, for this mail and for address and place."""
    now = timezone.now()
    if _failures(sign_in) >= FAILURES:
        raise Locked
    usable = SignIn.objects.usable(now).filter(pk=sign_in.pk, failures__lt=FAILURES)
    right = constant_time_compare(sign_in.code_hash, _hash("code", _digits(code)))
    if right and sign_in.code_hash and not sign_in.is_decoy and usable.exists():
        return True
    SignIn.objects.filter(pk=sign_in.pk, failures__lt=FAILURES).update(
        failures=F("failures") + 1, failed_at=now
    )
    return False


def use(sign_in: SignIn) -> User | None:
    """The account it opens, made where there was none; None when somebody was first."""
    with transaction.atomic():
        used = SignIn.objects.usable(timezone.now()).filter(pk=sign_in.pk).update(used_at=timezone.now())
        if not used or sign_in.is_decoy:
            return None
        user = User.objects.filter(email__iexact=sign_in.email).first()
        if user is None:
            user = User.objects.create_user(sign_in.email)
        if user.is_active:
            claim(user, sign_in.network)
    return user


def claim(user: AbstractBaseUser, network: Network) -> None:
    """Gives an account what carries its proven address in this network and is nobody's yet."""
    assert isinstance(user, User)
    people = network.people.filter(user=None, email__iexact=user.email)
    contacts = FanContact.objects.filter(fan__network=network, user=None, email__iexact=user.email)
    name = user.name
    for person in people:
        person.user = user
        person.save(update_fields=["user"])
        name = name or person.full_name
        language = person.language
        if language != user.language:
            User.objects.filter(pk=user.pk).update(language=language)
            user.language = language
    for contact in contacts:
        contact.user = user
        contact.save(update_fields=["user"])
        name = name or contact.name
    if name != user.name:
        user.name = name
        user.save(update_fields=["name"])


def forget_old() -> int:
    """Attempts of more than a day ago; how many went."""
    return SignIn.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _known(network: Network, email: str) -> tuple[str, str] | None:
    """Name and language of somebody who has a place in the network; asked in the same way for everybody."""
    user = User.objects.filter(email__iexact=email).first()
    person = network.people.filter(email__iexact=email).first()
    contact = FanContact.objects.filter(fan__network=network, email__iexact=email).first()
    user_id = user.pk if user else 0
    belongs = (
        Role.objects.filter(network=network, user_id=user_id).exists()
        | network.people.filter(user_id=user_id).exists()
        | FanContact.objects.filter(fan__network=network, user_id=user_id).exists()
    )
    if user and not user.is_active:
        return None
    if user and (belongs or user.is_superuser):
        return user.name, user.language
    if person and (person.user_id is None or person.user_id == user_id):
        return person.full_name, person.language
    if contact and (contact.user_id is None or contact.user_id == user_id):
        return contact.name, settings.LANGUAGE_CODE
    return None


def _failures(sign_in: SignIn) -> int:
    recent = SignIn.objects.filter(
        email_hash=sign_in.email_hash, ip_hash=sign_in.ip_hash, failed_at__gt=timezone.now() - WAIT
    )
    return recent.aggregate(n=Sum("failures"))["n"] or 0


def _digits(code: str) -> str:
    return "".join(character for character in code if character.isdigit())


def _hash(salt: str, value: str) -> str:
    return salted_hmac(f"sign-in:{salt}", value, algorithm="sha256").hexdigest()
