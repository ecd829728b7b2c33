"""Themes, facts with their sources, links and collections of the demonstration.

The figures are those of the real network's record and of the literature it stands on.
"""

THEMES = (  # slug, name, name in English, in one sentence, in English
    ("loslaten", "loslaten", "letting go", "Het werk teruggeven aan wie het doet, en er zelf bij blijven.",
     "Giving the work back to those who do it, and staying near."),
    ("vertrouwen", "vertrouwen", "trust", "Minder regels, meer afspraken.", "Fewer rules, more agreements."),
    ("ideeen", "ideeën en fouten", "ideas and mistakes", "Ruimte om te proberen, en te vertellen wat mislukte.",
     "Room to try, and to tell what failed."),
    ("meten", "meten wat telt", "measuring what counts", "Eén cijfer dat iedereen begrijpt.",
     "One figure that everybody understands."),
    ("leiderschap", "leiderschap", "leadership", "Vragen stellen in plaats van antwoorden geven.",
     "Asking instead of answering."),
    ("samenwerken", "samenwerken", "working together", "Met andere organisaties, vanaf de eerste dag.",
     "With other organisations, from the first day."),
)  # fmt: skip

# figure, statement, in English, how to read it, source, year, theme, keywords
PROGRAMME = "Provincie Overijssel en P2, actielijn sociale en organisatorische innovatie"
FACTS = (
    ("75 %", "van een geslaagde innovatie is sociaal en organisatorisch; 25 procent is techniek.",
     "of successful innovation is social and organisational; 25 per cent is technology.",
     "Een machine kopen is het kleinste deel. Hoe mensen ermee werken, bepaalt of het iets wordt.",
     "Volberda, aangehaald in " + PROGRAMME, 2014, "leiderschap", ("innovatie",)),
    ("12.750", "mkb-bedrijven telt de doelgroep in Overijssel.",
     "small and medium companies make up the target group in Overijssel.",
     "Bedrijven met meer dan 5 en minder dan 250 medewerkers.", "Provincie Overijssel", 2014, "", ("mkb",)),
    ("1.775", "ondernemers werden bereikt, terwijl er 450 waren beoogd.",
     "entrepreneurs were reached, where 450 had been aimed at.",
     "Geteld in de zaal, over vier jaar en 38 bijeenkomsten.", PROGRAMME, 2019, "", ("bereik",)),
    ("480", "bedrijven kwamen in beweging; het doel was 100.",
     "companies set to work; the target was 100.",
     "Geactiveerd wil zeggen: ze zetten zelf een concrete stap.", PROGRAMME, 2019, "loslaten", ("resultaat",)),
    ("38", "bijeenkomsten met fans leverden dat bereik op.",
     "meetings with fans led to that reach.",
     "Bestaande netwerken boden het podium; er werd niets nieuws opgetuigd.", PROGRAMME, 2019, "samenwerken", ("fans",)),
    ("3 keer", "per jaar zoekt een ambassadeur minstens het podium.",
     "a year, at least, an ambassador takes the stage.",
     "In een zaal of in de media. Drie is genoeg om gezien te worden en weinig genoeg om vol te houden.",
     PROGRAMME, 2019, "", ("belofte",)),
    ("12", "ondernemers waren genoeg om een provincie in beweging te krijgen.",
     "entrepreneurs were enough to set a province in motion.",
     "Een kleine groep met gezag bij vakgenoten doet meer dan een grote campagne.", PROGRAMME, 2019, "vertrouwen", ("pioniers",)),
    ("€ 400.000", "kostte het programma in vier jaar.",
     "was what the programme cost in four years.",
     "De helft ging naar ontwikkeling en uitvoering, € 150.000 naar leerkringen, € 50.000 naar middelen en bijeenkomsten.",
     PROGRAMME, 2019, "", ("budget",)),
    ("3", "voorwaarden voor vernieuwend gedrag werken alleen samen: kunnen, mogen en willen.",
     "conditions for innovative behaviour only work together: ability, room and motivation.",
     "Kennis zonder ruimte leidt tot frustratie, ruimte zonder zin tot niets.", "Schmalenbach", 2001, "ideeen", ("gedrag",)),
    ("5", "drijfveren houden iemand vol als vrijwillig gezicht: loopbaan, waarden, contact, leren en plezier.",
     "motives keep somebody going as a volunteer: career, values, contact, learning and enjoyment.",
     "Wie weet wat iemand drijft, vraagt het juiste podium.", "Clary en anderen, Journal of Personality and Social Psychology",
     1998, "vertrouwen", ("motivatie",)),
    ("5", "fasen doorloopt een groep: vormen, stormen, normen, presteren en afscheid nemen.",
     "phases a group goes through: forming, storming, norming, performing and adjourning.",
     "Niet iedereen zit tegelijk in dezelfde fase. In het begin stuur je op de taak, later op de relatie.",
     "Tuckman, met Jensen", 1977, "samenwerken", ("groepen",)),
    ("4", "stijlen van leiden vragen om een andere rol: verbinden, coachen, aanjagen en raadplegen.",
     "styles of leadership ask for another role: connecting, coaching, catalysing and consulting.",
     "Welke past, hangt af van de samenhang in de groep en van wat je zoekt: contact of prestatie.",
     "Wind, Klaster en Wilderom, het 4C-model", 2021, "leiderschap", ("leidinggeven",)),
    ("5 – 250", "medewerkers: daartussen ligt het midden- en kleinbedrijf dat we zoeken.",
     "employees: between these lie the companies we look for.",
     "En hoogstens € 50 miljoen omzet of € 43 miljoen balanstotaal.", "Provincie Overijssel", 2014, "", ("mkb",)),
)  # fmt: skip

