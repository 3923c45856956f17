"""`make bench`: what speed, quality and memory cost on this machine.

    python -m tools.bench [PART …]      from the root of the checkout

quality   how many times longer plain rendering takes to be as good (references are kept: the first run renders them)
film      the showcase film: seconds, memory, whose time it is
minute    a film of 60 s in six shots
growth    one shot at several lengths
ray       two single-core Ray workers against one
still     the first still of three prompts, and one frame against Blender's factory settings
costs     what every place and every thing costs, and which are over the budget (half an hour)
reading   prompts read: slots against gold, what VBench's lines name, and the time it takes

Progress and tables go to stderr, one JSON document to stdout. Absolute times are noisy on a shared machine: compare ratios, all of
them measured in one run.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.bench import cluster, costs, films, quality, reading, table
from tools.bench.runs import say

from filmwright import __version__

SIZE, SECONDS, MINUTE_SECONDS = (640, 360), 4.0, 60.0  # what the goals are for
USUAL = ("reading", "film", "ray", "still")  # some ten minutes on 2 cores; the others are asked for


def size(text: str) -> tuple[int, int]:
    """Width and height of "640x360"."""
    width, height = text.split("x")
    return int(width), int(height)


def arguments() -> argparse.Namespace:
    """What to measure, and how large."""
    parser = argparse.ArgumentParser(
        prog="tools.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; default: {' '.join(USUAL)}")
    add("--size", type=size, default=SIZE, help="of all frames (640x360)")
    add("--seconds", type=float, default=SECONDS, help="length of the showcase film (4)")
    add("--keep", type=Path, default=Path("out/bench"), help="where references are kept (out/bench)")
    add("--qualities", nargs="+", default=["draft", "standard", "final"], help="compared with plain (all three)")
    add("--frames", nargs="+", type=int, default=[29, 43, 64], help="with references: 64 is a key at all strides")
    add("--pairs", nargs="+", type=int, default=[29, 64], help="first frames of the pairs whose flicker is measured")
    add("--plain", nargs="+", type=int, default=[1, 2, 4, 8, 16, 32, 64], help="samples of plain rendering")
    add("--reference", type=int, default=512, help="samples of a reference (512)")
    add("--minute-seconds", type=float, default=MINUTE_SECONDS, help="length of the film of six shots (60)")
    add("--lengths", nargs="+", type=float, default=[4.0, 16.0], help="of the shot that grows (4 16; add 60)")
    add(
        "--prompts",
        nargs="+",
        type=Path,
        default=list(reading.GOLD),
        help="lines of gold to read (those in tests/gold)",
    )
    add("--places", nargs="*", default=[], help="whose cost is measured (all)")
    add("--things", nargs="*", default=[], help="whose cost is measured (all)")
    add("--ray-frames", type=int, default=24, help="frames rendered by one worker and by two (24)")
    asked = parser.parse_args()
    unknown = [p for p in asked.parts if p not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}: {', '.join(PARTS)}")
    return asked


def _quality(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    wanted = quality.Wanted(
        prompt=films.SHOWCASE,
        size=asked.size,
        seconds=asked.seconds,
        frames=tuple(asked.frames),
        pairs=tuple(asked.pairs),
        plain=tuple(asked.plain),
        reference=asked.reference,
        qualities=tuple(asked.qualities),
    )
    return quality.measure(wanted, folder, asked.keep)


PARTS: dict[str, Callable[[argparse.Namespace, Path], dict[str, Any]]] = {
    "quality": _quality,
    "film": lambda asked, folder: films.film(asked.size, asked.seconds, folder),
    "minute": lambda asked, folder: films.minute(asked.size, asked.minute_seconds, folder),
    "growth": lambda asked, folder: films.growth(asked.size, asked.lengths, folder),
    "ray": lambda asked, folder: cluster.measure(asked.size, asked.seconds, asked.ray_frames, folder),
    "still": lambda asked, folder: films.still(asked.size, folder),
    "costs": lambda asked, folder: costs.measure(asked.places, asked.things),
    "reading": lambda asked, folder: reading.measure(asked.prompts),
}


def _judged(part: str, asked: argparse.Namespace) -> bool:
    """Whether the goals of a part are meant for what is measured."""
    if part in ("reading", "costs"):
        return True
    as_meant = (asked.size, asked.seconds) == (SIZE, SECONDS)
    return as_meant and (part != "minute" or asked.minute_seconds == MINUTE_SECONDS)


def main() -> None:
    """Measure and print."""
    asked = arguments()
    out: dict[str, Any] = {
        "filmwright": __version__,
        "cpus": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }
    if out["load_before"] > 0.5:
        say(f"this machine is busy (load {out['load_before']}): times will be too long")
    with tempfile.TemporaryDirectory(prefix="filmwright-bench-") as name:
        for part in asked.parts or USUAL:
            folder = Path(name) / part
            folder.mkdir()
            start = time.perf_counter()
            out[part] = PARTS[part](asked, folder)
            if not _judged(part, asked):
                say("the goals are for the usual size and length: not judged")
                out[part]["goals"] = []
            out[part]["bench_seconds"] = round(time.perf_counter() - start, 1)
            table.show(part, out[part])
    print(json.dumps(out, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
