import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import knowledgebank.models.fill_in
import network.clock
import network.models.languages
import network.richtext


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ambassadors", "0001_initial"),
        ("network", "0001_initial"),
        ("network", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="FillInForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("introduction", models.CharField(blank=True, max_length=320, verbose_name="introduction")),
                (
                    "party_label",
                    models.CharField(
                        help_text="Such as: your organisation, your team.",
                        max_length=60,
                        verbose_name="who fills it in",
                    ),
                ),
            ],
            options={
                "verbose_name": "sheet to fill in",
                "verbose_name_plural": "sheets to fill in",
            },
        ),
        migrations.CreateModel(
            name="ScanAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("text", models.CharField(max_length=160, verbose_name="answer")),
                ("text_en", models.CharField(blank=True, max_length=160, verbose_name="answer, in English")),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="points",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a question",
                "verbose_name_plural": "answers to a question",
                "ordering": ["question", "position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("points__lte", 100)), name="scan_points_in_scale"
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        help_text="Such as 75 %, 3 of 4 or € 400.000.", max_length=30, verbose_name="figure"
                    ),
                ),
                ("statement", models.CharField(max_length=240, verbose_name="what it says")),
                (
                    "statement_en",
                    models.CharField(blank=True, max_length=240, verbose_name="what it says, in English"),
                ),
                ("explanation", models.TextField(blank=True, max_length=1000, verbose_name="how to read it")),
                (
                    "explanation_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="how to read it, in English"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="year of the source"
                    ),
                ),
                ("source_url", models.URLField(blank=True, verbose_name="address of the source")),
                ("checked_on", models.DateField(verbose_name="looked up on")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "fact",
                "verbose_name_plural": "facts and figures",
                "ordering": ["theme__name", "pk"],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="Collection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("introduction", models.TextField(blank=True, max_length=1000, verbose_name="introduction")),
                (
                    "introduction_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="introduction, in English"),
                ),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collections",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "facts",
                    models.ManyToManyField(
                        blank=True, related_name="collections", to="knowledgebank.fact", verbose_name="facts"
                    ),
                ),
            ],
            options={
                "verbose_name": "collection",
                "verbose_name_plural": "collections",
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug"),
                        name="collection_once",
                        violation_error_message="There is already a collection at this address.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="FormGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name of the group")),
                (
                    "view_token",
                    models.CharField(
                        default=knowledgebank.models.fill_in.new_token,
                        editable=False,
                        max_length=43,
                        unique=True,
                    ),
                ),
                (
                    "fill_token",
                    models.CharField(
                        default=knowledgebank.models.fill_in.new_token,
                        editable=False,
                        max_length=43,
                        unique=True,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begun at")),
                ("used_at", models.DateTimeField(auto_now_add=True, verbose_name="last used at")),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="groups",
                        to="knowledgebank.fillinform",
                        verbose_name="sheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "group with a sheet",
                "verbose_name_plural": "groups with a sheet",
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="FilledForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=knowledgebank.models.fill_in.new_token,
                        editable=False,
                        max_length=43,
                        unique=True,
                    ),
                ),
                ("party", models.CharField(max_length=120, verbose_name="who")),
                ("answers", models.JSONField(default=dict, verbose_name="answers")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="filled in at")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filled",
                        to="knowledgebank.formgroup",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "filled-in sheet",
                "verbose_name_plural": "filled-in sheets",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCollection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("introduction", models.TextField(blank=True, max_length=1000, verbose_name="introduction")),
                (
                    "introduction_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="introduction, in English"),
                ),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
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
                "verbose_name": "historical collection",
                "verbose_name_plural": "historical collections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCollection_facts",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "collection",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.collection",
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.fact",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalcollection",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCollection_facts",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFormQuestion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="number")),
                ("label", models.CharField(max_length=120, verbose_name="question")),
                ("help_text", models.CharField(blank=True, max_length=240, verbose_name="explanation")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("line", "one line"),
                            ("text", "some lines"),
                            ("list", "a list, one per line"),
                        ],
                        default="text",
                        max_length=10,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "tone",
                    models.CharField(
                        choices=[
                            ("plain", "plain"),
                            ("wish", "a wish: negotiable"),
                            ("demand", "a demand: not negotiable"),
                        ],
                        default="plain",
                        max_length=10,
                        verbose_name="how it is shown",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="has to be answered")),
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
                    "form",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.fillinform",
                        verbose_name="sheet",
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
                "verbose_name": "historical question",
                "verbose_name_plural": "historical questions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPage",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="A page named about, accessibility or privacy takes the place of the built-in text.",
                        max_length=80,
                        verbose_name="address",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("body", network.richtext.RichTextField(verbose_name="text")),
                ("is_listed", models.BooleanField(default=True, verbose_name="listed on the page About")),
                ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="changed at")),
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
                "verbose_name": "historical page",
                "verbose_name_plural": "historical pages",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSynonyms",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="With commas between them: staff, employees, people who work here.",
                        max_length=240,
                        verbose_name="words with the same meaning",
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
                "verbose_name": "historical synonyms",
                "verbose_name_plural": "historical synonyms for the search",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTheme",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=60, verbose_name="name, in English")),
                ("slug", models.SlugField(max_length=60, verbose_name="address")),
                ("description", models.CharField(blank=True, max_length=240, verbose_name="in one sentence")),
                (
                    "description_en",
                    models.CharField(blank=True, max_length=240, verbose_name="in one sentence, in English"),
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
                "verbose_name": "historical theme",
                "verbose_name_plural": "historical themes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("url", models.URLField(verbose_name="address")),
                ("description", models.CharField(blank=True, max_length=240, verbose_name="why go there")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "link",
                "verbose_name_plural": "links",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCollection_links",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "collection",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.collection",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalcollection",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.link",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCollection_links",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="collection",
            name="links",
            field=models.ManyToManyField(
                blank=True, related_name="collections", to="knowledgebank.link", verbose_name="links"
            ),
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("summary", models.CharField(max_length=240, verbose_name="in one sentence")),
                (
                    "summary_en",
                    models.CharField(blank=True, max_length=240, verbose_name="in one sentence, in English"),
                ),
                ("introduction", network.richtext.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "introduction_en",
                    network.richtext.RichTextField(blank=True, verbose_name="introduction, in English"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="minutes it takes",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The research or model behind the questions.",
                        max_length=240,
                        verbose_name="based on",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: nobody sees it yet.",
                        null=True,
                        verbose_name="online from",
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scans",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "scan",
                "verbose_name_plural": "scans",
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug"),
                        name="scan_once",
                        violation_error_message="There is already a scan at this address.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScanDimension",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=60, verbose_name="name, in English")),
                (
                    "explanation",
                    models.CharField(blank=True, max_length=240, verbose_name="what it stands for"),
                ),
                (
                    "explanation_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="what it stands for, in English"
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
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dimension",
                "verbose_name_plural": "historical dimensions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ScanDimension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=60, verbose_name="name, in English")),
                (
                    "explanation",
                    models.CharField(blank=True, max_length=240, verbose_name="what it stands for"),
                ),
                (
                    "explanation_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="what it stands for, in English"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dimensions",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "dimension",
                "verbose_name_plural": "dimensions",
                "ordering": ["scan", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scan", "position"),
                        name="scan_dimension_once",
                        violation_error_message="Another dimension has this number.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScanQuestion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("text", models.CharField(max_length=240, verbose_name="question")),
                (
                    "text_en",
                    models.CharField(blank=True, max_length=240, verbose_name="question, in English"),
                ),
                ("help", models.CharField(blank=True, max_length=240, verbose_name="help with it")),
                (
                    "help_en",
                    models.CharField(blank=True, max_length=240, verbose_name="help with it, in English"),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="A question of weight 2 counts twice.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="weight",
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
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
                (
                    "only_after",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="An answer to an earlier question; empty: everybody gets this question.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scananswer",
                        verbose_name="only after this answer",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: it only leads on to other questions and counts nowhere.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scandimension",
                        verbose_name="dimension",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical question",
                "verbose_name_plural": "historical questions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScanAdvice",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "low",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="score from",
                    ),
                ),
                (
                    "high",
                    models.PositiveSmallIntegerField(
                        default=100,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="score to",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("body", network.richtext.RichTextField(blank=True, verbose_name="advice")),
                ("body_en", network.richtext.RichTextField(blank=True, verbose_name="advice, in English")),
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
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: about the total.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scandimension",
                        verbose_name="dimension",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical advice",
                "verbose_name_plural": "historical advice per score",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ScanQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("text", models.CharField(max_length=240, verbose_name="question")),
                (
                    "text_en",
                    models.CharField(blank=True, max_length=240, verbose_name="question, in English"),
                ),
                ("help", models.CharField(blank=True, max_length=240, verbose_name="help with it")),
                (
                    "help_en",
                    models.CharField(blank=True, max_length=240, verbose_name="help with it, in English"),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="A question of weight 2 counts twice.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="weight",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: it only leads on to other questions and counts nowhere.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="questions",
                        to="knowledgebank.scandimension",
                        verbose_name="dimension",
                    ),
                ),
                (
                    "only_after",
                    models.ForeignKey(
                        blank=True,
                        help_text="An answer to an earlier question; empty: everybody gets this question.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads_to",
                        to="knowledgebank.scananswer",
                        verbose_name="only after this answer",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["scan", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scan", "position"),
                        name="scan_question_once",
                        violation_error_message="Another question has this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 1), ("weight__lte", 10)),
                        name="scan_question_weighs",
                    ),
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.AddField(
            model_name="scananswer",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="knowledgebank.scanquestion",
                verbose_name="question",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalScanAnswer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="place in the list",
                    ),
                ),
                ("text", models.CharField(max_length=160, verbose_name="answer")),
                ("text_en", models.CharField(blank=True, max_length=160, verbose_name="answer, in English")),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="points",
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
                    "question",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scanquestion",
                        verbose_name="question",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical answer to a question",
                "verbose_name_plural": "historical answers to a question",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ScanTaking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.CharField(editable=False, max_length=24, null=True, unique=True)),
                ("answers", models.JSONField(verbose_name="answers")),
                ("total", models.PositiveSmallIntegerField(verbose_name="total")),
                ("by_dimension", models.JSONField(verbose_name="scores")),
                ("taken_on", models.DateField(default=network.clock.today, verbose_name="filled in on")),
                ("is_counted", models.BooleanField(default=True, verbose_name="counts in the sums")),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="takings",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "filled-in scan",
                "verbose_name_plural": "filled-in scans",
                "ordering": ["-taken_on", "-pk"],
                "indexes": [models.Index(fields=["scan", "taken_on"], name="scan_taking_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total__lte", 100)), name="scan_total_is_percentage"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(choices=[("nl", "Dutch"), ("en", "English")], max_length=5)),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=40)),
                ("audience", models.CharField(blank=True, max_length=30)),
                ("url", models.CharField(max_length=500)),
                ("title", models.CharField(max_length=300)),
                ("over", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("text_language", models.CharField(blank=True, max_length=5)),
                ("title_words", models.TextField()),
                ("summary_words", models.TextField(blank=True)),
                ("body_words", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=32)),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of the search",
                "verbose_name_plural": "entries of the search",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "language", "kind", "key", "audience"), name="search_entry_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchVocabulary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(choices=[("nl", "Dutch"), ("en", "English")], max_length=5)),
                ("words", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=32)),
                ("built_at", models.DateTimeField(auto_now=True)),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "words of the search",
                "verbose_name_plural": "words of the search",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "language"), name="search_vocabulary_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, verbose_name="address")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begun at")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken off the site at"),
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
                        related_name="stories",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stories",
                        to="ambassadors.person",
                        verbose_name="of whom",
                    ),
                ),
                (
                    "withdrawn_by",
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
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug"),
                        name="story_address_once",
                        violation_error_message="There is already a story at this address.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScanAdvice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "low",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="score from",
                    ),
                ),
                (
                    "high",
                    models.PositiveSmallIntegerField(
                        default=100,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="score to",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("body", network.richtext.RichTextField(blank=True, verbose_name="advice")),
                ("body_en", network.richtext.RichTextField(blank=True, verbose_name="advice, in English")),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advices",
                        to="knowledgebank.scan",
                        verbose_name="scan",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: about the total.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advices",
                        to="knowledgebank.scandimension",
                        verbose_name="dimension",
                    ),
                ),
                (
                    "stories",
                    models.ManyToManyField(
                        blank=True,
                        related_name="advised_in",
                        to="knowledgebank.story",
                        verbose_name="stories",
                    ),
                ),
            ],
            options={
                "verbose_name": "advice",
                "verbose_name_plural": "advice per score",
                "ordering": [
                    "scan",
                    models.OrderBy(models.F("dimension__position"), nulls_first=True),
                    "low",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("high__lte", 100), ("low__lte", models.F("high"))),
                        name="scan_advice_in_order",
                        violation_error_message="The range runs from low to high, and to 100 at most.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStoryVersion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "lead",
                    models.CharField(
                        blank=True,
                        help_text="Two sentences that make one read on.",
                        max_length=320,
                        verbose_name="introduction",
                    ),
                ),
                ("body", network.richtext.RichTextField(blank=True, verbose_name="story")),
                ("quote", models.CharField(blank=True, max_length=240, verbose_name="pull quote")),
                (
                    "lessons",
                    models.TextField(
                        blank=True,
                        help_text="One per line: what would you tell a colleague?",
                        verbose_name="lessons",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        help_text="One per line, the figure first: -40 % | absence in two years",
                        verbose_name="figures",
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=120, verbose_name="title, in English")),
                (
                    "lead_en",
                    models.CharField(blank=True, max_length=320, verbose_name="introduction, in English"),
                ),
                ("body_en", network.richtext.RichTextField(blank=True, verbose_name="story, in English")),
                (
                    "quote_en",
                    models.CharField(blank=True, max_length=240, verbose_name="pull quote, in English"),
                ),
                ("lessons_en", models.TextField(blank=True, verbose_name="lessons, in English")),
                ("figures_en", models.TextField(blank=True, verbose_name="figures, in English")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("company", models.CharField(blank=True, max_length=150, verbose_name="company")),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role in the company")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("sector", models.CharField(blank=True, max_length=80, verbose_name="sector")),
                (
                    "employees",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people who work there"),
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
                ("photo", models.TextField(blank=True, max_length=100, verbose_name="photo")),
                (
                    "photo_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the photo shows"),
                ),
                ("photo_credit", models.CharField(blank=True, max_length=120, verbose_name="photographer")),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the photo, from the left (%)",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the photo, from the top (%)",
                    ),
                ),
                (
                    "photo_consent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to the photo at"),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="begun at")),
                ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="changed at")),
                ("handed_in_at", models.DateTimeField(blank=True, null=True, verbose_name="handed in at")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="approval asked at")),
                (
                    "remarks",
                    models.TextField(blank=True, max_length=3000, verbose_name="what should be different"),
                ),
                (
                    "remarked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="asked for changes at"),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "approved_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "by the link in the mail"),
                            ("mijn", "in Mijn"),
                            ("spoken", "told the project leader"),
                        ],
                        max_length=10,
                        verbose_name="approved how",
                    ),
                ),
                (
                    "consent_text",
                    models.CharField(blank=True, max_length=10, verbose_name="version of the text agreed to"),
                ),
                ("publish_on", models.DateField(blank=True, null=True, verbose_name="online from")),
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
                    "created_by",
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
                    "story",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical version of a story",
                "verbose_name_plural": "historical versions of a story",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScanAdvice_stories",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalscanadvice",
                    ),
                ),
                (
                    "scanadvice",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scanadvice",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalScanAdvice_stories",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCollection_stories",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "collection",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.collection",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalcollection",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCollection_stories",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="collection",
            name="stories",
            field=models.ManyToManyField(
                blank=True, related_name="collections", to="knowledgebank.story", verbose_name="stories"
            ),
        ),
        migrations.CreateModel(
            name="StoryVersion",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "lead",
                    models.CharField(
                        blank=True,
                        help_text="Two sentences that make one read on.",
                        max_length=320,
                        verbose_name="introduction",
                    ),
                ),
                ("body", network.richtext.RichTextField(blank=True, verbose_name="story")),
                ("quote", models.CharField(blank=True, max_length=240, verbose_name="pull quote")),
                (
                    "lessons",
                    models.TextField(
                        blank=True,
                        help_text="One per line: what would you tell a colleague?",
                        verbose_name="lessons",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        help_text="One per line, the figure first: -40 % | absence in two years",
                        verbose_name="figures",
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=120, verbose_name="title, in English")),
                (
                    "lead_en",
                    models.CharField(blank=True, max_length=320, verbose_name="introduction, in English"),
                ),
                ("body_en", network.richtext.RichTextField(blank=True, verbose_name="story, in English")),
                (
                    "quote_en",
                    models.CharField(blank=True, max_length=240, verbose_name="pull quote, in English"),
                ),
                ("lessons_en", models.TextField(blank=True, verbose_name="lessons, in English")),
                ("figures_en", models.TextField(blank=True, verbose_name="figures, in English")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("company", models.CharField(blank=True, max_length=150, verbose_name="company")),
                ("role", models.CharField(blank=True, max_length=80, verbose_name="role in the company")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("sector", models.CharField(blank=True, max_length=80, verbose_name="sector")),
                (
                    "employees",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people who work there"),
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
                ("photo", models.ImageField(blank=True, upload_to="stories/", verbose_name="photo")),
                (
                    "photo_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the photo shows"),
                ),
                ("photo_credit", models.CharField(blank=True, max_length=120, verbose_name="photographer")),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the photo, from the left (%)",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="centre of the photo, from the top (%)",
                    ),
                ),
                (
                    "photo_consent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="agreed to the photo at"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begun at")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                ("handed_in_at", models.DateTimeField(blank=True, null=True, verbose_name="handed in at")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="approval asked at")),
                (
                    "remarks",
                    models.TextField(blank=True, max_length=3000, verbose_name="what should be different"),
                ),
                (
                    "remarked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="asked for changes at"),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "approved_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "by the link in the mail"),
                            ("mijn", "in Mijn"),
                            ("spoken", "told the project leader"),
                        ],
                        max_length=10,
                        verbose_name="approved how",
                    ),
                ),
                (
                    "consent_text",
                    models.CharField(blank=True, max_length=10, verbose_name="version of the text agreed to"),
                ),
                ("publish_on", models.DateField(blank=True, null=True, verbose_name="online from")),
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
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="knowledgebank.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a story",
                "verbose_name_plural": "versions of a story",
                "ordering": ["story", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("story", "number"), name="story_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("approved_at", None)),
                        fields=("story",),
                        name="story_one_draft",
                        violation_error_message="This story already has a version that is being worked on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_at", None), ("publish_on__isnull", False), _connector="OR"
                        ),
                        name="story_approved_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ["", "first", "growing", "seasoned"])),
                        name="story_phase_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at", None), ("approved_via", "")),
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_via__in", ["link", "mijn", "spoken"]),
                            ),
                            _connector="OR",
                        ),
                        name="story_approved_somehow",
                    ),
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="With commas between them: staff, employees, people who work here.",
                        max_length=240,
                        verbose_name="words with the same meaning",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="synonyms",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonyms",
                "verbose_name_plural": "synonyms for the search",
                "ordering": ["words"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words__contains", ",")),
                        name="synonyms_are_two",
                        violation_error_message="Write at least two words, with a comma between them.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=60, verbose_name="name, in English")),
                ("slug", models.SlugField(max_length=60, verbose_name="address")),
                ("description", models.CharField(blank=True, max_length=240, verbose_name="in one sentence")),
                (
                    "description_en",
                    models.CharField(blank=True, max_length=240, verbose_name="in one sentence, in English"),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="themes",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug"),
                        name="theme_once",
                        violation_error_message="There is already a theme at this address.",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.AddField(
            model_name="story",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="stories",
                to="knowledgebank.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="scan",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="scans",
                to="knowledgebank.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="link",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="links",
                to="knowledgebank.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalTool",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("summary", models.CharField(max_length=240, verbose_name="in one sentence")),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: nobody sees it yet.",
                        null=True,
                        verbose_name="online from",
                    ),
                ),
                (
                    "purpose",
                    network.richtext.RichTextField(blank=True, verbose_name="what can you do with it"),
                ),
                ("result", models.CharField(blank=True, max_length=240, verbose_name="what does it deliver")),
                ("moment", models.CharField(blank=True, max_length=240, verbose_name="when")),
                (
                    "company",
                    models.CharField(blank=True, max_length=240, verbose_name="with whom, in a few words"),
                ),
                ("with_whom", network.richtext.RichTextField(blank=True, verbose_name="with whom")),
                (
                    "people_least",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="participants, at least"
                    ),
                ),
                (
                    "people_most",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="participants, at most"
                    ),
                ),
                ("how", network.richtext.RichTextField(blank=True, verbose_name="how does it work")),
                ("knowledge", network.richtext.RichTextField(blank=True, verbose_name="knowledge needed")),
                (
                    "skills_participants",
                    network.richtext.RichTextField(blank=True, verbose_name="skills of the participants"),
                ),
                (
                    "skills_facilitator",
                    network.richtext.RichTextField(blank=True, verbose_name="skills of the facilitator"),
                ),
                (
                    "minutes_learn",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to learn it"
                    ),
                ),
                (
                    "minutes_prepare",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to prepare"
                    ),
                ),
                (
                    "minutes_run",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes to run it"),
                ),
                (
                    "minutes_run_most",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to run it, at most"
                    ),
                ),
                (
                    "minutes_aftercare",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes of aftercare"
                    ),
                ),
                ("material", network.richtext.RichTextField(blank=True, verbose_name="material")),
                ("place", models.CharField(blank=True, max_length=240, verbose_name="place")),
                ("money", models.CharField(blank=True, max_length=240, verbose_name="money")),
                ("tips", network.richtext.RichTextField(blank=True, verbose_name="tips")),
                (
                    "relation",
                    network.richtext.RichTextField(blank=True, verbose_name="relation to other tools"),
                ),
                (
                    "developers",
                    network.richtext.RichTextField(blank=True, verbose_name="remarks of the developers"),
                ),
                (
                    "background",
                    network.richtext.RichTextField(blank=True, verbose_name="background and literature"),
                ),
                ("contact", models.CharField(blank=True, max_length=160, verbose_name="contact")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="changed at")),
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical tool",
                "verbose_name_plural": "historical tools",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=120, verbose_name="address")),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="begun at")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken off the site at"),
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
                    "created_by",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="of whom",
                    ),
                ),
                (
                    "withdrawn_by",
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical story",
                "verbose_name_plural": "historical stories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="title, in English")),
                ("summary", models.CharField(max_length=240, verbose_name="in one sentence")),
                (
                    "summary_en",
                    models.CharField(blank=True, max_length=240, verbose_name="in one sentence, in English"),
                ),
                ("introduction", network.richtext.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "introduction_en",
                    network.richtext.RichTextField(blank=True, verbose_name="introduction, in English"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="minutes it takes",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The research or model behind the questions.",
                        max_length=240,
                        verbose_name="based on",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: nobody sees it yet.",
                        null=True,
                        verbose_name="online from",
                    ),
                ),
                ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="changed at")),
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical scan",
                "verbose_name_plural": "historical scans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLink",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("url", models.URLField(verbose_name="address")),
                ("description", models.CharField(blank=True, max_length=240, verbose_name="why go there")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical link",
                "verbose_name_plural": "historical links",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "figure",
                    models.CharField(
                        help_text="Such as 75 %, 3 of 4 or € 400.000.", max_length=30, verbose_name="figure"
                    ),
                ),
                ("statement", models.CharField(max_length=240, verbose_name="what it says")),
                (
                    "statement_en",
                    models.CharField(blank=True, max_length=240, verbose_name="what it says, in English"),
                ),
                ("explanation", models.TextField(blank=True, max_length=1000, verbose_name="how to read it")),
                (
                    "explanation_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="how to read it, in English"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                (
                    "source_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="year of the source"
                    ),
                ),
                ("source_url", models.URLField(blank=True, verbose_name="address of the source")),
                ("checked_on", models.DateField(verbose_name="looked up on")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("is_public", models.BooleanField(default=True, verbose_name="on the site")),
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical fact",
                "verbose_name_plural": "historical facts and figures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="fact",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="facts",
                to="knowledgebank.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="Tool",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("summary", models.CharField(max_length=240, verbose_name="in one sentence")),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: nobody sees it yet.",
                        null=True,
                        verbose_name="online from",
                    ),
                ),
                (
                    "purpose",
                    network.richtext.RichTextField(blank=True, verbose_name="what can you do with it"),
                ),
                ("result", models.CharField(blank=True, max_length=240, verbose_name="what does it deliver")),
                ("moment", models.CharField(blank=True, max_length=240, verbose_name="when")),
                (
                    "company",
                    models.CharField(blank=True, max_length=240, verbose_name="with whom, in a few words"),
                ),
                ("with_whom", network.richtext.RichTextField(blank=True, verbose_name="with whom")),
                (
                    "people_least",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="participants, at least"
                    ),
                ),
                (
                    "people_most",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="participants, at most"
                    ),
                ),
                ("how", network.richtext.RichTextField(blank=True, verbose_name="how does it work")),
                ("knowledge", network.richtext.RichTextField(blank=True, verbose_name="knowledge needed")),
                (
                    "skills_participants",
                    network.richtext.RichTextField(blank=True, verbose_name="skills of the participants"),
                ),
                (
                    "skills_facilitator",
                    network.richtext.RichTextField(blank=True, verbose_name="skills of the facilitator"),
                ),
                (
                    "minutes_learn",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to learn it"
                    ),
                ),
                (
                    "minutes_prepare",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to prepare"
                    ),
                ),
                (
                    "minutes_run",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes to run it"),
                ),
                (
                    "minutes_run_most",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes to run it, at most"
                    ),
                ),
                (
                    "minutes_aftercare",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes of aftercare"
                    ),
                ),
                ("material", network.richtext.RichTextField(blank=True, verbose_name="material")),
                ("place", models.CharField(blank=True, max_length=240, verbose_name="place")),
                ("money", models.CharField(blank=True, max_length=240, verbose_name="money")),
                ("tips", network.richtext.RichTextField(blank=True, verbose_name="tips")),
                (
                    "relation",
                    network.richtext.RichTextField(blank=True, verbose_name="relation to other tools"),
                ),
                (
                    "developers",
                    network.richtext.RichTextField(blank=True, verbose_name="remarks of the developers"),
                ),
                (
                    "background",
                    network.richtext.RichTextField(blank=True, verbose_name="background and literature"),
                ),
                ("contact", models.CharField(blank=True, max_length=160, verbose_name="contact")),
                ("tags", models.JSONField(blank=True, default=list, verbose_name="keywords")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tools",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "next_tools",
                    models.ManyToManyField(
                        blank=True,
                        related_name="earlier_tools",
                        to="knowledgebank.tool",
                        verbose_name="tools to go on with",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tools",
                        to="knowledgebank.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "tool",
                "verbose_name_plural": "tools",
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug", "language"),
                        name="tool_once",
                        violation_error_message="There is already a tool at this address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("people_least", None),
                            ("people_most", None),
                            ("people_most__gte", models.F("people_least")),
                            _connector="OR",
                        ),
                        name="tool_people_in_order",
                        violation_error_message="The largest group cannot be smaller than the smallest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes_run", None),
                            ("minutes_run_most", None),
                            ("minutes_run_most__gte", models.F("minutes_run")),
                            _connector="OR",
                        ),
                        name="tool_minutes_in_order",
                        violation_error_message="The longest time cannot be shorter than the shortest.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="tools",
            field=models.ManyToManyField(
                blank=True,
                related_name="stories",
                to="knowledgebank.tool",
                verbose_name="tools that belong to it",
            ),
        ),
        migrations.AddField(
            model_name="scanadvice",
            name="tools",
            field=models.ManyToManyField(
                blank=True, related_name="advised_in", to="knowledgebank.tool", verbose_name="tools"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalToolStep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="number"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("text", network.richtext.RichTextField(blank=True, verbose_name="what you do")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
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
                    "tool",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical step",
                "verbose_name_plural": "historical steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalToolDownload",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("file", models.TextField(max_length=100, verbose_name="PDF")),
                (
                    "size",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                ),
                ("pages", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="pages")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
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
                    "tool",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical download",
                "verbose_name_plural": "historical downloads",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScanAdvice_tools",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalscanadvice",
                    ),
                ),
                (
                    "scanadvice",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.scanadvice",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalScanAdvice_tools",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFillInForm",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("introduction", models.CharField(blank=True, max_length=320, verbose_name="introduction")),
                (
                    "party_label",
                    models.CharField(
                        help_text="Such as: your organisation, your team.",
                        max_length=60,
                        verbose_name="who fills it in",
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
                    "tool",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical sheet to fill in",
                "verbose_name_plural": "historical sheets to fill in",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCollection_tools",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "collection",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.collection",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="knowledgebank.historicalcollection",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCollection_tools",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="fillinform",
            name="tool",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fill_in_form",
                to="knowledgebank.tool",
                verbose_name="tool",
            ),
        ),
        migrations.AddField(
            model_name="collection",
            name="tools",
            field=models.ManyToManyField(
                blank=True, related_name="collections", to="knowledgebank.tool", verbose_name="tools"
            ),
        ),
        migrations.CreateModel(
            name="ToolDownload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("file", models.FileField(upload_to="downloads/", verbose_name="PDF")),
                (
                    "size",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                ),
                ("pages", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="pages")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downloads",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "download",
                "verbose_name_plural": "downloads",
                "ordering": ["tool", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ToolRemark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("organisation", models.CharField(blank=True, max_length=120, verbose_name="organisation")),
                ("text", models.TextField(max_length=1500, verbose_name="remark")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("held", "waits for a decision"),
                            ("shown", "on the site"),
                            ("refused", "not shown"),
                        ],
                        default="held",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "suspicion",
                    models.CharField(blank=True, max_length=200, verbose_name="why it is suspicious"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
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
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "remark about a tool",
                "verbose_name_plural": "remarks about tools",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["held", "shown", "refused"])),
                        name="remark_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ToolStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="number"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("text", network.richtext.RichTextField(blank=True, verbose_name="what you do")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="knowledgebank.tool",
                        verbose_name="tool",
                    ),
                ),
            ],
            options={
                "verbose_name": "step",
                "verbose_name_plural": "steps",
                "ordering": ["tool", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tool", "position"),
                        name="tool_step_once",
                        violation_error_message="Another step has this number.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="number")),
                ("label", models.CharField(max_length=120, verbose_name="question")),
                ("help_text", models.CharField(blank=True, max_length=240, verbose_name="explanation")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("line", "one line"),
                            ("text", "some lines"),
                            ("list", "a list, one per line"),
                        ],
                        default="text",
                        max_length=10,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "tone",
                    models.CharField(
                        choices=[
                            ("plain", "plain"),
                            ("wish", "a wish: negotiable"),
                            ("demand", "a demand: not negotiable"),
                        ],
                        default="plain",
                        max_length=10,
                        verbose_name="how it is shown",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="has to be answered")),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="knowledgebank.fillinform",
                        verbose_name="sheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["form", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form", "position"),
                        name="form_question_once",
                        violation_error_message="Another question has this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["line", "text", "list"])), name="form_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tone__in", ["plain", "wish", "demand"])), name="form_tone_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="A page named about, accessibility or privacy takes the place of the built-in text.",
                        max_length=80,
                        verbose_name="address",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("body", network.richtext.RichTextField(verbose_name="text")),
                ("is_listed", models.BooleanField(default=True, verbose_name="listed on the page About")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pages",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "slug", "language"),
                        name="page_once",
                        violation_error_message="There is already a page at this address.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="scananswer",
            constraint=models.UniqueConstraint(
                fields=("question", "position"),
                name="scan_answer_once",
                violation_error_message="Another answer has this number.",
            ),
        ),
    ]
