"""The ground of a beach, and the grids that carry it: sand under the sea, a foreshore, dry sand, dunes.

`up` is metres up the beach from the still waterline, negative in the sea. The waterline lies along +Y and bends
seaward (-X) far away, so that the bay closes the view.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from filmwright.scene import noise
from filmwright.scene.nodes import Mesh, Native
from filmwright.scene.shapes import grid
from filmwright.scene.waves import SeaState

F64 = NDArray[np.float64]

SWASH_M = 5.6  # farthest a sheet of water runs up the sand (chosen)
SWASH_END_M = 7.0  # seaward of here there is always water
WASHED_M = 6.0  # waves.runup stays below this: higher up nothing changes with time
DRY_M = 8.4  # from here up the sand is dry, and another mesh
NEAR_M = (-34.0, 26.0)  # along the shore, where cameras stand and look closely
ROW_M = 0.42
FAR_M = 4600.0  # the horizon; the camera clips at 5000 m

# Height over the still water at metres up the beach. Foreshore 1:13, berm, flat dry sand, dune (slopes of a medium sand
# beach; source: Komar, Beach Processes and Sedimentation, 1998, ch. 7).
_UP = (
    -4600.0,
    -400.0,
    -120.0,
    -50.0,
    -22.0,
    -9.0,
    0.0,
    3.0,
    6.0,
    8.5,
    11.0,
    14.5,
    17.0,
    21.0,
    26.0,
    32.0,
    42.0,
    70.0,
    140.0,
    900.0,
)
_HEIGHT = (
    -40.0,
    -12.0,
    -4.6,
    -2.1,
    -1.05,
    -0.5,
    0.0,
    0.22,
    0.46,
    0.63,
    0.72,
    0.86,
    1.2,
    2.9,
    4.6,
    5.2,
    4.2,
    3.6,
    5.0,
    9.0,
)
_PROFILE = PchipInterpolator(_UP, _HEIGHT)


class Shore:
    """The ground of one beach; `seed` decides its cusps and dunes."""

    def __init__(self, seed: int, dune_m: float) -> None:
        self.seed, self.dune_m = seed, dune_m

    def waterline(self, y: F64) -> F64:
        """x of the still waterline."""
        y = np.asarray(y, float)
        bay = -1.15e-4 * np.clip(y - 30.0, 0.0, None) ** 1.98
        return np.asarray(bay + 0.45 * np.sin(y / 4.3 + self.seed) * np.exp(-((y / 300.0) ** 2)))

    def up(self, x: F64, y: F64) -> F64:
        """Metres up the beach."""
        return np.asarray(x, float) - self.waterline(y)

    def height(self, x: F64, y: F64) -> F64:
        """Height of the sand over the still water, metres."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        up = self.up(x, y)
        dunes = np.clip((up - 13.5) / 10.0, 0.0, 1.0) ** 1.5
        # the dune's foot wanders, its crest rises and falls, blowouts cut it
        shift = 9.0 * noise.fractal(y / 28.0, up / 60.0 + 3.0, 3, seed=self.seed) * np.clip((up - 10.0) / 8.0, 0, 1)
        body = np.asarray(_PROFILE(np.clip(up + shift, _UP[0], _UP[-1])))
        swell = 1.0 + 0.9 * noise.fractal(x / 21.0, y / 24.0, 4, seed=self.seed + 1)
        low = np.minimum(body, 0.86)
        body = low + (body - low) * self.dune_m / 5.0 * np.clip(swell, 0.35, 1.8)
        hummocks = 0.55 * noise.fractal(x / 5.5, y / 6.5, 4, seed=self.seed + 2) * dunes
        dry = np.clip((up - 7.0) / 4.0, 0.0, 1.0)
        churned = 0.05 * noise.fractal(x / 1.3, y / 1.3, 3, seed=self.seed + 3) * dry
        return np.asarray(body + hummocks + churned)

    def damp(self, x: F64, y: F64) -> F64:
        """How dark the sand stays where no wave has been for a while, 0..1: moist towards the water, dry up the beach."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        ragged = 1.6 * noise.fractal(x / 2.2, y / 3.6, 4, seed=self.seed + 6)
        dry = np.clip((self.up(x, y) + ragged - 6.2) / 2.6, 0.0, 1.0)
        return np.asarray(0.66 * (1 - dry * dry * (3 - 2 * dry)))

    def tone(self, x: F64, y: F64) -> F64:
        """Large patches of the sand, 0..1, a few metres across."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        return np.clip(0.5 + 1.1 * noise.fractal(x / 6.0, y / 8.0, 4, seed=self.seed + 7), 0.0, 1.0)


