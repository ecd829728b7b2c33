"""The people of the demonstration networks: made up, with companies and words of their own."""

from dataclasses import dataclass

from ambassadors.models import InnovationPhase, PodiumKind, ProfileType


@dataclass(frozen=True)
class Figure:
    """Somebody made up."""

    key: str
    name: tuple[str, str, str]  # first name, infix, last name
    company: str
    sector: str
    employees: int
    place: str
    region: str
    role: str = "directeur"
    profile: str = ""
    second: str = ""
    phase: str = InnovationPhase.GROWING
    themes: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    travels: str = ""
    speaks: tuple[str, ...] = ("Nederlands",)
    quote: str = ""
    biography: str = ""
    looks: str = ""  # see portraits.Looks
    public: bool = True


ROLES_IN_ENGLISH = {
    "directeur": "director",
    "algemeen directeur": "managing director",
    "eigenaar": "owner",
    "oprichter": "founder",
    "hoofd innovatie": "head of innovation",
}

D, T, C, S, P = (
    ProfileType.DIRECTOR,
    ProfileType.TEACHER,
    ProfileType.COACH,
    ProfileType.SELLER,
    ProfileType.PLAYER,
)
FIRST, GROWING, SEASONED = InnovationPhase.FIRST, InnovationPhase.GROWING, InnovationPhase.SEASONED
K = PodiumKind

