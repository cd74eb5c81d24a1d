"""A clock that stands still until a scene moves it."""

from __future__ import annotations

import datetime as dt

START = dt.datetime(2026, 3, 10, 8, 0, tzinfo=dt.UTC)


class Clock:
    """The time of day, and the seconds that have passed."""

    def __init__(self) -> None:
        """Begin on a Tuesday morning."""
        self._passed = 0.0

    def pass_by(self, **span: float) -> None:
        """Let time pass."""
        self._passed += dt.timedelta(**span).total_seconds()

    def seconds(self) -> float:
        """Return the seconds since some moment."""
        return 1000.0 + self._passed

    def moment(self) -> dt.datetime:
        """Return the time of day."""
        return START + dt.timedelta(seconds=self._passed)
