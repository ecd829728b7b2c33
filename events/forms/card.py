"""The forms behind the QR code: I want to know more, I am here, three questions; and those of the mails."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions.receiving_leads import Inquiry
from events.models import LeadCheckIn, Plan
from knowledgebank.models import StoryVersion
from network.forms.guarded import GuardedForm
from network.forms.lines import OneLineField

TOKEN_SALT = "card form"
OTHER = "-"


class TokenForm(GuardedForm):
    """Carries a token of its own: the same form sent twice, by a nervous thumb, is one."""

    form_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.initial["form_token"] = signing.dumps(secrets.token_urlsafe(12), salt=TOKEN_SALT)

    def token(self) -> str:
        """The one of the form; of a form without it, one that never comes again."""
        try:
            return str(signing.loads(self.cleaned_data["form_token"], salt=TOKEN_SALT))[:43]
        except signing.BadSignature:
            return secrets.token_urlsafe(12)


class LeadForm(TokenForm):
    name = OneLineField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Write your name, so that we know who we answer.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("You get a link there, to confirm that it is yours."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": gettext_lazy("Write your address: the answer goes there.")},
    )
    company_name = OneLineField(
        label=gettext_lazy("Your company"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    place = OneLineField(
        label=gettext_lazy("In which place?"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    theme = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose one from the list.")},
    )
    question = forms.CharField(
        label=gettext_lazy("What would you like to know?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    consent = forms.BooleanField(
        error_messages={
            "required": gettext_lazy("Without your yes we may not keep your address, nor answer.")
        }
    )
    tells_bringer = forms.BooleanField(required=False)

    def __init__(
        self,
        *args: Any,
        themes: Sequence[str],
        consent_text: str,
        bringer_text: str,
        language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        choices = [
            ("", _("I do not know yet")),
            *((theme, theme) for theme in themes),
            (OTHER, _("Something else")),
        ]
        self.fields["theme"].choices = choices  # type: ignore[attr-defined]
        if not themes:
            del self.fields["theme"]
        self.fields["consent"].label = consent_text
        self.fields["tells_bringer"].label = bringer_text
        if not bringer_text:
            del self.fields["tells_bringer"]

    def inquiry(self) -> Inquiry:
        typed = self.cleaned_data
        theme = typed.get("theme", "")
        return Inquiry(
            name=typed["name"],
            email=typed["email"],
            company_name=typed["company_name"],
            place=typed["place"],
            theme="" if theme == OTHER else theme[:80],
            question=typed["question"],
            language=self.language,
            consent_text=str(self.fields["consent"].label),
            tells_bringer=typed.get("tells_bringer", False),
        )


class HereForm(TokenForm):
    """One tap: each button is an answer."""

    who = forms.ChoiceField(
        choices=[("entrepreneur", ""), ("other", "")],
        error_messages={
            "required": gettext_lazy("Press one of the two buttons."),
            "invalid_choice": gettext_lazy("Press one of the two buttons."),
        },
    )


class FeedbackForm(TokenForm):
    useful = forms.TypedChoiceField(
        label=gettext_lazy("How useful was it to you?"),
        coerce=int,
        choices=[(n, str(n)) for n in range(1, 6)],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("1 is not at all, 5 is very."),
        error_messages={
            "required": gettext_lazy("Choose a number from 1 to 5."),
            "invalid_choice": gettext_lazy("Choose a number from 1 to 5."),
        },
    )
    plan = forms.ChoiceField(
        label=gettext_lazy("What will you do with it?"),
        required=False,
        choices=Plan.choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Choose one from the list.")},
    )
    line = OneLineField(
        label=gettext_lazy("What stays with you, in one line?"), max_length=240, required=False
    )


class CheckInForm(forms.Form):
    """The answer to "how does it go" from the mail."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What came of it?"),
        choices=LeadCheckIn.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the four."),
            "invalid_choice": gettext_lazy("Choose one of the four."),
        },
    )
    line = OneLineField(
        label=gettext_lazy("What did you do, in one line?"),
        help_text=gettext_lazy("Optional. It helps others to see what is possible."),
        max_length=300,
        required=False,
    )

    story = forms.ChoiceField(
        label=gettext_lazy("Did one of our stories help you to begin?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose one from the list.")},
    )

    def __init__(self, *args: Any, stories: Mapping[str, StoryVersion], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.stories = stories
        if not stories:
            del self.fields["story"]
            return
        told = [
            (slug, f"{version.story.person.first_name}: {version.in_language('title')}")
            for slug, version in stories.items()
        ]
        self.fields["story"].choices = [("", _("No, or I do not remember")), *told]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        version = self.stories.get(self.cleaned_data.get("story", ""))
        return self.cleaned_data | {"story": version.story if version else None}
