"""Settings of the tests: the application's own, with every trace of them in a temporary folder.

`TEST_DATABASE_URL` names another database server than SQLite; nothing else of the environment counts.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "ENCRYPTION_KEYS", "ALLOWED_HOSTS",
             "MEDIA_ROOT", "DEBUG", "DEMO"):  # fmt: skip
    os.environ.pop(name, None)

if "TEST_FOLDER" not in os.environ:  # the first process makes it, the workers of xdist share it
    os.environ["TEST_FOLDER"] = tempfile.mkdtemp(prefix="koploper-test-")
    atexit.register(shutil.rmtree, os.environ["TEST_FOLDER"], ignore_errors=True)

os.environ["VAR_DIR"] = str(Path(os.environ["TEST_FOLDER"]) / os.environ.get("PYTEST_XDIST_WORKER", "main"))
os.environ["EMBEDDED"] = "true"
os.environ["SITE_PORT"] = ""
os.environ["LOG_LEVEL"] = "WARNING"
if url := os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = url

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, VAR_DIR  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that workers and servers in processes of their own see the same rows.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}

CELERY_BROKER_URL = "memory://"  # a doorbell nobody hears, unless a test starts a worker
CELERY_BROKER_TRANSPORT_OPTIONS: dict = {}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # seconds of CPU per test otherwise
