"""A small network to search in, and sixty questions with the answer that must come first.

The questions were written down before the search was made: they hold what people really type: other forms of
a word, accents left out, typing errors, parts of compounds, other words for the same, whole sentences.
"""

from datetime import date, time
from typing import Any

from django.utils import timezone

from ambassadors.models import Employment, Person, Term
from events.models import Podium
from knowledgebank.models import Fact, Link, Page, Theme
from network.models import Company, FanOrganisation, Network
from tests.knowledgebank.conftest import make_story, make_tool

SYNONYMS = (
    "mkb, midden- en kleinbedrijf, kmo",
    "medewerker, personeel, werknemer, collega",
    "baas, directeur, leidinggevende, manager",
    "absentie, ziekteverzuim, verzuim",
    "bijeenkomst, meeting, evenement",
    "bouw, aannemer",
)

PEOPLE = (
    # first name, infix, last name, company, sector, place, themes, quote
    (
        "Marleen",
        "",
        "Oosterveld",
        "Thuiszorg Vechtdal",
        "zorg",
        "Ommen",
        ["zelfsturende teams"],
        "Doodeng, en het werkt.",
    ),
    (
        "Bram",
        "",
        "Lansink",
        "Lansink Bouw",
        "bouw",
        "Deventer",
        ["vrijdagmiddag experimenten"],
        "Begin gewoon klein.",
    ),
    ("Yusuf", "", "Demir", "Demir Metaal", "industrie", "Almelo", ["leiderschap"], "Ik ben nu medespeler."),
    (
        "Chidi",
        "",
        "Okafor",
        "Okafor Logistiek",
        "logistiek",
        "Zwolle",
        ["slimmer werken"],
        "De chauffeurs weten het beter.",
    ),
    (
        "Anaïs",
        "van",
        "der Veen",
        "Café De Brug",
        "horeca",
        "Kampen",
        ["gastvrijheid"],
        "Vraag het de afwashulp.",
    ),
)

STORIES = (
    # owner, slug, title, lead, body, sector
    (
        "Marleen",
        "rooster",
        "We gaven het rooster uit handen",
        "Teams plannen nu zelf hun diensten.",
        "De wijkteams maken samen hun werkrooster. Het ziekteverzuim halveerde. Ik moest leren loslaten.",
        "zorg",
    ),
    (
        "Bram",
        "werkplaats",
        "Vrijdagmiddag is van de werkplaats",
        "Twee uur per week eigen ideeën bouwen.",
        "Timmerlieden probeerden een dakkapel-systeem. Drie producten kwamen uit de experimenten.",
        "bouw",
    ),
    (
        "Yusuf",
        "medespeler",
        "Van baas naar medespeler",
        "Waarom ik mijn kantoor opgaf voor een plek aan de lijn.",
        "Leiding geven is vragen stellen. De operators verbeteren de machines zelf. Vertrouwen ging vooraf.",
        "industrie",
    ),
    (
        "Chidi",
        "ritten",
        "Chauffeurs tekenen hun eigen ritten",
        "De planning kwam van de weg, niet van kantoor.",
        "Chauffeurs schuiven zelf met ritten. We besparen brandstof en iedereen is op tijd thuis.",
        "logistiek",
    ),
    (
        "Anaïs",
        "menukaart",
        "De afwashulp schreef de menukaart",
        "Iedereen mocht een gerecht bedenken.",
        "De keukenploeg proeft elke dinsdag. Een vegetarische stoofpot werd het best verkochte gerecht.",
        "horeca",
    ),
)

TOOLS = (
    # slug, title, summary, purpose, how, tags
    (
        "netwerkambitie",
        "Netwerkambitie",
        "Vind met partners wat je samen wilt bereiken.",
        "Partners noemen hun belang en het grotere geheel.",
        "Ieder vult een belangenkaart in en licht die toe.",
        ["samenwerken"],
    ),
    (
        "intervisie",
        "Intervisie in zes stappen",
        "Leer van elkaars lastige situaties.",
        "Een deelnemer brengt een vraagstuk in.",
        "De groep stelt open vragen en geeft pas daarna advies.",
        ["leren"],
    ),
    (
        "dagstart",
        "De dagstart",
        "Tien minuten staand overleg voor het werk begint.",
        "Het team verdeelt het werk van vandaag.",
        "Sta bij een bord, noem knelpunten, sluit af met een afspraak.",
        ["overleg"],
    ),
    (
        "leerkring",
        "Een leerkring beginnen",
        "Bedrijven leren van elkaar onder begeleiding.",
        "Zes ondernemers komen een half jaar lang bij elkaar op bezoek.",
        "Kies een begeleider en een thema; vraag subsidie aan.",
        ["leren", "subsidie"],
    ),
    (
        "waardering",
        "Waarderend interview",
        "Onderzoek wat al goed gaat.",
        "Mensen vertellen over hun beste werkdag.",
        "Werk in tweetallen en schrijf de successen op.",
        ["gesprek"],
    ),
    (
        "teamcharter",
        "Teamafspraken",
        "Leg vast hoe je met elkaar omgaat.",
        "Een team maakt spelregels.",
        "Verzamel wensen en kies er vijf.",
        ["zelfsturing"],
    ),
)

