"""Declarations of personal traits: kept apart and sealed, and gone at once."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.contrib.admin.sites import site
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation

from ambassadors.actions import declaring, exporting
from ambassadors.declared import marks_of, opened, pseudonyms_of
from ambassadors.models import (
    ConsentText,
    Counted,
    Declaration,
    DeclarationRules,
    Person,
    PersonalTrait,
    Term,
    TraitPicture,
)
from ambassadors.tasks import tidy_declarations
from config import backup
from network.models import JobRun, Network
from network.privacy import DataClass, register
from tests.ambassadors.declarations import answers_of, ask, declare
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("today")

PAGE = reverse("my_declaration")
WITHDRAW = reverse("my_declaration_withdraw")
LEADERS = reverse("admin:ambassadors_declarationrules_changelist")
RULES = reverse("admin:personal_traits_rules")
OFFICE = (date(2025, 4, 1), date(2028, 4, 1))


def seal() -> str:
    """Of the words that the page of now shows."""
    text = declaring.latest_text(Network.objects.get(slug="pioniers"))
    return text.seal if text else ""


@pytest.fixture
def asked(network, leader):
    return ask(network, leader, origin=True, dpia="DPIA 2026-11")


# --- By the person ----------------------------------------------------------------------------------------


def test_declared_changed_and_taken_back(asked, ambassador, ambassador_client):
    sent = {"age": "young", "gender": "woman", "origin": "", "consent": "on", "words": seal()}
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
    ambassador_client.post(PAGE, {"age": value, "consent": "on", "words": seal()})
    assert not Declaration.objects.exists()


def test_what_the_network_does_not_ask_is_not_kept(network, leader, ambassador, ambassador_client):
    ask(network, leader, gender=False)
    page = ambassador_client.get(PAGE)
    assert set(page.context["form"].fields) == {"age", "consent", "words"}

    ambassador_client.post(
        PAGE, {"age": "young", "gender": "man", "origin": "elsewhere", "consent": "on", "words": seal()}
    )
    assert answers_of(ambassador) == {"age": "young"}


def test_nothing_is_asked_unless_the_leader_chose_it(ambassador, ambassador_client):
    assert not ambassador_client.get(PAGE).context["is_asked"]
    ambassador_client.post(PAGE, {"age": "young", "consent": "on", "words": seal()})
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
    ambassador_client.post(
        PAGE, {"age": "young", "gender": "woman", "origin": "elsewhere", "consent": "on", "words": seal()}
    )
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


def test_nobody_agrees_to_words_they_did_not_read(asked, network, leader, ambassador, ambassador_client):
    old = seal()
    ask(network, leader, origin=True, dpia="DPIA 2026-11", words="Wij tellen ook iets anders.")
    again = ambassador_client.post(PAGE, {"age": "young", "consent": "on", "words": old})
    assert "De tekst is veranderd terwijl je las" in again.text
    assert "Wij tellen ook iets anders." in again.text
    assert declaring.declared_by(ambassador) is None
    ambassador_client.post(PAGE, {"age": "young", "consent": "on", "words": seal()})
    assert declaring.declared_by(ambassador).version == 2
