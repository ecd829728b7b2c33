"""An approved report keeps its figures, rows, words, days and title: kept by the database, whoever writes to it."""

from django.db import migrations

KEPT = ("frozen", "texts", "digest", "approved_at", "start", "end", "title", "network_id")

POSTGRESQL = """
CREATE FUNCTION report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'report_is_frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_is_frozen'; END; $$;
CREATE TRIGGER report_is_frozen BEFORE UPDATE ON network_report FOR EACH ROW
    WHEN (OLD.approved_at IS NOT NULL AND ({changed})) EXECUTE FUNCTION report_stays();
"""
POSTGRESQL_BACK = "DROP TRIGGER report_is_frozen ON network_report; DROP FUNCTION report_stays();"
SQLITE = """
CREATE TRIGGER report_is_frozen BEFORE UPDATE ON network_report
WHEN OLD.approved_at IS NOT NULL AND ({changed})
BEGIN SELECT RAISE(ABORT, 'report_is_frozen'); END;
"""


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in KEPT)
        schema_editor.execute(POSTGRESQL.format(changed=changed))
    else:
        changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in KEPT)
        schema_editor.execute(SQLITE.format(changed=changed))


def backwards(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL_BACK if on_postgresql else "DROP TRIGGER report_is_frozen;")


class Migration(migrations.Migration):
    replaces = [("network", "0006_reports")]
    dependencies = [("network", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
