"""Goes a user's way in a real browser: an estimate, a training that moves, the stop button.

    python train_live.py --prefix ~/.mist4j --out DIR

opens JupyterLab on the installed kernel, runs a cell and sees the card, starts a training, sees its
chart change, presses stop, sees the result of the cell, that the next cell still runs, and that a click
on a heading sorts a table. Pictures of every stage go to DIR. Ends with status 1 and a sentence where a stage does not come.

Needs playwright (pip) and a Chromium; it uses a configuration of its own and no network.
"""

import argparse
import pathlib
import shutil
import signal
import sys
import tempfile

import nbformat
from look_at_card import FLAGS, jupyterlab, settings
from playwright.sync_api import sync_playwright

ESTIMATE = "Mist.estimate(new Normal(Dispersion.dense(2, 1, 0.5)).sample(200, new SplittableRandom(1)))"
TRAINING = """MetaDistribution small = MetaDistribution.of("small", Families.named("multi_normal-dense"))
    .withShapes(new Shapes(20, 60, 2, 0.5));
Path file = Files.createTempDirectory("mist").resolve("small.mist");
Training training = Mist.train(small, TrainingOptions.withDefaults().withMinutes(5), file);
training"""
AFTERWARDS = "training.estimator().estimate(new Normal(Dispersion.dense(1, 1, 0.5)).sample(50, new SplittableRandom(1))).method()"
COURT = "Mist.evaluate(EvaluationData.of(small, 20, 1), new Ksg(), new GaussianCopula())"
BIASES = "[...document.querySelectorAll('details tbody tr')].map(row => parseFloat(row.cells[6].textContent))"
CHART = "img[alt^='Training on']"


class Missing(Exception):
    """A stage that did not come."""


def expect(page, what, condition, argument=None, seconds=90):
    try:
        page.wait_for_function(condition, arg=argument, timeout=1000 * seconds)
    except Exception as fault:
        raise Missing(f"{what}: did not come within {seconds} s") from fault


def notebook(folder):
    cells = [nbformat.v4.new_code_cell(source) for source in (ESTIMATE, TRAINING, AFTERWARDS, COURT)]
    kernel = {"kernelspec": {"name": "mist4j", "display_name": "Java (mist4j)", "language": "java"}}
    path = folder / "live.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    return path


def run_next(page):
    """Runs the selected cell and selects the one below."""
    page.keyboard.press("Shift+Enter")


def go(page, out):
    page.locator(".jp-CodeCell").first.click()
    page.keyboard.press("Escape")
    run_next(page)
    expect(page, "the card of an estimate", "document.querySelector('.mist-card img') !== null")
    page.screenshot(path=out / "1-estimate.png")

    run_next(page)
    expect(page, "the chart of the training", f'document.querySelector("{CHART}") !== null')
    for k in (1, 2):
        before = page.locator(CHART).first.get_attribute("src")
        expect(
            page,
            f"change {k} of the chart",
            f'before => document.querySelector("{CHART}").src !== before',
            before,
        )
    page.screenshot(path=out / "2-training.png")

    page.locator("jp-button[data-command='notebook:interrupt-kernel'], button[data-command='notebook:interrupt-kernel']").first.click()
    expect(page, "the result after stop", "document.body.innerText.includes('stopped after')")
    page.screenshot(path=out / "3-stopped.png")

    run_next(page)
    expect(
        page,
        "the cell after the training",
        "[...document.querySelectorAll('.jp-OutputArea-output')].some(o => o.innerText.trim() === 'mist')",
    )

    run_next(page)
    expect(page, "the table of an evaluation", "document.querySelector('details th') !== null")
    page.evaluate("document.querySelector('details').open = true")
    for falls in (True, False):
        page.locator("details th", has_text="bias").click()
        biases = page.evaluate(BIASES)
        if len(biases) < 2 or biases != sorted(biases, reverse=falls):
            raise Missing(f"a click on a heading: the table is not sorted, {biases}")
    page.screenshot(path=out / "4-sorted.png")
    errors = page.locator(".jp-RenderedText[data-mime-type*=error]").all_inner_texts()
    if errors:
        raise Missing(f"a cell failed: {errors[0][:300]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="install.sh's prefix")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the pictures")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    # A background job ignores interrupts, and so would the kernel that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        home = pathlib.Path(temporary)
        folder = home / "notebooks"
        folder.mkdir()
        path = notebook(folder)
        settings(home, "Light")
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with jupyterlab(arguments.prefix.resolve(), home, folder) as address:
            page = browser.new_page(viewport={"width": 1000, "height": 1300})
            page.goto(f"{address}/lab/tree/{path.name}?reset")
            page.wait_for_selector(".jp-CodeCell", timeout=90_000)
            page.wait_for_timeout(3000)
            try:
                go(page, arguments.out)
            except Missing as missing:
                page.screenshot(path=arguments.out / "missing.png")
                sys.exit(f"train_live: {missing}")
        browser.close()
    print("an estimate, a training that moved, stop, its result, the next cell and a sorted table: all seen")


if __name__ == "__main__":
    main()
