"""Starting the real servers of the tests: free ports, an unprivileged user, an end to each."""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

SERVER_USER = "nobody"


def free_ports(count: int) -> list[int]:
    """Return TCP ports of 127.0.0.1 that nothing listened on a moment ago."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def program(name: str, package: str) -> str:
    """Return the path of a server program, or fail with the Debian package that holds it."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if not found:
        raise RuntimeError(
            f"The tests need {name}: install it with `apt-get install {package}` "
            "(`python3 dev.py setup` does so)."
        )
    return found


def account() -> tuple[str, str]:
    """Return the user and group that the servers run as: nobody when we are root."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(SERVER_USER)
        return SERVER_USER, grp.getgrgid(user.pw_gid).gr_name
    return pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name


def unprivileged(command: Sequence[str]) -> list[str]:
    """Return the command as it runs without root's rights, and not longer than the test does.

    The kernel ends it with the thread that starts it: start servers on the main thread.
    """
    drop = [program("setpriv", "util-linux"), "--pdeathsig", "KILL"]
    if os.geteuid() == 0:
        group = pwd.getpwnam(SERVER_USER).pw_gid
        drop += [f"--reuid={SERVER_USER}", f"--regid={group}", "--clear-groups"]
    return [*drop, "--", *command]


def hand_over(folder: Path) -> None:
    """Give a folder and all in it to the user that the servers run as."""
    if os.geteuid() != 0:
        return
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, *account())


def until(ready: Callable[[], bool], what: str, seconds: float = 60.0, pause: float = 0.01) -> None:
    """Wait until `ready`, or fail saying what did not happen."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not happen in {seconds} s")
        time.sleep(pause)


def greets(port: int) -> bool:
    """Say whether a server on this port sends its first line."""
    try:
        with socket.create_connection(("127.0.0.1", port), 2) as each:
            return bool(each.recv(64))
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """Return the process ids of the direct children of a process (Linux)."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        texts = [(task / "children").read_text() for task in tasks]
    except FileNotFoundError:
        return []
    return [int(word) for text in texts for word in text.split()]


def descendants(pid: int) -> list[int]:
    """Return the process ids below a process, at any depth."""
    below = children(pid)
    return below + [each for child in below for each in descendants(child)]


def name_of(pid: int) -> str:
    """Return the short name of a process, "" when it is gone."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except FileNotFoundError:
        return ""


def send_signal(pids: Sequence[int], number: signal.Signals) -> None:
    """Send a signal to processes of ours that may just have ended."""
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def session_of(leader: int) -> list[int]:
    """Return the living processes of the session that a process of ours leads."""
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                state, _, _, session = (path / "stat").read_text().rpartition(")")[2].split()[:4]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(session) == leader and state != "Z":
                found.append(int(path.name))
    return found


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process of ours and everything it started, without waiting for its goodbyes."""
    below = [process.pid, *descendants(process.pid)]
    send_signal(below, signal.SIGKILL)
    process.wait(30)

    def gone() -> bool:
        left = session_of(process.pid)
        send_signal(left, signal.SIGKILL)
        return not left

    until(gone, "the end of a server's processes")
