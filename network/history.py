"""Who is behind a change, for the history that django-simple-history keeps of every record."""

from typing import TypeVar

from django.db.models import Model

from network.models import User

Record = TypeVar("Record", bound=Model)


def changed_by(record: Record, by: User | None) -> Record:
    """The record itself; what is saved of it next is in its history under this name."""
    record._history_user = by
    return record
