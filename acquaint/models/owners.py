"""Whose data it is, and how they want things done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from acquaint.models.rows import KEY_LENGTH, Row, new_key, walls


class Owner(models.Model):
    """The person whose network this is; its row is the lock that numbers Changes."""

    key = models.CharField(max_length=KEY_LENGTH, default=new_key, unique=True, editable=False)
    name = models.CharField(max_length=200, blank=True)
    change_number = models.BigIntegerField(default=0)

    class Meta:
        """Table name as the word."""

        db_table = "owner"

    def __str__(self) -> str:
        """The name, or the key while there is none."""
        return self.name or self.key


class Setting(Row):
    """One choice of the owner, by name; what is not set falls back to the default in queries/settings."""

    WIPING: ClassVar[str] = "wiping_owed"  # an erasure's note that the file is still to be wiped
    FORECAST: ClassVar[str] = "forecast_on"  # the day on which forecasts were last written down
    LOOKED: ClassVar[str] = "looked_back"  # what the owner's own past taught the forecasts, and when

    name = models.CharField(max_length=60)
    value = models.JSONField()

    class Meta:
        """One value a name."""

        db_table = "setting"
        constraints = [
            *walls("setting", keyed=False),
            models.UniqueConstraint(fields=["owner", "name"], name="setting_owner_name"),
        ]

    def __str__(self) -> str:
        """The name of the choice."""
        return self.name
