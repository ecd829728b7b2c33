"""Making rows and files disappear with all that goes along: their history, mails about them, other sizes."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import FileField, Model, Q, QuerySet
from django.db.models.deletion import Collector

from network import images
from network.models import ContactMessage, Message, MessagePreference, SignIn

State = Message.State
EMPTY_MAIL: dict[str, Any] = {
    "recipient_name": "",
    "reply_to": "",
    "subject": "",
    "reason": "",
    "data": {},
    "words": "",
    "body_text": "",
    "body_html": "",
    "last_error": "",
}


def remove(rows: "QuerySet[Any]") -> int:
    """Delete rows and what depends on them, every line of their history, the files they name, and what mails
    say about them. How many rows there were. Raises ProtectedError, and then nothing happened.
    """
    with transaction.atomic():
        collector = Collector(using=rows.db, origin=rows)
        collector.collect(rows)
        gone = {model: [one.pk for one in found] for model, found in collector.data.items()}
        for part in collector.fast_deletes:
            gone.setdefault(part.model, []).extend(part.values_list("pk", flat=True))
        files = {name for model, pks in gone.items() for name in files_of(model, pks)}
        collector.delete()
        for model, pks in gone.items():
            forget_history(model, pks)
            forget_traces(model, pks)
        for name in files:
            drop_file(name)
    return len(gone.get(rows.model, ()))


def blank(rows: "QuerySet[Any]", *fields: str, **values: Any) -> int:
    """Empty some text fields, in the rows and in every line of their history; other values as given."""
    values |= dict.fromkeys(fields, "")
    pks = list(rows.values_list("pk", flat=True))
    model = rows.model
    with transaction.atomic():
        model._default_manager.filter(pk__in=pks).update(**values)
        if keeps_history(model):
            known = {one.name for one in model.history.model._meta.concrete_fields}
            kept = {name: value for name, value in values.items() if name in known}
            history_of(model, pks).update(**kept)
        forget_traces(model, pks)
    return len(pks)


# --- History and traces -----------------------------------------------------------------------------------


def keeps_history(model: type[Model]) -> bool:
    return hasattr(model._meta, "simple_history_manager_attribute")


def history_of(model: type[Model], pks: Iterable[Any]) -> "QuerySet[Any]":
    key = model._meta.pk.attname
    return model.history.filter(**{f"{key}__in": list(pks)})  # type: ignore[attr-defined]


def forget_history(model: type[Model], pks: Iterable[Any]) -> None:
    if keeps_history(model):
        history_of(model, pks).delete()


def forget_traces(model: type[Model], pks: Iterable[Any]) -> None:
    """What mails and the log of the admin say about rows; that there was a mail, and a change, stays."""
    kind, ids = ContentType.objects.get_for_model(model), list(pks)
    if not ids:
        return
    if isinstance(ids[0], int):
        forget_mails(Message.objects.filter(about_type=kind, about_id__in=ids))
    LogEntry.objects.filter(content_type=kind, object_id__in=[str(pk) for pk in ids]).update(
        object_repr="", change_message=""
    )


def forget_mails(mails: "QuerySet[Message]") -> int:
    """To whom and what; the row stays, so that it is never made again. What waits to leave does not leave."""
    found = mails.exclude(state__in=[State.CLAIMED, State.HANDING])
    with transaction.atomic():
        found.filter(~Q(state=State.SENT)).update(state=State.DROPPED)
        return found.exclude(recipient="").update(recipient="", **EMPTY_MAIL)


def forget_mails_about(model: type[Model], pks: Iterable[Any], *kinds: str) -> int:
    """What went out about these rows in mails of these kinds; one that waits says what is still there."""
    about = ContentType.objects.get_for_model(model)
    mails = Message.objects.filter(about_type=about, about_id__in=list(pks), kind__in=kinds)
    return forget_mails(mails.exclude(state__in=[State.QUEUED, State.HELD]))


def forget_addresses(network_id: int, addresses: Iterable[str]) -> int:
    """Mails to them, what they wrote through the site, and how they signed in."""
    found = 0
    for email in addresses:
        own = {"network": network_id, "email__iexact": email}
        mails = Message.objects.filter(network=network_id)
        found += forget_mails(mails.filter(Q(recipient__iexact=email) | Q(reply_to__iexact=email)))
        found += remove(ContactMessage.objects.filter(**own))
        found += SignIn.objects.filter(**own).delete()[0]
        found += MessagePreference.objects.filter(**own).delete()[0]
    return found


# --- Files ------------------------------------------------------------------------------------------------


def files_of(model: type[Model], pks: Iterable[Any]) -> set[str]:
    """The files that rows name, now or in a line of their history."""
    names = [one.name for one in model._meta.concrete_fields if isinstance(one, FileField)]
    if not names:
        return set()
    rows = [model._default_manager.filter(pk__in=list(pks))]
    if keeps_history(model):
        rows.append(history_of(model, pks))
    return {str(name) for found in rows for row in found.values_list(*names) for name in row if name}


def drop_file(name: str) -> None:
    """After the commit: the file and every size that was made of it."""
    transaction.on_commit(partial(images.forget, name), robust=True)