def spaced(start: float, stop: float, step: float, growth: float) -> F64:
    """Numbers from start to stop whose steps grow with the distance from start."""
    out, at = [start], start
    while at < stop:
        at += step + growth * (at - start)
        out.append(at)
    out[-1] = stop
    return np.array(out)


def along_rows() -> F64:
    """Rows along the shore: even where cameras look closely, ever wider towards both ends."""
    near = np.arange(NEAR_M[0], NEAR_M[1], ROW_M)
    behind = NEAR_M[0] - spaced(0.0, 110.0, ROW_M, 0.3)[:0:-1]
    return np.concatenate([behind, near, spaced(NEAR_M[1], FAR_M, ROW_M, 0.06)])


def sea_columns() -> F64:
    """Metres seaward of the still waterline, from the dry sand to the horizon."""
    return np.concatenate([np.linspace(-DRY_M, 0.0, 57), np.arange(0.2, 34.0, 0.2), spaced(34.0, FAR_M, 0.2, 0.085)])


def sea_node(shore: Shore, state: SeaState, start_s: float) -> Native:
    """The moving sea, from beyond the last wet sand to the horizon. It carries the sand under the swash with it, as far as the
    swash runs: whatever belongs to it is rendered anew in every frame."""
    seaward = sea_columns()
    along = along_rows()
    line = shore.waterline(along)
    bed = shore.height(line[:, None] - seaward[None], along[:, None])
    material = np.where(seaward[:-1] < _washed_from(seaward), -1, seaward[:-1] > SWASH_END_M)
    faces = np.broadcast_to(material, (len(along) - 1, len(seaward) - 1))
    return Native(
        name="sea",
        kind="sea",
        params={**state._asdict(), "start_s": start_s},
        arrays={
            "seaward_m": seaward,
            "along_m": along,
            "shore_x_m": line,
            "bed_m": bed,
            "damp": shore.damp(line[:, None] - seaward[None], along[:, None]).reshape(-1),
            "tone": shore.tone(line[:, None] - seaward[None], along[:, None]).reshape(-1),
            "material_index": faces.reshape(-1).astype(np.int64),
        },
        materials=("swash", "sea"),
    )


def _washed_from(seaward: F64) -> float:
    """The last column of the sea's that the swash never reaches."""
    return float(seaward[seaward <= -WASHED_M + 1e-6][-1])


def damp_sand_node(shore: Shore) -> Mesh:
    """The damp sand between the highest swash and the dry sand: it looks as the sea's own sand does, and never changes."""
    seaward = sea_columns()
    up = -seaward[seaward <= _washed_from(seaward)][::-1]
    along = along_rows()
    x = shore.waterline(along)[:, None] + up[None]
    y = np.broadcast_to(along[:, None], x.shape)
    sheet = grid(x, y, shore.height(x, y))
    never = np.zeros(len(sheet.points))
    return Mesh(
        name="damp sand",
        points=sheet.points,
        faces=sheet.faces,
        materials=("damp_sand",),
        point_data={
            "damp": shore.damp(x, y).reshape(-1),
            "tone": shore.tone(x, y).reshape(-1),
            **dict.fromkeys(("depth", "foam", "shine", "dark"), never),
        },
    )


def sand_node(shore: Shore) -> Mesh:
    """The dry sand and the dunes: everything the sea never reaches. Its rim shares its points with the sea's."""
    up = np.concatenate([np.arange(DRY_M, 15.0, 0.2), spaced(15.0, 900.0, 0.24, 0.045)])
    along = along_rows()
    x = shore.waterline(along)[:, None] + up[None]
    height = shore.height(x, along[:, None])
    sheet = grid(x, np.broadcast_to(along[:, None], x.shape), height)
    return Mesh(
        name="sand",
        points=sheet.points,
        faces=sheet.faces,
        materials=("dry_sand",),
        point_data={
            "damp": shore.damp(x, along[:, None]).reshape(-1),
            "tone": shore.tone(x, along[:, None]).reshape(-1),
        },
    )
