"""The project leader's side of a whole round, clicking: nineteen candidates, twelve chosen.

Counts her clicks from the first screen, so that nobody makes the round longer without noticing.
"""

import re
from datetime import date
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from ambassadors.actions import assessing, inviting, mirroring, printing, running_rounds
from ambassadors.actions.mirroring import Share
from ambassadors.models import Appointment, Assessment, DeclineReason, Invitation, PlaqueFile, Purpose
from network import clock
from network.models import Message
from tests.ambassadors.candidates import make_candidate, make_round, words_read
from tests.journeys.test_round import enter, on

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NAMES = (
    "Bos", "Dijkstra", "Evers", "Fransen", "Geerts", "Hof", "Jansen", "Kok", "Lubbers", "Meijer", "Nijhuis",
    "Olthof", "Postma", "Quist", "Roelofs", "Smit", "Timmer", "Visser", "Wessels",
)  # fmt: skip
MOST_CLICKS = 42


class Hand:
    """Clicks on a page, and counts them."""

    def __init__(self, page) -> None:
        self.page, self.clicks = page, 0

    def tap(self, found) -> None:
        found.click()
        self.clicks += 1

    def go(self, found) -> None:
        """Taps, and waits until the page it leads to is there."""
        with self.page.expect_navigation():
            self.tap(found)

    def link(self, name: str, within: str = "body") -> None:
        self.go(self.page.locator(within).get_by_role("link", name=name).first)

    def tab(self, name: str) -> None:
        self.go(self.page.locator(".round-tabs").get_by_role("link", name=name, exact=True))

    def button(self, name) -> None:
        self.go(self.page.get_by_role("button", name=name).first)

    def box(self, name: str) -> None:
        self.tap(self.page.get_by_role("checkbox", name=re.compile(name)).first)


def test_twelve_are_chosen_of_nineteen_candidates(
    on_laptop,
    site,
    network,
    leader,
    facilitator,
    ambassador,
):
    hand = Hand(on_laptop)
    desk = on_laptop
    with on("2026-12-16"):
        network.maximum_size = 12
        network.save()
        round = make_round(network, official_name="Els Nieuwenhuis")
        assessing.begin_with_criteria(network)
        for name in NAMES:
            make_candidate(
                network,
                name,
                first_name="Kandidaat",
                round=round,
                status="in_conversation",
                told_at=clock.now(),
            )

        # Two people are asked to judge all nineteen: one page, one mail.
        enter(desk, leader, network, site).goto(f"{site}/beheer/")
        hand.link("Rondes en plaquettes")
        hand.link("2027", "main")
        hand.tab("Beoordelaars")
        hand.box(str(leader))
        hand.box(str(facilitator))
        hand.button("Vraag hun oordeel")
        expect(desk.locator("main")).to_contain_text("38 oordelen gevraagd")
        assert Message.objects.filter(kind="assessment_asked").count() == 1
        for one in Assessment.objects.select_related("assessor"):
            marks = dict.fromkeys(assessing.criteria_of(network), 4)
            assessing.hand_in(assessment=one, scores=marks, facts="Gezien.", by=one.assessor)

        # All are judged suitable after one look at the list.
        hand.tab("Kandidaten")
        hand.link("Meerdere tegelijk beoordelen")
        hand.tap(desk.locator("#action-toggle"))
        desk.locator("select[name=action]").select_option("judge_suitable")
        hand.go(desk.locator(".actions button[type=submit]"))
        expect(desk.locator("main")).to_contain_text("75%")
        hand.button("Geschikt bevinden")
        expect(desk.locator("main")).to_contain_text("19 kandidaten zijn geschikt bevonden.")

        # What is ticked is kept as a scenario, more are ticked, and those become the selection.
        hand.link("Samenstelling")
        for name in NAMES[:3]:
            hand.box(f"Kandidaat {name}")
        desk.get_by_label("Bewaar deze keuze als").fill("Drie vooraan")
        hand.button("Als scenario bewaren")
        for name in NAMES[3:12]:
            hand.box(f"Kandidaat {name}")
        hand.button("Deze mensen kiezen")
        expect(desk.locator("main")).to_contain_text("12 mensen zijn gekozen.")
        assert round.nominations.selected().count() == 12
        # The guard: with who is in office they are more than the maximum, and that is said before settling.
        expect(desk.locator(".board-aside")).to_contain_text("het maximum dat je instelde is 12")
        hand.button("Stel de selectie vast")
        assert not type(round).objects.get(pk=round.pk).settled_at
        hand.box("Ja, het netwerk mag groter worden")
        hand.button("Stel de selectie vast")
        expect(desk.locator("main")).to_contain_text("gaan vanzelf weg op de dag van het besluit")

    with on("2027-01-20"):
        assert running_rounds.run(network, on=date(2027, 1, 20)).invited == 12
        invitations = list(Invitation.objects.order_by("nomination__person__last_name"))
        for one in invitations[:10]:
            agreed = {Purpose.CHARTER, Purpose.PUBLICATION}
            inviting.accept(
                invitation=one, consents=agreed, wishes=inviting.Wishes(), read=words_read(network)
            )
        inviting.decline(invitation=invitations[10], reason=DeclineReason.TIME)  # the twelfth says nothing

    with on("2027-02-22"):
        # The ceremony: its plan, everybody on the list, invitations, and how it will stand on the plaque.
        enter(desk, leader, network, site).goto(f"{site}/beheer/")
        hand.link("Rondes en plaquettes")
        hand.link("2027", "main")
        hand.tab("Ceremonie")
        hand.button("Bewaren")
        hand.tab("Gasten")
        hand.box("wie wordt benoemd")
        hand.box("wie nu in functie is")
        hand.button("Op de lijst zetten")
        hand.button(re.compile("uitnodigingen versturen|Verstuur .* uitnodigingen"))
        assert Message.objects.filter(kind="ceremony_invitation").count() > 9
        hand.tab("Proefdrukken")
        hand.button("Vraag wie nog niet akkoord gaf")
        assert Message.objects.filter(kind="plaque_proof").count() == 10

        # Appointed at once; who declined and who is silent are not among them.
        hand.tab("Benoemen")
        expect(desk.locator("main")).to_contain_text("1 persoon heeft nog niet op de uitnodiging geantwoord.")
        hand.button("10 mensen benoemen")
        assert Appointment.objects.count() == 10
        printing.sweep()
        desk.reload()
        expect(desk.locator("main")).to_contain_text("Alle plaquettes zijn klaar.")
        expect(desk.get_by_role("link", name="Alle plaquettes voor de drukker")).to_be_visible()
        assert PlaqueFile.objects.filter(variant="print", appointment__isnull=False).count() == 10
    assert hand.clicks <= MOST_CLICKS


