"""The newsletter, and the question whether an address really wants it."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import newsletters
from events.actions import newsletters as verbs
from events.models import Newsletter, Subscription
from network import clock, links
from network.emails import SERVICE
from network.messages import register, register_group
from network.models import Message, Network

GROUP = register_group(
    "newsletter",
    _("The newsletter"),
    _("You get this mail because you asked for our newsletter."),
)


def _to_confirm(message: Message) -> dict[str, Any]:
    subscription = Subscription.objects.filter(pk=message.about_id or 0, network=message.network).first()
    if subscription is None:
        return {}
    path = reverse("newsletter_confirm", args=[verbs.token(subscription)])
    return {
        "action_url": links.absolute(message.network, path),
        "action_label": gettext("Yes, send me the newsletter"),
    }


def _still_asked(message: Message) -> bool | str:
    asked = Subscription.objects.filter(pk=message.about_id or 0)
    if asked.exists() and not asked.reading().exists():
        return True
    return str(_("Answered already, or too long ago."))


# To whoever typed an address for the newsletter; nothing else is ever sent before the answer.
CONFIRM = register(
    "newsletter_confirm",
    SERVICE,
    _("Question whether somebody wants the newsletter"),
    "events/email/newsletter_confirm",
    sample=lambda network: {
        "action_url": "https://example.org/nieuwsbrief/bevestigen/…/",
        "action_label": _("Yes, send me the newsletter"),
    },
    context=_to_confirm,
    still_due=_still_asked,
    editable=False,
)


def _issue(message: Message) -> dict[str, Any]:
    newsletter = (
        Newsletter.objects.select_related("network")
        .filter(pk=message.about_id or 0, network=message.network)
        .first()
    )
    if newsletter is None:
        return {}
    return about_issue(newsletter)


def about_issue(newsletter: Newsletter) -> dict[str, Any]:
    """What the templates of an issue show, in the active language; for its preview too."""
    return {
        "title": newsletter.shown_title,
        "introduction_html": newsletter.html,
        "introduction": newsletter.in_language("introduction"),
        "contents": newsletters.contents(newsletter, clock.today()),
        "action_url": links.absolute(newsletter.network, newsletter.get_absolute_url()),
        "action_label": gettext("Read it on the site"),
    }


def _sample(network: Network) -> dict[str, Any]:
    about, site = gettext("What it is about."), "https://example.org/"
    story = newsletters.Line(gettext("A story"), about, site, "Marleen Oosterveld")
    tool = newsletters.Line(gettext("A tool"), about, site)
    podium = newsletters.Line(
        gettext("A podium"), "Marleen Oosterveld", site, date_format(clock.today(), "l j F")
    )
    return {
        "title": _("News from the network"),
        "introduction_html": "",
        "introduction": "",
        "contents": newsletters.Contents([story], [tool], [podium]),
        "action_url": "https://example.org/nieuwsbrief/1/",
        "action_label": _("Read it on the site"),
    }


# To every reader who confirmed, when the leader sends an issue.
NEWSLETTER = register(
    "newsletter",
    GROUP,
    _("Newsletter"),
    "events/email/newsletter",
    sample=_sample,
    context=_issue,
    editable=False,
)
