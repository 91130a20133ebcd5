"""A whole store into one file and back; and the archives that are refused."""

from __future__ import annotations

import io
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corridor import settings
from corridor.settings import Settings
from corridor.store import Store, StoreError, export_store, import_store, open_store
from tests.store.conftest import Run, account, imported


@pytest.fixture
def filled(tiny_store: Store) -> Store:
    """Two uploads, one of them undone."""
    one = tiny_store.commit(account("TEST:1"), imported())
    tiny_store.commit(account("TEST:2"), imported())
    tiny_store.undo(one.commit_id)
    return tiny_store


@pytest.fixture
def archive(filled: Store, tiny: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "store.tar.gz"
    export_store(tiny, path)
    return path


@pytest.fixture
def elsewhere(tiny: Settings, tmp_path: Path) -> Settings:
    """A data folder with the same seed and no store yet."""
    made = settings.load(tmp_path / "elsewhere")
    shutil.copytree(tiny.seed_dir, tmp_path / "elsewhere" / "incidents" / "seed")
    return made


def test_a_store_comes_back_whole(
    run: Run, filled: Store, tiny: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "store.tar.gz"
    told = run("export-store", path, data=tiny.data_dir)
    assert told.out == f"version 3, 2 live files and 1 undone, written to {path}\n"
    done = run("import-store", path, data=elsewhere.data_dir)
    assert done.code == 0
    assert done.out == (
        f"version 3, 2 live files and 1 undone, checked and put in place from {path}\n"
    )
    again = open_store(elsewhere)
    assert again.history() == filled.history()
    assert again.read("FROM records").equals(filled.read("FROM records"))
    assert again.verify() == []
    again.redo(filled.history()[0].undoes)
    again.restore(0)
    assert again.version == 5
    assert sorted(path.name for path in elsewhere.store_dir.parent.iterdir()) == ["seed", "store"]


def test_as_json(run: Run, filled: Store, tiny: Settings, tmp_path: Path) -> None:
    path = tmp_path / "store.tar.gz"
    told = run("export-store", "--json", path, data=tiny.data_dir).json
    assert told == {"version": 3, "live": 2, "dead": 1, "missing": [], "file": str(path)}


def test_an_undone_file_that_is_gone_is_told(
    run: Run, filled: Store, tiny: Settings, tmp_path: Path, elsewhere: Settings
) -> None:
    gone = f"{filled.history()[0].undoes}.parquet"
    (tiny.store_dir / gone).unlink()
    path = tmp_path / "store.tar.gz"
    for command, data in (("export-store", tiny), ("import-store", elsewhere)):
        told = run(command, path, data=data.data_dir)
        assert told.code == 0
        assert f"note: {gone} is missing; its undone commit cannot be brought back" in told.out
        assert "2 live files and 0 undone" in told.out


def test_a_store_that_is_there_is_not_replaced(archive: Path, tiny: Settings) -> None:
    with pytest.raises(StoreError, match=r"there is a store in .*: move that folder away first"):
        import_store(tiny, archive)


def test_an_empty_folder_is_no_store(archive: Path, elsewhere: Settings) -> None:
    elsewhere.store_dir.mkdir(parents=True)
    assert import_store(elsewhere, archive).version == 3


def test_no_store_and_a_damaged_one_are_not_exported(
    filled: Store, tiny: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    target = tmp_path / "store.tar.gz"
    with pytest.raises(StoreError, match="there is no store in"):
        export_store(elsewhere, target)
    with pytest.raises(StoreError, match=r"the store cannot be exported: .*No such file"):
        export_store(tiny, tmp_path / "no" / "such" / "store.tar.gz")
    live = filled.files()[0]
    live.write_bytes(b"short")
    with pytest.raises(StoreError, match=rf"{live.name} cannot be read: .* is not exported"):
        export_store(tiny, target)
    assert not target.exists()


def member(name: str, data: bytes = b"x", kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.type, made.linkname = len(data), kind, "/etc/passwd"
    return made


def adding(made: tarfile.TarInfo, data: bytes = b"x") -> Callable[[Path], None]:
    """Give a function that puts one member more into an archive."""

    def spoil(path: Path) -> None:
        with tarfile.open(path) as old:
            kept = [(item, old.extractfile(item).read()) for item in old]
        with tarfile.open(path, "w:gz") as new:
            for item, content in [*kept, (made, data)]:
                new.addfile(item, io.BytesIO(content))

    return spoil


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def no_archive(path: Path) -> None:
    path.write_bytes(b"incident_id,source\n")


def without(ending: str) -> Callable[[Path], None]:
    """Give a function that leaves members out of an archive."""

    def spoil(path: Path) -> None:
        with tarfile.open(path) as old:
            kept = [(item, old.extractfile(item).read()) for item in old]
        with tarfile.open(path, "w:gz") as new:
            for item, content in kept:
                if not item.name.endswith(ending):
                    new.addfile(item, io.BytesIO(content))

    return spoil


def no_member(_path: Path) -> None:
    """Left as it is; the limit below is what refuses it."""


REFUSED = {
    "upwards": (adding(member("../evil.parquet")), "'../evil.parquet', which is no file of a"),
    "absolute": (adding(member("/etc/evil.parquet")), "'/etc/evil.parquet', which is no file"),
    "deeper": (adding(member("a/b.parquet")), "'a/b.parquet', which is no file of a store"),
    "unknown": (adding(member("run.sh")), "'run.sh', which is no file of a store"),
    "symlink": (adding(member("a.parquet", b"", tarfile.SYMTYPE), b""), "'a.parquet', which is no"),
    "hard link": (adding(member("a.parquet", b"", tarfile.LNKTYPE), b""), "'a.parquet', which is"),
    "device": (adding(member("a.parquet", b"", tarfile.CHRTYPE), b""), "'a.parquet', which is no"),
    "long name": (adding(member("a" * 200 + ".parquet")), "which is no file of a store"),
    "half": (half, "is not a whole .tar.gz archive"),
    "no archive": (no_archive, "is not a whole .tar.gz archive"),
    "no log": (without(".json"), "the archive holds no log of a store"),
    "no seed": (without("0.json"), "00000000000000000000.json: this entry of the log is missing"),
    "no files": (without(".parquet"), "the archive's store is not sound: "),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_archive_is_refused_and_leaves_nothing(
    run: Run, archive: Path, elsewhere: Settings, case: str
) -> None:
    spoil, sentence = REFUSED[case]
    spoil(archive)
    found = run("import-store", archive, data=elsewhere.data_dir)
    assert (found.code, found.out) == (1, "")
    assert sentence in found.err
    assert [path.name for path in elsewhere.store_dir.parent.iterdir()] == ["seed"]


def test_a_member_twice_is_refused(archive: Path, elsewhere: Settings) -> None:
    with tarfile.open(archive) as old:
        name = old.getnames()[0]
    adding(member(name))(archive)
    with pytest.raises(StoreError, match=f"the archive holds '{name}' twice"):
        import_store(elsewhere, archive)


def test_a_member_smaller_than_nothing_is_refused(archive: Path, elsewhere: Settings) -> None:
    made = member("a.parquet")
    made.size = -512
    with tarfile.open(archive, "w:gz", format=tarfile.GNU_FORMAT) as new:
        new.addfile(made)
    with pytest.raises(StoreError, match=r"'a.parquet' is smaller than nothing"):
        import_store(elsewhere, archive)


def test_an_archive_that_unpacks_to_too_much_is_refused(archive: Path, elsewhere: Settings) -> None:
    bomb = b"\0" * 3_000_000
    adding(member("bomb.parquet", bomb), bomb)(archive)
    assert archive.stat().st_size < 100_000
    with pytest.raises(StoreError, match=r"more than 2 MB: raise CORRIDOR_MAX_STORE_MB"):
        import_store(replace(elsewhere, max_store_mb=2), archive)
    assert [path.name for path in elsewhere.store_dir.parent.iterdir()] == ["seed"]
