"""Times a newcomer's way: install, open, an own CSV file, an own estimator trained, its calibration seen.

    python newcomer.py --out DIR [--prefix DIR]

installs into a folder of its own unless a prefix is given, opens JupyterLab in a browser, and runs what
the last section of the first notebook shows, with a CSV file of its own. Prints the seconds of every stage
and of all; a picture of the end goes to DIR. Ends with status 1 where a stage fails or all of it takes more
than fifteen minutes. (What a newcomer takes to read and type is not counted.)

Needs playwright (pip) and a Chromium.
"""

import argparse
import json
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import nbformat
from look_at_card import FLAGS, NOTEBOOKS, jupyterlab, settings
from playwright.sync_api import sync_playwright

MOST = 15 * 60  # seconds


def snippets():
    """The code in the last section of the first notebook."""
    cells = json.loads((NOTEBOOKS / "01-quick-check.ipynb").read_text())["cells"]
    return re.findall(r"```java\n(.*?)```", "".join(cells[-1]["source"]), re.DOTALL)


def own_csv(path):
    numbers = random.Random(1)
    lines = ["rooms,age,price"]
    for _ in range(300):
        rooms, age = numbers.randint(1, 7), numbers.randint(0, 90)
        lines.append(f"{rooms},{age},{80_000 * rooms - 900 * age + numbers.gauss(0, 40_000):.0f}")
    path.write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the picture")
    parser.add_argument("--prefix", type=pathlib.Path, help="an installation, instead of a new one")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    begin = time.monotonic()
    last = begin

    def stage(name):
        nonlocal last
        now = time.monotonic()
        print(f"{name:32s}{now - last:7.1f} s", flush=True)
        last = now

    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        home = pathlib.Path(temporary)
        prefix = arguments.prefix
        if prefix is None:
            prefix = home / "prefix"
            command = [NOTEBOOKS.parent / "install.sh", "--prefix", prefix, "--no-register"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            stage("install")
        folder = home / "notebooks"
        folder.mkdir()
        own_csv(folder / "homes.csv")
        cells = [nbformat.v4.new_code_cell(source) for source in snippets()]
        kernel = {"name": "mist4j", "display_name": "Java (mist4j)", "language": "java"}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, folder / "mine.ipynb")
        settings(home, "Light")
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with jupyterlab(prefix.resolve(), home, folder) as address:
            page = browser.new_page(viewport={"width": 1000, "height": 1300})
            page.goto(f"{address}/lab/tree/mine.ipynb?reset")
            page.wait_for_selector(".jp-CodeCell", timeout=90_000)
            page.wait_for_timeout(3000)
            page.locator(".jp-CodeCell").first.click()
            page.keyboard.press("Escape")
            stage("open")
            for k, name in enumerate(("estimate of the CSV file", "training", "calibration")):
                page.keyboard.press("Shift+Enter")
                page.wait_for_function(
                    "k => /\\d/.test(document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')[k].innerText)",
                    arg=k,
                    timeout=200_000,
                )
                stage(name)
            page.wait_for_timeout(1000)
            page.screenshot(path=arguments.out / "newcomer.png")
            errors = page.locator(".jp-RenderedText[data-mime-type*=error]").all_inner_texts()
            if errors:
                sys.exit(f"newcomer: a cell failed: {errors[0][:300]}")
        browser.close()
    print(f"{'all':32s}{last - begin:7.1f} s")
    if last - begin > MOST:
        sys.exit("newcomer: it took more than fifteen minutes")


if __name__ == "__main__":
    main()
