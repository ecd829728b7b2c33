"""Forms of the composition: the audience of a trait, and a choice of people under a name."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.actions.mirroring import Share
from ambassadors.models import Audience, Scenario, Trait
from ambassadors.traits import FIXED
from network import clock
from network.forms.days import WITHIN_REACH, DateInput
from network.forms.lines import OneLineField

EMPTY_ROWS = 4
MOST_ROWS = 60


class AudienceForm(forms.Form):
    """Where the figures come from, and of which day they are."""

    source = OneLineField(
        label=gettext_lazy("Source"),
        max_length=200,
        help_text=gettext_lazy("Such as: CBS, companies by sector; or: own count with the client."),
    )
    as_of = forms.DateField(
        label=gettext_lazy("Figures of"), widget=DateInput, initial=clock.today, validators=WITHIN_REACH
    )

    def __init__(self, audience: Audience | None, data: Any = None) -> None:
        initial = {"source": audience.source, "as_of": audience.as_of} if audience else {}
        super().__init__(data, initial=initial)


class ShareForm(forms.Form):
    """One group; a row without a number is left out."""

    name = OneLineField(label=gettext_lazy("group"), max_length=80, required=False)
    weight = forms.DecimalField(
        label=gettext_lazy("number or percentage"),
        max_digits=9,
        decimal_places=1,
        min_value=Decimal(0),
        required=False,
        localize=True,
    )
    also = OneLineField(label=gettext_lazy("other words for it"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("weight") is not None and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Give this group a name."))
        if cleaned.get("also") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Give this group a name."))
        return cleaned


class BaseShareFormSet(forms.BaseFormSet):
    def clean(self) -> None:
        if any(self.errors):
            return
        seen: set[str] = set()
        for form in self.forms:
            name = form.cleaned_data.get("name", "")
            if name and name.casefold() in seen:
                form.add_error("name", _("This group is already in the list."))
            seen.add(name.casefold())
        if not any(form.cleaned_data.get("weight") for form in self.forms):
            raise forms.ValidationError(_("Fill in the number of at least one group."))

    @property
    def shares(self) -> list[Share]:
        rows = []
        for form in self.forms:
            typed = form.cleaned_data
            if typed.get("name") and typed.get("weight") is not None:
                also = [" ".join(word.split())[:80] for word in typed["also"].split(",") if word.strip()]
                rows.append(Share(typed["name"], typed["weight"], tuple(dict.fromkeys(also))))
        return rows


def share_forms(trait: Trait, audience: Audience | None, seen: list[str], data: Any = None) -> Any:
    """The rows of one trait: what is known, then what people of the network have and no row names yet."""
    shares = list(audience.shares.all()) if audience else []
    if trait in FIXED:
        weights = {share.name: share.weight for share in shares}
        initial: list[dict[str, Any]] = [
            {"name": code, "weight": weights.get(code)} for code in FIXED[trait].values
        ]
        extra = 0
    else:
        initial = [{"name": s.name, "weight": s.weight, "also": ", ".join(s.also)} for s in shares]
        initial += [{"name": name} for name in seen]
        extra = EMPTY_ROWS
    formset = forms.formset_factory(
        ShareForm, formset=BaseShareFormSet, extra=extra, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )
    rows = formset(data, initial=initial, prefix="g")
    if trait in FIXED:
        labels = dict(FIXED[trait].choices)
        for form, row in zip(rows.forms, initial, strict=False):
            # Ours: the name is not the leader's to change, whatever is sent.
            form.fields["name"].disabled = True
            form.fields["also"].disabled = True
            form.title = labels[row["name"]]
    return rows


class KeepForm(forms.Form):
    """A choice under a name; the same name takes the place of what it held."""

    name = OneLineField(
        label=gettext_lazy("Keep this choice as"),
        max_length=Scenario._meta.get_field("name").max_length,
        help_text=gettext_lazy("A name that says what you try, such as: more industry."),
    )
