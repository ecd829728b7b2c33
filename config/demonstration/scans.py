"""Two scans: in which phase a company is, and what would suit it; each filled in by some made-up visitors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.utils import timezone

from config.demonstration.build import World, keep
from knowledgebank import scoring
from knowledgebank.models import Scan, ScanAdvice, ScanAnswer, ScanDimension, ScanQuestion, ScanTaking
from knowledgebank.scans import Sheet
from network import clock

Two = tuple[str, str]
"""Dutch and English."""

HOW_MUCH: Sequence[tuple[Two, int]] = (
    (("Nog niet", "Not yet"), 0),
    (("Hier en daar", "Here and there"), 1),
    (("Meestal wel", "Mostly"), 2),
    (("Ja, dat is gewoon hoe we werken", "Yes, that is simply how we work"), 3),
)


@dataclass(frozen=True)
class Asked:
    text: Two
    dimension: int | None
    answers: Sequence[tuple[Two, int]] = HOW_MUCH
    help: Two = ("", "")
    weight: int = 1
    only_after: tuple[int, int] | None = None  # number of an earlier question, number of its answer


@dataclass(frozen=True)
class Said:
    dimension: int | None
    low: int
    high: int
    title: Two
    body: Two


@dataclass(frozen=True)
class Sketch:
    slug: str
    title: Two
    summary: Two
    introduction: Two
    minutes: int
    source: str
    dimensions: Sequence[tuple[Two, Two]]
    questions: Sequence[Asked]
    advice: Sequence[Said]
    takings: int = 0
    seed: int = field(default=0)


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


def add_scans(world: World) -> None:
    for sketch in (PHASE, SUITS):
        scan = _scan(world, sketch)
        _takings(scan, sketch)


def _scan(world: World, sketch: Sketch) -> Scan:
    (scan,) = keep(
        [
            Scan(
                network=world.network,
                slug=sketch.slug,
                minutes=sketch.minutes,
                source=sketch.source,
                published_on=clock.today() - timedelta(days=200),
                changed_at=timezone.now(),
                **_both(title=sketch.title, summary=sketch.summary, introduction=sketch.introduction),
            )
        ],
        Scan,
    )
    dimensions = keep(
        [
            ScanDimension(scan=scan, position=number, **_both(name=name, explanation=explanation))
            for number, (name, explanation) in enumerate(sketch.dimensions, 1)
        ],
        ScanDimension,
    )
    questions = keep(
        [
            ScanQuestion(
                scan=scan,
                position=number,
                weight=asked.weight,
                dimension=dimensions[asked.dimension - 1] if asked.dimension else None,
                **_both(text=asked.text, help=asked.help),
            )
            for number, asked in enumerate(sketch.questions, 1)
        ],
        ScanQuestion,
    )
    answers = {
        question.position: [
            ScanAnswer(question=question, position=number, points=points, **_both(text=text))
            for number, (text, points) in enumerate(asked.answers, 1)
        ]
        for question, asked in zip(questions, sketch.questions, strict=True)
    }
    keep([answer for of_question in answers.values() for answer in of_question], ScanAnswer)
    for question, asked in zip(questions, sketch.questions, strict=True):
        if asked.only_after:
            at, number = asked.only_after
            after = ScanAnswer.objects.get(question=questions[at - 1], position=number)
            ScanQuestion.objects.filter(pk=question.pk).update(only_after=after)
    keep(
        [
            ScanAdvice(
                scan=scan,
                dimension=dimensions[said.dimension - 1] if said.dimension else None,
                low=said.low,
                high=said.high,
                **_both(title=said.title, body=said.body),
            )
            for said in sketch.advice
        ],
        ScanAdvice,
    )
    return scan


def _takings(scan: Scan, sketch: Sketch) -> None:
    """What visitors filled in over half a year; the same every time."""
    chance, sheet = Random(sketch.seed), Sheet(scan)
    rows = []
    for _visitor in range(sketch.takings):
        level = chance.random()
        given = {
            question.id: question.answers[
                min(len(question.answers) - 1, int(len(question.answers) * (level + chance.random()) / 2))
            ].id
            for question in sheet.rules
        }
        kept = scoring.relevant(sheet.rules, given)
        found = scoring.scores(sheet.rules, kept)
        rows.append(
            ScanTaking(
                scan=scan,
                answers=kept,
                total=found.total,
                by_dimension=found.by_dimension,
                taken_on=_some_day(chance),
            )
        )
    ScanTaking.objects.bulk_create(rows)


def _some_day(chance: Random) -> date:
    return clock.today() - timedelta(days=chance.randrange(1, 180))


def _both(**texts: Two) -> dict[str, str]:
    return {
        name + suffix: text
        for name, (dutch, english) in texts.items()
        for suffix, text in (("", dutch), ("_en", english))
    }
