from __future__ import annotations

from datetime import date

from acquaint.models import (
    ContactPoint,
    Interaction,
    InteractionPerson,
    Interest,
    Person,
    Position,
    SourceRecord,
)
from tests import world
from tests.actions.imports.looking import BELA, CORA, counts, only, persons
from tests.formats import making
from tests.formats.making import ME, connections, message, person, table

# ── Messages and invitations ──────────────────────────────────────────────────────────────────────


def talk(*rows, **files):
    return {
        "Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen")),
        "Invitations.csv": making.MY_INVITATION,
        "messages.csv": table(making.MESSAGES["2025"], *rows),
        **files,
    }


def test_a_message_is_a_contact_of_its_local_day_without_its_text(scope, bring):
    bring(talk(message(BELA, ME, "Secret words", at="2025-06-01 23:30:00 UTC", subject="Coffee?")))
    contact = Interaction.objects.of(scope).get(text="Coffee?")
    assert (contact.on, contact.direction, contact.kind, contact.channel, contact.body) == (
        date(2025, 6, 2), "in", "message", "linkedin", "",
    )  # fmt: skip
    bela = only(scope, "Bela Dahlsen")
    assert InteractionPerson.objects.get(interaction=contact).person == bela
    assert bela.answered_on == date(2025, 6, 2)


def test_texts_are_kept_when_asked_for_also_later(scope, bring):
    files = talk(message(BELA, ME, "Words"), message(ME, BELA, "More", at="2025-06-02 08:00:00 UTC"))
    bring(files)
    report = bring(files, bodies=True)
    assert counts(report, "messages.csv") == {"update": 2}
    assert set(Interaction.objects.of(scope).exclude(body="").values_list("body", flat=True)) == {
        "Words",
        "More",
    }
    assert bring(files, bodies=True).batch is None
    assert bring(files).batch is None


def test_people_of_a_message_who_are_no_connections_are_made_once(scope, bring):
    rows = [message(CORA, ME, f"m{n}", at=f"2025-06-{n:02} 08:00:00 UTC") for n in range(1, 20)]
    bring(talk(*rows))
    assert persons(scope).filter(name="Cora Eberwick").count() == 1
    cora = only(scope, "Cora Eberwick")
    assert InteractionPerson.objects.filter(person=cora).count() == 19
    row = person("Cora", "Eberwick, PhD", "cora-eberwick", company="Birch Press")
    report = bring({"Connections.csv": connections(row)}, name="b.zip")
    assert counts(report) == {"update": 1}
    assert only(scope, "Cora Eberwick").credentials == "PhD"


def test_a_group_message_of_mine_reaches_all_of_theirs_only_the_sender(scope, bring):
    urls = f"{making.url('bela-dahlsen')},{making.url('cora-eberwick')}"
    rows = [
        message(ME, ("Bela Dahlsen, Cora Eberwick", ""), "Hi both", to_urls=urls),
        message(
            CORA,
            ("x", ""),
            "Hi",
            to_urls=f"{making.url('bela-dahlsen')},{making.OWN}",
            at="2025-06-03 08:00:00 UTC",
        ),
    ]
    bring(talk(*rows))
    out = Interaction.objects.of(scope).get(direction="out", on=date(2025, 6, 1))
    back = Interaction.objects.of(scope).get(direction="in")
    party = InteractionPerson.objects.of(scope)
    assert party.filter(interaction=out).count() == 2
    assert [one.person.name for one in party.filter(interaction=back)] == ["Cora Eberwick"]


def test_an_invitation_tells_how_we_met_and_never_overwrites_it(scope, bring):
    bela, cora, me = making.url("bela-dahlsen"), making.url("cora-eberwick"), making.OWN
    rows = [
        ["Nomen Nescio", "Bela Dahlsen", "1/29/26, 2:37 PM", "From the fair", "OUTGOING", me, bela],
        ["Cora Eberwick", "Nomen Nescio", "1/30/26, 2:37 PM", "", "INCOMING", cora, me],
    ]
    world.know(scope, "Cora Eberwick", profiles=[making.url("cora-eberwick")], how_met="At school")
    bring(
        {
            "Invitations.csv": table(making.INVITATIONS, *rows),
            "Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen")),
        }
    )
    assert "From the fair" in only(scope, "Bela Dahlsen").how_met
    assert only(scope, "Cora Eberwick").how_met == "At school"
    found = Interaction.objects.of(scope).order_by("on").values_list("direction", "on")
    assert list(found) == [("out", date(2026, 1, 29)), ("in", date(2026, 1, 30))]


