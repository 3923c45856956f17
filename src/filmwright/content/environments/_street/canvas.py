"""Where the street is collected: faces by surface, lettering, and the lights that the bake will use."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from filmwright.scene.nodes import Mesh, Native
from filmwright.scene.shapes import Shape
from filmwright.scene.sign_light import Lights
from filmwright.values import Color

F64 = NDArray[np.float64]

HALF_M, KERB_M, KERB_HEIGHT_M = 5.6, 3.5, 0.13  # facade and kerb from the middle of the street (chosen)
BEND_FROM_M, BEND = 22.0, 0.0032
FAR_M = 48.0  # beyond: less detail, thicker neon
TEXT_FAR_M, TEXT_END_M = 40.0, 78.0  # tubes of letters grow thicker beyond the first, letters end at the second

UV = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)
STEADY, FLICKER, CHASE = 0.0, 1.0, 2.0  # how a sign behaves in time (surfaces.level)
Beat = tuple[float, float]
"""(STEADY, FLICKER or CHASE, phase)."""

BAKED = ("wall", "metal", "road", "pave")
WITH_PANEL = ("sign", "neon", "restless_sign", "restless_neon", "window", "screen", "road", "pave", "steam")


def by_beat(surface: str, behavior: float) -> str:
    """The surface for lights of this behavior. What is steady must not share a mesh or a material with what is not: whatever a
    material with time in it covers is rendered anew in every frame."""
    return surface if behavior == STEADY or surface not in ("sign", "neon", "letters") else f"restless_{surface}"


def bend(y: ArrayLike) -> F64:
    """Sideways shift in metres at y, so that the view closes on facades and not on an empty vanishing point."""
    return BEND * np.clip(np.asarray(y, float) - BEND_FROM_M, 0, None) ** 2


def dim(color: ArrayLike, factor: float) -> Color:
    """A color times a number."""
    r, g, b = (float(c) * factor for c in np.asarray(color, float))
    return (r, g, b)


class Part(NamedTuple):
    """Points (n, 3), faces (f, 4), color (n, 3), panel (n, 3): u, v across the panel and its behavior, phase (n,)."""

    points: F64
    faces: NDArray[np.int64]
    paint: F64
    panel: F64
    phase: F64


class Lettering(NamedTuple):
    """A line of text: centered at `center`, its face towards `normal`, letters `size_m` high, at most `limit_m` long."""

    body: str
    style: Literal["fill", "tube"]
    center: F64
    normal: F64
    size_m: float
    limit_m: float
    vertical: bool
    paint: Color
    beat: Beat


def unit_box() -> tuple[F64, F64]:
    """The six faces (6, 4, 3) of the box 0..1, in the order -x +x -y +y -z +z, and their uv (6, 4, 2)."""
    quads = np.empty((6, 4, 3))
    for axis in range(3):
        b, c = (axis + 1) % 3, (axis + 2) % 3
        for side in (0, 1):
            q = quads[2 * axis + side]
            q[:, axis] = side
            q[:, b], q[:, c] = UV[:, 0], UV[:, 1]
            if not side:
                quads[2 * axis] = q[::-1].copy()
    uv = np.broadcast_to(UV, (6, 4, 2)).copy()
    for k in range(6):
        axis = k // 2
        across, up = (1, 2) if axis == 0 else (0, 2) if axis == 1 else (0, 1)
        uv[k] = quads[k][:, [across, up]]
    return quads, uv


UNIT, UNIT_UV = unit_box()
SIDES = "xXyYzZ"


@dataclass
class Canvas:
    """The street so far. Mutable, and private to one build."""

    parts: dict[str, list[Part]] = field(default_factory=dict)
    texts: list[Lettering] = field(default_factory=list)
    lights: list[tuple[F64, F64, Color, float]] = field(default_factory=list)
    obstacles: list[tuple[float, float, float]] = field(default_factory=list)

    def quads(
        self, surface: str, corners: ArrayLike, paint: ArrayLike, *, uv: F64 | None = None, beat: Beat = (0, 0)
    ) -> None:
        """Add quads (n, 4, 3), counter-clockwise seen from outside, of one color or a color each (n, 3)."""
        q = np.asarray(corners, float)
        n = len(q)
        if not n:
            return
        color = np.asarray(paint, float)
        color = np.broadcast_to(color, (n * 4, 3)) if color.ndim == 1 else np.repeat(color, 4, 0)
        panel = np.full((n, 4, 3), beat[0])
        panel[..., :2] = 0.5 if uv is None else uv
        self._add(surface, q.reshape(-1, 3), np.arange(n * 4).reshape(-1, 4), color, panel.reshape(-1, 3), beat[1])

    def shape(
        self, surface: str, item: Shape, paint: ArrayLike, *, panel: F64 | None = None, beat: Beat = (0, 0)
    ) -> None:
        """Add a Shape (points shared by faces: it shades smooth) of one color or a color for each point."""
        n = len(item.points)
        if panel is None:
            panel = np.tile([0.5, 0.5, beat[0]], (n, 1))
        self._add(surface, item.points, item.faces, np.broadcast_to(np.asarray(paint, float), (n, 3)), panel, beat[1])

    def _add(self, surface: str, points: F64, faces: NDArray[np.int64], paint: F64, panel: F64, phase: float) -> None:
        panel = np.asarray(panel, float)
        self.parts.setdefault(by_beat(surface, panel[0, 2]), []).append(
            Part(points, faces, paint, panel, np.full(len(points), phase))
        )

    def light(self, position: ArrayLike, facing: ArrayLike, color: Color, area: float) -> None:
        """Add a luminous panel to the bake. It has no picture of its own."""
        self.lights.append((np.asarray(position, float), np.asarray(facing, float), color, area))

    def all_lights(self) -> Lights:
        """Every light so far, as arrays."""
        position, facing, color, area = zip(*self.lights, strict=True)
        return Lights(np.array(position), np.array(facing), np.array(color, float), np.array(area, float))

    def meshes(self) -> tuple[Mesh, ...]:
        """One mesh for each surface; its material has the surface's name."""
        out = []
        for surface, parts in sorted(self.parts.items()):
            start = np.cumsum([0] + [len(p.points) for p in parts[:-1]])
            faces = np.concatenate([np.where(p.faces >= 0, p.faces + s, -1) for p, s in zip(parts, start, strict=True)])
            data = {"paint": np.concatenate([p.paint for p in parts])}
            if surface in WITH_PANEL:
                data["panel"] = np.concatenate([p.panel for p in parts])
                data["phase"] = np.concatenate([p.phase for p in parts])
            out.append(
                Mesh(
                    name=f"street_{surface}",
                    points=np.concatenate([p.points for p in parts]),
                    faces=faces,
                    materials=(surface,),
                    point_data=data,
                    baked=surface in BAKED,
                )
            )
        return tuple(out)

    def letters(self) -> tuple[Native, ...]:
        """The lettering as nodes of kind "text": filled, and as thin and thick tubes; steady and restless."""
        groups: dict[tuple[str, str], list[Lettering]] = {}
        for t in self.texts:
            y = float(t.center[1])
            if y > TEXT_END_M:
                continue  # smaller than a pixel or two: it would only flicker
            key = "fill" if t.style == "fill" else "tube" if y < TEXT_FAR_M else "far_tube"
            groups.setdefault((key, by_beat("letters" if key == "fill" else "neon", t.beat[0])), []).append(t)
        return tuple(_text_node(key, material, lines) for (key, material), lines in sorted(groups.items()))


