"""Once a day: write down what is thought of people before the answer is known, and what became of it.

Nobody did this, so it is no deed: like carried columns and search words it stands in no Change, shows in no
history and can neither be undone nor stand in the way of an undo (docs/decisions/right.md). The doors call it
after the first deed of a day and when the app starts; reading never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Exists, Min, OuterRef, Subquery

from acquaint.maths import recall
from acquaint.models import Forecast, InteractionPerson, Owner, Person, Setting
from acquaint.models.scope import Scope
from acquaint.queries import forecasts, lookbacks
from acquaint.queries import recall as remembering

MONTH = timedelta(days=recall.MONTH)
LATE = timedelta(days=14)  # life is entered late: so long the answers of a month are looked for again
WEEK = timedelta(days=7)
BATCH = 1000


def once_a_day(scope: Scope) -> bool:
    """Do it unless it was done today; whether it was done. Somebody else's lock puts it off, silently."""
    try:
        return forecasts.done_on(scope) != scope.today and _do(scope)
    except OperationalError:
        return False


def _do(scope: Scope) -> bool:
    with transaction.atomic():
        Owner.objects.select_for_update().only("id").get(pk=scope.owner_id)
        done = forecasts.done_on(scope)
        looked = lookbacks.known(scope)
        if looked is None or abs(scope.today - looked.on) >= WEEK:
            looked = lookbacks.back(scope)
            _note(scope, Setting.LOOKED, lookbacks.told(looked))
        _settle(scope, done)
        Forecast.objects.bulk_create(_due(scope, looked), batch_size=BATCH)
        _note(scope, Setting.FORECAST, scope.today.isoformat())
    return True


def _note(scope: Scope, name: str, value: Any) -> None:
    Setting.objects.update_or_create(owner_id=scope.owner_id, name=name, defaults={"value": value})


def _due(scope: Scope, looked: lookbacks.Looked) -> Iterator[Forecast]:
    """Everybody of whom nothing was written down for thirty days: months of one person never overlap."""
    near = (scope.today - MONTH, scope.today + MONTH)
    held = Forecast.objects.of(scope).filter(on__gt=near[0], on__lt=near[1], person=OuterRef("pk"))
    people = Person.objects.of(scope).open().filter(~Exists(held), first_contact__lte=scope.today)
    for row in people.order_by("id").values(*remembering.COLUMNS):
        chance = remembering.chance(row, scope.today, looked)
        yield Forecast(
            owner_id=scope.owner_id,
            person_id=row["id"],
            on=scope.today,
            band=recall.band(chance),
            p30=round(chance, 6),
        )


def _settle(scope: Scope, done: date | None) -> None:
    """Match the words that came with the months that ended since `done`, and a while before it again."""
    if done is None:
        return
    since = min(done, scope.today) - MONTH - LATE
    over = Forecast.objects.of(scope).filter(on__lt=scope.today - MONTH, on__gte=since)
    words = InteractionPerson.objects.of(scope).filter(
        person=OuterRef("person"), interaction__direction__in=("in", "both")
    )
    for on in sorted(set(over.values_list("on", flat=True))):
        month = words.filter(interaction__on__gt=on, interaction__on__lte=on + MONTH)
        first = month.values("person").annotate(first=Min("interaction__on")).values("first")
        over.filter(on=on).update(came_on=Subquery(first))
