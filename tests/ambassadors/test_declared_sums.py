"""Pictures of what was declared: once a year, and never a group that leads to somebody."""

import itertools
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassadors.actions import declaring
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    Counted,
    Person,
    PersonalTrait,
    Term,
    TraitCell,
    TraitPicture,
)
from tests.ambassadors.declarations import answers_of, ask, declare

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def asked(network, leader):
    return ask(network, leader, origin=True, dpia="DPIA 2026-11")


def people(network, number: int, start=date(2025, 4, 1)) -> list[Person]:
    """So many ambassadors, in bulk."""
    first = Person.objects.count()
    rows = Person.objects.bulk_create(
        Person(network=network, first_name="P", last_name=str(n), slug=f"p-{n}")
        for n in range(first, first + number)
    )
    Term.objects.bulk_create(Term(person=row, start=start, end=date(2032, 4, 1)) for row in rows)
    return rows


def give(group, trait, values):
    for person, value in zip(group, values, strict=False):
        declare(person, **{trait: value})


def test_a_picture_is_made_once_a_year_of_whoever_was_in_none(asked, network, leader, leader_client):
    group = people(network, 20)
    give(group, "gender", ["woman"] * 7 + ["man"] * 8)

    response = leader_client.post(reverse("admin:personal_traits_count", args=["gender"]), follow=True)

    picture = TraitPicture.objects.get()
    assert (picture.population, picture.counted_by, picture.year) == (20, leader, 2026)
    # Five did not answer, nobody answered otherwise: those two are folded together.
    assert [(cell.classes, cell.count) for cell in picture.cells.all()] == [
        (["", "other"], 5),
        (["man"], 8),
        (["woman"], 7),
    ]
    assert "20 mensen die nog niet eerder waren geteld" in response.text

    declaring.withdraw(group[0])
    people(network, 30)
    with pytest.raises(Refused):
        declaring.count(network=network, trait=PersonalTrait.GENDER, by=leader)
    assert [cell.count for cell in picture.cells.all()] == [5, 8, 7]  # frozen

    with time_machine.travel("2027-11-23T12:00:00+01:00"):
        second = declaring.count(network=network, trait=PersonalTrait.GENDER, by=leader)
    assert second.population == 30
    assert not second.cells.exists()  # nobody answered: nothing to show, and they are counted
    assert len(declaring.population(network, PersonalTrait.GENDER)) == 0
    assert len(declaring.population(network, PersonalTrait.AGE)) == 50


def test_without_the_key_of_before_nobody_is_counted_again(asked, network, leader, settings):
    people(network, 20)
    declaring.count(network=network, trait=PersonalTrait.AGE, by=leader)
    old, new = settings.ENCRYPTION_KEYS[0], "a-new-key-of-more-than-thirty-two-characters"

    with time_machine.travel("2027-11-23T12:00:00+01:00"):
        settings.ENCRYPTION_KEYS = [new]
        with pytest.raises(Refused):
            declaring.count(network=network, trait=PersonalTrait.AGE, by=leader)
        settings.ENCRYPTION_KEYS = [new, old]
        declaring.renew()
        settings.ENCRYPTION_KEYS = [new]
        assert declaring.population(network, PersonalTrait.AGE) == []


def test_with_a_wrong_key_nothing_is_taken_away(asked, ambassador, settings):
    declare(ambassador, age="young")
    right = settings.ENCRYPTION_KEYS
    settings.ENCRYPTION_KEYS = ["a-wrong-key-of-more-than-thirty-two-characters"]
    assert declaring.tidy() == 0
    settings.ENCRYPTION_KEYS = right
    assert answers_of(ambassador) == {"age": "young"}


def test_fewer_than_fifteen_are_not_counted(asked, network, leader):
    people(network, 14)
    with pytest.raises(Refused, match="14"):
        declaring.count(network=network, trait=PersonalTrait.AGE, by=leader)
    assert not Counted.objects.exists()


def test_what_is_not_asked_is_not_counted(network, leader):
    ask(network, leader)
    people(network, 20)
    with pytest.raises(Refused):
        declaring.count(network=network, trait=PersonalTrait.ORIGIN, by=leader)


def test_the_database_refuses_a_small_cell(network, leader, asked):
    picture = TraitPicture.objects.create(
        network=network, trait="age", year=2026, population=15, key_check="x"
    )
    for count in (4, 0):
        with pytest.raises(IntegrityError), transaction.atomic():
            TraitCell.objects.create(picture=picture, classes=["young"], count=count)
    with pytest.raises(IntegrityError), transaction.atomic():
        TraitPicture.objects.create(network=network, trait="gender", year=2026, population=14, key_check="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        TraitPicture.objects.create(network=network, trait="age", year=2026, population=30, key_check="x")


moves = st.lists(
    st.tuples(
        st.integers(0, 24),  # who come
        st.sets(st.integers(0, 80), max_size=12),  # who leave
        st.lists(st.sampled_from(["", "young", "middle", "older"]), min_size=90, max_size=90),
        st.booleans(),  # the leader moves everybody's terms, to make them look new
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(years=moves)
def test_no_group_under_five_follows_from_all_pictures_together(network, leader, years):
    """People come, leave, change and take back their answers; terms are rewritten. From all that is ever
    shown, added and subtracted in every way, no group of one to four people comes out."""
    with transaction.atomic():
        ask(network, leader)
        shown: list[frozenset[int]] = []
        populations: list[set[int]] = []
        for turn, (coming, leaving, answers, rewritten) in enumerate(years):
            on = date(2026 + turn, 11, 23)
            with time_machine.travel(on):
                people(network, coming, start=on - timedelta(days=10))
                everybody = list(Person.objects.filter(network=network).order_by("pk"))
                away = [person.pk for n, person in enumerate(everybody) if n in leaving]
                Term.objects.filter(person__in=away).update(end=on)
                if rewritten:
                    Term.objects.filter(end__gt=on).update(start=on - timedelta(days=1))
                said = {}
                for person, answer in zip(everybody, answers, strict=False):
                    declare(person, age=answer)
                    said[person.pk] = answer
                free = {person.pk for person in declaring.population(network, PersonalTrait.AGE)}
                try:
                    picture = declaring.count(network=network, trait=PersonalTrait.AGE, by=leader)
                except Refused:
                    continue
                populations.append(free)
                for cell in picture.cells.all():
                    members = frozenset(pk for pk in free if said.get(pk, "") in cell.classes)
                    assert len(members) == cell.count
                    shown.append(members)
        for one, other in itertools.combinations(populations, 2):
            assert not one & other
        for group in groups_that_follow(shown[:7]):
            assert not 0 < len(group) < 5
        transaction.set_rollback(True)


def groups_that_follow(shown: list[frozenset[int]]):
    """Every sum and difference of what is shown that is a group of people: nobody in it twice or less."""
    for signs in itertools.product((-1, 0, 1), repeat=len(shown)):
        times: dict[int, int] = {}
        for sign, members in zip(signs, shown, strict=True):
            for pk in members:
                times[pk] = times.get(pk, 0) + sign
        if all(number in (0, 1) for number in times.values()):
            yield {pk for pk, number in times.items() if number}
