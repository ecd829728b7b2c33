"""Declarations of personal traits: kept apart and sealed, gone at once, and only ever safe sums."""

import itertools
import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.contrib.admin.sites import site
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassadors.actions import declaring, exporting
from ambassadors.actions.refused import Refused
from ambassadors.declared import marks_of, opened, pseudonyms_of
from ambassadors.models import (
    ConsentText,
    Counted,
    Declaration,
    DeclarationRules,
    Person,
    PersonalTrait,
    Term,
    TraitCell,
    TraitPicture,
)
from ambassadors.tasks import tidy_declarations
from config import backup
from network.models import JobRun
from network.privacy import DataClass, register
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("today")

PAGE = reverse("my_declaration")
WITHDRAW = reverse("my_declaration_withdraw")
LEADERS = reverse("admin:ambassadors_declarationrules_changelist")
RULES = reverse("admin:personal_traits_rules")
OFFICE = (date(2025, 4, 1), date(2028, 4, 1))


def ask(network, leader, *, age=True, gender=True, origin=False, dpia="", words="Wij tellen alleen op."):
    return declaring.set_rules(
        network=network,
        by=leader,
        asks_age=age,
        asks_gender=gender,
        asks_origin=origin,
        dpia_reference=dpia,
        words=words,
        words_en="",
    )


@pytest.fixture
def asked(network, leader):
    return ask(network, leader, origin=True, dpia="DPIA 2026-11")


def declare(person, **answers):
    declaring.declare(person, answers=answers, text=declaring.latest_text(person.network))


def answers_of(person):
    declared = declaring.declared_by(person)
    return declared.answers if declared else None


# --- By the person ----------------------------------------------------------------------------------------


def test_declared_changed_and_taken_back(asked, ambassador, ambassador_client):
    sent = {"age": "young", "gender": "woman", "origin": "", "consent": "on"}
    assert ambassador_client.post(PAGE, sent).status_code == 302
    declared = declaring.declared_by(ambassador)
    assert (declared.answers, declared.version, declared.on) == (
        {"age": "young", "gender": "woman"},
        1,
        date(2026, 11, 23),
    )

    ambassador_client.post(PAGE, {**sent, "age": "middle", "gender": ""})
    assert answers_of(ambassador) == {"age": "middle"}
    assert Declaration.objects.count() == 1

    ambassador_client.post(WITHDRAW)
    assert answers_of(ambassador) is None
    assert not Declaration.objects.exists()


def test_rather_not_say_stands_first_and_keeps_nothing(asked, ambassador_client):
    page = ambassador_client.get(PAGE)
    assert next(choice.data["value"] for choice in page.context["form"]["gender"]) == ""
    assert [c.data["selected"] for c in page.context["form"]["gender"]] == [True, False, False, False]

    ambassador_client.post(PAGE, {"age": "", "gender": "", "origin": ""})
    assert not Declaration.objects.exists()


def test_rather_not_say_afterwards_takes_it_back(asked, ambassador, ambassador_client):
    declare(ambassador, age="young")
    ambassador_client.post(PAGE, {"age": "", "gender": "", "origin": ""})
    assert not Declaration.objects.exists()


def test_without_consent_nothing_is_kept_and_the_answers_stay_on_the_page(asked, ambassador_client):
    response = ambassador_client.post(PAGE, {"age": "young", "gender": "", "origin": ""})

    assert not Declaration.objects.exists()
    assert "consent" in response.context["form"].errors
    assert response.context["form"]["age"].value() == "young"


@pytest.mark.parametrize("value", ["sterk", "woman' OR 1=1", "x" * 5000])
def test_only_the_classes_there_are(asked, ambassador_client, value):
    ambassador_client.post(PAGE, {"age": value, "consent": "on"})
    assert not Declaration.objects.exists()


def test_what_the_network_does_not_ask_is_not_kept(network, leader, ambassador, ambassador_client):
    ask(network, leader, gender=False)
    page = ambassador_client.get(PAGE)
    assert set(page.context["form"].fields) == {"age", "consent"}

    ambassador_client.post(PAGE, {"age": "young", "gender": "man", "origin": "elsewhere", "consent": "on"})
    assert answers_of(ambassador) == {"age": "young"}


def test_nothing_is_asked_unless_the_leader_chose_it(ambassador, ambassador_client):
    assert not ambassador_client.get(PAGE).context["is_asked"]
    ambassador_client.post(PAGE, {"age": "young", "consent": "on"})
    assert not Declaration.objects.exists()


