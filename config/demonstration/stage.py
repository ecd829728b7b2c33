"""What the made-up people did and will do: podia, requests, contact. Days are counted from the day it is made.

Positive days lie behind us, negative ones ahead. The 38 podia that are done add up to 1,775 entrepreneurs reached.
"""

from dataclasses import dataclass

from ambassadors.models import ContactKind, PodiumKind
from events.models import PodiumOrigin, PodiumStatus
from network.models.fans import FanKind


@dataclass(frozen=True)
class Fan:
    key: str
    name: str
    kind: str
    region: str
    place: str
    members: int
    contact: tuple[str, str, str]  # name, role, mail name
    description: str


@dataclass(frozen=True)
class Occasion:
    days: int
    kind: str
    who: tuple[str, ...]
    fan: str  # key of a fan, or empty with `host` instead
    title: str
    reached: int | None = None
    place: str = ""
    outcome: str = ""
    status: str = PodiumStatus.DONE
    origin: str = PodiumOrigin.FAN
    host: str = ""
    private: bool = False
    open: bool = False
    at: tuple[str, str] | None = None  # from, to
    changed: int | None = None  # days ago; the day after the podium unless set
    expected: int | None = None


@dataclass(frozen=True)
class Contact:
    who: str
    days: int
    kind: str
    summary: str
    needs: str = ""
    follow_up: int | None = None  # days ago or ahead
    followed_up: bool = False


FANS = (
    Fan("vechtdal", "Ondernemershuis Vechtdal", FanKind.NETWORK, "Vechtdal", "Ommen", 420,
        ("Karin Veldhuis", "programmamaker", "karin"),
        "Een huis waar ondernemers uit het Vechtdal elkaar treffen, met elke maand een ontbijt."),
    Fan("twente", "Ondernemend Twente", FanKind.NETWORK, "Twente", "Hengelo", 1150,
        ("Jorrit Leferink", "netwerkmanager", "jorrit"),
        "Netwerk voor het Twentse bedrijfsleven; de ledenavonden trekken een volle zaal."),
    Fan("ikt", "IKT", FanKind.TRADE, "Twente", "Almelo", 310, ("Marjan Oude Lansink", "secretaris", "marjan"),
        "Industriële bedrijven die bij elkaar over de schutting kijken."),
    Fan("kennispoort", "Kennispoort regio Zwolle", FanKind.DESK, "Regio Zwolle", "Zwolle", 800,
        ("Tom Hulleman", "adviseur", "tom"), "Het loket voor ondernemers met een idee en een vraag."),
    Fan("boost", "Boost", FanKind.NETWORK, "Twente", "Enschede", 260, ("Iris Nijhuis", "aanjager", "iris"),
        "Maakbedrijven die samen sneller willen vernieuwen."),
    Fan("deventer", "MKB Deventer", FanKind.NETWORK, "Cleantech regio", "Deventer", 540,
        ("Bas van Laar", "bestuurslid", "bas"), "De stem en het prikbord van ondernemend Deventer."),
    Fan("cleantech", "Cleantech regio", FanKind.NETWORK, "Cleantech regio", "Apeldoorn", 380,
        ("Yvonne Kamphuis", "projectmaker", "yvonne"), "Ondernemers en overheden die schoner willen produceren."),
)  # fmt: skip

