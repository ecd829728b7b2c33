"""The method cards of the demonstration: the real card Netwerkambitie in our own words, and made-up ones."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Card:
    slug: str
    theme: str
    title: str
    summary: str
    fields: dict[str, Any]
    steps: tuple[tuple[str, str, int | None], ...]  # title, text, minutes
    after: tuple[str, ...] = ()  # slugs of cards to go on with
    tags: tuple[str, ...] = ()
    days: int = 300  # online since so many days
    remarks: tuple[tuple[str, str, str, str], ...] = ()  # name, organisation, text, state
    language: str = "nl"


@dataclass(frozen=True)
class Sheet:
    tool: str
    title: str
    introduction: str
    party_label: str
    questions: tuple[tuple[str, str, str, str, bool], ...]  # label, help, kind, tone, required
    group: str = ""
    filled: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())


AMBITION = Card(
    "netwerkambitie", "samenwerken", "Netwerkambitie",
    "Vind met je partners de ambitie die jullie echt delen, voordat jullie afspraken maken.",
    {
        "purpose": "Aan het begin van een samenwerking praat iedereen over hetzelfde en bedoelt iedereen iets anders. "
        "Met deze kaart leggen partners hun eigen belang naast het grotere belang, en zoeken ze wat ze samen willen.",
        "result": "overzicht van ieders belangen, en één gedeelde ambitie",
        "moment": "bij de start van een netwerk of samenwerking",
        "company": "alle partners, een begeleider",
        "with_whom": "Nodig iedereen uit die meedoet of wil meedoen, ook wie nog twijfelt. In een korte workshop horen "
        "de partners van elkaar wat ze nodig hebben en wat ze meebrengen.",
        "people_least": 3, "people_most": 16,
        "how": "Vier stappen, elk op het bord en op de belangenkaart. Neem liever meer tijd voor stap 3 dan voor stap 4.",
        "knowledge": "Geen voorkennis nodig.",
        "skills_participants": "- luisteren zonder al een antwoord klaar te hebben\n"
        "- doorvragen tot je weet waarom iets voor de ander telt\n- eerlijk zijn over wat je zelf wilt hebben\n"
        "- je eigen belang willen inpassen in dat van het geheel",
        "skills_facilitator": "- vraag om uitleg als iets vaag blijft\n- help de kaart zo concreet mogelijk te maken\n"
        "- houd het veilig: cynisme en geagiteerde reacties stop je vriendelijk\n"
        "- zoek het gesprek, niet het debat\n- lees boosheid als betrokkenheid\n"
        "- geef iedereen een beurt en houd je eigen mening thuis",
        "minutes_learn": 30, "minutes_prepare": 30, "minutes_run": 30, "minutes_run_most": 120, "minutes_aftercare": 30,
        "material": "- per partner één belangenkaart op A4, of het invulvel op het scherm\n- handig: een flip-over met grote vellen",
        "place": "een gewone vergaderruimte",
        "money": "alleen de uren van wie meedoet",
        "tips": "Houd **wensen** en **eisen** uit elkaar. Over een wens valt te praten. Zonder een eis doet een partner niet mee, "
        "en dat hoor je liever nu.",
        "relation": "Is de ambitie helder, dan maakt de partnerschapskaart er afspraken van.",
        "developers": "Dit is een jong instrument; er is nog weinig ervaring mee. Vertel op de site hoe het bij jou ging.",
        "background": "Edwin Kaats en Wilfrid Opheij, Leren samenwerken tussen organisaties, Vakmedianet 2011, EAN 9789013094879.",
        "contact": "Paul Zuiker, HAN",
    },
    (
        ("Noem je belang", "Iedere partner noemt het eigen belang én het belang van het geheel. Eerst opschrijven, dan pas praten.", 15),
        ("Halen en brengen", "Wat kom je halen, wat breng je mee? Zet het op de belangenkaart, wensen apart van eisen.", 15),
        ("Wissel uit", "Lees elkaars kaarten. Vraag door naar wat erachter zit, tot iedereen het kan navertellen.", 30),
        ("Formuleer samen", "Zoek wat overeenkomt en schrijf de gedeelde ambitie in één zin die iedereen durft voor te lezen.", 45),
    ),
    after=("partnerschapskaart",),
    tags=("netwerk", "partners", "belangen", "convenant"),
    remarks=(
        ("Yvonne", "een regionaal netwerk", "Wij namen voor stap 3 een uur. De wethouder las de kaart van de school voor, "
         "en de school die van de wethouder. Dat veranderde de toon.", "shown"),
        ("Tom", "een ondernemersloket", "Laat mensen hun eisen op een ander kleur papier schrijven. Dan zie je in één oogopslag "
         "waar het spannend is.", "shown"),
        ("Iris", "", "Werkt het ook online? Wij zitten drie uur rijden uit elkaar.", "held"),
    ),
)  # fmt: skip

AMBITION_EN = Card(
    "netwerkambitie", "samenwerken", "Shared ambition",
    "Find the ambition that you and your partners really share, before you make agreements.",
    {
        "purpose": "At the start of a collaboration everybody speaks of the same thing and everybody means something else. "
        "With this card partners put their own interest beside the larger one, and look for what they want together.",
        "result": "an overview of everybody's interests, and one shared ambition",
        "moment": "at the start of a network or collaboration",
        "company": "all partners, one facilitator",
        "people_least": 3, "people_most": 16,
        "knowledge": "None.",
        "skills_participants": "- listen without having the answer ready\n- ask on until you know why something matters\n"
        "- be honest about what you want for yourself",
        "skills_facilitator": "- ask for an explanation when something stays vague\n- keep it safe\n- look for the talk, not the debate",
        "minutes_learn": 30, "minutes_prepare": 30, "minutes_run": 30, "minutes_run_most": 120, "minutes_aftercare": 30,
        "material": "- one interest card per partner, on A4 or on the screen\n- a flip chart helps",
        "place": "an ordinary meeting room",
        "money": "only the hours of those who take part",
        "tips": "Keep **wishes** and **demands** apart. A wish can be talked about. Without a demand a partner does not take part.",
        "background": "Edwin Kaats and Wilfrid Opheij, Leren samenwerken tussen organisaties, Vakmedianet 2011.",
    },
    (
        ("Name your interest", "Every partner names its own interest and that of the whole. Write first, then talk.", 15),
        ("Get and bring", "What do you come to get, what do you bring? Put it on the interest card.", 15),
        ("Exchange", "Read each other's cards. Ask on about what lies behind them.", 30),
        ("Word it together", "Find what agrees and write the shared ambition in one sentence.", 45),
    ),
    tags=("network", "partners", "interests"),
    language="en",
)  # fmt: skip

CARDS = (
    AMBITION,
    AMBITION_EN,
    Card(
        "partnerschapskaart", "samenwerken", "Partnerschapskaart",
        "Maak van een gedeelde ambitie afspraken die iedereen kan nakomen.",
        {
            "purpose": "De ambitie staat. Nu wie, wat en wanneer, op één blad dat in een la past en er weer uit komt.",
            "result": "één blad met afspraken, namen en een datum",
            "moment": "binnen een maand na de netwerkambitie",
            "company": "dezelfde partners, een begeleider",
            "people_least": 3, "people_most": 12,
            "skills_facilitator": "- vraag bij elke afspraak: wie belt er maandag?\n- schrap wat niemand op zich neemt",
            "minutes_learn": 15, "minutes_prepare": 30, "minutes_run": 60, "minutes_run_most": 90, "minutes_aftercare": 15,
            "material": "- de gedeelde ambitie op een groot vel\n- één kaart voor iedereen samen",
            "place": "waar ook de ambitie ontstond", "money": "geen",
            "tips": "Zet er ook op wat je niet samen doet. Dat scheelt de meeste ruzie.",
        },
        (
            ("Lees de ambitie hardop", "Iemand die hem niet schreef, leest hem voor. Klopt hij nog?", 10),
            ("Verdeel het werk", "Per afspraak één naam. Twee namen is geen naam.", 30),
            ("Spreek af wanneer je stopt", "Wanneer kijken we terug, en waaraan zien we dat het genoeg is?", 15),
            ("Teken", "Iedereen tekent met pen. Hang de kaart waar hij gezien wordt.", 5),
        ),
        tags=("afspraken", "partners"), days=290,
    ),
    Card(
        "zelf-roosteren", "loslaten", "Zelf roosteren in vier weken",
        "Geef een team de lege bladen, en een afspraak waar niemand onderuit kan.",
        {
            "purpose": "Een team maakt zijn eigen rooster. Niet om een planner te besparen, maar omdat wie het werk doet weet wanneer het moet.",
            "result": "een rooster dat het team zelf maakte en verdedigt",
            "moment": "als de planning meer energie kost dan het werk", "company": "één team dat wil, een begeleider van buiten het team",
            "people_least": 6, "people_most": 16,
            "skills_participants": "- nee durven zeggen tegen een collega\n- een rot dienst nemen zonder zucht",
            "skills_facilitator": "- wegblijven op het moment dat je het liefst ingrijpt\n- stilte verdragen",
            "minutes_learn": 60, "minutes_prepare": 90, "minutes_run": 90, "minutes_run_most": 120, "minutes_aftercare": 60,
            "material": "- vier lege weken op groot papier\n- stiften, geen scherm",
            "place": "waar het team koffie drinkt", "money": "vier keer anderhalf uur van het team",
            "tips": "Begin met het team dat wil. Een team dat moet, roostert zichzelf klem.",
            "developers": "Ontstaan in de zorg; ook gebruikt door chauffeurs en in een winkel.",
        },
        (
            ("Week 1: alleen kijken", "Het team maakt het rooster naast het oude. Er gebeurt niets mee.", 90),
            ("Week 2: ruilen mag", "Het oude rooster geldt, ruilen gaat zonder planner.", 60),
            ("Week 3: het eigen blad geldt", "Eén afspraak: voor de klant moet het kloppen. De begeleider haalt koffie.", 90),
            ("Week 4: wie zweeg er?", "Bespreek niet het rooster maar het maken ervan. Wie koos eerst, wie zei niets?", 60),
        ),
        after=("terugblik-zonder-schuld",), tags=("roosters", "teams"), days=240,
        remarks=(("Wim", "vervoer", "Bij ons is week 2 week 2, 3 en 4 geworden. Prima.", "shown"),),
    ),
    Card(
        "terugblik-zonder-schuld", "ideeen", "Terugblik zonder schuld",
        "Bespreek een fout zo dat iedereen er iets aan heeft, ook wie hem maakte.",
        {
            "purpose": "Na een misser wil iedereen verder. Met deze kaart sta je een half uur stil, zonder te zoeken naar wie.",
            "result": "een verandering die morgen ingaat", "moment": "binnen een week na een misser", "company": "wie erbij was",
            "people_least": 3, "people_most": 10,
            "skills_participants": "- vertellen wat je deed, niet wat je had moeten doen",
            "skills_facilitator": "- vang 'wie' en maak er 'hoe' van\n- begin zelf met een eigen fout",
            "minutes_learn": 15, "minutes_prepare": 10, "minutes_run": 30, "minutes_run_most": 45, "minutes_aftercare": 10,
            "material": "- een tijdlijn op de muur", "place": "staand, bij de tijdlijn", "money": "geen",
            "tips": "Bedank eerst. Los daarna pas op.",
        },
        (
            ("De tijdlijn", "Wat gebeurde er, in welke volgorde? Geen oordeel, alleen tijden.", 10),
            ("Wat maakte het logisch?", "Op elk moment leek het een goed idee. Waarom?", 10),
            ("Eén ding", "Wat veranderen we morgen? Eén ding, één naam.", 10),
        ),
        tags=("fouten", "leren"), days=210,
    ),
    Card(
        "een-cijfer-op-de-muur", "meten", "Eén cijfer op de muur",
        "Laat een ploeg zelf meten wat telt, en hang het waar iedereen het ziet.",
        {
            "purpose": "Niet alles meten, maar één ding dat de ploeg zelf kan veranderen.",
            "result": "een cijfer waar over gepraat wordt", "moment": "als iedereen iets anders vindt en niemand het weet",
            "company": "een ploeg van één werkplek", "people_least": 4, "people_most": 12,
            "knowledge": "Kunnen turven is genoeg.",
            "skills_facilitator": "- beloof dat niemand op het cijfer wordt afgerekend, en houd je eraan",
            "minutes_learn": 15, "minutes_prepare": 30, "minutes_run": 45, "minutes_aftercare": 15,
            "material": "- een bord, een stift, een touwtje aan de stift", "place": "naast de koffie", "money": "een bord van € 30",
            "tips": "Een cijfer dat alleen mag stijgen, wordt vanzelf gelogen. Schrijf erbij waarom het daalde.",
        },
        (
            ("Waar baal je van?", "Iedereen schrijft één ding op dat vaker misgaat dan nodig.", 10),
            ("Kies er één", "Welke kunnen we zelf veranderen én zelf tellen?", 15),
            ("Raad het cijfer", "Iedereen raadt hoe vaak het gebeurt. Hang de gokken op.", 5),
            ("Spreek af wie turft", "Iedere week een ander. Na zes weken praten we.", 15),
        ),
        after=("terugblik-zonder-schuld",), tags=("meten", "verbeteren"), days=180,
    ),
    Card(
        "schrap-een-regel", "vertrouwen", "Schrap een regel",
        "Leg alle regels op tafel en houd alleen over wat iemand wil verdedigen.",
        {
            "purpose": "Elk bedrijf heeft regels waarvan niemand weet waarom. Deze kaart haalt ze weg, samen.",
            "result": "minder regels, meer afspraken", "moment": "als 'mag dat?' de meest gestelde vraag is",
            "company": "een team met iemand die mag beslissen", "people_least": 4, "people_most": 20,
            "skills_facilitator": "- vraag bij elke regel: van wie is hij?",
            "minutes_learn": 15, "minutes_prepare": 60, "minutes_run": 90, "minutes_run_most": 120, "minutes_aftercare": 30,
            "material": "- de regels op losse strookjes\n- drie bakken", "place": "een lange tafel of een lege vloer", "money": "geen",
            "tips": "Wat van de wet moet, blijft. Zoek het wel op: het is minder dan je denkt.",
        },
        (
            ("Knip", "Elke regel op een strookje. Niet bespreken, alleen knippen.", 20),
            ("Drie bakken", "Moet van de wet, willen we zelf, weten we niet meer waarom.", 40),
            ("Verdedig", "Wie wil een regel houden? Eén minuut om te zeggen waarom.", 30),
        ),
        tags=("regels", "vertrouwen"), days=150,
    ),
    Card(
        "vrijdagmiddag", "ideeen", "De vrijdagmiddag",
        "Twee uur per week voor eigen ideeën, met wat er toch al ligt.",
        {
            "purpose": "Ruimte om iets te proberen zonder plan, budget of baas.",
            "result": "één bruikbaar idee op de veertig, en mensen die gaan praten", "moment": "elke week, ook als het druk is",
            "company": "iedereen die wil", "people_least": 3,
            "minutes_prepare": 15, "minutes_run": 120, "minutes_aftercare": 15,
            "material": "- restmateriaal\n- een plank om op te leggen wat mislukte", "place": "de werkplaats", "money": "twee uur per week per deelnemer",
            "tips": "Vertel vooraf dat er veertig dingen mislukken.",
        },
        (
            ("Laat zien", "Wie wil, laat zien wat er vorige week mislukte.", 15),
            ("Bouw", "Met wat er ligt. Samen of alleen.", 90),
            ("Leg neer", "Op de plank, met een kaartje: dit wilde ik, dit werd het.", 15),
        ),
        tags=("ideeën", "ruimte"), days=120,
    ),
    Card(
        "vraag-terug", "leiderschap", "Vraag terug",
        "Een week lang geen antwoorden geven, ook als je ze weet.",
        {
            "purpose": "Voor wie te veel weet. Een week oefenen in terugvragen.",
            "result": "mensen die met een voorstel komen in plaats van met een vraag", "moment": "als je agenda vol zit met andermans vragen",
            "company": "jijzelf, en één collega die je betrapt", "people_least": 2, "people_most": 2,
            "minutes_learn": 10, "minutes_run": 10, "minutes_aftercare": 20,
            "material": "- een kaartje in je broekzak", "place": "waar het werk is", "money": "geen",
            "tips": "Wacht één tel langer dan je volhoudt.",
        },
        (
            ("Turf", "Een dag lang tellen: hoe vaak gaf je antwoord?", None),
            ("Vraag terug", "Wat zou jij doen? En dan stil zijn.", None),
            ("Kijk terug", "Met de collega die je betrapte: wat ging er mis doordat jij zweeg? Meestal niets.", 20),
        ),
        tags=("leiderschap",), days=60,
    ),
)  # fmt: skip

INTERESTS = Sheet(
    "netwerkambitie",
    "Belangenkaart",
    "Eén kaart per partner. Schrijf wat er voor jou op het spel staat; je leest straks ook de kaarten van de anderen.",
    "Jouw organisatie",
    (
        ("Wat is jullie eigen belang?", "Waarom zou je dit ook willen als niemand anders meedeed?", "text", "plain", True),
        ("Wat is het belang van het geheel?", "Wat wordt er beter voor iedereen?", "text", "plain", True),
        ("Wat komen jullie halen?", "Eén per regel.", "list", "plain", False),
        ("Wat brengen jullie mee?", "Mensen, kennis, geld, een zaal, een netwerk.", "list", "plain", False),
        ("Wat wensen jullie?", "Daar valt over te praten.", "list", "wish", False),
        ("Wat eisen jullie?", "Zonder dit doen jullie niet mee.", "list", "demand", False),
    ),
    group="Maakplaats aan de Vecht",
    filled=(
        ("Vakschool De Schakel", (
            "Leerlingen die in het derde jaar al weten waar ze willen werken.",
            "Een streek waar jongeren blijven.",
            "stageplekken\nopdrachten die echt zijn",
            "een werkplaats op donderdag\ntwee praktijkdocenten",
            "dat bedrijven ook in de les komen",
            "elke leerling heeft een vaste begeleider",
        )),
        ("Bakhuis Staalbouw", (
            "Over vijf jaar genoeg lassers.",
            "Bedrijven die van elkaar leren in plaats van bij elkaar weglokken.",
            "leerlingen die durven te vragen",
            "drie machines\neen ploeg die graag uitlegt",
            "een gezamenlijke open dag",
            "niet op maandagochtend",
        )),
        ("Gemeente aan de Vecht", (
            "Een leeg pand dat weer leeft.",
            "Werk en school dichter bij elkaar.",
            "een verhaal voor de raad",
            "het pand\nde vergunning",
            "dat het in drie jaar zichzelf betaalt",
            "toegankelijk voor iedereen",
        )),
    ),
)  # fmt: skip
