"""Declaring something about oneself, taking it back, and the only sums that are ever made of it.

Nobody sees what one person declared but that person: no function here gives it to anybody else.
"""

from collections.abc import Iterable, Iterator, Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from ambassadors import safe_sums
from ambassadors.actions.refused import Refused
from ambassadors.declared import Declared, key_checks, marks_of, opened, pseudonyms_of
from ambassadors.models import (
    ConsentText,
    Counted,
    Declaration,
    DeclarationRules,
    Person,
    PersonalTrait,
    Purpose,
    Term,
    TraitCell,
    TraitPicture,
)
from network import clock
from network.history import changed_by
from network.models import Network, User
from network.sealing import Unopenable


def rules_of(network: Network) -> DeclarationRules:
    """The rules as kept, else those that ask nothing."""
    return DeclarationRules.objects.filter(network=network).first() or DeclarationRules(network=network)


# --- By the person alone --------------------------------------------------------------------------------


def declare(person: Person, *, answers: Mapping[str, str], text: ConsentText) -> None:
    """What somebody wants counted, in place of what they declared before; only what the network asks.

    Without any answer nothing is left: rather not say is not kept either.
    """
    asked = {str(trait): trait.classes for trait in rules_of(person.network).asked}
    given = {trait: value for trait, value in answers.items() if value in asked.get(trait, ())}
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        _forget(person)
        if given:
            _put(person.network_id, person.pk, Declared(given, text.version, clock.today()))


