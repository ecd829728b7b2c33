"""Mijn: an ambassador's page, pause, plaque and data."""

from django.urls import path

from ambassadors.views import my, my_declaration, my_motives, nominating

urlpatterns = [
    path("pagina/", my.page, name="my_page"),
    path("pagina/bewerken/", my.edit_profile, name="my_profile"),
    path("pagina/voorbeeld/", my.preview, name="my_preview"),
    path("pagina/portret/", my.portrait, name="my_portrait"),
    path("pagina/bedrijf/", my.change_company, name="my_company"),
    path("pagina/tonen/", my.publication, name="my_publication"),
    path("kalender/", my.calendar_link, name="my_calendar_link"),
    path("kalender/vernieuwen/", my.calendar_renew, name="my_calendar_renew"),
    path("kalender/stoppen/", my.calendar_stop, name="my_calendar_stop"),
    path("plaquette/", my.plaques, name="my_plaques"),
    path("plaquette/<int:pk>.pdf", my.plaque_file, name="my_plaque_file"),
    path("ceremonie/foto/<int:pk>/", my.ceremony_photo, name="my_ceremony_photo"),
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
