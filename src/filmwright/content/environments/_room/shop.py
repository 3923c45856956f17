"""What supermarkets are fitted with: long shelves full of goods in rows, price tags along their edges; a chest of drinks; signs."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.kinds import F64
from filmwright.content.props import _parts
from filmwright.scene.shade import Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, lathe, sweep
from filmwright.values import Color

LEVELS_M = (0.16, 0.53, 0.89, 1.25, 1.61)  # upper sides of the shelves
DEPTHS_M = (0.50, 0.42, 0.42, 0.40, 0.38)
TOP_M = 1.98
_GOODS: tuple[Color, ...] = (
    (0.62, 0.03, 0.02), (0.85, 0.42, 0.01), (0.80, 0.62, 0.04), (0.05, 0.28, 0.07), (0.02, 0.10, 0.45), (0.75, 0.74, 0.70),
    (0.42, 0.03, 0.22), (0.03, 0.33, 0.42), (0.16, 0.06, 0.03), (0.55, 0.22, 0.35), (0.28, 0.40, 0.04), (0.03, 0.03, 0.05),
)  # fmt: skip
_BOTTLE = [
    (0.001, 0.0),
    (0.036, 0.0),
    (0.04, 0.01),
    (0.04, 0.17),
    (0.034, 0.21),
    (0.015, 0.245),
    (0.015, 0.265),
    (0.018, 0.267),
    (0.018, 0.295),
    (0.001, 0.296),
]
_CAN = [(0.001, 0.003), (0.034, 0.0), (0.037, 0.006), (0.037, 0.10), (0.034, 0.107), (0.032, 0.104), (0.001, 0.104)]
_JAR = [
    (0.001, 0.0),
    (0.040, 0.0),
    (0.044, 0.01),
    (0.044, 0.10),
    (0.037, 0.115),
    (0.04, 0.117),
    (0.04, 0.14),
    (0.001, 0.141),
]


def shop_shelf(f: Fitting, rng: np.random.Generator) -> Parts:
    """A shelf of goods with its back at y = 0: five boards, every kind of goods a few facings wide and two deep."""
    w = f.width
    metal = [box((w, 0.02, TOP_M), center=(0, -0.01, TOP_M / 2))]
    metal += [
        box((w, d, 0.03), center=(0, -d / 2, z - 0.015), bevel=0.004) for z, d in zip(LEVELS_M, DEPTHS_M, strict=True)
    ]
    metal.append(box((w, 0.46, 0.13), center=(0, -0.24, 0.065)))
    metal += [box((0.03, 0.52, 0.12), center=(s * w / 2, -0.26, 0.06), bevel=0.004) for s in (-1, 1)]
    metal += [box((0.03, 0.04, TOP_M), center=(s * w / 2, -0.02, TOP_M / 2), bevel=0.004) for s in (-1, 1)]
    strips = [
        box((w, 0.008, 0.042), center=(0, -d - 0.006, z - 0.018), bevel=0.002)
        for z, d in zip(LEVELS_M, DEPTHS_M, strict=True)
    ]
    tags: list[Shape] = []
    printed: list[Shape] = []
    goods: dict[str, list[Shape]] = {"packets": [], "bottles": [], "labels": []}
    for level, (z, depth) in enumerate(zip(LEVELS_M, DEPTHS_M, strict=True)):
        room = (LEVELS_M[level + 1] if level + 1 < len(LEVELS_M) else TOP_M + 0.12) - z - 0.06
        x = -w / 2 + 0.04
        while x < w / 2 - 0.12:
            block = float(rng.uniform(0.35, 0.75))
            x = _block(goods, (x, min(x + block, w / 2 - 0.04)), z, depth, room, rng)
            at = (x - 0.5 * block, -depth - 0.012, z - 0.018)
            offer = rng.random() < 0.18
            tint = (0.85, 0.62, 0.02) if offer else (0.80, 0.80, 0.78)
            tags.append(box((0.075, 0.004, 0.05 if offer else 0.036), center=at, bevel=0.001).with_data("tint", tint))
            ink = box((0.034, 0.002, 0.015), center=(at[0] + 0.012, at[1] - 0.0025, at[2]))
            printed.append(ink)
            x += 0.012
    return {
        "metal": (join(metal), things.made_of("lacquer", colors.resolve(f.color))),
        "strips": (join(strips), things.made_of("plastic", (0.55, 0.05, 0.03))),
        "tags": (join(tags), Material(color=attribute("tint"), roughness=0.4, specular=0.4, preview=(0.8, 0.8, 0.7))),
        "ink": (join(printed), _parts.plain("paper", "#151515")),
        "packets": (join(goods["packets"]), _printed()),
        "bottles": (join(goods["bottles"]), _glossy()),
        "labels": (join(goods["labels"]), _paper()),
    }  # fmt: skip


def _block(
    goods: dict[str, list[Shape]],
    span: tuple[float, float],
    z: float,
    depth: float,
    room: float,
    rng: np.random.Generator,
) -> float:
    """One kind of goods from span[0] to span[1] along a shelf; returns where it ends."""
    color = np.array(_GOODS[int(rng.integers(len(_GOODS)))])
    second = np.array(_GOODS[int(rng.integers(len(_GOODS)))])
    kind = ("packet", "packet", "bottle", "can", "jar")[int(rng.integers(5))]
    if kind == "packet":
        wide, deep = float(rng.uniform(0.08, 0.19)), float(rng.uniform(0.05, 0.11))
        tall = float(rng.uniform(0.55, 0.93)) * room
        step = wide + 0.004
    else:
        profile = {"bottle": _BOTTLE, "can": _CAN, "jar": _JAR}[kind]
        size = min(float(rng.uniform(0.9, 1.15)), room / (profile[-1][1] + 0.005))
        step = 2.06 * max(r for r, _ in profile) * size
    count = max(1, int((span[1] - span[0]) / step))
    missing = int(rng.integers(count)) if rng.random() < 0.25 else -1
    for k in range(count):
        x = span[0] + (k + 0.5) * step
        for row in range(2):
            if row == 0 and k == missing:
                continue
            front = -depth + 0.015
            if kind == "packet":
                y = front + (row + 0.5) * (deep + 0.01) + float(rng.normal(0, 0.003))
                _packet(goods, (x, y, z), (wide, deep, tall), color, second)
                continue
            y = front + (row + 0.5) * step
            stacks = 2 if kind == "can" and 2 * 0.107 * size < room else 1
            for up in range(stacks):
                body = lathe(profile, sides=14, caps=False).scaled(size).moved((x, y, z + up * 0.107 * size))
                label = lathe([(r * size, h * size) for r, h in _label(kind)], sides=14, caps=False).moved(
                    (x, y, z + up * 0.107 * size)
                )
                tint = {"can": np.array((0.5, 0.5, 0.5)), "jar": 0.5 * color + 0.1, "bottle": 0.6 * color}[kind]
                goods["bottles"].append(body.with_data("tint", tint))
                goods["labels"].append(label.with_data("tint", color if kind == "can" else second))
    return span[0] + count * step


def _label(kind: str) -> list[tuple[float, float]]:
    r, low, high = {"bottle": (0.0406, 0.05, 0.14), "can": (0.0375, 0.010, 0.096), "jar": (0.0446, 0.02, 0.09)}[kind]
    return [(r - 0.001, low), (r, low + 0.001), (r, high - 0.001), (r - 0.001, high)]


def _packet(
    goods: dict[str, list[Shape]], at: tuple[float, float, float], size: tuple[float, float, float], color: F64, second: F64
) -> None:  # fmt: skip
    wide, deep, tall = size
    x, y, z = at
    body = box((wide, deep, tall), center=(x, y, z + tall / 2))
    local = body.points - [x, y, z]
    goods["packets"].append(
        body.with_data("tint", color).with_data("second", second).with_data("face", local / [wide, deep, tall])
    )
    flash = box((wide * 0.82, 0.002, tall * 0.17), center=(x, y - deep / 2 - 0.0008, z + tall * 0.74))
    goods["labels"].append(flash.with_data("tint", np.array((0.82, 0.80, 0.74)) if color.mean() < 0.5 else second))


def _printed() -> Material:
    """A carton: its color, a band and a soft round picture of another in front."""
    face = attribute("face")
    soft = noise(coords("rest"), scale=22.0, detail=2.0)
    color = mix(attribute("tint"), attribute("second"), remap(soft, 0.53, 0.57))
    from_below = remap(op("z", face), 0.12, 0.13, 1.0, 0.0)
    return Material(
        color=mix(color, attribute("second"), from_below), roughness=0.42, specular=0.4, preview=(0.5, 0.3, 0.2)
    )


def _glossy() -> Material:
    return Material(color=attribute("tint"), roughness=0.14, specular=0.55, coat=0.5, preview=(0.3, 0.2, 0.1))


def _paper() -> Material:
    return Material(color=attribute("tint"), roughness=0.45, specular=0.35, preview=(0.6, 0.5, 0.4))


def aisle_sign(f: Fitting, rng: np.random.Generator) -> Parts:
    """A sign that hangs over the aisle, its number lit by the tubes; `height` is its upper edge."""
    plate = box((f.width, 0.03, 0.38), center=(0, 0, f.height - 0.19), bevel=0.008)
    wires = [
        sweep([(s * f.width * 0.4, 0, f.height), (s * f.width * 0.4, 0, f.height + 1.2)], 0.003, sides=5)
        for s in (-1, 1)
    ]
    text = _parts.lettering("8", 0.26, (0.0, 0.0), width=0.035)
    turned = text.turned(np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]]))
    return {
        "plate": (plate, things.made_of("plastic", colors.resolve(f.color))),
        "wires": (join(wires), things.made_of("metal", (0.6, 0.6, 0.6))),
        "number": (turned.moved((0, -0.017, f.height - 0.19)), _parts.plain("paper", "#f4f2ea")),
    }


def cooler(f: Fitting, rng: np.random.Generator) -> Parts:
    """A wall of glass-fronted coolers, lit inside, full of bottles and cartons; its back is at y = 0."""
    w, tall, depth = f.width, 2.1, 0.75
    doors = max(2, round(w / 0.8))
    wide = w / doors
    case = [
        box((w, depth, 0.22), center=(0, -depth / 2, 0.11), bevel=0.01),
        box((w, depth, 0.26), center=(0, -depth / 2, tall - 0.13), bevel=0.01),
    ]
    case += [box((0.05, depth, tall), center=(s * (w / 2 - 0.025), -depth / 2, tall / 2), bevel=0.006) for s in (-1, 1)]
    frames, tubes, shelves = [], [], []
    goods: dict[str, list[Shape]] = {"packets": [], "bottles": [], "labels": []}
    for k in range(doors):
        x = -w / 2 + (k + 0.5) * wide
        for s in (-1, 1):
            frames.append(
                box((0.035, 0.04, tall - 0.5), center=(x + s * (wide / 2 - 0.02), -depth - 0.01, tall / 2), bevel=0.004)
            )
        frames += [box((wide, 0.04, 0.035), center=(x, -depth - 0.01, z), bevel=0.004) for z in (0.25, tall - 0.28)]
        frames.append(
            sweep(
                [(x + wide / 2 - 0.07, -depth - 0.05, 0.8), (x + wide / 2 - 0.07, -depth - 0.05, 1.35)], 0.010, sides=8
            )
        )
        tubes.append(box((0.015, 0.02, tall - 0.6), center=(x - wide / 2 + 0.03, -depth + 0.06, tall / 2)))
        for z in np.linspace(0.26, tall - 0.66, 4):
            shelves.append(box((wide - 0.04, depth - 0.2, 0.012), center=(x, -depth / 2, z)))
            at = x - wide / 2 + 0.06
            while at < x + wide / 2 - 0.16:
                at = (
                    _block(goods, (at, min(at + 0.3, x + wide / 2 - 0.05)), float(z) + 0.006, depth - 0.12, 0.32, rng)
                    + 0.01
                )
    back = box((w - 0.1, 0.02, tall - 0.4), center=(0, -0.04, tall / 2))
    return {
        "case": (join(case), things.made_of("lacquer", colors.resolve(f.color))),
        "frames": (join(frames), things.made_of("metal", (0.45, 0.46, 0.47))),
        "shelves": (join(shelves), things.made_of("metal", (0.6, 0.6, 0.6))),
        "back": (back, _parts.glow("#c9d6de", 0.45)),
        "tubes": (join(tubes), Material(model="emission", emission=(0.85, 0.95, 1.0), emission_strength=5.0, preview=(0.9, 1.0, 1.0))),
        "packets": (join(goods["packets"]), _printed()),
        "bottles": (join(goods["bottles"]), _glossy()),
        "labels": (join(goods["labels"]), _paper()),
    }  # fmt: skip
