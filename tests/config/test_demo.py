"""The demonstration: its figures, its people, and a second run that changes nothing."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, Sum
from django.test import override_settings
from PIL import Image

from ambassadors.models import Person, ProfileType
from config.demonstration import stage
from config.demonstration.portraits import flatten, portrait
from events import activation, referral_places
from events.models import Podium
from network import clock, report, report_document
from network.models import Company, FanOrganisation, Network, Report, RoleKind

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Network]:
    """Built once for all tests here, which only read it; put back at the end."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        time_machine.travel("2026-11-23T12:00:00+01:00", tick=False),
        transaction.atomic(),
    ):
        call_command("demo", verbosity=0)
        yield Network.objects.get(slug="pioniers")
        transaction.set_rollback(True)


def test_the_plan_adds_up():
    assert len(stage.DONE) == 38
    assert sum(occasion.reached for occasion in stage.DONE) == 1775


def test_the_figures_of_the_record(demo):
    done = demo.podia.done()
    assert done.aggregate(n=Count("pk"), reached=Sum("counted")) == {"n": 38, "reached": 1775}
    assert not done.filter(host=None).exists()
    assert not done.filter(date__gt=clock.today()).exists()
    assert sorted(FanOrganisation.objects.filter(network=demo).values_list("name", flat=True)) == [
        "Boost",
        "Cleantech regio",
        "IKT",
        "Kennispoort regio Zwolle",
        "MKB Deventer",
        "Ondernemend Twente",
        "Ondernemershuis Vechtdal",
    ]
    assert dict(demo.targets.values_list("kind", "amount")) == {"reached": 450, "activated": 100}
    assert [int(amount) for amount in demo.budget_lines.values_list("amount", flat=True)] == [
        200_000,
        150_000,
        50_000,
    ]
    assert {host.host for host in demo.hosts.all()} == {
        "pioniers.localhost",
        "localhost",
        "127.0.0.1",
        "[::1]",
    }
    employees = Company.objects.filter(employments__person__in=demo.people.current(clock.today()))
    assert all(5 < company.employees < 250 for company in employees)


def test_the_people(demo):
    today = clock.today()
    current = demo.people.current(today)
    assert current.count() == 12
    assert set(current.values_list("profile_type", flat=True)) == set(ProfileType.values)
    assert demo.people.honorary(today).count() == 3
    assert demo.people.former(today).count() == 2
    assert demo.people.candidates(today).count() == 2 + 15 + 2  # one is double, one is held
    assert all(person.email.endswith(".example") for person in Person.objects.all())
    faceless = Person.objects.filter(portrait="").values_list("last_name", flat=True)
    assert sorted(faceless) == ["Ranking", "Wessels"]
    assert set(demo.roles.values_list("kind", flat=True)) == set(RoleKind.values)


def test_the_sister_network_stands_apart(demo):
    sister = Network.objects.get(slug="brabant")
    assert (sister.word_plural, sister.commitment_year) == ("ambassadeurs", "calendar")
    assert sister.brand_colour != demo.brand_colour
    assert sister.people.current(clock.today()).count() == 6
    assert not Podium.ambassadors.through.objects.exclude(
        podium__network_id__in=[demo.pk, sister.pk], person__network_id__in=[demo.pk, sister.pk]
    ).exists()


def test_a_second_run_changes_nothing(demo):
    def everything():
        return {model: list(model.objects.order_by("pk").values()) for model in apps.get_models()}

    before = everything()
    with time_machine.travel("2026-12-24T12:00:00+01:00", tick=False):
        call_command("demo", verbosity=0)
    assert everything() == before


def test_a_portrait_is_a_picture_and_always_the_same():
    first = portrait("4,2,5,2,curly,shirt,glasses")
    assert first == portrait("4,2,5,2,curly,shirt,glasses")
    assert first != portrait("4,2,5,2,bald,shirt,glasses")
    with Image.open(BytesIO(first)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (800, 1000))
    assert len(first) < 60_000


def test_a_path_is_flattened_command_by_command():
    assert flatten("M1 1h2v2l-2 0z") == [[(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)]]
    assert flatten("M0 0c0 3 3 3 3 0s3-3 3 0", steps=1) == [[(0.0, 0.0), (3.0, 0.0), (6.0, 0.0)]]
    assert flatten("M0 0q1 2 2 0", steps=2) == [[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]]


def test_480_companies_activated_of_100_come_out_of_rows(demo):
    always = (date(2000, 1, 1), clock.today() + timedelta(days=1))
    found = activation.activation(demo, *always)
    assert found.activated.companies == 480
    assert found.activated.people == 480
    assert found.without_company == 0
    assert found.said.companies + found.shown.companies + found.confirmed.companies == 480
    assert activation.companies_activated(demo, *always).count() == 480
    numbers = [company.kvk_number for company in demo.companies.all() if company.kvk_number]
    assert len(numbers) == len(set(numbers)) > 300
    assert {lead.company.sme.verdict for lead in demo.leads.activated().select_related("company")} == {"met"}
    assert not demo.leads.activated().exclude(email="").exists()  # past their term


def test_the_report_gives_the_figures_of_the_record(demo):
    today = clock.today()
    whole = report.Period(date(2000, 1, 1), date(today.year + 1, 1, 1))
    found = report.figures(demo, whole)
    shown = {
        key: (found[key].value, found[key].target) for key in ("reached", "activated", "podia_with_fans")
    }
    assert shown == {"reached": (1775, 450), "activated": (480, 100), "podia_with_fans": (38, None)}
    sheets = {sheet.key: sheet for sheet in report.sheets(demo, whole)}
    years = [report.figures(demo, report.Period.year(year)) for year in range(2000, today.year + 1)]
    for key, figure in found.items():
        if figure.sheet:
            assert sheets[figure.sheet].total(key) == figure.value
            assert sum(year[key].value for year in years if key in year) == figure.value
    last_year = Report.objects.approved().get(network=demo)
    told = report_document.of_report(last_year, "nl")
    assert told.figure("reached") == report.figures(demo, report.Period.year(today.year - 1))["reached"]


def test_the_board_has_somebody_in_every_column(demo):
    assert all(activation.by_stage(demo).values())
    assert activation.waiting(demo) == {"held": 1, "unconfirmed": 0}
    assert not referral_places.readiness_of(demo, clock.today()).is_ready  # there is a hole to see
