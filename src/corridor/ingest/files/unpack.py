"""What is packed, unpacked within a limit: gzip, and the ZIP archive that a workbook is."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from corridor.ingest.model.problem import RefusedError
from corridor.words import later

GZIP: Final = b"\x1f\x8b"
# Text shrinks by 5 to 30 times; more than this, on a large file, is made to fill the memory.
_RATIO: Final = 200
_LARGE: Final = 50_000_000
_CHUNK: Final = 1 << 20
_ENTRIES: Final = 5_000


def gunzip(data: bytes, max_bytes: int) -> bytes:
    """Return what one gzip member holds; RefusedError when damaged, nested or too large."""
    inflate = zlib.decompressobj(wbits=31)
    unpacked = bytearray()
    rest = data
    try:
        while not inflate.eof and (part := inflate.decompress(rest, _CHUNK)):
            unpacked += part
            refuse_bomb(len(unpacked), len(data), max_bytes)
            rest = inflate.unconsumed_tail
    except zlib.error as error:
        raise RefusedError(later("gzip-damaged")) from error
    _refuse_incomplete(inflate.eof, inflate.unused_data)
    if unpacked.startswith(GZIP):
        raise RefusedError(later("gzip-twice"))
    return bytes(unpacked)


def _refuse_incomplete(is_whole: bool, after: bytes) -> None:
    if not is_whole:
        raise RefusedError(later("gzip-cut-off"))
    if after.strip(b"\x00"):
        raise RefusedError(later("gzip-of-several"))


def refuse_bomb(unpacked: int, packed: int, max_bytes: int) -> None:
    """Refuse what unpacks to far more than a table would; called before memory is filled."""
    if unpacked > max_bytes or (unpacked > _LARGE and unpacked > _RATIO * packed):
        raise RefusedError(later("unpacked-too-large", size=unpacked // 1_000_000))


def repack(archive: zipfile.ZipFile, packed: int, max_bytes: int) -> io.BytesIO:
    """Return a copy of a workbook's XML parts, not compressed.

    An archive may state sizes that are not true: a reader given this copy meets no surprise,
    and pictures and macros are left behind.
    """
    parts = [item for item in archive.infolist() if item.filename.endswith((".xml", ".rels"))]
    if len(parts) > _ENTRIES:
        raise RefusedError(later("workbook-parts-too-many"))
    refuse_bomb(sum(item.file_size for item in parts), packed, max_bytes)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as plain:
        for item in parts:
            with archive.open(item) as part:
                plain.writestr(item.filename, part.read(item.file_size))
    copy.seek(0)
    return copy
