"""What every page of the leader's admin stands on: it stays inside the network of the host name.

    @admin.register(Person)
    class PersonAdmin(NetworkModelAdmin): ...

Lists, pages, histories, autocompletes, filters and the choices of every field show this network only; a row
of another network does not exist. `network_lookup` is found by itself from the model's foreign keys.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.filters import FieldListFilter, RelatedFieldListFilter
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import BadRequest, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from network.admin.named import AccountField, named_in
from network.forms.days import WITHIN_REACH
from network.forms.lines import OneLineField
from network.forms.pictures import PictureField, PictureInput
from network.inside import inside, network_lookup_of
from network.models import Network, User
from network.own_words import in_words_of
from network.permissions import is_leader, refuse, runs
from network.refusals import sentence_for


class InsideNetworkForm(forms.ModelForm):
    """Knows the network before it checks, so that "once in a network" is said beside the field."""

    network: Network
    refused: str | None = None  # the sentence of a refusal by the database, on the second showing

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if _has_network(self._meta.model) and self.instance.network_id is None:
            self.instance.network = self.network

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"network"}  # type: ignore[misc]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refused:
            raise ValidationError(self.refused, code="refused")
        return cleaned


def _has_network(model: type[models.Model]) -> bool:
    return any(field.name == "network" for field in model._meta.concrete_fields)


class InsideNetwork(BaseModelAdmin):
    """For pages and inlines: choices inside the network, the network itself never in the form.

    What may be done follows from the role: leader and facilitator see, add and change; `leader_only` keeps a
    model to the leader (settings, roles); deleting is refused unless `deletable`; adding by hand is refused
    where `addable` is False.
    """

    view_on_site: Any = False  # our pages link to the site themselves
    leader_only = False
    addable = True
    changeable = True
    deletable = False

    def get_field_queryset(
        self, db: str | None, db_field: Any, request: HttpRequest | None
    ) -> models.QuerySet[Any] | None:
        related = db_field.remote_field.model
        ordered = super().get_field_queryset(db, db_field, request)  # type: ignore[arg-type]
        if request is None or network_lookup_of(related) is None:
            return ordered
        rows = inside(related, request.network)
        if related is User:
            rows = named_in(request.network, rows)
        return (
            rows.order_by(*ordered.query.order_by) if ordered is not None and ordered.query.order_by else rows
        )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if isinstance(db_field, models.ImageField):
            kwargs.update(form_class=PictureField, widget=PictureInput)
        elif type(db_field) is models.CharField and db_field.choices is None:
            kwargs.setdefault("form_class", OneLineField)
        elif type(db_field) is models.DateField:
            kwargs.setdefault("validators", WITHIN_REACH)
        elif isinstance(db_field, models.ForeignKey) and db_field.related_model is User:
            kwargs.setdefault("form_class", AccountField)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[arg-type]
        if field is not None and request is not None and self.model is not Network:
            field.label = in_words_of(field.label or "", request.network) or None
            field.help_text = in_words_of(field.help_text, request.network)
        return field

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        given = super().get_exclude(request, obj) or ()
        return [*given, "network"] if _has_network(self.model) else list(given) or None

    # --- What may be done ----------------------------------------------------------------------------

    def _may_work(self, request: HttpRequest) -> bool:
        allowed = is_leader if self.leader_only else runs
        return allowed(request.user, request.network)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_work(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.addable and self._may_work(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.changeable and self._may_work(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.deletable and self._may_work(request)


class NetworkModelAdmin(InsideNetwork, SimpleHistoryAdmin):
    """Base of every ModelAdmin."""

    network_lookup: str | None = None
    list_per_page = 50
    empty_words: Any = ""  # what will stand in this list, while there is nothing
    object_history_template: Any
    show_full_result_count = False

    def __init__(self, model: type[models.Model], admin_site: Any) -> None:
        super().__init__(model, admin_site)  # type: ignore[call-arg]
        if not self._keeps_history():
            self.object_history_template = None

    # --- Rows ----------------------------------------------------------------------------------------

    def action_checkbox(self, obj: Any) -> SafeString:
        """Of every row, so without the template of a form field."""
        return format_html(
            '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">',
            ACTION_CHECKBOX_NAME,
            obj.pk,
            _("Select %(what)s") % {"what": obj},
        )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        rows = super().get_queryset(request)
        lookup = self.network_lookup or network_lookup_of(self.model)  # type: ignore[arg-type]
        if lookup is None:
            return rows.none()
        network = request.network
        if self.model is User:
            return rows.filter(pk__in=User.objects.filter(roles__network=network).values("pk"))
        return rows.filter(**{lookup: network.pk})

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        try:
            return super().get_object(request, object_id, from_field)
        except OverflowError:  # a number no database can hold
            return None

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """By a field of its own a list filters only where it shows a filter: whoever could ask more would
        read what no page shows, such as the code in a mail, letter by letter."""
        field = lookup.partition("__")[0]
        shown = {getattr(one, "parameter_name", one) for one in self.get_list_filter(request)}
        hidden = {field.name for field in self.opts.get_fields()} - shown - {self.opts.pk.name}
        return field not in hidden and super().lookup_allowed(lookup, value, request)

    def response_action(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        if not all(pk.isdecimal() for pk in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest("What was ticked is no row.")
        return super().response_action(request, queryset)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        raise Http404

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self._own_or_404(request, object_id)
        if not self._keeps_history():  # what was done here, as Django notes it
            return admin.ModelAdmin.history_view(self, request, object_id, extra_context)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """A version is there to be read. Going back to one would pass by the verbs and their rules."""
        self._own_or_404(request, object_id)
        if not self._keeps_history():
            raise Http404
        if request.method not in ("GET", "HEAD"):
            refuse(request)
        return super().history_form_view(request, object_id, version_id, extra_context)

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def _keeps_history(self) -> bool:
        return hasattr(self.model._meta, "simple_history_manager_attribute")

    def _own_or_404(self, request: HttpRequest, object_id: str) -> None:
        if self.get_object(request, unquote(object_id)) is None:
            raise Http404

    # --- Forms ---------------------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(
            form.__name__,
            (InsideNetworkForm, form),
            {"network": request.network, "refused": getattr(request, "refused_by_database", None)},
        )

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            # Two at the same moment: the form again, with what was typed and the reason.
            request.refused_by_database = sentence_for(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if _has_network(formset.model):
            for inline_form in formset.forms:
                if inline_form.instance.network_id is None:
                    inline_form.instance.network = request.network
        super().save_formset(request, form, formset, change)

    # --- What may be done ----------------------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may_work(request)

    def say(self, request: HttpRequest, text: str, level: int = messages.SUCCESS) -> None:
        self.message_user(request, text, level)


class OwnPage(NetworkModelAdmin):
    """Where Django's form of one thing gives way to a page of our own."""

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        raise NotImplementedError

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        return self.own_page(request, thing)


