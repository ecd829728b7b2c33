"""Addresses that are the same in every language: pictures, and what a personal link leads to."""

from django.urls import path

from ambassadors.views import answering, assessing, ceremony, consents, nominating, public

urlpatterns = [
    path("portret/<slug:slug>/<slug:version>-<int:width>.<str:encoding>", public.portrait, name="portrait"),
    path("fan/voordragen/<str:token>/", nominating.fan_nominates, name="fan_nominates"),
    path("kandidaat/<str:token>/", answering.candidate, name="candidate"),
    path("uitnodiging/<str:token>/", answering.invitation, name="invitation"),
    path("toestemming/<str:token>/", consents.by_own_link, name="consents_by_link"),
    path("ceremonie/<str:token>/", ceremony.guest, name="ceremony_guest"),
    path("ceremonie/<str:token>/afspraak.ics", ceremony.guest_calendar, name="ceremony_calendar"),
    path("plaquetteproef/<str:token>/", ceremony.proof, name="plaque_proof"),
    path("beoordelen/", assessing.mine, name="assessments"),
    path("beoordelen/<int:pk>/", assessing.one, name="assessment"),
]
