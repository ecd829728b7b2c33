"""The import in the admin: a file, what would happen, and only then the change."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ambassadors.models import Pause, Person, Term
from events.models import Podium

PEOPLE = "email,first_name,last_name,term_start,term_end\nanna@x.example,Anna,Bakker,2025-04-01,2028-04-01\n"


def upload(client, name: str, text: str | bytes, filename: str = "lijst.csv"):
    content = text.encode() if isinstance(text, str) else text
    return client.post(reverse(f"admin:{name}"), {"file": SimpleUploadedFile(filename, content)})


def confirm(client, name: str, page):
    return client.post(reverse(f"admin:{name}"), {"content": page.context["content"]})


def test_nothing_changes_until_it_is_confirmed(network, leader, leader_client):
    page = upload(leader_client, "import_people", PEOPLE)
    assert page.status_code == 200
    assert "Anna Bakker" in page.content.decode()
    assert Person.objects.count() == 0
    assert confirm(leader_client, "import_people", page).status_code == 302
    person = Person.objects.get()
    assert (person.network, person.full_name) == (network, "Anna Bakker")
    assert person.history.get().history_user == leader


def test_every_fault_stands_at_its_row_and_column(leader_client):
    page = upload(leader_client, "import_people", PEOPLE + "wrong,Ben,Vos,2025-04-01,2024-04-01\n")
    assert page.status_code == 422
    assert [(fault.row, fault.column) for fault in page.context["faults"]] == [(3, "email")]
    assert page.context["content"] == ""
    assert Person.objects.count() == 0


def test_what_changed_between_looking_and_confirming_is_judged_again(leader_client, network):
    page = upload(leader_client, "import_people", PEOPLE)
    person = Person.objects.create(network=network, first_name="A", last_name="B", email="anna@x.example")
    Term.objects.create(person=person, start="2026-01-01", end="2027-01-01")
    response = confirm(leader_client, "import_people", page)
    assert response.status_code == 422
    assert Term.objects.count() == 1


def test_podia_and_pauses_go_the_same_way(leader_client, ambassador, foreign_ambassador):
    rows = f"date,kind,status,ambassadors\n2026-05-01,panel,done,{ambassador.email}\n"
    confirm(leader_client, "import_podia", upload(leader_client, "import_podia", rows))
    assert set(Podium.objects.get().ambassadors.all()) == {ambassador}
    rows = f"email,start,end,reason\n{ambassador.email},2026-05-01,,\n"
    confirm(leader_client, "import_pauses", upload(leader_client, "import_pauses", rows))
    assert Pause.objects.get().person == ambassador
    rows = f"email,start,end,reason\n{foreign_ambassador.email},2026-05-01,,\n"
    assert upload(leader_client, "import_pauses", rows).status_code == 422


@pytest.mark.parametrize(
    "sent",
    [{}, {"content": "no base64!"}, {"content": ""}, {"content": base64.b64encode(b"\x00\xff").decode()},
     {"file": "no file"}],
)  # fmt: skip
@pytest.mark.parametrize("name", ["import_people", "import_podia", "import_pauses"])
def test_bad_input_is_told_and_never_an_error(leader_client, ambassador, name, sent):
    assert leader_client.post(reverse(f"admin:{name}"), sent).status_code == 422


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04zip", b"\x89PNG\r\n\x1a\n\x00\x00", b'a,b\n"x'])
def test_a_file_that_is_no_table(leader_client, content):
    response = upload(leader_client, "import_people", content, "foto.xlsx")
    assert response.status_code == 422
    assert Person.objects.count() == 0


def test_the_example_of_each_page_can_be_imported_as_it_is(leader_client, network):
    """What the page offers to fill in is right in itself; podia and pauses follow the people of theirs."""
    pages = ["admin:import_people", "admin:import_podia", "admin:import_pauses"]
    for name in pages:
        page = leader_client.get(reverse(name))
        assert [column.name for column in page.context["columns"] if not str(column.about)] == []
        example = leader_client.get(reverse(name) + "?example=1")
        assert example["Content-Type"] == "text/csv; charset=utf-8"
        content = example.content
        assert content.startswith(b"\xef\xbb\xbf")
        file = SimpleUploadedFile("voorbeeld.csv", content)
        plan = leader_client.post(reverse(name), {"file": file}).context["plan"]
        assert (plan.faults, plan.is_good) == ([], True)
        done = leader_client.post(reverse(name), {"content": base64.b64encode(content).decode()})
        assert done.status_code == 302
    assert list(Person.objects.filter(network=network).values_list("last_name", "infix")) == [
        ("Pol", "van der"),
        ("Wit", "de"),
    ]
    assert Podium.objects.filter(network=network).count() == 2


def test_whoever_is_imported_without_a_term_is_shown(leader_client, network):
    content = leader_client.get(reverse("admin:import_people") + "?example=1").content
    people = reverse("admin:ambassadors_person_changelist")
    done = leader_client.post(reverse("admin:import_people"), {"content": base64.b64encode(content).decode()})
    assert done["Location"] == f"{people}?role=all"
    assert [p.first_name for p in leader_client.get(done["Location"]).context["cl"].result_list] == [
        "Sanne",
        "Okke",
    ]
    Term.objects.all().delete()
    page = leader_client.get(people)
    assert page.context["others"] == 2
    assert 'href="?role=all"' in page.content.decode()
