"""Put what stands at the top of a checkout into the package: pages, data, static files."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
SHIPPED = (
    *("app.py", "pages", "static", ".streamlit/config.toml"),
    *("data/incidents/seed", "data/reference", "data/reports"),
    *("data/country.toml", "data/tactics.toml", "data/regions", "data/series"),
)


class WithShipped(build_py):
    """The usual build, and `corridor/shipped` (see `corridor.settings.PROJECT`)."""

    def run(self) -> None:
        """Build; an editable install reads the checkout itself."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "corridor" / "shipped"
        shutil.rmtree(target, ignore_errors=True)
        for name in SHIPPED:
            source, place = HERE / name, target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(source, place)


setup(cmdclass={"build_py": WithShipped})
