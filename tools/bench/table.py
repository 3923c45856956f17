"""What was measured, for people: tables on stderr."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

_CLIPPED = 48  # characters of a prompt that name it in a table
_SCREEN = Console(stderr=True, width=118, highlight=False)


def show(part: str, found: dict[str, Any]) -> None:
    """The tables of one part: its own, then its goals."""
    own = {
        "quality": _quality, "film": _film, "minute": _film, "growth": _growth, "ray": _ray, "still": _still,
        "reading": _reading, "costs": _costs,
    }  # fmt: skip
    own[part](found)
    if found["goals"]:
        rows = [(g["what"], g["goal"], f"{g['measured']:.4g}", "met" if g["met"] else "MISSED") for g in found["goals"]]
        _print("goals", ("", "goal", "measured", ""), rows)


def _print(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*("–" if cell is None else str(cell) for cell in row))
    _SCREEN.print(table)


def _quality(found: dict[str, Any]) -> None:
    width, height = found["size"]
    columns = ("", "s a frame", "SSIM", "flicker", "plain for it, s a frame", "its flicker", "times less")
    rows: list[Sequence[object]] = [
        (f"plain, {p['samples']} samples", p["seconds_a_frame"], p["ssim"], p["flicker"], "", "", "")
        for p in found["plain"]
    ]
    mark = {"exact": "", "at least": "≥ ", "at most": "≤ "}
    for o in found["ours"]:
        limit = mark[o["bound"]]
        rows.append(
            (
                f"ours, {o['quality']} ({o['whole']} whole)",
                o["seconds_a_frame"],
                o["ssim"],
                o["flicker"],
                f"{limit}{o['plain_seconds_a_frame']}",
                o["plain_flicker"],
                f"{limit}{o['times_less']}",
            )
        )
    reference = found["reference_flicker"]
    still = f", its flicker {reference:.2f}" if reference is not None else ""
    _print(f"{width}x{height}, against {found['reference_samples']} samples{still}", columns, rows)
    notes = found["notes"]
    title = f"earlier, on the prototype: against 128 samples, their flicker {notes['reference_flicker']}"
    _print(title, ("", "s a frame", "SSIM", "flicker"), notes["rows"])


def _film(found: dict[str, Any]) -> None:
    shown = {k: v for k, v in found.items() if k not in ("prompt", "prompts", "goals", "time")} | found.get("time", {})
    _print("a film", ("", ""), shown.items())


def _growth(found: dict[str, Any]) -> None:
    names = ("length_s", "seconds", "cpu_s", "peak_mb", "whole_frames", "whole_frame_s", "part_frames", "part_frame_s")
    _print("growth", names, ([row[n] for n in names] for row in found["films"]))


def _ray(found: dict[str, Any]) -> None:
    names = ("nodes", "seconds", "first_frame_s", "seconds_a_frame_steady")
    _print(f"{found['frames']} whole frames on Ray", names, ([row[n] for n in names] for row in found["nodes"]))


def _still(found: dict[str, Any]) -> None:
    rows = [(row["prompt"], row["seconds"], row["peak_mb"]) for row in found["stills"]]
    _print("first still", ("", "s", "peak MB"), rows)
    factory = found["factory"]
    _print(
        "one frame, s",
        ("ours", "factory", "times faster"),
        [[factory[k] for k in ("ours_s", "factory_s", "times_faster")]],
    )


def _costs(found: dict[str, Any]) -> None:
    names = ("name", "build_s", "first_frame_s", "sample_s", "times", "peak_mb")
    rows = sorted((row for row in found["places"] if "error" not in row), key=lambda row: -row["times"])
    _print("places", names, ([row[n] for n in names] for row in rows))
    slow = sorted((row for row in found["things"] if "error" not in row), key=lambda row: -row["build_s"])
    columns = ("name", "build_s", "points")
    _print("the slowest things", columns, ([row[n] for n in columns] for row in slow[:12]))
    _print("over the budget", ("", ""), ((row["name"], row["over"]) for row in found["over"]))


def _reading(found: dict[str, Any]) -> None:
    names = ("kind", "prompt", "missing", "extra")
    for title, misses in (("slots missed", found["misses"]), ("VBench, missed", found["vbench_misses"])):
        if misses:
            shown = (
                [miss[name] for name in names] for miss in ({**m, "prompt": m["prompt"][:_CLIPPED]} for m in misses)
            )
            _print(title, ("kind", "prompt", "not read", "read instead"), shown)
    columns = ("kind", "right", "missing", "extra", "precision", "recall", "f1")
    _print("slots", columns, ([row[n] for n in columns] for row in found["slots"]))
    shares = ((s["kind"], s["right"], s["of"], f"{s['right'] / s['of']:.3f}") for s in found["shares"])
    _print("VBench", ("kind", "right", "of", "share"), shares)
    _print("time", ("", ""), found["time"].items())
