"""The full text index beside the entries of the search, on each database in its own manner.

It follows the entries by itself. A later migration that makes SQLite build the table of entries anew has to
make the triggers anew too.
"""

from django.db import migrations

POSTGRESQL = """
ALTER TABLE knowledgebank_searchentry ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple'::regconfig, title_words), 'A')
    || setweight(to_tsvector('simple'::regconfig, summary_words), 'B')
    || setweight(to_tsvector('simple'::regconfig, body_words), 'C')
) STORED;
CREATE INDEX search_entry_words ON knowledgebank_searchentry USING gin (search);
"""
POSTGRESQL_BACK = "ALTER TABLE knowledgebank_searchentry DROP COLUMN search;"

NEW = "new.id, new.title_words, new.summary_words, new.body_words"
OLD = "'delete', old.id, old.title_words, old.summary_words, old.body_words"
WORDS = "knowledgebank_searchentry_words"
COLUMNS = "title_words, summary_words, body_words"
SQLITE = (
    f"CREATE VIRTUAL TABLE {WORDS} USING fts5({COLUMNS}, content='knowledgebank_searchentry', content_rowid='id');",
    f"CREATE TRIGGER search_entry_added AFTER INSERT ON knowledgebank_searchentry "
    f"BEGIN INSERT INTO {WORDS}(rowid, {COLUMNS}) VALUES ({NEW}); END;",
    f"CREATE TRIGGER search_entry_removed AFTER DELETE ON knowledgebank_searchentry "
    f"BEGIN INSERT INTO {WORDS}({WORDS}, rowid, {COLUMNS}) VALUES ({OLD}); END;",
    f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON knowledgebank_searchentry "
    f"BEGIN INSERT INTO {WORDS}({WORDS}, rowid, {COLUMNS}) VALUES ({OLD}); "
    f"INSERT INTO {WORDS}(rowid, {COLUMNS}) VALUES ({NEW}); END;",
)
SQLITE_BACK = (
    "DROP TRIGGER search_entry_added;",
    "DROP TRIGGER search_entry_removed;",
    "DROP TRIGGER search_entry_changed;",
    f"DROP TABLE {WORDS};",
)


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        for statement in SQLITE:
            schema_editor.execute(statement)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)
    else:
        for statement in SQLITE_BACK:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [("knowledgebank", "0006_search_words")]
    dependencies = [("knowledgebank", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