K, OWN = PodiumKind, PodiumOrigin.OWN
DONE = (
    Occasion(1500, K.PRESENTATION, ("bram",), "vechtdal", "De vrijdagmiddag is van de werkplaats", 42, "Ommen"),
    Occasion(1462, K.BUSINESS_MEETING, ("gerda",), "twente", "Een fabriek zonder afdelingen", 75, "Hengelo"),
    Occasion(1420, K.WORKSHOP, ("yusuf",), "cleantech", "Vragen stellen aan de lijn", 24, "Deventer"),
    Occasion(1390, K.COMPANY_VISIT, ("henk",), "ikt", "Op bezoek in de werkplaats", 18, "Staphorst"),
    Occasion(1344, K.PANEL, ("gerda", "yusuf"), "boost", "Wie is hier de baas?", 98, "Enschede"),
    Occasion(1290, K.PRESENTATION, ("aaltje",), "kennispoort", "Een hotel dat zichzelf roostert", 55, "Zwolle"),
    Occasion(1251, K.INTERVIEW, ("pim",), "deventer", "Drukwerk met een eigen kop", 75),
    Occasion(1190, K.WORKSHOP, ("bram",), "kennispoort", "Twee uur ruimte per week", 30, "Zwolle"),
    Occasion(1133, K.PRESENTATION, ("henk",), "deventer", "Van familiebedrijf naar mensenbedrijf", 48, "Deventer"),
    Occasion(1080, K.FAIR, ("aaltje", "pim"), "twente", "Beurs Slim Werken", 84, "Hengelo"),
    Occasion(985, K.PRESENTATION, ("chidi",), "ikt", "De monteur weet het beter", 52, "Almelo"),
    Occasion(948, K.WORKSHOP, ("samira",), "vechtdal", "Het handboek in acht bladzijden", 22, "Ommen"),
    Occasion(905, K.COMPANY_VISIT, ("willem",), "vechtdal", "Ploegen die hun voorman kiezen", 26, "Hardenberg"),
    Occasion(862, K.BUSINESS_MEETING, ("ingrid",), "twente", "Een wachtlijst voor de vroege dienst", 78, "Hengelo"),
    Occasion(820, K.PANEL, ("gerda", "lotte"), "cleantech", "Wat kost vertrouwen?", 64, "Apeldoorn"),
    Occasion(733, K.ONE_TO_ONE, ("samira",), "boost", "Gesprek over een eerste stap", 1, "Enschede", private=True),
    Occasion(700, K.INTERVIEW, ("willem",), "ikt", "Tekenen boven een ton", 90),
    Occasion(668, K.PRESENTATION, ("chidi",), "kennispoort", "Halveer het tweede bezoek", 57, "Zwolle"),
    Occasion(566, K.PRESENTATION, ("lotte",), "kennispoort", "Open cijfers in een kleine praktijk", 46, "Zwolle"),
    Occasion(521, K.COMPANY_VISIT, ("ingrid",), "ikt", "Rondleiding om vier uur 's nachts", 19, "Almelo"),
    Occasion(478, K.PRESENTATION, ("samira", "henk"), "twente", "Minder regels, meer afspraken", 39, "Hengelo"),
    Occasion(430, K.BUSINESS_MEETING, ("willem",), "cleantech", "Opvolging zonder opvolger", 52, "Apeldoorn"),
    Occasion(396, K.PRESENTATION, ("marleen", "bram"), "vechtdal", "Loslaten voor gevorderden", 44, "Ommen"),
    Occasion(371, K.WORKSHOP, ("noor",), "kennispoort", "Open cijfers, open gesprek", 25, "Zwolle"),
    Occasion(342, K.COMPANY_VISIT, ("yusuf",), "cleantech", "Een fabriek zonder chefs", 21, "Deventer"),
    Occasion(318, K.PANEL, ("noor", "yusuf"), "boost", "Vier dagen, acht ploegen", 88, "Enschede"),
    Occasion(300, K.PRESENTATION, ("bram",), "twente", "Drie producten uit een vrije middag", 61, "Hengelo"),
    Occasion(262, K.PRESENTATION, ("chidi",), "cleantech", "Cijfers van de werkvloer", 47, "Apeldoorn"),
    Occasion(236, K.WORKSHOP, ("marleen",), "kennispoort", "Plannen zonder planner", 27, "Zwolle"),
    Occasion(205, K.BUSINESS_MEETING, ("bram", "yusuf"), "deventer", "Baas af en toch ondernemer", 72, "Deventer",
             outcome="Zes ondernemers willen in januari langskomen."),
    Occasion(176, K.PRESENTATION, ("jeroen",), "deventer", "De balie is weg", 33, "Deventer"),
    Occasion(158, K.PANEL, ("chidi", "fatima"), "ikt", "Meten of praten?", 58, "Almelo",
             outcome="Felle discussie; iedereen bleef tot het licht uitging."),
    Occasion(131, K.INTERVIEW, ("chidi",), "twente", "De monteur aan het woord", 60),
    Occasion(118, K.COMPANY_VISIT, ("samira",), "boost", "Kijken bij Tandem", 17, "Hengelo"),
    Occasion(96, K.PRESENTATION, ("ruben",), "kennispoort", "De lange tafel van zes uur", 38, "Zwolle",
             outcome="Chauffeur Wim kreeg meer vragen dan Ruben."),
    Occasion(82, K.WORKSHOP, ("noor",), "twente", "Begin met één grafiek", 23, "Hengelo"),
    Occasion(61, K.PRESENTATION, ("marleen",), "cleantech", "Koffie halen als leiderschap", 31, "Apeldoorn",
             outcome="Twee zorgbedrijven vroegen meteen om een vervolg."),
    Occasion(22, K.PRESENTATION, ("bram",), "vechtdal", "De vrijdag waarop niets lukte", 35, "Ommen",
             outcome="Eerlijkheid werkt: volle zaal, veel herkenning."),
)  # fmt: skip

