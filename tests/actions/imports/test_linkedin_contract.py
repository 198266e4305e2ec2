from __future__ import annotations

from bench.archives import Shape, files, write_zip
from tests.actions.imports.contract import ImportContract
from tests.formats import making


class TestLinkedIn(ImportContract):
    kind = "linkedin"
    updates = 5

    def sample(self, folder):
        return self._archive(folder / "sample.zip", 0)

    def later(self, folder):
        return self._archive(folder / "later.zip", self.updates)

    def _archive(self, path, moved):
        shape = Shape(connections=30, messages=25, invitations=6, hidden=2, moved=moved)
        write_zip(path, shape)
        rows = dict(files(shape))["Connections.csv"]
        broken = making.person("", "", "nameless")
        making.add_file(path, "More/Connections.csv", making.connections(broken, *list(rows)[-2:]))
        return path
