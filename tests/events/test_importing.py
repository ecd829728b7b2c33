"""import_podia: what a file of podia changes, and when it changes nothing."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from events.actions.importing_podia import plan_podia
from events.models import Podium
from network.actions import importing

HEADER = "date,kind,status,title,ambassadors,host,audience,reached,changed_on"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def podia(network, *rows, dry_run=False, by=None):
    content = "\n".join([HEADER, *rows]).encode()
    return importing.run(plan_podia, network=network, content=content, by=by, dry_run=dry_run)


FIELDS = (
    "network", "date", "kind", "status", "title", "host", "host_name", "origin", "audience", "reached",
    "changed_on",
)  # fmt: skip


def test_podia_with_all_that_a_row_can_say(network, leader, ambassador, other_ambassador, fan, today):
    plan = podia(
        network,
        "2026-10-01,presentation,done,Ruimte,Marleen.Oosterveld@bedrijf.example;bram.lansink@bedrijf.example"
        ",ondernemend twente,60,,2026-10-02",
        "01-11-2026,interview,agreed,,marleen.oosterveld@bedrijf.example,De Stentor,,1.200,",
        '2026-12-24,"company visit",,,marleen.oosterveld@bedrijf.example,,,,',
        "2026-09-01,panel,cancelled,,bram.lansink@bedrijf.example,,,,",
        "2027-01-09,fair,idea,,bram.lansink@bedrijf.example,,,,",
        by=leader,
    )
    assert [str(fault) for fault in plan.faults] == []
    assert list(Podium.objects.order_by("pk").values_list(*FIELDS)) == [
        (network.pk, date(2026, 10, 1), "presentation", "done", "Ruimte", fan.pk, "", "fan", 60, None,
         date(2026, 10, 2)),
        (network.pk, date(2026, 11, 1), "interview", "agreed", "", None, "De Stentor", "own", None, 1200,
         today),
        (network.pk, date(2026, 12, 24), "company_visit", "agreed", "", None, "", "own", None, None, today),
        (network.pk, date(2026, 9, 1), "panel", "cancelled", "", None, "", "own", None, None, today),
        (network.pk, date(2027, 1, 9), "fair", "idea", "", None, "", "own", None, None, today),
    ]  # fmt: skip
    first = Podium.objects.order_by("pk").first()
    assert set(first.ambassadors.all()) == {ambassador, other_ambassador}
    record = first.history.get()
    assert (record.history_user, record.history_change_reason) == (leader, "import")
    assert {kept.person for kept in record.ambassadors.all()} == {ambassador, other_ambassador}
    assert plan.summary == ["5 podia added"]


ROW = "2026-10-01,presentation,done,Ruimte,marleen.oosterveld@bedrijf.example,,60,,2026-10-02"


def test_the_same_file_twice_adds_nothing_but_twice_in_one_file_is_two(network, ambassador):
    assert podia(network, ROW, ROW).summary == ["2 podia added"]
    assert podia(network, ROW, ROW).summary == ["0 podia added", "2 podia were already there"]
    assert podia(network, ROW, ROW, ROW).summary == ["1 podium added", "2 podia were already there"]
    assert Podium.objects.count() == 3


def test_another_status_is_added_and_pointed_out(network, ambassador):
    podia(network, ROW.replace("done", "agreed"))
    plan = podia(network, ROW)
    assert plan.notices == [
        "The same podium is already there with another status: row 2. It is added all the same."
    ]
    assert sorted(Podium.objects.values_list("status", flat=True)) == ["agreed", "done"]


def test_a_dry_run_changes_nothing(network, ambassador, leader):
    plan = podia(network, ROW, dry_run=True)
    assert [(change.row, change.who, change.what) for change in plan.changes] == [
        (2, "Marleen Oosterveld", "presentation 01-10-2026 (done): Ruimte")
    ]
    assert Podium.objects.count() == 0


def test_one_bad_row_and_nothing_happens_at_all(network, ambassador, foreign_ambassador):
    plan = podia(
        network,
        ROW,
        f"2026-10-01,presentation,done,,{ambassador.email};{foreign_ambassador.email};nobody@x.example,,,,",
        "2026-10-01,concert,held,,,,-3,,gisteren",
        f",panel,done,,{ambassador.email};nobody,,,,",
    )
    assert [str(fault) for fault in plan.faults] == [
        "Row 3, column ambassadors: Nobody in this network has the address nobody@x.example. "
        "Import the people first.",
        f"Row 3, column ambassadors: Nobody in this network has the address {foreign_ambassador.email}. "
        "Import the people first.",
        "Row 4, column ambassadors: This cell is empty. Fill it in.",
        "Row 4, column audience: “-3” is no whole number of zero or more.",
        "Row 4, column changed_on: “gisteren” is no date. Write 2026-11-23 or 23-11-2026.",
        "Row 4, column kind: “concert” is not known here. Choose from: presentation, workshop, introduction, "
        "business_meeting, company_visit, one_to_one, panel, fair, interview, article, other_media.",
        "Row 4, column status: “held” is not known here. Choose from: idea, agreed, done, cancelled.",
        "Row 5, column ambassadors: “nobody” is no e-mail address.",
        "Row 5, column date: This cell is empty. Fill it in.",
    ]
    assert Podium.objects.count() == 0


def test_ten_times_the_rows_ask_hardly_more_queries(network, ambassador, django_assert_max_num_queries):
    rows = [ROW.replace("Ruimte", f"Podium {n}") for n in range(400)]
    with django_assert_max_num_queries(80):
        podia(network, *rows)
    assert Podium.objects.count() == 400


def test_the_command(network, ambassador, tmp_path, capsys):
    path = tmp_path / "podia.csv"
    path.write_text(f"{HEADER}\n{ROW}\n")
    call_command("import_podia", str(path), network="pioniers", dry_run=True)
    assert Podium.objects.count() == 0
    call_command("import_podia", str(path), network="pioniers")
    assert Podium.objects.count() == 1
    capsys.readouterr()
    path.write_text("date,kind\n")
    with pytest.raises(CommandError, match="Row 1, column ambassadors: This column is missing"):
        call_command("import_podia", str(path), network="pioniers")