OTHER = (
    # No outcome yet: the day has passed.
    Occasion(4, K.COMPANY_VISIT, ("ruben",), "cleantech", "Meerijden met een chauffeur", None, "Zwolle",
             status=PodiumStatus.AGREED, changed=30, expected=15),
    Occasion(2, K.INTRODUCTION, ("fatima",), "", "Kennismaken met het kantoor", None, "Deventer", origin=OWN,
             status=PodiumStatus.AGREED, host="Ondernemerstafel Deventer", changed=21, expected=25),
    # To come.
    Occasion(-9, K.COMPANY_VISIT, ("yusuf",), "cleantech", "Een fabriek zonder chefs", None, "Deventer", open=True,
             status=PodiumStatus.AGREED, changed=33, expected=20, at=("14:00", "16:30")),
    Occasion(-11, K.BUSINESS_MEETING, ("marleen",), "vechtdal", "Ondernemersontbijt: plannen zonder planner", None,
             "Ommen", open=True, status=PodiumStatus.AGREED, changed=26, expected=60, at=("07:30", "09:00")),
    Occasion(-13, K.WORKSHOP, ("samira",), "boost", "Schrap je handboek", None, "Enschede", open=True,
             status=PodiumStatus.AGREED, changed=47, expected=18, at=("13:30", "17:00")),
    Occasion(-34, K.PANEL, ("yusuf",), "ikt", "De ploeg neemt aan", None, "Almelo", status=PodiumStatus.AGREED,
             changed=40, expected=70),
    Occasion(-41, K.ONE_TO_ONE, ("samira",), "", "Een ochtend aan de keukentafel", None, "Borne", private=True,
             status=PodiumStatus.AGREED, origin=OWN, host="een collega uit de kinderopvang", changed=44),
    Occasion(-53, K.WORKSHOP, ("bram", "chidi"), "kennispoort", "In een middag je eerste experiment", None, "Zwolle",
             open=True, status=PodiumStatus.AGREED, changed=18, expected=24, at=("13:00", "16:30")),
    Occasion(-120, K.PRESENTATION, ("yusuf",), "deventer", "Mijn bureau staat aan de lijn", None, "Deventer",
             status=PodiumStatus.AGREED, changed=25, expected=55),
    # Ideas, and one that fell through.
    Occasion(-60, K.WORKSHOP, ("anneke",), "", "Maandag is foutendag", None, "Steenwijk", status=PodiumStatus.IDEA,
             origin=OWN, host="Agrarische collega's in de Kop", changed=14),
    Occasion(-90, K.FAIR, ("ruben",), "twente", "Beurs Slim Werken", None, "Hengelo", status=PodiumStatus.IDEA,
             changed=35),
    Occasion(70, K.PRESENTATION, ("ingrid",), "twente", "Oma's achter de toonbank", None, "Hengelo",
             status=PodiumStatus.CANCELLED, changed=75),
)  # fmt: skip

CONTACTS = (
    Contact("marleen", 12, ContactKind.CALL, "Kijkt uit naar het ontbijt in Ommen. Ze neemt een planner van vroeger mee."),
    Contact("bram", 19, ContactKind.MEETING, "Bijgepraat na zijn avond in Ommen. Hij wil vaker samen met iemand.",
            "Zoekt een collega-pionier voor een duo-verhaal."),
    Contact("yusuf", 26, ContactKind.VISIT, "Rondgelopen in de hal. Drie afspraken staan al vast.",
            "Wil weten hoe je een groep van veertig veilig rondleidt.", follow_up=1),
    Contact("chidi", 33, ContactKind.MAIL, "Stuurt zijn nieuwe cijfers na de jaarwisseling."),
    Contact("samira", 14, ContactKind.CALL, "Wil liever kleine gesprekken dan zalen. Dat past haar ook beter."),
    Contact("ingrid", 74, ContactKind.CALL, "De avond in Hengelo ging niet door, de zaal was dubbel geboekt.",
            "Een beurs waar haar merk bij past.", follow_up=6),
    Contact("jeroen", 48, ContactKind.CALL, "Drukke zomer in de winkel. Vindt zichzelf geen spreker.",
            "Samen een eerste verhaal maken.", follow_up=-8),
    Contact("willem", 57, ContactKind.VISIT, "Herstelt van een operatie en doet het rustig aan.", follow_up=-30),
    Contact("noor", 21, ContactKind.MEETING, "Gaat straks met verlof en draagt haar workshops over."),
    Contact("anneke", 40, ContactKind.CALL, "Heeft een idee voor een workshop, maar nog geen plek.",
            "Een fan in de Kop van Overijssel.", follow_up=3, followed_up=True),
    Contact("ruben", 30, ContactKind.CALL, "De groep rijdt mee in twee vrachtwagens. Verzekering is geregeld."),
    Contact("fatima", 9, ContactKind.MAIL, "Vraagt om een rustige periode rond de jaarrekeningen."),
    Contact("gerda", 190, ContactKind.MEETING, "Was bij de bijeenkomst met ere-leden. Biedt haar hal aan als zaal."),
    Contact("henk", 188, ContactKind.MEETING, "Denkt mee over opvolging in de landbouw."),
)  # fmt: skip


