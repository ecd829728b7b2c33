"""The settings of a network and who has which role in it; for the leader only."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network import colours
from network.actions import founding, roles
from network.admin import navigation
from network.admin.base import NetworkInline, NetworkModelAdmin
from network.admin.named import named_in
from network.forms.lines import OneLineField
from network.models import (
    BudgetLine,
    CommitmentYear,
    Network,
    NetworkHost,
    QuietPeriod,
    Role,
    RoleKind,
    Target,
    User,
)
from network.permissions import ask_second_factor, has_fresh_second_factor, is_leader

navigation.add(navigation.Group.ACCOUNT, 10, _("Figures up to today"), "report")
navigation.add(
    navigation.Group.SETTINGS,
    10,
    _("Settings of the network"),
    "admin:network_network_changelist",
    leader_only=True,
)
navigation.add(
    navigation.Group.SETTINGS, 20, _("Roles"), "admin:network_role_changelist", leader_only=True, rare=True
)


class LeaderInline(NetworkInline):
    def _may_work(self, request: HttpRequest) -> bool:
        return is_leader(request.user, request.network)


class HostInline(LeaderInline, admin.TabularInline):
    model = NetworkHost


class QuietPeriodInline(LeaderInline, admin.TabularInline):
    model = QuietPeriod


class TargetInline(LeaderInline, admin.TabularInline):
    model = Target


class BudgetLineInline(LeaderInline, admin.TabularInline):
    model = BudgetLine


class ColourInput(forms.TextInput):
    input_type = "color"

    def use_required_attribute(self, initial: Any) -> bool:
        return False  # it always holds a colour, and HTML knows no such attribute on it


class FoundingForm(forms.ModelForm):
    """A superuser makes a network with its few first settings; its leader fills in the rest."""

    host = forms.CharField(label=_("host name"), max_length=253)
    leader_email = forms.EmailField(label=_("e-mail address of the project leader"))

    class Meta:
        model = Network
        fields = ("name", "slug", "commitment_year", "podia_per_year")

    def clean_host(self) -> str:
        host = self.cleaned_data["host"].strip().lower()
        if NetworkHost.objects.filter(host=host).exists():
            raise ValidationError(_("Another network has this host name."))
        return host


@admin.register(Network)
class NetworkAdmin(NetworkModelAdmin):
    leader_only = True
    inlines = (HostInline, QuietPeriodInline, TargetInline, BudgetLineInline)
    list_display = ("name", "theme", "region", "client_name")
    fieldsets = (
        (None, {"fields": ("name", "slug", ("theme", "theme_en"), "region", "working_area")}),
        (
            _("Client and appointing official"),
            {
                "fields": (
                    ("client_name", "client_name_en"),
                    "official_name",
                    ("official_title", "official_title_en"),
                    "official_signature",
                )
            },
        ),
        (
            _("Own words"),
            {
                "fields": (
                    ("word_singular", "word_plural"),
                    ("word_singular_en", "word_plural_en"),
                    "headline",
                    "headline_en",
                    "introduction",
                    "introduction_en",
                    "menu",
                    "menu_en",
                    "english",
                )
            },
        ),
        (
            _("House style"),
            {
                "fields": ("logo", ("brand_colour", "accent_colour")),
                "description": _(
                    "From these two colours all others follow. A colour that is too light to read is made"
                    " darker; after saving you see which one."
                ),
            },
        ),
        (
            _("Terms and podia"),
            {
                "fields": (
                    ("podia_per_year", "commitment_year"),
                    ("term_years", "maximum_size"),
                    "chase_active",
                )
            },
        ),
        (
            _("Plaque"),
            {"fields": ("plaque_title", "plaque_title_en", "plaque_text", "plaque_text_en", "serial_prefix")},
        ),
        (_("The team"), {"fields": ("contact_email", "contact_phone", "contact_address")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Network | None = None) -> Any:
        if obj is None:
            fields = ("name", "slug", "host", "leader_email", "commitment_year", "podia_per_year")
            return ((None, {"fields": fields}),)
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Network | None) -> Any:
        return self.inlines if obj else ()

    def get_form(
        self, request: HttpRequest, obj: Network | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is None:
            kwargs.update(form=FoundingForm, fields=FoundingForm.Meta.fields)
        form = super().get_form(request, obj, change=change, **kwargs)
        for name in ("brand_colour", "accent_colour"):
            if name in form.base_fields:
                form.base_fields[name].widget = ColourInput()
        return form

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one network here: its settings."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        network = request.network
        return HttpResponseRedirect(reverse("admin:network_network_change", args=[network.pk]))

    def save_model(self, request: HttpRequest, obj: Network, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            if {"brand_colour", "accent_colour"} & set(form.changed_data):
                self._tell_about_colours(request, obj)
            return
        made = founding.found(
            slug=obj.slug,
            name=obj.name,
            host=form.cleaned_data["host"],
            commitment_year=obj.commitment_year or CommitmentYear.TERM,
            podia_per_year=obj.podia_per_year,
            leader=form.cleaned_data["leader_email"],
            by=request.user,  # type: ignore[arg-type]
        )
        obj.pk = made.pk
        obj._state.adding = False

    def response_add(self, request: HttpRequest, obj: Network, post_url_continue: Any = None) -> HttpResponse:
        host = obj.hosts.get(is_primary=True).host
        text = _("%(name)s is made. Its leader has a mail; the place to work is %(host)s/beheer/.")
        self.say(request, text % {"name": obj.name, "host": host})
        return HttpResponseRedirect(reverse("admin:index"))

    def response_change(self, request: HttpRequest, obj: Network) -> HttpResponse:
        if "_continue" in request.POST or "_saveasnew" in request.POST:
            return super().response_change(request, obj)
        self.say(request, str(_("The settings are saved.")))
        return HttpResponseRedirect(reverse("admin:network_network_change", args=[obj.pk]))

    def _tell_about_colours(self, request: HttpRequest, network: Network) -> None:
        texts = {
            "brand": _("The brand colour %(wanted)s was hard to read as text; it is shown as %(used)s."),
            "accent": _("The accent colour %(wanted)s did not stand out enough; it is shown as %(used)s."),
        }
        for correction in colours.derive(network.brand_colour, network.accent_colour).corrections:
            values = {"wanted": correction.wanted, "used": correction.used}
            self.say(request, texts[correction.role] % values, messages.WARNING)


class GivingForm(forms.ModelForm):
    email = forms.EmailField(
        label=_("e-mail address"), help_text=_("Whoever has no account yet gets one at this address.")
    )
    name = OneLineField(label=_("name"), max_length=150, required=False)

    class Meta:
        model = Role
        fields = ("kind",)
        help_texts = {
            "kind": _(
                "A project leader may do everything, settings and roles included. A facilitator does the"
                " daily work. The client reads figures and the report."
            )
        }


@admin.register(Role)
class RoleAdmin(NetworkModelAdmin):
    """Roles are given and taken, never changed."""

    form = GivingForm
    fields = ("email", "name", "kind")
    leader_only = True
    changeable = False
    deletable = True
    list_display = ("person", "email", "kind", "second_lock")
    list_select_related = ("user",)
    list_filter = ("kind",)
    search_fields = ("user__email", "name")
    actions = None

    @admin.display(description=_("name"), ordering="name")
    def person(self, role: Role) -> str:
        return role.called

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        locks = Authenticator.objects.filter(user=OuterRef("user")).exclude(
            type=Authenticator.Type.RECOVERY_CODES
        )
        return super().get_queryset(request).annotate(has_lock=Exists(locks))

    @admin.display(description=_("second lock"))
    def second_lock(self, role: Any) -> str:
        """Of those who need one. Until it is there, whoever reads their mail can make it."""
        if role.kind == RoleKind.CLIENT:
            return "–"
        return gettext("yes") if role.has_lock else gettext("not yet")

    @admin.display(description=_("e-mail address"), ordering="user__email")
    def email(self, role: Role) -> str:
        return role.user.email

    def get_fields(self, request: HttpRequest, obj: Role | None = None) -> Any:
        return ("person", "email", "kind") if obj else self.fields

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not has_fresh_second_factor(request):
            return ask_second_factor(request)
        return super().add_view(request, form_url, extra_context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not has_fresh_second_factor(request):
            return ask_second_factor(request)
        return super().delete_view(request, object_id, extra_context)

    def save_model(self, request: HttpRequest, obj: Role, form: Any, change: bool) -> None:
        given = roles.give(
            network=request.network,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            kind=form.cleaned_data["kind"],
            by=request.user,  # type: ignore[arg-type]
        )
        obj.pk, obj.user = given.pk, given.user
        obj._state.adding = False

    def delete_model(self, request: HttpRequest, obj: Role) -> None:
        request.refused_role = None  # type: ignore[attr-defined]
        try:
            roles.take(obj, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            request.refused_role = error.messages[0]  # type: ignore[attr-defined]

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: int) -> HttpResponse:
        if refused := getattr(request, "refused_role", None):
            self.say(request, refused, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:network_role_changelist"))
        return super().response_delete(request, obj_display, obj_id)


@admin.register(User)
class AccountAdmin(NetworkModelAdmin):
    """Whoever has a role here, for autocompletes and history pages; an account is its owner's to change."""

    leader_only = True
    addable = False
    changeable = False
    list_display = ("email", "called", "is_active")
    search_fields = ("email",)
    fields = ("email", "called", "is_active")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return named_in(request.network, super().get_queryset(request))

    @admin.display(description=_("name"))
    def called(self, user: User) -> str:
        return getattr(user, "called", "")