# ── My own side ───────────────────────────────────────────────────────────────────────────────────


def own(**files):
    return {"Profile.csv": making.MY_PROFILE, "Invitations.csv": making.MY_INVITATION, **files}


def test_my_own_side_stands_on_my_own_row(scope, bring):
    places = table(
        making.POSITIONS,
        ["Amber Labs", "Analyst", "", "", "Jan 2019", "Mar 2024"],
        ["Birch", "", "", "", "2024", ""],
    )
    bring(
        own(
            **{
                "Positions.csv": places,
                "Skills.csv": "Name\nChess\n",
                "Languages.csv": "Name,Proficiency\nBasque,\n",
            }
        )
    )
    me = Person.objects.me(scope).get()
    assert me.name == "Nomen Nescio"
    assert not persons(scope).filter(pk=me.pk).exists()
    held = (
        Position.objects.filter(person=me)
        .order_by("started")
        .values_list("organization__name", "started", "ended")
    )
    assert list(held) == [("Amber Labs", "2019-01", "2024-03"), ("Birch", "2024", "")]
    assert set(Interest.objects.filter(person=me).values_list("kind", "text")) == {
        ("skill", "Chess"),
        ("language", "Basque"),
    }
    assert ContactPoint.objects.filter(person=me, normal="linkedin.com/in/nomen-nescio").exists()


def test_a_position_of_mine_that_ended_since_is_closed(scope, bring):
    row = ["Amber Labs", "Analyst", "", "", "Jan 2019", ""]
    bring(own(**{"Positions.csv": table(making.POSITIONS, row)}))
    row[-1] = "Mar 2026"
    report = bring(own(**{"Positions.csv": table(making.POSITIONS, row)}), name="b.zip")
    assert counts(report, "Positions.csv") == {"update": 1}
    assert list(Position.objects.of(scope).values_list("ended", flat=True)) == ["2026-03"]


def test_what_i_took_away_myself_does_not_come_back(scope, bring):
    from acquaint.actions import interests

    bring(own(**{"Skills.csv": "Name\nChess\nGo\n"}))
    interests.remove(scope, interest=Interest.objects.of(scope).get(text="Chess").key)
    assert bring(own(**{"Skills.csv": "Name\nChess\nGo\n"})).batch is None
    bring(own(**{"Skills.csv": "Name\nChess\nGo\nShogi\n"}), name="b.zip")
    assert set(Interest.objects.of(scope).values_list("text", flat=True)) == {"Go", "Shogi"}


def test_who_vouched_is_kept_with_the_person_where_it_is_certain(scope, bring):
    files = {
        "Connections.csv": connections(person("Bela", "Dahlsen", "bela-dahlsen")),
        "Endorsement_Received_Info.csv": table(
            making.ENDORSED,
            ["2024/02/01 15:02:55 UTC", "Chess", "Bela", "D", "www.linkedin.com/in/bela-dahlsen", "ACCEPTED"],
        ),
        "Recommendations_Received.csv": table(
            making.RECOMMENDED,
            ["Bela", "Dahlsen", "Amber", "Head", "Splendid.", "07/21/09, 12:11 PM", "VISIBLE"],
        ),
    }
    bring(files)
    said = {
        one.record["kind"]: one
        for one in SourceRecord.objects.of(scope).filter(external_key__startswith="vouch:")
    }
    assert said["endorsement"].person == only(scope, "Bela Dahlsen")
    assert said["recommendation"].person is None
    assert said["recommendation"].record["text"] == "Splendid."
    assert persons(scope).count() == 1
