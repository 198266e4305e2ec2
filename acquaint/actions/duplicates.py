"""Say that two entries are two people, however alike: they are not asked about again."""

from __future__ import annotations

from django.utils.translation import gettext as _

from acquaint.actions.changes import Made, writing
from acquaint.models import Distinct, Person
from acquaint.models.errors import Invalid
from acquaint.models.scope import Scope
from acquaint.queries import decisions


def tell_apart(scope: Scope, *, a: str, b: str) -> Made:
    """Keep two people (keys) apart. NotFound; Invalid for one person twice and for the owner's own row."""
    with writing(scope, "duplicates.apart", **decisions.said_of(scope, a, b)) as w:
        one, other = sorted((w.get(Person, a), w.get(Person, b)), key=lambda person: person.pk)
        if one.pk == other.pk:
            raise Invalid(_("These are one entry already."))
        if one.me_since or other.me_since:
            raise Invalid(_("One of them is you; nobody takes you for somebody else here."))
        w.about = f"{one.name}, {other.name}"
        if not Distinct.objects.of(scope).filter(a=one, b=other).exists():
            w.add(Distinct, a=one, b=other, on=scope.today)
        return w.result()
