from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SignInQuerySet(models.QuerySet["SignIn"]):
    def usable(self, now: datetime) -> "SignInQuerySet":
        return self.filter(used_at=None, expires_at__gt=now)


class SignIn(models.Model):
    """A code and a link that were asked for to sign in; only their hashes are kept, for a day.

    Somebody without a place in the network gets a row as well, so that their screens say the same; it has
    no address and no mail goes out.
    """

    network = models.ForeignKey("network.Network", models.CASCADE, related_name="+")
    email = models.EmailField(blank=True)
    email_hash = models.CharField(max_length=64)
    ip_hash = models.CharField(max_length=64)
    next = models.CharField(max_length=300, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)  # empty: only the link works
    link_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt to sign in")
        verbose_name_plural = _("attempts to sign in")
        indexes = [
            models.Index(fields=["email_hash", "-created_at"], name="sign_in_by_address"),
            models.Index(fields=["ip_hash", "-created_at"], name="sign_in_by_place"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(failures__lte=5), name="sign_in_failures_end"),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%d-%m-%Y %H:%M}"

    @property
    def is_decoy(self) -> bool:
        return not self.email
