"""Putting a mail into the outbox, in the transaction of the change it is about."""

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import validate_email
from django.db import models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from network import sealing
from network.actions import doorbell
from network.messages import kind_of
from network.models import Message, Network

logger = logging.getLogger(__name__)

PER_TASK = 100
SEALED = "sealed"
PURPOSE = "mail"
LINE_BREAK = re.compile(r"[\r\n\x00]")


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail to one person.

    `context` holds plain values (text, numbers, dates, lists of these) and is kept with the mail; whatever
    must be fresh when it leaves comes from the kind's own `context`. `reason` is what the leader reads in the
    outbox. `subject` and `words` replace the text of the kind, for a mail the leader wrote.
    """

    network: Network
    kind: str
    key: str
    to: str
    name: str = ""
    language: str = "nl"
    context: Mapping[str, Any] | None = None
    about: models.Model | None = None
    reason: str = ""
    not_before: datetime | None = None
    reply_to: str = ""
    variant: str = ""
    subject: str = ""
    words: str = ""


def post(mail: Mail) -> Message | None:
    """Put one mail into the outbox, in the caller's transaction. None: its key was used before."""
    message = _message(mail)
    with transaction.atomic():
        message, made = Message.objects.get_or_create(
            key=message.key,
            defaults={
                field.attname: getattr(message, field.attname)
                for field in Message._meta.concrete_fields
                if not field.primary_key and field.attname not in ("key", "created_at")
            },
        )
    if not made:
        return None
    if message.not_before <= timezone.now():
        transaction.on_commit(partial(wake, [message.pk]), robust=True)
    return message


def post_many(mails: Iterable[Mail], *, at_once: int = 500) -> int:
    """Put many mails into the outbox with few queries; how many were new. Wakes nobody when not yet due."""
    messages = [_message(mail) for mail in mails]
    made = 0
    now = timezone.now()
    with transaction.atomic():
        for start in range(0, len(messages), at_once):
            part = messages[start : start + at_once]
            keys = [message.key for message in part]
            known = set(Message.objects.filter(key__in=keys).values_list("key", flat=True))
            Message.objects.bulk_create(
                [message for message in part if message.key not in known], ignore_conflicts=True
            )
            made += len({*keys} - known)
            ids = list(
                Message.objects.filter(key__in={*keys} - known, not_before__lte=now).values_list(
                    "pk", flat=True
                )
            )
            if ids:
                transaction.on_commit(partial(wake, ids), robust=True)
    return made


def wake(ids: list[int]) -> None:
    """Ring the worker's bell, best effort: what it does not hear, the sweeper finds."""
    for start in range(0, len(ids), PER_TASK):
        doorbell.ring("network.tasks.deliver", ids[start : start + PER_TASK])


def _message(mail: Mail) -> Message:
    kind = kind_of(mail.kind)  # an unknown kind is a mistake of the caller, found at once
    for text in (mail.to, mail.name, mail.reply_to, mail.subject):
        refuse_line_breaks(text)
    validate_email(mail.to)
    return Message(
        network=mail.network,
        kind=mail.kind,
        key=mail.key,
        recipient=mail.to,
        recipient_name=mail.name,
        language=mail.language if mail.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        data=_closed(mail.context or {}) if kind.secret else packed(mail.context or {}),
        about_type=ContentType.objects.get_for_model(mail.about) if mail.about is not None else None,
        about_id=mail.about.pk if mail.about is not None else None,
        reason=mail.reason[:300],
        not_before=mail.not_before or timezone.now(),
        reply_to=mail.reply_to,
        variant=mail.variant,
        subject=mail.subject,
        words=mail.words,
        message_id=_message_id(mail.key),
    )


def refuse_line_breaks(text: str) -> None:
    """A line break in a name or subject would let its writer add headers of their own."""
    if LINE_BREAK.search(text):
        raise ValueError("A header of a mail cannot hold a line break.")


def contents(message: Message) -> dict[str, Any]:
    """The plain values a mail was made with. Raises `sealing.Unopenable` when their key is gone."""
    sealed = message.data.get(SEALED)
    data = message.data if sealed is None else json.loads(sealing.unseal(sealed, purpose=PURPOSE))
    return unpacked(data)


def _closed(context: Mapping[str, Any]) -> dict[str, str]:
    """What signs somebody in waits unreadable: a look into the database, or a backup, opens no account."""
    return {SEALED: sealing.seal(json.dumps(packed(context)), purpose=PURPOSE)}


def _message_id(key: str) -> str:
    """The same for every attempt, so that a receiver who got it twice can tell."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return f"<{hashlib.sha256(f'{settings.SECRET_KEY}:{key}'.encode()).hexdigest()[:40]}@{host}>"


# --- Plain values to and from JSON, dates included ----------------------------------------------------


def packed(context: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _pack(value) for key, value in context.items()}


def unpacked(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _unpack(value) for key, value in data.items()}


def _pack(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Mapping):
        return {"dict": {key: _pack(inner) for key, inner in value.items()}}
    if isinstance(value, list | tuple):
        return [_pack(inner) for inner in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, models.Model):
        raise TypeError(f"{value!r} is no plain value: let the kind's `context` fetch it.")
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _unpack(value: Any) -> Any:
    if isinstance(value, dict):
        if "datetime" in value:
            return parse_datetime(value["datetime"])
        if "date" in value:
            return parse_date(value["date"])
        return {key: _unpack(inner) for key, inner in value.get("dict", {}).items()}
    if isinstance(value, list):
        return [_unpack(inner) for inner in value]
    return value
