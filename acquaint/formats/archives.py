"""Opening what a person hands over (a zip, a folder, loose files) safely: limits first, names never as paths.

What is counted is what is read, not what a directory claims. The overlap test answers CVE-2024-0450, which
the standard library checks only from Python 3.11.8 on.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, BinaryIO, Self

from acquaint.formats import watching
from acquaint.formats.records import Origin, Reason, Skipped

MIB = 1024 * 1024
_LITTER = frozenset({"__macosx", ".ds_store", "thumbs.db", "desktop.ini", "@eadir"})
_END = struct.Struct("<4s4H2LH")  # end of central directory
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LOCAL_HEADER = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one source may hold; each refusal names the limit that it passed.

    What lies open on a disk takes the room that it claims and is no bomb: a mailbox of many gigabytes and a
    folder of letters have limits of their own.
    """

    entries: int = 10_000
    file_bytes: int = 2048 * MIB
    total_bytes: int = 4096 * MIB
    open_entries: int = 250_000
    open_bytes: int = 256 * 1024 * MIB
    ratio: int = 250
    ratio_from: int = 16 * MIB  # text repeats itself: only a file that grows past this is measured
    directory_bytes: int = 4 * MIB
    depth: int = 12


class RefusedError(Exception):
    """The source passed a limit or is built to deceive; nothing of it is used."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class DamagedError(Exception):
    """A file ends early or does not hold what its checksum promised; what was read before it stands."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


@dataclass(slots=True)
class Meter:
    """Counts all that is read of one source."""

    limits: Limits
    total: int = 0


class Counted:
    """A stream that counts what passes and stops at the limits; a context manager."""

    def __init__(self, stream: BinaryIO, meter: Meter, shown: str, packed: int | None) -> None:
        self._stream = stream
        self._meter = meter
        self._shown = shown
        self._packed = packed
        self._count = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes. Errors: RefusedError past a limit, DamagedError for broken content."""
        try:
            data = self._stream.read(size)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise DamagedError(Reason("damaged", {"file": self._shown, "cause": str(error)})) from error
        self._count += len(data)
        watching.passed(len(data))
        _check_size(self._shown, self._count, self._packed, self._meter.limits)
        if self._packed is None:
            return data
        self._meter.total += len(data)
        if self._meter.total > self._meter.limits.total_bytes:
            raise _too_large("total_too_large", self._shown, self._meter.limits.total_bytes)
        return data

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a source: `name` is where it stands inside, `shown` how the person would name it."""

    name: str
    shown: str
    size: int
    packed: int | None
    opener: Callable[[], BinaryIO] = field(repr=False, compare=False)
    meter: Meter = field(repr=False, compare=False)

    @property
    def stem(self) -> str:
        """The file's own name without folders and without its last suffix."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The last suffix in lower case, with its dot."""
        return PurePosixPath(self.name).suffix.lower()

    def open(self) -> Counted:
        """Open the file for one reading from its start. Errors: DamagedError."""
        watching.opened(self.shown)
        try:
            stream = self.opener()
        except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
            raise DamagedError(Reason("damaged", {"file": self.shown, "cause": str(error)})) from error
        return Counted(stream, self.meter, self.shown, self.packed)


@dataclass(frozen=True, slots=True)
class Source:
    """What was handed over, opened: its files and what of it was passed over, and why. A context manager.

    `found_out` holds what took long to find out, for all who read parts of the same source.
    """

    shown: str
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    archives: tuple[zipfile.ZipFile, ...] = field(default=(), repr=False, compare=False)
    packed: tuple[Path, ...] = ()
    found_out: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def admit(self, entries: Iterable[Entry]) -> None:
        """Check what the files claim before any is read. Errors: RefusedError."""
        total = 0
        for entry in entries:
            limits = entry.meter.limits
            _check_size(entry.shown, entry.size, entry.packed, limits)
            total += entry.size if entry.packed is not None else 0
            if total > limits.total_bytes:
                raise _too_large("total_too_large", self.shown, limits.total_bytes)

    def digest(self, entries: Iterable[Entry]) -> str:
        """A fingerprint of the content, by which an import that was broken off is known again."""
        total = hashlib.sha256()
        if self.packed:
            for path in self.packed:
                total.update(self._hash(path))
            return total.hexdigest()
        for entry in sorted(entries, key=lambda one: one.name):
            total.update(entry.name.encode())
            with entry.open() as stream:
                while chunk := stream.read(MIB):
                    total.update(chunk)
        return total.hexdigest()

    def _hash(self, path: Path) -> bytes:
        """What a packed file holds, read once for all that are made of parts of it."""
        if path not in self.found_out:
            with path.open("rb") as stream:
                self.found_out[path] = hashlib.file_digest(stream, "sha256").digest()
        found: bytes = self.found_out[path]
        return found

    def close(self) -> None:
        """Let go of the files."""
        for archive in self.archives:
            archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_source(path: Path, limits: Limits | None = None) -> Source:
    """Open a zip, a folder or a file. Errors: RefusedError with the reason and the limit."""
    limits = limits or Limits()
    meter = Meter(limits)
    watching.opened(str(path))
    try:
        if path.is_dir():
            return _folder(path, meter)
        if not path.is_file():
            raise RefusedError(Reason("not_found", {"file": str(path)}))
        with path.open("rb") as stream:
            packed = stream.read(4) in {b"PK\x03\x04", b"PK\x05\x06"} or path.suffix.lower() == ".zip"
    except OSError as error:
        raise RefusedError(
            Reason("unreadable", {"file": str(path), "cause": error.strerror or str(error)})
        ) from error
    if packed:
        return _zip(path, meter)
    return Source(str(path), (_file(path, path.name, meter),))


