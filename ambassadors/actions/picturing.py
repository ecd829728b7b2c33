"""Photos of a ceremony, and whether each may be used outside."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction

from ambassadors.models import AppointmentRound, CeremonyPhoto, Consent, Person, Purpose
from network.models import User


@dataclass(frozen=True)
class Picture:
    photo: CeremonyPhoto
    people: tuple[Person, ...]
    without_consent: tuple[Person, ...]

    @property
    def may_be_used(self) -> bool:
        """Everybody on it agreed to the use of photos, and nobody took that back."""
        return not self.without_consent and self.photo.others_agree


def add(
    *,
    round: AppointmentRound,
    image: ContentFile,
    alt: str,
    people: Iterable[Person],
    by: User,
    credit: str = "",
    others_agree: bool = False,
) -> CeremonyPhoto:
    """`image` as `network.images.clean` hands it over."""
    with transaction.atomic():
        photo = CeremonyPhoto.objects.create(
            round=round, image=image, alt=alt, credit=credit, others_agree=others_agree, added_by=by
        )
        photo.people.set(people)
    return photo


def remove(*, photo: CeremonyPhoto) -> None:
    """The row, and after that the file."""
    storage, name = photo.image.storage, photo.image.name or ""
    with transaction.atomic():
        photo.delete()
        transaction.on_commit(lambda: storage.delete(name))


def pictures(round: AppointmentRound) -> list[Picture]:
    """Three queries, however many there are."""
    photos = list(round.photos.prefetch_related("people"))
    agreed = set(
        Consent.objects.in_force()
        .filter(purpose=Purpose.PHOTO, person__ceremony_photos__round=round)
        .values_list("person_id", flat=True)
    )
    return [_picture(photo, agreed) for photo in photos]


def of_person(person: Person) -> list[CeremonyPhoto]:
    """On which somebody stands: theirs to see and to keep."""
    return list(person.ceremony_photos.select_related("round").order_by("-round__year", "pk"))


def _picture(photo: CeremonyPhoto, agreed: set[int]) -> Picture:
    people = tuple(photo.people.all())
    return Picture(photo, people, tuple(one for one in people if one.pk not in agreed))
