"""The server: Streamlit in this process, with what the first visitor needs made beforehand."""

from __future__ import annotations

import os
import threading
import time
from typing import Final

from corridor.settings import PROJECT, Settings

_PATIENCE: Final = 30.0
_PAUSE: Final = 0.05


def run(settings: Settings, port: int) -> int:
    """Serve on 127.0.0.1 until stopped; give the exit code."""
    os.environ["CORRIDOR_DATA"] = str(settings.data_dir)
    os.chdir(PROJECT)  # Streamlit looks for its configuration where it is started
    from streamlit.web import cli  # noqa: PLC0415  it reads the configuration when imported

    threading.Thread(target=_make_ready, daemon=True).start()
    options = [
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        f"--server.maxUploadSize={settings.max_upload_mb}",
        "--server.headless=true",
    ]
    try:
        cli.main(["run", str(PROJECT / "app.py"), *options], standalone_mode=False)
    except KeyboardInterrupt:
        return 0
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _make_ready() -> None:
    """Answer what every first page asks while the first browser still loads its scripts."""
    from streamlit import runtime  # noqa: PLC0415  see above

    end = time.monotonic() + _PATIENCE
    while not runtime.exists() and time.monotonic() < end:
        time.sleep(_PAUSE)

    from corridor.ui import cached  # noqa: PLC0415  its caches want a server that is there
    from corridor.ui.views import overview  # noqa: F401, PLC0415

    cached.summary(cached.options().default_filter())
    cached.findings(cached.report().date)