FACTS = (
    # figure, statement, source
    (
        "75 %",
        "van het succes van innovatie is sociaal en organisatorisch",
        "Erasmus Concurrentie en Innovatie Monitor",
    ),
    ("12.750", "mkb-bedrijven in Overijssel hebben 5 tot 250 medewerkers", "Kamer van Koophandel"),
    ("1 op 5", "werknemers heeft zelf een idee dat nooit gehoord wordt", "TNO"),
)

LINKS = (
    ("Subsidiewijzer Overijssel", "https://subsidie.example/", "Alle regelingen en vouchers op een rij."),
    ("Arboportaal", "https://arbo.example/", "Gezond en veilig werken, met checklists."),
)

PAGES = (
    (
        "over-ons",
        "nl",
        "Over ons netwerk",
        "Hoe de provincie dit netwerk begon en wie de projectleiders zijn.",
    ),
    (
        "veelgestelde-vragen",
        "nl",
        "Veelgestelde vragen",
        "Wat kost een pionier? Niets: een podium is gratis.",
    ),
)

FANS = (
    ("Ondernemend Twente", "Twente", "Ondernemersvereniging voor de regio."),
    ("Cleantech Regio", "Stedendriehoek", "Bedrijven die werken aan duurzame energie."),
    ("MKB Deventer", "Deventer", "Vereniging van winkeliers en bedrijven."),
)

PODIA = (
    # title, kind, place, day, speaker
    ("Ondernemersontbijt: plannen zonder planner", "business_meeting", "Ommen", date(2026, 12, 3), "Marleen"),
    ("Bedrijfsbezoek: een fabriek zonder chefs", "company_visit", "Almelo", date(2026, 12, 11), "Yusuf"),
    ("Workshop: je eerste experiment", "workshop", "Zwolle", date(2027, 1, 14), "Bram"),
)

