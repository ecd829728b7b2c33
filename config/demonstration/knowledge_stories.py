"""The stories of made-up pioneers. Days are counted back from the day the demonstration is made."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tale:
    who: str  # key of the person
    slug: str
    theme: str  # slug of a theme
    days: int  # online since so many days; negative: planned
    title: str
    lead: str
    body: str
    quote: str
    lessons: tuple[str, ...]
    figures: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    english: dict[str, str] = field(default_factory=dict)
    scene: str = ""  # a drawn photo, see scenes.py
    scene_alt: str = ""
    state: str = "online"  # online, asked (waits for approval), handed_in


TALES = (
    Tale(
        "marleen", "het-rooster-uit-handen", "loslaten", 34,
        "Het rooster uit handen",
        "Drie mensen maakten het rooster voor achtenveertig collega's, en toch belde er elke zondag iemand. "
        "Marleen Oosterveld gaf de lege bladen aan de teams. De eerste maand was verschrikkelijk.",
        """Op zondagavond om tien voor negen ging de telefoon. Weer. Een collega met koorts, een gat in de vroege dienst, en drie planners die het gat met een ander gat vulden. Ik zat aan de keukentafel en dacht: wij zijn een bedrijf dat zorgt voor mensen, en we behandelen onze eigen mensen als vakjes.

## Eén afspraak

We begonnen met twee teams die het wilden. Ze kregen lege bladen en één afspraak: **het moet voor de cliënt goed zijn**. Verder niets. Geen handleiding, geen systeem, geen planner die meekeek. Dat laatste was het moeilijkst, vooral voor mij.

De eerste week hing er een blad met elf namen op de maandag en twee op de zaterdag. Ik heb mijn jas gepakt en koffie gehaald. Toen ik terugkwam, stonden ze met z'n allen voor het bord te schuiven. Iemand zei: dan doe ik de zaterdag, als jij mijn dochter van zwemles haalt.

## Wat misging

In maand twee liep één team vast. Twee collega's kozen altijd het eerst en de rest zweeg. Wij dachten dat zelf roosteren over roosters ging. Het ging over durven zeggen dat iets niet eerlijk is. Daar hebben we hulp bij gehaald: drie middagen, een begeleider, en vooral veel stilte.

> Vertrouwen is geen gevoel. Het is een afspraak die je nakomt als het tegenzit.

## En nu

De planners zijn er nog. Eén werkt weer in de wijk, twee helpen andere teams op gang. Het ziekteverzuim is gehalveerd. En op zondagavond is het stil, al kijk ik soms nog naar de telefoon.""",
        "We gaven het rooster uit handen. Dat was doodeng, en het werkt.",
        (
            "Begin met het team dat wil, niet met het team dat moet",
            "Geef één afspraak mee in plaats van twintig regels",
            "Haal koffie als het spannend wordt",
            "Vertel ook wat er misging: daar leren anderen van",
        ),
        ("-50 % | ziekteverzuim in twee jaar", "48 | collega's die zelf plannen", "3 → 0 | planners met een dagtaak"),
        tools=("zelf-roosteren", "terugblik-zonder-schuld"),
        tags=("roosters", "zorg", "vertrouwen"),
        english={
            "title": "The roster out of our hands",
            "lead": "Three people made the roster for forty-eight colleagues, and still somebody called every Sunday. "
            "Marleen Oosterveld gave the empty sheets to the teams. The first month was dreadful.",
            "body": """On Sunday evening at ten to nine the telephone rang. Again. A colleague with a fever, a gap in the early shift, and three planners who filled the gap with another gap. I sat at the kitchen table and thought: we are a company that cares for people, and we treat our own people as boxes.

## One rule

We began with two teams that wanted to. They got empty sheets and one rule: **it has to be good for the client**. Nothing more. No manual, no system, no planner looking over their shoulder. That last part was the hardest, above all for me.

The first week a sheet hung there with eleven names on Monday and two on Saturday. I took my coat and fetched coffee. When I came back they all stood in front of the board, moving names.

## What went wrong

In the second month one team got stuck. Two colleagues always chose first and the others kept silent. We thought that making your own roster was about rosters. It was about daring to say that something is not fair.

## And now

