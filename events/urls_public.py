"""Home, figures and agenda."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.views import (
    card,
    public,
    public_embed,
    public_events,
    public_newsletter,
    public_requests,
    public_share,
)

urlpatterns = [
    path("", public.home, name="home"),
    path(_("figures/"), public.figures, name="figures"),
    path(_("agenda/"), public.agenda, name="agenda"),
    path(_("agenda/<int:pk>/"), public_events.event, name="event"),
    path(_("ask/"), public_requests.ask, name="ask"),
    path(_("ask/thanks/"), public_requests.ask_done, name="ask_done"),
    path(_("newsletter/"), public_newsletter.subscribe, name="newsletters"),
    path(_("newsletter/almost/"), public_newsletter.asked, name="newsletter_asked"),
    path(_("newsletter/confirm/<str:token>/"), public_newsletter.confirm, name="newsletter_confirm"),
    path(_("newsletter/<int:pk>/"), public_newsletter.issue, name="newsletter"),
    path(_("embed/"), public_embed.how, name="embed_how"),
    path(_("embed/agenda/"), public_embed.agenda, name="embed_agenda"),
    path(_("embed/person/<slug:slug>/"), public_embed.person, name="embed_person"),
    path(_("share/<slug:kind>/<slug:key>.png"), public_share.share, name="share_picture"),
    # Short, for a card of 85 mm; after "k/" stands a code.
    path("k/<slug:code>/", card.card, name="card"),
    path(_("k/<slug:code>/thanks/"), card.thanks, name="card_thanks"),
    path(_("k/<slug:code>/here/"), card.here, name="card_here"),
    path(_("k/<slug:code>/opinion/"), card.feedback, name="card_feedback"),
]