def join(sources: Sequence[Source]) -> Source:
    """Several loose files as one source: an archive that was unpacked by hand."""
    return Source(
        ", ".join(source.shown for source in sources),
        tuple(entry for source in sources for entry in source.entries),
        tuple(skipped for source in sources for skipped in source.skipped),
        tuple(archive for source in sources for archive in source.archives),
        tuple(path for source in sources for path in source.packed),
    )


def _file(path: Path, name: str, meter: Meter) -> Entry:
    return Entry(name, str(path), path.stat().st_size, None, lambda: path.open("rb"), meter)


def _folder(root: Path, meter: Meter) -> Source:
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    for path in _walk(root, root, meter.limits, skipped):
        if len(entries) >= meter.limits.open_entries:
            raise _too_large("too_many_entries", str(root), meter.limits.open_entries)
        entries.append(_file(path, path.relative_to(root).as_posix(), meter))
    return Source(str(root), tuple(entries), tuple(skipped))


def _walk(folder: Path, root: Path, limits: Limits, skipped: list[Skipped]) -> Iterator[Path]:
    """Regular files below a folder in a steady order; links are never followed."""
    deep = len(folder.relative_to(root).parts) >= limits.depth
    with os.scandir(folder) as found:
        for item in sorted(found, key=lambda one: one.name):
            path = folder / item.name
            if item.name.lower() in _LITTER:
                continue
            if item.is_symlink():
                skipped.append(Skipped(Origin(str(path)), Reason("link")))
            elif item.is_dir(follow_symlinks=False):
                if deep:
                    skipped.append(Skipped(Origin(str(path)), Reason("too_deep", {"limit": limits.depth})))
                else:
                    yield from _walk(path, root, limits, skipped)
            elif item.is_file(follow_symlinks=False):
                yield path


def _zip(path: Path, meter: Meter) -> Source:
    _check_directory(path, meter.limits)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise RefusedError(Reason("not_a_zip", {"file": str(path)})) from error
    try:
        return _members(path, archive, meter)
    except RefusedError:
        archive.close()
        raise


def _members(path: Path, archive: zipfile.ZipFile, meter: Meter) -> Source:
    infos = archive.infolist()
    if len(infos) > meter.limits.entries:
        raise _too_large("too_many_entries", str(path), meter.limits.entries)
    _check_overlap(path, infos)
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    for info in infos:
        name = inside(info.filename)
        shown = f"{path}/{name}"
        if name.endswith("/") or not _LITTER.isdisjoint(part.lower() for part in name.split("/")):
            continue
        if reason := _unusable(info):
            skipped.append(Skipped(Origin(shown), reason))
            continue

        def opener(info: zipfile.ZipInfo = info) -> BinaryIO:
            return archive.open(info)  # type: ignore[return-value]  # IO[bytes] that reads is all we use

        entries.append(Entry(name, shown, info.file_size, info.compress_size, opener, meter))
    return Source(str(path), tuple(entries), tuple(skipped), (archive,), (path,))


def inside(name: str) -> str:
    """A member's name for showing and matching: forward slashes, no dots that climb, nothing unprintable."""
    folder = name.endswith(("/", "\\"))
    parts = name.replace("\\", "/").split("/")
    kept = ["".join(letter for letter in part if letter.isprintable()) for part in parts]
    return "/".join(part for part in kept if part not in {"", ".", ".."}) + ("/" if folder else "")


def _unusable(info: zipfile.ZipInfo) -> Reason | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return Reason("link")
    if info.flag_bits & 0x1:
        return Reason("encrypted")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return Reason("compression", {"method": info.compress_type})
    return None


def _check_overlap(path: Path, infos: Sequence[zipfile.ZipInfo]) -> None:
    """Members that share bytes unpack to far more than the file holds: refuse all of it."""
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise RefusedError(Reason("overlap", {"file": str(path)}))
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _check_directory(path: Path, limits: Limits) -> None:
    """Bound the table of contents before the standard library loads it whole into memory."""
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        tail_at = max(0, size - 65_535 - _END.size - _LOCATOR.size)
        stream.seek(tail_at)
        tail = stream.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) - at < _END.size:
            raise RefusedError(Reason("not_a_zip", {"file": str(path)}))
        end = _END.unpack_from(tail, at)
        entries, directory = end[4], end[5]
        if at >= _LOCATOR.size and tail[at - _LOCATOR.size :].startswith(b"PK\x06\x07"):
            stream.seek(min(size, _LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2]))
            wide = stream.read(_END64.size)
            if len(wide) == _END64.size:
                wide_entries, wide_directory = _END64.unpack(wide)[7:9]
                entries, directory = max(entries, wide_entries), max(directory, wide_directory)
    if entries > limits.entries or directory > limits.directory_bytes:
        raise _too_large("too_many_entries", str(path), limits.entries)


def _check_size(shown: str, size: int, packed: int | None, limits: Limits) -> None:
    largest = limits.open_bytes if packed is None else limits.file_bytes
    if size > largest:
        raise _too_large("file_too_large", shown, largest)
    if packed is not None and size > limits.ratio_from and size > packed * limits.ratio:
        raise _too_large("ratio", shown, limits.ratio)


def _too_large(code: str, shown: str, limit: int) -> RefusedError:
    return RefusedError(Reason(code, {"file": shown, "limit": limit}))
