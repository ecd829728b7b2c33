import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.lookups
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import events.models.cards
import network.clock
import network.models.languages
import network.richtext


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ambassadors", "0001_initial"),
        ("knowledgebank", "0001_initial"),
        ("network", "0001_initial"),
        ("network", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=160, verbose_name="what")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ambassador", "ambassador"),
                            ("host", "organiser"),
                            ("leader", "project leader"),
                        ],
                        max_length=10,
                        verbose_name="who",
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done at")),
                (
                    "done_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ambassador", "ambassador"),
                            ("host", "organiser"),
                            ("leader", "project leader"),
                        ],
                        max_length=10,
                        verbose_name="done by",
                    ),
                ),
            ],
            options={
                "verbose_name": "item of a checklist",
                "verbose_name_plural": "items of checklists",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["ambassador", "host", "leader"])),
                        name="checklist_side_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", "")),
                            models.Q(
                                ("done_at__isnull", False), ("done_by__in", ["ambassador", "host", "leader"])
                            ),
                            _connector="OR",
                        ),
                        name="checklist_done_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FileNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ambassador", "ambassador"),
                            ("host", "organiser"),
                            ("leader", "project leader"),
                        ],
                        max_length=10,
                        verbose_name="who",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("text", models.TextField(max_length=3000, verbose_name="message")),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written at")),
            ],
            options={
                "verbose_name": "message in a file",
                "verbose_name_plural": "messages in files",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Podium",
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
                            ("presentation", "presentation"),
                            ("workshop", "workshop"),
                            ("introduction", "introduction"),
                            ("business_meeting", "business meeting"),
                            ("company_visit", "company visit"),
                            ("one_to_one", "one-to-one talk"),
                            ("panel", "panel"),
                            ("fair", "fair"),
                            ("interview", "interview"),
                            ("article", "article"),
                            ("other_media", "other media"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("idea", "idea"),
                            ("agreed", "agreed"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                        ],
                        default="done",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                ("date", models.DateField(verbose_name="date")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "host_name",
                    models.CharField(blank=True, max_length=150, verbose_name="with whom or where"),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("own", "own initiative"),
                            ("fan", "through a fan"),
                            ("request", "on request"),
                        ],
                        default="own",
                        max_length=10,
                        verbose_name="how it came about",
                    ),
                ),
                (
                    "expected",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="expected audience"),
                ),
                (
                    "audience",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="entrepreneurs in the audience"
                    ),
                ),
                (
                    "audience_by_host",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="entrepreneurs in the audience, says the host"
                    ),
                ),
                (
                    "reached",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Only to settle it: this number then counts, whatever the others said.",
                        null=True,
                        verbose_name="entrepreneurs reached",
                    ),
                ),
                (
                    "checked_in",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="entrepreneurs who checked in"
                    ),
                ),
                (
                    "counted",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            "reached",
                            django.db.models.functions.comparison.Greatest(
                                django.db.models.functions.comparison.Coalesce(
                                    django.db.models.functions.comparison.Least(
                                        "audience", "audience_by_host"
                                    ),
                                    "audience",
                                    "audience_by_host",
                                    models.Value(0),
                                ),
                                "checked_in",
                            ),
                        ),
                        output_field=models.PositiveIntegerField(),
                        verbose_name="counted",
                    ),
                ),
                (
                    "evidence",
                    models.GeneratedField(
                        choices=[
                            ("unknown", "unknown"),
                            ("estimate", "estimate"),
                            ("confirmed", "confirmed"),
                            ("conflict", "two answers that differ"),
                        ],
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                audience=None,
                                audience_by_host=None,
                                checked_in=0,
                                reached=None,
                                then=models.Value("unknown"),
                            ),
                            models.When(
                                models.Q(
                                    ("kind__in", ["article", "interview", "other_media"]),
                                    models.Q(("audience", None), ("audience_by_host", None)),
                                    _connector="OR",
                                ),
                                then=models.Value("estimate"),
                            ),
                            models.When(
                                models.Q(
                                    models.Q(("audience", None), ("audience_by_host", None), _connector="OR"),
                                    ("reached__isnull", False),
                                ),
                                then=models.Value("estimate"),
                            ),
                            models.When(reached__isnull=False, then=models.Value("confirmed")),
                            models.When(
                                models.Q(
                                    django.db.models.lookups.GreaterThan(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.functions.comparison.Cast(
                                                "checked_in", models.BigIntegerField()
                                            ),
                                            "-",
                                            django.db.models.functions.comparison.Cast(
                                                django.db.models.functions.comparison.Coalesce(
                                                    django.db.models.functions.comparison.Least(
                                                        "audience", "audience_by_host"
                                                    ),
                                                    "audience",
                                                    "audience_by_host",
                                                ),
                                                models.BigIntegerField(),
                                            ),
                                        ),
                                        3,
                                    ),
                                    django.db.models.lookups.GreaterThan(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    "checked_in", models.BigIntegerField()
                                                ),
                                                "-",
                                                django.db.models.functions.comparison.Cast(
                                                    django.db.models.functions.comparison.Coalesce(
                                                        django.db.models.functions.comparison.Least(
                                                            "audience", "audience_by_host"
                                                        ),
                                                        "audience",
                                                        "audience_by_host",
                                                    ),
                                                    models.BigIntegerField(),
                                                ),
                                            ),
                                            "*",
                                            models.Value(10),
                                        ),
                                        django.db.models.functions.comparison.Cast(
                                            "checked_in", models.BigIntegerField()
                                        ),
                                    ),
                                ),
                                then=models.Value("conflict"),
                            ),
                            models.When(
                                models.Q(
                                    models.Q(("audience", None), ("audience_by_host", None), _connector="OR"),
                                    ("checked_in__gt", 0),
                                    models.Q(
                                        django.db.models.lookups.LessThanOrEqual(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    django.db.models.functions.comparison.Coalesce(
                                                        django.db.models.functions.comparison.Least(
                                                            "audience", "audience_by_host"
                                                        ),
                                                        "audience",
                                                        "audience_by_host",
                                                    ),
                                                    models.BigIntegerField(),
                                                ),
                                                "-",
                                                django.db.models.functions.comparison.Cast(
                                                    "checked_in", models.BigIntegerField()
                                                ),
                                            ),
                                            3,
                                        ),
                                        django.db.models.lookups.LessThanOrEqual(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.functions.comparison.Cast(
                                                        django.db.models.functions.comparison.Coalesce(
                                                            django.db.models.functions.comparison.Least(
                                                                "audience", "audience_by_host"
                                                            ),
                                                            "audience",
                                                            "audience_by_host",
                                                        ),
                                                        models.BigIntegerField(),
                                                    ),
                                                    "-",
                                                    django.db.models.functions.comparison.Cast(
                                                        "checked_in", models.BigIntegerField()
                                                    ),
                                                ),
                                                "*",
                                                models.Value(10),
                                            ),
                                            django.db.models.functions.comparison.Cast(
                                                django.db.models.functions.comparison.Coalesce(
                                                    django.db.models.functions.comparison.Least(
                                                        "audience", "audience_by_host"
                                                    ),
                                                    "audience",
                                                    "audience_by_host",
                                                ),
                                                models.BigIntegerField(),
                                            ),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                then=models.Value("confirmed"),
                            ),
                            models.When(
                                models.Q(("audience", None), ("audience_by_host", None), _connector="OR"),
                                then=models.Value("estimate"),
                            ),
                            models.When(
                                models.Q(
                                    models.Q(
                                        (
                                            "audience__gte",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    "audience_by_host", models.BigIntegerField()
                                                ),
                                                "-",
                                                models.Value(3),
                                            ),
                                        ),
                                        (
                                            "audience__lte",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    "audience_by_host", models.BigIntegerField()
                                                ),
                                                "+",
                                                models.Value(3),
                                            ),
                                        ),
                                    ),
                                    models.Q(
                                        (
                                            "audience__gte",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    "audience_by_host", models.BigIntegerField()
                                                ),
                                                "-",
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.functions.comparison.Cast(
                                                        "audience_by_host", models.BigIntegerField()
                                                    ),
                                                    "/",
                                                    models.Value(10),
                                                ),
                                            ),
                                        ),
                                        (
                                            "audience_by_host__gte",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Cast(
                                                    "audience", models.BigIntegerField()
                                                ),
                                                "-",
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.functions.comparison.Cast(
                                                        "audience", models.BigIntegerField()
                                                    ),
                                                    "/",
                                                    models.Value(10),
                                                ),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                then=models.Value("confirmed"),
                            ),
                            default=models.Value("conflict"),
                            output_field=models.CharField(max_length=10),
                        ),
                        output_field=models.CharField(max_length=10),
                        verbose_name="how sure",
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="link")),
                ("photo", models.ImageField(blank=True, upload_to="podia/", verbose_name="photo")),
                (
                    "photo_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the photo shows"),
                ),
                ("outcome", models.CharField(blank=True, max_length=240, verbose_name="in one line")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "is_private",
                    models.BooleanField(
                        default=False,
                        help_text="Counts, but is never shown to visitors.",
                        verbose_name="confidential",
                    ),
                ),
                ("is_open", models.BooleanField(default=False, verbose_name="visitors may join")),
                ("changed_on", models.DateField(default=network.clock.today, verbose_name="last changed on")),
                ("outcome_asked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("logged_at", models.DateTimeField(auto_now_add=True)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "form_token",
                    models.CharField(blank=True, editable=False, max_length=43, null=True, unique=True),
                ),
                (
                    "ambassadors",
                    models.ManyToManyField(
                        related_name="podia", to="ambassadors.person", verbose_name="ambassadors"
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="podia",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                (
                    "logged_by",
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
                        related_name="podia",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "podium",
                "verbose_name_plural": "podia",
                "ordering": ["-date", "-pk"],
                "indexes": [
                    models.Index(fields=["network", "-date"], name="podium_by_date"),
                    models.Index(fields=["network", "status", "date"], name="podium_by_status"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["idea", "agreed", "done", "cancelled"])),
                        name="podium_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "presentation",
                                    "workshop",
                                    "introduction",
                                    "business_meeting",
                                    "company_visit",
                                    "one_to_one",
                                    "panel",
                                    "fair",
                                    "interview",
                                    "article",
                                    "other_media",
                                ],
                            )
                        ),
                        name="podium_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_time", None),
                            ("end_time", None),
                            ("end_time__gt", models.F("start_time")),
                            _connector="OR",
                        ),
                        name="podium_ends_after_start",
                        violation_error_message="The end must come after the start.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BusinessCard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=events.models.cards.new_code,
                        editable=False,
                        max_length=7,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="business_cards",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="business_card",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
                (
                    "podium",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="business_card",
                        to="events.podium",
                        verbose_name="podium",
                    ),
                ),
            ],
            options={
                "verbose_name": "business card",
                "verbose_name_plural": "business cards",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("podium", None)),
                            models.Q(("person", None), ("podium__isnull", False)),
                            _connector="OR",
                        ),
                        name="card_of_one",
                        violation_error_message="A card is of one ambassador or of one podium.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(verbose_name="date")),
                ("title", models.CharField(max_length=150, verbose_name="what")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "other contribution",
                "verbose_name_plural": "other contributions",
                "ordering": ["-date", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FanCalendar",
            fields=[
                (
                    "fan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="calendar",
                        serialize=False,
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                ("address", models.CharField(max_length=500, verbose_name="address of the calendar")),
                ("etag", models.CharField(blank=True, max_length=200)),
                ("last_modified", models.CharField(blank=True, max_length=60)),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="last read")),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "address",
                                "That is not a web address we can read. It begins with https:// or webcal://.",
                            ),
                            ("unknown", "Nothing is found at that address. Is the name right?"),
                            ("private", "That address is not on the public internet, so we do not go there."),
                            ("unreachable", "Nobody answers at that address."),
                            ("certificate", "The site cannot prove that it is the site of that name."),
                            ("slow", "It takes longer than five seconds to answer."),
                            ("big", "It is larger than one megabyte."),
                            (
                                "another_site",
                                "That address sends us on to another site. Give the last address itself.",
                            ),
                            ("closed", "The site does not let us read it. Is it shared with everybody?"),
                            ("answer", "The site gives an answer we can do nothing with."),
                            ("file", "What stands there is not a calendar of meetings that we can read."),
                        ],
                        max_length=12,
                        verbose_name="what went wrong",
                    ),
                ),
                ("failing_since", models.DateField(blank=True, null=True, verbose_name="failing since")),
            ],
            options={
                "verbose_name": "calendar of a fan",
                "verbose_name_plural": "calendars of fans",
                "ordering": ["fan__name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("failing_since", None), ("fault", "")),
                            models.Q(
                                models.Q(("fault", ""), _negated=True), ("failing_since__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="fan_calendar_fault_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "fault__in",
                                [
                                    "",
                                    "address",
                                    "unknown",
                                    "private",
                                    "unreachable",
                                    "certificate",
                                    "slow",
                                    "big",
                                    "another_site",
                                    "closed",
                                    "answer",
                                    "file",
                                ],
                            )
                        ),
                        name="fan_calendar_fault_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalContribution",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("date", models.DateField(verbose_name="date")),
                ("title", models.CharField(max_length=150, verbose_name="what")),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical other contribution",
                "verbose_name_plural": "historical other contributions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNewsletter",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="subject")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="subject, in English"),
                ),
                ("introduction", network.richtext.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "introduction_en",
                    network.richtext.RichTextField(blank=True, verbose_name="introduction, in English"),
                ),
                (
                    "with_agenda",
                    models.BooleanField(default=True, verbose_name="with the agenda of the day it is sent"),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="begun at")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("readers", models.PositiveIntegerField(default=0, verbose_name="sent to how many")),
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
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical newsletter",
                "verbose_name_plural": "historical newsletters",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPodium",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("presentation", "presentation"),
                            ("workshop", "workshop"),
                            ("introduction", "introduction"),
                            ("business_meeting", "business meeting"),
                            ("company_visit", "company visit"),
                            ("one_to_one", "one-to-one talk"),
                            ("panel", "panel"),
                            ("fair", "fair"),
                            ("interview", "interview"),
                            ("article", "article"),
                            ("other_media", "other media"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("idea", "idea"),
                            ("agreed", "agreed"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                        ],
                        default="done",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                ("date", models.DateField(verbose_name="date")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "host_name",
                    models.CharField(blank=True, max_length=150, verbose_name="with whom or where"),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("own", "own initiative"),
                            ("fan", "through a fan"),
                            ("request", "on request"),
                        ],
                        default="own",
                        max_length=10,
                        verbose_name="how it came about",
                    ),
                ),
                (
                    "expected",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="expected audience"),
                ),
                (
                    "audience",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="entrepreneurs in the audience"
                    ),
                ),
                (
                    "audience_by_host",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="entrepreneurs in the audience, says the host"
                    ),
                ),
                (
                    "reached",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Only to settle it: this number then counts, whatever the others said.",
                        null=True,
                        verbose_name="entrepreneurs reached",
                    ),
                ),
                (
                    "checked_in",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="entrepreneurs who checked in"
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="link")),
                ("photo", models.TextField(blank=True, max_length=100, verbose_name="photo")),
                (
                    "photo_alt",
                    models.CharField(blank=True, max_length=160, verbose_name="what the photo shows"),
                ),
                ("outcome", models.CharField(blank=True, max_length=240, verbose_name="in one line")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "is_private",
                    models.BooleanField(
                        default=False,
                        help_text="Counts, but is never shown to visitors.",
                        verbose_name="confidential",
                    ),
                ),
                ("is_open", models.BooleanField(default=False, verbose_name="visitors may join")),
                ("changed_on", models.DateField(default=network.clock.today, verbose_name="last changed on")),
                ("outcome_asked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("logged_at", models.DateTimeField(blank=True, editable=False)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "form_token",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=43, null=True),
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
                    "host",
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
                    "logged_by",
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
                "verbose_name": "historical podium",
                "verbose_name_plural": "historical podia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPodiumRequest",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("held", "held"),
                            ("open", "open"),
                            ("agreed", "agreed"),
                            ("withdrawn", "withdrawn"),
                            ("declined", "nobody found"),
                            ("refused", "refused"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("presentation", "presentation"),
                            ("workshop", "workshop"),
                            ("introduction", "introduction"),
                            ("business_meeting", "business meeting"),
                            ("company_visit", "company visit"),
                            ("one_to_one", "one-to-one talk"),
                            ("panel", "panel"),
                            ("fair", "fair"),
                            ("interview", "interview"),
                            ("article", "article"),
                            ("other_media", "other media"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("theme", models.CharField(blank=True, max_length=80, verbose_name="theme")),
                (
                    "sector",
                    models.CharField(blank=True, max_length=80, verbose_name="sector of the audience"),
                ),
                ("host_name", models.CharField(blank=True, max_length=150, verbose_name="asked by")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact person")),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
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
                    "audience",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="expected audience"),
                ),
                ("description", models.TextField(blank=True, max_length=5000, verbose_name="description")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer before")),
                ("suspicion", models.CharField(blank=True, max_length=200, verbose_name="why it was held")),
                ("asked_at", models.DateTimeField(blank=True, editable=False, verbose_name="asked at")),
                (
                    "changed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="changed by whoever asked"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
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
                    "closed_by",
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
                    "host",
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken up by",
                    ),
                ),
                (
                    "preferred",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whom they would like best.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="rather",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="knowledgebank.story",
                        verbose_name="asked after reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical podium request",
                "verbose_name_plural": "historical podium requests",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReferralPartner",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tool", "tool of the knowledge bank"),
                            ("fan", "fan"),
                            ("adviser", "adviser or coach"),
                            ("circle", "learning circle"),
                            ("voucher", "voucher"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="Stands in the mail to the lead.",
                        max_length=1000,
                        verbose_name="what the lead gets",
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="link")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact person")),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True,
                        help_text="Gets a mail with name and question of the lead.",
                        max_length=254,
                        verbose_name="e-mail address",
                    ),
                ),
                ("themes", models.JSONField(blank=True, default=list, verbose_name="themes")),
                ("regions", models.JSONField(blank=True, default=list, verbose_name="regions")),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many leads at once, or how many vouchers there are. Empty: no limit.",
                        null=True,
                        verbose_name="places",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="up to, not including")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be referred to")),
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
                "verbose_name": "historical place to refer to",
                "verbose_name_plural": "historical places to refer to",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Lead",
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
                        choices=[("card", "business card"), ("hand", "written down by the team")],
                        default="hand",
                        max_length=10,
                        verbose_name="came by",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language of mails")),
                ("company_name", models.CharField(blank=True, max_length=150, verbose_name="company")),
                ("kvk_number", models.CharField(blank=True, max_length=8, verbose_name="KvK number")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("theme", models.CharField(blank=True, max_length=80, verbose_name="theme")),
                ("question", models.TextField(blank=True, max_length=2000, verbose_name="question")),
                ("consent_text", models.TextField(blank=True, editable=False, verbose_name="agreed to")),
                (
                    "consent_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="agreed at"),
                ),
                (
                    "tells_bringer",
                    models.BooleanField(
                        default=False, verbose_name="the ambassador may hear what becomes of it"
                    ),
                ),
                (
                    "received_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="received at"),
                ),
                (
                    "form_token",
                    models.CharField(blank=True, editable=False, max_length=43, null=True, unique=True),
                ),
                ("token_hash", models.CharField(blank=True, editable=False, max_length=64)),
                ("token_until", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="address confirmed at"),
                ),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="held at")),
                ("suspicion", models.CharField(blank=True, max_length=200, verbose_name="why it was held")),
                ("refused_at", models.DateTimeField(blank=True, null=True, verbose_name="refused at")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("answered", "answered"),
                            ("referred", "referred"),
                            ("first_step", "first step"),
                            ("activated", "activated"),
                            ("closed", "closed"),
                        ],
                        default="new",
                        max_length=12,
                        verbose_name="stage",
                    ),
                ),
                ("answer_by", models.DateField(blank=True, null=True, verbose_name="answer before")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("referred_at", models.DateTimeField(blank=True, null=True, verbose_name="referred at")),
                ("first_step_at", models.DateTimeField(blank=True, null=True, verbose_name="first step at")),
                ("activated_on", models.DateField(blank=True, null=True, verbose_name="activated on")),
                (
                    "proof",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("said", "said"),
                            ("shown", "shown"),
                            ("confirmed", "confirmed by somebody else"),
                        ],
                        max_length=10,
                        verbose_name="how sure",
                    ),
                ),
                ("step", models.CharField(blank=True, max_length=300, verbose_name="what the company did")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "closed_because",
                    models.CharField(blank=True, max_length=200, verbose_name="closed because"),
                ),
                ("answer_reminded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("step_reminded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                (
                    "erased_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="personal details erased at"
                    ),
                ),
                (
                    "brought_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to="ambassadors.person",
                        verbose_name="brought by",
                    ),
                ),
                (
                    "card",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to="events.businesscard",
                        verbose_name="business card",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to="network.company",
                        verbose_name="company on record",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="doubles",
                        to="events.lead",
                        verbose_name="same as",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leads",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who follows it up",
                    ),
                ),
                (
                    "podium",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="leads",
                        to="events.podium",
                        verbose_name="after podium",
                    ),
                ),
            ],
            options={
                "verbose_name": "lead",
                "verbose_name_plural": "leads",
                "ordering": ["-received_at", "-pk"],
                "indexes": [
                    models.Index(fields=["network", "stage", "-received_at"], name="lead_by_stage"),
                    models.Index(fields=["network", "activated_on"], name="lead_by_activation"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stage__in",
                                ["new", "answered", "referred", "first_step", "activated", "closed"],
                            )
                        ),
                        name="lead_stage_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "activated"), _negated=True),
                            models.Q(("activated_on__isnull", False), models.Q(("proof", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="lead_activated_with_day_and_proof",
                        violation_error_message="An activated company has a day and how sure we are of it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "closed"), _negated=True),
                            ("closed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="lead_closed_with_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("duplicate_of", None),
                            models.Q(("duplicate_of", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="lead_is_not_its_own_double",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadEvent",
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
                            ("received", "wrote"),
                            ("confirmed", "confirmed the address"),
                            ("held", "held"),
                            ("released", "let through"),
                            ("refused", "refused"),
                            ("owned", "follows it up"),
                            ("answered", "answered"),
                            ("referred", "referred"),
                            ("returned", "referral ended"),
                            ("stage", "stage changed"),
                            ("proof", "how sure"),
                            ("asked", "asked how it goes"),
                            ("told", "told how it goes"),
                            ("double", "was a double"),
                            ("note", "note"),
                            ("erased", "personal details erased"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=2000, verbose_name="in words")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
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
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="events.lead",
                        verbose_name="lead",
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a lead",
                "verbose_name_plural": "events of a lead",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Newsletter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="subject")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="subject, in English"),
                ),
                ("introduction", network.richtext.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "introduction_en",
                    network.richtext.RichTextField(blank=True, verbose_name="introduction, in English"),
                ),
                (
                    "with_agenda",
                    models.BooleanField(default=True, verbose_name="with the agenda of the day it is sent"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begun at")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("readers", models.PositiveIntegerField(default=0, verbose_name="sent to how many")),
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
                        related_name="newsletters",
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
                    ),
                ),
                (
                    "stories",
                    models.ManyToManyField(
                        blank=True,
                        related_name="newsletters",
                        to="knowledgebank.story",
                        verbose_name="stories",
                    ),
                ),
                (
                    "tools",
                    models.ManyToManyField(
                        blank=True, related_name="newsletters", to="knowledgebank.tool", verbose_name="tools"
                    ),
                ),
            ],
            options={
                "verbose_name": "newsletter",
                "verbose_name_plural": "newsletters",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sent_at__isnull", False), ("readers", 0), _connector="OR"),
                        name="newsletter_counts_when_sent",
                    )
                ],
            },
            bases=(network.models.languages.InTwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNewsletter_tools",
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
                        to="events.historicalnewsletter",
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
                (
                    "newsletter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.newsletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalNewsletter_tools",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNewsletter_stories",
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
                        to="events.historicalnewsletter",
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
                (
                    "newsletter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.newsletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalNewsletter_stories",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PodiumFile",
            fields=[
                (
                    "podium",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="events.podium",
                        verbose_name="podium",
                    ),
                ),
                ("public", models.TextField(blank=True, max_length=2000, verbose_name="Who is in the hall?")),
                (
                    "goal",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="What should they go home with?"
                    ),
                ),
                (
                    "briefing",
                    models.TextField(blank=True, max_length=4000, verbose_name="What is the evening like?"),
                ),
                (
                    "technique",
                    models.TextField(blank=True, max_length=2000, verbose_name="Screen, sound, set-up"),
                ),
                ("materials", models.TextField(blank=True, max_length=2000, verbose_name="Materials")),
                ("route", models.TextField(blank=True, max_length=2000, verbose_name="Route and parking")),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Who can be called on the day?"
                    ),
                ),
                ("host_email", models.EmailField(blank=True, max_length=254)),
                ("host_name", models.CharField(blank=True, max_length=150, verbose_name="contact person")),
                ("host_language", models.CharField(default="nl", max_length=5)),
                (
                    "host_says",
                    models.CharField(
                        blank=True,
                        choices=[("happened", "it took place"), ("cancelled", "it did not take place")],
                        max_length=10,
                        verbose_name="the host says",
                    ),
                ),
                (
                    "host_answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the host answered at"),
                ),
                (
                    "host_words",
                    models.CharField(blank=True, max_length=240, verbose_name="the host, in one line"),
                ),
                ("reminded_for", models.DateField(blank=True, editable=False, null=True)),
                ("host_asked_for", models.DateField(blank=True, editable=False, null=True)),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "file of a podium",
                "verbose_name_plural": "files of podia",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("host_says__in", ["", "happened", "cancelled"])),
                        name="file_host_says_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("host_answered_at", None), ("host_says", "")),
                            models.Q(
                                models.Q(("host_says", ""), _negated=True),
                                ("host_answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="file_host_answer_has_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPodiumFile",
            fields=[
                ("public", models.TextField(blank=True, max_length=2000, verbose_name="Who is in the hall?")),
                (
                    "goal",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="What should they go home with?"
                    ),
                ),
                (
                    "briefing",
                    models.TextField(blank=True, max_length=4000, verbose_name="What is the evening like?"),
                ),
                (
                    "technique",
                    models.TextField(blank=True, max_length=2000, verbose_name="Screen, sound, set-up"),
                ),
                ("materials", models.TextField(blank=True, max_length=2000, verbose_name="Materials")),
                ("route", models.TextField(blank=True, max_length=2000, verbose_name="Route and parking")),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Who can be called on the day?"
                    ),
                ),
                ("host_email", models.EmailField(blank=True, max_length=254)),
                ("host_name", models.CharField(blank=True, max_length=150, verbose_name="contact person")),
                ("host_language", models.CharField(default="nl", max_length=5)),
                (
                    "host_says",
                    models.CharField(
                        blank=True,
                        choices=[("happened", "it took place"), ("cancelled", "it did not take place")],
                        max_length=10,
                        verbose_name="the host says",
                    ),
                ),
                (
                    "host_answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the host answered at"),
                ),
                (
                    "host_words",
                    models.CharField(blank=True, max_length=240, verbose_name="the host, in one line"),
                ),
                ("reminded_for", models.DateField(blank=True, editable=False, null=True)),
                ("host_asked_for", models.DateField(blank=True, editable=False, null=True)),
                ("opened_at", models.DateTimeField(blank=True, editable=False)),
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
                    "podium",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.podium",
                        verbose_name="podium",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical file of a podium",
                "verbose_name_plural": "historical files of podia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPodium_ambassadors",
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
                        to="events.historicalpodium",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                    ),
                ),
                (
                    "podium",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.podium",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalPodium_ambassadors",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PodiumDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=43)),
                ("values", models.JSONField(default=dict)),
                ("photo", models.ImageField(blank=True, upload_to="podia/")),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="podium_draft",
                        to="ambassadors.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "draft of a podium",
                "verbose_name_plural": "drafts of podia",
            },
        ),
        migrations.CreateModel(
            name="PodiumRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("held", "held"),
                            ("open", "open"),
                            ("agreed", "agreed"),
                            ("withdrawn", "withdrawn"),
                            ("declined", "nobody found"),
                            ("refused", "refused"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("presentation", "presentation"),
                            ("workshop", "workshop"),
                            ("introduction", "introduction"),
                            ("business_meeting", "business meeting"),
                            ("company_visit", "company visit"),
                            ("one_to_one", "one-to-one talk"),
                            ("panel", "panel"),
                            ("fair", "fair"),
                            ("interview", "interview"),
                            ("article", "article"),
                            ("other_media", "other media"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                ("theme", models.CharField(blank=True, max_length=80, verbose_name="theme")),
                (
                    "sector",
                    models.CharField(blank=True, max_length=80, verbose_name="sector of the audience"),
                ),
                ("host_name", models.CharField(blank=True, max_length=150, verbose_name="asked by")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact person")),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
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
                    "audience",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="expected audience"),
                ),
                ("description", models.TextField(blank=True, max_length=5000, verbose_name="description")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer before")),
                ("suspicion", models.CharField(blank=True, max_length=200, verbose_name="why it was held")),
                (
                    "form_token",
                    models.CharField(blank=True, editable=False, max_length=43, null=True, unique=True),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                (
                    "changed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="changed by whoever asked"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="podium_requests",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="podium_requests",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken up by",
                    ),
                ),
                (
                    "preferred",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whom they would like best.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="preferred_in",
                        to="ambassadors.person",
                        verbose_name="rather",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="podium_requests",
                        to="knowledgebank.story",
                        verbose_name="asked after reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "podium request",
                "verbose_name_plural": "podium requests",
                "ordering": ["date", "pk"],
                "indexes": [models.Index(fields=["network", "state", "date"], name="request_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["held", "open", "agreed", "withdrawn", "declined", "refused"])
                        ),
                        name="request_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "presentation",
                                    "workshop",
                                    "introduction",
                                    "business_meeting",
                                    "company_visit",
                                    "one_to_one",
                                    "panel",
                                    "fair",
                                    "interview",
                                    "article",
                                    "other_media",
                                ],
                            )
                        ),
                        name="request_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_time", None),
                            ("end_time", None),
                            ("end_time__gt", models.F("start_time")),
                            _connector="OR",
                        ),
                        name="request_ends_after_start",
                        violation_error_message="The end must come after the start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["held", "open"]), ("closed_at__isnull", False), _connector="OR"
                        ),
                        name="request_closed_has_moment",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="podium",
            name="request",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="podia",
                to="events.podiumrequest",
                verbose_name="request",
            ),
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "said yes"),
                            ("declined", "said no"),
                            ("not_now", "not now, but …"),
                            ("closed", "no longer needed"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="a word with it")),
                ("offered_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("answer_before", models.DateField(verbose_name="answer before")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="reminded at")),
                (
                    "escalated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="on the leader's list since"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="what they said")),
                (
                    "offered_by",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="events.podiumrequest",
                        verbose_name="request",
                    ),
                ),
            ],
            options={
                "verbose_name": "offer of a podium",
                "verbose_name_plural": "offers of podia",
                "ordering": ["offered_at", "pk"],
                "indexes": [
                    models.Index(fields=["person", "offered_at"], name="offer_by_person"),
                    models.Index(
                        condition=models.Q(("state", "asked")), fields=["answer_before"], name="offer_waiting"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("request", "person"), name="offer_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "accepted")),
                        fields=("request",),
                        name="offer_one_yes",
                        violation_error_message="Somebody else said yes a moment earlier.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "accepted", "declined", "not_now", "closed"])
                        ),
                        name="offer_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("state", "asked")),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True), ("answered_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="offer_answer_has_moment",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="historicalpodium",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="events.podiumrequest",
                verbose_name="request",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalOffer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "said yes"),
                            ("declined", "said no"),
                            ("not_now", "not now, but …"),
                            ("closed", "no longer needed"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="a word with it")),
                ("offered_at", models.DateTimeField(blank=True, editable=False, verbose_name="asked at")),
                ("answer_before", models.DateField(verbose_name="answer before")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="reminded at")),
                (
                    "escalated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="on the leader's list since"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="what they said")),
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
                    "offered_by",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.podiumrequest",
                        verbose_name="request",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical offer of a podium",
                "verbose_name_plural": "historical offers of podia",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ReferralPartner",
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
                            ("tool", "tool of the knowledge bank"),
                            ("fan", "fan"),
                            ("adviser", "adviser or coach"),
                            ("circle", "learning circle"),
                            ("voucher", "voucher"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="Stands in the mail to the lead.",
                        max_length=1000,
                        verbose_name="what the lead gets",
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="link")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="contact person")),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True,
                        help_text="Gets a mail with name and question of the lead.",
                        max_length=254,
                        verbose_name="e-mail address",
                    ),
                ),
                ("themes", models.JSONField(blank=True, default=list, verbose_name="themes")),
                ("regions", models.JSONField(blank=True, default=list, verbose_name="regions")),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many leads at once, or how many vouchers there are. Empty: no limit.",
                        null=True,
                        verbose_name="places",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="up to, not including")),
                ("is_active", models.BooleanField(default=True, verbose_name="can be referred to")),
                (
                    "fan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="referral_partners",
                        to="network.fanorganisation",
                        verbose_name="fan",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referral_partners",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "place to refer to",
                "verbose_name_plural": "places to refer to",
                "ordering": ["kind", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "kind", "name"),
                        name="referral_partner_once",
                        violation_error_message="There is already one of this kind with this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["tool", "fan", "adviser", "circle", "voucher"])),
                        name="referral_partner_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "released_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="place free again at"),
                ),
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
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="events.lead",
                        verbose_name="lead",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="events.referralpartner",
                        verbose_name="place to refer to",
                    ),
                ),
            ],
            options={
                "verbose_name": "referral",
                "verbose_name_plural": "referrals",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("released_at", None)),
                        fields=("lead", "partner"),
                        name="referral_once",
                        violation_error_message="This lead was already referred there.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
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
                    "consent_text",
                    models.CharField(max_length=10, verbose_name="version of the text agreed to"),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed at")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "reader of the newsletter",
                "verbose_name_plural": "readers of the newsletter",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("network", "email"), name="subscription_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AudienceFeedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=43)),
                (
                    "useful",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how useful, 1 to 5",
                    ),
                ),
                (
                    "plan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nothing", "nothing yet"),
                            ("talk", "talk about it in our company"),
                            ("try", "try something soon"),
                            ("doing", "we are already doing it"),
                        ],
                        max_length=10,
                        verbose_name="what they will do",
                    ),
                ),
                ("line", models.CharField(blank=True, max_length=240, verbose_name="what stays with them")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                ("is_held", models.BooleanField(default=False, verbose_name="held")),
                (
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to="events.businesscard",
                        verbose_name="business card",
                    ),
                ),
            ],
            options={
                "verbose_name": "feedback of the audience",
                "verbose_name_plural": "feedback of the audience",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("card", "token"), name="feedback_once"),
                    models.CheckConstraint(
                        condition=models.Q(("useful__gte", 1), ("useful__lte", 5)), name="feedback_1_to_5"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AudienceCheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=43)),
                ("is_entrepreneur", models.BooleanField(verbose_name="is an entrepreneur")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                ("is_held", models.BooleanField(default=False, verbose_name="held")),
                (
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="events.businesscard",
                        verbose_name="business card",
                    ),
                ),
            ],
            options={
                "verbose_name": "check-in of the audience",
                "verbose_name_plural": "check-ins of the audience",
                "ordering": ["-at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("card", "token"), name="check_in_once")],
            },
        ),
        migrations.CreateModel(
            name="ChaseStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year_start", models.DateField(verbose_name="start of the commitment year")),
                ("year_end", models.DateField(verbose_name="end of the commitment year")),
                (
                    "missing",
                    models.PositiveSmallIntegerField(
                        help_text="Which podium of the year it is about, counted from the first; 0 at the end of a year.",
                        verbose_name="which podium",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("nudge_1", "first nudge"),
                            ("nudge_2", "second nudge"),
                            ("call", "call"),
                            ("thanks", "thanks"),
                            ("evaluation", "talk about the year"),
                        ],
                        max_length=12,
                        verbose_name="step",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("planned_for", models.DateField(verbose_name="planned for")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="handled at")),
                (
                    "lapsed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="no longer needed since"),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "message",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="chase_step",
                        to="network.message",
                        verbose_name="mail",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chase_steps",
                        to="ambassadors.person",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of the chase",
                "verbose_name_plural": "steps of the chase",
                "ordering": ["-decided_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("handled_at", None), ("kind__in", ["call", "evaluation"]), ("lapsed_at", None)
                        ),
                        fields=["kind", "planned_for"],
                        name="chase_open_tasks",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "year_start", "missing", "kind"), name="chase_step_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["nudge_1", "nudge_2", "call", "thanks", "evaluation"])
                        ),
                        name="chase_step_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FanMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.CharField(max_length=255)),
                ("starts", models.DateTimeField(verbose_name="starts")),
                ("ends", models.DateTimeField(verbose_name="ends")),
                ("all_day", models.BooleanField(default=False, verbose_name="all day")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="link")),
                ("dismissed_at", models.DateTimeField(blank=True, null=True, verbose_name="put aside")),
                ("proposed_at", models.DateTimeField(blank=True, null=True, verbose_name="proposed")),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="events.fancalendar",
                        verbose_name="calendar of a fan",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting of a fan",
                "verbose_name_plural": "meetings of fans",
                "ordering": ["starts", "pk"],
                "indexes": [models.Index(fields=["starts"], name="fan_meeting_starts")],
                "constraints": [
                    models.UniqueConstraint(fields=("calendar", "uid", "starts"), name="fan_meeting_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("starts"))),
                        name="fan_meeting_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadCheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(verbose_name="after how many months")),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked at"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nothing", "Nothing yet"),
                            ("first_step", "We took a first step"),
                            ("doing", "We really work in a new way now"),
                            ("stop", "We do not go on with it"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("line", models.CharField(blank=True, max_length=300, verbose_name="in one line")),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="events.lead",
                        verbose_name="lead",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="moved",
                        to="knowledgebank.story",
                        verbose_name="the story that helped",
                    ),
                ),
            ],
            options={
                "verbose_name": "question to a lead",
                "verbose_name_plural": "questions to a lead",
                "ordering": ["lead", "months"],
                "constraints": [
                    models.UniqueConstraint(fields=("lead", "months"), name="lead_asked_once"),
                    models.CheckConstraint(
                        condition=models.Q(("months__in", (3, 6))), name="lead_asked_after_3_or_6"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answer", "")),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="lead_answer_with_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchingWeight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="reason")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(10)], verbose_name="weight"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matching_weights",
                        to="network.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "weight of a reason",
                "verbose_name_plural": "weights of reasons",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "name"), name="weight_once"),
                    models.CheckConstraint(condition=models.Q(("weight__lte", 10)), name="weight_in_range"),
                ],
            },
        ),
        migrations.AddField(
            model_name="filenote",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notes",
                to="events.podiumfile",
                verbose_name="file of a podium",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="checklist",
                to="events.podiumfile",
                verbose_name="file of a podium",
            ),
        ),
        migrations.AddConstraint(
            model_name="filenote",
            constraint=models.CheckConstraint(
                condition=models.Q(("side__in", ["ambassador", "host", "leader"])),
                name="file_note_side_known",
            ),
        ),
    ]
