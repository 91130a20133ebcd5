"""Bytes to UTF-8: what encoding a file is in, and what was assumed where it does not say.

A file is kept as UTF-8 and never made one `str`, which takes two or three times its room.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from corridor.ingest.files.unpack import GZIP, gunzip
from corridor.ingest.model.characters import trim
from corridor.ingest.model.problem import RefusedError
from corridor.words import Message, later

MAX_UNPACKED: Final = 200_000_000

_MAGIC: Final = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "archive-or-spreadsheet",
    b"PK\x05\x06": "empty-archive",
    b"\xd0\xcf\x11\xe0": "xls",
    b"PAR1": "parquet",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"RIFF": "picture-or-film",
    b"7z\xbc\xaf": "seven-zip",
    b"Rar!\x1a": "rar",
    b"BZh91AY": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"SQLite format 3": "database",
    b"{\\rtf": "rtf",
}
# Longest mark first: that of UTF-32 begins like that of UTF-16.
_MARKS: Final = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_MARKUP: Final = re.compile(r"\s*<(!doctype|html|head|body|\?xml|kml|svg)", re.IGNORECASE)
_JSON: Final = re.compile(r"\s*(\{\s*[\"}]|\[\s*[\[{\"\]0-9])")

_SAMPLE: Final = 4_000
_PIECE: Final = 4_000_000
# "CSV (MS-DOS)" may end with this, as files of DOS did.
_END_OF_FILE: Final = b"\x1a"
# Characters below a blank that no text holds.
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))
# Bytes that Windows-1256 gives to letters, and those of them that are Arabic ones.
_LETTERS: Final = bytes(
    byte for byte in range(128, 256) if bytes([byte]).decode("cp1256").isalpha()
)
_OTHERS: Final = bytes(set(range(256)) - set(_LETTERS))
_ARABIC: Final = bytes(
    byte for byte in _LETTERS if "\u0600" < bytes([byte]).decode("cp1256") < "\u0700"
)
_ARABIC_RUN: Final = re.compile(b"[" + re.escape(_ARABIC) + b"]{2,}")


@dataclass(frozen=True)
class Decoded:
    """A file in UTF-8, the encoding it was read in, and what its reader should know."""

    data: bytes
    encoding: str
    notes: tuple[Message, ...] = ()

    @property
    def text(self) -> str:
        """The whole file as text."""
        return self.data.decode()


def decode(data: bytes, max_bytes: int = MAX_UNPACKED) -> Decoded:
    """Return an upload in UTF-8, without a mark; RefusedError when it is empty, no text, damaged.

    Read are UTF-8 and UTF-16 with and without a mark, Windows-1256 and Windows-1252, each also
    compressed with gzip, then up to `max_bytes` unpacked.
    """
    plain = gunzip(data, max_bytes) if data.startswith(GZIP) else data
    _refuse_known_formats(plain)
    decoded = _decode(plain)
    found = decoded.data
    while found.startswith(codecs.BOM_UTF8):
        found = found.removeprefix(codecs.BOM_UTF8)
    found = found.rstrip(_END_OF_FILE)
    _refuse_other_text(found)
    return replace(decoded, data=found)


def beginning(data: bytes) -> str:
    """Return the first text of a file in UTF-8: all that its first line may have."""
    return data[:_PIECE].decode(errors="ignore")


def _pieces(data: bytes) -> Iterator[str]:
    """Return the text of UTF-8 a piece at a time; UnicodeDecodeError where it is none."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PIECE):
        yield decoder.decode(data[start : start + _PIECE])
    yield decoder.decode(b"", final=True)


def _refuse_known_formats(data: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise RefusedError(later("file-of-another-kind", kind=kind))


def _refuse_other_text(data: bytes) -> None:
    if not any(map(trim, _pieces(data))):
        raise RefusedError(later("file-empty"))
    if b"\x00" in data:
        raise RefusedError(later("file-binary-data"))
    text = beginning(data)
    if _MARKUP.match(text):
        raise RefusedError(later("file-web-page"))
    if _JSON.match(text):
        raise RefusedError(later("file-json"))


def _decode(data: bytes) -> Decoded:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    wide = marked or _unmarked_utf16(data)
    if wide and wide != "utf-8-sig":
        return _decode_wide(data, wide)
    try:
        for _ in _pieces(data):
            pass
    except UnicodeDecodeError:
        return _decode_legacy(data, is_marked=marked is not None)
    return Decoded(data, "utf-8")


def _decode_wide(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).encode(), encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise RefusedError(later("file-cut-off", encoding=name)) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 by the NUL that is half of each Western letter, digit and comma."""
    sample = data[:_SAMPLE]
    pairs = max(1, len(sample) // 2)
    first, second = (sample[at::2].count(0) / pairs for at in (0, 1))
    if max(first, second) < 0.3 or min(first, second) > 0.02:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _decode_legacy(data: bytes, *, is_marked: bool) -> Decoded:
    """Read bytes that are not UTF-8 as Arabic or Western text, by evidence, and say so."""
    if data.translate(None, _CONTROLS) != data:
        raise RefusedError(later("file-binary"))
    encoding = "cp1256" if _is_arabic(data) else "cp1252"
    try:
        found = data.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise RefusedError(_not_utf8(data)) from error
    if is_marked or _is_mostly_utf8(data):
        raise RefusedError(_not_utf8(data))
    return Decoded(found, encoding, (later("file-read-as", encoding=encoding),))


def _is_arabic(data: bytes) -> bool:
    """Say whether most high bytes are Arabic letters side by side, as in Arabic words.

    Western text has its accents one by one: “Müller” has one high byte, “كركوك” has five.
    """
    in_words = sum(map(len, _ARABIC_RUN.findall(data)))
    return in_words * 2 > len(data.translate(None, _OTHERS))


def _is_mostly_utf8(data: bytes) -> bool:
    """Say whether more characters are good UTF-8 than broken: the file is mixed, not Arabic."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * broken


def _not_utf8(data: bytes) -> Message:
    start = _first_fault(data)
    line = len(data[: start + 1].splitlines())
    return later("file-mixes-encodings", line=str(line), byte=f"0x{data[start]:02X}")


def _first_fault(data: bytes) -> int:
    """Return where the first byte stands that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(data)
