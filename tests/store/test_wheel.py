"""What `pip install` gives works far from a checkout: data, pages and static files travel in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corridor.settings import PROJECT, SHIPPED
from tests.store.test_server import running

PARTS = (
    *("src", "pages", "static", ".streamlit"),
    *("data/reference", "data/regions", "data/reports", "data/series"),
)
FILES = (
    *("pyproject.toml", "setup.py", "requirements.in", "README.md", "LICENSE", "NOTICE.md"),
    *("data/country.toml", "data/tactics.toml"),
)
DRAWN = """
from streamlit.testing.v1 import AppTest
from corridor.settings import PROJECT
from corridor.ui import server

def told(app):
    titles = sum("<h1" in item.proto.body for item in app.get("html"))
    print([item.value for item in app.exception], titles)

app = AppTest.from_file(str(server.SCRIPT), default_timeout=60)
told(app.run())
told(app.switch_page(str(PROJECT / "pages" / "method.py")).run())
"""


def pip(*arguments: object) -> None:
    """Run pip without any index."""
    words = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, arguments)]
    subprocess.run(words, check=True, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built and installed package; what it needs is there already."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout, wheels, site = folder / "checkout", folder / "wheels", folder / "site"
    leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "shipped")
    for name in (*PARTS, "data/incidents/seed"):
        shutil.copytree(PROJECT / name, checkout / name, ignore=leave_out)
    for name in (*FILES, "app.py"):
        shutil.copyfile(PROJECT / name, checkout / name)
    pip("wheel", checkout, "--no-deps", "--no-build-isolation", "--no-index", "-w", wheels)
    [wheel] = wheels.iterdir()
    pip("install", "--no-deps", "--no-index", "--target", site, wheel)
    return site


@pytest.fixture
def far_away(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and nothing of the checkout in sight."""
    for name in list(os.environ):
        if name.startswith(("CORRIDOR_", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(*command: object) -> str:
    words = [sys.executable, *map(str, command)]
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=300).stdout


def test_the_installed_command_counts_what_is_shipped_and_keeps_it_at_home(
    site: Path, far_away: Path
) -> None:
    told = json.loads(ran(site / "bin" / "corridor", "summary", "--json"))
    assert told["incidents"] > 100
    listed = json.loads(ran("-m", "corridor", "files", "--json"))["files"]
    assert [far_away in Path(path).parents for path in listed] == [True]
    assert not list(site.rglob("store/_delta_log"))
    assert (site / "corridor" / "shipped" / "data" / "reference" / "SOURCES.md").is_file()
    assert not (site / "pages").exists()
    assert not (site / "data").exists()


def test_the_installed_package_serves_and_draws(site: Path, far_away: Path) -> None:
    with running(far_away, "corridor", "serve", "--port", "{port}", cwd=far_away) as served:
        assert served.ask("/").status == 200
        assert served.ask("/map").status == 200
        assert served.ask("/app/static/favicon.png").status == 200
        assert served.text("/readyz")[1].startswith("ready: ")
    assert ran("-c", DRAWN).splitlines() == ["[] 1", "[] 1"]


def test_all_that_is_shipped_is_in_the_wheel(site: Path) -> None:
    inside = site / "corridor" / "shipped"
    for folder in ("incidents/seed", "reference", "reports"):
        ours = {path.relative_to(SHIPPED) for path in (SHIPPED / folder).rglob("*")}
        theirs = {
            path.relative_to(inside / "data") for path in (inside / "data" / folder).rglob("*")
        }
        assert ours == theirs
    for folder in ("static", ".streamlit"):
        ours = {path.relative_to(PROJECT) for path in (PROJECT / folder).rglob("*")}
        assert ours == {path.relative_to(inside) for path in (inside / folder).rglob("*")}
    sql = {path.relative_to(PROJECT / "src") for path in (PROJECT / "src").rglob("*.sql")}
    assert sql <= {path.relative_to(site) for path in site.rglob("*.sql")}
