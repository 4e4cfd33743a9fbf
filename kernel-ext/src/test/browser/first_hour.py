"""Goes a newcomer's first hour with a table of their own, in a real browser.

    python first_hour.py --prefix ~/.mist4j --out DIR

opens JupyterLab in its light and in its dark theme on a spreadsheet as people have them: semicolons, decimal commas,
words, missing cells, a name with a comma. Reads it, screens it, saves the picture and the figures, asks about one
column by name and about one that is not there, trains the shipped model on towards data of one kind and asks that model, looks up what a
call does, and exports the notebook as a page. Every
step must come, no cell may fail but the one that names a wrong column, whose error must be one that a reader
understands. Pictures of the notebooks and the page go to DIR, to be looked at.

Needs playwright (pip) and a Chromium; it uses a configuration of its own and no network.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

import nbformat
from look_at_card import FLAGS, jupyterlab, settings
from playwright.sync_api import sync_playwright

CELLS = (
    'Table homes = Mist.read("homes.csv");\nhomes',
    'Screening tells = Mist.screen(homes, "price");\ntells',
    'Pictures.of(tells).save(Path.of("price.png"));\nResults.of(tells).save(Path.of("price.csv"));',
    'Mist.estimate(homes, MissingCells.DROP_ROWS, "rooms", "price")',
    'Mist.compare(homes, MissingCells.DROP_ROWS, "size, m2", "price")',
    'MetaDistribution kind = MetaDistribution.of("kind", Families.named("regression")).withShapes(new Shapes(30, 300, 3, 0.5));\n'
    'Training mine = Mist.fineTune(kind, TrainingOptions.withDefaults().withDatasets(640), Path.of("mine.mist"));\nmine',
    'Mist.open(Path.of("mine.mist")).estimate(TableSample.of(homes, List.of("rooms"), List.of("price"), MissingCells.DROP_ROWS))',
    "System.out.println(Mist.help());",
)
WRONG = 'Mist.estimate(homes, "room", "price")'


class Missing(Exception):
    """A step that did not come."""


def spreadsheet(path):
    numbers = random.Random(2)
    lines = ['rooms;"size, m2";age;town;price']
    for row in range(300):
        rooms, age = numbers.randint(1, 7), numbers.randint(0, 90)
        size = 18 * rooms + numbers.gauss(0, 6)
        price = 3.1 * size - 0.4 * age + numbers.gauss(0, 20)
        cells = [rooms, f"{size:.1f}", "" if row % 29 == 3 else age, numbers.choice(("Bonn", "Köln", "Ulm")), f"{price:.2f}"]
        lines.append(";".join(str(cell).replace(".", ",") for cell in cells))
    path.write_text("\n".join(lines) + "\n", encoding="latin-1")


def expect(page, what, condition, argument=None, seconds=90):
    try:
        page.wait_for_function(condition, arg=argument, timeout=1000 * seconds)
    except Exception as fault:
        raise Missing(f"{what}: did not come within {seconds} s") from fault


def run_all(page, cells):
    page.locator(".jp-CodeCell").first.click()
    page.keyboard.press("Escape")
    for k in range(cells):
        page.keyboard.press("Shift+Enter")
        expect(
            page,
            f"cell {k + 1}",
            "k => /\\d/.test(document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')[k].innerText)",
            k,
            seconds=240,  # a training among them
        )


def errors(page):
    return page.locator(".jp-RenderedText[data-mime-type*=error]").all_inner_texts()


def go(page, folder, out, theme):
    run_all(page, len(CELLS))
    if errors(page):
        raise Missing(f"a cell failed: {errors(page)[0][:300]}")
    for words in ("decimal sign ','", "What each column alone says about", "rooms", "done with 640 of 640 datasets"):
        expect(page, words, "words => document.body.innerText.includes(words)", words)
    for name in ("price.png", "price.csv", "mine.mist"):
        if not (folder / name).stat().st_size:
            raise Missing(f"{name} is empty")
    page.screenshot(path=out / f"first-hour-{theme.lower()}.png", full_page=True)
    run_all_wrong = page.locator(".jp-CodeCell").nth(len(CELLS))
    run_all_wrong.click()
    page.keyboard.press("Shift+Enter")
    expect(page, "the refusal of a wrong name", "document.body.innerText.includes(\"did you mean 'rooms'\")")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(2000)


def tooltip(page, out):
    """Shift-Tab within the name of a call says what it does."""
    cell = page.locator(".jp-CodeCell .cm-content").nth(3)
    cell.click()
    page.keyboard.press("Control+Home")
    for _ in range(len("Mist.esti")):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Tab")
    expect(page, "the documentation of Mist.estimate", "document.querySelector('.jp-Tooltip')?.innerText.includes('mutual information')")
    page.screenshot(path=out / "shift-tab.png")
    page.keyboard.press("Escape")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="install.sh's prefix")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the pictures")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    prefix = arguments.prefix.resolve()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for theme in ("Light", "Dark"):
            with tempfile.TemporaryDirectory() as temporary:
                home = pathlib.Path(temporary)
                folder = home / "notebooks"
                folder.mkdir()
                spreadsheet(folder / "homes.csv")
                cells = [nbformat.v4.new_code_cell(source) for source in (*CELLS, WRONG)]
                kernel = {"name": "mist4j", "display_name": "Java (mist4j)", "language": "java"}
                notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
                nbformat.write(notebook, folder / "mine.ipynb")
                settings(home, theme)
                with jupyterlab(prefix, home, folder) as address:
                    page = browser.new_page(viewport={"width": 1100, "height": 1400})
                    page.goto(f"{address}/lab/tree/mine.ipynb?reset")
                    page.wait_for_selector(".jp-CodeCell", timeout=90_000)
                    page.wait_for_timeout(3000)
                    try:
                        go(page, folder, arguments.out, theme)
                        if theme == "Light":
                            tooltip(page, arguments.out)
                    except Missing as missing:
                        page.screenshot(path=arguments.out / "missing.png")
                        sys.exit(f"first_hour: {missing}")
                if theme == "Light":
                    command = [prefix / "venv/bin/python", "-m", "nbconvert", "--to", "html", folder / "mine.ipynb"]
                    environment = dict(os.environ, JUPYTER_CONFIG_DIR=str(home / "config"))
                    subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
                    exported = browser.new_page(viewport={"width": 1100, "height": 1400})
                    exported.goto(f"file://{folder}/mine.html")
                    for words in ("What each column alone says about", "done with 640 of 640 datasets"):
                        if words not in exported.inner_text("body"):
                            sys.exit(f"first_hour: the exported page lacks: {words}")
                    exported.screenshot(path=arguments.out / "exported.png", full_page=True)
        browser.close()
    print("a table read, screened, saved, asked; a model trained on and asked; a wrong name refused with a hint;")
    print("a call looked up; all exported; in both themes")


if __name__ == "__main__":
    main()
