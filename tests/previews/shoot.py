"""Takes a picture of a page with the Chromium of this machine."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=4000",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture that is wanted: where it goes, and how many pixels it has."""

    picture: Path
    width: int
    height: int


def browser() -> str | None:
    """Where Chromium is, if it is there."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


async def shoot_page(address: str, frame: Frame) -> None:
    """Write a picture of what an address shows; raises RuntimeError where that fails."""
    program = browser()
    if program is None:
        raise RuntimeError("Chromium is not installed. Run: apt-get install chromium")
    frame.picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        process = await asyncio.create_subprocess_exec(
            program,
            *_FLAGS,
            f"--user-data-dir={profile}",
            f"--window-size={frame.width},{frame.height}",
            f"--screenshot={frame.picture.resolve()}",
            address,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        await process.wait()
    if not frame.picture.exists():
        raise RuntimeError(f"Chromium made no picture {frame.picture.name}")