class NetworkInline(InsideNetwork):
    """Mixed into an inline: class TermInline(NetworkInline, admin.TabularInline).

    It may be changed by whoever may change the page it stands on.
    """

    extra = 0
    deletable = True

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        """A column's heading labels nothing for a screen reader: every field carries its own name."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and field.label:
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", capfirst(str(field.label)))
        return field

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]

        class Named(formset):  # type: ignore[misc, valid-type]
            def add_fields(self, form: Any, index: int | None) -> None:
                super().add_fields(form, index)
                if "DELETE" in form.fields:
                    form.fields["DELETE"].widget.attrs["aria-label"] = _("Remove: %(what)s") % {
                        "what": form.instance if form.instance.pk else self.model._meta.verbose_name
                    }

        Named.__name__ = formset.__name__
        return Named


class RelatedInNetworkFilter(RelatedFieldListFilter):
    """The filter beside a list offers this network's rows only; for every related field, by itself."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        related = field.related_model
        if network_lookup_of(related) is None:
            return super().field_choices(field, request, model_admin)
        own = inside(related, request.network)
        ordering = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(
            include_blank=False, ordering=ordering, limit_choices_to={"pk__in": own.values("pk")}
        )


FieldListFilter.register(lambda field: field.remote_field, RelatedInNetworkFilter, take_priority=True)
