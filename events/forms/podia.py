"""The forms of Mijn about podia. They hand over plain domain values and change nothing themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from ambassadors.models import Person, PodiumKind
from events.actions.logging import Outcome
from events.matching import SUITING_KINDS
from events.models import Podium, PodiumOrigin
from network import clock, images
from network.forms.days import DayField, TimeInput
from network.models import FanOrganisation

FIRST_DAY = date(2000, 1, 1)
YEARS_AHEAD = 3
MOST_PEOPLE = 1_000_000
A_NUMBER = {
    "invalid": _("Write a number, such as 18."),
    "min_value": _("Write a number of 0 or more."),
    "max_value": _("That is a great many. Look at the number once more."),
}
LIKELY = 6
"""Kinds shown at once; the others are one tap further."""

TODAY, YESTERDAY, OTHER_DAY = "today", "yesterday", "other"


class PodiumForm(forms.Form):
    """Three questions; everything else may stay empty or come later."""

    kind = forms.ChoiceField(
        label=_("What did you do?"),
        choices=PodiumKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you did. It is the first of three questions.")},
    )
    when = forms.ChoiceField(
        label=_("When?"),
        choices=[
            (TODAY, _("Today")),
            (YESTERDAY, _("Yesterday")),
            (OTHER_DAY, _("Another day…")),
        ],
        widget=forms.RadioSelect,
        initial=TODAY,
        required=False,
    )
    day = DayField(label=_("Which day?"), required=False, first=FIRST_DAY, years_ahead=YEARS_AHEAD)
    where = forms.CharField(
        label=_("With whom or where?"),
        max_length=150,
        help_text=_("Start typing: we know the fans of the network. Your own words are fine too."),
        error_messages={"required": _("Write with whom or where it was. A place or a name is enough.")},
        widget=forms.TextInput(attrs={"list": "known-places", "autocomplete": "off"}),
    )

    audience = forms.IntegerField(
        label=_("About how many entrepreneurs were there?"),
        help_text=_("With an interview or article: how many readers or viewers, as a guess."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        error_messages=A_NUMBER,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
    )
    outcome = forms.CharField(
        label=_("How was it, in one line?"),
        max_length=240,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    title = forms.CharField(label=_("Title"), max_length=150, required=False)
    link = forms.URLField(
        label=_("Link"),
        help_text=_("To the article, the recording or the page of the organiser."),
        max_length=200,
        required=False,
        error_messages={"invalid": _("This is no web address. Copy it from the bar of your browser.")},
        assume_scheme="https",
    )
    start_time = forms.TimeField(
        label=pgettext_lazy("time of day", "From"),
        required=False,
        widget=TimeInput(),
        error_messages={"invalid": _("Write the time like 14:30.")},
    )
    end_time = forms.TimeField(
        label=pgettext_lazy("time of day", "Until"),
        required=False,
        widget=TimeInput(),
        error_messages={"invalid": _("Write the time like 14:30.")},
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    together = forms.MultipleChoiceField(
        label=_("Who was there with you?"),
        help_text=_("The podium then counts for each of you."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose people from the list.")},
    )
    origin = forms.ChoiceField(
        label=_("How did it come about?"),
        choices=[("", _("We fill it in for you")), *PodiumOrigin.choices],
        required=False,
    )
    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("At most 10 MB. Only with consent of the people in it."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    photo_alt = forms.CharField(
        label=_("What does the photo show?"),
        help_text=_("For whoever does not see it."),
        max_length=160,
        required=False,
    )
    is_private = forms.BooleanField(
        label=_("Keep it confidential"),
        help_text=_("It counts, but visitors never see it."),
        required=False,
    )
    is_open = forms.BooleanField(
        label=_("Visitors may join"),
        help_text=_("Then it stands in the agenda of the site as long as it is still to come."),
        required=False,
    )
    notes = forms.CharField(
        label=_("Notes"),
        help_text=_("Only you, the others on this podium and the project leader read these."),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    OPTIONAL = (
        "audience", "outcome", "title", "link", "start_time", "end_time", "place", "together", "origin",
        "photo", "photo_alt", "is_private", "is_open", "notes",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        person: Person,
        fans: Iterable[FanOrganisation],
        others: Iterable[Person],
        earlier: Sequence[Podium] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fans = {plain(fan.name): fan for fan in fans}
        self.others = {str(other.pk): other for other in others}
        self.likely_kinds = likely_kinds(person, earlier)
        names = {kind.value: kind.label for kind in PodiumKind}
        self.fields["kind"].choices = [(kind, names[kind]) for kind in self.likely_kinds]  # type: ignore[attr-defined]
        self.fields["together"].choices = [(pk, other.full_name) for pk, other in self.others.items()]  # type: ignore[attr-defined]
        if not self.others:
            del self.fields["together"]
        self.places = known_places(self.fans.values(), earlier)
        self.asks_how_it_was = True
        self.kept_photo: Any = None  # of the draft, chosen in an earlier attempt
        if self.data.get("day") and not self.data.get("when"):
            typed = self.data.copy()  # type: ignore[attr-defined]
            typed["when"] = OTHER_DAY
            self.data = typed

    def speak_of_what_comes(self) -> None:
        """For a podium that is agreed: nothing was done yet, and nobody was there."""
        self.fields["kind"].label = _("What are you going to do?")
        if "together" in self.fields:
            self.fields["together"].label = _("Who does it with you?")
        self.asks_how_it_was = bool(self["audience"].value() or self["outcome"].value())

    def clean_photo(self) -> ContentFile | None:
        upload = self.cleaned_data["photo"]
        return images.clean(upload) if upload else None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        today = clock.today()
        when = values.get("when")
        if "when" in self.errors or "day" in self.errors:
            pass
        elif when == OTHER_DAY:
            if not values.get("day"):
                self.add_error("day", _("Choose the day. Today and yesterday are above."))
        else:
            values["day"] = today - timedelta(days=when == YESTERDAY)
        start, end = values.get("start_time"), values.get("end_time")
        if start and end and end <= start:
            self.add_error("end_time", _("The end must come after the start."))
        return values

    @property
    def host(self) -> FanOrganisation | None:
        """The fan whose name was typed, in capitals or not."""
        return self.fans.get(plain(self.cleaned_data["where"]))

    @property
    def people(self) -> list[Person]:
        """Whose podium it is: the one who logs it first."""
        return [self.person, *(self.others[pk] for pk in self.cleaned_data.get("together", []))]

    def values(self) -> dict[str, Any]:
        """What `log_podium` and `correct` take, apart from the people."""
        typed = self.cleaned_data
        host = self.host
        values: dict[str, Any] = {
            "kind": typed["kind"],
            "date": typed["day"],
            "host": host,
            "host_name": "" if host else typed["where"],
            "audience": typed["audience"],
            "outcome": typed["outcome"],
            "title": typed["title"],
            "link": typed["link"],
            "start_time": typed["start_time"],
            "end_time": typed["end_time"],
            "place": typed["place"],
            "photo_alt": typed["photo_alt"],
            "is_private": typed["is_private"],
            "is_open": typed["is_open"],
            "notes": typed["notes"],
        }
        if typed["origin"]:
            values["origin"] = typed["origin"]
        if photo := typed["photo"] or self.kept_photo:
            values["photo"] = photo
        return values

    @property
    def has_more(self) -> bool:
        """Something optional was typed or went wrong: the folded part opens."""
        if self.kept_photo:
            return True
        if not self.is_bound:
            return any(self.initial.get(name) for name in self.OPTIONAL)
        return any(self.data.get(name) or name in self.errors for name in self.OPTIONAL)

    @property
    def first_kinds(self) -> list[Any]:
        return list(self["kind"])[:LIKELY]

    @property
    def further_kinds(self) -> list[Any]:
        return list(self["kind"])[LIKELY:]

    @property
    def further_kind_chosen(self) -> bool:
        return self["kind"].value() in self.likely_kinds[LIKELY:]


def initial_of(podium: Podium, person: Person) -> dict[str, Any]:
    """What a form about an existing podium shows."""
    today = clock.today()
    when = {today: TODAY, today - timedelta(days=1): YESTERDAY}.get(podium.date, OTHER_DAY)
    return {
        "kind": podium.kind,
        "when": when,
        "day": podium.date,
        "where": podium.at,
        "together": [str(other.pk) for other in podium.ambassadors.all() if other.pk != person.pk],
        "origin": podium.origin,
        **{
            name: getattr(podium, name)
            for name in (
                "audience", "outcome", "title", "link", "start_time", "end_time", "place", "photo_alt",
                "is_private", "is_open", "notes",
            )
        },
    }  # fmt: skip


def likely_kinds(person: Person, earlier: Iterable[Podium]) -> list[str]:
    """Every kind, this person's own first: liked, done before, fitting their type, then the usual order."""
    done = [kind for kind, _times in Counter(podium.kind for podium in earlier).most_common()]
    suiting = [
        kind
        for profile in (person.profile_type, person.second_profile_type)
        for kind in sorted(SUITING_KINDS.get(profile, ()))
    ]
    known = set(PodiumKind.values)
    ordered = [*(person.liked_kinds or []), *done, *suiting, *PodiumKind.values]
    return [kind for kind in dict.fromkeys(ordered) if kind in known]