def test_a_newer_text_is_said(network, leader, asked, ambassador, ambassador_client):
    declare(ambassador, age="young")
    ask(network, leader, origin=True, dpia="DPIA 2026-11", words="Andere woorden.")

    page = ambassador_client.get(PAGE)
    assert page.context["is_older"]
    assert "Andere woorden." in page.text
    assert declaring.declared_by(ambassador).version == 1
    assert list(ConsentText.objects.order_by("version").values_list("version", "body")) == [
        (1, "Wij tellen alleen op."),
        (2, "Andere woorden."),
    ]


# --- Apart and sealed -------------------------------------------------------------------------------------


def everything_in_the_database() -> str:
    """Every row of every table, as text, from the database itself."""
    text = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            text += [f"{table} {dict(zip(names, row, strict=True))}" for row in cursor.fetchall()]
    return "\n".join(text)


def test_no_row_links_an_answer_to_a_person(asked, ambassador, other_ambassador, ambassador_client):
    before = everything_in_the_database()
    ambassador_client.post(PAGE, {"age": "young", "gender": "woman", "origin": "elsewhere", "consent": "on"})
    declare(other_ambassador, origin="here")
    after = everything_in_the_database()

    assert len(Declaration.objects.all()) == 2
    new = set(after.splitlines()) - set(before.splitlines())
    # Nothing else in the whole database tells that, when or what somebody declared; a session may be renewed.
    assert {line.split()[0] for line in new} - {"django_session", "usersessions_usersession"} == {
        "ambassadors_declaration"
    }
    for word in ("elsewhere", "young", "woman"):
        assert f"'{word}'" not in after
        assert f'"{word}"' not in after


def test_the_table_has_nothing_but_a_pseudonym_and_a_box():
    fields = {field.name for field in Declaration._meta.get_fields()}
    assert fields == {"pseudonym", "box"}
    assert not hasattr(Declaration, "history")
    assert {field.name for field in Counted._meta.get_fields()} == {"mark"}
    assert Declaration not in site._registry
    assert Counted not in site._registry
    assert register[Declaration]["box"].data_class == DataClass.SPECIAL


def test_boxes_tell_nothing_from_outside(asked, ambassador, other_ambassador):
    declare(ambassador, age="young")
    declare(other_ambassador, age="older", gender="other", origin="parent")
    boxes = list(Declaration.objects.values_list("box", flat=True))

    assert len({len(box) for box in boxes}) == 1
    assert {box[:12] for box in boxes} == {"gAAAAAAAAAAA"}  # a token of the year 1970, whenever it was made


def test_only_the_key_leads_from_a_person_to_the_box(asked, ambassador, settings):
    declare(ambassador, age="young")
    row = Declaration.objects.get()
    assert row.pk in pseudonyms_of(ambassador.network_id, ambassador.pk)

    settings.ENCRYPTION_KEYS = ["another-key-of-more-than-thirty-two-characters"]
    assert row.pk not in pseudonyms_of(ambassador.network_id, ambassador.pk)
    assert declaring.declared_by(ambassador) is None  # and no page breaks


