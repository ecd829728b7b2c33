"""The built-in texts of the mails of the chase: by kind of mail and profile type.

A network can write its own text for each of them. Words in braces are filled in per person; `PLACEHOLDERS`
tells which ones a text may use. Below the text the mail itself adds the dots, the suggestions and the button.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NUDGE_1 = "nudge_1"
NUDGE_2 = "nudge_2"
THANKS = "thanks"
HOW_DID_IT_GO = "how_did_it_go"


@dataclass(frozen=True)
class Wording:
    subject: str | Promise
    body: str | Promise


PLACEHOLDERS = {
    "first_name": _("first name"),
    "network": _("name of the network"),
    "word": _("the network's word for one ambassador"),
    "words": _("the network's word for several ambassadors"),
    "tally": _("“1 of 3 podia done, 1 agreed”"),
    "done": _("number of podia done"),
    "agreed": _("number of podia agreed"),
    "required": _("number of podia asked"),
    "missing": _("number of podia still open"),
    "year_end": _("last day of the commitment year"),
}
OUTCOME_PLACEHOLDERS = {
    "first_name": PLACEHOLDERS["first_name"],
    "network": PLACEHOLDERS["network"],
    "word": PLACEHOLDERS["word"],
    "words": PLACEHOLDERS["words"],
    "podium": _("title of the podium"),
    "day": _("day of the podium"),
}
THANKS_PLACEHOLDERS = PLACEHOLDERS | {"reached": _("number of entrepreneurs reached that year")}

WORDINGS: dict[str, dict[str, Wording]] = {
    NUDGE_1: {
        "": Wording(
            _("Your next podium, {first_name}"),
            _(
                "Hello {first_name},\n\n"
                "This is where you stand: {tally}. There is time until {year_end}.\n\n"
                "Is there a meeting, a visit or a conversation coming up where you can tell your story? "
                "Put it down as soon as the date is known. The rest can follow later."
            ),
        ),
        "director": Wording(
            _("Which stage suits you, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "When you speak, other directors listen. This is where you stand: {tally}.\n\n"
                "Which meeting, panel or newspaper do you want to be in before {year_end}? Name it, and we "
                "put in a good word with the organiser. We also know officials and professors who would "
                "gladly share a stage with you."
            ),
        ),
        "teacher": Wording(
            _("Who can learn from you next, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "What you found out the hard way saves another entrepreneur a year. This is where you stand: "
                "{tally}.\n\n"
                "A workshop, a visit to your company or a conversation in depth: a small group is fine, "
                "as long as it is before {year_end}. Need facts and figures? We have them ready."
            ),
        ),
        "coach": Wording(
            _("Who can you help along, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "Somewhere an entrepreneur is stuck on a question you can answer. This is where you stand: "
                "{tally}.\n\n"
                "One good talk with one company is a podium too. Do you know somebody? Make a date before "
                "{year_end}. If you do not, ask us: we bring the two of you together."
            ),
        ),
        "seller": Wording(
            _("A room full of new contacts, {first_name}"),
            _(
                "Hello {first_name},\n\n"
                "Your company and this theme make each other stronger. This is where you stand: {tally}.\n\n"
                "A fair, a talk at a municipality or school, a piece in the press: each of them shows what "
                "you have to offer. Which one will be yours before {year_end}?"
            ),
        ),
        "player": Wording(
            _("The score so far, {first_name}"),
            _(
                "Hello {first_name},\n\n"
                "The score: {tally}. And the game runs until {year_end}.\n\n"
                "Put your results beside those of others: a panel, a contest, a talk to the other {words}. "
                "We have the latest figures, so that you walk on stage with the best numbers in the room."
            ),
        ),
    },
    NUDGE_2: {
        "": Wording(
            _("Shall we look for a podium together, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}, and {year_end} is coming closer. A full diary is no shame; we gladly "
                "do the searching for you.\n\n"
                "Answer this mail with a day and a place that suit you. Or tell us that it does not "
                "fit just now, then we look at that together."
            ),
        ),
        "director": Wording(
            _("These stages are waiting for a name like yours"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}. Organisers ask us who should open their meeting, and we would like "
                "to say: {first_name}.\n\n"
                "Choose what is worth your time before {year_end}. One answer to this mail is enough, we "
                "arrange the rest with the organiser."
            ),
        ),
        "teacher": Wording(
            _("A group that wants to learn from you, {first_name}"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}. There are small groups that want to hear how it really went, "
                "mistakes included.\n\n"
                "Pick a form that suits you before {year_end}. We help with the programme and the figures, "
                "so that you only have to tell."
            ),
        ),
        "coach": Wording(
            _("One talk can be enough, {first_name}"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}. It does not have to be a stage: an hour across the table from one "
                "entrepreneur counts just as much.\n\n"
                "Tell us which hour suits you before {year_end}. We find the person who needs it."
            ),
        ),
        "seller": Wording(
            _("Where will you meet your next customer, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}. There are rooms in which your future customers sit, and a chair "
                "on the stage is still free.\n\n"
                "Choose one before {year_end}. We make sure that your company and your message come "
                "out well in the announcement."
            ),
        ),
        "player": Wording(
            _("Still in the game, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "You stand at {tally}, with {missing} to go before {year_end}. That can be done.\n\n"
                "Choose your next match and put the date down. We give you the newest insights, "
                "so that you have something nobody else in the room has."
            ),
        ),
    },
    THANKS: {
        "": Wording(
            _("Your year is complete, {first_name}. Thank you!"),
            _(
                "Hello {first_name},\n\n"
                "You kept your promise: {tally} in the year that ended on {year_end}. Entrepreneurs heard "
                "the story from somebody they believe.\n\n"
                "Thank you, from all of us at {network}. Your new year has begun with a clean sheet."
            ),
        ),
    },
    HOW_DID_IT_GO: {
        "": Wording(
            _("How did it go, {first_name}?"),
            _(
                "Hello {first_name},\n\n"
                "On {day} you would be on stage: {podium}. How did it go? One tap and one line are enough."
            ),
        ),
    },
}
