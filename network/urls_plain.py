"""Addresses that are the same in every language."""

from django.urls import path

from network.views import style

urlpatterns = [
    path("huisstijl/<slug:digest>.css", style.theme, name="theme"),
    path("icoon.svg", style.icon, name="icon"),
    path("stijl/", style.style_guide, name="style"),
]
