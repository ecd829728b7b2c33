"""A scan: in which phase a company is."""

from config.demonstration.scan_sketches import Asked, Said, Sketch

PHASE = Sketch(
    slug="in-welke-fase-zit-jouw-bedrijf",
    title=("In welke fase zit jouw bedrijf?", "Which phase is your company in?"),
    summary=(
        "Tien vragen over hoe jullie het werk organiseren. Je ziet waar je staat en wat een goede volgende stap is.",
        "Ten questions about how you organise work. You see where you stand and what a good next step is.",
    ),
    introduction=(
        "Sociale innovatie is een groot woord voor iets dat klein begint: iemand mag zelf iets beslissen, een "
        "overleg verdwijnt, een idee van de werkvloer wordt uitgeprobeerd.\n\nDe scan kijkt naar vier kanten van "
        "je bedrijf. Er is geen goed of fout. Kies steeds wat nu het dichtst bij jullie ligt, niet wat je zou willen.",
        "Social innovation is a big word for something that starts small: somebody may decide for themselves, a "
        "meeting disappears, an idea from the shop floor is tried.\n\nThe scan looks at four sides of your company. "
        "Nothing is right or wrong. Choose what is closest to you now, not what you would wish.",
    ),
    minutes=4,
    source="de vier kanten van sociale innovatie: organiseren, leiden, talent en samenwerken",
    dimensions=(
        (
            ("Anders organiseren", "Organising differently"),
            (
                "Wie beslist over het werk, en hoe snel je kunt bijsturen.",
                "Who decides about work, and how fast you can adjust.",
            ),
        ),
        (
            ("Ruimte geven", "Giving room"),
            (
                "Hoe leidinggevenden vertrouwen geven en fouten laten zijn.",
                "How managers give trust and let mistakes be.",
            ),
        ),
        (
            ("Talent gebruiken", "Using talent"),
            (
                "Of mensen doen waar ze goed in zijn, en blijven leren.",
                "Whether people do what they are good at, and keep learning.",
            ),
        ),
        (
            ("Samen met anderen", "Together with others"),
            (
                "Wat je leert van klanten, collega-bedrijven en scholen.",
                "What you learn from customers, other companies and schools.",
            ),
        ),
    ),
    questions=(
        Asked(
            (
                "Is er de afgelopen twee jaar iets veranderd in hoe jullie het werk organiseren?",
                "Has the way you organise work changed in the past two years?",
            ),
            1,
            (
                (("Nee, eigenlijk niet", "No, not really"), 0),
                (("Ja, één ding", "Yes, one thing"), 2),
                (("Ja, meerdere dingen", "Yes, several things"), 3),
            ),
            weight=2,
        ),
        Asked(
            ("Wat houdt je het meest tegen?", "What holds you back most?"),
            None,
            (
                (("Geen tijd naast het gewone werk", "No time beside the daily work"), 0),
                (("Ik weet niet waar ik moet beginnen", "I do not know where to begin"), 0),
                (("Mijn mensen zitten er niet op te wachten", "My people are not waiting for it"), 0),
                (("Het gaat goed zo", "It is fine as it is"), 0),
            ),
            only_after=(1, 1),
        ),
        Asked(
            (
                "Kunnen teams hun eigen planning of rooster maken?",
                "Can teams make their own planning or roster?",
            ),
            1,
        ),
        Asked(
            (
                "Lost de werkvloer problemen zelf op, zonder eerst toestemming te vragen?",
                "Does the shop floor solve problems itself, without asking first?",
            ),
            1,
        ),
        Asked(
            ("Mag iets mislukken bij jullie?", "May something fail with you?"),
            2,
            help=(
                "Denk aan de laatste keer dat een proef niets opleverde. Wat gebeurde er toen?",
                "Think of the last time a trial came to nothing. What happened then?",
            ),
        ),
        Asked(
            ("Weten mensen waarom besluiten worden genomen?", "Do people know why decisions are taken?"), 2
        ),
        Asked(
            (
                "Besteden leidinggevenden meer tijd aan vragen stellen dan aan antwoorden geven?",
                "Do managers spend more time asking questions than giving answers?",
            ),
            2,
        ),
        Asked(
            (
                "Doen mensen bij jullie het werk waar ze het best in zijn?",
                "Do your people do the work they are best at?",
            ),
            3,
        ),
        Asked(
            (
                "Is er tijd om te leren die niet als eerste sneuvelt bij drukte?",
                "Is there time to learn that is not the first to go when it gets busy?",
            ),
            3,
        ),
        Asked(
            (
                "Kijken jullie regelmatig bij een ander bedrijf binnen?",
                "Do you regularly look inside another company?",
            ),
            4,
        ),
        Asked(
            (
                "Denken klanten of leveranciers mee over hoe jullie werken?",
                "Do customers or suppliers think along about how you work?",
            ),
            4,
        ),
    ),
    advice=(
        Said(
            None,
            0,
            24,
            ("Je staat aan het begin", "You are at the start"),
            (
                "Mooi moment om klein te beginnen. Kies één ergernis die iedereen kent en laat de mensen die er last van "
                "hebben zelf iets uitproberen. Twee weken, niet langer.\n\n**Eerste stap:** vraag deze week drie collega's "
                "wat ze morgen anders zouden doen.",
                "A good moment to start small. Choose one annoyance that everybody knows and let those who suffer from it "
                "try something. Two weeks, no longer.\n\n**First step:** ask three colleagues this week what they would do "
                "differently tomorrow.",
            ),
        ),
        Said(
            None,
            25,
            49,
            ("De eerste stappen zijn gezet", "The first steps are taken"),
            (
                "Er beweegt iets. Nu is het de kunst om het niet bij losse proeven te laten.\n\n**Volgende stap:** kies "
                "één proef die werkte en spreek af dat het vanaf nu zo gaat.",
                "Something is moving. The art is not to leave it at loose trials.\n\n**Next step:** choose one trial that "
                "worked and agree that this is how it goes from now on.",
            ),
        ),
        Said(
            None,
            50,
            74,
            ("Je bent goed op weg", "You are well under way"),
            (
                "Anders werken is bij jullie geen project meer. Het spannende is nu: loslaten waar je zelf goed in was.\n\n"
                "**Volgende stap:** zoek een ondernemer die een jaar verder is en ga een ochtend kijken.",
                "Working differently is no project any more with you. The exciting part is letting go of what you were good "
                "at.\n\n**Next step:** find an entrepreneur who is a year ahead and go and look for a morning.",
            ),
        ),
        Said(
            None,
            75,
            100,
            ("Jij hebt iets te vertellen", "You have something to tell"),
            (
                "Jullie doen dit al jaren. Anderen kunnen van je leren, ook van wat er misging.\n\n**Volgende stap:** "
                "vertel het op een podium, of nodig een bedrijf uit dat net begint.",
                "You have done this for years. Others can learn from you, also from what went wrong.\n\n**Next step:** tell "
                "it on a stage, or invite a company that is just starting.",
            ),
        ),
        Said(
            1,
            0,
            49,
            ("Begin bij één rooster", "Start with one roster"),
            (
                "Laat één team een maand lang zelf de planning maken. Spreek vooraf af wat niet mag misgaan.",
                "Let one team make its own planning for a month. Agree beforehand what may not go wrong.",
            ),
        ),
        Said(
            1,
            50,
            100,
            ("Houd het zo", "Keep it so"),
            ("Vraag elk kwartaal welke regel er weg kan.", "Ask every quarter which rule can go."),
        ),
        Said(
            2,
            0,
            49,
            ("Vertel wat jou misging", "Tell what went wrong for you"),
            (
                "Mensen durven pas te proberen als ze zien dat jij ook wel eens iets verkeerd hebt ingeschat.",
                "People only dare to try when they see that you too misjudged something once.",
            ),
        ),
        Said(
            2,
            50,
            100,
            ("Er is vertrouwen", "There is trust"),
            (
                "Geef het door: laat een teamleider de volgende proef begeleiden.",
                "Pass it on: let a team leader guide the next trial.",
            ),
        ),
        Said(
            3,
            0,
            49,
            ("Vraag wat iemand nog meer kan", "Ask what else somebody can do"),
            (
                "In elk team zit iemand die iets kan waar niemand naar vroeg. Eén gesprek is genoeg om te beginnen.",
                "In every team there is somebody who can do what nobody asked for. One talk is enough to begin.",
            ),
        ),
        Said(
            3,
            50,
            100,
            ("Talent krijgt ruimte", "Talent gets room"),
            (
                "Kijk of ook nieuwe mensen dat na drie maanden zo ervaren.",
                "See whether newcomers feel it so after three months.",
            ),
        ),
        Said(
            4,
            0,
            49,
            ("Ga eens kijken", "Go and look"),
            (
                "Een ochtend bij een ander bedrijf levert meer op dan een map met adviezen.",
                "A morning at another company brings more than a folder of advice.",
            ),
        ),
        Said(
            4,
            50,
            100,
            ("Je deur staat open", "Your door is open"),
            ("Nodig ook iemand uit die het met je oneens is.", "Invite somebody who disagrees with you too."),
        ),
    ),
    takings=46,
    seed=7,
)
