"""Composing a newsletter, looking at it, sending it once; and how many read it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from events.actions import newsletters
from events.emails.newsletters import NEWSLETTER, about_issue
from events.models import Newsletter, Subscription
from knowledgebank.models import StoryVersion
from network import clock, previews
from network.actions import composing
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.links import site_url
from network.permissions import NetworkRequest

LIST = "admin:events_newsletter_changelist"
navigation.add(navigation.Group.CONTENT, 50, gettext_lazy("Newsletter"), LIST)


class NewsletterForm(forms.ModelForm):
    """What has been sent shows its fields without a form."""

    class Meta:
        model = Newsletter
        fields = "__all__"  # noqa: DJ007 - the admin's fields say which
        widgets = {"stories": forms.CheckboxSelectMultiple, "tools": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "stories" in self.fields:
            newest = StoryVersion.objects.filter(story=OuterRef("pk")).order_by("-number")
            stories: Any = self.fields["stories"]
            stories.queryset = stories.queryset.annotate(title=Subquery(newest.values("title")[:1]))
            stories.label_from_instance = lambda story: story.title or story.slug


@admin.register(Newsletter)
class NewsletterAdmin(NetworkModelAdmin):
    list_display = ("title", "state", "readers")
    search_fields = ("title",)
    fields = (
        "title", "introduction", "stories", "tools", "with_agenda", "title_en", "introduction_en",
    )  # fmt: skip
    form = NewsletterForm
    change_list_template = "events/admin/newsletter_list.html"

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        return [
            path("beginnen/", door(begin), name="newsletter_begin"),
            path("<int:pk>/versturen/", door(send), name="newsletter_send"),
            *super().get_urls(),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Newsletter | None = None) -> Any:
        return self.fields if obj is not None and obj.sent_at else ()

    def response_post_save_add(self, request: HttpRequest, obj: Newsletter) -> HttpResponse:
        return redirect("admin:newsletter_send", obj.pk)

    response_post_save_change = response_post_save_add

    @admin.display(description=gettext_lazy("state"), ordering="sent_at")
    def state(self, newsletter: Newsletter) -> SafeString | str:
        if newsletter.sent_at:
            return _("sent")
        address = reverse("admin:newsletter_send", args=[newsletter.pk])
        return format_html('<a href="{}">{}</a>', address, _("Look and send"))


@admin.register(Subscription)
class SubscriptionAdmin(NetworkModelAdmin):
    """Who reads it: shown, so that somebody can be taken off who asks for it by telephone."""

    list_display = ("email", "language", "asked_at", "confirmed_at")
    search_fields = ("email",)
    fields = ("email", "language", "asked_at", "confirmed_at", "consent_text")
    readonly_fields = fields
    addable = False
    deletable = True


@require_POST
def begin(request: NetworkRequest) -> HttpResponse:
    title = _("News from %(network)s") % {"network": request.network.name}
    newsletter = newsletters.begin(network=request.network, title=title, by=request.user)
    return redirect("admin:events_newsletter_change", newsletter.pk)


def send(request: NetworkRequest, pk: int) -> HttpResponse:
    """As a reader gets it, and the button that sends it."""
    network = request.network
    newsletter = get_object_or_404(Newsletter, network=network, pk=pk)
    newsletter.network = network
    if request.method == "POST":
        try:
            number = newsletters.send(newsletter, by=request.user)
        except newsletters.AlreadySent:
            messages.info(request, _("This issue was sent before. Nothing was sent twice."))
        except newsletters.NothingToSay:
            messages.error(request, _("Write a few words first, or choose a story or a tool."))
            return redirect("admin:newsletter_send", pk)
        else:
            said = ngettext("%d mail is in the outbox.", "%d mails are in the outbox.", number) % number
            messages.success(request, said)
        return redirect(LIST)
    values = {
        "newsletter": newsletter,
        "readers": Subscription.objects.filter(network=network).reading().count(),
        "frame": previews.frame(
            shown(newsletter).html,
            nonce=str(request.csp_nonce),  # type: ignore[attr-defined]
            title=_("The mail as it is sent"),
        ),
        "today": clock.today(),
    }
    return page(request, "events/admin/newsletter_send.html", newsletter.title, values)


def shown(newsletter: Newsletter) -> composing.Composed:
    """The mail as a Dutch reader gets it today."""
    with translation.override("nl"):
        kind = NEWSLETTER
        values = composing.frame_values(newsletter.network, kind, language="nl")
        values |= {"stop_url": site_url(newsletter.network), **about_issue(newsletter)}
        return composing.render(kind, values)
