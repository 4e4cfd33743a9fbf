"""Runs the snippets of pages, as a reader would who copies them.

    PREFIX/venv/bin/python docs/run_snippets.py --prefix PREFIX README.md docs/*.md

Every block that opens with ```sh or ```java is run, unless the line before it is an HTML comment
that begins with "<!-- not run:" and says why. Blocks of other kinds (```text, ```xml) are only
shown. Each page has a copy of the project's files for itself:

  ```sh    runs there with bash, the command line on its PATH; it stops at the first command that fails
  ```java  is a cell of the notebook kernel, in the folder notebooks; a page is one session. A block
           with a main method is a program instead: a file, run with the library on its classpath

Prints the time of every page. Where a block fails it prints page, line and output and ends with 1.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from jupyter_client.manager import start_new_kernel

TIMEOUT = 300  # seconds of a block; what takes longer is not a snippet
NOT_RUN = "<!-- not run:"
NOT_COPIED = shutil.ignore_patterns("target", ".git", ".ipynb_checkpoints", "__pycache__")


class Failed(Exception):
    pass


def blocks(text):
    """The (line, kind, code, run) of every sh and java block; line numbers start at 1."""
    found, opened, before = [], None, ""
    for number, line in enumerate(text.splitlines(), 1):
        fence = re.match(r"\s*```(.*)", line)
        if fence and opened is None:
            opened = (number, fence[1].strip(), [], not before.strip().startswith(NOT_RUN))
        elif fence:
            start, kind, code, run = opened
            if kind in ("sh", "java"):
                found.append((start, kind, "\n".join(code), run))
            opened = None
        elif opened is not None:
            opened[2].append(line)
        before = line
    return found


class Page:
    """What the blocks of one page share: a copy of the project and a kernel."""

    def __init__(self, prefix, project, folder):
        self.prefix, self.folder = prefix, folder
        self.manager = self.client = None
        shutil.copytree(project, folder, ignore=NOT_COPIED)
        self.environment = dict(os.environ, JUPYTER_PREFER_ENV_PATH="1")
        self.environment["PATH"] = f"{prefix / 'bin'}{os.pathsep}{os.environ['PATH']}"

    def command(self, words, code=None):
        try:
            done = subprocess.run(
                words,
                input=code,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                cwd=self.folder,
                env=self.environment,
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired as error:
            raise Failed(f"it took more than {TIMEOUT} s") from error
        if done.returncode != 0:
            raise Failed(f"{done.stdout}exit status {done.returncode}")

    def shell(self, code):
        script = self.folder / "snippet.sh"  # a file: its commands may read standard input
        script.write_text(code + "\n", encoding="utf-8")
        self.command(["bash", "-euo", "pipefail", script.name], "")

    def program(self, code):
        name = re.search(r"class (\w+)", code)[1]
        (self.folder / f"{name}.java").write_text(code, encoding="utf-8")
        self.command(["java", "-cp", f"{self.prefix / 'lib'}/*", f"{name}.java"], "")

    def cell(self, code):
        if self.client is None:
            self.manager, self.client = start_new_kernel(
                kernel_name="mist4j",
                startup_timeout=120,
                cwd=str(self.folder / "notebooks"),
                env=self.environment,
            )
        outputs = []
        try:
            reply = self.client.execute_interactive(
                code, timeout=TIMEOUT, allow_stdin=False, output_hook=outputs.append
            )
        except RuntimeError as error:  # its process is gone
            raise Failed(f"the kernel died: {error}") from error
        except TimeoutError as error:
            self.manager.interrupt_kernel()
            raise Failed(f"it took more than {TIMEOUT} s") from error
        if reply["content"]["status"] != "ok":
            errors = [o["content"] for o in outputs if o["msg_type"] == "error"]
            lines = "\n".join(line for error in errors for line in error["traceback"])
            raise Failed(re.sub("\x1b\\[[0-9;]*m", "", lines))  # without its colours

    def run(self, kind, code):
        if kind == "sh":
            self.shell(code)
        elif "static void main(" in code:
            self.program(code)
        else:
            self.cell(code)

    def close(self):
        if self.client is not None:
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)


def run(path, prefix, project):
    """The number of failures of a page."""
    failures, start = 0, time.monotonic()
    found = blocks(path.read_text(encoding="utf-8"))
    todo = [block for block in found if block[3]]
    if todo:
        with tempfile.TemporaryDirectory(prefix="mist4j-snippets.") as scratch:
            page = Page(prefix, project, pathlib.Path(scratch) / "mist4j")
            try:
                for line, kind, code, _ in todo:
                    try:
                        page.run(kind, code)
                    except Failed as failure:
                        failures += 1
                        print(f"{path}:{line}: this fails:\n{code}\n{failure}", flush=True)
            finally:
                page.close()
    seconds = time.monotonic() - start
    print(f"{path}: {len(todo)} of {len(found)} snippets run, {seconds:.0f} s", flush=True)
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="an installation")
    parser.add_argument("pages", type=pathlib.Path, nargs="+", metavar="PAGE")
    arguments = parser.parse_args()
    project = pathlib.Path(__file__).resolve().parent.parent
    failures = sum(run(path, arguments.prefix.resolve(), project) for path in arguments.pages)
    if failures:
        sys.exit(f"{failures} snippets fail")


if __name__ == "__main__":
    main()
