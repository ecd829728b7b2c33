"""Mijn: an ambassador's page, pause, plaque and data."""

from django.urls import path

from ambassadors.views import consents, my, my_belonging, my_declaration, my_motives, nominating

urlpatterns = [
    path("pagina/", my.page, name="my_page"),
    path("pagina/bewerken/", my.edit_profile, name="my_profile"),
    path("pagina/voorbeeld/", my.preview, name="my_preview"),
    path("pagina/portret/", my.portrait, name="my_portrait"),
    path("pagina/bedrijf/", my.change_company, name="my_company"),
    path("pagina/tonen/", my.publication, name="my_publication"),
    path("toestemming/", consents.mine, name="my_consents"),
    path("kalender/", my.calendar_link, name="my_calendar_link"),
    path("kalender/vernieuwen/", my.calendar_renew, name="my_calendar_renew"),
    path("kalender/stoppen/", my.calendar_stop, name="my_calendar_stop"),
    path("plaquette/", my.plaques, name="my_plaques"),
    path("plaquette/<int:pk>.pdf", my.plaque_file, name="my_plaque_file"),
    path("ceremonie/foto/<int:pk>/", my.ceremony_photo, name="my_ceremony_photo"),
    path("termijn/", my_belonging.ending, name="my_parting"),
    path("verwachten/", my_belonging.expectations, name="my_expectations"),
    path("taken/", my_belonging.tasks, name="my_tasks"),
    path("taken/<int:pk>/nemen/", my_belonging.take_task, name="my_task_take"),
    path("taken/<int:pk>/teruggeven/", my_belonging.return_task, name="my_task_back"),
    path("taken/<int:pk>/klaar/", my_belonging.finish_task, name="my_task_done"),
    path("pauze/", my.pause, name="my_pause"),
    path("pauze/intrekken/", my.pause_withdraw, name="my_pause_withdraw"),
    path("drijfveren/", my_motives.motives, name="my_motives"),
    path("drijfveren/invullen/", my_motives.fill_in, name="my_motives_form"),
    path("drijfveren/intrekken/", my_motives.take_back, name="my_motives_back"),
    path("over-jou/", my_declaration.declaration, name="my_declaration"),
    path("over-jou/intrekken/", my_declaration.withdraw, name="my_declaration_withdraw"),
    path("voordragen/", nominating.my_nominate, name="my_nominate"),
    path("gegevens/", my.my_data, name="my_data"),
    path("gegevens/downloaden/", my.my_data_download, name="my_data_download"),
]
