from __future__ import annotations

from acquaint.models import Person, Promise


def person(scope, name):
    return Person.objects.create(owner_id=scope.owner_id, name=name, normal=name.lower())


def test_among_finds_what_in_finds_by_ids_texts_and_links(scope, other):
    found = [person(scope, name) for name in ("Ada", "Ben", 'Đức “Quote" ✓', "Dora")]
    stranger = person(other, "Ada")
    promise = Promise.objects.create(
        owner_id=scope.owner_id, person=found[1], text="send it", made_on=scope.today
    )
    some = [found[0].pk, found[2].pk, stranger.pk, 987654]
    assert set(Person.objects.filter(pk__among=some)) == {found[0], found[2], stranger}
    assert set(Person.objects.of(scope).filter(name__among={"Ada", found[2].name})) == {found[0], found[2]}
    assert set(Person.objects.exclude(pk__among=[found[0].pk])) == {*found[1:], stranger}
    for column in ("person__among", "person_id__among"):
        assert Promise.objects.get(**{column: [found[1].pk]}) == promise
    assert not Person.objects.filter(pk__among=[]).exists()


def test_however_many_they_are_they_are_one_value(scope):
    ada = person(scope, "Ada")
    assert Person.objects.filter(pk__among=range(ada.pk, ada.pk + 300_000)).get() == ada
