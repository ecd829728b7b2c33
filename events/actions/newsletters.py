"""The newsletter: asking for it, confirming by mail, composing, sending once."""

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone

from events.models import Newsletter, Subscription
from knowledgebank.models import Story, Tool
from network import clock
from network.actions import mailing, relaying
from network.models import MessagePreference, Network, User
from network.suspicion import LEAST_SECONDS, Signs

SALT = "newsletter"
CONSENT_TEXT = "2026-11"
HOURS_TO_CONFIRM = 48
MAILS_A_DAY = 3  # with a link, to one address
KEPT_UNCONFIRMED = timedelta(days=7)
MOST_STORIES, MOST_TOOLS = 3, 2


class AlreadySent(Exception):
    """This issue went out before; an issue goes out once."""


class NothingToSay(Exception):
    """Neither words nor anything to read."""


@transaction.atomic
def ask(*, network: Network, email: str, language: str, signs: Signs) -> None:
    """Post the question whether this address wants it. What a machine sends in is answered as everybody is,
    and so is an address that reads it already: nobody learns who does. Raises relaying.TooMany."""
    relaying.refuse_flood(relaying.count_from(signs.place))
    if signs.filled_trap or signs.seconds is None or signs.seconds < LEAST_SECONDS:
        return
    now = timezone.now()
    subscription, _made = Subscription.objects.get_or_create(
        network=network,
        email=email.lower(),
        defaults={"language": language, "asked_at": now, "consent_text": CONSENT_TEXT},
    )
    reads_it = Subscription.objects.reading().filter(pk=subscription.pk).exists()
    sent = network.messages.filter(
        kind="newsletter_confirm", recipient=subscription.email, created_at__gt=now - timedelta(days=1)
    ).count()
    # A mail is made for whoever gets none too, and thrown away: both answers take the same time.
    with transaction.atomic():
        subscription.language, subscription.asked_at, subscription.consent_text = language, now, CONSENT_TEXT
        subscription.save(update_fields=["language", "asked_at", "consent_text"])
        mailing.post(
            mailing.Mail(
                network=network,
                kind="newsletter_confirm",
                key=f"newsletter_confirm:{subscription.pk}:{timezone.localtime(now):%Y%m%d%H}",  # one an hour
                to=subscription.email,
                language=language,
                about=subscription,
                reason="newsletter",
            )
        )
        if reads_it or sent >= MAILS_A_DAY:
            transaction.set_rollback(True)


def token(subscription: Subscription) -> str:
    return signing.dumps(subscription.pk, salt=SALT)


def subscription_of(network: Network, given: str) -> Subscription | None:
    """Whom a link of ours is about; None when it is too old or not ours."""
    try:
        pk = signing.loads(given, salt=SALT, max_age=HOURS_TO_CONFIRM * 3600)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Subscription.objects.filter(network=network, pk=pk).first() if isinstance(pk, int) else None


@transaction.atomic
def confirm(subscription: Subscription) -> None:
    subscription = Subscription.objects.select_for_update().get(pk=subscription.pk)
    MessagePreference.objects.filter(
        network=subscription.network_id, email__iexact=subscription.email, group="newsletter"
    ).delete()
    subscription.confirmed_at = timezone.now()
    subscription.save(update_fields=["confirmed_at"])


@transaction.atomic
def begin(*, network: Network, title: str, by: User) -> Newsletter:
    """An issue with what came since the last one: the newest stories and tools."""
    last = Newsletter.objects.filter(network=network).sent().order_by("-sent_at").first()
    since = last.sent_at if last else None
    newsletter = Newsletter.objects.create(network=network, title=title, created_by=by)
    newsletter.stories.set(_new_stories(network, since))
    newsletter.tools.set(_new_tools(network, since))
    return newsletter


def _new_stories(network: Network, since: datetime | None) -> list[Story]:
    today = clock.today()
    stories = Story.objects.filter(network=network).public(today).order_by("-versions__publish_on", "-pk")
    if since:
        stories = stories.filter(versions__number=1, versions__publish_on__gte=timezone.localdate(since))
    return list(dict.fromkeys(stories[: MOST_STORIES * 3]))[:MOST_STORIES]


def _new_tools(network: Network, since: datetime | None) -> list[Tool]:
    tools = (
        Tool.objects.filter(network=network, language="nl")
        .public(clock.today())
        .order_by("-published_on", "pk")
    )
    if since:
        tools = tools.filter(published_on__gte=timezone.localdate(since))
    return list(tools[:MOST_TOOLS])


@transaction.atomic
def send(newsletter: Newsletter, *, by: User) -> int:
    """One mail to each reader, in the same transaction as the note that it is sent. Raises AlreadySent."""
    newsletter = Newsletter.objects.select_for_update().select_related("network").get(pk=newsletter.pk)
    if newsletter.sent_at:
        raise AlreadySent
    if not (newsletter.introduction.strip() or newsletter.stories.exists() or newsletter.tools.exists()):
        raise NothingToSay
    mails = [
        mailing.Mail(
            network=newsletter.network,
            kind="newsletter",
            key=f"newsletter:{newsletter.pk}:{reader.pk}",
            to=reader.email,
            language=reader.language,
            about=newsletter,
            reason=newsletter.title,
        )
        for reader in Subscription.objects.filter(network=newsletter.network).reading().iterator(1000)
    ]
    newsletter.sent_at, newsletter.sent_by, newsletter.readers = timezone.now(), by, mailing.post_many(mails)
    newsletter.save(update_fields=["sent_at", "sent_by", "readers"])
    return newsletter.readers


def tidy() -> int:
    """Who never confirmed, or stopped, is not kept."""
    gone, _rows = Subscription.objects.never_confirmed(timezone.now() - KEPT_UNCONFIRMED).delete()
    reading = Subscription.objects.reading().values("pk")
    stopped, _rows = Subscription.objects.exclude(confirmed_at=None).exclude(pk__in=reading).delete()
    return gone + stopped