The planners are still here. One works with clients again, two help other teams to start. Absence is half of what it was. And on Sunday evening it is quiet.""",
            "quote": "We let go of the roster. It was terrifying, and it works.",
            "lessons": "Begin with the team that wants to, not with the one that has to\n"
            "Give one rule instead of twenty\nFetch coffee when it gets exciting\nTell what went wrong as well",
            "figures": "-50 % | absence in two years\n48 | colleagues who plan themselves\n3 → 0 | planners with a full day's work",
        },
        scene="board", scene_alt="Getekend: vier mensen schuiven kaartjes op een groot roosterbord",
    ),
    Tale(
        "chidi", "halveer-het-tweede-bezoek", "meten", 62,
        "Halveer het tweede bezoek",
        "Eén op de drie storingen vroeg om een tweede rit. De monteurs van Okafor Koeltechniek gingen het zelf bijhouden, "
        "op een whiteboard naast de koffie. Het cijfer dat Chidi het liefst verborg, hielp het meest.",
        """Ik ben monteur geweest. Ik weet dus hoe het voelt om bij een slager voor een warme koelcel te staan met het verkeerde onderdeel in je bus. Je zegt: ik ben morgen terug. En je denkt: dit had gisteren al gekund.

## Een bord naast de koffie

We hebben geen programma gekocht. We hebben een bord opgehangen. Elke ploeg schreef erop hoeveel bezoeken in één keer klaar waren, en wat er miste als het niet lukte. Niemand werd op zijn cijfer aangesproken, dat hadden we beloofd. De eerste maand stond er 64. Ik schaamde me, want ik had klanten altijd verteld dat het negentig was.

## De bus van Tineke

De doorbraak kwam van onze jongste monteur. Tineke legde haar lijst naast die van haar collega's en zag dat negen van de tien missers om dezelfde veertien onderdelen gingen. Veertien! Ze richtte haar bus opnieuw in. Na zes weken vroegen de anderen of ze mochten kijken.

## Cijfers die mogen tegenvallen

Nu staat het bord op 83. Vorige zomer zakte het naar 71, want het was heet en we waren moe. Dat schreef ik er met een grote letter bij. **Een cijfer dat alleen mag stijgen, wordt vanzelf gelogen.**""",
        "Wie het werk doet, ziet het als eerste beter kan.",
        (
            "Laat de mensen meten die het werk doen",
            "Beloof dat niemand op het cijfer wordt afgerekend, en houd je eraan",
            "Hang het op waar koffie is",
        ),
        ("36 → 17 % | storingen die een tweede rit vragen", "14 | onderdelen die het verschil maakten"),
        tools=("een-cijfer-op-de-muur",),
        tags=("meten", "techniek"),
        english={
            "title": "Halve the second visit",
            "lead": "One in three breakdowns took a second trip. The engineers of Okafor Koeltechniek began to keep count, "
            "on a whiteboard beside the coffee. The figure Chidi would rather hide helped most.",
            "body": """I used to be an engineer. So I know how it feels to stand in front of a butcher's warm cold store with the wrong part in your van.

## A board beside the coffee

We did not buy a program. We put up a board. Every crew wrote down how many visits were done in one go, and what was missing when they were not. The first month it said 64. I was ashamed, because I had always told customers it was ninety.

## Figures that may disappoint

Now the board says 83. Last summer it fell to 71, for it was hot and we were tired. I wrote that beside it in a large hand. **A figure that may only rise will be a lie before long.**""",
            "quote": "Whoever does the work sees first what can be better.",
            "lessons": "Let those measure who do the work\nPromise that nobody is judged by the figure, and keep it\n"
            "Hang it where the coffee is",
            "figures": "36 → 17 % | breakdowns that take a second trip\n14 | parts that made the difference",
        },
    ),
    Tale(
        "samira", "acht-bladzijden", "vertrouwen", 96,
        "Acht bladzijden",
        "Het handboek van Tandem Kinderopvang telde honderdtwintig bladzijden. Niemand las het, iedereen was er bang voor. "
        "In één voorjaar schrapten de teams er honderdtwaalf.",
        """Op bladzijde 37 stond hoe je een kind optilt dat valt. Ik heb het opgezocht toen er een kind viel en niemand het optilde. Niet omdat ze niet wilden. Omdat ze niet zeker wisten of het mocht.

## Drie stapels

We knipten het handboek letterlijk in stukken. Elke regel op een strookje, de hele gymzaal vol. Drie stapels: moet van de wet, willen we zelf, weten we niet meer waarom. De derde stapel was de grootste. Daar zaten regels bij die ooit gemaakt waren voor één collega, die al zes jaar weg was.

## De dag dat het misging