LINKS = (  # title, address, why, theme, language
    ("Provincie Overijssel", "https://www.overijssel.nl/", "De opdrachtgever, met de regelingen voor ondernemers.", "", "nl"),
    ("HAN University of Applied Sciences", "https://www.han.nl/",
     "Hier kwam de kaart Netwerkambitie vandaan.", "samenwerken", "nl"),
    ("Kamer van Koophandel", "https://www.kvk.nl/", "Onafhankelijke uitleg over ondernemen en samenwerken.", "samenwerken", "nl"),
    ("Eurofound", "https://www.eurofound.europa.eu/", "Research about work and organisation in Europe.", "leiderschap", "en"),
)  # fmt: skip

# slug, title, in English, introduction, in English, stories, tools, facts (first words of the statement)
COLLECTIONS = (
    ("eerste-stap", "Je eerste stap", "Your first step",
     "Nog nooit iets losgelaten? Lees twee verhalen, kies één kaart en begin maandag.",
     "Never let go of anything? Read two stories, choose one card and begin on Monday.",
     ("het-rooster-uit-handen", "maandag-is-foutendag"), ("zelf-roosteren", "terugblik-zonder-schuld"),
     ("van een geslaagde innovatie", "voorwaarden voor vernieuwend gedrag")),
    ("samen-beginnen", "Samen beginnen", "Beginning together",
     "Voor wie met andere organisaties aan tafel gaat: eerst de ambitie, dan de afspraken.",
     "For whoever sits down with other organisations: first the ambition, then the agreements.",
     ("acht-bladzijden",), ("netwerkambitie", "partnerschapskaart"), ("fasen doorloopt een groep", "bijeenkomsten met fans")),
    ("cijfers-voor-op-het-podium", "Cijfers voor op het podium", "Figures for the stage",
     "Vier verhalen en cijfers die een zaal stil krijgen.", "Stories and figures that silence a room.",
     ("halveer-het-tweede-bezoek", "begin-met-een-grafiek"), ("een-cijfer-op-de-muur",),
     ("ondernemers werden bereikt", "van een geslaagde innovatie", "ondernemers waren genoeg")),
)  # fmt: skip