# What is typed, and the kind and title that must stand first.
QUERIES: tuple[tuple[str, str, str], ...] = (
    # As it is written
    ("rooster", "story", "We gaven het rooster uit handen"),
    ("netwerkambitie", "tool", "Netwerkambitie"),
    ("intervisie", "tool", "Intervisie in zes stappen"),
    ("Marleen Oosterveld", "person", "Marleen Oosterveld"),
    ("arboportaal", "link", "Arboportaal"),
    ("medespeler", "story", "Van baas naar medespeler"),
    ("veelgestelde vragen", "page", "Veelgestelde vragen"),
    ("Cleantech Regio", "fan", "Cleantech Regio"),
    ("ondernemersontbijt", "podium", "Ondernemersontbijt: plannen zonder planner"),
    ("belangenkaart", "tool", "Netwerkambitie"),
    # Another form of the word
    ("roosters", "story", "We gaven het rooster uit handen"),
    ("dagstarten", "tool", "De dagstart"),
    ("experimenteren", "podium", "Workshop: je eerste experiment"),
    ("chauffeur", "story", "Chauffeurs tekenen hun eigen ritten"),
    ("teamafspraak", "tool", "Teamafspraken"),
    ("leerkringen", "tool", "Een leerkring beginnen"),
    ("interviews", "tool", "Waarderend interview"),
    ("fabrieken", "podium", "Bedrijfsbezoek: een fabriek zonder chefs"),
    ("partners", "tool", "Netwerkambitie"),
    ("timmerman dakkapellen", "story", "Vrijdagmiddag is van de werkplaats"),
    # Accents and capitals
    ("ANAIS", "person", "Anaïs van der Veen"),
    ("anaïs van der veen", "person", "Anaïs van der Veen"),
    ("cafe de brug", "person", "Anaïs van der Veen"),
    ("ideeen bouwen", "story", "Vrijdagmiddag is van de werkplaats"),
    ("yusuf demir", "person", "Yusuf Demir"),
    ("mkb deventer", "fan", "MKB Deventer"),
    ("TWENTE", "fan", "Ondernemend Twente"),
    # Typing errors
    ("intervisei", "tool", "Intervisie in zes stappen"),
    ("netwerkambite", "tool", "Netwerkambitie"),
    ("oostervelt", "person", "Marleen Oosterveld"),
    ("menukaat", "story", "De afwashulp schreef de menukaart"),
    ("chaufeurs", "story", "Chauffeurs tekenen hun eigen ritten"),
    ("okaforr", "person", "Chidi Okafor"),
    ("bedrijfsbezeok", "podium", "Bedrijfsbezoek: een fabriek zonder chefs"),
    ("subsidiewijser", "link", "Subsidiewijzer Overijssel"),
    ("vegetarishe", "story", "De afwashulp schreef de menukaart"),
    ("lansnik", "person", "Bram Lansink"),
    # Parts of compounds, and compounds of known parts
    ("kaart belangen", "tool", "Netwerkambitie"),
    ("menu", "story", "De afwashulp schreef de menukaart"),
    ("ambitie", "tool", "Netwerkambitie"),
    ("roosterplanning", "story", "We gaven het rooster uit handen"),
    ("ontbijt", "podium", "Ondernemersontbijt: plannen zonder planner"),
    ("werkplaatsmiddag", "story", "Vrijdagmiddag is van de werkplaats"),
    ("kring", "tool", "Een leerkring beginnen"),
    # Other words for the same
    ("absentie", "story", "We gaven het rooster uit handen"),
    ("manager", "story", "Van baas naar medespeler"),
    ("kmo", "fan", "MKB Deventer"),
    ("midden- en kleinbedrijf deventer", "fan", "MKB Deventer"),
    ("personeel met een idee", "fact", "werknemers heeft zelf een idee dat nooit gehoord wordt"),
    ("aannemer", "person", "Bram Lansink"),
    # Several words, sentences
    ("wat kost een pionier", "page", "Veelgestelde vragen"),
    ("hoe begin ik een leerkring", "tool", "Een leerkring beginnen"),
    ("verzuim in de zorg", "story", "We gaven het rooster uit handen"),
    ("subsidie voor leren van elkaar", "tool", "Een leerkring beginnen"),
    ("leiding geven industrie", "story", "Van baas naar medespeler"),
    ("brandstof besparen", "story", "Chauffeurs tekenen hun eigen ritten"),
    ("bedrijfsbezoek almelo", "podium", "Bedrijfsbezoek: een fabriek zonder chefs"),
    ("succes van innovatie", "fact", "van het succes van innovatie is sociaal en organisatorisch"),
    ("hoeveel bedrijven in overijssel", "fact", "mkb-bedrijven in Overijssel hebben 5 tot 250 medewerkers"),
    ("gezond werken", "link", "Arboportaal"),
)  # fmt: skip


def furnish(network: Network) -> dict[str, Person]:
    """Everything above, online in this network; gives the people by first name."""
    people: dict[str, Person] = {}
    theme = Theme.objects.create(network=network, name="Samen sturen", slug="samen-sturen")
    for first, infix, last, company, sector, place, themes, quote in PEOPLE:
        person = Person.objects.create(
            network=network, first_name=first, infix=infix, last_name=last, themes=themes, quote=quote,
            publication_consent_at=timezone.now(),
        )  # fmt: skip
        Term.objects.create(person=person, start=date(2025, 4, 1), end=date(2028, 4, 1))
        firm = Company.objects.create(network=network, name=company, sector=sector, place=place)
        Employment.objects.create(person=person, company=firm, role="directeur")
        people[first] = person
    for owner, slug, title, lead, body, sector in STORIES:
        make_story(people[owner], title, slug=slug, lead=lead, body=body, sector=sector, theme=theme)
    for slug, title, summary, purpose, how, tags in TOOLS:
        make_tool(network, slug, title=title, summary=summary, purpose=purpose, how=how, tags=tags)
    for figure, statement, source in FACTS:
        Fact.objects.create(
            network=network, figure=figure, statement=statement, source=source, checked_on=date(2026, 11, 1)
        )
    for title, url, description in LINKS:
        Link.objects.create(network=network, title=title, url=url, description=description)
    for slug, language, title, body in PAGES:
        Page.objects.create(network=network, slug=slug, language=language, title=title, body=body)
    fans = [
        FanOrganisation.objects.create(network=network, name=name, region=region, description=text)
        for name, region, text in FANS
    ]
    for title, kind, place, day, speaker in PODIA:
        add_podium(people[speaker], title=title, kind=kind, place=place, date=day, host=fans[0])
    return people


def add_podium(person: Person, **fields: Any) -> Podium:
    values = {"status": "agreed", "is_open": True, "is_private": False, "start_time": time(9), **fields}
    podium = Podium.objects.create(network=person.network, **values)
    podium.ambassadors.add(person)
    return podium
