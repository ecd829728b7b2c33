from dataclasses import asdict
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors import round_calendar
from ambassadors.actions.appointing import Preview, too_large
from ambassadors.actions.refused import Refused
from ambassadors.models import Appointment, AppointmentRound, RoundRules
from ambassadors.round_calendar import Days
from network import clock
from network.forms.days import DateInput
from network.models import Network
from network.months import on_day


class RefusableForm(forms.Form):
    def refuse(self, refusal: Refused) -> None:
        """Say above the form why it cannot be done."""
        for reason in refusal.reasons:
            self.add_error(None, reason)


class RoundForm(RefusableForm):
    """Day and place of the ceremony, and who signs; the year follows from the day."""

    ceremony_on = forms.DateField(
        label=_("Day of the ceremony"),
        widget=DateInput,
        help_text=_("All new terms begin on this day. It stands on the plaques."),
    )
    place = forms.CharField(label=_("Place of the ceremony"), max_length=120, required=False)
    official_name = forms.CharField(
        label=_("Name of the appointing official"), max_length=120, required=False
    )
    official_title = forms.CharField(
        label=_("Title of the appointing official"),
        max_length=120,
        required=False,
        help_text=_("Such as: deputy for Economy. The signature comes from the settings of the network."),
    )
    official_title_en = forms.CharField(
        label=_("Title of the appointing official, in English"),
        max_length=120,
        required=False,
        help_text=_("For press texts and mails in English. Empty: the name stands there alone."),
    )

    opens_on = forms.DateField(
        label=_("Nominating opens on"),
        widget=DateInput,
        required=False,
        help_text=_("Leave these four empty for a round in which you only appoint."),
    )
    nominations_until = forms.DateField(label=_("Last day to nominate"), widget=DateInput, required=False)
    decide_on = forms.DateField(
        label=_("Decision; the invitations leave on"), widget=DateInput, required=False
    )
    answer_by = forms.DateField(
        label=_("Last day to answer the invitation"), widget=DateInput, required=False
    )

    CALENDAR = ("opens_on", "nominations_until", "decide_on", "answer_by")

    def __init__(
        self, network: Network, data: Any = None, *, instance: AppointmentRound | None = None
    ) -> None:
        source: Any = instance or network
        days = {name: getattr(instance, name) for name in self.CALENDAR} if instance else planned(network)
        super().__init__(
            data,
            initial={
                **days,
                "ceremony_on": instance.ceremony_on if instance else days.get("ceremony_on"),
                "place": instance.place if instance else "",
                "official_name": source.official_name,
                "official_title": source.official_title,
                "official_title_en": source.official_title_en,
            },
        )
        self._network, self._instance = network, instance
        if not network.english:
            del self.fields["official_title_en"]
        if instance and instance.is_appointed:
            # Terms run from this day; it cannot move any more.
            self.fields["ceremony_on"].disabled = True

    def clean_ceremony_on(self) -> Any:
        day = self.cleaned_data["ceremony_on"]
        if not clock.today().year - 20 <= day.year <= clock.today().year + 5:
            raise forms.ValidationError(_("Choose a day of this time: at most five years from now."))
        if self._instance and day.year != self._instance.year:
            raise forms.ValidationError(
                _("This is the round of %(year)s. Choose a day in that year, or open another round.")
                % {"year": self._instance.year}
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self._instance is None and "ceremony_on" in cleaned:
            cleaned["year"] = cleaned["ceremony_on"].year
        if not {*self.CALENDAR, "ceremony_on"} & set(self.errors):
            self._judge_calendar(cleaned)
        return cleaned

    def _judge_calendar(self, cleaned: dict[str, Any]) -> None:
        """All four days or none, each in its order; said beside the first that is wrong."""
        given = [name for name in self.CALENDAR if cleaned.get(name)]
        if not given:
            return
        for name in self.CALENDAR:
            if not cleaned.get(name):
                self.add_error(name, _("Fill in all four days of the calendar, or none."))
                return
        in_order = [*self.CALENDAR, "ceremony_on"]
        for earlier, later in pairwise(in_order):
            first, second = cleaned[earlier], cleaned[later]
            may_be_same = earlier in ("opens_on", "answer_by")
            if second < first or (second == first and not may_be_same):
                name = earlier if later == "ceremony_on" else later
                self.add_error(
                    name,
                    _("Put the days in order: opening, end of nominating, decision, answers, ceremony."),
                )
                return


def planned(network: Network) -> dict[str, Any]:
    """The days of the coming round by the rules of the network; nothing where it has settled none."""
    rules = RoundRules.of(network)
    if rules.pk is None:
        return {}
    return asdict(by_the_rules(network, rules))


def by_the_rules(network: Network, rules: RoundRules) -> Days:
    """The days of the first round that is not there yet."""
    ceremony_on = round_calendar.next_ceremony(rules.ceremony_month, rules.ceremony_day, clock.today())
    if network.rounds.filter(year=ceremony_on.year).exists():
        ceremony_on = on_day(ceremony_on.year + 1, rules.ceremony_month, rules.ceremony_day)
    return round_calendar.planned(ceremony_on, rules.ahead)


class PeopleField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except OverflowError:  # a number no database can hold
            raise forms.ValidationError(self.error_messages["invalid_list"], code="invalid_list") from None


class ChooseForm(forms.Form):
    people = PeopleField(
        queryset=None, required=False, widget=forms.CheckboxSelectMultiple, label=_("People to appoint")
    )

    def __init__(self, round: AppointmentRound, data: Any = None) -> None:
        super().__init__(data, initial={"people": list(round.chosen.values_list("pk", flat=True))})
        self.fields["people"].queryset = round.network.people.all()  # type: ignore[attr-defined]

    @property
    def ticked(self) -> set[str]:
        """The ids that are ticked now: as sent, else as kept."""
        data: Any = self.data
        kept = data.getlist("people") if self.is_bound else self.initial["people"]
        return {str(pk) for pk in kept}


class ConfirmForm(RefusableForm):
    accept_size = forms.BooleanField(
        required=False, label=_("Yes, the network may become larger than the maximum")
    )

    def __init__(self, plan: Preview, data: Any = None) -> None:
        super().__init__(data)
        self._plan = plan
        if not plan.is_too_large:
            del self.fields["accept_size"]

    def clean_accept_size(self) -> bool:
        accepted: bool = self.cleaned_data["accept_size"]
        if not accepted:
            raise forms.ValidationError(too_large(self._plan))
        return accepted


class CorrectionForm(forms.ModelForm):
    """What stood on the plaque at the ceremony, put right."""

    class Meta:
        model = Appointment
        fields = ("name", "company", "place")
