from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ambassadors", "0003_plaque_fingerprint"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="term",
            index=models.Index(fields=["start", "end", "person"], name="term_by_days"),
        ),
    ]
