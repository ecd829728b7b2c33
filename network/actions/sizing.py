"""The sizes of a picture, made by the worker: asked for by the row itself, rung for after the commit.

`settle` brings the files in line with the row, whatever happened before: it makes what is missing, takes away
what may no longer be shown, and then writes in the row what was made, which renews every page that shows it.
"""

import logging
from functools import partial
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import transaction

from network import images
from network.actions import doorbell
from network.models.pictured import Pictured

logger = logging.getLogger(__name__)

AT_ONCE = 25  # in one sweep: well within the minute until the next
ASKED_AGAIN = 60  # seconds


def kinds() -> dict[str, type[Pictured]]:
    """Every model whose picture is shown in sizes, by its label."""
    return {model._meta.label_lower: model for model in apps.get_models() if issubclass(model, Pictured)}


def ring(row: Pictured) -> None:
    """Wake the worker once the change is certain; who does not hear it finds the row at the next sweep."""
    transaction.on_commit(
        partial(doorbell.ring, "network.tasks.settle_sizes", row._meta.label_lower, row.pk), robust=True
    )


def missed(row: Pictured) -> None:
    """A page was sure of a size that is not there, as after a backup was put back: at most once a minute."""
    if cache.add(f"sizes-missed-{row._meta.label_lower}-{row.pk}", 1, ASKED_AGAIN):
        ring(row)


def let_go(row: Pictured) -> None:
    """The row itself is about to be deleted; its sizes go after the commit."""
    transaction.on_commit(partial(_drop_unless_used, type(row), row.sizes_of), robust=True)


def settle(label: str, pk: int) -> bool:
    """True: every size that should be there is there. Twice does the same as once."""
    model = kinds()[label]
    row = model._default_manager.filter(model.wanted(), pk=pk).first()
    if row is None:
        _take_away(model, pk)
        return False
    key, before = row.picture_key, row.sizes_of
    same = model._default_manager.filter(pk=pk).filter(**_picture_of(row))
    try:
        made = images.make_sizes(str(getattr(row, model.PICTURE)), row.focal_x, row.focal_y, model.SHAPE)  # type: ignore[attr-defined]
    except images.Unreadable:
        logger.warning("%s %s has a picture that cannot be read", label, pk)
        same.exclude(no_sizes_of=key).update(sizes_of="", no_sizes_of=key)
        return False
    if before != key and not same.update(sizes_of=key, no_sizes_of=""):
        _drop_unless_used(model, key)  # the picture changed, or went, while we were at it
        return False
    if before != key:
        _drop_unless_used(model, before)
    if made:
        logger.debug("%s %s has %s new sizes", label, pk, made)
    return True


def sweep(most: int | None = AT_ONCE) -> int:
    """Settle what nobody was woken for, and say how many rows are done; without `most`, all of them."""
    done = 0
    for label, model in kinds().items():
        left = None if most is None else most - done
        for pk in list(model.to_settle().values_list("pk", flat=True)[:left]):
            settle(label, pk)
            done += 1
    return done


def _picture_of(row: Pictured) -> dict[str, Any]:
    return {name: getattr(row, name) for name in (row.PICTURE, "focal_x", "focal_y")}


def _take_away(model: type[Pictured], pk: int) -> None:
    """The row has no picture any more, or nobody may see it."""
    before = model._default_manager.filter(pk=pk).values_list("sizes_of", flat=True).first()
    if before and model._default_manager.filter(~model.wanted(), pk=pk).update(sizes_of=""):
        _drop_unless_used(model, before)


def _drop_unless_used(model: type[Pictured], key: str) -> None:
    """Versions of one story share a photo."""
    if not model._default_manager.filter(sizes_of=key).exists():
        images.drop_sizes(key)