PIONEERS = (
    Figure(
        "marleen", ("Marleen", "", "Oosterveld"), "Zorggroep Vechtstroom", "zorg", 48, "Ommen", "Vechtdal",
        profile=T, second=C, themes=("zelf roosteren", "loslaten"),
        likes=(K.WORKSHOP, K.COMPANY_VISIT, K.PRESENTATION), travels="Vechtdal en regio Zwolle",
        quote="We gaven het rooster uit handen. Dat was doodeng, en het werkt.",
        biography=(
            "Drie planners hadden een dagtaak aan het rooster, en nog klopte het niet. Marleen gaf de teams de lege "
            "bladen en één afspraak: het moet voor de cliënt goed zijn. Het ziekteverzuim halveerde. Zelf leerde ze "
            "om koffie te halen als het spannend werd."
        ),
        looks="1,4,4,1,long,round",
    ),
    Figure(
        "chidi", ("Chidi", "", "Okafor"), "Okafor Koeltechniek", "installatietechniek", 34, "Enschede", "Twente",
        role="eigenaar", profile=P, second=T, phase=SEASONED, themes=("ideeën van de werkvloer", "meten en verbeteren"),
        likes=(K.PRESENTATION, K.PANEL, K.FAIR), travels="heel Overijssel", speaks=("Nederlands", "Engels"),
        quote="Wie het werk doet, ziet het als eerste beter kan.",
        biography=(
            "Chidi begon als monteur en nam het bedrijf van zijn oude baas over. Elke ploeg houdt nu zelf bij hoe "
            "snel een storing is opgelost en wat de volgende keer handiger kan. In drie jaar halveerde het aantal "
            "tweede bezoeken. Hij laat graag de cijfers zien, ook die tegenvielen."
        ),
        looks="4,2,5,2,curly,shirt",
    ),
    Figure(
        "ingrid", ("Ingrid", "ter", "Horst"), "Bakkerij Ter Horst", "voeding", 62, "Almelo", "Twente",
        role="eigenaar", profile=S, second=D, themes=("werken met jongeren", "roosters op maat"),
        likes=(K.FAIR, K.INTERVIEW, K.PRESENTATION), travels="Twente en Salland",
        quote="Ik verkoop brood, maar mensen komen terug voor wie er achter de toonbank staat.",
        biography=(
            "De nachtploeg van de bakkerij was niet meer rond te krijgen. Ingrid vroeg haar mensen wanneer zij wél "
            "wilden werken en bouwde daar de productie omheen. Nu staan er scholieren, oma's en statushouders aan "
            "dezelfde tafel, en is er een wachtlijst voor de vroege dienst."
        ),
        looks="0,3,1,1,bob,round",
    ),
    Figure(
        "samira", ("Samira", "el", "Amrani"), "Tandem Kinderopvang", "kinderopvang", 85, "Hengelo", "Twente",
        role="oprichter", profile=C, second=T, themes=("zelfsturende teams", "vertrouwen"), phase=SEASONED,
        likes=(K.ONE_TO_ONE, K.WORKSHOP, K.COMPANY_VISIT), travels="Twente", speaks=("Nederlands", "Arabisch"),
        quote="Regels maak je voor de dag dat je elkaar even niet vertrouwt. Die dag kwam bijna nooit.",
        biography=(
            "Bij Tandem schrapten de teams samen het handboek: van honderdtwintig bladzijden bleven er acht over. "
            "Samira helpt andere ondernemers die dezelfde stap willen zetten, het liefst aan hun eigen keukentafel."
        ),
        looks="3,0,2,4,scarf,shirt,glasses",
    ),
    Figure(
        "willem", ("Willem", "", "Bakhuis"), "Bakhuis Staalbouw", "industrie", 110, "Hardenberg", "Vechtdal",
        role="algemeen directeur", profile=D, phase=SEASONED, themes=("leiderschap", "opvolging"),
        likes=(K.BUSINESS_MEETING, K.INTERVIEW, K.PANEL), travels="heel Overijssel",
        quote="Het moeilijkste besluit was om geen besluiten meer te nemen.",
        biography=(
            "Als derde generatie leidde Willem het staalbedrijf lang zoals zijn vader deed. Tot een voorman zei dat "
            "hij liever naar huis ging dan nog iets te vragen. Vandaag kiezen de ploegen hun eigen voorman en "
            "tekent Willem alleen nog voor bedragen boven een ton."
        ),
        looks="1,4,0,0,bald,shirt,beard",
    ),
    Figure(
        "jeroen", ("Jeroen", "", "Wolbers"), "Wolbers Tweewielers", "detailhandel", 14, "Raalte", "Salland",
        role="eigenaar", profile=S, phase=FIRST, themes=("klant en medewerker", "leren op de werkvloer"),
        likes=(K.PRESENTATION, K.FAIR), travels="Salland",
        quote="Sinds de monteur zelf de klant belt, hebben we geen klachten meer. Alleen vragen.",
        biography=(
            "Jeroen verkoopt fietsen in een dorp waar iedereen iedereen kent. Hij haalde de balie weg: wie sleutelt, "
            "praat ook met de klant. De eerste maand was rommelig, de tweede druk en de derde de beste ooit."
        ),
        looks="5,3,2,0,short,round",
    ),
    Figure(
        "bram", ("Bram", "", "Lansink"), "Lansink Bouw", "bouw", 22, "Dalfsen", "Vechtdal",
        role="eigenaar", profile=D, second=S, themes=("ruimte voor ideeën", "vakmanschap"), phase=SEASONED,
        likes=(K.PRESENTATION, K.BUSINESS_MEETING, K.WORKSHOP, K.COMPANY_VISIT), travels="heel Overijssel",
        quote="Op vrijdagmiddag is de werkplaats van iedereen. Er kwamen drie nieuwe producten uit.",
        biography=(
            "Twee uur per week bouwen de timmerlieden van Lansink aan eigen ideeën, met hout dat toch al lag. Een "
            "ervan, een kozijn dat zonder steiger past, is nu een derde van de omzet. Bram vertelt ook over de "
            "vrijdagen waarop er helemaal niets lukte."
        ),
        looks="0,6,3,1,short,v,beard",
    ),
    Figure(
        "noor", ("Noor", "van der", "Velde"), "Veldwerk Software", "ict", 27, "Zwolle", "Regio Zwolle",
        role="hoofd innovatie", profile=P, second=D, themes=("open cijfers", "vierdaagse week"), phase=GROWING,
        likes=(K.PANEL, K.PRESENTATION, K.WORKSHOP), travels="heel Oost-Nederland", speaks=("Nederlands", "Engels"),
        quote="Wij werken vier dagen en leveren meer. Ik heb de grafiek bij me.",
        biography=(
            "Bij Veldwerk ziet iedereen alles: omzet, uren, salarissen. Noor begon ermee na een vertrekgesprek dat "
            "pijn deed. Sindsdien meet ze elk kwartaal wat openheid oplevert, en waar het schuurt."
        ),
        looks="0,1,1,6,bun,round,glasses",
    ),
    Figure(
        "yusuf", ("Yusuf", "", "Demir"), "Demir Kunststoffen", "industrie", 130, "Deventer", "Cleantech regio",
        profile=C, second=P, themes=("een fabriek zonder chefs", "coachend leiden"), phase=SEASONED,
        likes=(K.COMPANY_VISIT, K.WORKSHOP, K.ONE_TO_ONE), travels="Salland en de Achterhoek",
        speaks=("Nederlands", "Turks"),
        quote="Ik gaf mijn kantoor op voor een plek aan de lijn. Sindsdien weet ik waar het over gaat.",
        biography=(
            "Yusuf was een baas die alles wist, en daarom vroeg niemand iets. Hij verhuisde zijn bureau naar de "
            "fabriekshal en leerde vragen stellen in plaats van antwoorden geven. De acht ploegen plannen, kopen in "
            "en nemen aan. Hij ontvangt graag groepen, met veiligheidsschoenen in alle maten."
        ),
        looks="2,0,3,4,short,round,beard",
    ),
    Figure(
        "anneke", ("Anneke", "", "Schuurman"), "Schuurman Tuinen", "groen", 31, "Steenwijk", "Kop van Overijssel",
        profile=T, phase=FIRST, themes=("leren van fouten", "jong talent"),
        likes=(K.WORKSHOP, K.COMPANY_VISIT), travels="Kop van Overijssel en Zuidwest-Drenthe",
        quote="Onze beste uitvinding begon als een fout die iemand durfde te melden.",
        biography=(
            "Elke maandag vertelt bij Schuurman iemand wat er misging. Eerst alleen Anneke zelf, nu willen ze om de "
            "beurt. Uit een verkeerd gemengde partij aarde kwam een daktuin die half zo zwaar is."
        ),
        looks="0,2,0,5,bob,v",
    ),
    Figure(
        "ruben", ("Ruben", "", "Kolkman"), "Kolkman Logistiek", "logistiek", 74, "Zwolle", "Regio Zwolle",
        profile=S, second=P, themes=("chauffeurs als ondernemers", "duurzame inzetbaarheid"), phase=GROWING,
        likes=(K.FAIR, K.BUSINESS_MEETING, K.COMPANY_VISIT), travels="heel Overijssel",
        quote="Een chauffeur die zijn eigen route kiest, rijdt minder kilometers. Vraag het hem zelf, hij gaat mee.",
        biography=(
            "Ruben laat zijn chauffeurs hun ritten verdelen aan een lange tafel, elke ochtend om zes uur. Het scheelt "
            "een tiende aan diesel en een planner die nu zelf graag rijdt. Naar een podium neemt hij altijd een "
            "chauffeur mee."
        ),
        looks="1,1,2,3,short,shirt",
    ),
    Figure(
        "fatima", ("Fatima", "", "Bouzidi"), "Bouzidi Accountants", "zakelijke diensten", 19, "Deventer",
        "Cleantech regio",
        profile=C, second=T, themes=("gesprek in plaats van beoordeling", "samen beslissen"), phase=GROWING,
        likes=(K.ONE_TO_ONE, K.PANEL, K.INTRODUCTION), travels="Deventer en omstreken",
        speaks=("Nederlands", "Frans"),
        quote="We schaften het beoordelingsgesprek af. De eerlijkheid ging omhoog.",
        biography=(
            "Als accountant weet Fatima wat cijfers niet vertellen. In haar kantoor kiest ieder een maat voor een "
            "gesprek per maand, zonder formulier. Klanten vragen nu of zij dat ook bij hen wil uitleggen."
        ),
        looks="2,0,4,2,curly,round",
    ),
)  # fmt: skip

