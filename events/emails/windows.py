"""When a mail may leave: the gate `window` of its kind. None: at once."""

from datetime import datetime

from events.chase import quiet_periods
from events.sending_days import next_opening
from network.models import Network


def chase_window(network: Network, moment: datetime) -> datetime | None:
    return next_opening(moment, quiet_periods(network))


def working_hours(network: Network, moment: datetime) -> datetime | None:
    return next_opening(moment)
