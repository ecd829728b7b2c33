"""The roof: which room answers which address.

`/beheer/` is the leader's, `/mijn/` the ambassador's; the rest is public and in the visitor's language.
Addresses of one room stand in that room's `urls.py`.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from config import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("beheer/", admin.site.urls),
    path("account/", include("network.urls_account")),
    path("mijn/", include("ambassadors.urls_my")),
    path("mijn/", include("knowledgebank.urls_my")),
    path("mijn/", include("events.urls_my")),
    path("", include("network.urls_plain")),
    path("", include("ambassadors.urls_plain")),
    path("", include("knowledgebank.urls_plain")),
    path("", include("events.urls_plain")),
]

# The list of people stands at the network's own plural word: the last pattern of ambassadors.urls_public.
urlpatterns += i18n_patterns(
    path("", include("network.urls_public")),
    path("", include("events.urls_public")),
    path("", include("knowledgebank.urls_public")),
    path("", include("ambassadors.urls_public")),
    prefix_default_language=False,
)

handler400 = "network.views.errors.bad_request"
handler403 = "network.views.errors.forbidden"
handler404 = "network.views.errors.not_found"
handler429 = "network.views.errors.too_many"  # asked for by the doors of sign-in
handler500 = "network.views.errors.server_error"
