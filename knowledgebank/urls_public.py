"""About, accessibility, privacy, and whatever else the leader writes."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebank.views import public

urlpatterns = [
    path(_("about/"), public.page, {"slug": "about"}, name="about"),
    path(_("accessibility/"), public.page, {"slug": "accessibility"}, name="accessibility"),
    path(_("privacy/"), public.page, {"slug": "privacy"}, name="privacy"),
    path(_("page/<slug:slug>/"), public.page, name="page"),
]
