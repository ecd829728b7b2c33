"""Words that mean the same in the demonstration: what visitors type, and what the stories say."""

from config.demonstration.build import World, keep
from knowledgebank.models import Synonyms

SAME = (
    "mkb, midden- en kleinbedrijf, kmo",
    "medewerker, personeel, werknemer, collega",
    "baas, directeur, leidinggevende, manager",
    "verzuim, ziekteverzuim, absentie",
    "bijeenkomst, meeting, evenement",
    "zelfsturing, zelforganisatie, zelfsturende teams",
    "bouw, aannemer",
    "rooster, planning",
)
SAME_EN = ("staff, employees, personnel", "boss, director, manager", "absence, sick leave")


def add_synonyms(world: World) -> None:
    keep([Synonyms(network=world.network, words=words) for words in SAME], Synonyms)
    keep([Synonyms(network=world.network, words=words, language="en") for words in SAME_EN], Synonyms)
