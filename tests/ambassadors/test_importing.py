"""import_people and import_pauses: what a file changes, what it leaves alone, and when it changes nothing."""

import csv
import io
from datetime import date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from openpyxl import Workbook

from ambassadors.actions.importing_pauses import plan_pauses
from ambassadors.actions.importing_people import plan_people
from ambassadors.models import Employment, Pause, Person, Term
from network.actions import importing
from network.models import Company

HEADER = [
    "email", "first_name", "infix", "last_name", "company", "sector", "employees", "place",
    "profile_type", "second_profile_type", "term_start", "term_end",
]  # fmt: skip
ANNA = {
    "email": "anna@bakker.example",
    "first_name": "Anna",
    "infix": "de",
    "last_name": "Bakker",
    "company": "Bakker BV",
    "sector": "bouw",
    "employees": "12",
    "place": "Raalte",
    "profile_type": "coach",
    "second_profile_type": "player",
    "term_start": "2025-04-01",
    "term_end": "2028-04-01",
}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def table(*rows: dict, header=HEADER) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, header, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def people(network, *rows, dry_run=False, by=None):
    return importing.run(plan_people, network=network, content=table(*rows), by=by, dry_run=dry_run)


def everything() -> dict:
    """All that an import of people could touch."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Person, Company, Employment, Term, Pause, Person.history.model, Term.history.model)
    }


def test_a_new_person_comes_with_company_and_term(network, leader, today):
    plan = people(network, ANNA, by=leader)

    assert plan.faults == []
    person = Person.objects.get()
    assert (person.network, person.full_name, person.email, person.slug) == (
        network, "Anna de Bakker", "anna@bakker.example", "anna-de-bakker",
    )  # fmt: skip
    assert (person.profile_type, person.second_profile_type, person.user) == ("coach", "player", None)
    company = Company.objects.get()
    assert (company.network, company.name, company.sector, company.employees, company.place) == (
        network, "Bakker BV", "bouw", 12, "Raalte",
    )  # fmt: skip
    assert Employment.objects.values_list("person", "company", "start", "end").get() == (
        person.pk, company.pk, None, None,
    )  # fmt: skip
    assert Term.objects.values_list("person", "start", "end").get() == (
        person.pk, date(2025, 4, 1), date(2028, 4, 1),
    )  # fmt: skip
    record = person.history.get()
    assert (record.history_type, record.history_user, record.history_change_reason) == ("+", leader, "import")
    assert plan.summary == [
        "1 person added", "0 people changed", "1 term added", "1 company added",
    ]  # fmt: skip


def test_a_dry_run_tells_the_same_and_changes_nothing(network, ambassador):
    before = everything()
    plan = people(network, ANNA, {"email": ambassador.email, "last_name": "Smit"}, dry_run=True)
    assert [(change.row, change.who, change.what) for change in plan.changes] == [
        (2, "Anna de Bakker", "new person"),
        (2, "Anna de Bakker", "term 01-04-2025 – 01-04-2028"),
        (3, "Marleen Smit", "changed: last name"),
    ]
    assert everything() == before


def test_somebody_known_is_updated_and_gets_an_extra_term(network, ambassador, other_ambassador, today):
    untouched = Person.objects.filter(pk=other_ambassador.pk).values().get()
    plan = people(
        network,
        {"email": "MARLEEN.Oosterveld@bedrijf.example", "last_name": "Oosterveld-Smit",
         "profile_type": "Coach", "company": "oosterveld bv", "employees": "51",
         "term_start": "01-04-2028", "term_end": "01-04-2031"},
    )  # fmt: skip
    assert plan.faults == []
    ambassador.refresh_from_db()
    assert (ambassador.full_name, ambassador.profile_type, ambassador.slug) == (
        "Marleen Oosterveld-Smit", "coach", "marleen-oosterveld",
    )  # fmt: skip
    assert list(ambassador.terms.order_by("start").values_list("start", "end")) == [
        (date(2025, 4, 1), date(2028, 4, 1)),
        (date(2028, 4, 1), date(2031, 4, 1)),
    ]
    company = ambassador.employments.get().company
    assert (company.name, company.employees, company.sector) == ("Oosterveld BV", 51, "zorg")
    assert Person.objects.filter(pk=other_ambassador.pk).values().get() == untouched
    assert plan.summary == [
        "0 people added", "1 person changed", "1 term added", "0 companies added", "1 company changed",
    ]  # fmt: skip


def test_the_same_file_twice_changes_nothing_the_second_time(network, today):
    people(network, ANNA)
    before = everything()
    plan = people(network, ANNA, ANNA)
    assert plan.faults == []
    assert everything() == before
    assert plan.changes == []
    assert plan.summary[-1] == "2 terms were already there"


def test_another_company_begins_today_and_the_old_one_stays_on_record(network, ambassador, today):
    people(network, {"email": ambassador.email, "company": "Nieuw & Zn."})
    assert list(ambassador.employments.order_by("pk").values_list("company__name", "start", "end")) == [
        ("Oosterveld BV", None, today),
        ("Nieuw & Zn.", today, None),
    ]
    people(network, {"email": ambassador.email, "company": "Toch Anders BV"})
    assert list(ambassador.employments.order_by("pk").values_list("company__name", "start", "end")) == [
        ("Oosterveld BV", None, today),
        ("Toch Anders BV", today, None),
    ]


def test_one_person_may_stand_on_several_rows(network):
    plan = people(
        network, ANNA, {"email": ANNA["email"], "term_start": "2028-04-01", "term_end": "2030-01-01"}
    )
    assert plan.faults == []
    assert Person.objects.count() == 1
    assert Term.objects.count() == 2


GOOD = {**ANNA, "email": "goed@x.example"}


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        ({**ANNA, "email": ""}, ["Row 3, column email: This cell is empty. Fill it in."]),
        ({**ANNA, "email": "anna"}, ["Row 3, column email: “anna” is no e-mail address."]),
        ({**ANNA, "first_name": "", "last_name": ""}, [
            "Row 3, column first_name: A new person needs this. Fill it in.",
            "Row 3, column last_name: A new person needs this. Fill it in.",
        ]),
        ({**ANNA, "profile_type": "guru"}, [
            "Row 3, column profile_type: “guru” is not known here. "
            "Choose from: director, teacher, coach, seller, player.",
        ]),
        ({**ANNA, "second_profile_type": "coach"}, [
            "Row 3, column second_profile_type: The second profile type must differ from the first.",
        ]),
        ({**ANNA, "employees": "veel"}, [
            "Row 3, column employees: “veel” is no whole number of zero or more.",
        ]),
        ({**ANNA, "term_end": ""}, [
            "Row 3, column term_end: A term needs a first day and a first day after. Fill in both.",
        ]),
        ({**ANNA, "term_end": "2025-04-01"}, [
            "Row 3, column term_end: The end must come after the start.",
        ]),
        ({**GOOD, "term_start": "2028-03-31", "term_end": "2030-01-01"}, [
            "Row 3, column term_start: This term shares days with the term 01-04-2025 – 01-04-2028 "
            "of the same person.",
        ]),
        ({"email": "marleen.oosterveld@bedrijf.example", "term_start": "2025-04-01",
          "term_end": "2026-04-01"}, [
            "Row 3, column term_start: This term shares days with the term 01-04-2025 – 01-04-2028 "
            "of the same person.",
        ]),
    ],
)  # fmt: skip
def test_one_bad_row_and_nothing_happens_at_all(network, ambassador, row, faults):
    before = everything()
    plan = people(network, GOOD, row)
    assert [str(fault) for fault in plan.faults] == faults
    assert everything() == before


def test_people_of_another_network_are_other_people(network, foreign_ambassador):
    before = Person.objects.filter(pk=foreign_ambassador.pk).values().get()
    people(network, {**ANNA, "email": foreign_ambassador.email, "company": "Van Gerwen BV"})
    assert Person.objects.filter(pk=foreign_ambassador.pk).values().get() == before
    assert network.people.get().email == foreign_ambassador.email
    assert sorted(Company.objects.values_list("network__slug", "name")) == [
        ("brabant", "van Gerwen BV"), ("pioniers", "Van Gerwen BV"),
    ]  # fmt: skip


def test_same_names_get_addresses_of_their_own(network):
    people(network, ANNA, {**ANNA, "email": "b@x.example"}, {**ANNA, "email": "c@x.example"})
    assert list(network.people.order_by("pk").values_list("slug", flat=True)) == [
        "anna-de-bakker", "anna-de-bakker-2", "anna-de-bakker-3",
    ]  # fmt: skip


DUTCH = (
    "E-mail;Voornaam;Tussenvoegsel;Achternaam;Bedrijf;Sector;Medewerkers;Plaats;"
    "Profieltype;Tweede profieltype;Begin termijn;Einde termijn"
)


def test_a_spreadsheet_with_dutch_names_of_columns_is_the_same_table(network, leader):
    row = ";".join(ANNA.values())
    content = f"{DUTCH}\n{row}\n".encode()

    plan = importing.run(plan_people, network=network, content=content, by=leader, dry_run=False)

    assert plan.faults == []
    person = Person.objects.get()
    assert (person.full_name, person.profile_type, person.second_profile_type) == (
        "Anna de Bakker", "coach", "player",
    )  # fmt: skip
    assert Company.objects.values_list("name", "sector", "employees", "place").get() == (
        "Bakker BV", "bouw", 12, "Raalte",
    )  # fmt: skip
    assert Term.objects.values_list("start", "end").get() == (date(2025, 4, 1), date(2028, 4, 1))


def test_one_column_under_two_names_is_there_twice(network):
    content = b"email;first_name;voornaam;last_name;term_start;term_end\n"
    plan = importing.run(plan_people, network=network, content=content, by=None, dry_run=True)
    assert [str(fault) for fault in plan.faults] == [
        "Row 1, column first_name: This column is there twice. Remove one."
    ]


@pytest.mark.parametrize(
    ("start", "is_on", "is_told"),
    [("2025-04-01", True, True), ("2025-04-01", False, False), ("2027-04-01", True, False)],
)
def test_that_the_chase_would_begin_tonight_is_said_before(network, today, start, is_on, is_told):
    network.chase_active = is_on
    network.save()
    plan = people(network, {**ANNA, "term_start": start}, dry_run=True)
    assert [notice.startswith("There are terms that run already.") for notice in plan.notices] == (
        [True] if is_told else []
    )


def test_a_list_of_candidates_needs_no_columns_of_a_term(network):
    content = b"email;first_name;last_name\nsanne@x.example;Sanne;Pol\n"
    plan = importing.run(plan_people, network=network, content=content, by=None, dry_run=False)
    assert plan.faults == []
    assert list(Person.objects.values_list("first_name", "email")) == [("Sanne", "sanne@x.example")]
    assert Term.objects.count() == 0


def test_a_first_day_without_the_column_of_the_last_is_a_fault(network):
    content = b"email;first_name;last_name;term_start\nsanne@x.example;Sanne;Pol;2026-04-01\n"
    plan = importing.run(plan_people, network=network, content=content, by=None, dry_run=False)
    assert [str(fault) for fault in plan.faults] == [
        "Row 2, column term_end: A term needs a first day and a first day after. Fill in both."
    ]
    assert Person.objects.count() == 0


def test_details_of_no_company_are_pointed_out(network):
    plan = people(network, {**ANNA, "company": "", "term_start": "", "term_end": ""})
    assert plan.notices == ["Row 2: sector, employees, place left out, for there is no company."]
    assert Company.objects.count() == 0


def test_ten_times_the_rows_ask_hardly_more_queries(network, django_assert_max_num_queries):
    rows = [{**ANNA, "email": f"p{n}@x.example", "company": f"B{n}"} for n in range(400)]
    with django_assert_max_num_queries(120):
        people(network, *rows)
    assert (Person.objects.count(), Term.objects.count(), Employment.objects.count()) == (400, 400, 400)


# --- Pauses --------------------------------------------------------------------------------------------


def pauses(network, *rows, dry_run=False):
    content = table(*rows, header=["email", "start", "end", "reason"])
    return importing.run(plan_pauses, network=network, content=content, by=None, dry_run=dry_run)


def test_pauses_may_overlap_and_be_open(network, ambassador):
    rows = [
        {"email": ambassador.email, "start": "2026-01-01", "end": "2026-02-01", "reason": "verlof"},
        {"email": ambassador.email.upper(), "start": "15-01-2026", "end": "", "reason": ""},
    ]
    expected = [
        (ambassador.pk, date(2026, 1, 1), date(2026, 2, 1), "verlof"),
        (ambassador.pk, date(2026, 1, 15), None, ""),
    ]
    assert pauses(network, *rows, dry_run=True).summary == ["2 pauses added"]
    assert Pause.objects.count() == 0
    for again in (False, True):
        plan = pauses(network, *rows)
        assert plan.faults == []
        assert plan.summary == (
            ["0 pauses added", "2 pauses were already there"] if again else ["2 pauses added"]
        )
        assert (
            list(Pause.objects.order_by("start").values_list("person", "start", "end", "reason")) == expected
        )


def test_bad_pauses(network, ambassador, foreign_ambassador):
    plan = pauses(
        network,
        {"email": ambassador.email, "start": "2026-01-01", "end": "2026-02-01"},
        {"email": foreign_ambassador.email, "start": "2026-01-01", "end": ""},
        {"email": ambassador.email, "start": "2026-02-01", "end": "2026-02-01"},
        {"email": ambassador.email, "start": "", "end": ""},
    )
    assert [str(fault) for fault in plan.faults] == [
        f"Row 3, column email: Nobody in this network has the address {foreign_ambassador.email}. "
        "Import the people first.",
        "Row 4, column end: The end must come after the start.",
        "Row 5, column start: This cell is empty. Fill it in.",
    ]
    assert Pause.objects.count() == 0


# --- The commands --------------------------------------------------------------------------------------


def test_the_commands_read_csv_and_xlsx(network, tmp_path, capsys):
    book = Workbook()
    book.active.append(HEADER)
    book.active.append([*list(ANNA.values())[:-2], datetime(2025, 4, 1), date(2028, 4, 1)])
    book.save(tmp_path / "people.xlsx")
    call_command("import_people", str(tmp_path / "people.xlsx"), network="pioniers", dry_run=True)
    assert "Dry run: nothing was changed." in capsys.readouterr().out
    assert Person.objects.count() == 0
    call_command("import_people", str(tmp_path / "people.xlsx"), network="pioniers")
    told, *done = capsys.readouterr().out.splitlines()
    assert told.startswith("There are terms that run already.")
    assert done == ["- 1 person added", "- 0 people changed", "- 1 term added", "- 1 company added"]
    (tmp_path / "pauses.csv").write_text(f"email,start,end,reason\n{ANNA['email']},2026-01-01,,ziek\n")
    call_command("import_pauses", str(tmp_path / "pauses.csv"), network="pioniers")
    assert Pause.objects.get().end is None


def test_the_commands_fail_with_every_fault(network, tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes(table(ANNA, {**ANNA, "email": "x"}))
    with pytest.raises(CommandError) as error:
        call_command("import_people", str(path), network="pioniers")
    assert str(error.value).splitlines() == [
        "Row 3, column email: “x” is no e-mail address.",
        "Nothing was imported: 1 fault.",
    ]
    for arguments in ({"network": "niets"}, {"network": "pioniers"}):
        with pytest.raises(CommandError):
            call_command("import_people", str(tmp_path / "absent.csv"), **arguments)
    assert Person.objects.count() == 0
