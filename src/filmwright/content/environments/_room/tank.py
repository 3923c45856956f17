"""The water behind the pane of an aquarium: rocks and corals on sand, schools of fish, shafts of light; it glows by itself, the farther
away the more in the blue of the water, so that no lamp need shine into it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._reef import corals, light, school
from filmwright.content.environments._reef.school import ANTHIAS, FUSILIER, SERGEANT, TANG, Kind, School
from filmwright.content.kinds import F64
from filmwright.scene import noise
from filmwright.scene.nodes import Node, Ray
from filmwright.scene.shade import Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, grid, join, rotation, shape
from filmwright.values import Color

DEEP_M = 7.5
TREVALLY = Kind(0.95, 0.27, (0.46, 0.54, 0.58), (0.14, 0.24, 0.32), (0.75, 0.80, 0.82), (0.30, 0.36, 0.36))
BATFISH = Kind(0.46, 0.62, (0.62, 0.64, 0.56), (0.36, 0.36, 0.32), (0.72, 0.72, 0.62), (0.66, 0.56, 0.12), 3)
_FAR: Color = (0.004, 0.085, 0.27)
_NEAR_TOP: Color = (0.06, 0.42, 0.78)
_CORALS = (corals.brain, corals.staghorn, corals.fan, corals.tubes, corals.table, corals.bouquet, corals.anemone)
_TINTS: tuple[Color, ...] = (
    (0.62, 0.44, 0.14), (0.55, 0.30, 0.62), (0.78, 0.12, 0.34), (0.86, 0.46, 0.04), (0.34, 0.52, 0.30), (0.82, 0.32, 0.36),
    (0.60, 0.55, 0.30),
)  # fmt: skip


class Tank:
    """A tank behind a pane that stands at `pane_y_m`, `half_m` to either side, its water `top_m` over the floor of the hall."""

    def __init__(self, pane_y_m: float, half_m: float, top_m: float, seed: int) -> None:
        self.pane_y_m, self.half_m, self.top_m, self.seed = pane_y_m, half_m, top_m, seed

    def height(self, x: F64, y: F64) -> F64:
        """Height in metres of sand and rocks: heaps on both sides and behind, a lane of sand from the pane inwards."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        u, v = x / self.half_m, (y - self.pane_y_m) / DEEP_M
        heap = 1.9 * np.clip(np.abs(u + 0.12) - 0.26, 0, 1) ** 0.8 + 1.5 * np.clip(v - 0.55, 0, 1)
        spur = 1.1 * np.exp(-(((x - 1.1) / 0.75) ** 2) - ((y - self.pane_y_m - 3.2) / 0.9) ** 2)
        rough = 0.55 * noise.fractal(x / 1.1, y / 1.1, 5, seed=self.seed) * np.clip(heap + spur + 0.15, 0, 1)
        front = np.clip(v / 0.16, 0.12, 1)
        return np.asarray(
            0.42 + 0.05 * noise.fractal(x / 0.8, y / 0.8, 3, seed=self.seed + 1) + (heap + spur + rough) * front
        )

    def still(self) -> list[Node]:
        """What in the tank does not move."""
        rng = np.random.default_rng([self.seed, 61])
        wide = self.half_m + 0.42
        xs, ys = np.linspace(-wide, wide, 150), np.linspace(self.pane_y_m + 0.06, self.pane_y_m + DEEP_M, 110)
        x, y = np.meshgrid(xs, ys, indexing="ij")
        ground = grid(x, y, self.height(x, y))
        heap = np.clip((ground.points[:, 2] - 0.62) / 0.25, 0, 1)
        grown = [*self._corals(rng)]
        far = self.pane_y_m + DEEP_M
        water = shape(
            [(-wide, far, 0), (wide, far, 0), (wide, far, self.top_m + 1), (-wide, far, self.top_m + 1)], [[0, 1, 2, 3]]
        )
        near = self.pane_y_m
        sides = join(
            shape(
                [
                    (s * wide, near, 0),
                    (s * wide, far, 0),
                    (s * wide, far, self.top_m + 1),
                    (s * wide, near, self.top_m + 1),
                ],
                [[0, 1, 2, 3]],
            )
            for s in (-1, 1)
        )
        a, b, z = near + 0.05, far, self.top_m
        surface = shape([(-wide, a, z), (wide, a, z), (wide, b, z), (-wide, b, z)], [[0, 1, 2, 3]])
        only: tuple[Ray, ...] = ("shadow", "diffuse")
        return [
            _planting.node("tank ground", ground.with_data("heap", heap), "tank ground", smooth=True, hidden_from=only),
            _planting.node("tank corals", join(grown), "tank corals", smooth=True, hidden_from=only),
            _planting.node("tank water", join([water, sides]), "tank water", hidden_from=only),
            _planting.node("tank surface", surface, "tank surface", hidden_from=only),
            _planting.node("tank shafts", self._shafts(rng), "tank shafts", smooth=True, hidden_from=("shadow", "diffuse")),
        ]  # fmt: skip

    def _corals(self, rng: np.random.Generator) -> list[Shape]:
        made = [[kind(k) for k in (1, 2)] for kind in _CORALS]
        out: list[Shape] = []
        for _ in range(400):
            x = float(rng.uniform(-self.half_m - 0.6, self.half_m + 0.6))
            y = self.pane_y_m + 0.5 + float(rng.uniform(0, 1) ** 1.3) * (DEEP_M - 1.2)
            z = float(self.height(np.array(x), np.array(y)))
            if z < 0.72:
                continue
            kind = int(rng.integers(len(_CORALS)))
            size = float(rng.uniform(0.22, 0.42)) * (0.75 if kind == 4 else 1.0)
            one = made[kind][int(rng.integers(2))].scaled(size).turned(rotation(z=float(rng.uniform(0, 6.28))))
            tint = np.asarray(_TINTS[(kind + int(rng.integers(3))) % len(_TINTS)]) * float(rng.uniform(0.75, 1.15))
            out.append(one.moved((x, y, z - 0.05 * size)).with_data("tint", tint))
            if len(out) >= 46:
                break
        return out

    def _shafts(self, rng: np.random.Generator) -> Shape:
        """Curtains of light from the surface down; attribute `light`."""
        sheets = []
        for _ in range(16):
            x, y = float(rng.uniform(-self.half_m, self.half_m)), self.pane_y_m + float(rng.uniform(1.0, DEEP_M - 1.0))
            wide, long, lean = float(rng.uniform(0.12, 0.5)), float(rng.uniform(0.6, 1.0)) * (self.top_m - 0.4), -0.28
            u, v = np.linspace(-1, 1, 9), np.linspace(0, 1, 12)
            across = x + lean * long * v[:, None] + u[None] * wide * (0.5 + v[:, None])
            up = np.repeat((self.top_m - long * v)[:, None], 9, axis=1)
            made = grid(across, np.full_like(across, y), up)
            strength = (1 - v[:, None]) ** 1.2 * (1 - u[None] ** 2) * float(rng.uniform(0.4, 1.0))
            sheets.append(made.with_data("light", strength.ravel()))
        return join(sheets)

    def fish(self, times_s: F64, planned_s: float) -> tuple[Node, ...]:
        """The schools that swim in the tank at times (F,)."""
        y, seed = self.pane_y_m, self.seed
        left, right = 0.5 * math.pi, -0.5 * math.pi
        schools = (
            School(FUSILIER, 42, (-1.2, y + 3.6, 3.0), right, 0.55, (3.0, 0.9, 0.8), seed + 1),
            School(TREVALLY, 5, (1.6, y + 2.7, 2.7), left, 0.40, (3.4, 0.7, 0.9), seed + 2),
            School(TANG, 16, (-2.3, y + 1.6, 2.0), right, 0.22, (1.6, 0.5, 0.6), seed + 3),
            School(ANTHIAS, 34, (2.9, y + 1.5, 2.0), left, 0.12, (1.5, 0.6, 0.6), seed + 4),
            School(BATFISH, 4, (0.4, y + 1.5, 3.1), right, 0.18, (2.2, 0.4, 0.5), seed + 5),
            School(SERGEANT, 14, (0.2, y + 1.2, 1.3), left, 0.20, (1.8, 0.4, 0.3), seed + 6),
        )
        found: list[Node] = []
        for k, swarm in enumerate(schools):
            found += school.nodes(f"tank_school_{k}", swarm, self.height, times_s, planned_s)
        return tuple(found)

    def materials(self) -> dict[str, Material]:
        """What all of it is made of."""
        rest = coords("rest")
        tip = remap(attribute("tip"), 0.5, 1.0, 0.0, 0.55)
        rock = mix((0.20, 0.15, 0.16), (0.50, 0.32, 0.36), grain(scale=2.4, detail=6.0, roughness=0.65))
        sand = mix((0.55, 0.50, 0.38), (0.72, 0.66, 0.50), grain(scale=6.0, detail=4.0))
        ground = mix(sand, rock, attribute("heap"))
        hollow = remap(grain(scale=5.0, detail=4.0), 0.3, 0.65, 0.45, 1.1)
        shining = remap(attribute("light"), 0.0, 1.0) * 0.22
        fish = attribute("tint")
        return {
            "tank ground": self._glows(ground, hollow * (0.45 + light.resting() * 2.0)),
            "tank corals": self._glows(
                mix(attribute("tint"), (0.95, 0.88, 0.80), tip), 0.75 + grain(rest, scale=9.0, detail=3.0) * 0.5
            ),
            school.MATERIAL: self._glows(fish, 1.15),
            "tank water": Material(model="emission", emission=self._blue(), haze=False, preview=_FAR),
            "tank surface": Material(
                model="emission",
                emission=mix(_NEAR_TOP, (0.75, 1.0, 1.1), remap(light.resting(), 0.25, 0.7)),
                haze=False,
                preview=_NEAR_TOP,
            ),
            "tank shafts": Material(
                model="glow", emission=(0.45, 0.85, 1.0), emission_strength=shining, haze=False, preview=_NEAR_TOP
            ),
        }

    def _blue(self) -> Expr:
        """The color of the water: bright under its surface, deep below."""
        up = remap(op("z", coords()), 0.4, self.top_m + 0.6, 0.0, 1.0)
        return mix(_FAR, _NEAR_TOP, op("pow", up, 1.7))

    def _glows(self, color: Value, dapple: Value) -> Material:
        """A surface lit from above, seen through ever more water; red goes first."""
        up = op("z", op("normal"))
        lit = remap(up, -0.7, 0.9, 0.16, 0.85) * dapple * remap(op("z", coords()), 0.3, self.top_m, 0.7, 1.1)
        away = remap(op("y", coords()), self.pane_y_m, self.pane_y_m + DEEP_M)
        seen = cmul(cmul(color, (0.55, 0.92, 1.0)), op("combine", lit, lit, lit))
        return Material(
            model="emission",
            emission=mix(seen, self._blue(), op("pow", away, 0.75) * 0.92),
            haze=False,
            preview=(0.1, 0.3, 0.5),
        )