@dataclass(frozen=True)
class Request:
    title: str
    kind: str
    days: int  # ahead
    place: str
    region: str
    theme: str
    asked_by: str
    audience: int
    description: str
    fan: str = ""


REQUESTS = (
    Request("Spreker voor de nieuwjaarsbijeenkomst", K.PRESENTATION, 47, "Deventer", "Cleantech regio",
            "leiderschap", "MKB Deventer", 60,
            "Zestig ondernemers, een half uur, en daarna een borrel. Graag een verhaal dat niet over techniek gaat.",
            fan="deventer"),
    Request("Gastles voor derdejaars", K.INTRODUCTION, 33, "Zwolle", "Regio Zwolle", "jong talent",
            "Hogeschool De Brug", 35, "Onze studenten ondernemen zelf en willen horen wat er misging."),
    Request("Wie ontvangt onze afdeling?", K.COMPANY_VISIT, 61, "Almelo", "Twente", "meten en verbeteren",
            "gemeente Vriezenbrug", 14, "Veertien ambtenaren economie willen zien hoe een ploeg zichzelf stuurt."),
    Request("Stand op de vakbeurs", K.FAIR, 75, "Hengelo", "Twente", "werken met jongeren", "Ondernemend Twente", 200,
            "Op het plein van de beurs is plek voor twee pioniers en een goed gesprek.", fan="twente"),
)  # fmt: skip

BRABANT_FANS = (
    Fan("dok", "Ondernemersdok Tilburg", FanKind.NETWORK, "Hart van Brabant", "Tilburg", 510,
        ("Floor Brekelmans", "programmamaker", "floor"), "Oude loods, nieuwe ideeën, elke donderdag soep."),
    Fan("peel", "Peelkracht", FanKind.TRADE, "De Peel", "Helmond", 280, ("Ad Manders", "voorzitter", "ad"),
        "Maakbedrijven en boeren die elkaar werk gunnen."),
    Fan("west", "Kring West", FanKind.NETWORK, "West-Brabant", "Breda", 450, ("Lieke Roovers", "coördinator", "lieke"),
        "Ondernemers van Bergen tot Breda, bekend om hun eerlijke avonden."),
)  # fmt: skip
BRABANT_PODIA = (
    Occasion(640, K.PRESENTATION, ("sjef",), "peel", "Twee deuren die niemand miste", 66, "Helmond"),
    Occasion(602, K.WORKSHOP, ("mieke",), "dok", "Leren aan het getouw", 18, "Tilburg"),
    Occasion(540, K.BUSINESS_MEETING, ("imran",), "west", "Ritten verdelen bij de koffie", 54, "Breda"),
    Occasion(455, K.PANEL, ("sjef", "twan"), "peel", "Meten is praten", 81, "Helmond"),
    Occasion(410, K.PRESENTATION, ("els",), "dok", "De lege agenda", 47, "Tilburg"),
    Occasion(305, K.COMPANY_VISIT, ("twan",), "peel", "Honderdzes verbeteringen", 22, "Someren"),
    Occasion(262, K.PANEL, ("els", "dorien"), "dok", "Wie beslist er mee?", 44, "Tilburg"),
    Occasion(240, K.PRESENTATION, ("imran", "mieke"), "west", "Vak en vrijheid", 58, "Roosendaal"),
    Occasion(188, K.COMPANY_VISIT, ("twan", "imran"), "peel", "Van kas naar vrachtwagen", 27, "Someren"),
    Occasion(160, K.WORKSHOP, ("mieke",), "dok", "De leerling leidt op", 16, "Tilburg"),
    Occasion(90, K.PRESENTATION, ("sjef",), "west", "De ploeg tekent de hal", 71, "Breda"),
    Occasion(64, K.WORKSHOP, ("dorien", "twan"), "west", "Samen nee zeggen", 19, "Breda"),
    Occasion(40, K.INTERVIEW, ("els",), "dok", "Rust in het rooster", 120),
    Occasion(-17, K.PRESENTATION, ("sjef",), "peel", "Een hal op maat van mensen", None, "Helmond", open=True,
             status=PodiumStatus.AGREED, changed=30, expected=50, at=("19:30", "21:30")),
    Occasion(3, K.WORKSHOP, ("imran",), "west", "De eerste koffie", None, "Breda", status=PodiumStatus.AGREED,
             changed=28, expected=20),
)  # fmt: skip