In juni liep er een peuter de poort uit. Vier meter, de juf erachteraan, iedereen geschrokken. De oude Samira had die avond een regel geschreven. Nu zaten we met het team op de rand van de zandbak. Zij bedachten een haakje en een afspraak. Dat haakje hangt er nog.

## Wat overbleef

Acht bladzijden. De laatste is leeg. Daar schrijft elk team op wat het dit jaar met elkaar afspreekt. In potlood.""",
        "Regels maak je voor de dag dat je elkaar even niet vertrouwt. Die dag kwam bijna nooit.",
        (
            "Vraag van elke regel: van wie is hij, en waarom",
            "Een fout vraagt om een gesprek, niet om een bladzijde",
            "Schrijf afspraken in potlood",
        ),
        ("120 → 8 | bladzijden handboek", "85 | collega's die meeschrapten"),
        tools=("schrap-een-regel", "netwerkambitie"),
        tags=("regels", "kinderopvang"),
    ),
    Tale(
        "bram", "de-vrijdag-waarop-niets-lukte", "ideeen", 18,
        "De vrijdag waarop niets lukte",
        "Elke vrijdagmiddag bouwen de timmerlieden van Lansink aan iets van henzelf. Eén idee is nu een derde van de omzet. "
        "Bram Lansink vertelt over de andere veertig.",
        """Mensen vragen altijd naar het kozijn. Begrijpelijk, het kozijn dat zonder steiger past is mooi en het verkoopt. Maar als je alleen het kozijn vertelt, denkt iedereen dat het een kwestie van een goed idee is.

## Veertig keer niets

We begonnen vijf jaar geleden, twee uur per week, met hout dat toch al lag. Het eerste jaar kwam er een vogelhuis uit dat lekte. Het tweede jaar een bankje waar je klem in zat. Mijn vader liep door de werkplaats en zei: dat kost je een timmerman per week. Hij had gelijk. Ik heb het toen bijna gestopt.

## Waarom ik niet stopte

Op een vrijdag in november lukte er werkelijk niets. De lijm hield niet, de zaag was bot, en om kwart over vier zaten we met z'n negenen op de grond te lachen. Op maandag kwam Gerben naar me toe. Hij werkte hier zestien jaar en had nooit iets gezegd. Hij zei: ik heb nagedacht over die lijm.

Dat was het kozijn nog niet. Dat kwam twee jaar later. Maar het was wel het moment waarop het begon.

## De rekening

Ik heb het nageteld: 41 dingen, waarvan er drie geld opleveren. Die drie betalen de andere 38, en dan blijft er genoeg over.""",
        "Op vrijdagmiddag is de werkplaats van iedereen. Er kwamen drie nieuwe producten uit.",
        (
            "Reken op veertig mislukkingen en vertel dat vooraf",
            "Gebruik wat er al ligt, dan durft iedereen het te verknallen",
            "Kijk niet naar het idee maar naar wie er begint te praten",
        ),
        ("3 van 41 | ideeën die geld opleveren", "33 % | van de omzet uit één ervan", "2 uur | per week"),
        tools=("vrijdagmiddag", "terugblik-zonder-schuld"),
        tags=("ideeën", "bouw", "fouten"),
    ),
    Tale(
        "yusuf", "mijn-bureau-staat-aan-de-lijn", "leiderschap", 140,
        "Mijn bureau staat aan de lijn",
        "Yusuf Demir wist alles van kunststof en daarom vroeg niemand hem iets. Hij verhuisde zijn bureau naar de fabriekshal "
        "en nam zich één ding voor: geen antwoorden meer.",
        """Ik was een baas die alles wist. Dat klinkt als een compliment. Het betekende dat honderddertig mensen op mij wachtten.

## Drie weken met mijn mond dicht

Ik zette mijn bureau naast lijn 4. De eerste dag kwamen er zeventien mensen met een vraag. Ik had me voorgenomen terug te vragen: wat zou jij doen? Zestien wisten het. De zeventiende wilde weten waar de nietjes lagen.

## Acht ploegen

Een jaar later plannen de ploegen zelf. Ze kopen hun grondstof, ze voeren de gesprekken met nieuwe mensen. Ik teken nog voor machines. De tweede winter ging het mis: twee ploegen kochten dezelfde voorraad en we zaten tot het plafond in groene korrels. Mijn hand ging al naar de telefoon. Toen belden zij: we hebben een koper gevonden in Hasselt.

## Wat ik mis

