from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """An account; without a password it can only be entered by a code or passkey."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """An account, known by its e-mail address. What it may do follows from its roles in each network."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl")
    is_staff = models.BooleanField(_("manages the installation"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    date_joined = models.DateTimeField(_("since"), auto_now_add=True)

    # Given roles by network, read once for each request (network.permissions).
    _kinds_by_network: dict[int, set[str]]

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique_any_case",
                violation_error_message=_("There is already an account with this e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def has_usable_password(self) -> bool:
        """Never: accounts are entered by a code from the mail or a passkey, and no page asks a password."""
        return False

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class RoleKind(models.TextChoices):
    """Roles that somebody gives. Being ambassador, honorary member or fan follows from other records."""

    LEADER = "leader", _("project leader")
    FACILITATOR = "facilitator", _("facilitator")
    CLIENT = "client", _("client")


class RoleQuerySet(models.QuerySet["Role"]):
    def running_the_network(self) -> "RoleQuerySet":
        """Of leaders and facilitators whose account is open."""
        return self.filter(kind__in=[RoleKind.LEADER, RoleKind.FACILITATOR], user__is_active=True)

    def reading_along(self) -> "RoleQuerySet":
        """Those who commission the network."""
        return self.filter(kind=RoleKind.CLIENT, user__is_active=True)


class Role(models.Model):
    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="roles", verbose_name=_("network")
    )
    user = models.ForeignKey(User, models.CASCADE, related_name="roles", verbose_name=_("account"))
    kind = models.CharField(_("role"), max_length=20, choices=RoleKind)
    # As they are called in this network: what an account is called elsewhere is not told here.
    name = models.CharField(_("name"), max_length=150, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["kind", "user__email"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "user", "kind"],
                name="role_once",
                violation_error_message=_("This account already has this role."),
            ),
            models.CheckConstraint(condition=models.Q(kind__in=RoleKind.values), name="role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.called} – {self.get_kind_display()}"

    @property
    def called(self) -> str:
        return self.name or self.user.email


class ListColumns(models.Model):
    """Which columns of a list an account chose to see; the list is named by its model."""

    user = models.ForeignKey(User, models.CASCADE, related_name="list_columns", verbose_name=_("account"))
    list_name = models.CharField(max_length=100)
    columns = models.JSONField(default=list)

    class Meta:
        verbose_name = _("columns of a list")
        verbose_name_plural = _("columns of lists")
        constraints = [models.UniqueConstraint(fields=["user", "list_name"], name="list_columns_once")]

    def __str__(self) -> str:
        return self.list_name
