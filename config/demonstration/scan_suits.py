"""A scan: what would suit a company."""

from config.demonstration.scan_sketches import Asked, Said, Sketch

SUITS = Sketch(
    slug="wat-past-bij-ons",
    title=("Wat past bij ons?", "What would suit us?"),
    summary=(
        "Negen vragen over kunnen, ruimte en willen. Je ziet welke van de drie nu het meeste aandacht vraagt.",
        "Nine questions about ability, room and motivation. You see which of the three asks most attention now.",
    ),
    introduction=(
        "Mensen vernieuwen hun werk pas als drie dingen tegelijk kloppen: ze kunnen het, ze krijgen er de ruimte voor "
        "en ze willen het. Ontbreekt er één, dan helpen de andere twee maar weinig.\n\nVul de scan in voor je eigen "
        "bedrijf of team. Of laat een paar collega's hem los van elkaar invullen en leg de uitkomsten naast elkaar.",
        "People only renew their work when three things are right at once: they can, they get the room, and they want "
        "to. When one is missing, the other two help little.\n\nFill in the scan for your own company or team. Or let a "
        "few colleagues do it apart from each other and compare.",
    ),
    minutes=3,
    source="de drie voorwaarden voor vernieuwend gedrag van M. Schmalenbach (2001)",
    dimensions=(
        (
            ("Kunnen", "Ability"),
            (
                "De kennis en vaardigheden om het anders te doen.",
                "The knowledge and skills to do it differently.",
            ),
        ),
        (
            ("Ruimte", "Room"),
            (
                "Een omgeving die uitdaagt, met ruimte om te proberen en mee te beslissen.",
                "Surroundings that challenge, with room to try and a say.",
            ),
        ),
        (
            ("Willen", "Motivation"),
            ("De zin en de reden om eraan te beginnen.", "The wish and the reason to begin."),
        ),
    ),
    questions=(
        Asked(
            (
                "Weten mensen hoe ze een verbetering kunnen uitproberen?",
                "Do people know how to try an improvement?",
            ),
            1,
        ),
        Asked(
            (
                "Hebben ze de informatie die ze nodig hebben om zelf te beslissen?",
                "Do they have the information to decide for themselves?",
            ),
            1,
        ),
        Asked(
            (
                "Leren collega's van elkaar, over afdelingen heen?",
                "Do colleagues learn from each other, across departments?",
            ),
            1,
        ),
        Asked(("Is er tijd om iets nieuws te proberen?", "Is there time to try something new?"), 2),
        Asked(
            (
                "Mogen mensen meebeslissen over veranderingen in hun eigen werk?",
                "May people decide along about changes in their own work?",
            ),
            2,
            weight=2,
        ),
        Asked(
            ("Krijgt een idee binnen een week een antwoord?", "Does an idea get an answer within a week?"), 2
        ),
        Asked(
            (
                "Zien mensen wat een verandering hun zelf oplevert?",
                "Do people see what a change brings themselves?",
            ),
            3,
        ),
        Asked(
            (
                "Wordt gevierd dat iets is geprobeerd, ook als het niet lukte?",
                "Is it celebrated that something was tried, also when it failed?",
            ),
            3,
        ),
        Asked(
            (
                "Komen ideeën ook van mensen van wie je het niet verwacht?",
                "Do ideas also come from people you do not expect them from?",
            ),
            3,
        ),
    ),
    advice=(
        Said(
            None,
            0,
            39,
            ("Kies één van de drie", "Choose one of the three"),
            (
                "Alles tegelijk aanpakken werkt niet. Begin met de kant die het laagst scoort: daar zit de rem.",
                "Tackling everything at once does not work. Start with the side that scores lowest: that is the brake.",
            ),
        ),
        Said(
            None,
            40,
            69,
            ("De basis is er", "The basis is there"),
            (
                "Twee van de drie zijn redelijk op orde. Haal de rem eraf bij de derde, dan komt er vaart in.",
                "Two of the three are fairly in order. Take the brake off the third, and things will move.",
            ),
        ),
        Said(
            None,
            70,
            100,
            ("Jullie zijn er klaar voor", "You are ready for it"),
            (
                "Mensen kunnen, mogen en willen. Zoek nu een vraagstuk dat ertoe doet, en geef het uit handen.",
                "People can, may and want to. Now find a question that matters, and hand it over.",
            ),
        ),
        Said(
            1,
            0,
            59,
            ("Leer in het werk", "Learn at work"),
            (
                "Een korte werkvorm in een gewoon overleg leert meer dan een cursus op vrijdag. Kies er één en doe hem drie keer.",
                "A short exercise in an ordinary meeting teaches more than a course on Friday. Choose one and do it three times.",
            ),
        ),
        Said(
            1,
            60,
            100,
            ("Ze kunnen het", "They can"),
            ("Laat mensen het aan een ander team voordoen.", "Let people show it to another team."),
        ),
        Said(
            2,
            0,
            59,
            ("Maak ruimte, letterlijk", "Make room, literally"),
            (
                "Twee uur per twee weken, in de agenda, met een vaste plek. En een afspraak over wat een team zelf mag beslissen.",
                "Two hours every two weeks, in the diary, in a fixed place. And an agreement on what a team may decide itself.",
            ),
        ),
        Said(
            2,
            60,
            100,
            ("Er is ruimte", "There is room"),
            ("Bewaak die als het druk wordt.", "Guard it when it gets busy."),
        ),
        Said(
            3,
            0,
            59,
            ("Vraag waarom", "Ask why"),
            (
                "Weerstand is meestal een goed argument dat nog niemand hoorde. Luister eerst, los daarna pas iets op.",
                "Resistance is mostly a good argument that nobody heard yet. Listen first, then solve.",
            ),
        ),
        Said(
            3,
            60,
            100,
            ("De zin is er", "The wish is there"),
            ("Laat zien wat er van ideeën terechtkwam.", "Show what became of ideas."),
        ),
    ),
    takings=31,
    seed=11,
)