def withdraw(person: Person) -> None:
    """The answers are gone at once. Sums of before stay sums; they lead to nobody."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        _forget(person)


def declared_by(person: Person) -> Declared | None:
    """For the person alone: their own page, and their own data."""
    box = _boxes(pseudonyms_of(person.network_id, person.pk)).first()
    if box is None:
        return None
    try:
        return opened(box.box)
    except Unopenable:
        return None


# --- By the leader ---------------------------------------------------------------------------------------


def set_rules(
    *,
    network: Network,
    by: User,
    asks_age: bool,
    asks_gender: bool,
    asks_origin: bool,
    dpia_reference: str,
    words: str,
    words_en: str,
) -> DeclarationRules:
    """What is asked, and the text that people agree to. What is not asked any more is gone at once."""
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        rules = rules_of(network)
        before = set(rules.asked)
        values = {
            "asks_age": asks_age,
            "asks_gender": asks_gender,
            "asks_origin": asks_origin,
            "dpia_reference": dpia_reference.strip(),
        }
        if rules.pk is None or any(getattr(rules, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(rules, name, value)
            changed_by(rules, by).save()
        text = latest_text(network)
        if text is None or (text.body, text.body_en) != (words, words_en):
            ConsentText.objects.create(
                network=network,
                purpose=Purpose.TRAITS,
                version=(text.version if text else 0) + 1,
                body=words,
                body_en=words_en,
                created_by=by,
            )
        for trait in before - set(rules.asked):
            _forget_trait(network, trait)
    return rules


def latest_text(network: Network) -> ConsentText | None:
    return ConsentText.objects.filter(network=network).latest_of(Purpose.TRAITS)


def population(network: Network, trait: PersonalTrait) -> list[Person]:
    """Ambassadors of today who were in no picture of this trait."""
    people = list(network.people.current(clock.today()).only("pk", "network_id"))
    marks = {mark for person in people for mark in marks_of(network.pk, person.pk, trait)}
    known = set(Counted.objects.filter(pk__in=marks).values_list("pk", flat=True))
    return [person for person in people if known.isdisjoint(marks_of(network.pk, person.pk, trait))]


def count(*, network: Network, trait: PersonalTrait, by: User) -> TraitPicture:
    """Make this year's picture of a trait, over everybody who was in none before. Raises Refused.

    Whatever comes of it, these people are counted now and never again: neither a second sum nor the moment
    at which there was enough can tell anything about one of them (docs/decisions/0020).
    """
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        if trait not in rules_of(network).asked:
            raise Refused([_("This is not asked in this network.")])
        year = clock.today().year
        if TraitPicture.objects.filter(network=network, trait=trait, year=year).exists():
            raise Refused([_("This was counted this year already. The next picture can be made next year.")])
        checks = key_checks(network.pk)
        if TraitPicture.objects.filter(network=network, trait=trait).exclude(key_check__in=checks).exists():
            # Nobody can tell who was counted before, and to count them twice would not be safe.
            raise Refused([_("The key of earlier pictures is gone, so nothing can be counted safely.")])
        people = population(network, trait)
        if len(people) < safe_sums.LEAST_POPULATION:
            raise Refused(
                [
                    _("There are %(n)d people who were not counted before. At least %(least)d are needed.")
                    % {"n": len(people), "least": safe_sums.LEAST_POPULATION}
                ]
            )
        cells = safe_sums.picture(_answers(network, people, trait), trait.folding)
        picture = TraitPicture.objects.create(
            network=network,
            trait=trait,
            year=year,
            population=len(people),
            counted_by=by,
            key_check=checks[0],
        )
        TraitCell.objects.bulk_create(
            TraitCell(picture=picture, classes=list(cell.classes), count=cell.count) for cell in cells
        )
        # In the order of the marks: the order of the rows tells nothing either.
        marks = sorted(marks_of(network.pk, person.pk, trait)[0] for person in people)
        Counted.objects.bulk_create(Counted(mark) for mark in marks)
    return picture


def _answers(network: Network, people: Iterable[Person], trait: PersonalTrait) -> Iterator[str]:
    names = {name: person.pk for person in people for name in pseudonyms_of(network.pk, person.pk)}
    found = {names[row.pk]: row.box for row in _boxes(names)}
    for person in people:
        yield _open(found[person.pk]).answers.get(trait, "") if person.pk in found else ""


# --- Keeping it clean --------------------------------------------------------------------------------------


def tidy() -> int:
    """Take away what belongs to nobody who is, or will be, an ambassador: after a term, an erasure, or a
    backup that was put back. How many went.

    A box that no key of ours opens is left alone: with a wrong key everything would look like nobody's.
    """
    serving = Term.objects.filter(person=OuterRef("pk"), end__gt=clock.today())
    people = Person.objects.filter(Exists(serving)).values_list("network_id", "pk")
    known = {name for network_id, pk in people.iterator(2000) for name in pseudonyms_of(network_id, pk)}
    gone = 0
    for row in Declaration.objects.iterator(2000):
        if row.pk not in known and _opens(row.box):
            gone += _boxes([row.pk]).delete()[0]
    return gone


def renew() -> int:
    """Seal everything again with the newest key, after which an older one can be taken away; how many."""
    renewed = 0
    for network_id, pk in Person.objects.values_list("network_id", "pk").iterator(2000):
        with transaction.atomic():
            names = pseudonyms_of(network_id, pk)
            row = _boxes(names).select_for_update().first()
            if row is not None:
                what = opened(row.box)
                row.delete()
                _put(network_id, pk, what)
                renewed += 1
            for trait in PersonalTrait:
                newest, *older = marks_of(network_id, pk, trait)
                if older and Counted.objects.filter(pk__in=older).delete()[0]:
                    Counted.objects.get_or_create(pk=newest)
    for picture in TraitPicture.objects.only("pk", "network_id", "key_check"):
        checks = key_checks(picture.network_id)
        if picture.key_check in checks:
            TraitPicture.objects.filter(pk=picture.pk).update(key_check=checks[0])
    return renewed


def _forget(person: Person) -> None:
    _boxes(pseudonyms_of(person.network_id, person.pk)).delete()


def _forget_trait(network: Network, trait: PersonalTrait) -> None:
    """Nothing may be kept that has no purpose any more."""
    for pk in network.people.values_list("pk", flat=True):
        for row in _boxes(pseudonyms_of(network.pk, pk)):
            left = _open(row.box).without(trait)
            row.delete()
            if left.answers:
                _put(network.pk, pk, left)


def _boxes(names: Iterable[str]) -> QuerySet[Declaration]:
    return Declaration.objects.filter(pk__in=list(names))


def _put(network_id: int, person_id: int, what: Declared) -> None:
    Declaration.objects.create(pseudonym=pseudonyms_of(network_id, person_id)[0], box=what.sealed())


def _opens(box: str) -> bool:
    try:
        opened(box)
    except Unopenable:
        return False
    return True


def _open(box: str) -> Declared:
    """A box whose key is lost holds nothing any more."""
    try:
        return opened(box)
    except Unopenable:
        return Declared()