Ik mis het oplossen. Dat is het eerlijke antwoord. Op donderdag repareer ik daarom oude brommers, thuis, in de schuur. Daar weet ik nog steeds alles.""",
        "Ik gaf mijn kantoor op voor een plek aan de lijn. Sindsdien weet ik waar het over gaat.",
        (
            "Stel de vraag terug, ook als je het antwoord weet",
            "Zoek een plek waar je het oplossen kwijt kunt",
            "Wacht één telefoontje langer dan je volhoudt",
        ),
        ("8 | ploegen die zelf plannen en inkopen", "17 | vragen op de eerste dag"),
        tools=("vraag-terug",),
        tags=("leiderschap", "industrie"),
    ),
    Tale(
        "noor", "begin-met-een-grafiek", "meten", 201,
        "Begin met één grafiek",
        "Bij Veldwerk Software ziet iedereen alles: omzet, uren, salarissen. Dat begon met een vertrekgesprek dat pijn deed "
        "en met één grafiek die niemand begreep.",
        """Hij ging weg en zei waarom. Niet om het geld, zei hij, maar omdat hij er niets van snapte. Ik heb dat gesprek drie keer teruggespeeld in mijn hoofd. Hij had gelijk. Wij maken software die dingen zichtbaar maakt, en zelf leefden we in de mist.

## Eén grafiek

We begonnen niet met alles. We hingen één grafiek op: hoeveel uren gaan er naar klanten, en hoeveel naar onszelf. Er was meteen ruzie over wat die lijn betekende. Dat was precies de bedoeling.

## Salarissen

Na een jaar vroeg iemand om de salarissen. Ik sliep er slecht van. We spraken een half jaar af om het eerlijk te maken voordat het open ging, en dat halve jaar kostte ons geld. Toen de lijst op tafel lag, was het elf seconden stil. Daarna vroeg iemand of er nog taart was.

## Vier dagen

De vierdaagse week kwam daar vanzelf uit. Als iedereen ziet waar de uren blijven, zie je ook welke je niet mist.""",
        "Wij werken vier dagen en leveren meer. Ik heb de grafiek bij me.",
        (
            "Begin met één grafiek, niet met alles",
            "Maak het eerst eerlijk, dan open",
            "Reken op elf seconden stilte",
        ),
        ("27 | collega's die alles zien", "4 | dagen per week", "+9 % | uren voor klanten"),
        tools=("een-cijfer-op-de-muur",),
        tags=("open cijfers", "ict"),
    ),
    Tale(
        "anneke", "maandag-is-foutendag", "ideeen", 9,
        "Maandag is foutendag",
        "Elke maandag vertelt iemand bij Schuurman Tuinen wat er misging. Het begon met een partij verkeerde aarde en een "
        "hovenier die het durfde te melden.",
        """Twaalf kuub aarde, verkeerd gemengd, en de vrachtwagen was al weg. Lars stond in mijn kantoor met zijn pet in zijn hand. Hij had het ook kunnen onderploegen. Niemand had het gemerkt, tot het voorjaar.

## Eerst ik

Ik heb Lars bedankt en daarna niet geslapen. Want ik wist: als hij het durfde te zeggen, hoeveel zeggen de anderen dan niet? De maandag erna vertelde ik zelf wat ik had verprutst. Een offerte, acht mille, een komma. Het bleef stil. De tweede maandag weer ik. De derde maandag stak de stagiair haar vinger op.

## Een daktuin die half zo zwaar is

Die verkeerde aarde bleek licht. Heel licht. Een klant met een plat dak wilde al jaren groen en mocht het niet van de constructeur. Nu wel. Het mengsel heet hier nog steeds Lars.

## Nog maar net

We doen dit pas veertien maanden. Vraag me over drie jaar of het werkt. Maar ze willen om de beurt, en dat had ik nooit gedacht.""",
        "Onze beste uitvinding begon als een fout die iemand durfde te melden.",
        (
            "Vertel eerst drie keer je eigen fout",
            "Bedank voordat je oplost",
            "Geef de fout een naam die je durft te zeggen",
        ),
        ("60 | maandagen met een fout", "½ | van het gewicht van een gewone daktuin"),
        tools=("terugblik-zonder-schuld",),
        tags=("fouten", "groen"),
    ),
    Tale(
        "ruben", "de-lange-tafel-van-zes-uur", "vertrouwen", 118,
        "De lange tafel van zes uur",
        "Om zes uur 's ochtends verdelen de chauffeurs van Kolkman Logistiek hun ritten zelf, aan een tafel van elf meter. "
        "De planner rijdt nu ook.",
        """Wim rijdt al dertig jaar. Hij weet dat je op dinsdag niet voor achten in Raalte moet zijn, want dan staat de markt er. Ons systeem wist dat niet. Dus reed Wim elke dinsdag voor niets, en elke dinsdag zei hij het, en elke dinsdag zei de planner: het systeem.