TUBE_RADIUS = {"tube": 0.024, "far_tube": 0.042}  # of the letter size; thick far off, where thin ones flicker


def _text_node(key: str, material: str, lines: list[Lettering]) -> Native:
    normal = np.array([t.normal for t in lines], float)
    up = np.tile([0.0, 0.0, 1.0], (len(lines), 1))
    return Native(
        name=f"street_letters_{key}" if lines[0].beat[0] == STEADY else f"street_restless_letters_{key}",
        kind="text",
        params={
            "bodies": [t.body for t in lines],
            "style": "fill" if key == "fill" else "tube",
            "tube_radius": TUBE_RADIUS.get(key, 0.0),
        },
        arrays={
            "center": np.array([t.center for t in lines], float),
            "right": np.cross(up, normal),
            "up": up,
            "size_m": np.array([t.size_m for t in lines]),
            "limit_m": np.array([t.limit_m for t in lines]),
            "vertical": np.array([t.vertical for t in lines]),
            "data_paint": np.array([t.paint for t in lines]),
            "data_panel": np.array([(0.5, 0.5, t.beat[0]) for t in lines]),
            "data_phase": np.array([t.beat[1] for t in lines], float),
        },
        materials=(material,),
    )


class Facade:
    """A plot of the street in its own axes: u along the street from y0, w out of the facade towards the middle, z up."""

    def __init__(self, canvas: Canvas, side: int, y0: float, depth: float = 0.0) -> None:
        self.canvas, self.side, self.y0, self.out_m = canvas, side, y0, HALF_M + depth
        self.far = y0 > FAR_M

    def place(self, points: ArrayLike) -> F64:
        """World points of local ones (u, w, z)."""
        p = np.asarray(points, float)
        y = self.y0 + p[..., 0]
        return np.stack([self.side * (self.out_m - p[..., 1]) + bend(y), y, p[..., 2]], -1)

    def turn(self, way: ArrayLike) -> F64:
        """World direction of a local one."""
        d = np.asarray(way, float)
        return np.stack([-self.side * d[..., 1], d[..., 0], d[..., 2]], -1)

    def quads(
        self, surface: str, corners: ArrayLike, paint: ArrayLike, *, uv: F64 | None = None, beat: Beat = (0, 0)
    ) -> None:
        """Add local quads (n, 4, 3), counter-clockwise in (u, w, z)."""
        q = self.place(corners)
        if self.side < 0:  # (u, w, z) is a mirror image on the left of the street
            q = q[:, ::-1]
            uv = None if uv is None else uv[..., ::-1, :]
        self.canvas.quads(surface, q, paint, uv=uv, beat=beat)

    def box(
        self,
        surface: str,
        low: ArrayLike,
        high: ArrayLike,
        paint: ArrayLike,
        *,
        cell: float = 99.0,
        skip: str = "",
        beat: Beat = (0, 0),
    ) -> None:
        """A box between two corners; `skip` names faces to leave out ("z" the lower, "Z" the upper …), `cell` the largest
        quad, so that baked light has points to live on."""
        lo, hi = np.asarray(low, float), np.asarray(high, float)
        keep = [k for k, s in enumerate(SIDES) if s not in skip]
        cell = cell * 2.2 if self.far else cell
        if float((hi - lo).max()) <= cell:
            self.quads(surface, lo + UNIT[keep] * (hi - lo), paint, uv=UNIT_UV[keep], beat=beat)
            return
        sides = [split(lo + UNIT[k] * (hi - lo), cell) for k in keep]
        self.quads(surface, np.concatenate(sides), paint, beat=beat)

    def boxes(
        self, surface: str, low: ArrayLike, high: ArrayLike, paint: ArrayLike, *, skip: str = "", beat: Beat = (0, 0)
    ) -> None:
        """Many boxes at once: corners (n, 3), one color or a color each (n, 3)."""
        lo, hi = np.asarray(low, float).reshape(-1, 3), np.asarray(high, float).reshape(-1, 3)
        keep = [k for k, s in enumerate(SIDES) if s not in skip]
        q = (lo[:, None, None] + UNIT[keep] * (hi - lo)[:, None, None]).reshape(-1, 4, 3)
        color = np.asarray(paint, float)
        color = color if color.ndim == 1 else np.repeat(color, len(keep), 0)
        self.quads(surface, q, color, beat=beat)

    def panel(
        self,
        surface: str,
        u: tuple[float, float],
        z: tuple[float, float],
        w: float,
        paint: ArrayLike,
        beat: Beat = (0, 0),
    ) -> None:
        """A rectangle that faces the middle of the street, uv running over it as its reader sees it."""
        corners = [(u[1], w, z[0]), (u[0], w, z[0]), (u[0], w, z[1]), (u[1], w, z[1])]
        # seen from the street the right-hand plots run towards the reader's left
        uv = UV if self.side > 0 else np.column_stack([1 - UV[:, 0], UV[:, 1]])
        self.quads(surface, np.array([corners]), paint, uv=uv[None], beat=beat)

    def blade(
        self,
        surface: str,
        u: float,
        w: tuple[float, float],
        z: tuple[float, float],
        paint: ArrayLike,
        *,
        towards: int = -1,
        beat: Beat = (0, 0),
    ) -> None:
        """A rectangle across the pavement that faces down (-1: the camera) or up the street."""
        corners = [(u, w[1], z[0]), (u, w[0], z[0]), (u, w[0], z[1]), (u, w[1], z[1])]
        left_at_w1 = self.side * towards < 0  # where its reader begins
        uv = UV if left_at_w1 else np.column_stack([1 - UV[:, 0], UV[:, 1]])
        if towards > 0:
            corners, uv = corners[::-1], uv[::-1]
        self.quads(surface, np.array([corners]), paint, uv=uv[None], beat=beat)

    def copies(self, surface: str, item: Shape, at: ArrayLike, sizes: ArrayLike, paint: ArrayLike) -> None:
        """One Shape many times: at (n, 3), sizes (n,), a color each (n, 3)."""
        where = np.asarray(at, float).reshape(-1, 3)
        n, k = len(where), len(item.points)
        points = item.points * np.asarray(sizes, float).reshape(-1, 1, 1) + where[:, None]
        start = np.arange(n)[:, None, None] * k
        faces = np.where(item.faces >= 0, item.faces + start, -1).reshape(-1, 4)
        many = Shape(points.reshape(-1, 3), faces, np.zeros(len(faces), np.int64))
        self.shape(surface, many, np.repeat(np.broadcast_to(np.asarray(paint, float), (n, 3)), k, 0))

    def shape(self, surface: str, item: Shape, paint: ArrayLike, beat: Beat = (0, 0)) -> None:
        """A Shape in local axes."""
        placed = item if self.side > 0 else item.mirrored(0)  # only its winding counts
        points = self.place(item.points)
        self.canvas.shape(surface, placed._replace(points=points), paint, beat=beat)

    def light(self, position: ArrayLike, facing: ArrayLike, color: Color, area: float) -> None:
        """A luminous panel for the bake, in local axes."""
        self.canvas.light(self.place(position), self.turn(facing), color, area)

    def write(
        self,
        body: str,
        center: ArrayLike,
        size_m: float,
        paint: Color,
        *,
        style: Literal["fill", "tube"] = "fill",
        facing: Literal["street", "front"] = "street",
        vertical: bool = False,
        limit_m: float = math.inf,
        beat: Beat = (0, 0),
    ) -> None:
        """A line of text with its middle at local `center`, towards the middle of the street or the camera."""
        normal = self.turn((0.0, 1.0, 0.0) if facing == "street" else (-1.0, 0.0, 0.0))
        self.canvas.texts.append(
            Lettering(body, style, self.place(center), normal, size_m, min(limit_m, 1e3), vertical, paint, beat)
        )

    def obstacle(self, u: float, w: float, radius: float) -> None:
        """Something one cannot walk or film through."""
        x, y, _ = self.place((u, w, 0.0))
        self.canvas.obstacles.append((float(x), float(y), radius))


@lru_cache(maxsize=256)
def lattice(n: int, m: int) -> F64:
    """Corners (n·m, 4, 2) of the cells of a unit square cut n by m."""
    i, j = (v.ravel() for v in np.meshgrid(np.arange(n), np.arange(m), indexing="ij"))
    return np.asarray((np.stack([i, j], -1)[:, None] + UV) / (n, m))


def split(quad: F64, cell: float) -> F64:
    """A rectangle (4, 3) cut into equal ones (n, 4, 3) no larger than `cell`."""
    a, b, d = quad[0], quad[1], quad[3]
    n, m = (max(1, math.ceil(math.dist(a, v) / cell)) for v in (b, d))
    return np.asarray(a + lattice(n, m) @ np.stack([b - a, d - a]))
