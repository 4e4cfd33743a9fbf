"""Executes notebooks cell by cell, as a user would, and keeps what they show.

    python execute.py --out DIR NOTEBOOK...

writes DIR/NAME.ipynb and the page DIR/NAME.html for each notebook and prints the time it took and
the first estimate in it. An error in any cell ends this with status 1; the notebook is saved up to
there. The notebooks themselves stay as they are.

    python execute.py --in-place NOTEBOOK...

stores what they show in the notebooks themselves instead, where every cell has come to its end: for
those of the repository, after a change that their pictures and numbers show.

Needs nbclient and nbconvert.
"""

import argparse
import pathlib
import re
import sys
import time

import nbclient
import nbconvert
import nbformat

ESTIMATE = re.compile(r"^-?\d+(\.\d+)? (nats|bits)\b")


def first_estimate(notebook):
    """The first result that begins like '0.534 nats', as one line; None where there is none."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            line = output.get("data", {}).get("text/plain", "").strip()
            if ESTIMATE.match(line):
                return " ".join(line.split())
    return None


def execute(path, out, kernel):
    """Executes a notebook into a folder; into itself where there is none."""
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=600,
        startup_timeout=120,
        coalesce_streams=True,  # what is printed in pieces stands in one
        record_timing=False,  # else every run is another file
        resources={"metadata": {"path": str(path.parent)}},
    )
    start = time.monotonic()
    try:
        client.execute()
    finally:
        if out:
            nbformat.write(notebook, out / path.name)
    if out:
        page, _ = nbconvert.HTMLExporter().from_notebook_node(
            notebook, resources={"metadata": {"name": path.stem}}
        )
        (out / path.stem).with_suffix(".html").write_text(page, encoding="utf-8")
    else:
        nbformat.write(notebook, path)
    print(f"{path.name}: {len(notebook.cells)} cells, {time.monotonic() - start:.0f} s", flush=True)
    estimate = first_estimate(notebook)
    if estimate:
        print(f"estimate: {estimate}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=pathlib.Path, help="folder for the results")
    where.add_argument("--in-place", action="store_true", help="store them in the notebooks")
    parser.add_argument("--kernel", default="mist4j", help="the kernel to run them with")
    parser.add_argument("notebooks", type=pathlib.Path, nargs="+", metavar="NOTEBOOK")
    arguments = parser.parse_args()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    for path in arguments.notebooks:
        try:
            execute(path.resolve(), arguments.out, arguments.kernel)
        except nbclient.exceptions.CellExecutionError as error:
            sys.exit(f"{path.name} failed:\n{error}")
        except (nbclient.exceptions.DeadKernelError, RuntimeError) as error:
            sys.exit(f"{path.name} failed: {error}; its kernel's first words are above")


if __name__ == "__main__":
    main()