FORMER = (
    Figure(
        "gerda", ("Gerda", "", "Nijland"), "Nijland Verpakkingen", "industrie", 96, "Rijssen", "Twente",
        profile=D, phase=SEASONED, themes=("leiderschap",), looks="5,5,1,4,bun,shirt",
        quote="Ik kom nog elk jaar, want ik leer meer dan ik breng.",
        biography="Gerda hoorde bij de eerste pioniers. Haar dozenfabriek heeft al tien jaar geen afdelingen meer.",
    ),
    Figure(
        "henk", ("Henk", "", "Wessels"), "Wessels Agrotechniek", "landbouw", 41, "Staphorst", "Kop van Overijssel",
        profile=T, phase=SEASONED, themes=("leren op de werkvloer",), looks="1,4,0,3,bald,round",
        quote="Boeren innoveren elke dag. Ze noemen het alleen werk.",
        biography="Henk leidde zijn bedrijf aan zijn mensen over en staat nu zelf weer twee dagen in de werkplaats.",
    ),
    Figure(
        "aaltje", ("Aaltje", "", "Brinkhuis"), "Hotel De Vechtoever", "horeca", 38, "Gramsbergen", "Vechtdal",
        profile=C, phase=SEASONED, themes=("roosters op maat",), looks="0,3,5,0,long,v",
        quote="Gasten merken als eersten of een team zelf mag beslissen.",
        biography="Aaltje gaf haar keuken en haar receptie één budget en één stem. Ze begeleidt nu starters.",
    ),
    Figure(
        "pim", ("Pim", "de", "Graaf"), "De Graaf Drukwerk", "grafisch", 12, "Deventer", "Cleantech regio",
        profile=S, themes=("vakmanschap",), looks="0,2,4,6,short,round,glasses", public=False,
        quote="", biography=""
    ),
    Figure(
        "lotte", ("Lotte", "", "Hofstede"), "Hofstede Podotherapie", "zorg", 9, "Borne", "Twente",
        profile=P, themes=("open cijfers",), looks="1,1,3,5,bob,round", public=False,
        quote="", biography=""
    ),
)  # fmt: skip

