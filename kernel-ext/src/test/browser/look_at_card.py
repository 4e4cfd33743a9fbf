"""Takes pictures of a notebook's cards in JupyterLab, in its light and its dark theme.

    python look_at_card.py --prefix ~/.mist4j --out DIR [NOTEBOOK]

The notebook (by default the first one) is opened twice in each theme: as somebody else's, whose
outputs JupyterLab does not trust and strips, and after running all of its cells. Every picture is
DIR/THEME-STATE.png; DIR/THEME-STATE-card-K.png are the cards. Ends with status 1 where a cell fails,
no card is shown or a card's picture is missing. The pictures are for looking at.

Needs playwright (pip) and a Chromium; it uses a configuration of its own and no network.
"""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NOTEBOOKS = pathlib.Path(__file__).resolve().parents[4] / "notebooks"
SHOWN = "images => images.every(i => i.complete && i.naturalWidth > 0)"


def settings(home, theme):
    """JupyterLab's settings: the theme, and no questions about news."""
    folder = home / "config/lab/user-settings/@jupyterlab/apputils-extension"
    folder.mkdir(parents=True, exist_ok=True)
    chosen = {
        "themes": {"theme": f"JupyterLab {theme}"},
        "notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    for name, values in chosen.items():
        (folder / f"{name}.jupyterlab-settings").write_text(json.dumps(values))


@contextlib.contextmanager
def jupyterlab(prefix, home, folder):
    """A running server; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = dict(
        os.environ,
        JUPYTER_CONFIG_DIR=str(home / "config"),
        JUPYTER_DATA_DIR=str(home / "data"),
        JUPYTER_RUNTIME_DIR=str(home / "runtime"),
        JUPYTER_PREFER_ENV_PATH="1",
    )
    command = [prefix / "bin/jupyter-lab", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", folder]
    with open(home / "server.log", "w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            with contextlib.suppress(urllib.error.URLError):
                urllib.request.urlopen(address + "/api/status")
                break
            time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait()


def take(page, out, name):
    """The notebook's first window and every card; a list of complaints."""
    cards = page.locator(".mist-card")
    complaints = []
    for k in range(cards.count()):
        cards.nth(k).scroll_into_view_if_needed()
        if not cards.nth(k).locator("img").evaluate_all(SHOWN):
            complaints.append(f"{name}: the picture of card {k} is missing")
        cards.nth(k).screenshot(path=out / f"{name}-card-{k}.png")
    if cards.count() == 0:
        complaints.append(f"{name}: no card")
    else:
        cards.first.scroll_into_view_if_needed()
    page.screenshot(path=out / f"{name}.png")
    return complaints


def run_all(page):
    """Runs all cells and waits for the last; a list of complaints."""
    page.get_by_text("Run", exact=True).first.click()
    page.get_by_text("Run All Cells", exact=True).click()
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
    page.wait_for_timeout(1000)
    for _ in range(240):
        texts = prompts.all_inner_texts()
        if texts and all(t.strip("[]:") not in ("*", " ", "") for t in texts):
            break
        page.wait_for_timeout(500)
    errors = page.locator(".jp-RenderedText[data-mime-type*=error]").all_inner_texts()
    return [f"a cell failed: {e[:300]}" for e in errors]


def look(prefix, notebook, out):
    complaints = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        home = pathlib.Path(temporary)
        folder = home / "notebooks"
        shutil.copytree(NOTEBOOKS, folder)
        shutil.copy(notebook, folder)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        for theme in ("Light", "Dark"):
            settings(home, theme)
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            with jupyterlab(prefix, home, folder) as address:
                page = browser.new_page(viewport={"width": 1100, "height": 1400})
                page.goto(f"{address}/lab/tree/{notebook.name}?reset")
                page.wait_for_selector(".jp-CodeCell", timeout=90_000)
                page.wait_for_timeout(3000)
                if page.locator(".mist-card").count():
                    complaints += take(page, out, f"{theme}-untrusted".lower())
                complaints += run_all(page)
                complaints += take(page, out, f"{theme}-run".lower())
            browser.close()
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="install.sh's prefix")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the pictures")
    first = NOTEBOOKS / "01-quick-check.ipynb"
    parser.add_argument("notebook", type=pathlib.Path, nargs="?", default=first)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    complaints = look(arguments.prefix.resolve(), arguments.notebook, arguments.out)
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
