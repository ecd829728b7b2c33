"""Addresses that are the same in every language."""

from django.urls import path

from events.views import (
    card,
    fans,
    fans_calendar,
    lead,
    my_calendar,
    public,
    public_events,
    public_requests,
)

urlpatterns = [
    path("agenda.ics", public.agenda_feed, name="agenda_feed"),
    path("agenda/<int:pk>.ics", public_events.event_calendar, name="event_calendar"),
    path("aanvraag/<str:token>/", public_requests.request_by_link, name="request_by_link"),
    path("gevraagd/<str:token>/", public_requests.offer_by_link, name="offer_by_link"),
    path("dossier/<str:token>/", public_requests.file_by_link, name="file_by_link"),
    path("dossier/<str:token>/hoe-ging-het/", public_requests.host_outcome, name="host_outcome"),
    path("fan/<str:token>/", fans.fan_page, name="fan_page"),
    path("fan/<str:token>/aanbieden/", fans.fan_offer, name="fan_offer"),
    path("fan/<str:token>/hoe-ging-het/<int:pk>/", fans.fan_outcome, name="fan_outcome"),
    path("fan/<str:token>/agenda/", fans_calendar.fan_own_calendar, name="fan_own_calendar"),
    path("fan/<str:token>/collega/", fans.fan_colleague, name="fan_colleague"),
    path("sitemap.xml", public.sitemap, name="sitemap"),
    path("kalender/<str:token>.ics", my_calendar.feed, name="my_calendar"),
    path("k/stijl/<slug:digest>.css", card.style, name="card_style"),
    path("vraag/<str:token>/", lead.confirm, name="lead_confirm"),
    path("mijn-vraag/<str:token>/", lead.own, name="lead_own"),
    path("hoe-gaat-het/<str:token>/", lead.check_in, name="lead_check_in"),
]
