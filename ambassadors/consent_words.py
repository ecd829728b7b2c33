"""The words a network starts with, until its leader writes its own."""

from typing import Any

from django.utils.translation import gettext_noop as _

from ambassadors.models import Purpose
from network.models import Network

BUILT_IN = {
    Purpose.CANDIDACY: _(
        "I want to be a candidate for %(network_name)s. Until one year after the round the project leader "
        "keeps what was said about me and how I was judged."
    ),
    Purpose.CHARTER: _(
        "For a term of %(term_years)s years I am %(word)s of %(network_name)s.\n\n"
        "I take the stage %(podia)s times a year and tell my own, honest story, the difficult sides too. "
        "I log what I did in a minute, and say so in time when something does not work out.\n\n"
        "The network helps me find stages that suit me, gives me material and a group of peers, and asks "
        "nothing of me while I am ill or on leave. I can stop at any time; a talk about it is enough."
    ),
    Purpose.PUBLICATION: _(
        "%(network_name)s may show my name, company, role and story on its site and in press texts. I can "
        "take this back at any time; my page is then gone within five minutes."
    ),
    Purpose.PHOTO: _(
        "%(network_name)s may use photos of me as %(word)s, on its site and in press texts. I can take "
        "this back at any time; the photos are then taken off the site."
    ),
    Purpose.TRAITS: _(
        "I declare a few personal traits by myself. Nobody sees my answers, only sums of groups of at least "
        "five. I can change or withdraw them at any time; they are then gone at once."
    ),
}

# Before the questions about personal traits; from the first time it is kept it is the network's own.
DECLARATION = (
    "Wij willen dat onze groep lijkt op de ondernemers voor wie we het doen. Daarom vragen we, als je dat "
    "wilt, iets over jou. We tellen de antwoorden alleen bij elkaar op: in groepjes van vijf mensen of meer, "
    "en hoogstens één keer per jaar. We gebruiken ze nergens anders voor."
)
DECLARATION_EN = (
    "We want our group to be like the entrepreneurs we do this for. That is why we ask, if you like, "
    "something about you. We only add the answers up: in groups of five people or more, and at most once a "
    "year. We use them for nothing else."
)


def values(network: Network) -> dict[str, Any]:
    return {
        "network_name": network.name,
        "term_years": network.term_years,
        "podia": network.podia_per_year,
        "word": network.word,
    }
