"""A row with a picture that pages show in sizes; what the worker made of it is written beside it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from network import images

SIZING = ("sizes_of", "no_sizes_of")


class Pictured(models.Model):
    """The row itself says what is due: its picture and focal point against those the sizes were made of.

    So whatever changes the picture, an action, an import or SQL, nothing has to be set back.
    """

    PICTURE: ClassVar[str]  # the name of the field
    SHAPE: ClassVar[images.Shape]

    sizes_of = models.CharField(_("sizes were made of"), max_length=120, blank=True, editable=False)
    no_sizes_of = models.CharField(_("no sizes could be made of"), max_length=120, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def picture_key(self) -> str:
        return images.key(str(getattr(self, self.PICTURE)), self.focal_x, self.focal_y)  # type: ignore[attr-defined]

    @property
    def has_sizes(self) -> bool:
        """Every size a page may ask for is there."""
        return self.sizes_of != "" and self.sizes_of == self.picture_key

    @property
    def is_damaged(self) -> bool:
        """No size could be made of the picture that is there now."""
        return self.no_sizes_of != "" and self.no_sizes_of == self.picture_key

    @property
    def shown_picture(self) -> str:
        """The picture that a page can show; empty while its sizes are being made."""
        return str(getattr(self, self.PICTURE)) if self.has_sizes else ""

    @property
    def waits_for_sizes(self) -> bool:
        return self.picture_key not in ("", self.sizes_of, self.no_sizes_of)

    @classmethod
    def wanted(cls) -> Q:
        """Of which rows pages show the picture, or will."""
        return ~Q(**{cls.PICTURE: ""})

    @classmethod
    def to_settle(cls) -> "QuerySet[Any]":
        """Rows of which the sizes are to be made, or to be taken away."""
        of_now = key_of(cls)
        due = cls.wanted() & ~Q(sizes_of=of_now) & ~Q(no_sizes_of=of_now)
        return cls._default_manager.filter(due | (~cls.wanted() & ~Q(sizes_of=""))).order_by("pk")

    @classmethod
    def without_sizes(cls) -> "QuerySet[Any]":
        """Rows whose picture turned out to be damaged or gone, until there is another one."""
        return cls._default_manager.filter(cls.wanted(), no_sizes_of=key_of(cls))


def key_of(model: type[Pictured], prefix: str = "") -> Concat:
    """`picture_key` in SQL; with `prefix`, of a row that a relation leads to."""
    space = Value(" ")
    return Concat(
        F(f"{prefix}{model.PICTURE}"),
        space,
        Cast(f"{prefix}focal_x", CharField()),
        space,
        Cast(f"{prefix}focal_y", CharField()),
        output_field=CharField(),
    )
