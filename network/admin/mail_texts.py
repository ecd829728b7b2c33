"""The network's own words for a mail, in place of the built-in ones."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import messages, previews, wording
from network.actions import composing
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.models import MessageText, Network

navigation.add(
    navigation.Group.SETTINGS, 25, gettext_lazy("texts of mails"), "admin:network_messagetext_changelist"
)

LANGUAGES = dict(settings.LANGUAGES)


class OwnTextForm(forms.ModelForm):
    class Meta:
        model = MessageText
        fields = ("subject", "body")
        widgets = {"body": forms.Textarea(attrs={"rows": 16})}

    def __init__(self, *args: Any, kind: messages.Kind, built_in: tuple[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.built_in = built_in
        if self.instance.pk is None:  # one begins with the words there are
            self.initial["subject"], self.initial["body"] = built_in
        self.fields["subject"].required = True

    def is_built_in(self) -> bool:
        """Nothing was changed: a copy would only stay behind when the built-in text gets better."""
        typed = (self.cleaned_data["subject"], self.cleaned_data["body"].replace("\r\n", "\n"))
        return typed == self.built_in

    def clean_subject(self) -> str:
        return self._checked(" ".join(self.cleaned_data["subject"].split()))

    def clean_body(self) -> str:
        return self._checked(self.cleaned_data["body"].strip())

    def _checked(self, words: str) -> str:
        if faults := wording.unknown_placeholders(words, self.kind.placeholders):
            raise ValidationError(
                _("This is no placeholder of this mail: %s. Choose one from the list beside the text.")
                % ", ".join(faults),
                code="placeholder",
            )
        return words


@admin.register(MessageText)
class MessageTextAdmin(NetworkModelAdmin):
    """Every mail of which the words can be changed, in each language and for each variant."""

    addable = False

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        own = [
            path("<slug:kind>/<str:language>/", view(self.text_view), name="network_messagetext_text"),
            path(
                "<slug:kind>/<str:language>/<slug:variant>/",
                view(self.text_view),
                name="network_messagetext_variant",
            ),
        ]
        standard = [
            pattern for pattern in super().get_urls() if pattern.name and "changelist" in pattern.name
        ]
        return [*standard, *own]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        network = request.network
        own = set(MessageText.objects.filter(network=network).values_list("kind", "variant", "language"))
        rows = [
            {
                "kind": kind,
                "variants": [
                    {
                        "title": title,
                        "texts": [
                            (
                                LANGUAGES[language],
                                _url(kind, language, variant),
                                (kind.name, variant, language) in own,
                            )
                            for language in network.languages
                        ],
                    }
                    for variant, title in [("", _("for everybody")), *kind.variants]
                ],
            }
            for kind in messages.kinds()
            if kind.editable
        ]
        return page(request, "network/admin/mail_texts.html", _("Texts of mails"), {"rows": rows})

    def text_view(self, request: HttpRequest, kind: str, language: str, variant: str = "") -> HttpResponse:
        network = request.network
        found = _kind_or_404(network, kind, language, variant)
        text = MessageText.objects.filter(
            network=network, kind=kind, language=language, variant=variant
        ).first() or MessageText(network=network, kind=kind, language=language, variant=variant)
        if request.method == "POST" and "remove" in request.POST:
            if text.pk:
                text.delete()
            self.say(request, _("The built-in text is used again."))
            return HttpResponseRedirect(request.path)
        start = composing.starting_text(found, network, language=language, variant=variant)
        form = OwnTextForm(
            request.POST if request.method == "POST" else None, instance=text, kind=found, built_in=start
        )
        if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
            if text.pk is None and form.is_built_in():
                self.say(request, _("Nothing was changed, so the built-in text stays in use."))
                return HttpResponseRedirect(request.path)
            form.save()
            self.say(request, _("The text is saved. Mails that still wait get it too."))
            return HttpResponseRedirect(request.path)
        if request.method == "POST" and form.errors:
            notices.error(request, _("The text is not saved yet."))
        built_in, shown = _previews(network, found, text, language=language, variant=variant)
        values = {
            "form": form,
            "text": text,
            "kind": found,
            "language_title": LANGUAGES[language],
            "variant": dict(found.variants).get(variant, ""),
            "is_for_all": bool(found.variants) and not variant,
            "built_in": built_in,
            "shown": shown,
            "frame": previews.frame(
                shown.html,
                nonce=str(request.csp_nonce),  # type: ignore[attr-defined]
                title=_("The mail with made-up data"),
            ),
        }
        return page(request, "network/admin/mail_text.html", str(found.title), values)


def _url(kind: messages.Kind, language: str, variant: str) -> str:
    if variant:
        return reverse("admin:network_messagetext_variant", args=[kind.name, language, variant])
    return reverse("admin:network_messagetext_text", args=[kind.name, language])


def _kind_or_404(network: Network, name: str, language: str, variant: str) -> messages.Kind:
    try:
        kind = messages.kind_of(name)
    except messages.UnknownKind:
        raise Http404 from None
    known = language in LANGUAGES and variant in ["", *(name for name, _title in kind.variants)]
    if not known or not kind.editable:
        raise Http404
    return kind


def _previews(
    network: Network, kind: messages.Kind, text: MessageText, *, language: str, variant: str
) -> tuple[composing.Composed, composing.Composed]:
    """The built-in mail, and the mail with the network's words where it has them."""
    with translation.override(language):
        values = composing.sample(kind, network, language=language, variant=variant)
        built_in = composing.render(kind, {**values, "only_words": True}, variant=variant)
        shown = composing.shown(kind, values)
        return built_in, composing.render(
            kind,
            values,
            variant=variant,
            subject=wording.filled(text.subject, shown),
            words=wording.filled(text.body, shown),
        )
