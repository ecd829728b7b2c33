"""Files that no row names any more go by night (docs/decisions/0038): replaced, thrown away, or uploaded for
a change that was never made.

Whatever changed the row, an action, a form of the admin, an import or SQL, nobody has to think of its file:
what lies on the disk is laid beside what the rows name. History names no file that is gone.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import FileField, Model

from network.actions import forgetting
from network.models import Network

log = logging.getLogger("koploper.files")

LEAST_AGE = timedelta(days=1)
"""A file stands before its row is certain; a day is far more than any request or job takes."""

Naming = tuple[type[Model], FileField]


def naming() -> list[Naming]:
    """Every field that names a file, in every model; lines of history only remember names."""
    return [
        (model, field)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
    ]


def loose(*, now: datetime) -> list[str]:
    """Files of an earlier day, in the folders of these fields, that no row names."""
    known = {
        str(name)
        for model, field in naming()
        for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
    }
    return sorted(name for name in _on_the_disk(before=now - LEAST_AGE) if name not in known)


def tidy(*, now: datetime) -> dict[str, Any]:
    """How many files went. A database without any network is not believed: everything would go."""
    found = loose(now=now) if Network.objects.exists() else []
    return {"files": sum(_let_go(name) for name in found)}


def _on_the_disk(*, before: datetime) -> Iterator[str]:
    root = Path(default_storage.path(""))
    for folder in sorted({str(field.upload_to) for _model, field in naming()}):
        for path in (root / folder).rglob("*"):
            try:
                if path.is_file() and path.stat().st_mtime < before.timestamp():
                    yield path.relative_to(root).as_posix()
            except FileNotFoundError:  # went while we looked
                continue


def _let_go(name: str) -> bool:
    """Asked once more: while the disk was read, a draft's photo may have become a podium's."""
    with transaction.atomic():
        for model, field in naming():
            if model._base_manager.filter(**{field.name: name}).exists():
                return False
        for model, field in naming():
            if forgetting.keeps_history(model):
                model.history.filter(**{field.name: name}).update(**{field.name: ""})  # type: ignore[attr-defined]
        forgetting.drop_file(name)
    log.info("a file that no row names went")
    return True
