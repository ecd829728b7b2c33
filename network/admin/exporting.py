"""The leader's lists as CSV and XLSX, with the filters of the moment; who took what is logged."""

import logging
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from network import clock
from network.models import Network
from network.permissions import second_factor_again
from network.tables import XLSX, Export, to_csv, to_xlsx

log = logging.getLogger("koploper.access")

EXPORTED = 16  # LogEntry knows 1 to 3: add, change, delete

FORMATS = {"csv": (to_csv, "text/csv; charset=utf-8"), "xlsx": (to_xlsx, XLSX)}


def response(request: HttpRequest, export: Export, form: str, what: str) -> HttpResponse:
    """The file; who took what is logged, without names."""
    make, content_type = FORMATS[form]
    content, count = make(export)
    network = request.network
    log.info(
        "exported user=%s network=%s what=%s format=%s rows=%d filters=%s",
        request.user.pk,
        network.pk,
        what,
        form,
        count,
        ",".join(sorted(set(request.GET) - {"q"})),
    )
    answer = HttpResponse(content, content_type=content_type)
    name = f"{network.slug}-{slugify(export.name)}-{clock.today():%Y-%m-%d}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


class Exports(ModelAdmin):
    """Mixed into a ModelAdmin: its list as a file, with the filters and search of the moment."""

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        raise NotImplementedError

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(second_factor_again(self.export_view))
        return [path("export.<slug:form>", view, name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        export_url = f"{reverse('admin:index')}{self.opts.app_label}/{self.opts.model_name}/export"
        return super().changelist_view(request, {"export_url": export_url, **(extra_context or {})})

    def export_view(self, request: HttpRequest, form: str) -> HttpResponse:
        if form not in FORMATS or not self.has_view_permission(request):
            raise Http404
        try:
            found = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        export = self.export(request.network, found)
        answer = response(request, export, form, self.opts.label_lower)
        LogEntry.objects.create(
            user_id=request.user.pk,  # type: ignore[misc]
            content_type=ContentType.objects.get_for_model(self.model),
            object_repr=str(self.opts.verbose_name_plural)[:200],
            action_flag=EXPORTED,
            change_message=_("Exported as %(form)s") % {"form": form},
        )
        return answer
