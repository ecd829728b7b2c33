"""Home, figures and agenda."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.views import public

urlpatterns = [
    path("", public.home, name="home"),
    path(_("figures/"), public.figures, name="figures"),
    path(_("agenda/"), public.agenda, name="agenda"),
]
