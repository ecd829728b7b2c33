"""Addresses that are the same in every language."""

from django.urls import path

from network.views import mail_preferences, public, reading, style

urlpatterns = [
    path("huisstijl/<slug:digest>.css", style.theme, name="theme"),
    path("icoon.svg", style.icon, name="icon"),
    path("logo.png", public.logo, name="logo"),
    path("robots.txt", public.robots, name="robots"),
    path(".well-known/security.txt", public.security, name="security"),
    path("stijl/", style.style_guide, name="style"),
    path("stijl/<slug:part>/", style.style_guide, name="style_part"),
    path("verslag/", reading.report_page, name="report"),
    path("verslag/verslag.<slug:form>", reading.report_file, name="report_file"),
    path("verslag/rijen/<slug:figure>/", reading.report_rows, name="report_rows"),
    path("verslag/<int:pk>/", reading.report_frozen, name="report_frozen"),
    path("verslag/<int:pk>/verslag.<slug:form>", reading.report_frozen_file, name="report_frozen_file"),
    path("verslag/<int:pk>/rijen/<slug:figure>/", reading.report_frozen_rows, name="report_frozen_rows"),
    path("mijn/mail/", mail_preferences.mine, name="mail_preferences"),
    path("mail/<str:token>/", mail_preferences.by_link, name="mail_preferences_by_link"),
    path("mail/<str:token>/stop/", mail_preferences.one_click, name="mail_stop"),
]
