"""Makes docs/images/brief.png from the demo's brief, in the system's Chromium: `make picture`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from secondsource import brief, render_html

__all__ = ["main"]

ROOT = Path(__file__).parent.parent
STORY = ROOT / "examples" / "echoed-interview.json"
PICTURE = ROOT / "docs" / "images" / "brief.png"
WIDTH, HEIGHT = 1100, 1400
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


def main() -> None:
    """Write the picture of the first screen."""
    from playwright.sync_api import sync_playwright

    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        sys.exit("no Chromium on this machine; install it, for example with `apt-get install chromium`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "brief.html"
        page_file.write_text(render_html(brief(STORY)), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--hide-scrollbars", *QUIET]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
