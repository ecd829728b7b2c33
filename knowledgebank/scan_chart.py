"""The profile of a filled-in scan as a drawing: places in a square, without a word or a colour."""

from math import cos, pi, sin

CENTRE, RADIUS = 100, 72


class Chart:
    """A web with an axis per dimension, in a square of 200 by 200."""

    def __init__(self, scores: list[int]) -> None:
        self.scores = scores

    @property
    def outline(self) -> str:
        return self._polygon(self.scores)

    @property
    def rings(self) -> list[str]:
        return [self._polygon([share] * len(self.scores)) for share in (25, 50, 75, 100)]

    @property
    def axes(self) -> list[tuple[str, str]]:
        return [self._point(at, 100) for at in range(len(self.scores))]

    @property
    def marks(self) -> list[tuple[str, str]]:
        return [self._point(at, score) for at, score in enumerate(self.scores)]

    @property
    def numbers(self) -> list[tuple[str, str, int]]:
        """Where the number of each dimension stands, beyond the end of its axis."""
        return [(*self._point(at, 119, 3.5), at + 1) for at in range(len(self.scores))]

    def _polygon(self, scores: list[int]) -> str:
        return " ".join(",".join(self._point(at, score)) for at, score in enumerate(scores))

    def _point(self, at: int, score: int, lower: float = 0) -> tuple[str, str]:
        angle = 2 * pi * at / len(self.scores) - pi / 2
        reach = RADIUS * score / 100
        return f"{CENTRE + reach * cos(angle):.1f}", f"{CENTRE + reach * sin(angle) + lower:.1f}"
