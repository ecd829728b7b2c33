"""The small forms on the page of a lead: each checks what was typed and carries one verb out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import Person
from events.actions import forgetting_leads, receiving_leads, referring
from events.models import Lead, Proof, Referral, ReferralPartner
from network import clock
from network.admin.companies import KvkField
from network.company_names import KVK_NUMBER
from network.forms.days import WITHIN_REACH, DateInput
from network.forms.lines import OneLineField
from network.models import Network, User


class VerbForm(forms.Form):
    def __init__(self, data: Any = None, *, lead: Lead, by: Any = None, **kwargs: Any) -> None:
        self.lead, self.by = lead, by
        kwargs.setdefault("auto_id", f"{type(self).__name__[:-4].lower()}_%s")
        super().__init__(data, label_suffix="", **kwargs)

    def carry_out(self) -> str:
        """Does it, and says what was done."""
        raise NotImplementedError


class AnswerForm(VerbForm):
    words = forms.CharField(
        label=gettext_lazy("Your answer, by mail"),
        help_text=gettext_lazy("Empty: you called or spoke to them. A blank line starts a new paragraph."),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if words and not self.lead.email:
            raise ValidationError(_("There is no address to mail to. Call, and send this form empty."))
        return words

    def carry_out(self) -> str:
        words = self.cleaned_data["words"]
        referring.answer(lead=self.lead, by=self.by, words=words)
        return _("The answer is in the outbox.") if words else _("Written down: answered.")


class ReferForm(VerbForm):
    partner = forms.ModelChoiceField(
        label=gettext_lazy("To whom?"),
        queryset=ReferralPartner.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose where this lead can go on.")},
    )
    note = OneLineField(
        label=gettext_lazy("A word along"),
        help_text=gettext_lazy("Stands in the mail to both."),
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = ReferralPartner.objects.filter(  # type: ignore[attr-defined]
            network=self.lead.network_id
        ).available(clock.today())

    def carry_out(self) -> str:
        referral = referring.refer(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Referred to %(name)s. Both get a mail.") % {"name": referral.partner}


class ReturnForm(VerbForm):
    referral = forms.ModelChoiceField(queryset=Referral.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["referral"].queryset = self.lead.referrals.all()  # type: ignore[attr-defined]

    def carry_out(self) -> str:
        referring.give_place_back(referral=self.cleaned_data["referral"], by=self.by)
        return _("The place is free for somebody else.")


class StepForm(VerbForm):
    step = OneLineField(label=gettext_lazy("Which first step?"), max_length=300)

    def carry_out(self) -> str:
        referring.first_step(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Written down: a first step.")


class ActivateForm(VerbForm):
    step = OneLineField(label=gettext_lazy("What did the company do?"), max_length=300)
    on = forms.DateField(
        label=gettext_lazy("When?"), widget=DateInput, initial=clock.today, validators=list(WITHIN_REACH)
    )
    proof = forms.ChoiceField(
        label=gettext_lazy("How sure are we?"),
        choices=Proof.choices,
        initial=Proof.SAID,
        help_text=gettext_lazy("Said by themselves, shown to us, or confirmed by somebody else."),
    )
    company_name = OneLineField(label=gettext_lazy("Company"), max_length=150, required=False)
    kvk_number = KvkField(
        label=gettext_lazy("KvK number"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Eight digits, when you know it: then the company counts once."),
    )

    def clean_kvk_number(self) -> str:
        number: str = self.cleaned_data["kvk_number"]
        if number and not KVK_NUMBER.fullmatch(number):
            raise ValidationError(_("A KvK number has eight digits."))
        return number

    def carry_out(self) -> str:
        referring.activate(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Well done: this company counts as activated.")


class ProveForm(VerbForm):
    proof = forms.ChoiceField(label=gettext_lazy("How sure are we?"), choices=Proof.choices)
    note = OneLineField(label=gettext_lazy("What shows it?"), max_length=300, required=False)

    def carry_out(self) -> str:
        referring.prove(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Saved.")


class CloseForm(VerbForm):
    because = OneLineField(label=gettext_lazy("Why does it end?"), max_length=200)

    def carry_out(self) -> str:
        referring.close(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Closed.")


class ReopenForm(VerbForm):
    def carry_out(self) -> str:
        referring.reopen(lead=self.lead, by=self.by)
        return _("Open again.")


class NoteForm(VerbForm):
    text = forms.CharField(
        label=gettext_lazy("Note"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def carry_out(self) -> str:
        referring.note(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Saved.")


class OwnForm(VerbForm):
    owner = forms.ModelChoiceField(
        label=gettext_lazy("Who follows it up?"), queryset=User.objects.none(), required=False,
        empty_label=gettext_lazy("nobody yet"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = User.objects.filter(
            roles__network=self.lead.network_id, roles__kind__in=["leader", "facilitator"]
        )
        self.fields["owner"].queryset = running.distinct()  # type: ignore[attr-defined]
        self.fields["owner"].initial = self.lead.owner_id

    def carry_out(self) -> str:
        referring.own(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("Saved.")


class SameAsForm(VerbForm):
    first = forms.ModelChoiceField(queryset=Lead.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Lead.objects.filter(network=self.lead.network_id).genuine().exclude(pk=self.lead.pk)
        self.fields["first"].queryset = others  # type: ignore[attr-defined]

    def carry_out(self) -> str:
        referring.same_as(lead=self.lead, by=self.by, **self.cleaned_data)
        return _("They are one now; the first goes on.")


class ReleaseForm(VerbForm):
    def carry_out(self) -> str:
        receiving_leads.release(lead=self.lead, by=self.by)
        return _("Let through: the mail with the link is in the outbox.")


class RefuseForm(VerbForm):
    def carry_out(self) -> str:
        receiving_leads.refuse(lead=self.lead, by=self.by)
        return _("Refused. It is gone after thirty days.")


class EraseForm(VerbForm):
    sure = forms.BooleanField(label=gettext_lazy("Yes, erase name, addresses and words for good"))

    def carry_out(self) -> str:
        forgetting_leads.erase_person(lead=self.lead, by=self.by)
        return _("The personal details are gone.")


FORMS: dict[str, type[VerbForm]] = {
    "beantwoorden": AnswerForm,
    "doorverwijzen": ReferForm,
    "teruggeven": ReturnForm,
    "eerste-stap": StepForm,
    "activeren": ActivateForm,
    "bewijs": ProveForm,
    "sluiten": CloseForm,
    "heropenen": ReopenForm,
    "notitie": NoteForm,
    "eigenaar": OwnForm,
    "dubbel": SameAsForm,
    "doorlaten": ReleaseForm,
    "weigeren": RefuseForm,
    "wissen": EraseForm,
}


class WriteDownForm(forms.Form):
    name = OneLineField(label=gettext_lazy("Name"), max_length=120, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    phone = OneLineField(label=gettext_lazy("Telephone"), max_length=30, required=False)
    company_name = OneLineField(label=gettext_lazy("Company"), max_length=150, required=False)
    kvk_number = KvkField(label=gettext_lazy("KvK number"), max_length=20, required=False)
    place = OneLineField(label=gettext_lazy("Place"), max_length=80, required=False)
    theme = OneLineField(label=gettext_lazy("Theme"), max_length=80, required=False)
    brought_by = forms.ModelChoiceField(
        label=gettext_lazy("Brought by"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=gettext_lazy("nobody"),
    )
    question = forms.CharField(
        label=gettext_lazy("Question"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["brought_by"].queryset = network.people.all()  # type: ignore[attr-defined]

    clean_kvk_number = ActivateForm.clean_kvk_number

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not (values.get("name") or values.get("company_name")):
            self.add_error("name", _("Write down a name or a company."))
        return values
