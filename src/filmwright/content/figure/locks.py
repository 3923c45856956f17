"""Hair that is tied: combed to a point of the head, and what goes on from there as a tail, a plait or a rope."""

from __future__ import annotations

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Hairline, Obstacle, density, hairline, head_center, roots
from filmwright.content.figure.strands import between, hair_material, taper
from filmwright.content.kinds import Piece, Swing
from filmwright.scene.nodes import Strands

STEPS = 14


def pulled_back(body: Body) -> Hairline:
    """The hairline of hair that is combed back: it is seen where others' falls over it."""
    return hairline(body)._replace(front=0.41, crown=0.0, temple=0.055, soft=0.19, nape=0.24)


def scale_of(body: Body) -> float:
    """The size of a head against that of a body of 1.7 m; children's heads are large for their height."""
    return max(body.height_m / 1.7, 0.8)


def tie_at(face: Face, way: F64, obstacle: Obstacle) -> F64:
    """Where the head's skin is in direction `way` (3,) from the middle of the skull."""
    tie = head_center(face) + way * 0.5
    for _ in range(40):  # walk in from outside until the skin is met
        if np.abs(obstacle.pushed(tie[None], 0.004)[0] - tie).max() > 1e-6:
            break
        tie = tie - way * 0.01
    return np.asarray(tie)


def combed(points: F64, middle: F64, tie: F64, obstacle: Obstacle, rng: np.random.Generator) -> F64:
    """Strands (s, k, 3) from their roots over the skull to the tie, lying on it."""
    start, end = points - middle, tie - middle
    r0, r1 = np.linalg.norm(start, axis=1), float(np.linalg.norm(end))
    a, b = unit(start), unit(end)
    angle = np.arccos(np.clip(a @ b, -0.999, 0.999))[:, None]
    t = np.linspace(0, 1, STEPS)[None]
    way = (np.sin((1 - t) * angle) / np.sin(angle))[..., None] * a[:, None] + (np.sin(t * angle) / np.sin(angle))[
        ..., None
    ] * b
    out = middle + way * (r0[:, None] * (1 - t) + r1 * t)[..., None]
    # Flat on the skin where it grows: hair that rose there at once would stand on the brow like the rim of a wig.
    full = rng.uniform(0.35, 1.0, (len(points), 1)) ** 0.7
    lift = 0.0012 + 0.0020 * t + 0.017 * np.sin(np.pi * np.clip(t * 0.9 + 0.05, 0, 1)) * soft_step(t, 0.0, 0.34) * full
    out[:, 1:] = obstacle.settled(out[:, 1:].reshape(-1, 3), lift[:, 1:].ravel()).reshape(len(points), STEPS - 1, 3)
    out[:, -1] += rng.normal(0, 0.004, (len(points), 3))
    return np.asarray(out)


def rooted(radius_m: float, count: int, tip: float = 0.8) -> F64:
    """Radii (count,) of hair that is combed back: fine where it leaves the skin, `tip` of the radius at its end."""
    return taper(radius_m, count, tip) * np.interp(np.arange(count), [0, 1, 3], [0.35, 0.7, 1.0])


def short_hairs(
    body: Body, face: Face, line: Hairline, tie: F64, obstacle: Obstacle, rng: np.random.Generator, count: int = 1500
) -> tuple[F64, F64]:
    """The fine short hair along the brow and temples before what is combed back, and its radii."""
    points, _ = roots(body, face, line._replace(front=line.front - 0.035, soft=0.10), 9 * count, rng)
    edge = (points[:, 1] < head_center(face)[1]) & (density(face, line, points) < 0.55)
    points = points[edge][:count]
    strands = combed(points, head_center(face), tie, obstacle, rng)
    share = rng.uniform(0.05, 0.17, len(points))
    aside = rng.normal(0, 0.0022, (len(points), 1, 3)) * np.linspace(0, 1, STEPS)[None, :, None]
    return between(strands, np.zeros(len(points)), share) + aside, taper(0.00007, STEPS, 0.25)


def hanging(start: F64, way: F64, length_m: float, obstacle: Obstacle, gap_m: float, steps: int) -> F64:
    """A line (steps, 3) that leaves `start` along `way` and falls by its weight, `gap_m` over skin and clothes."""
    step = length_m / (steps - 1)
    line, going = [start], unit(way)
    for k in range(1, steps):
        going = unit(going + np.array([0.0, 0.0, -0.55 - 0.9 * step / 0.03 * k / steps]) * min(1.0, step / 0.02))
        after = line[-1] + going * step
        after = obstacle.pushed(after[None], gap_m * min(1.0, k / 3))[0]
        going = unit(0.4 * going + 0.6 * unit(after - line[-1]))
        line.append(line[-1] + unit(after - line[-1]) * step)
    return np.array(line)


