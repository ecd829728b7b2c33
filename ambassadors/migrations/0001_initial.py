import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import ambassadors.models.round_rules
import ambassadors.models.rounds
import network.models.languages


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0001_initial"),
        ("network", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("mark", models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "mark of a picture",
                "verbose_name_plural": "marks of pictures",
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                ("pseudonym", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("box", models.TextField()),
            ],
            options={
                "verbose_name": "declaration of personal traits",
                "verbose_name_plural": "declarations of personal traits",
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(blank=True, null=True, verbose_name="first day after")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
            ],
            options={
                "verbose_name": "pause",
                "verbose_name_plural": "pauses",
                "ordering": ["-start"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end", None), ("end__gt", models.F("start")), _connector="OR"),
                        name="pause_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AppointmentRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="nominating opens on")),
                (
                    "nominations_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="nominating is possible up to and including"
                    ),
                ),
                (
                    "decide_on",
                    models.DateField(blank=True, null=True, verbose_name="decision and invitations on"),
                ),
                (
                    "answer_by",
                    models.DateField(blank=True, null=True, verbose_name="invitations answered by"),
                ),
                ("ceremony_on", models.DateField(verbose_name="day of the ceremony")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place of the ceremony")),
                (
                    "official_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="name of the appointing official"
                    ),
                ),
                (
                    "official_title",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title of the appointing official"
                    ),
                ),
                (
                    "official_title_en",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        verbose_name="title of the appointing official, in English",
                    ),
                ),
                (
                    "official_signature",
                    models.ImageField(blank=True, upload_to="signatures/", verbose_name="signature"),
                ),
                (
                    "settled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="selection settled at"),
                ),
                ("appointed_at", models.DateTimeField(blank=True, null=True, verbose_name="appointed at")),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="appointed by",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="selection settled by",
                    ),
                ),
            ],
            options={
                "verbose_name": "appointment round",
                "verbose_name_plural": "appointment rounds",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "year"),
                        name="round_once_a_year",
                        violation_error_message="There is already a round in this year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer_by", None),
                                ("decide_on", None),
                                ("nominations_until", None),
                                ("opens_on", None),
                            ),
                            models.Q(
                                ("answer_by__isnull", False),
                                ("answer_by__lte", models.F("ceremony_on")),
                                ("decide_on__isnull", False),
                                ("decide_on__lt", models.F("answer_by")),
                                ("nominations_until__isnull", False),
                                ("nominations_until__lt", models.F("decide_on")),
                                ("opens_on__isnull", False),
                                ("opens_on__lte", models.F("nominations_until")),
                            ),
                            _connector="OR",
                        ),
                        name="round_steps_in_order",
                        violation_error_message="Put the days in order: opening, end of nominating, decision, answers, ceremony.",
                    ),
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "facts",
                    models.TextField(
                        blank=True,
                        help_text="Facts, as the candidate may read them: what was said and done, no judgement.",
                        max_length=3000,
                        verbose_name="what you saw or heard",
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="handed in at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assessor",
                    ),
                ),
            ],
            options={
                "verbose_name": "assessment",
                "verbose_name_plural": "assessments",
                "ordering": ["asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "trait",
                    models.CharField(
                        choices=[
                            ("sector", "sector"),
                            ("size", "size of the company"),
                            ("phase", "phase of innovation"),
                            ("region", "region"),
                            ("role", "role in the company"),
                        ],
                        max_length=10,
                        verbose_name="trait",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Such as: CBS, business register.", max_length=200, verbose_name="source"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="figures of")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="audiences",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "audience",
                "verbose_name_plural": "audiences",
                "ordering": ["trait"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "trait"),
                        name="audience_once_a_trait",
                        violation_error_message="The audience of this trait is already known.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("trait__in", ["sector", "size", "phase", "region", "role"])),
                        name="audience_trait_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AudienceGap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="A group of entrepreneurs, never one person.",
                        max_length=120,
                        verbose_name="whom we do not reach yet",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="what we know and want to try"
                    ),
                ),
                ("noted_on", models.DateField(verbose_name="noted on")),
                ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached since")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="audience_gaps",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "group not reached yet",
                "verbose_name_plural": "groups not reached yet",
                "ordering": ["reached_on", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "name"),
                        name="audience_gap_once",
                        violation_error_message="This group is already on the list.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AudienceShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="group")),
                ("also", models.JSONField(blank=True, default=list, verbose_name="other words for it")),
                (
                    "weight",
                    models.DecimalField(decimal_places=1, max_digits=10, verbose_name="number or percentage"),
                ),
                ("place", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="ambassadors.audience",
                        verbose_name="audience",
                    ),
                ),
            ],
            options={
                "verbose_name": "group of the audience",
                "verbose_name_plural": "groups of the audience",
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("audience", "name"),
                        name="audience_group_once",
                        violation_error_message="This group is already there.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 0)), name="audience_weight_not_below_zero"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ceremony",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts", models.TimeField(verbose_name="begins at")),
                ("ends", models.TimeField(verbose_name="ends at")),
                ("venue", models.CharField(blank=True, max_length=120, verbose_name="building")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="guests answer by")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="words to the guests")),
                (
                    "words_en",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="words to the guests, in English"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="version of the appointment"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="changed at"
                    ),
                ),
                ("called_off_at", models.DateTimeField(blank=True, null=True, verbose_name="called off at")),
                (
                    "called_off_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why it was called off"),
                ),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ceremony",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "ceremony",
                "verbose_name_plural": "ceremonies",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="ceremony_has_hours",
                        violation_error_message="The end must come after the beginning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("called_off_at__isnull", False), ("called_off_why", ""), _connector="OR"
                        ),
                        name="ceremony_reason_only_when_off",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CeremonyItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.TimeField(verbose_name="at")),
                ("title", models.CharField(max_length=160, verbose_name="what")),
                ("who", models.CharField(blank=True, max_length=120, verbose_name="who")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "ceremony",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="ambassadors.ceremony",
                        verbose_name="ceremony",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of the running order",
                "verbose_name_plural": "running order",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ConsentText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("candidacy", "being a candidate"),
                            ("charter", "the charter of commitment"),
                            ("publication", "publication of name, company and story"),
                            ("photo", "use of photos"),
                            ("traits", "declaration of personal traits"),
                        ],
                        max_length=12,
                        verbose_name="what for",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("body", models.TextField(verbose_name="text")),
                ("body_en", models.TextField(blank=True, verbose_name="text, in English")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consent_texts",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a consent",
                "verbose_name_plural": "texts of consents",
                "ordering": ["purpose", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "purpose", "version"),
                        name="consent_version_once",
                        violation_error_message="This version already exists.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("purpose__in", ["candidacy", "charter", "publication", "photo", "traits"])
                        ),
                        name="consent_purpose_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name, in English")),
                (
                    "guidance",
                    models.TextField(
                        blank=True,
                        help_text="What to look at, and what each score means.",
                        verbose_name="guidance",
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="A criterion of weight 2 counts twice as much as one of weight 1.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="weight",
                    ),
                ),
                (
                    "highest",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Scores run from 1 to this.",
                        validators=[
                            django.core.validators.MinValueValidator(2),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="highest score",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=0, verbose_name="place in the list")),
                (
                    "is_in_use",
                    models.BooleanField(
                        default=True,
                        help_text="Off: it stays with old assessments only.",
                        verbose_name="in use",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteria",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "criterion",
                "verbose_name_plural": "criteria",
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "name"),
                        name="criterion_once",
                        violation_error_message="There is already a criterion with this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 1), ("weight__lte", 10)), name="criterion_weighs"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("highest__gte", 2), ("highest__lte", 10)),
                        name="criterion_has_scale",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeclarationRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asks_age", models.BooleanField(default=False, verbose_name="ask for the age")),
                ("asks_gender", models.BooleanField(default=False, verbose_name="ask for the gender")),
                ("asks_origin", models.BooleanField(default=False, verbose_name="ask for the origin")),
                (
                    "dpia_reference",
                    models.CharField(
                        blank=True,
                        help_text="Number or place of the assessment that the data protection officer looked at.",
                        max_length=120,
                        verbose_name="reference of the DPIA",
                    ),
                ),
                (
                    "network",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="declaration_rules",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "rules of declarations",
                "verbose_name_plural": "rules of declarations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asks_origin", False),
                            django.db.models.lookups.GreaterThan(
                                django.db.models.functions.text.Length(
                                    django.db.models.functions.text.Trim(models.F("dpia_reference"))
                                ),
                                0,
                            ),
                            _connector="OR",
                        ),
                        name="origin_needs_a_dpia",
                        violation_error_message="Origin can only be asked with the reference of a DPIA.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Expectation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True,
                        help_text="Off: do not expect this from me.",
                        verbose_name="you can expect this from me",
                    ),
                ),
                ("words", models.CharField(max_length=200, verbose_name="in one sentence")),
                (
                    "words_en",
                    models.CharField(blank=True, max_length=200, verbose_name="in one sentence, in English"),
                ),
                ("place", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="expectations",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "expectation",
                "verbose_name_plural": "what you can expect from me",
                "ordering": ["-is_offered", "place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAppointmentRound",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="nominating opens on")),
                (
                    "nominations_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="nominating is possible up to and including"
                    ),
                ),
                (
                    "decide_on",
                    models.DateField(blank=True, null=True, verbose_name="decision and invitations on"),
                ),
                (
                    "answer_by",
                    models.DateField(blank=True, null=True, verbose_name="invitations answered by"),
                ),
                ("ceremony_on", models.DateField(verbose_name="day of the ceremony")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place of the ceremony")),
                (
                    "official_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="name of the appointing official"
                    ),
                ),
                (
                    "official_title",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title of the appointing official"
                    ),
                ),
                (
                    "official_title_en",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        verbose_name="title of the appointing official, in English",
                    ),
                ),
                (
                    "official_signature",
                    models.TextField(blank=True, max_length=100, verbose_name="signature"),
                ),
                (
                    "settled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="selection settled at"),
                ),
                ("appointed_at", models.DateTimeField(blank=True, null=True, verbose_name="appointed at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="appointed by",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="selection settled by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical appointment round",
                "verbose_name_plural": "historical appointment rounds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAudience",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "trait",
                    models.CharField(
                        choices=[
                            ("sector", "sector"),
                            ("size", "size of the company"),
                            ("phase", "phase of innovation"),
                            ("region", "region"),
                            ("role", "role in the company"),
                        ],
                        max_length=10,
                        verbose_name="trait",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Such as: CBS, business register.", max_length=200, verbose_name="source"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="figures of")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical audience",
                "verbose_name_plural": "historical audiences",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAudienceGap",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="A group of entrepreneurs, never one person.",
                        max_length=120,
                        verbose_name="whom we do not reach yet",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="what we know and want to try"
                    ),
                ),
                ("noted_on", models.DateField(verbose_name="noted on")),
                ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached since")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical group not reached yet",
                "verbose_name_plural": "historical groups not reached yet",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAudienceShare",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=80, verbose_name="group")),
                ("also", models.JSONField(blank=True, default=list, verbose_name="other words for it")),
                (
                    "weight",
                    models.DecimalField(decimal_places=1, max_digits=10, verbose_name="number or percentage"),
                ),
                ("place", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "audience",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.audience",
                        verbose_name="audience",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical group of the audience",
                "verbose_name_plural": "historical groups of the audience",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCeremony",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("starts", models.TimeField(verbose_name="begins at")),
                ("ends", models.TimeField(verbose_name="ends at")),
                ("venue", models.CharField(blank=True, max_length=120, verbose_name="building")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="guests answer by")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="words to the guests")),
                (
                    "words_en",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="words to the guests, in English"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="version of the appointment"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="changed at"
                    ),
                ),
                ("called_off_at", models.DateTimeField(blank=True, null=True, verbose_name="called off at")),
                (
                    "called_off_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why it was called off"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ceremony",
                "verbose_name_plural": "historical ceremonies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCriterion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name, in English")),
                (
                    "guidance",
                    models.TextField(
                        blank=True,
                        help_text="What to look at, and what each score means.",
                        verbose_name="guidance",
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="A criterion of weight 2 counts twice as much as one of weight 1.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="weight",
                    ),
                ),
                (
                    "highest",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Scores run from 1 to this.",
                        validators=[
                            django.core.validators.MinValueValidator(2),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="highest score",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=0, verbose_name="place in the list")),
                (
                    "is_in_use",
                    models.BooleanField(
                        default=True,
                        help_text="Off: it stays with old assessments only.",
                        verbose_name="in use",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical criterion",
                "verbose_name_plural": "historical criteria",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDeclarationRules",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("asks_age", models.BooleanField(default=False, verbose_name="ask for the age")),
                ("asks_gender", models.BooleanField(default=False, verbose_name="ask for the gender")),
                ("asks_origin", models.BooleanField(default=False, verbose_name="ask for the origin")),
                (
                    "dpia_reference",
                    models.CharField(
                        blank=True,
                        help_text="Number or place of the assessment that the data protection officer looked at.",
                        max_length=120,
                        verbose_name="reference of the DPIA",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical rules of declarations",
                "verbose_name_plural": "historical rules of declarations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrganisationToAsk",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=120, verbose_name="or another organisation"),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for nominations on"),
                ),
                ("outcome", models.CharField(blank=True, max_length=200, verbose_name="what came of it")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "fan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.audiencegap",
                        verbose_name="group",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organisation to ask",
                "verbose_name_plural": "historical organisations to ask",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPerson",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("first_name", models.CharField(max_length=60, verbose_name="first name")),
                (
                    "infix",
                    models.CharField(
                        blank=True, help_text="Such as van, de or ter.", max_length=20, verbose_name="infix"
                    ),
                ),
                ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                ("slug", models.SlugField(editable=False, max_length=180)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language of mails",
                    ),
                ),
                ("portrait", models.TextField(blank=True, max_length=100, verbose_name="portrait")),
                (
                    "portrait_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the portrait shows"),
                ),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the face, from the left (%)",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=35,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the face, from the top (%)",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "fresh from a first success"),
                            ("growing", "some years under way"),
                            ("seasoned", "many years of practice"),
                        ],
                        max_length=20,
                        verbose_name="phase of innovation",
                    ),
                ),
                (
                    "profile_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="profile type",
                    ),
                ),
                (
                    "second_profile_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="second profile type",
                    ),
                ),
                ("themes", models.JSONField(blank=True, default=list, verbose_name="themes")),
                (
                    "liked_kinds",
                    models.JSONField(blank=True, default=list, verbose_name="kinds of podium they like"),
                ),
                ("travel_area", models.CharField(blank=True, max_length=160, verbose_name="travels to")),
                ("spoken_languages", models.JSONField(blank=True, default=list, verbose_name="languages")),
                ("biography", models.TextField(blank=True, max_length=3000, verbose_name="short biography")),
                ("quote", models.CharField(blank=True, max_length=240, verbose_name="quote")),
                (
                    "publication_consent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to publication at"),
                ),
                (
                    "photos_refused_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="refused photos at"),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="personal details erased at"
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical person",
                "verbose_name_plural": "historical people",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRoundRules",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "ceremony_month",
                    models.PositiveSmallIntegerField(
                        default=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="month of the ceremony",
                    ),
                ),
                (
                    "ceremony_day",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="day of the ceremony",
                    ),
                ),
                (
                    "opens_days",
                    models.PositiveSmallIntegerField(
                        default=182, verbose_name="nominating opens, days before the ceremony"
                    ),
                ),
                (
                    "closes_days",
                    models.PositiveSmallIntegerField(
                        default=126, verbose_name="nominating ends, days before the ceremony"
                    ),
                ),
                (
                    "decides_days",
                    models.PositiveSmallIntegerField(
                        default=70, verbose_name="decision, days before the ceremony"
                    ),
                ),
                (
                    "answers_days",
                    models.PositiveSmallIntegerField(
                        default=42, verbose_name="invitations answered, days before the ceremony"
                    ),
                ),
                (
                    "public_page",
                    models.BooleanField(
                        default=True,
                        help_text="Off: only the project leader, ambassadors, honorary members and fans can.",
                        verbose_name="visitors can nominate and apply",
                    ),
                ),
                ("questions", models.JSONField(blank=True, default=list, verbose_name="own questions")),
                (
                    "blind_fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[ambassadors.models.round_rules.known_blind_fields],
                        verbose_name="hidden from assessors",
                    ),
                ),
                (
                    "scouting_days",
                    models.PositiveSmallIntegerField(
                        default=28,
                        help_text="At most 28: within a month you tell somebody that you keep data about them.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(28),
                        ],
                        verbose_name="days a name stays on the scouting list",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical rules of the rounds",
                "verbose_name_plural": "historical rules of the rounds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScore",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "value",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="score"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.assessment",
                        verbose_name="assessment",
                    ),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.criterion",
                        verbose_name="criterion",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical score",
                "verbose_name_plural": "historical scores",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HonoraryOccasion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("title", models.CharField(max_length=120, verbose_name="to what")),
                ("on", models.DateField(verbose_name="day")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="place")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="a few words")),
                ("sent_at", models.DateTimeField(verbose_name="invited at")),
                ("invited", models.PositiveIntegerField(default=0, verbose_name="people invited")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="honorary_occasions",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "yearly invitation of the honorary members",
                "verbose_name_plural": "yearly invitations of the honorary members",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "year"),
                        name="honorary_invited_once_a_year",
                        violation_error_message="The honorary members were already invited this year.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                        unique=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("nominated", "nominated"),
                            ("in_conversation", "in conversation"),
                            ("suitable", "suitable"),
                            ("not_now", "not now"),
                            ("not_suitable", "not suitable"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="nominated",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("look_again_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
                ("selected_at", models.DateTimeField(blank=True, null=True, verbose_name="chosen at")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told at")),
                (
                    "agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to be candidate at"),
                ),
                (
                    "held_because",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="why it was held"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="came in at")),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nominations",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "selected_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chosen by",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="told by",
                    ),
                ),
            ],
            options={
                "verbose_name": "nomination",
                "verbose_name_plural": "nominations",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(fields=["network", "status"], name="nomination_by_status"),
                    models.Index(fields=["round", "status"], name="nomination_in_round"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "nominated",
                                    "in_conversation",
                                    "suitable",
                                    "not_now",
                                    "not_suitable",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="nomination_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("look_again_on__isnull", False), ("status", "not_now")),
                            models.Q(models.Q(("status", "not_now"), _negated=True), ("look_again_on", None)),
                            _connector="OR",
                        ),
                        name="not_now_has_a_day",
                        violation_error_message="“Not now” needs a day on which you look again.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selected_at", None),
                            models.Q(("round__isnull", False), ("status", "suitable")),
                            _connector="OR",
                        ),
                        name="only_suitable_is_chosen",
                        violation_error_message="Only somebody who is suitable can be chosen, in a round.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="invited on")),
                ("answer_by", models.DateField(verbose_name="answer by")),
                (
                    "reminded_14_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="first reminder made at"),
                ),
                (
                    "reminded_3_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="second reminder made at"),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("talk", "wants to talk first"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("time", "no time for it now"),
                            ("fit", "it does not suit me"),
                            ("company", "circumstances in the company"),
                            ("private", "private circumstances"),
                            ("other", "other"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("remark", models.TextField(blank=True, max_length=2000, verbose_name="remark")),
                ("available", models.CharField(blank=True, max_length=200, verbose_name="when it suits")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "charter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ambassadors.consenttext",
                        verbose_name="charter",
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitation",
                        to="ambassadors.nomination",
                        verbose_name="candidate",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["sent_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "accepted", "declined", "talk"])),
                        name="answer_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="answer_has_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "declined"), ("decline_reason", ""), _connector="OR"),
                        name="reason_only_with_no",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer_by__gte", models.F("sent_on"))),
                        name="invitation_has_days",
                        violation_error_message="The last day to answer must come after the invitation.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInvitation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("sent_on", models.DateField(verbose_name="invited on")),
                ("answer_by", models.DateField(verbose_name="answer by")),
                (
                    "reminded_14_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="first reminder made at"),
                ),
                (
                    "reminded_3_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="second reminder made at"),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("talk", "wants to talk first"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("time", "no time for it now"),
                            ("fit", "it does not suit me"),
                            ("company", "circumstances in the company"),
                            ("private", "private circumstances"),
                            ("other", "other"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("remark", models.TextField(blank=True, max_length=2000, verbose_name="remark")),
                ("available", models.CharField(blank=True, max_length=200, verbose_name="when it suits")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "charter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.consenttext",
                        verbose_name="charter",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.nomination",
                        verbose_name="candidate",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical invitation",
                "verbose_name_plural": "historical invitations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAssessment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "facts",
                    models.TextField(
                        blank=True,
                        help_text="Facts, as the candidate may read them: what was said and done, no judgement.",
                        max_length=3000,
                        verbose_name="what you saw or heard",
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, editable=False, verbose_name="asked at")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="handed in at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assessor",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.nomination",
                        verbose_name="candidate",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical assessment",
                "verbose_name_plural": "historical assessments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="assessment",
            name="nomination",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assessments",
                to="ambassadors.nomination",
                verbose_name="candidate",
            ),
        ),
        migrations.CreateModel(
            name="NominationStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("came_in", "came in"),
                            ("status", "status"),
                            ("selected", "chosen"),
                            ("unselected", "no longer chosen"),
                            ("told", "told"),
                            ("agreed", "agreed to be candidate"),
                            ("round", "taken into a round"),
                            ("merged", "merged"),
                            ("invited", "invited"),
                            ("answered", "answered the invitation"),
                            ("let_in", "let in"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("before", models.CharField(blank=True, max_length=20, verbose_name="from")),
                ("after", models.CharField(blank=True, max_length=20, verbose_name="to")),
                ("why", models.TextField(blank=True, verbose_name="why")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="ambassadors.nomination",
                        verbose_name="nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a nomination",
                "verbose_name_plural": "steps of a nomination",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OrganisationToAsk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=120, verbose_name="or another organisation"),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for nominations on"),
                ),
                ("outcome", models.CharField(blank=True, max_length=200, verbose_name="what came of it")),
                (
                    "fan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                (
                    "gap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisations",
                        to="ambassadors.audiencegap",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation to ask",
                "verbose_name_plural": "organisations to ask",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fan__isnull", False), ("name", "")),
                            models.Q(("fan", None), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="organisation_is_fan_or_named",
                        violation_error_message="Choose a fan, or name another organisation: one of the two.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("fan__isnull", False)),
                        fields=("gap", "fan"),
                        name="fan_asked_once_a_gap",
                        violation_error_message="This fan is already in the list.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pearl",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("company", models.CharField(blank=True, max_length=150, verbose_name="company")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                (
                    "found_where",
                    models.CharField(blank=True, max_length=200, verbose_name="where you found them"),
                ),
                (
                    "why",
                    models.TextField(blank=True, max_length=1000, verbose_name="what makes them interesting"),
                ),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="next step")),
                ("expires_on", models.DateField(verbose_name="goes off the list on")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pearls",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "hidden pearl",
                "verbose_name_plural": "hidden pearls",
                "ordering": ["expires_on", "name"],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sizes_of",
                    models.CharField(
                        blank=True, editable=False, max_length=120, verbose_name="sizes were made of"
                    ),
                ),
                (
                    "no_sizes_of",
                    models.CharField(
                        blank=True, editable=False, max_length=120, verbose_name="no sizes could be made of"
                    ),
                ),
                ("first_name", models.CharField(max_length=60, verbose_name="first name")),
                (
                    "infix",
                    models.CharField(
                        blank=True, help_text="Such as van, de or ter.", max_length=20, verbose_name="infix"
                    ),
                ),
                ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                ("slug", models.SlugField(editable=False, max_length=180)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language of mails",
                    ),
                ),
                ("portrait", models.ImageField(blank=True, upload_to="portraits/", verbose_name="portrait")),
                (
                    "portrait_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the portrait shows"),
                ),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the face, from the left (%)",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=35,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the face, from the top (%)",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "fresh from a first success"),
                            ("growing", "some years under way"),
                            ("seasoned", "many years of practice"),
                        ],
                        max_length=20,
                        verbose_name="phase of innovation",
                    ),
                ),
                (
                    "profile_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="profile type",
                    ),
                ),
                (
                    "second_profile_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="second profile type",
                    ),
                ),
                ("themes", models.JSONField(blank=True, default=list, verbose_name="themes")),
                (
                    "liked_kinds",
                    models.JSONField(blank=True, default=list, verbose_name="kinds of podium they like"),
                ),
                ("travel_area", models.CharField(blank=True, max_length=160, verbose_name="travels to")),
                ("spoken_languages", models.JSONField(blank=True, default=list, verbose_name="languages")),
                ("biography", models.TextField(blank=True, max_length=3000, verbose_name="short biography")),
                ("quote", models.CharField(blank=True, max_length=240, verbose_name="quote")),
                (
                    "publication_consent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to publication at"),
                ),
                (
                    "photos_refused_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="refused photos at"),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="personal details erased at"
                    ),
                ),
                ("calendar_token", models.CharField(blank=True, editable=False, max_length=43)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="people",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["last_name", "first_name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("network"),
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("email", ""), _negated=True),
                        name="person_email_once",
                        violation_error_message="Somebody in this network already has this e-mail address.",
                    ),
                    models.UniqueConstraint(fields=("network", "slug"), name="person_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("photos_refused_at", None), ("portrait", ""), _connector="OR"),
                        name="person_no_portrait_after_refusal",
                        violation_error_message="This person does not want photos, so there is no portrait either.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_profile_type", ""),
                            models.Q(("second_profile_type", models.F("profile_type")), _negated=True),
                            _connector="OR",
                        ),
                        name="person_types_differ",
                        violation_error_message="The second profile type must differ from the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("profile_type__in", ["", "director", "teacher", "coach", "seller", "player"]),
                            (
                                "second_profile_type__in",
                                ["", "director", "teacher", "coach", "seller", "player"],
                            ),
                        ),
                        name="person_types_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PauseRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(blank=True, null=True, verbose_name="first day after")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                ("requested_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pause",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="request",
                        to="ambassadors.pause",
                        verbose_name="granted pause",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pause_requests",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "request for a pause",
                "verbose_name_plural": "requests for a pause",
                "ordering": ["requested_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end", None), ("end__gt", models.F("start")), _connector="OR"),
                        name="pause_request_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="pause",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pauses",
                to="ambassadors.person",
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="nomination",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="nominations",
                to="ambassadors.person",
                verbose_name="candidate",
            ),
        ),
        migrations.CreateModel(
            name="MotiveAnswers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveSmallIntegerField(default=1, verbose_name="version of the statements"),
                ),
                ("answers", models.JSONField(verbose_name="answers")),
                ("filled_at", models.DateTimeField(verbose_name="filled in at")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motive_answers",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about motives",
                "verbose_name_plural": "answers about motives",
            },
        ),
        migrations.CreateModel(
            name="HonoraryMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateField(verbose_name="since")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="honorary_memberships",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "honorary membership",
                "verbose_name_plural": "honorary memberships",
                "ordering": ["-start"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end", None), ("end__gt", models.F("start")), _connector="OR"),
                        name="honorary_has_days",
                        violation_error_message="The end must come after the start.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("end", None)),
                        fields=("person",),
                        name="honorary_once",
                        violation_error_message="This person is already an honorary member.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalVoice",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("leader", "found by the project leader"),
                            ("ambassador", "by an ambassador"),
                            ("honorary", "by an honorary member"),
                            ("fan", "by a fan"),
                            ("visitor", "by somebody through the site"),
                            ("self", "applied"),
                            ("again", "goes on for another term"),
                        ],
                        max_length=12,
                        verbose_name="how it came in",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("why", models.TextField(blank=True, max_length=2000, verbose_name="why")),
                ("answers", models.JSONField(blank=True, default=list, verbose_name="answers")),
                (
                    "outcome_told_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="told the outcome at"),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="came in at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "fan_contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.fancontact",
                        verbose_name="contact person of a fan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.nomination",
                        verbose_name="nomination",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="nominator",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical voice for a candidate",
                "verbose_name_plural": "historical voices for a candidate",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTerm",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("start", models.DateField(verbose_name="start")),
                ("end", models.DateField(verbose_name="first day after")),
                (
                    "planned_end",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="planned end"),
                ),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own_choice", "own choice"),
                            ("moved", "moved or other work"),
                            ("company_ended", "the company ended"),
                            ("no_fit", "it did not fit"),
                            ("died", "died"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="reason it ended early",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical term",
                "verbose_name_plural": "historical terms",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlaqueProof",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_index=True,
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name on the plaque")),
                (
                    "company",
                    models.CharField(blank=True, max_length=150, verbose_name="company on the plaque"),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place of the company")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="asked at")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                ("is_corrected", models.BooleanField(default=False, verbose_name="corrected by the person")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical proof of a plaque",
                "verbose_name_plural": "historical proofs of plaques",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPause",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(blank=True, null=True, verbose_name="first day after")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pause",
                "verbose_name_plural": "historical pauses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNomination",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_index=True,
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("nominated", "nominated"),
                            ("in_conversation", "in conversation"),
                            ("suitable", "suitable"),
                            ("not_now", "not now"),
                            ("not_suitable", "not suitable"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="nominated",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("look_again_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
                ("selected_at", models.DateTimeField(blank=True, null=True, verbose_name="chosen at")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told at")),
                (
                    "agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to be candidate at"),
                ),
                (
                    "held_because",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="why it was held"
                    ),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="came in at")),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "selected_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chosen by",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="told by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="candidate",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical nomination",
                "verbose_name_plural": "historical nominations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHonoraryMembership",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("start", models.DateField(verbose_name="since")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical honorary membership",
                "verbose_name_plural": "historical honorary memberships",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEmployment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role in the company")),
                ("role_en", models.CharField(blank=True, max_length=80, verbose_name="role, in English")),
                ("start", models.DateField(blank=True, null=True, verbose_name="since")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.company",
                        verbose_name="company",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical company of a person",
                "verbose_name_plural": "historical companies of a person",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContactMoment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("date", models.DateField(verbose_name="date")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "telephone"),
                            ("visit", "visit"),
                            ("meeting", "meeting"),
                            ("mail", "mail"),
                            ("other", "other"),
                        ],
                        default="call",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what was said")),
                ("needs", models.TextField(blank=True, verbose_name="needs signalled")),
                ("follow_up_on", models.DateField(blank=True, null=True, verbose_name="come back to it on")),
                (
                    "followed_up_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="followed up at"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical contact moment",
                "verbose_name_plural": "historical contact moments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalClubTask",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what")),
                ("about", models.TextField(blank=True, max_length=1000, verbose_name="what it asks")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="before")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken over at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done at")),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="added at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="taken over by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical task to take over",
                "verbose_name_plural": "historical tasks to take over",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Guest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language of mails",
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("invited_at", models.DateTimeField(blank=True, null=True, verbose_name="invited at")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="reminded at")),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "comes"), ("no", "does not come")],
                        max_length=3,
                        verbose_name="answer",
                    ),
                ),
                ("replied_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("companions", models.PositiveSmallIntegerField(default=0, verbose_name="brings along")),
                (
                    "remark",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="diet, wheelchair or other wishes"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken off the list at"),
                ),
                (
                    "ceremony",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guests",
                        to="ambassadors.ceremony",
                        verbose_name="ceremony",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guest_of",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "guest",
                "verbose_name_plural": "guests",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("ceremony"),
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("email", ""), _negated=True),
                        name="guest_once",
                        violation_error_message="Somebody with this e-mail address is already on the list.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reply__in", ["", "yes", "no"])), name="reply_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replied_at", None), ("reply", "")),
                            models.Q(models.Q(("reply", ""), _negated=True), ("replied_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="reply_has_a_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("companions__lte", 5)), name="few_companions"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Employment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role in the company")),
                ("role_en", models.CharField(blank=True, max_length=80, verbose_name="role, in English")),
                ("start", models.DateField(blank=True, null=True, verbose_name="since")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="network.company",
                        verbose_name="company",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employments",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "company of a person",
                "verbose_name_plural": "companies of a person",
                "ordering": [models.OrderBy(models.F("start"), descending=True, nulls_last=True)],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end", None), ("start", None), ("end__gt", models.F("start")), _connector="OR"
                        ),
                        name="employment_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="ContactMoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(verbose_name="date")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "telephone"),
                            ("visit", "visit"),
                            ("meeting", "meeting"),
                            ("mail", "mail"),
                            ("other", "other"),
                        ],
                        default="call",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what was said")),
                ("needs", models.TextField(blank=True, verbose_name="needs signalled")),
                ("follow_up_on", models.DateField(blank=True, null=True, verbose_name="come back to it on")),
                (
                    "followed_up_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="followed up at"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_moments",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact moment",
                "verbose_name_plural": "contact moments",
                "ordering": ["-date", "-pk"],
                "indexes": [models.Index(fields=["person", "-date"], name="contact_latest")],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("candidacy", "being a candidate"),
                            ("charter", "the charter of commitment"),
                            ("publication", "publication of name, company and story"),
                            ("photo", "use of photos"),
                            ("traits", "declaration of personal traits"),
                        ],
                        max_length=12,
                        verbose_name="what for",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("invitation", "with the invitation"),
                            ("link", "by a link in a mail"),
                            ("mijn", "on their own pages"),
                            ("leader", "told the project leader"),
                        ],
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "given_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="given at"),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="ambassadors.consenttext",
                        verbose_name="text",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["-given_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("person", "purpose"),
                        name="consent_once_in_force",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None),
                            ("withdrawn_at__gte", models.F("given_at")),
                            _connector="OR",
                        ),
                        name="consent_withdrawn_after_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClubTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what")),
                ("about", models.TextField(blank=True, max_length=1000, verbose_name="what it asks")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="before")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken over at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="club_tasks",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="club_tasks",
                        to="ambassadors.person",
                        verbose_name="taken over by",
                    ),
                ),
            ],
            options={
                "verbose_name": "task to take over",
                "verbose_name_plural": "tasks to take over",
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "pk"],
            },
        ),
        migrations.CreateModel(
            name="CeremonyText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("speech", "speech notes"),
                            ("press", "press text"),
                            ("social", "text for social media"),
                        ],
                        max_length=8,
                        verbose_name="what",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")], max_length=5, verbose_name="language"
                    ),
                ),
                ("body", models.TextField(max_length=6000, verbose_name="text")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ceremony_texts",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a ceremony",
                "verbose_name_plural": "texts of a ceremony",
                "ordering": ["kind", "language", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("round", "person", "kind", "language"),
                        name="text_of_a_person_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", True)),
                        fields=("round", "kind", "language"),
                        name="text_of_a_round_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["speech", "press", "social"])),
                        name="text_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CeremonyPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("image", models.ImageField(upload_to="ceremonies/", verbose_name="photo")),
                ("alt", models.CharField(max_length=160, verbose_name="what the photo shows")),
                ("credit", models.CharField(blank=True, max_length=80, verbose_name="made by")),
                (
                    "others_agree",
                    models.BooleanField(
                        default=False, verbose_name="everybody else who can be recognised on it agrees too"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "people",
                    models.ManyToManyField(
                        blank=True,
                        related_name="ceremony_photos",
                        to="ambassadors.person",
                        verbose_name="who is on it",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo of a ceremony",
                "verbose_name_plural": "photos of a ceremony",
                "ordering": ["added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Buddy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paired_at", models.DateTimeField(auto_now_add=True, verbose_name="paired at")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="both told at")),
                (
                    "paired_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="paired by",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="buddies",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "buddy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shows_around",
                        to="ambassadors.person",
                        verbose_name="buddy",
                    ),
                ),
                (
                    "newcomer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shown_around_by",
                        to="ambassadors.person",
                        verbose_name="newcomer",
                    ),
                ),
            ],
            options={
                "verbose_name": "buddy",
                "verbose_name_plural": "buddies",
                "ordering": ["newcomer__last_name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "newcomer"),
                        name="one_buddy_each",
                        violation_error_message="This newcomer already has a buddy.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("newcomer", models.F("buddy")), _negated=True),
                        name="nobody_their_own_buddy",
                        violation_error_message="Nobody shows themselves around.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="appointmentround",
            name="chosen",
            field=models.ManyToManyField(
                blank=True,
                related_name="chosen_in",
                to="ambassadors.person",
                verbose_name="people to appoint",
            ),
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("serial_number", models.CharField(max_length=24, verbose_name="plaque number")),
                (
                    "public_id",
                    models.CharField(
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name on the plaque")),
                (
                    "company",
                    models.CharField(blank=True, max_length=150, verbose_name="company on the plaque"),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place of the company")),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "appointment",
                "verbose_name_plural": "appointments",
                "ordering": ["round", "serial_number"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "person"), name="appointed_once_a_round"),
                    models.UniqueConstraint(fields=("round", "serial_number"), name="plaque_number_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApartPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.network"
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="ambassadors.person"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="ambassadors.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "two people who look alike",
                "verbose_name_plural": "people who look alike",
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="apart_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="apart_in_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaqueFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "variant",
                    models.CharField(
                        choices=[("web", "for the screen"), ("print", "for the printer")],
                        max_length=10,
                        verbose_name="version",
                    ),
                ),
                ("file", models.FileField(upload_to="plaques/")),
                ("sha256", models.CharField(max_length=64)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                ("pages", models.PositiveSmallIntegerField(default=1)),
                ("made_at", models.DateTimeField(auto_now=True)),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plaques",
                        to="ambassadors.appointment",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plaques",
                        to="ambassadors.appointmentround",
                    ),
                ),
            ],
            options={
                "verbose_name": "plaque",
                "verbose_name_plural": "plaques",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("appointment__isnull", False)),
                        fields=("appointment", "variant"),
                        name="plaque_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("appointment__isnull", True)),
                        fields=("round", "variant"),
                        name="merged_plaques_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaqueProof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name on the plaque")),
                (
                    "company",
                    models.CharField(blank=True, max_length=150, verbose_name="company on the plaque"),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place of the company")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="asked at")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                ("is_corrected", models.BooleanField(default=False, verbose_name="corrected by the person")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "proof of a plaque",
                "verbose_name_plural": "proofs of plaques",
                "ordering": ["person__last_name", "person__first_name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "person"), name="proof_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_corrected", False), ("approved_at__isnull", False), _connector="OR"
                        ),
                        name="correction_is_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ceremony_month",
                    models.PositiveSmallIntegerField(
                        default=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="month of the ceremony",
                    ),
                ),
                (
                    "ceremony_day",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="day of the ceremony",
                    ),
                ),
                (
                    "opens_days",
                    models.PositiveSmallIntegerField(
                        default=182, verbose_name="nominating opens, days before the ceremony"
                    ),
                ),
                (
                    "closes_days",
                    models.PositiveSmallIntegerField(
                        default=126, verbose_name="nominating ends, days before the ceremony"
                    ),
                ),
                (
                    "decides_days",
                    models.PositiveSmallIntegerField(
                        default=70, verbose_name="decision, days before the ceremony"
                    ),
                ),
                (
                    "answers_days",
                    models.PositiveSmallIntegerField(
                        default=42, verbose_name="invitations answered, days before the ceremony"
                    ),
                ),
                (
                    "public_page",
                    models.BooleanField(
                        default=True,
                        help_text="Off: only the project leader, ambassadors, honorary members and fans can.",
                        verbose_name="visitors can nominate and apply",
                    ),
                ),
                ("questions", models.JSONField(blank=True, default=list, verbose_name="own questions")),
                (
                    "blind_fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[ambassadors.models.round_rules.known_blind_fields],
                        verbose_name="hidden from assessors",
                    ),
                ),
                (
                    "scouting_days",
                    models.PositiveSmallIntegerField(
                        default=28,
                        help_text="At most 28: within a month you tell somebody that you keep data about them.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(28),
                        ],
                        verbose_name="days a name stays on the scouting list",
                    ),
                ),
                (
                    "network",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="round_rules",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "rules of the rounds",
                "verbose_name_plural": "rules of the rounds",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ceremony_month__gte", 1),
                            ("ceremony_month__lte", 12),
                            ("ceremony_day__gte", 1),
                            ("ceremony_day__lte", 31),
                        ),
                        name="round_rules_have_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_days__gt", models.F("closes_days")),
                            ("closes_days__gt", models.F("decides_days")),
                            ("decides_days__gt", models.F("answers_days")),
                            ("answers_days__gte", 1),
                            ("opens_days__lte", 365),
                        ),
                        name="round_rules_in_order",
                        violation_error_message="Put the steps in order: opening, end of nominating, decision, answers.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scouting_days__gte", 1), ("scouting_days__lte", 28)),
                        name="scouting_at_most_a_month",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "opened"),
                            ("remind_14", "reminder, two weeks before the end of nominating"),
                            ("remind_3", "reminder, three days before the end of nominating"),
                            ("closed", "nominating ended"),
                            ("invited", "invitations sent"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("done_at", models.DateTimeField(auto_now_add=True, verbose_name="done at")),
                ("messages", models.PositiveIntegerField(default=0, verbose_name="mails")),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a round",
                "verbose_name_plural": "steps of a round",
                "ordering": ["due_on", "pk"],
                "constraints": [models.UniqueConstraint(fields=("round", "kind"), name="round_step_once")],
            },
        ),
        migrations.CreateModel(
            name="Scenario",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="kept at")),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
                    ),
                ),
                (
                    "people",
                    models.ManyToManyField(
                        blank=True, related_name="scenarios", to="ambassadors.person", verbose_name="people"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scenarios",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "scenario",
                "verbose_name_plural": "scenarios",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "name"),
                        name="scenario_name_once",
                        violation_error_message="There is already a scenario with this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="score"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="ambassadors.assessment",
                        verbose_name="assessment",
                    ),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="ambassadors.criterion",
                        verbose_name="criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "score",
                "verbose_name_plural": "scores",
                "ordering": ["criterion__place", "criterion__pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("assessment", "criterion"), name="scored_once"),
                    models.CheckConstraint(
                        condition=models.Q(("value__gte", 1), ("value__lte", 10)), name="score_in_scale"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spotlight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="One or two sentences for visitors.", max_length=240, verbose_name="why now"
                    ),
                ),
                ("why_en", models.CharField(blank=True, max_length=240, verbose_name="why now, in English")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="first day after")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spotlights",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spotlights",
                        to="ambassadors.person",
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "spotlight",
                "verbose_name_plural": "in the spotlight",
                "ordering": ["-start", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end", None), ("end__gt", models.F("start")), _connector="OR"),
                        name="spotlight_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateField(verbose_name="start")),
                ("end", models.DateField(verbose_name="first day after")),
                (
                    "planned_end",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="planned end"),
                ),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own_choice", "own choice"),
                            ("moved", "moved or other work"),
                            ("company_ended", "the company ended"),
                            ("no_fit", "it did not fit"),
                            ("died", "died"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="reason it ended early",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["-start"],
                "indexes": [models.Index(fields=["start", "end", "person"], name="term_by_days")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="term_has_days",
                        violation_error_message="The end must come after the start.",
                    ),
                    models.UniqueConstraint(fields=("person", "start"), name="term_start_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Parting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="asked what they want at"),
                ),
                (
                    "wish",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("honorary", "honorary member"),
                            ("again", "another term, through the round"),
                            ("goodbye", "a good goodbye"),
                        ],
                        max_length=10,
                        verbose_name="what the ambassador wants",
                    ),
                ),
                (
                    "wish_words",
                    models.TextField(blank=True, max_length=1000, verbose_name="in their own words"),
                ),
                ("wished_at", models.DateTimeField(blank=True, null=True, verbose_name="said at")),
                (
                    "agreed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("honorary", "honorary member"),
                            ("again", "another term, through the round"),
                            ("goodbye", "a good goodbye"),
                        ],
                        max_length=10,
                        verbose_name="agreed",
                    ),
                ),
                ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                (
                    "carried_out_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="carried out at"),
                ),
                ("thanked_at", models.DateTimeField(blank=True, null=True, verbose_name="thanked at")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ambassadors.contactmoment",
                        verbose_name="talk",
                    ),
                ),
                (
                    "term",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parting",
                        to="ambassadors.term",
                        verbose_name="term",
                    ),
                ),
            ],
            options={
                "verbose_name": "end of a term",
                "verbose_name_plural": "ends of terms",
                "ordering": ["term__end", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wish__in", ["", "honorary", "again", "goodbye"]),
                            ("agreed__in", ["", "honorary", "again", "goodbye"]),
                        ),
                        name="after_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wish", ""), ("wished_at", None)),
                            models.Q(models.Q(("wish", ""), _negated=True), ("wished_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="wish_has_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed", ""), ("agreed_at", None)),
                            models.Q(models.Q(("agreed", ""), _negated=True), ("agreed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreement_has_a_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalParting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "asked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="asked what they want at"),
                ),
                (
                    "wish",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("honorary", "honorary member"),
                            ("again", "another term, through the round"),
                            ("goodbye", "a good goodbye"),
                        ],
                        max_length=10,
                        verbose_name="what the ambassador wants",
                    ),
                ),
                (
                    "wish_words",
                    models.TextField(blank=True, max_length=1000, verbose_name="in their own words"),
                ),
                ("wished_at", models.DateTimeField(blank=True, null=True, verbose_name="said at")),
                (
                    "agreed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("honorary", "honorary member"),
                            ("again", "another term, through the round"),
                            ("goodbye", "a good goodbye"),
                        ],
                        max_length=10,
                        verbose_name="agreed",
                    ),
                ),
                ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                (
                    "carried_out_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="carried out at"),
                ),
                ("thanked_at", models.DateTimeField(blank=True, null=True, verbose_name="thanked at")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.contactmoment",
                        verbose_name="talk",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.term",
                        verbose_name="term",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical end of a term",
                "verbose_name_plural": "historical ends of terms",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppointment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("serial_number", models.CharField(max_length=24, verbose_name="plaque number")),
                (
                    "public_id",
                    models.CharField(
                        db_index=True,
                        default=ambassadors.models.rounds.public_id,
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name on the plaque")),
                (
                    "company",
                    models.CharField(blank=True, max_length=150, verbose_name="company on the plaque"),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place of the company")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.term",
                        verbose_name="term",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical appointment",
                "verbose_name_plural": "historical appointments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="appointment",
            name="term",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointment",
                to="ambassadors.term",
                verbose_name="term",
            ),
        ),
        migrations.CreateModel(
            name="TermExtension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("end_before", models.DateField(verbose_name="end before")),
                ("end_after", models.DateField(verbose_name="end after")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="extensions",
                        to="ambassadors.appointmentround",
                        verbose_name="round",
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ambassadors.contactmoment",
                        verbose_name="talk",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="ambassadors.term",
                        verbose_name="term",
                    ),
                ),
            ],
            options={
                "verbose_name": "extension of a term",
                "verbose_name_plural": "extensions of terms",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("term", "end_after"), name="extended_once"),
                    models.CheckConstraint(
                        condition=models.Q(("end_after__gt", models.F("end_before"))),
                        name="extension_adds_days",
                        violation_error_message="The new end must come after the old one.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TraitPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "trait",
                    models.CharField(
                        choices=[("age", "age"), ("gender", "gender"), ("origin", "origin")],
                        max_length=10,
                        verbose_name="trait",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("population", models.PositiveSmallIntegerField(verbose_name="people")),
                ("key_check", models.CharField(editable=False, max_length=64)),
                ("counted_at", models.DateTimeField(auto_now_add=True, verbose_name="counted at")),
                (
                    "counted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted by",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trait_pictures",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture of a personal trait",
                "verbose_name_plural": "pictures of personal traits",
                "ordering": ["-year", "trait"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "trait", "year"),
                        name="trait_counted_once_a_year",
                        violation_error_message="This trait was counted this year already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("trait__in", ["age", "gender", "origin"])),
                        name="trait_picture_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("population__gte", 15)), name="trait_picture_large_enough"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TraitCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("classes", models.JSONField(verbose_name="classes")),
                ("count", models.PositiveSmallIntegerField(verbose_name="people")),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cells",
                        to="ambassadors.traitpicture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "cell of a picture",
                "verbose_name_plural": "cells of pictures",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 5)),
                        name="trait_cell_of_five_or_more",
                        violation_error_message="Nothing is shown about fewer than five people.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TypeTalk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "first",
                    models.CharField(
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="first profile type",
                    ),
                ),
                (
                    "second",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("director", "director"),
                            ("teacher", "teacher"),
                            ("coach", "coach"),
                            ("seller", "seller"),
                            ("player", "player"),
                        ],
                        max_length=20,
                        verbose_name="second profile type",
                    ),
                ),
                ("talked_on", models.DateField(verbose_name="talked on")),
                ("settled_at", models.DateTimeField(auto_now_add=True, verbose_name="written down at")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="type_talks",
                        to="ambassadors.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="talked with",
                    ),
                ),
            ],
            options={
                "verbose_name": "talk about the profile type",
                "verbose_name_plural": "talks about the profile type",
                "ordering": ["-settled_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("second", models.F("first")), _negated=True),
                        name="type_talk_types_differ",
                        violation_error_message="The second profile type must differ from the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first__in", ["director", "teacher", "coach", "seller", "player"]),
                            ("second__in", ["", "director", "teacher", "coach", "seller", "player"]),
                        ),
                        name="type_talk_types_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("leader", "found by the project leader"),
                            ("ambassador", "by an ambassador"),
                            ("honorary", "by an honorary member"),
                            ("fan", "by a fan"),
                            ("visitor", "by somebody through the site"),
                            ("self", "applied"),
                            ("again", "goes on for another term"),
                        ],
                        max_length=12,
                        verbose_name="how it came in",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("why", models.TextField(blank=True, max_length=2000, verbose_name="why")),
                ("answers", models.JSONField(blank=True, default=list, verbose_name="answers")),
                (
                    "outcome_told_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="told the outcome at"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="came in at")),
                (
                    "fan_contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.fancontact",
                        verbose_name="contact person of a fan",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voices",
                        to="ambassadors.nomination",
                        verbose_name="nomination",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="voices",
                        to="ambassadors.person",
                        verbose_name="nominator",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "voice for a candidate",
                "verbose_name_plural": "voices for a candidate",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "source__in",
                                ["leader", "ambassador", "honorary", "fan", "visitor", "self", "again"],
                            )
                        ),
                        name="voice_source_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("nomination", "person"),
                        name="voice_once_a_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("fan_contact__isnull", False)),
                        fields=("nomination", "fan_contact"),
                        name="voice_once_a_fan",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("nomination", "assessor"),
                name="assessed_once",
                violation_error_message="This assessor was already asked about this candidate.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.UniqueConstraint(
                condition=models.Q(("round__isnull", False)),
                fields=("round", "person"),
                name="nominated_once_a_round",
                violation_error_message="This person is already a candidate in this round.",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("round", None), ("status__in", ["nominated", "in_conversation", "suitable"])
                ),
                fields=("person",),
                name="nominated_once_before_a_round",
                violation_error_message="This person is already a candidate.",
            ),
        ),
    ]
