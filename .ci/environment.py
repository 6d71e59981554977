"""Make .venv and node_modules from the locks; `make` calls it, two at once wait for each other.

Nothing but Python's own library is there yet.
"""

import fcntl
import os
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READY = ROOT / ".venv/.ready"
LOCKS = ("constraints.txt", "pyproject.toml", "package-lock.json")


def run(*command: str) -> None:
    """Run a step, with the environment's programs first."""
    path = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=True)


def locks() -> str:
    """What the environment is made from: Python, the locks, and this very script."""
    found = sha256(sys.version.encode())
    for name in (*LOCKS, ".ci/environment.py"):
        found.update((ROOT / name).read_bytes())
    return found.hexdigest()


def is_ready() -> bool:
    """Whether the environment was made from the locks as they are."""
    return READY.is_file() and READY.read_text() == locks()


def main() -> int:
    """Make what is missing; say what to do where that cannot work."""
    if sys.version_info < (3, 11):
        print("optguide needs Python 3.11 or later: make PYTHON=python3.11 …")
        return 1
    (ROOT / ".venv").mkdir(exist_ok=True)
    with (ROOT / ".venv/.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_ready():
            READY.touch()  # make looks at times
            return 0
        print("environment: Python's packages (a minute or two, 2 GB) …", flush=True)
        venv.create(ROOT / ".venv", with_pip=True, symlinks=True)
        pip = (".venv/bin/pip", "install", "--quiet", "--disable-pip-version-check")
        try:
            run(*pip, "--constraint", "constraints.txt", "--editable", ".[site,dev]")
            print("environment: KaTeX, axe and the HTML validator …", flush=True)
            run("npm", "ci", "--silent")
        except subprocess.CalledProcessError as failed:
            print(f"environment: {' '.join(failed.cmd)} failed; run make again")
            return 1
        READY.write_text(locks())
    return 0


if __name__ == "__main__":
    sys.exit(main())
