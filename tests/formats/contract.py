"""What every importer keeps to, whatever it reads: inherit `ImporterContract` and say what a sample is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from acquaint.formats import reasons, registry
from acquaint.formats.apart.reader import Hints, Reader
from acquaint.formats.archives import open_source
from acquaint.formats.records import Ignored, Reject, Self, Skipped, Warned


class ImporterContract:
    """Subclasses set `kind` and `sample`; `rows` is how many rows the sample holds, broken ones included."""

    kind: str
    rows: int

    def sample(self, folder: Path) -> Path:
        """Write a source of this kind that holds good, broken and ignored rows."""
        raise NotImplementedError

    @contextmanager
    def job(self, path: Path) -> Iterator[registry.Job]:
        with open_source(path) as source:
            yield registry.Job(registry.importer(self.kind), source)

    def said(self, path: Path) -> list:
        with self.job(path) as job:
            return list(job.importer.read(job.source))

    def test_it_stands_in_the_table_under_its_name(self):
        assert self.kind in registry.kinds()
        assert registry.importer(self.kind).kind == self.kind

    def test_it_knows_its_own_by_content(self, tmp_path):
        path = self.sample(tmp_path)
        with open_source(path) as source:
            found = registry.detect(source)
        assert found is not None
        assert found.kind == self.kind

    @pytest.mark.parametrize(
        "content", [b"", b"\0" * 3000, b"hello\nworld\n", b"Name,Phone\nA,1\n", b"%PDF-1.7\n", b"\xff\xfe\0"]
    )
    def test_it_leaves_others_alone(self, tmp_path, content):
        path = tmp_path / "other.csv"
        path.write_bytes(content)
        with self.job(path) as job:
            assert not job.importer.sniff(job.source)
            assert not [
                said for said in job.importer.read(job.source) if not isinstance(said, (Skipped, Warned))
            ]

    def test_every_row_has_exactly_one_outcome_with_its_place(self, tmp_path):
        said = self.said(self.sample(tmp_path))
        rows = [one for one in said if not isinstance(one, (Skipped, Warned))]
        assert len(rows) == self.rows
        places = [(one.origin.file, one.origin.line) for one in rows]
        assert len(set(places)) == len(places)
        assert all(file and line > 0 for file, line in places)

    def test_what_is_broken_swallows_no_neighbour(self, tmp_path):
        rows = [one for one in self.said(self.sample(tmp_path)) if not isinstance(one, (Skipped, Warned))]
        rows.sort(key=lambda one: (one.origin.file, one.origin.line))
        broken = [at for at, one in enumerate(rows) if isinstance(one, Reject)]
        good = [at for at, one in enumerate(rows) if not isinstance(one, (Reject, Ignored))]
        assert broken[0] < good[-1]
        assert good[0] < broken[-1]

    def test_it_says_the_same_each_time(self, tmp_path):
        path = self.sample(tmp_path)
        assert self.said(path) == self.said(path)

    def test_it_says_the_same_in_a_process_of_its_own(self, tmp_path):
        path = self.sample(tmp_path)
        with Reader() as reader:
            (job,), _skipped = reader.plan([path], self.kind, Hints())
            assert list(job.read(Self(), bodies=False, day_first=None)) == self.said(path)

    def test_every_reason_has_words_and_the_facts_for_them(self, tmp_path):
        told = [one for one in self.said(self.sample(tmp_path)) if hasattr(one, "reason")]
        assert any(isinstance(one, Reject) for one in told)
        assert any(isinstance(one, Ignored) for one in told)
        for one in told:
            words = reasons.word(one.reason)
            assert words
            assert "{" not in words

    def test_rejects_keep_the_text_of_their_row(self, tmp_path):
        rejects = [one for one in self.said(self.sample(tmp_path)) if isinstance(one, Reject)]
        assert all(one.raw.strip() for one in rejects)

    def test_what_is_chosen_is_what_is_fingerprinted(self, tmp_path):
        with self.job(self.sample(tmp_path)) as job:
            entries = job.importer.chosen(job.source)
            assert entries
            assert job.source.digest(entries) == job.source.digest(entries)
