"""Mijn: an ambassador's podia, year and requests."""

from django.urls import path

from events.views import files, my, my_card, my_kit, my_not_now, my_outcome, my_podium, my_recognition

urlpatterns = [
    path("", my.home, name="my_home"),
    path("podium/nieuw/", my_podium.podium_new, name="my_log_podium"),
    path("podium/concept/", my_podium.draft_save, name="my_draft_save"),
    path("podium/concept/weg/", my_podium.draft_discard, name="my_draft_discard"),
    path("podium/concept/foto/", my_podium.draft_photo, name="my_draft_photo"),
    path("podium/<int:pk>/", my_podium.podium_edit, name="my_podium_edit"),
    path("podium/<int:pk>/vastgelegd/", my_podium.podium_done, name="my_podium_done"),
    path("podium/<int:pk>/terugnemen/", my_podium.podium_cancel, name="my_podium_cancel"),
    path("podium/<int:pk>/terugzetten/", my_podium.podium_restore, name="my_podium_restore"),
    path("podium/<int:pk>/foto/", my_podium.podium_photo, name="my_podium_photo"),
    path("podium/<int:pk>/hoe-ging-het/", my_outcome.outcome, name="my_outcome"),
    path("podium/<int:pk>/meenemen/", my_kit.kit, name="my_kit"),
    path("podium/<int:pk>/meenemen.zip", my_kit.kit_archive, name="my_kit_archive"),
    path("podium/<int:pk>/verhaal/", my_kit.story_from_podium, name="my_story_from_podium"),
    path("hoe-ging-het/<str:token>/", my_outcome.outcome_by_link, name="my_outcome_by_link"),
    path("nu-niet/<str:token>/", my_not_now.not_now_by_link, name="my_not_now_by_link"),
    path("aanvragen/", my.requests, name="my_requests"),
    path("aanvragen/<int:pk>/", my.want_request, name="my_want_request"),
    path("aanvragen/idee/<int:pk>/weg/", my.drop_idea, name="my_drop_idea"),
    path("gevraagd/<int:pk>/", my.answer_offer, name="my_offer"),
    path("podium/<int:pk>/dossier/", files.my_file, name="my_file"),
    path("jaar/", my.year, name="my_years"),
    path("jaar/bereikt/", my_recognition.reached, name="my_reached"),
    path("jaar/<int:year>/kaart.pdf", my_recognition.year_pdf, name="my_year_card"),
    path("jaar/<int:year>/kaart.png", my_recognition.year_png, name="my_year_picture"),
    path("jaar/bijdrage/", my.contribution_new, name="my_contribution_new"),
    path("jaar/bijdrage/<int:pk>/weg/", my.contribution_remove, name="my_contribution_remove"),
    path("kaartje/", my_card.card, name="my_card"),
    path("kaartje/podium/<int:pk>/", my_card.podium_card, name="my_card_podium"),
    path("kaartje/<slug:code>/afdrukken.pdf", my_card.pdf, name="my_card_pdf"),
    path("kaartje/<slug:code>/dia.png", my_card.last_slide, name="my_card_slide"),
    path("kaartje/<slug:code>/scherm/", my_card.screen, name="my_card_screen"),
    path("wat-ervan-kwam/", my_card.leads, name="my_leads"),
]
