"""Rules tried with made-up cases are right or wrong, never slow: a crowded machine fails none of them."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "patient", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
if (
    settings.get_current_profile_name() != "ci"
):  # there Hypothesis itself is patient, and always tries the same
    settings.load_profile("patient")