CANDIDATES = (
    Figure(
        "sanne", ("Sanne", "", "Kruitbosch"), "Kruitbosch Interieur", "industrie", 46, "Wierden", "Twente",
        phase=FIRST, themes=("ideeën van de werkvloer",), looks="0,6,0,1,long,v", public=False,

    ),
    Figure(
        "mehmet", ("Mehmet", "", "Yildiz"), "Yildiz Schoonmaak", "facilitair", 155, "Zwolle", "Regio Zwolle",
        phase=GROWING, themes=("werken met jongeren",), looks="2,0,1,0,short,shirt", public=False,

    ),
)  # fmt: skip

BRABANT = (
    Figure(
        "sjef", ("Sjef", "van", "Gerwen"), "Van Gerwen Machines", "industrie", 140, "Helmond", "De Peel",
        profile=D, second=P, phase=SEASONED, themes=("slimme fabriek", "leiderschap"), looks="0,4,1,6,bald,shirt,glasses",
        likes=(K.BUSINESS_MEETING, K.PANEL), travels="heel Brabant",
        quote="Een machine koop je, een ploeg die meedenkt moet je verdienen.",
        biography="Sjef liet zijn monteurs de nieuwe hal tekenen. Zij vonden twee deuren die niemand miste.",
    ),
    Figure(
        "mieke", ("Mieke", "", "Verhoeven"), "Verhoeven Linnen", "textiel", 28, "Tilburg", "Hart van Brabant",
        profile=T, themes=("vakmanschap", "leren op de werkvloer"), looks="1,2,3,1,bun,v",
        likes=(K.WORKSHOP, K.COMPANY_VISIT), travels="Tilburg en omgeving",
        quote="Elke wever leidt een leerling op. Zo blijft het vak, en blijven de mensen.",
        biography="Bij Mieke werken drie generaties aan hetzelfde getouw. De jongste maakte er een webwinkel bij.",
    ),
    Figure(
        "imran", ("Imran", "", "Shah"), "Shah Logistics", "logistiek", 64, "Roosendaal", "West-Brabant",
        profile=S, second=C, themes=("chauffeurs als ondernemers",), looks="3,0,0,0,short,shirt,beard",
        likes=(K.FAIR, K.PRESENTATION), travels="Zuid-Nederland", speaks=("Nederlands", "Engels", "Urdu"),
        quote="Onze vrachtwagens zijn gewoon. Onze ochtendkoffie niet.",
        biography="Imran begint elke dag met een kwartier aan een lange tafel. Daar worden de ritten verdeeld.",
    ),
    Figure(
        "dorien", ("Dorien", "", "Maas"), "Maas Architecten", "bouw", 17, "Breda", "West-Brabant",
        profile=C, themes=("samen beslissen",), looks="0,1,5,5,bob,round,glasses", phase=FIRST,
        likes=(K.ONE_TO_ONE, K.WORKSHOP), travels="West-Brabant",
        quote="We kiezen opdrachten met z'n allen. Nee zeggen is nu een feestje.",
        biography="Het bureau van Dorien stemt over elke grote opdracht. Sindsdien loopt er geen project meer uit.",
    ),
    Figure(
        "twan", ("Twan", "", "Peeters"), "Peeters Groente", "landbouw", 53, "Someren", "De Peel",
        profile=P, themes=("meten en verbeteren",), looks="5,3,4,3,short,v", phase=GROWING,
        likes=(K.PRESENTATION, K.COMPANY_VISIT), travels="de Peel",
        quote="Wij tellen alles. Vooral hoe vaak iemand zegt: zullen we het eens anders doen?",
        biography="In de kas van Twan hangt een bord met verbeteringen. De teller staat dit jaar op honderdzes.",
    ),
    Figure(
        "els", ("Els", "van den", "Broek"), "Van den Broek Zorgt", "zorg", 88, "Oss", "Noordoost-Brabant",
        profile=T, second=S, themes=("zelf roosteren",), looks="1,2,2,2,long,round", phase=GROWING,
        likes=(K.PANEL, K.INTERVIEW), travels="heel Brabant",
        quote="Mijn agenda is leeg. Dat is het bewijs dat het werkt.",
        biography="Els gaf de sleutel van de planning aan wie het werk doet, en kreeg er rust voor terug.",
    ),
)  # fmt: skip
