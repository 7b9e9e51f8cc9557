"""Every command and every Python block of the documentation runs, and says what the page says.

A ``console`` block holds commands after ``$`` and what they print; ``...`` stands for any text.
Blocks of one page run one after the other in one folder that holds the bundled examples.
``sh`` blocks are for what no test can do on any machine: install, clone, and our own make targets.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UNTESTED = re.compile(r"(git clone|cd|pip install|python3? -m venv|source|export|make) ?")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: Path
    language: str
    text: str
    line: int


def blocks(*languages: str) -> list[Block]:
    return [
        Block(page, match[1], match[2], text.count("\n", 0, match.start()) + 1)
        for page, text in ((page, page.read_text(encoding="utf-8")) for page in PAGES)
        for match in FENCE.finditer(text)
        if match[1] in languages
    ]


def pages_with(*languages: str) -> list[Path]:
    return list(dict.fromkeys(block.page for block in blocks(*languages)))


def _name(value: object) -> str:
    if isinstance(value, Block):
        return f"{value.page.relative_to(ROOT)}:{value.line}"
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else ""


@pytest.mark.parametrize("page", pages_with("console", "python"), ids=_name)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks("console", "python"):
        if block.page == page:
            _run_console(block, tmp_path) if block.language == "console" else _run_python(block, tmp_path)


def _run_console(block: Block, folder: Path) -> None:
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, expected = _command(part)
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=os.environ
            | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "100"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        where = f"{_name(block)}: $ {command}"
        assert done.returncode in (0, 3), f"{where}\n{done.stdout}"
        if expected.strip():
            wanted = ".*?".join(re.escape(piece) for piece in expected.strip().split("..."))
            assert re.fullmatch(wanted, done.stdout.strip(), re.DOTALL), f"{where}\n{done.stdout}"


def _command(text: str) -> tuple[str, str]:
    """Split what follows a ``$`` into the command, with its continuation lines or here-document, and the rest."""
    command, _, rest = text.partition("\n")
    while command.endswith("\\"):
        more, _, rest = rest.partition("\n")
        command = command[:-1] + more
    if end := re.search(r"<<'(\w+)'", command):
        document, _, rest = rest.partition(f"\n{end[1]}\n")
        command = f"{command}\n{document}\n{end[1]}\n"
    return command, rest


def _run_python(block: Block, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block.text],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{_name(block)}\n{done.stderr}"


@pytest.mark.parametrize("block", blocks("sh"), ids=_name)
def test_untested_commands_are_only_those_that_install_or_make(block: Block) -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for line in block.text.splitlines():
        command = line.partition("#")[0].strip()
        assert not command or UNTESTED.match(command), f"{_name(block)}: test {command!r} in a console block"
        if command.startswith("make "):
            assert command.split()[1] in targets


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_fences_name_a_language_that_is_checked_or_shown(page: Path) -> None:
    languages = re.findall(r"^```(\S+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(languages) <= {"console", "python", "sh", "json", "text", "toml", "csv"}