def test_a_new_key_takes_over_and_the_old_one_can_go(network, leader, ambassador, settings):
    ask(network, leader)
    old, new = settings.ENCRYPTION_KEYS[0], "a-new-key-of-more-than-thirty-two-characters"
    declare(ambassador, age="young")
    Counted.objects.create(pk=marks_of(network.pk, ambassador.pk, "age")[0])

    settings.ENCRYPTION_KEYS = [new, old]
    assert answers_of(ambassador) == {"age": "young"}
    assert ambassador not in declaring.population(network, PersonalTrait.AGE)
    assert declaring.renew() == 1

    settings.ENCRYPTION_KEYS = [new]
    assert answers_of(ambassador) == {"age": "young"}
    assert ambassador not in declaring.population(network, PersonalTrait.AGE)
    assert (Declaration.objects.count(), Counted.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_backup_holds_neither_an_answer_nor_the_key(asked, ambassador, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    declare(ambassador, age="young", origin="elsewhere")

    content = backup.make(tmp_path / "backups").read_bytes()

    assert settings.ENCRYPTION_KEYS[0].encode() not in content
    assert b"elsewhere" not in content
    if connection.vendor == "sqlite":  # the file as it is; the dump of PostgreSQL is packed
        assert Declaration.objects.get().box.encode() in content


def test_the_leader_sees_no_answer_anywhere(asked, ambassador, leader_client):
    declare(ambassador, age="young", origin="elsewhere")
    overview = reverse("admin:ambassadors_person_overview", args=[ambassador.pk])
    for address in (LEADERS, overview, reverse("admin:ambassadors_audience_changelist")):
        text = leader_client.get(address).text
        assert "jonger dan 40" not in text
        assert "elders geboren" not in text
    history = leader_client.get(reverse("admin:ambassadors_person_history", args=[ambassador.pk]))
    assert "young" not in history.text


# --- Their own data ---------------------------------------------------------------------------------------


def test_take_my_data_holds_ones_own_declaration(asked, ambassador, other_ambassador):
    declare(ambassador, age="young", origin="elsewhere")
    declare(other_ambassador, gender="other")

    with translation.override("nl"):
        table = next(t for t in exporting.tables_about(ambassador) if t.name == "declaration")
    assert len(table.rows) == 1
    assert set(table.rows[0].values()) >= {"jonger dan 40", "liever niet gezegd", "elders geboren"}
    archive = BytesIO()
    with translation.override("nl"):
        exporting.write_archive(ambassador, archive)
    with zipfile.ZipFile(archive) as files:
        assert "tabellen/declaration.csv" in files.namelist()
        assert "elders geboren" in files.read("tabellen/declaration.csv").decode()
    declaring.withdraw(ambassador)
    assert "declaration" not in {t.name for t in exporting.tables_about(ambassador)}


def test_what_belongs_to_nobody_is_taken_away(asked, network, ambassador, other_ambassador):
    gone = make_person(network, "Weg", "Gegaan", term=OFFICE)
    for person in (ambassador, other_ambassador, gone):
        declare(person, age="young")
        Counted.objects.create(pk=marks_of(network.pk, person.pk, "age")[0])
    Term.objects.filter(person=other_ambassador).update(end=date(2026, 11, 23))  # ended today
    Term.objects.filter(person=gone).delete()
    Person.objects.filter(pk=gone.pk).delete()

    tidy_declarations()

    assert [opened(row.box).answers for row in Declaration.objects.all()] == [{"age": "young"}]
    assert answers_of(ambassador) == {"age": "young"}
    assert Counted.objects.count() == 3  # marks stay: nobody is counted twice, whoever comes back
    assert set(JobRun.objects.get(pk__startswith="tidy-declarations").outcome) == {"seconds"}


# --- By the leader ----------------------------------------------------------------------------------------


def test_origin_only_with_a_dpia_also_in_the_database(network, leader):
    for reference in ("", "   "):
        with pytest.raises(IntegrityError), transaction.atomic():
            ask(network, leader, origin=True, dpia=reference)
    rules = ask(network, leader)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ambassadors_declarationrules SET asks_origin = %s", [True])
    rules.refresh_from_db()
    assert rules.asked == [PersonalTrait.AGE, PersonalTrait.GENDER]


def test_the_form_says_that_the_dpia_is_missing(leader_client):
    response = leader_client.post(RULES, {"asks_origin": "on", "words": "x", "dpia_reference": " "})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["dpia_reference"]
    assert not DeclarationRules.objects.exists()


def test_the_leader_switches_on_and_off(network, ambassador, leader_client):
    leader_client.post(RULES, {"asks_age": "on", "asks_gender": "on", "words": "Tekst", "words_en": "Text"})
    declare(ambassador, age="young", gender="woman")

    leader_client.post(RULES, {"asks_gender": "on", "words": "Tekst", "words_en": "Text"})
    assert answers_of(ambassador) == {"gender": "woman"}  # the age is gone at once
    assert ConsentText.objects.count() == 1  # the same words are no new version

    leader_client.post(RULES, {"words": "Tekst", "words_en": "Text"})
    assert not Declaration.objects.exists()


def test_a_facilitator_reads_sums_but_decides_nothing(asked, facilitator_client):
    assert facilitator_client.get(LEADERS).status_code == 200
    assert facilitator_client.get(RULES).status_code == 403
    assert facilitator_client.post(reverse("admin:personal_traits_count", args=["age"])).status_code == 403
    assert not TraitPicture.objects.exists()


# --- Sums -------------------------------------------------------------------------------------------------


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
