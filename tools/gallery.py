"""`make gallery`: the README's pictures, made by the current code. Each is a prompt; the picture is what it gives.

usage: gallery.py [NAME …]   (without names: all)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools import sheets

from filmwright import line, settings
from filmwright.cli import show
from filmwright.reading.read import read

FOLDER = Path(__file__).parent.parent / "docs" / "gallery"
SIZE = (960, 540)

# name: prompt, when in the film (0..1), seed
STILLS = {
    "valley": (
        "A woman in a red coat and black boots walks through a snowy pine forest at golden hour, slow dolly in, 35mm",
        0.6,
        7,
    ),
    "street": (
        "A woman in a black leather jacket, a long red dress and black boots walks down a neon city street at night",
        0.6,
        7,
    ),
    "cafe": ("A woman in a green sweater sits in a cafe in the morning, medium shot", 0.5, 11),
    "beach": (
        "Un vieil homme en pull bleu marche sur la plage au coucher du soleil, la caméra le suit",
        0.5,
        7,
    ),
    "snowfall": (
        "An old woman in a blue coat and a yellow scarf stands in a snowy pine forest in falling snow, medium shot",
        0.5,
        5,
    ),
    "zebra": ("A zebra walks across the savanna at sunset", 0.6, 7),
    "bicycle": ("A red bicycle", 0.5, 7),
    "breakfast": ("A white cup on the left of a pink donut", 0.5, 7),
    "library": ("An old man in glasses and a gray sweater stands in a library in the morning, medium close-up", 0.5, 7),
    "rider": ("A woman in a blue shirt rides a white horse on the beach at golden hour", 0.8, 7),
    "mars": ("An astronaut walks on Mars at sunset, wide shot", 0.6, 7),
    "village": ("A woman in a blue dress walks through a village street", 0.6, 7),
    "harbor": ("A blue boat sails into a harbor in the morning", 0.6, 7),
    "guitar": ("A young man in a blue shirt plays the guitar in a living room", 0.5, 7),
    "reef": ("A sea turtle swims over a coral reef", 0.5, 7),
    "panda": ("A panda drinking coffee in a cafe in Paris", 0.5, 7),
    "corgi": ("A cute happy Corgi playing in park, sunset", 0.25, 7),
    "storm": ("A man in a dark coat stands on a meadow in a thunderstorm, wide shot", 0.5, 7),
    "space": ("An astronaut in space above the Earth", 0.5, 7),
    "bund": ("A couple walks along the Bund in Shanghai at night", 0.5, 7),
    "piano": ("An old man with a white beard plays the piano on a stage", 0.5, 7),
    "wavy": ("A laughing woman with wavy red hair in a green sweater in a park, medium close-up", 0.5, 7),
    "campfire": ("A woman in a red jacket sits by a campfire on the beach at night", 0.5, 7),
    "traffic": ("A taxi stuck in traffic on a city street in the morning", 0.5, 7),
    "skier": ("A woman in a red jacket skis down a ski slope", 0.5, 7),
    "market": ("A crowded market in an old town in the morning", 0.5, 7),
    "waltz": ("A man in a black tuxedo and a woman in a red evening dress dance a waltz in a ballroom", 0.5, 7),
    "dragon": ("A red dragon flies over a castle at sunset", 0.5, 7),
    "western": ("A cowboy rides a horse down the main street of a western town at sunset", 0.6, 7),
    "vineyard": ("A woman in a straw hat walks through a vineyard in the afternoon", 0.6, 7),
    "hug": ("A couple hugs on the beach at sunset, medium shot", 0.5, 7),
    "aurora": ("Northern lights over a lake", 0.5, 7),
    "canal": ("A couple walks hand in hand along a canal in Venice at golden hour", 0.5, 7),
    "deck": ("A man waves on a boat at sunset", 0.5, 7),
    "van_gogh": ("A brown horse in a meadow, Van Gogh style", 0.5, 7),
    "wave": ("A young man in a yellow shirt and jeans waves on the beach at noon, full shot", 0.5, 7),
}

BOARD = """\
Shot 1: Extreme wide shot of a snowy pine forest at golden hour, slow boom up.
Shot 2: A woman in a red coat and black boots walks towards the camera, full shot, the camera leads her.
Shot 3: Close-up of the woman, 85mm, she looks around.
Shot 4: Cut to a neon city street at night in the rain. The woman walks, medium shot, dolly out.
Shot 5: A cafe in the morning, she sits by the window, medium close-up, orbit left.
Shot 6: An old man in a blue sweater waves on the beach at sunset, wide shot, zoom in.
"""


def main() -> None:
    """Make the named stills, the storyboard ("board") and contact sheets (tools/sheets.py), or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or (*STILLS, "board", *sheets.SHEETS, "looks"):
        if name in (*sheets.SHEETS, "looks"):
            print(f"{name}: {sheets.make(name, FOLDER)}")
            continue
        if name == "board":
            words = [sys.executable, "-m", "filmwright.cli", "storyboard", BOARD, "-o", str(FOLDER / "board.jpg")]
            subprocess.run(words, check=True)
            continue
        prompt, at, seed = STILLS[name]
        film, ledger = read(prompt, size=SIZE, seed=seed)
        with show.progress(False) as emit:
            order = line.Order(film, ledger, "cycles", "standard")
            line.still(order, at, FOLDER / f"{name}.jpg", settings.load(), emit)
        print(f"{name}: {prompt}")


if __name__ == "__main__":
    main()
