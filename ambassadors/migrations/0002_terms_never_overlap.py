"""Terms of one person never overlap: kept by the database, whoever writes to it."""

from django.db import migrations

# The person as a range of one number: so the constraint needs no extension, and no right to install one.
POSTGRESQL = """
ALTER TABLE ambassadors_term ADD CONSTRAINT term_overlap
    EXCLUDE USING gist (int8range(person_id, person_id, '[]') WITH &&, daterange("start", "end", '[)') WITH &&);
"""
POSTGRESQL_BACK = "ALTER TABLE ambassadors_term DROP CONSTRAINT term_overlap;"

SQLITE_TRIGGER = """
CREATE TRIGGER term_overlap_{event} BEFORE {when} ON ambassadors_term
WHEN EXISTS (
    SELECT 1 FROM ambassadors_term AS other
    WHERE other.person_id = NEW.person_id AND other.id IS NOT NEW.id
      AND other."start" < NEW."end" AND NEW."start" < other."end"
)
BEGIN SELECT RAISE(ABORT, 'term_overlap'); END;
"""
EVENTS = {"insert": "INSERT", "update": 'UPDATE OF person_id, "start", "end"'}


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        for event, when in EVENTS.items():
            schema_editor.execute(SQLITE_TRIGGER.format(event=event, when=when))


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)
    else:
        for event in EVENTS:
            schema_editor.execute(f"DROP TRIGGER term_overlap_{event};")


class Migration(migrations.Migration):
    dependencies = [("ambassadors", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
