"""What guests and those who are appointed answer, and what the leader plans. They change nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ambassadors.actions.inviting_guests import GROUPS, MOST_AT_ONCE, Wanted
from ambassadors.models import Ceremony, Guest, PlaqueProof, Reply
from network import clock, images
from network.forms.days import DayField, TimeInput
from network.models import Network
from network.own_words import in_words_of


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(
        label=_("Do you come?"),
        choices=[(Reply.YES, _("Yes, I come")), (Reply.NO, _("No, I cannot come"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no."), "invalid_choice": _("Choose from the list.")},
    )
    companions = forms.IntegerField(
        label=_("How many people come with you?"),
        min_value=0,
        max_value=5,
        required=False,
        error_messages={
            name: _("Write a number from 0 to 5.") for name in ("invalid", "min_value", "max_value")
        },
    )
    remark = forms.CharField(
        label=_("Anything we should know?"),
        help_text=_("Such as a diet, or a wheelchair. Only the project leader reads this."),
        max_length=300,
        required=False,
    )

    def __init__(self, guest: Guest, data: Any = None) -> None:
        super().__init__(
            data,
            initial={"reply": guest.reply, "companions": guest.companions, "remark": guest.remark},
        )

    def clean_companions(self) -> int:
        return self.cleaned_data["companions"] or 0


class SpokenReplyForm(ReplyForm):
    """The same answer, given to the leader instead of by the link."""

    def __init__(self, guest: Guest, data: Any = None) -> None:
        super().__init__(guest, data)
        self.fields["reply"].label = _("Does %(name)s come?") % {"name": guest.name}
        self.fields["reply"].choices = [  # type: ignore[attr-defined]
            (Reply.YES, capfirst(Reply.YES.label)),
            (Reply.NO, capfirst(Reply.NO.label)),
        ]
        self.fields["companions"].label = _("How many people come along?")
        self.fields["remark"].label = _("Anything to know?")


class ProofForm(forms.ModelForm):
    """How it will stand on the plaque; the person, or the leader, can put it right."""

    class Meta:
        model = PlaqueProof
        fields = ("name", "company", "place")
        error_messages = {"name": {"required": _("A plaque needs a name.")}}


class CeremonyForm(forms.ModelForm):
    reply_by = DayField(label=_("Guests answer by"), required=False, years_ahead=5)

    class Meta:
        model = Ceremony
        fields = ("starts", "ends", "venue", "address", "reply_by", "words", "words_en")
        widgets = {
            "starts": TimeInput,
            "ends": TimeInput,
            "words": forms.Textarea(attrs={"rows": 4}),
            "words_en": forms.Textarea(attrs={"rows": 4}),
        }

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        starts, ends = typed.get("starts"), typed.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end must come after the beginning."))
        reply_by = typed.get("reply_by")
        if reply_by and reply_by > self.instance.round.ceremony_on:
            self.add_error("reply_by", _("This is after the ceremony itself."))
        return typed

    def _post_clean(self) -> None:
        """The verb keeps the plan; nothing is put on the instance here."""


class ItemForm(forms.Form):
    at = forms.TimeField(label=_("At"), widget=TimeInput)
    title = forms.CharField(label=_("What"), max_length=160)
    who = forms.CharField(label=_("Who"), max_length=120, required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class GuestsForm(forms.Form):
    """Groups to put on the list, and people from outside, one on each line."""

    groups = forms.MultipleChoiceField(
        label=_("Put on the list"),
        choices=zip(
            GROUPS,
            (
                _("who is appointed"),
                _("ambassadors in office"),
                _("honorary members"),
                _("contact persons of fans"),
            ),
            strict=True,
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, network: Network, data: Any = None) -> None:
        super().__init__(data)
        groups = self.fields["groups"]
        groups.choices = [(name, in_words_of(label, network)) for name, label in groups.choices]  # type: ignore[attr-defined]

    lines = forms.CharField(
        label=_("Others"),
        help_text=_("One on each line: name, e-mail address. Without an address you invite them yourself."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=40_000,
    )

    def clean_lines(self) -> list[Wanted]:
        wanted = []
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if not line.strip():
                continue
            name, _comma, email = (part.strip() for part in line.replace(";", ",").partition(","))
            if not name or len(name) > 120:
                raise ValidationError(_("Line %(n)d has no name of at most 120 characters.") % {"n": number})
            if email:
                try:
                    validate_email(email)
                except ValidationError as error:
                    raise ValidationError(
                        _("“%(value)s” is no e-mail address.") % {"value": email[:80]}
                    ) from error
            wanted.append(Wanted(name, email))
        if len(wanted) > MOST_AT_ONCE:
            raise ValidationError(_("Add at most %(most)d at once.") % {"most": MOST_AT_ONCE})
        return wanted

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and not typed["groups"] and not typed["lines"]:
            self.add_error("lines", _("Choose a group, or write at least one name."))
        return typed


class OffForm(forms.Form):
    why = forms.CharField(
        label=_("Why?"), max_length=200, required=False, help_text=_("The guests read this.")
    )


class TextForm(forms.Form):
    body = forms.CharField(
        label=_("Text"), max_length=6000, strip=True, widget=forms.Textarea(attrs={"rows": 14})
    )


class PhotoForm(forms.Form):
    image = forms.FileField(
        label=_("Photo"),
        help_text=_("A JPEG, PNG or WebP of at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label=_("What does the photo show?"), max_length=160, help_text=_("For whoever does not see it.")
    )
    credit = forms.CharField(label=_("Made by"), max_length=80, required=False)
    people: Any = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Who is on it?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_pk_value"), _("Choose from the list.")),
    )
    others_agree = forms.BooleanField(
        label=_("Everybody else who can be recognised on it agrees too"), required=False
    )

    def __init__(self, people: Any, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]

    def clean_image(self) -> Any:
        return images.clean(self.cleaned_data["image"])


def is_over(ceremony: Ceremony) -> bool:
    return ceremony.round.ceremony_on < clock.today()
