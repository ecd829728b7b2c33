"""Process pages inside the admin: the frame around them, and the way back."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def page(
    request: HttpRequest, template: str, title: str, values: Mapping[str, Any], status: int = 200
) -> TemplateResponse:
    context = {**admin.site.each_context(request), "title": title, **values}
    return TemplateResponse(request, template, context, status=status)


def back(request: HttpRequest, otherwise: str = "admin:index", *args: Any) -> HttpResponse:
    """To where the page was opened from when that is ours, else to a page of the admin."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse(otherwise, args=args))
