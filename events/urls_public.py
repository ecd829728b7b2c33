"""Home, figures and agenda."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.views import card, public, public_events, public_requests

urlpatterns = [
    path("", public.home, name="home"),
    path(_("figures/"), public.figures, name="figures"),
    path(_("agenda/"), public.agenda, name="agenda"),
    path(_("agenda/<int:pk>/"), public_events.event, name="event"),
    path(_("ask/"), public_requests.ask, name="ask"),
    path(_("ask/thanks/"), public_requests.ask_done, name="ask_done"),
    # Short, for a card of 85 mm; after "k/" stands a code.
    path("k/<slug:code>/", card.card, name="card"),
    path(_("k/<slug:code>/thanks/"), card.thanks, name="card_thanks"),
    path(_("k/<slug:code>/here/"), card.here, name="card_here"),
    path(_("k/<slug:code>/opinion/"), card.feedback, name="card_feedback"),
]
