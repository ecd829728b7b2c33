"""Addresses that are the same in every language."""

from django.urls import path

from events.views import my_calendar, public

urlpatterns = [
    path("agenda.ics", public.agenda_feed, name="agenda_feed"),
    path("sitemap.xml", public.sitemap, name="sitemap"),
    path("kalender/<str:token>.ics", my_calendar.feed, name="my_calendar"),
]
