"""What goes on when a contact person of a fan is followed up: an app's `succession.py` adds its own."""

from collections.abc import Callable

from network.models import FanContact, User

Follows = Callable[[FanContact, FanContact, User | None], None]
_followers: list[Follows] = []


def follows(function: Follows) -> Follows:
    """Gets who left, who came and who wrote it down, in the transaction of the hand-over."""
    if function not in _followers:
        _followers.append(function)
    return function


def hand_over(before: FanContact, after: FanContact, by: User | None) -> None:
    for function in _followers:
        function(before, after, by)
