"""Brabants Besten, the older sister: another colour, another word, and a commitment by calendar year."""

from datetime import date

from django.core.files.base import ContentFile

from ambassadors.commitment import anniversary
from config.demonstration import stage
from config.demonstration.build import (
    add_accounts,
    add_fans,
    add_people,
    add_podia,
    add_term,
    appoint,
    ceremonies,
    day,
    let_the_chase_run,
    start,
)
from config.demonstration.cast import BRABANT
from config.demonstration.portraits import signature
from network import clock
from network.models import CommitmentYear, Network, RoleKind, Target, TargetKind

SLUG = "brabant"


def make() -> Network:
    network = Network(
        slug=SLUG,
        name="Brabants Besten",
        theme="vakmanschap",
        theme_en="craft",
        region="Noord-Brabant",
        client_name="provincie Noord-Brabant",
        client_name_en="the province of Noord-Brabant",
        official_name="Peter Hendrikx",
        official_title="gedeputeerde economie",
        official_title_en="deputy for the economy",
        word_singular="ambassadeur",
        word_plural="ambassadeurs",
        brand_colour="#8A2F1D",
        accent_colour="#2F6F8F",
        headline="Het beste van Brabant zit in de mensen.",
        headline_en="The best of Brabant is in its people.",
        introduction="Zes ondernemers die hun vak en hun ploeg vooropzetten, en er graag over vertellen.",
        introduction_en="Six entrepreneurs who put craft and crew first, and like to tell about it.",
        commitment_year=CommitmentYear.CALENDAR,
        maximum_size=20,
        serial_prefix="BB",
        plaque_title="ambassadeur vakmanschap",
        plaque_title_en="ambassador of craft",
        plaque_text="als vakmens die het vak doorgeeft en laat zien dat het samen beter kan",
        plaque_text_en="as a craftsperson who passes the craft on and shows that together works better",
        contact_email="team@brabantsbesten.example",
        contact_phone="013 000 00 00",
        contact_address="Brabants Besten\nSpoorlaan 1\n5000 AA Tilburg",
    )
    network.official_signature.save("peter-hendrikx.png", ContentFile(signature(3)), save=False)
    world = start(network, hosts=("brabant.localhost",), mail_domain="brabantsbesten.example")
    add_accounts(
        world, [(RoleKind.LEADER, "Toine Willems", "toine"), (RoleKind.CLIENT, "Anke Smulders", "anke")]
    )
    add_fans(world, stage.BRABANT_FANS, with_account="dok")
    add_people(world, BRABANT, with_account=True)
    (ceremony,) = ceremonies((1, 300))
    terms = {key: add_term(world, key, ceremony, anniversary(ceremony, 3)) for key in world.people}
    appoint(world, year=ceremony.year, on=ceremony, place="De Loods, Tilburg", terms=terms)
    add_podia(world, stage.BRABANT_PODIA)
    Target.objects.create(
        network=network,
        kind=TargetKind.REACHED,
        amount=600,
        start=date(day(665).year, 1, 1),
        end=date(clock.today().year + 1, 1, 1),
    )
    let_the_chase_run(world, days=75)
    return network
