"""What was thought of people on a day: written down before the answer is known, so that it can be judged."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from acquaint.models.rows import Link, Row, index, walls

BANDS = ("hot", "warm", "fading", "quiet")


class Forecast(Row):
    """How likely a word from somebody was within thirty days of a day, and the day on which one came.

    Nobody said it, so no Change speaks of it: it goes with its person, and keeps no undo from anything.
    """

    FOLLOWS: ClassVar[str] = "person_id"

    person = Link("acquaint.Person")
    on = models.DateField()
    band = models.CharField(max_length=6)
    p30 = models.FloatField()
    came_on = models.DateField(null=True)

    class Meta:
        """Once a person and day."""

        db_table = "forecast"
        constraints = [
            *walls("forecast", "person", keyed=False),
            models.UniqueConstraint(fields=["owner", "person", "on"], name="forecast_once"),
            models.CheckConstraint(condition=Q(band__in=BANDS), name="forecast_band"),
            models.CheckConstraint(condition=Q(p30__gte=0.0, p30__lte=1.0), name="forecast_chance"),
        ]
        indexes = [index("forecast", "on")]

    def __str__(self) -> str:
        """The band and the day."""
        return f"{self.band} on {self.on}"
