"""Six writers at once, three as the app does it and three commands: nothing lost, no word of a lock."""

from __future__ import annotations

TURNS, COMMANDS = 40, 5

APP = """
import sys
from acquaint.actions import interactions, people, promises
who, shared = sys.argv[1], sys.argv[2]
for turn in range(40):
    way = "in" if turn % 2 else "out"
    interactions.log(scope, people=[shared], kind="message", direction=way, text=f"{who} {turn}")
    if turn % 4 == 0:
        made = people.add(scope, name=f"Met by {who} at {turn}")
        promises.add(scope, person=made.id, text=f"{who} {turn}")
"""


def test_six_writers_lose_nothing_and_never_hear_of_a_lock(store):
    shared = store.sql("SELECT key FROM person WHERE stage = 'acquainted' LIMIT 1")[0][0]
    before = store.sql("SELECT change_number FROM owner")[0][0]
    apps = [store.python(APP, f"app-{number}", shared) for number in range(3)]
    running: list = []
    for turn in range(COMMANDS):
        running = [
            store.start("promise", "add", shared, f"terminal-{number} {turn}", "--json")
            for number in range(3)
        ]
        for process in running:
            _finish(process)
    for process in apps:
        _finish(process)
    texts = [text for (text,) in store.sql("SELECT text FROM interaction WHERE text LIKE 'app-%'")]
    assert sorted(texts) == sorted(f"app-{n} {turn}" for n in range(3) for turn in range(TURNS))
    promised = [text for (text,) in store.sql("SELECT text FROM promise WHERE text LIKE 'terminal-%'")]
    assert sorted(promised) == sorted(f"terminal-{n} {turn}" for n in range(3) for turn in range(COMMANDS))
    deeds = 3 * (TURNS + 2 * TURNS // 4 + COMMANDS)
    numbers = [number for (number,) in store.sql("SELECT number FROM change ORDER BY number")]
    assert numbers == list(range(1, before + deeds + 1))
    assert store.sql("SELECT change_number FROM owner") == [(before + deeds,)]
    assert store.json("doctor")["data"]["ok"] is True


def _finish(process) -> None:
    out, err = process.communicate()
    assert process.returncode == 0, out + err
    assert "locked" not in out + err
