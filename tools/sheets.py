"""Contact sheets of all content for `make gallery`: places, things, hair, faces, actions, looks. A tile made before by
the same content is kept in build/tiles, so that a run that was stopped goes on."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import filmwright
from filmwright import line, registry, settings
from filmwright.cli import show
from filmwright.content.offers import offered
from filmwright.finish.grade import graded
from filmwright.reading.check import EXPRESSIONS
from filmwright.reading.read import read
from filmwright.spec.shot import Look
from filmwright.values import digest

TILE = (320, 180)
TILES = Path(__file__).parent.parent / "build" / "tiles"
LABEL_PX = 18
SHEETS = {"places": 6, "vehicles": 4, "props": 8, "animals": 6, "hair": 6, "faces": 5, "actions": 6}
"""Sheet: its columns."""
_PACKAGES = {"places": "environments"}
_HAIR = {
    "afro": "man with an afro", "bald": "bald man", "bob": "woman with a black bob cut", "braid": "woman with a blond braid",
    "bun": "woman with a brown bun", "crew_cut": "man with a black crew cut", "curly": "woman with curly black hair",
    "dreadlocks": "man with dreadlocks", "long": "woman with long brown hair", "mohawk": "man with a green mohawk",
    "pigtails": "girl with red pigtails", "pixie": "woman with a blond pixie cut", "ponytail": "woman with a blond ponytail",
    "shaved": "man with a shaved head", "short": "man with short brown hair", "tonsure": "old man with a tonsure",
    "wavy": "woman with wavy red hair",
}  # fmt: skip


def prompts(name: str) -> dict[str, str]:
    """What each tile of a sheet shows, and the sentence that makes it."""
    names = registry.names(f"filmwright.content.{_PACKAGES.get(name, name)}") if name != "faces" else EXPRESSIONS
    if name == "hair":
        return {item: f"a {_HAIR.get(item, f'woman with {item} hair')} in a park, medium close-up" for item in names}
    if name == "faces":
        who = ("woman", "old man", "young man", "old woman", "girl")
        found = {item: f"a {item.replace('_', ' ')} {who[n % 5]} in a museum, close-up" for n, item in enumerate(names)}
        return found | {"determined": "a woman with a determined look in a museum, close-up"}
    if name == "actions":
        return {item: registry.find("filmwright.content.actions", item).EXAMPLE for item in names}
    return {item: f"a {item.replace('_', ' ')}" for item in names}


def make(name: str, folder: Path) -> Path:
    """One sheet, by name ("looks" or one of SHEETS), as a JPEG in the folder; its path."""
    if name == "looks":
        tiles, columns = _looks(folder), 6
    else:
        columns = SHEETS[name]
        tiles = {item: _rendered(f"{name}-{item}", prompt) for item, prompt in prompts(name).items()}
    path = folder / f"{name}.jpg"
    _laid_out(tiles, columns).save(path, quality=82)
    return path


def _rendered(name: str, prompt: str) -> Image.Image:
    """What a sentence gives, at the size of a tile."""
    TILES.mkdir(parents=True, exist_ok=True)
    path = TILES / f"{name}-{_content()}.png"
    if not path.exists():
        film, ledger = read(prompt, size=TILE, seed=7)
        with show.progress(False) as emit:
            line.still(line.Order(film, ledger, "cycles", "draft"), 0.5, path, settings.load(), emit)
    return Image.open(path).convert("RGB")


@cache
def _content() -> str:
    """Digest of all that decides what a tile shows: our source and data."""
    root = Path(filmwright.__file__).parent
    files = sorted(p for end in ("*.py", "*.toml") for p in root.rglob(end))
    return digest(*(p.read_bytes() for p in files))[:12]


def _looks(folder: Path) -> dict[str, Image.Image]:
    """Every look on two of the README's stills, side by side."""
    stills = [Image.open(folder / f"{still}.jpg").convert("RGB").resize(TILE) for still in ("valley", "street")]
    out = {}
    for name in offered("style"):
        for number, still in enumerate(stills):
            picture = np.asarray(still, np.float32) / 255
            out[f"{name} {number}" if number else name] = Image.fromarray(
                next(graded([picture], Look(style=name), seed=7))
            )
    return out


def _laid_out(tiles: dict[str, Image.Image], columns: int) -> Image.Image:
    """The tiles in rows, their names below them."""
    rows = math.ceil(len(tiles) / columns)
    sheet = Image.new("RGB", (columns * TILE[0], rows * (TILE[1] + LABEL_PX)), (24, 24, 26))
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(13)
    for index, (name, tile) in enumerate(tiles.items()):
        x, y = index % columns * TILE[0], index // columns * (TILE[1] + LABEL_PX)
        sheet.paste(tile, (x, y))
        draw.text((x + 6, y + TILE[1] + 2), name.removesuffix(" 1").replace("_", " "), fill=(210, 210, 205), font=font)
    return sheet
