"""What is built into a room: kitchen units, bookcases, a blackboard, pictures on a gallery's walls, a washstand."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room import (
    aisle,
    aquatics,
    atelier,
    barroom,
    chemistry,
    cinema,
    depot,
    dining,
    infant,
    jail,
    module,
    nave,
    palace,
    passage,
    shop,
    sport,
    stairs,
    theater,
    ward,
    workshop,
)
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material, attribute, coords, mix, noise, op
from filmwright.scene.shapes import Shape, box, join, rotation, sweep

UNIT_M = 0.6  # width of a kitchen unit; the usual European grid
WORKTOP_M = 0.90


def build(fitting: Fitting, name: str, seed: int) -> tuple[tuple[Mesh, ...], dict[str, Material]]:
    """The meshes of a fitting and their materials, under `name`."""
    made = MAKERS[fitting.kind](fitting, np.random.default_rng(seed))
    turn = rotation(z=fitting.yaw_rad)
    meshes = tuple(
        things.mesh(f"{name} {part}", shape.turned(turn).moved((*fitting.at, 0.0)), f"{name} {part}")
        for part, (shape, _) in made.items()
    )
    return meshes, {
        f"{name} {part}": material.model_copy(update={"haze": False}) for part, (_, material) in made.items()
    }


def _spans(fitting: Fitting) -> list[tuple[float, float]]:
    low, high = -fitting.width / 2, fitting.width / 2
    if fitting.gap is None:
        return [(low, high)]
    return [s for s in ((low, fitting.gap[0]), (fitting.gap[1], high)) if s[1] - s[0] > 0.1]


def _fronts(
    span: tuple[float, float], z0: float, z1: float, depth: float, drawers: bool
) -> tuple[list[Shape], list[Shape]]:
    """Doors and drawers of a run of units, with their handles."""
    count = max(1, round((span[1] - span[0]) / UNIT_M))
    wide = (span[1] - span[0]) / count
    doors: list[Shape] = []
    handles: list[Shape] = []
    for k in range(count):
        x = span[0] + (k + 0.5) * wide
        rows = (
            [(z0, z0 + 0.34 * (z1 - z0)), (z0 + 0.34 * (z1 - z0), z0 + 0.67 * (z1 - z0)), (z0 + 0.67 * (z1 - z0), z1)]
            if drawers and k % 3 == 1
            else [(z0, z1)]
        )
        for low, high in rows:
            tall = high - low - 0.006
            doors.append(box((wide - 0.006, 0.02, tall), center=(x, -depth - 0.01, (low + high) / 2), bevel=0.003))
            inset = box(
                (wide - 0.11, 0.006, max(tall - 0.11, 0.05)), center=(x, -depth - 0.021, (low + high) / 2), bevel=0.002
            )
            doors.append(inset)
            flat = len(rows) > 1
            hx, hz = (
                (x, high - 0.05)
                if flat
                else (x + wide * 0.36 * (1 if k % 2 else -1), (high - 0.16 if z0 < 1 else low + 0.16))
            )
            ends = (
                [(hx - 0.06, -depth - 0.045, hz), (hx + 0.06, -depth - 0.045, hz)]
                if flat
                else [(hx, -depth - 0.045, hz - 0.06), (hx, -depth - 0.045, hz + 0.06)]
            )
            handles.append(sweep(ends, 0.006, sides=8))
    return doors, handles


def _counter(f: Fitting, rng: np.random.Generator) -> Parts:
    depth = 0.58
    bodies, doors, handles, tops = [], [], [], []
    for span in _spans(f):
        wide, x = span[1] - span[0], (span[0] + span[1]) / 2
        bodies.append(box((wide, depth, WORKTOP_M - 0.14), center=(x, -depth / 2, 0.10 + (WORKTOP_M - 0.14) / 2)))
        bodies.append(box((wide, depth - 0.06, 0.1), center=(x, -depth / 2 + 0.03, 0.05)))
        tops.append(
            box((wide + 0.01, depth + 0.06, 0.04), center=(x, -depth / 2 - 0.01, WORKTOP_M - 0.02), bevel=0.006)
        )
        d, h = _fronts(span, 0.11, WORKTOP_M - 0.05, depth, True)
        doors += d
        handles += h
    color = colors.resolve(f.color)
    return {
        "units": (
            join([*bodies, *doors]),
            things.made_of("lacquer", color).model_copy(update={"coat": 0.3, "coat_roughness": 0.25}),
        ),
        "worktop": (join(tops), things.made_of("wood", (0.42, 0.26, 0.14))),
        "handles": (join(handles), things.made_of("metal", (0.55, 0.52, 0.46))),
    }


def _wall_units(f: Fitting, rng: np.random.Generator) -> Parts:
    depth = 0.34
    bodies, doors, handles = [], [], []
    for span in _spans(f):
        wide, x = span[1] - span[0], (span[0] + span[1]) / 2
        bodies.append(box((wide, depth, 0.72), center=(x, -depth / 2, 1.48 + 0.36), bevel=0.003))
        d, h = _fronts(span, 1.485, 2.195, depth, False)
        doors += d
        handles += h
    color = colors.resolve(f.color)
    return {
        "units": (
            join([*bodies, *doors]),
            things.made_of("lacquer", color).model_copy(update={"coat": 0.3, "coat_roughness": 0.25}),
        ),
        "handles": (join(handles), things.made_of("metal", (0.55, 0.52, 0.46))),
    }


def _bookcase(f: Fitting, rng: np.random.Generator) -> Parts:
    """Shelves to the height of the fitting, full of books that lean and leave gaps."""
    depth, t = 0.28, 0.025
    shelves = max(3, round(f.height / 0.36))
    bays = max(1, round(f.width / 0.9))
    wide = f.width / bays
    frame = [box((f.width, 0.012, f.height), center=(0, -0.006, f.height / 2))]
    frame += [
        box((t, depth, f.height), center=(-f.width / 2 + k * wide, -depth / 2, f.height / 2), bevel=0.003)
        for k in range(bays + 1)
    ]
    levels = [0.06 + k * (f.height - 0.06) / shelves for k in range(shelves + 1)]
    frame += [box((f.width, depth, t), center=(0, -depth / 2, z), bevel=0.003) for z in levels]
    books: list[Shape] = []
    palette = [
        colors.resolve(c)
        for c in (
            "#6b2a22",
            "#23395b",
            "#3d5a3a",
            "#8a6b35",
            "#c9bfa5",
            "#2b2b2e",
            "#7d4a2d",
            "#496a6e",
            "#a33f2b",
            "#d8d0c0",
        )
    ]
    for z, above in itertools.pairwise(levels):
        room = above - z - t
        for bay in range(bays):
            x = -f.width / 2 + bay * wide + 0.03
            end = x + wide - 0.06
            while x < end - 0.06:
                if rng.random() < 0.06:
                    x += float(rng.uniform(0.08, 0.25))
                    continue
                thick, tall, deep = (
                    float(rng.uniform(0.018, 0.05)),
                    room * float(rng.uniform(0.6, 0.92)),
                    float(rng.uniform(0.15, 0.22)),
                )
                tilt = float(rng.normal(0, 0.012))
                one = box((thick, deep, tall), center=(0, 0, tall / 2), bevel=0.003).turned(rotation(y=tilt))
                one = one.moved((x + thick / 2, -0.03 - deep / 2 - float(rng.uniform(0, 0.03)), z + t / 2))
                shade = palette[int(rng.integers(len(palette)))]
                books.append(one.with_data("tint", np.tile(shade, (len(one.points), 1))))
                x += thick + 0.001
    wood = things.made_of("wood", colors.resolve(f.color))
    grain = noise(coords("rest"), scale=60, detail=3)
    cover = Material(
        color=mix(attribute("tint"), op("vscale", attribute("tint"), 0.7), grain),
        roughness=0.6,
        specular=0.3,
        preview=(0.3, 0.2, 0.15),
    )
    return {"case": (join(frame), wood), "books": (join(books), cover)}


def _blackboard(f: Fitting, rng: np.random.Generator) -> Parts:
    board = box((f.width, 0.02, 1.15), center=(0, -0.015, 1.55))
    bars = [box((f.width + 0.1, 0.045, 0.05), center=(0, -0.02, z), bevel=0.006) for z in (0.95, 2.15)]
    bars += [box((0.05, 0.045, 1.2), center=(s * (f.width / 2 + 0.025), -0.02, 1.55), bevel=0.006) for s in (-1, 1)]
    tray = box((f.width * 0.6, 0.1, 0.02), center=(0, -0.07, 0.95), bevel=0.004)
    strokes = []
    for row in range(4):
        x = -f.width * 0.4
        while x < f.width * (0.05 + 0.3 * float(rng.random())):
            n = int(rng.integers(3, 7))
            us = np.linspace(0, 1, 5 * n)
            wide = 0.035 * n
            path = np.column_stack(
                [
                    x + us * wide,
                    np.full_like(us, -0.027),
                    1.95 - 0.2 * row + 0.022 * np.sin(us * n * 2 * math.pi + row) * (0.6 + 0.4 * np.sin(us * 9.0)),
                ]
            )
            strokes.append(sweep(path, 0.0035, sides=4))
            x += wide + 0.05
    dust = noise(coords(), scale=1.8, detail=6)
    slate = Material(
        color=mix((0.012, 0.035, 0.028), (0.05, 0.075, 0.066), dust),
        roughness=0.75,
        specular=0.2,
        preview=(0.02, 0.04, 0.035),
    )
    return {
        "board": (board, slate),
        "frame": (join([*bars, tray]), things.made_of("wood", (0.33, 0.2, 0.1))),
        "chalk": (
            join(strokes),
            Material(color=(0.72, 0.72, 0.68), roughness=0.95, specular=0.0, preview=(0.7, 0.7, 0.7)),
        ),
    }


def _mirror(f: Fitting, rng: np.random.Generator) -> Parts:
    glass = box((f.width, 0.012, 0.8), center=(0, -0.02, 1.5))
    bars = [box((f.width + 0.06, 0.03, 0.03), center=(0, -0.02, 1.5 + s * 0.415), bevel=0.004) for s in (-1, 1)]
    bars += [box((0.03, 0.03, 0.86), center=(s * (f.width / 2 + 0.015), -0.02, 1.5), bevel=0.004) for s in (-1, 1)]
    return {
        "glass": (glass, Material(color=(0.86, 0.88, 0.88), metallic=1.0, roughness=0.02, preview=(0.6, 0.65, 0.66))),
        "frame": (join(bars), things.made_of("metal", (0.4, 0.38, 0.34))),
    }


def _radiator(f: Fitting, rng: np.random.Generator) -> Parts:
    ribs = [
        box((0.05, 0.09, 0.55), center=(-f.width / 2 + 0.03 + k * 0.062, -0.09, 0.42), bevel=0.018)
        for k in range(int(f.width / 0.062))
    ]
    pipes = [sweep([(-f.width / 2, -0.09, z), (f.width / 2, -0.09, z)], 0.014, sides=8) for z in (0.2, 0.64)]
    return {"radiator": (join([*ribs, *pipes]), things.made_of("lacquer", (0.72, 0.71, 0.68)))}


MAKERS: dict[str, Callable[[Fitting, np.random.Generator], Parts]] = {
    "set_table": dining.set_table, "bottle_wall": dining.bottle_wall,
    "bar_counter": barroom.bar_counter, "bar_stool": barroom.bar_stool,
    "pallet_rack": depot.pallet_rack,
    "cot": infant.cot,
    "toy_shelf": infant.toy_shelf,
    "trussed_roof": depot.trussed_roof,
    "mirror_wall": sport.mirror_wall, "dumbbell_rack": sport.dumbbell_rack, "weight_bench": sport.weight_bench,
    "kettlebells": sport.kettlebells,
    "stage_floor": theater.stage_floor, "stage_drapes": theater.stage_drapes, "drapes": theater.drapes,
    "valance": theater.valance, "seats": theater.seats, "lighting_bar": theater.lighting_bar,
    "pool": aquatics.pool, "starting_blocks": aquatics.starting_blocks, "pool_ladder": aquatics.pool_ladder,
    "deck_bench": aquatics.deck_bench, "life_ring": aquatics.life_ring, "flag_line": aquatics.flag_line,
    "lane_clock": aquatics.lane_clock,
    "pilasters": palace.pilasters, "chandelier": palace.chandelier, "gilded_mirror": palace.gilded_mirror,
    "double_door": palace.double_door, "parquet": palace.parquet,
    "grand_stairs": stairs.grand_stairs, "checkered": stairs.checkered,
    "arcade": nave.arcade, "vault": nave.vault, "lancet": nave.lancet, "pew": nave.pew, "altar": nave.altar, "flags": nave.flags,
    "hospital_bed": ward.hospital_bed, "monitor": ward.monitor, "bed_panel": ward.bed_panel, "drip": ward.drip,
    "bed_curtain": ward.bed_curtain, "cabinet": ward.cabinet,
    "shop_shelf": shop.shop_shelf, "aisle_sign": shop.aisle_sign, "cooler": shop.cooler,
    "paint_table": atelier.paint_table, "canvases": atelier.canvases, "pigment_shelf": atelier.pigment_shelf,
    "passage_door": passage.passage_door, "wooden_door": passage.wooden_door, "handrail": passage.handrail,
    "swing_doors": passage.swing_doors, "exit_sign": passage.exit_sign, "notice_board": passage.notice_board,
    "votive_stand": aisle.votive_stand, "confessional": aisle.confessional, "station": aisle.station, "crown": aisle.crown,
    "lab_bench": chemistry.lab_bench, "microscope": chemistry.microscope, "fume_hood": chemistry.fume_hood,
    "bottle_shelves": chemistry.bottle_shelves, "element_chart": chemistry.element_chart,
    "screen": cinema.screen, "aisle_lights": cinema.aisle_lights, "projector": cinema.projector,
    "cell_bars": jail.cell_bars, "window_bars": jail.window_bars, "bunk": jail.bunk, "tally": jail.tally,
    "sectional_door": workshop.sectional_door, "work_bench": workshop.work_bench, "tool_board": workshop.tool_board,
    "steel_shelf": workshop.steel_shelf, "tires": workshop.tires, "stains": workshop.stains,
    "rack_wall": module.rack_wall, "module_ceiling": module.module_ceiling, "hatch": module.hatch,
    "porthole": module.porthole, "console": module.console,
    "sconces": passage.sconces, "wainscot": passage.wainscot,
    "counter": _counter,
    "wall_units": _wall_units, "bookcase": _bookcase, "blackboard": _blackboard,
    "mirror": _mirror, "radiator": _radiator,
}  # fmt: skip
