"""Signing in and one's own account; allauth brings the second factor."""

from allauth.account.views import logout
from django.urls import include, path

from network.views import account

urlpatterns = [
    path("", account.account, name="account"),
    path("login/", account.sign_in, name="account_login"),
    path("code/", account.enter_code, name="sign_in_code"),
    path("link/<str:link>/", account.follow_link, name="sign_in_link"),
    path("logout/", logout, name="account_logout"),
    path("inactive/", account.inactive, name="account_inactive"),
    path("second-factor/", account.second_factor, name="second_factor"),
    path("language/", account.set_language, name="set_language"),
    path("sessions/end/", account.end_other_sessions, name="end_other_sessions"),
    path("sessions/<int:pk>/end/", account.end_session, name="end_session"),
    path("2fa/", include("allauth.mfa.urls")),
]