## Een tafel van steigerhout

We hebben een tafel laten maken waar iedereen aan past. De ritten liggen er op kaartjes. Wie een klant kent, pakt die klant. Wie kinderen naar school brengt, pakt een late. In de eerste week bleef er elke dag één rit liggen die niemand wilde: Steenwijk, drie adressen, geen parkeerplek. Die loten we nu. De verliezer krijgt een gehaktbal.

## Een tiende minder diesel

Ik had gehoopt op rust. Het werd ook goedkoper, een tiende minder kilometers. Ik neem Wim mee naar elk podium. De zaal vraagt hem meer dan mij, en terecht.""",
        "Een chauffeur die zijn eigen route kiest, rijdt minder kilometers. Vraag het hem zelf, hij gaat mee.",
        (
            "Wie de straat kent, plant beter dan wie de kaart kent",
            "Zoek een eerlijke manier voor het werk dat niemand wil",
            "Neem degene mee die het doet",
        ),
        ("-10 % | kilometers en diesel", "74 | chauffeurs en collega's aan tafel"),
        tools=("zelf-roosteren", "vraag-terug"),
        tags=("logistiek", "roosters"),
    ),
    Tale(
        "fatima", "een-gesprek-per-maand", "vertrouwen", -12,
        "Een gesprek per maand",
        "Bouzidi Accountants schafte het beoordelingsgesprek af. Ieder kiest nu een maat voor een gesprek per maand, "
        "zonder formulier.",
        """Als accountant weet ik wat een cijfer kan. Ik weet ook wat het niet kan. Toch gaf ik mijn mensen elk jaar in januari een cijfer.

## De maat

Nu kiest ieder een maat. Eén uur per maand, buiten de deur, geen verslag. Twee vragen: wat ging goed, en wat zeg je liever niet?

## Wat het kost

Negentien mensen, twaalf uur per jaar. Ik heb het uitgerekend, natuurlijk. Het kost minder dan de formulieren.""",
        "We schaften het beoordelingsgesprek af. De eerlijkheid ging omhoog.",
        ("Kies zelf je maat", "Geen verslag, wel een vaste dag"),
        ("19 | collega's met een maat",),
        tags=("gesprek",),
    ),
    Tale(
        "jeroen", "de-balie-is-weg", "loslaten", 0,
        "De balie is weg",
        "Wie sleutelt, praat ook met de klant. De eerste maand was rommelig, de tweede druk en de derde de beste ooit.",
        """Bij ons in het dorp kent iedereen iedereen, behalve de monteur. Die stond achter, ik stond voor, en ertussen hing een gordijn.

## Het gordijn

We haalden eerst het gordijn weg en toen de balie. Klanten liepen de werkplaats in en vroegen van alles. Henri, die nooit iets zegt, bleek de beste verkoper van Salland.

## Rommelig

De eerste maand raakten we twee fietsen kwijt. Ze stonden bij de verkeerde klant.""",
        "Sinds de monteur zelf de klant belt, hebben we geen klachten meer. Alleen vragen.",
        ("Haal eerst het gordijn weg", "Reken op één rommelige maand"),
        ("0 | klachten sinds het voorjaar",),
        tags=("klant", "winkel"),
        state="asked",
    ),
    Tale(
        "ingrid", "een-wachtlijst-voor-de-vroege-dienst", "loslaten", 0,
        "Een wachtlijst voor de vroege dienst",
        "",
        """## Hoe het was

De nachtploeg kreeg ik niet meer rond. Elke week stond ik zelf te kneden.

## Wat we deden

Ik vroeg iedereen wanneer hij wél wilde werken. Scholieren, oma's, mensen die net in Nederland waren. Daar bouwde ik de productie omheen. Het brood is nu om negen uur klaar in plaats van om zes. Niemand heeft geklaagd.

## Wat het opleverde

Een wachtlijst voor de vroege dienst. En een oma die beter kneedt dan ik.""",
        "",
        (),
        tags=("roosters", "bakkerij"),
        state="handed_in",
    ),
)  # fmt: skip
