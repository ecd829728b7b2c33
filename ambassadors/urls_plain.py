"""Addresses that are the same in every language: pictures, and what a personal link leads to."""

from django.urls import path

from ambassadors.views import answering, assessing, nominating, public

urlpatterns = [
    path("portret/<slug:slug>/<slug:version>-<int:width>.<str:encoding>", public.portrait, name="portrait"),
    path("fan/voordragen/<str:token>/", nominating.fan_nominates, name="fan_nominates"),
    path("kandidaat/<str:token>/", answering.candidate, name="candidate"),
    path("uitnodiging/<str:token>/", answering.invitation, name="invitation"),
    path("beoordelen/", assessing.mine, name="assessments"),
    path("beoordelen/<int:pk>/", assessing.one, name="assessment"),
]
