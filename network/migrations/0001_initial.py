import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import network.models.languages
import network.models.networks


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "kvk_number",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{8}\\Z", "A KvK number has eight digits."
                            )
                        ],
                        verbose_name="KvK number",
                    ),
                ),
                ("sector", models.CharField(blank=True, max_length=80, verbose_name="sector")),
                (
                    "employees",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people who work there"),
                ),
                (
                    "turnover",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="turnover in euros",
                    ),
                ),
                (
                    "balance",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="balance sheet in euros",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("website", models.URLField(blank=True, verbose_name="website")),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kvk_number", ""), ("kvk_number__regex", "\\A[0-9]{8}\\Z"), _connector="OR"
                        ),
                        name="company_kvk_eight_digits",
                        violation_error_message="A KvK number has eight digits.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JobRun",
            fields=[
                ("key", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "verbose_name": "run of a job",
                "verbose_name_plural": "runs of jobs",
                "ordering": ["-started_at"],
            },
        ),
        migrations.CreateModel(
            name="MailServer",
            fields=[
                ("name", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("down_since", models.DateTimeField(blank=True, null=True)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("last_error", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "mail server",
                "verbose_name_plural": "mail servers",
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language")),
                ("is_staff", models.BooleanField(default=False, verbose_name="manages the installation")),
                ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                ("date_joined", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "ordering": ["email"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="user_email_unique_any_case",
                        violation_error_message="There is already an account with this e-mail address.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FanOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("slug", models.SlugField(editable=False, max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("network", "business network"),
                            ("trade", "trade association"),
                            ("desk", "innovation desk"),
                            ("bank", "bank"),
                            ("accountant", "accountant"),
                            ("adviser", "adviser"),
                            ("education", "school or university"),
                            ("government", "municipality or other government"),
                            ("other", "other"),
                        ],
                        default="network",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                (
                    "members_reached",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="members it reaches"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("is_public", models.BooleanField(default=True, verbose_name="shown on the site")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "relationship_owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="The one person on our side who keeps this relation.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relationship owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "fan",
                "verbose_name_plural": "fans",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="FanContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role")),
                ("start", models.DateField(blank=True, null=True, verbose_name="since")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fan_contacts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "fan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact person",
                "verbose_name_plural": "contact persons",
                "ordering": ["fan", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end", None), ("start", None), ("end__gt", models.F("start")), _connector="OR"
                        ),
                        name="fan_contact_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalFanContact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role")),
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
            ],
            options={
                "verbose_name": "historical contact person",
                "verbose_name_plural": "historical contact persons",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNetwork",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(verbose_name="short name")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "theme",
                    models.CharField(
                        help_text="For example: social innovation.", max_length=120, verbose_name="theme"
                    ),
                ),
                ("theme_en", models.CharField(blank=True, max_length=120, verbose_name="theme, in English")),
                ("region", models.CharField(blank=True, max_length=120, verbose_name="region")),
                (
                    "working_area",
                    models.TextField(
                        blank=True,
                        help_text="One name a line. A company whose region or place stands here lies in the region.",
                        max_length=5000,
                        verbose_name="regions and places that belong to it",
                    ),
                ),
                ("client_name", models.CharField(blank=True, max_length=120, verbose_name="client")),
                (
                    "client_name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="client, in English"),
                ),
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
                    "word_singular",
                    models.CharField(
                        default="ambassadeur", max_length=40, verbose_name="own word for one ambassador"
                    ),
                ),
                (
                    "word_plural",
                    models.CharField(
                        default="ambassadeurs", max_length=40, verbose_name="own word for several ambassadors"
                    ),
                ),
                (
                    "word_singular_en",
                    models.CharField(
                        default="ambassador", max_length=40, verbose_name="own word for one, in English"
                    ),
                ),
                (
                    "word_plural_en",
                    models.CharField(
                        default="ambassadors", max_length=40, verbose_name="own word for several, in English"
                    ),
                ),
                ("logo", models.TextField(blank=True, max_length=100, verbose_name="logo")),
                (
                    "brand_colour",
                    models.CharField(
                        default="#0B5D4E",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9A-Fa-f]{6}$",
                                "Write a colour as # and six digits, for example #0B5D4E.",
                            )
                        ],
                        verbose_name="brand colour",
                    ),
                ),
                (
                    "accent_colour",
                    models.CharField(
                        default="#C8741A",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9A-Fa-f]{6}$",
                                "Write a colour as # and six digits, for example #0B5D4E.",
                            )
                        ],
                        verbose_name="accent colour",
                    ),
                ),
                (
                    "headline",
                    models.CharField(blank=True, max_length=160, verbose_name="promise on the home page"),
                ),
                (
                    "headline_en",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="promise on the home page, in English"
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                ("introduction_en", models.TextField(blank=True, verbose_name="introduction, in English")),
                (
                    "menu",
                    models.TextField(
                        blank=True,
                        help_text="One place per line: Stories | /verhalen/. Empty: the menu that comes with the program.",
                        max_length=800,
                        validators=[network.models.networks.menu_of_places],
                        verbose_name="main menu",
                    ),
                ),
                (
                    "menu_en",
                    models.TextField(
                        blank=True,
                        max_length=800,
                        validators=[network.models.networks.menu_of_places],
                        verbose_name="main menu, in English",
                    ),
                ),
                (
                    "podia_per_year",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="podia a year",
                    ),
                ),
                (
                    "commitment_year",
                    models.CharField(
                        choices=[("term", "from the start of each term"), ("calendar", "from 1 January")],
                        default="term",
                        max_length=10,
                        verbose_name="commitment year",
                    ),
                ),
                (
                    "term_years",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="length of a term in years",
                    ),
                ),
                (
                    "maximum_size",
                    models.PositiveSmallIntegerField(
                        default=25, verbose_name="largest number of ambassadors"
                    ),
                ),
                (
                    "chase_active",
                    models.BooleanField(
                        default=True,
                        help_text="Off: no reminders and no call tasks are made.",
                        verbose_name="the chase is on",
                    ),
                ),
                (
                    "serial_prefix",
                    models.CharField(blank=True, max_length=8, verbose_name="letters before a plaque number"),
                ),
                (
                    "plaque_title",
                    models.CharField(blank=True, max_length=120, verbose_name="title on the plaque"),
                ),
                (
                    "plaque_title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title on the plaque, in English"
                    ),
                ),
                (
                    "plaque_text",
                    models.CharField(blank=True, max_length=240, verbose_name="text on the plaque"),
                ),
                (
                    "plaque_text_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="text on the plaque, in English"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address of the team"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=30, verbose_name="telephone of the team"),
                ),
                ("contact_address", models.TextField(blank=True, verbose_name="postal address")),
                ("english", models.BooleanField(default=True, verbose_name="the site is also in English")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
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
            ],
            options={
                "verbose_name": "historical network",
                "verbose_name_plural": "historical networks",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ListColumns",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("list_name", models.CharField(max_length=100)),
                ("columns", models.JSONField(default=list)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="list_columns",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "columns of a list",
                "verbose_name_plural": "columns of lists",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "list_name"), name="list_columns_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MergedCompany",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("values", models.JSONField(default=dict)),
                ("moved", models.JSONField(default=dict)),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="merged at")),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merged_from",
                        to="network.company",
                        verbose_name="company that stays",
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "merged company",
                "verbose_name_plural": "merged companies",
                "ordering": ["-merged_at"],
            },
        ),
        migrations.CreateModel(
            name="Network",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(unique=True, verbose_name="short name")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "theme",
                    models.CharField(
                        help_text="For example: social innovation.", max_length=120, verbose_name="theme"
                    ),
                ),
                ("theme_en", models.CharField(blank=True, max_length=120, verbose_name="theme, in English")),
                ("region", models.CharField(blank=True, max_length=120, verbose_name="region")),
                (
                    "working_area",
                    models.TextField(
                        blank=True,
                        help_text="One name a line. A company whose region or place stands here lies in the region.",
                        max_length=5000,
                        verbose_name="regions and places that belong to it",
                    ),
                ),
                ("client_name", models.CharField(blank=True, max_length=120, verbose_name="client")),
                (
                    "client_name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="client, in English"),
                ),
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
                    "word_singular",
                    models.CharField(
                        default="ambassadeur", max_length=40, verbose_name="own word for one ambassador"
                    ),
                ),
                (
                    "word_plural",
                    models.CharField(
                        default="ambassadeurs", max_length=40, verbose_name="own word for several ambassadors"
                    ),
                ),
                (
                    "word_singular_en",
                    models.CharField(
                        default="ambassador", max_length=40, verbose_name="own word for one, in English"
                    ),
                ),
                (
                    "word_plural_en",
                    models.CharField(
                        default="ambassadors", max_length=40, verbose_name="own word for several, in English"
                    ),
                ),
                ("logo", models.ImageField(blank=True, upload_to="logos/", verbose_name="logo")),
                (
                    "brand_colour",
                    models.CharField(
                        default="#0B5D4E",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9A-Fa-f]{6}$",
                                "Write a colour as # and six digits, for example #0B5D4E.",
                            )
                        ],
                        verbose_name="brand colour",
                    ),
                ),
                (
                    "accent_colour",
                    models.CharField(
                        default="#C8741A",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9A-Fa-f]{6}$",
                                "Write a colour as # and six digits, for example #0B5D4E.",
                            )
                        ],
                        verbose_name="accent colour",
                    ),
                ),
                (
                    "headline",
                    models.CharField(blank=True, max_length=160, verbose_name="promise on the home page"),
                ),
                (
                    "headline_en",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="promise on the home page, in English"
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                ("introduction_en", models.TextField(blank=True, verbose_name="introduction, in English")),
                (
                    "menu",
                    models.TextField(
                        blank=True,
                        help_text="One place per line: Stories | /verhalen/. Empty: the menu that comes with the program.",
                        max_length=800,
                        validators=[network.models.networks.menu_of_places],
                        verbose_name="main menu",
                    ),
                ),
                (
                    "menu_en",
                    models.TextField(
                        blank=True,
                        max_length=800,
                        validators=[network.models.networks.menu_of_places],
                        verbose_name="main menu, in English",
                    ),
                ),
                (
                    "podia_per_year",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="podia a year",
                    ),
                ),
                (
                    "commitment_year",
                    models.CharField(
                        choices=[("term", "from the start of each term"), ("calendar", "from 1 January")],
                        default="term",
                        max_length=10,
                        verbose_name="commitment year",
                    ),
                ),
                (
                    "term_years",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="length of a term in years",
                    ),
                ),
                (
                    "maximum_size",
                    models.PositiveSmallIntegerField(
                        default=25, verbose_name="largest number of ambassadors"
                    ),
                ),
                (
                    "chase_active",
                    models.BooleanField(
                        default=True,
                        help_text="Off: no reminders and no call tasks are made.",
                        verbose_name="the chase is on",
                    ),
                ),
                (
                    "serial_prefix",
                    models.CharField(blank=True, max_length=8, verbose_name="letters before a plaque number"),
                ),
                (
                    "plaque_title",
                    models.CharField(blank=True, max_length=120, verbose_name="title on the plaque"),
                ),
                (
                    "plaque_title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title on the plaque, in English"
                    ),
                ),
                (
                    "plaque_text",
                    models.CharField(blank=True, max_length=240, verbose_name="text on the plaque"),
                ),
                (
                    "plaque_text_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="text on the plaque, in English"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address of the team"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=30, verbose_name="telephone of the team"),
                ),
                ("contact_address", models.TextField(blank=True, verbose_name="postal address")),
                ("english", models.BooleanField(default=True, verbose_name="the site is also in English")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "network",
                "verbose_name_plural": "networks",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("podia_per_year__gte", 1)), name="network_asks_a_podium"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_years__gte", 1)), name="network_term_has_length"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("commitment_year__in", ["term", "calendar"])),
                        name="network_commitment_year_known",
                    ),
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="MessageText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("variant", models.CharField(blank=True, max_length=20, verbose_name="variant")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language")),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(verbose_name="text")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="message_texts",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "own text of a mail",
                "verbose_name_plural": "own texts of mails",
                "ordering": ["kind", "variant", "language"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "kind", "variant", "language"),
                        name="message_text_once",
                        violation_error_message="There is already an own text for this mail.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MessagePreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("group", models.CharField(max_length=40, verbose_name="kind of mail")),
                ("stopped_at", models.DateTimeField(auto_now_add=True, verbose_name="stopped at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "mail preference",
                "verbose_name_plural": "mail preferences",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "email", "group"), name="preference_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("key", models.CharField(max_length=200, unique=True)),
                ("recipient", models.EmailField(max_length=254, verbose_name="to")),
                ("recipient_name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("reply_to", models.EmailField(blank=True, max_length=254, verbose_name="answers go to")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language")),
                ("variant", models.CharField(blank=True, max_length=20)),
                ("data", models.JSONField(blank=True, default=dict, editable=False)),
                ("subject", models.CharField(blank=True, max_length=200, verbose_name="subject")),
                ("words", models.TextField(blank=True, verbose_name="text")),
                ("body_text", models.TextField(blank=True, editable=False, verbose_name="text as sent")),
                (
                    "body_html",
                    models.TextField(blank=True, editable=False, verbose_name="designed text as sent"),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("about_id", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("held", "held back"),
                            ("claimed", "being sent"),
                            ("handing", "being handed over"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("uncertain", "perhaps sent"),
                            ("dropped", "no longer needed"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("not_before", models.DateTimeField(verbose_name="leaves from")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("edited_at", models.DateTimeField(blank=True, null=True, verbose_name="edited at")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("next_attempt_at", models.DateTimeField(blank=True, null=True, verbose_name="next attempt")),
                ("claimed_by", models.CharField(blank=True, max_length=64)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("handing_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("message_id", models.CharField(blank=True, max_length=200)),
                ("last_error", models.CharField(blank=True, max_length=500, verbose_name="what went wrong")),
                (
                    "about_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "edited_by",
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
                        related_name="messages",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "mail",
                "verbose_name_plural": "mails",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "claimed", "handing"])),
                        fields=["not_before"],
                        name="message_waiting",
                    ),
                    models.Index(fields=["network", "state"], name="message_by_state"),
                    models.Index(fields=["about_type", "about_id"], name="message_about"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "queued",
                                    "held",
                                    "claimed",
                                    "handing",
                                    "sent",
                                    "failed",
                                    "uncertain",
                                    "dropped",
                                ],
                            )
                        ),
                        name="message_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRetentionTerms",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "candidates",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after the ceremony of their round.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="candidates who were not appointed",
                    ),
                ),
                (
                    "guests",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after the ceremony.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="guests, proofs and texts of a ceremony",
                    ),
                ),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the last term or honorary membership; their name and term stay.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(84),
                        ],
                        verbose_name="former ambassadors",
                    ),
                ),
                (
                    "requests",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the request was closed.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="whoever asked for somebody",
                    ),
                ),
                (
                    "files",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the podium.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="the host in the file of a podium",
                    ),
                ),
                (
                    "leads",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after their last step.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="leads",
                    ),
                ),
                (
                    "messages",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after they were sent.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="messages through the site",
                    ),
                ),
                (
                    "mails",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after they were made.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="mails in the outbox",
                    ),
                ),
                (
                    "contacts",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after they handed over.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="former contact persons of fans",
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
                "verbose_name": "historical how long is kept",
                "verbose_name_plural": "historical how long is kept",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFanOrganisation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("slug", models.SlugField(editable=False, max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("network", "business network"),
                            ("trade", "trade association"),
                            ("desk", "innovation desk"),
                            ("bank", "bank"),
                            ("accountant", "accountant"),
                            ("adviser", "adviser"),
                            ("education", "school or university"),
                            ("government", "municipality or other government"),
                            ("other", "other"),
                        ],
                        default="network",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                (
                    "members_reached",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="members it reaches"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("is_public", models.BooleanField(default=True, verbose_name="shown on the site")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "relationship_owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The one person on our side who keeps this relation.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relationship owner",
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
                "verbose_name": "historical fan",
                "verbose_name_plural": "historical fans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCompany",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "kvk_number",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{8}\\Z", "A KvK number has eight digits."
                            )
                        ],
                        verbose_name="KvK number",
                    ),
                ),
                ("sector", models.CharField(blank=True, max_length=80, verbose_name="sector")),
                (
                    "employees",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people who work there"),
                ),
                (
                    "turnover",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="turnover in euros",
                    ),
                ),
                (
                    "balance",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="balance sheet in euros",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("website", models.URLField(blank=True, verbose_name="website")),
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
                "verbose_name": "historical company",
                "verbose_name_plural": "historical companies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="fanorganisation",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fans",
                to="network.network",
                verbose_name="network",
            ),
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marks", models.JSONField(default=list, editable=False)),
                ("counts", models.JSONField(default=dict, editable=False, verbose_name="rows")),
                (
                    "asked_how",
                    models.CharField(
                        choices=[("mail", "by mail"), ("call", "by telephone"), ("person", "in person")],
                        default="mail",
                        max_length=10,
                        verbose_name="how it was asked",
                    ),
                ),
                ("done_at", models.DateTimeField(auto_now_add=True, verbose_name="erased at")),
                (
                    "done_by",
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
                        related_name="erasures",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure",
                "verbose_name_plural": "erasures",
                "ordering": ["-done_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ContactMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("organisation", models.CharField(blank=True, max_length=150, verbose_name="organisation")),
                ("subject", models.CharField(max_length=150, verbose_name="subject")),
                ("body", models.TextField(max_length=5000, verbose_name="message")),
                ("for_person", models.PositiveBigIntegerField(blank=True, editable=False, null=True)),
                ("for_name", models.CharField(blank=True, max_length=150, verbose_name="for")),
                (
                    "state",
                    models.CharField(
                        choices=[("held", "held"), ("passed", "passed on"), ("refused", "refused")],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("suspicion", models.CharField(blank=True, max_length=200, verbose_name="why it was held")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_messages",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "message through the site",
                "verbose_name_plural": "messages through the site",
                "ordering": ["-sent_at"],
            },
        ),
        migrations.AddField(
            model_name="company",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="companies",
                to="network.network",
                verbose_name="network",
            ),
        ),
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount in euros"),
                ),
                (
                    "spent",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="spent in euros"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_lines",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "budget line",
                "verbose_name_plural": "budget lines",
                "ordering": ["-amount", "name"],
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("subject_id", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "stopped"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("faults", models.JSONField(blank=True, default=list)),
                ("claimed_by", models.CharField(blank=True, max_length=64)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="batches",
                        to="network.network",
                    ),
                ),
            ],
            options={
                "verbose_name": "piece of work",
                "verbose_name_plural": "pieces of work",
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="NetworkHost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        help_text="Without port, for example pioniers.nl.",
                        max_length=253,
                        verbose_name="host name",
                    ),
                ),
                ("is_primary", models.BooleanField(default=False, verbose_name="used in links")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hosts",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "host name",
                "verbose_name_plural": "host names",
                "ordering": ["-is_primary", "host"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("host"),
                        name="host_unique",
                        violation_error_message="Another network has this host name.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_primary", True)),
                        fields=("network",),
                        name="host_primary_once",
                        violation_error_message="Only one host name can be used in links.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuietPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(verbose_name="first day after")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quiet_periods",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "quiet period",
                "verbose_name_plural": "quiet periods",
                "ordering": ["start"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="quiet_period_has_days",
                        violation_error_message="The end must come after the start.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(verbose_name="up to, not including")),
                ("texts", models.JSONField(blank=True, default=dict, editable=False, verbose_name="words")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                (
                    "approved_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="approved at"),
                ),
                (
                    "frozen",
                    models.JSONField(
                        editable=False, encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="mark of the content"
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                        related_name="reports",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-end", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="report_has_days",
                        violation_error_message="The end must come after the start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at", None), ("digest", ""), ("frozen__isnull", True)),
                            models.Q(
                                ("approved_at__isnull", False),
                                ("frozen__isnull", False),
                                models.Q(("digest", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="report_frozen_when_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "candidates",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after the ceremony of their round.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="candidates who were not appointed",
                    ),
                ),
                (
                    "guests",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after the ceremony.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="guests, proofs and texts of a ceremony",
                    ),
                ),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the last term or honorary membership; their name and term stay.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(84),
                        ],
                        verbose_name="former ambassadors",
                    ),
                ),
                (
                    "requests",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the request was closed.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="whoever asked for somebody",
                    ),
                ),
                (
                    "files",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after the podium.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="the host in the file of a podium",
                    ),
                ),
                (
                    "leads",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after their last step.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="leads",
                    ),
                ),
                (
                    "messages",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Months after they were sent.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(24),
                        ],
                        verbose_name="messages through the site",
                    ),
                ),
                (
                    "mails",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after they were made.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="mails in the outbox",
                    ),
                ),
                (
                    "contacts",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="Months after they handed over.",
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="former contact persons of fans",
                    ),
                ),
                (
                    "network",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retention_terms",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "how long is kept",
                "verbose_name_plural": "how long is kept",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("candidates__gte", 1), ("candidates__lte", 24)),
                        name="kept_candidates_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("guests__gte", 1), ("guests__lte", 24)),
                        name="kept_guests_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("members__gte", 6), ("members__lte", 84)),
                        name="kept_members_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("requests__gte", 6), ("requests__lte", 60)),
                        name="kept_requests_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("files__gte", 1), ("files__lte", 60)),
                        name="kept_files_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leads__gte", 6), ("leads__lte", 60)),
                        name="kept_leads_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("messages__gte", 1), ("messages__lte", 24)),
                        name="kept_messages_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mails__gte", 6), ("mails__lte", 60)),
                        name="kept_mails_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contacts__gte", 6), ("contacts__lte", 60)),
                        name="kept_contacts_in_range",
                        violation_error_message="This term is shorter or longer than is allowed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
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
                            ("leader", "project leader"),
                            ("facilitator", "facilitator"),
                            ("client", "client"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
                "ordering": ["kind", "user__email"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "user", "kind"),
                        name="role_once",
                        violation_error_message="This account already has this role.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["leader", "facilitator", "client"])),
                        name="role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("email_hash", models.CharField(max_length=64)),
                ("ip_hash", models.CharField(max_length=64)),
                ("next", models.CharField(blank=True, max_length=300)),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("link_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "attempt to sign in",
                "verbose_name_plural": "attempts to sign in",
                "indexes": [
                    models.Index(fields=["email_hash", "-created_at"], name="sign_in_by_address"),
                    models.Index(fields=["ip_hash", "-created_at"], name="sign_in_by_place"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("failures__lte", 5)), name="sign_in_failures_end"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                            ("reached", "entrepreneurs reached"),
                            ("activated", "companies activated"),
                            ("podia", "podia"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("amount", models.PositiveIntegerField(verbose_name="number")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(verbose_name="up to, not including")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "target",
                "verbose_name_plural": "targets",
                "ordering": ["kind", "start"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="target_has_days",
                        violation_error_message="The end must come after the start.",
                    ),
                    models.UniqueConstraint(
                        fields=("network", "kind", "start"),
                        name="target_once",
                        violation_error_message="There is already a target of this kind from this day.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="fanorganisation",
            constraint=models.UniqueConstraint(
                fields=("network", "slug"),
                name="fan_once",
                violation_error_message="There is already a fan with this name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kvk_number", ""), _negated=True),
                fields=("network", "kvk_number"),
                name="company_kvk_once",
                violation_error_message="Another company already has this KvK number.",
            ),
        ),
    ]
