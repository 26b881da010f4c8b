"""mastodon_mock: a Mastodon server in small that others wrote (PyPI, MIT), with its faults."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.services.channels.api import Json
from app.services.channels.errors import ChannelError
from app.services.channels.http import Http
from tests.servers.processes import end, free_ports, program, until

FOLDER = Path(__file__).parents[2] / ".doubles"
"""Where `dev.py test` puts what doubles.lock names: an environment of its own."""

PYTHON = FOLDER / "bin" / "python"
CONFIG = """
[auth]
enforce_scopes = true
[[seed.accounts]]
username = "winkel"
display_name = "De Winkel"
access_token = "winkel-token"
[[seed.accounts]]
username = "anna"
display_name = "Anna"
access_token = "anna-token"
[[seed.accounts]]
username = "bert"
domain = "elders.example"
display_name = "Bert"
access_token = "bert-token"
"""


class MastodonDouble:
    """The double as people use it; winkel is ours, bert comes from another server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = Http(lambda: datetime.now(UTC))

    def close(self) -> None:
        self._http.close()

    def ask(self, who: str, method: str, path: str, **more: Any) -> Any:
        """Ask as somebody."""
        url = f"{self.url}{path}"
        return self._http.request(method, url, token=f"{who}-token", **more).json()

    def write(self, who: str, text: str, **more: Json) -> Any:
        """Let somebody write."""
        return self.ask(who, "POST", "/api/v1/statuses", body={"status": text, **more})

    def fail(self, method: str, path: str, **effect: Json) -> None:
        """Let the next request of this kind fail."""
        match = {"method": method, "path": path}
        rule: Json = {"match": match, "effect": effect, "count": 1}
        self._http.request("POST", f"{self.url}/api/v1/_mock/faults", body=rule)

    def is_up(self) -> bool:
        try:
            self._http.request("GET", f"{self.url}/api/v2/instance")
        except ChannelError:
            return False
        return True


@contextmanager
def running(folder: Path) -> Iterator[MastodonDouble]:
    """Start the double, which keeps everything in memory."""
    config, (port,) = folder / "double.toml", free_ports(1)
    config.write_text(CONFIG)
    module = [str(PYTHON), "-m", "mastodon_mock", "serve", "--config", str(config), "--in-memory"]
    # As ourselves, since no other user may be able to read the environment; not longer than we.
    ours = [program("setpriv", "util-linux"), "--pdeathsig", "KILL", "--"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*ours, *module, *where],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    double = MastodonDouble(f"http://127.0.0.1:{port}")
    try:
        until(double.is_up, "the start of mastodon_mock", pause=0.1)
        yield double
    finally:
        double.close()
        end(process)
