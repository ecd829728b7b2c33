from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactMessage(models.Model):
    """A message through the site to the team or to an ambassador, whose address stays hidden.

    A suspicious one waits until the leader lets it through; nothing is thrown away unseen.
    """

    class State(models.TextChoices):
        HELD = "held", _("held")
        PASSED = "passed", _("passed on")
        REFUSED = "refused", _("refused")

    network = models.ForeignKey(
        "network.Network", models.CASCADE, related_name="contact_messages", verbose_name=_("network")
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("message"), max_length=5000)
    # Key of the ambassador it is for; empty: the team. A number, since this app stands below that one.
    for_person = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    for_name = models.CharField(_("for"), max_length=150, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State)
    suspicion = models.CharField(_("why it was held"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey("network.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("message through the site")
        verbose_name_plural = _("messages through the site")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.subject