def _across(line: F64) -> tuple[F64, F64]:
    """Two directions (k, 3) across a line at each of its points, sideways and the other."""
    along = unit(np.gradient(line, axis=0))
    aside = unit(np.cross(along, np.array([0.0, 1.0, 0.15])))
    return aside, np.cross(along, aside)


def tail(
    line: F64, radius_m: F64, count: int, rng: np.random.Generator, *, flat: float = 0.75, wave_m: float = 0.002
) -> F64:
    """Strands (count, k, 3) of a bundle round a line (k, 3), `radius_m` (k,) thick; flat: its depth against its width. Strands keep
    to their place in it and gather in wisps."""
    aside, deep = _across(line)
    turn, out = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.random(count))
    wisp = rng.integers(0, 26, count)  # strands of a wisp close in on one another towards the tip
    middle_turn, middle_out = rng.uniform(0, 2 * np.pi, 26)[wisp], np.sqrt(rng.random(26))[wisp]
    t = np.linspace(0, 1, len(line))[None]
    x, y = out * np.cos(turn), out * np.sin(turn)
    mx, my = middle_out * np.cos(middle_turn), middle_out * np.sin(middle_turn)
    close = 0.75 * t**1.3
    px = x[:, None] * (1 - close) + (mx[:, None] + 0.25 * x[:, None]) * close
    py = y[:, None] * (1 - close) + (my[:, None] + 0.25 * y[:, None]) * close
    phase = rng.uniform(0, 6.28, 26)[wisp][:, None] + rng.normal(0, 0.3, (count, 1))
    wave = wave_m * t * np.sin(t * 11 + phase)
    offset = aside * ((px * radius_m + wave)[..., None]) + deep * ((py * flat * radius_m + 0.7 * wave)[..., None])
    fray = rng.normal(0, 0.0025, (count, 1, 3)) * t[..., None]
    return np.asarray(line + offset + fray)


def plait(line: F64, radius_m: F64, count: int, turns: float, rng: np.random.Generator) -> F64:
    """Strands (count, k, 3) of three locks plaited along a line (k, 3), each lock 0.62 of `radius_m` (k,) thick."""
    aside, deep = _across(line)
    t = np.linspace(0, 1, len(line))[None]
    lock = rng.integers(0, 3, count)[:, None]
    at = 2 * np.pi * (t * turns + lock / 3)
    turn, out = rng.uniform(0, 2 * np.pi, (count, 1)), np.sqrt(rng.uniform(0.25, 1, (count, 1)))
    thick = 0.60 * radius_m * out
    x = 0.80 * radius_m * np.sin(at) + thick * np.cos(turn + 0.8 * at)
    y = 0.42 * radius_m * np.sin(2 * at) + 0.8 * thick * np.sin(turn + 0.8 * at)
    return np.asarray(line + aside * x[..., None] + deep * y[..., None])


def band(center: F64, axis: F64, radius_m: float, color: str, rng: np.random.Generator) -> Piece:
    """An elastic round a tail: threads wound round `axis` at `center`."""
    axis = unit(axis)
    side = unit(np.cross(axis, np.array([1.0, 0.2, 0.0])))
    other = np.cross(axis, side)
    count, steps = 90, 22
    spin = np.linspace(0, 2 * np.pi, steps)[None] + rng.uniform(0, 6.28, (count, 1))
    ring = rng.uniform(0, 2 * np.pi, (count, 1))
    radius = radius_m * (1 + 0.22 * np.cos(ring))
    points = (
        center
        + side * (radius * np.cos(spin))[..., None]
        + other * (radius * np.sin(spin))[..., None]
        + axis * (0.30 * radius_m * np.sin(ring))[..., None]
    )
    name = "hair band"
    node = Strands(name=name, points=points, radii=np.full(steps, 0.0012), material=name)
    return Piece(nodes=(node,), materials={name: hair_material(resolve(color), 0.7)}, on_bone={name: "head"})


def together(*pieces: Piece) -> Piece:
    """Several pieces of one head of hair as one. Their nodes get numbers where they have the same name."""
    nodes, on_bone, swings = [], {}, {}
    for number, piece in enumerate(pieces):
        for node in piece.nodes:
            name = f"{node.name} {number}" if number else node.name
            nodes.append(node.model_copy(update={"name": name}))
            on_bone[name] = piece.on_bone[node.name]
            if node.name in piece.swings:
                swings[name] = piece.swings[node.name]
    materials = {k: v for piece in pieces for k, v in piece.materials.items()}
    return Piece(nodes=tuple(nodes), materials=materials, on_bone=on_bone, swings=swings)


def swinging(piece: Piece, swing: Swing) -> Piece:
    """The piece, all of which swings."""
    return Piece(
        nodes=piece.nodes, materials=piece.materials, on_bone=piece.on_bone, swings={n.name: swing for n in piece.nodes}
    )
