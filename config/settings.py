"""Settings: everything that differs between installations comes from the environment.

Without any variable the application runs embedded: SQLite, a worker on the file system, mail in a folder.
"""

from pathlib import Path

import environ
import structlog
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import environment
from config.logs import mask

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# --- Mode -----------------------------------------------------------------------------------------

# Embedded: one machine, no server to set up. Production as soon as a database server is named.
EMBEDDED = env.bool("EMBEDDED", default=env.str("DATABASE_URL", default="sqlite:").startswith("sqlite:"))
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
# Comma-separated, newest first: the first one encrypts, all of them decrypt.
ENCRYPTION_KEYS = env.list("ENCRYPTION_KEYS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
REDIS_URL = env.str("REDIS_URL", default="")
EMAIL_URL = env.str("EMAIL_URL", default="")
SITE_SCHEME = env.str("SITE_SCHEME", default="http" if EMBEDDED else "https")
# Port shown in links that are made outside a request (mail, plaques); empty on a normal https site.
# By itself that of the last `manage.py serve`, so that links made by hand lead to it too.
SITE_PORT = env.str("SITE_PORT", default=environment.last_port(VAR_DIR) if EMBEDDED else "")

if EMBEDDED:
    SECRET_KEY = SECRET_KEY or environment.kept_secret(VAR_DIR / "secret-key")
    ENCRYPTION_KEYS = ENCRYPTION_KEYS or [environment.kept_secret(VAR_DIR / "encryption-key")]
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", ".localhost", "127.0.0.1", "[::1]"]
elif faults := environment.production_faults(
    secret_key=SECRET_KEY,
    encryption_keys=ENCRYPTION_KEYS,
    debug=DEBUG,
    allowed_hosts=ALLOWED_HOSTS,
    redis_url=REDIS_URL,
    email_url=EMAIL_URL,
    demo=DEMO,
    site_scheme=SITE_SCHEME,
):
    raise ImproperlyConfigured(
        "Koploper does not start in production mode:\n- "
        + "\n- ".join(faults)
        + "\nTo try it on this machine only, set EMBEDDED=true."
    )

# --- Applications -----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "network",
    "ambassadors",
    "knowledgebank",
    "events",
    "config.apps.RoofConfig",
    "config.apps.LeaderAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "heroicons",
    "simple_history",
    "anymail",
]

MIDDLEWARE = [
    "config.headers.security_headers",
    "config.headers.no_zero_character",
    "config.headers.host_cookies",
    "config.views.for_load_balancers",
    "django.middleware.security.SecurityMiddleware",
    "config.compression.compress_text",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "network.pages.kept_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "network.middleware.network_by_host",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "network.middleware.no_cookie_for_visitors",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "network.middleware.session_limits",
    "network.middleware.language_of_reader",
    "network.middleware.a_button_not_a_page",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "network.context.network",
            ],
            "builtins": ["heroicons.templatetags.heroicons"],
        },
    },
]
FORMS_URLFIELD_ASSUME_HTTPS = True
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# --- Data -------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'koploper.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;",
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 5
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

REDIS_TIMEOUTS = {"socket_connect_timeout": 1, "socket_timeout": 1}
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "config.caching.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": REDIS_TIMEOUTS,
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "koploper"}}

# --- People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "network.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# The sign-in by code and link is our own (network.actions.signing_in); from allauth come the second
# factor, passkeys and the list of sessions.
ACCOUNT_ADAPTER = "network.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login_failed": "20/h/ip,5/900s/key"}  # wrong codes of the second lock
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0 if EMBEDDED else 1)
MFA_ADAPTER = "network.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = EMBEDDED  # http://localhost
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "activate_totp": "network.forms.accounts.AddAppForm",
    "authenticate": "network.forms.accounts.SecondFactorForm",
    "reauthenticate": "network.forms.accounts.SecondFactorAgainForm",
    "add_webauthn": "network.forms.accounts.AddPasskeyForm",
}

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_IDLE = 7 * 24 * 3600  # seconds without a visit
STAFF_SESSION_AGE = 12 * 3600  # whoever runs a network
STAFF_SESSION_IDLE = 30 * 60

# --- Language and time ------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
GENERATED_STATIC_DIR = VAR_DIR / "generated"  # fonts subset at set-up
GENERATED_STATIC_DIR.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", GENERATED_STATIC_DIR]
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
MEDIA_URL = "/media/"  # no such address: every file goes through a view with a door
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = EMBEDDED
# Marks of whoever was erased on request, for a backup that is put back: kept beside database and media.
ERASED_LIST = env.str("ERASED_LIST", default=str(VAR_DIR / "erased.jsonl"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# --- Mail -------------------------------------------------------------------------------------------

OUTBOX_FOLDER = VAR_DIR / "mail"  # embedded mode: mail lands here and on a page for the leader
# Seconds in which a worker must have handed over a mail it claimed, and in which the server must have
# answered after that; over: the mail is tried again, or shown to the leader as uncertain.
OUTBOX_LEASE = env.int("OUTBOX_LEASE", default=120)
OUTBOX_HANDING_LEASE = env.int("OUTBOX_HANDING_LEASE", default=600)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="post@koploper.localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 30
# Every mail goes through the outbox (network/delivery.py reads EMAIL_URL); this is for Django's own.
if EMAIL_URL.startswith(("smtp:", "smtp+")):
    EMAIL_CONFIG = env.email_url("EMAIL_URL")
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = EMAIL_CONFIG["EMAIL_HOST"], EMAIL_CONFIG["EMAIL_PORT"] or 25
    EMAIL_HOST_USER = EMAIL_CONFIG["EMAIL_HOST_USER"] or ""
    EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = EMAIL_CONFIG.get("EMAIL_USE_SSL", False)
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(OUTBOX_FOLDER)

# --- Worker -----------------------------------------------------------------------------------------

CELERY_TIMEZONE = TIME_ZONE
CELERY_ENABLE_UTC = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
if REDIS_URL:
    CELERY_BROKER_URL = environment.broker_url(REDIS_URL)
    # No second try: a page that rings the worker's bell waits a second at most, the sweeper does the rest.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        **REDIS_TIMEOUTS,
        "visibility_timeout": 3600,
        "max_retries": 0,
    }
    CELERY_TASK_PUBLISH_RETRY = False
else:
    BROKER_FOLDER = VAR_DIR / "broker"
    for folder in ("messages", "processed", "control"):
        (BROKER_FOLDER / folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(BROKER_FOLDER / "messages"),
        "data_folder_out": str(BROKER_FOLDER / "messages"),
        "processed_folder": str(BROKER_FOLDER / "processed"),
        "control_folder": str(BROKER_FOLDER / "control"),
        "store_processed": False,
    }

# --- Security ---------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "network.views.errors.form_refused"
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
# Sent over https only; cookies then also get the prefix __Host- (config/headers.py).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if not EMBEDDED:
    SECURE_SSL_REDIRECT = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=False),
            ],
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                mask,
                structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
                if EMBEDDED
                else structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        }
    },
    "filters": {"only_faults_have_traces": {"()": "config.logs.OnlyFaultsHaveTraces"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"filters": ["only_faults_have_traces"]},
        "django.server": {"handlers": [], "propagate": True},
        # A line per document that is not needed to find a fault.
        "weasyprint": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "kombu": {"level": "ERROR"},  # the file-system transport has no host name, and says so each time
    },
}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
