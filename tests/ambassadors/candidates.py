"""People who are candidates, for tests."""

from datetime import date

from ambassadors.actions import consenting
from ambassadors.models import AppointmentRound, Nomination, NominationSource, Purpose, Voice
from network.models import Network
from tests.conftest import make_person


def make_round(network: Network, **fields) -> AppointmentRound:
    """The round of 2027 with its calendar: nominating runs in November 2026."""
    given = {
        "year": 2027,
        "opens_on": date(2026, 11, 1),
        "nominations_until": date(2026, 12, 15),
        "decide_on": date(2027, 1, 20),
        "answer_by": date(2027, 2, 20),
        "ceremony_on": date(2027, 4, 1),
        "place": "Zwolle",
        **fields,
    }
    return AppointmentRound.objects.create(network=network, **given)


def words_read(network: Network) -> dict[Purpose, str]:
    """What comes back of a page that was read just now: the seals of the words on it."""
    return {purpose: consenting.text_for(network, purpose).seal for purpose in Purpose}


def make_candidate(
    network: Network, last_name: str, *, round=None, first_name="Femke", **fields
) -> Nomination:
    """Somebody who applied, with a company."""
    person = make_person(network, first_name, last_name, phase="first")
    nomination = Nomination.objects.create(network=network, round=round, person=person, **fields)
    Voice.objects.create(nomination=nomination, source=NominationSource.SELF, person=person)
    return nomination


def two_chosen(network: Network) -> AppointmentRound:
    """Nadia and Okke are chosen; the ceremony is on 1 April 2027."""
    round = make_round(network, official_name="Els Nieuwenhuis", official_title="gedeputeerde")
    for first_name, last_name in (("Nadia", "Haddou"), ("Okke", "de Wit")):
        nomination = make_candidate(network, last_name, round=round, first_name=first_name)
        round.chosen.add(nomination.person)
    return round