def test_scenarios_stand_beside_each_other_and_one_is_taken_over(
    on_laptop, site, network, leader, ambassador
):
    with on("2027-01-05"):
        network.maximum_size = 5
        network.save()
        round = make_round(network)
        for at, name in enumerate(NAMES[:6]):
            company = make_candidate(
                network, name, first_name="Kandidaat", round=round, status="suitable"
            ).person.employments.get().company  # fmt: skip
            company.sector = "Metaal" if at % 2 else "Zorg"
            company.save()
        shares = [Share("zorg", Decimal(50)), Share("industrie", Decimal(50), ("metaal",))]
        mirroring.set_audience(
            network=network,
            trait="sector",
            shares=shares,
            source="telling",
            as_of=date(2026, 1, 1),
            by=leader,
        )
        desk = enter(on_laptop, leader, network, site)
        for scenario, names in (("Iedereen", NAMES[:6]), ("Gemengd", NAMES[:4])):
            desk.goto(f"{site}/beheer/ambassadors/audience/")
            for name in names:
                with desk.expect_response("**/als/"):  # each tick is reckoned at once
                    desk.get_by_role("checkbox", name=f"Kandidaat {name}").check()
            desk.get_by_label("Bewaar deze keuze als").fill(scenario)
            desk.get_by_role("button", name="Als scenario bewaren").click()
            expect(desk.locator("main")).to_contain_text(f"“{scenario}” is bewaard.")
        desk.get_by_role("link", name="Scenario’s vergelijken").click()
        sizes = desk.get_by_role("row", name=re.compile(r"^Grootte \d"))
        expect(sizes.get_by_role("cell")).to_have_text(["1", "7 boven het maximum", "5"])
        desk.get_by_role("button", name=re.compile("Deze mensen kiezen.*Gemengd")).click()
        expect(desk.locator('[data-lane="chosen"] [id^=kandidaat-]')).to_have_count(4)
