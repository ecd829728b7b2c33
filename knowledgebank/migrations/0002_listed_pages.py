from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("knowledgebank", "0001_initial")]

    operations = [
        *(
            operation
            for model in ("page", "historicalpage")
            for operation in (
                migrations.RenameField(model, "in_footer", "is_listed"),
                migrations.AlterField(
                    model,
                    "is_listed",
                    models.BooleanField(default=True, verbose_name="listed on the page About"),
                ),
                migrations.AlterField(
                    model,
                    "body",
                    models.TextField(
                        help_text=(
                            "A blank line starts a paragraph, - a list, ## a heading;"
                            " **bold** and [words](https://address)."
                        ),
                        verbose_name="text",
                    ),
                ),
                migrations.AlterField(
                    model,
                    "slug",
                    models.SlugField(
                        help_text=(
                            "A page named about, accessibility or privacy takes the place of the built-in text."
                        ),
                        max_length=80,
                        verbose_name="address",
                    ),
                ),
            )
        )
    ]