def known_places(fans: Iterable[FanOrganisation], earlier: Iterable[Podium]) -> list[str]:
    """What is offered while typing: the fans, and where this person was before."""
    names = [fan.name for fan in fans] + [podium.host_name for podium in earlier if podium.host_name]
    return list(dict.fromkeys(names))


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


class OutcomeForm(forms.Form):
    """How did it go: one choice, and what belongs to it."""

    outcome = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[
            (Outcome.HAPPENED.value, _("It happened")),
            (Outcome.MOVED.value, _("It was moved")),
            (Outcome.CANCELLED.value, _("It was cancelled")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    audience = forms.IntegerField(
        label=_("About how many entrepreneurs were there?"),
        help_text=_("A guess is fine. Empty is fine too."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        error_messages=A_NUMBER,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-narrow"}),
    )
    line = forms.CharField(
        label=_("How was it, in one line?"),
        max_length=240,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    new_date = DayField(
        label=_("Which day is it now?"), required=False, first=FIRST_DAY, years_ahead=YEARS_AHEAD
    )

    def __init__(self, *args: Any, podium: Podium, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.podium = podium
        if podium.checked_in:
            self.fields["audience"].help_text = ngettext(
                "%(n)d entrepreneur checked in by the QR code; so many there were at least.",
                "%(n)d entrepreneurs checked in by the QR code; so many there were at least.",
                podium.checked_in,
            ) % {"n": podium.checked_in}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        outcome, today = values.get("outcome"), clock.today()
        if outcome == Outcome.MOVED and "new_date" not in self.errors:
            day = values.get("new_date")
            if not day:
                self.add_error("new_date", _("Choose the new day. Not known yet? Then choose “cancelled”."))
            elif day < today:
                self.add_error("new_date", _("The new day must still come."))
        if outcome == Outcome.HAPPENED and self.podium.date > today:
            self.add_error("outcome", _("This day is still to come. Was it earlier? Correct the date."))
        return values

    def values(self) -> dict[str, Any]:
        outcome = Outcome(self.cleaned_data["outcome"])
        happened, moved = outcome == Outcome.HAPPENED, outcome == Outcome.MOVED
        return {
            "outcome": outcome,
            "audience": self.cleaned_data["audience"] if happened else None,
            "line": self.cleaned_data["line"] if happened else "",
            "new_date": self.cleaned_data["new_date"] if moved else None,
        }


class ContributionForm(forms.Form):
    """Something for the network that is no podium."""

    title = forms.CharField(
        label=_("What did you do?"),
        max_length=150,
        error_messages={"required": _("Write in a few words what you did.")},
    )
    date = DayField(label=_("When?"), initial=clock.today, first=FIRST_DAY, years_ahead=YEARS_AHEAD)
    notes = forms.CharField(
        label=_("Anything more?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
