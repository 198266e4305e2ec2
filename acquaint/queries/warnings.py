"""What should come before a message to a person: my promise, my thanks, an apology, a different word."""

from __future__ import annotations

from datetime import date, timedelta

from acquaint.maths import calendar
from acquaint.messages.contract import Owed
from acquaint.models import Ask, InteractionPerson, Interview, Person, Position, Promise
from acquaint.models.scope import Scope

ASKING = ("request", "request-referral", "nudge", "blurb")
SERIAL = 3  # business days between two asks at one employer
SAME_WORDS_FOR = timedelta(days=30)


def owed(scope: Scope, person: Person, kind: str) -> Owed:
    """All that speaks for another word first; nothing of it stops anybody."""
    promise = _promise(scope, person)
    return Owed(
        promise=promise[0],
        promise_due=promise[1],
        thanks_for=_thanks(scope, person),
        missed_on=_missed(scope, person),
        two_asks=_two_asks(scope, person),
        colleague=_colleague_asked(scope, person),
        same_words_as=_same_words(scope, person, kind),
    )


def _promise(scope: Scope, person: Person) -> tuple[str, date | None]:
    rows = Promise.objects.of(scope).filter(
        person=person, by="mine", kept_on=None, released_on=None, due_on__lt=scope.today
    )
    return rows.order_by("due_on").values_list("text", "due_on").first() or ("", None)


def _thanks(scope: Scope, person: Person) -> date | None:
    rows = Interview.objects.of(scope).filter(
        person=person, held_on__isnull=False, thanked_on=None, unsafe_on=None
    )
    return rows.order_by("-on").values_list("held_on", flat=True).first()


def _missed(scope: Scope, person: Person) -> date | None:
    """The day of a talk that I missed, while the apology is still open."""
    rows = Promise.objects.of(scope).filter(
        person=person, kept_on=None, released_on=None, interview__no_show_by="me"
    )
    return rows.order_by("-id").values_list("interview__on", flat=True).first()


def _two_asks(scope: Scope, person: Person) -> bool:
    rows = InteractionPerson.objects.of(scope).filter(person=person).order_by("-interaction__on", "-id")
    last = list(rows.values_list("interaction__direction", "interaction__message_kind")[:2])
    return len(last) == 2 and all(way == "out" and kind in ASKING for way, kind in last)  # noqa: PLR2004


def _beside(scope: Scope, person: Person) -> list[int]:
    """Those who work where this person works."""
    here = Position.objects.of(scope).filter(kind="work", ended="", ended_seen_on=None)
    places = here.filter(person=person, organization__isnull=False).values("organization_id")
    beside = here.filter(organization_id__in=places, person__me_since=None).exclude(person=person)
    return list(beside.values_list("person_id", flat=True))


def _colleague_asked(scope: Scope, person: Person) -> str:
    since = calendar.add(scope.today, -SERIAL)
    rows = Ask.objects.of(scope).filter(
        person_id__in=_beside(scope, person), outcome="", sent_on__gte=since, sent_on__lte=scope.today
    )
    return rows.order_by("-sent_on").values_list("person__name", flat=True).first() or ""


def _same_words(scope: Scope, person: Person, kind: str) -> str:
    rows = InteractionPerson.objects.of(scope).filter(
        person_id__in=_beside(scope, person),
        interaction__direction="out",
        interaction__message_kind=kind,
        interaction__on__gte=scope.today - SAME_WORDS_FOR,
    )
    return rows.order_by("-id").values_list("person__name", flat=True).first() or ""
