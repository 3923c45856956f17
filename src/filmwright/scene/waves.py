"""A sea that runs up a beach, as numbers: where its surface is, where it is white, where the sand is wet, at any time.

The sea lives on a grid of `seaward_m` (columns: metres seaward of the still waterline, negative up the sand) by `along_m`
(rows: metres along the shore). Swell trains cross the shelf with a constant wavenumber along the shore, so they turn parallel
to it as they slow down (Snell's law); they grow by Green's law until they are too high for the water under them, then
break: the crest leans forward, its front turns white and the foam it leaves fades with the time since the crest went by.
At the waterline every crest becomes a thin sheet that runs up the sand and slides back, and the sand it leaves
stays dark and shiny for a while. Everything is a closed formula in time: any frame can be asked for alone.

Sources: wave dispersion and shoaling, any coastal text (Holthuijsen, Waves in Oceanic and Coastal Waters, ch. 5-7, 2007);
the skewed wave form Re/Im of -ln(1 - q·exp(iθ)), Abreu et al., Coastal Engineering 57 (2010) 1025-1032. Amounts not sourced
are chosen by eye.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Native
from filmwright.scene.noise import value

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
C64 = NDArray[np.complex64]

GRAVITY = 9.81
BREAKING_INDEX = 0.78  # height over depth at which a crest breaks (McCowan 1894)
SWELL_TRAINS = 7  # chosen: enough that no two crests look alike
CHOP_TRAINS = 40  # chosen
TRAIL_S = 3.4  # foam behind a crest fades by 1/e in this time (chosen)
SHINE_S = 3.2  # the film of water left on sand drains by 1/e (chosen)
DARK_S = 14.0  # wet sand stays dark (chosen)
MEMORY_STEP_S = 0.45
MEMORY_STEPS = 26


class SeaState(NamedTuple):
    """What the sea is like: significant swell height and period, wind chop height, how far a swash runs up the sand
    in metres, and the angle of the swell to the shore far out."""

    seed: int = 0
    swell_m: float = 0.8
    period_s: float = 7.0
    chop_m: float = 0.10
    swash_m: float = 5.0
    obliquity_rad: float = 0.25


class SeaFrame(NamedTuple):
    """The sea at one moment, one row a grid point (rows of the grid first): points (n, 3); depth (n,) of water over the sand,
    0 where there is none; foam (n,) 0..1; shine (n,) and dark (n,) 0..1: how wet the bare sand is, mirror and color."""

    points: F32
    depth: F32
    foam: F32
    shine: F32
    dark: F32


class _Trains(NamedTuple):
    """Wave trains as factors of exp(iθ): columns (m, nx), rows (ny, m), angular frequency (m,)."""

    columns: C64
    rows: C64
    omega: F64


@dataclass(frozen=True)
class Sea:
    """A sea prepared for its grid; `sea_at` asks it for a moment."""

    state: SeaState
    seaward: F32  # (nx,)
    along: F32  # (ny,)
    x: F32  # (ny, nx)
    bed: F32  # (ny, nx)
    swell: _Trains
    shore: C64  # (m, ny) the same trains at the waterline only
    chop: _Trains
    shoal: F32  # (nx,) growth of the swell from deep water
    torn: F32  # (ny, nx) noise 0..1 along a crest, where its front is white and where it is still glassy
    limit: F32  # (ny, nx) highest amplitude the water carries
    calm: F32  # (nx,) how much chop there is
    ragged: F32  # (ny, nx) noise 0..1 that breaks up edges
    bend: C64  # (ny, nx) turn of phase: shoals hold a crest back here and there
    omega: float


def wavenumber(omega: F64, depth_m: F64) -> F64:
    """Wavenumber in rad/m of waves of angular frequency `omega` over `depth_m` (broadcast). Explicit form within
    1 % of the dispersion relation. Source: Guo, Coastal Engineering 45 (2002) 71-74."""
    x = depth_m * omega / np.sqrt(GRAVITY * depth_m)
    return np.asarray(x**2 * (1 - np.exp(-(x**2.4908))) ** -0.4015 / depth_m)


def prepare(state: SeaState, seaward_m: F64, along_m: F64, shore_x_m: F64, bed_m: F64) -> Sea:
    """A Sea over columns seaward_m (nx,) rising, rows along_m (ny,) rising, waterline shore_x_m (ny,), sand height bed_m (ny, nx).

    A grid point stands at x = shore_x - seaward: the sea is on the -X side."""
    rng = np.random.default_rng(state.seed)
    s, y = np.asarray(seaward_m, float), np.asarray(along_m, float)
    mean_depth = np.maximum(-np.median(bed_m, axis=0), 0.16)
    swell, growth = _swell(state, rng, s, y, mean_depth)
    at = int(np.argmin(np.abs(s)))
    chop = _chop(state, rng, s, y)
    depth = np.maximum(-bed_m, 0.0)
    xx = shore_x_m[:, None] - s[None]
    yy = np.broadcast_to(y[:, None], xx.shape)
    ragged = 0.6 * value(xx / 1.7, yy / 2.6, state.seed) + 0.4 * value(xx / 0.6, yy / 0.8, state.seed + 1)
    bend = 1.3 * (value(xx / 30.0, yy / 17.0, state.seed + 3) - 0.5) + 0.5 * value(xx / 14.0, yy / 6.0, state.seed + 4)
    bars = 0.8 + 0.4 * value(xx / 19.0, yy / 24.0, state.seed + 2)  # uneven ground breaks a crest in places
    return Sea(
        state=state,
        seaward=s.astype(np.float32),
        along=y.astype(np.float32),
        x=xx.astype(np.float32),
        bed=np.asarray(bed_m, np.float32),
        swell=swell,
        shore=((swell.rows * swell.columns[:, at]).T * np.exp(1j * bend[:, at])).astype(np.complex64),
        chop=chop,
        shoal=growth.astype(np.float32),
        torn=value(xx / 9.0, yy / 3.2, state.seed + 7).astype(np.float32),
        limit=(0.5 * BREAKING_INDEX * (depth + 0.14) * bars).astype(np.float32),
        calm=np.clip((s - 1.0) / 25.0, 0.0, 1.0).astype(np.float32),
        ragged=ragged.astype(np.float32),
        bend=np.exp(1j * bend).astype(np.complex64),
        omega=2 * math.pi / state.period_s,
    )


def from_node(node: Native) -> Sea:
    """The Sea of a Native node of kind "sea": its params hold a SeaState, its arrays the grid."""
    state = SeaState(**{k: node.params[k] for k in SeaState._fields if k in node.params})
    seaward, along, shore_x, bed = (
        node.arrays[k].astype(np.float64) for k in ("seaward_m", "along_m", "shore_x_m", "bed_m")
    )
    return prepare(state, seaward, along, shore_x, bed)


def part(sea: Sea, rows: slice, columns: slice) -> Sea:
    """The same sea on some of its rows and columns: what is asked of it costs no more than these."""
    swell, chop = (
        _Trains(trains.columns[:, columns], trains.rows[rows], trains.omega) for trains in (sea.swell, sea.chop)
    )
    return replace(
        sea,
        seaward=sea.seaward[columns],
        along=sea.along[rows],
        x=sea.x[rows, columns],
        bed=sea.bed[rows, columns],
        swell=swell,
        shore=sea.shore[:, rows],
        chop=chop,
        shoal=sea.shoal[columns],
        torn=sea.torn[rows, columns],
        limit=sea.limit[rows, columns],
        calm=sea.calm[columns],
        ragged=sea.ragged[rows, columns],
        bend=sea.bend[rows, columns],
    )


def _swell(state: SeaState, rng: np.random.Generator, s: F64, y: F64, depth: F64) -> tuple[_Trains, F64]:
    """The swell trains, their amplitudes (deep water) in the columns, and the growth (nx,) as the water gets shallow."""
    omega = 2 * math.pi / (state.period_s * np.linspace(0.84, 1.2, SWELL_TRAINS))
    angle = state.obliquity_rad + rng.normal(0, 0.22, SWELL_TRAINS)
    weight = np.exp(-(np.linspace(-1.3, 1.3, SWELL_TRAINS) ** 2))
    # significant height is 4 standard deviations, a train of amplitude a has variance a²/2
    amplitude = weight * (state.swell_m / 4) * math.sqrt(2 / float((weight**2).sum()))
    phase = rng.uniform(0, 2 * math.pi, SWELL_TRAINS)
    k = wavenumber(omega[:, None], depth[None])
    k_along = (omega**2 / GRAVITY * np.sin(angle))[:, None]
    k_sea = np.sqrt(np.maximum(k**2 - k_along**2, (0.2 * k) ** 2))
    steps = np.diff(s, prepend=s[0])
    travel = np.cumsum(0.5 * (k_sea + np.roll(k_sea, 1, axis=1)) * steps, axis=1)
    fade = _resolved(2 * math.pi / k_sea, np.gradient(s))
    columns = amplitude[:, None] * fade * np.exp(1j * (travel + phase[:, None]))
    rows = np.exp(1j * y[:, None] * k_along.T) * _resolved(2 * math.pi / np.abs(k_along.T), np.gradient(y)[:, None])
    deep = GRAVITY / (2 * omega.mean())
    group = 0.5 * (omega.mean() / wavenumber(omega.mean(), depth)) * (1 + np.exp(-depth / 4))
    growth = np.clip(np.sqrt(deep / np.maximum(group, 0.2)), 0.9, 2.2)
    return _Trains(columns.astype(np.complex64), rows.astype(np.complex64), omega), growth


def _chop(state: SeaState, rng: np.random.Generator, s: F64, y: F64) -> _Trains:
    """Short waves of the wind, blowing mostly along the shore and in: they pay no heed to the bottom."""
    length = np.geomspace(0.7, 14.0, CHOP_TRAINS)
    heading = rng.normal(0.35, 0.75, CHOP_TRAINS)
    k = 2 * math.pi / length
    amplitude = length**0.75 * rng.uniform(0.6, 1.4, CHOP_TRAINS)
    amplitude *= (state.chop_m / 4) * math.sqrt(2 / float((amplitude**2).sum()))
    kx, ky = k * np.cos(heading), k * np.sin(heading)
    phase = rng.uniform(0, 2 * math.pi, CHOP_TRAINS)
    fade_s = _resolved(2 * math.pi / np.abs(kx)[:, None], np.gradient(s)[None])
    fade_y = _resolved(2 * math.pi / np.abs(ky)[None], np.gradient(y)[:, None])
    columns = amplitude[:, None] * fade_s * np.exp(1j * (kx[:, None] * s[None] + phase[:, None]))
    rows = fade_y * np.exp(1j * y[:, None] * ky[None])
    return _Trains(columns.astype(np.complex64), rows.astype(np.complex64), np.sqrt(GRAVITY * k))


def _resolved(length: F64, cell: F64) -> F64:
    """1 where a wave of `length` spans six cells or more, 0 where it spans two: shorter ones would shimmer."""
    x = np.clip((length / np.maximum(np.abs(cell), 1e-6) - 2.0) / 4.0, 0.0, 1.0)
    return np.asarray(x * x * (3 - 2 * x))


def _sum(trains: _Trains, time_s: float) -> C64:
    """Σ a·exp(iθ) over the grid (ny, nx)."""
    turn = np.exp(1j * np.mod(trains.omega * time_s, 2 * math.pi)).astype(np.complex64)
    return np.asarray((trains.rows * turn) @ trains.columns)


def runup(sea: Sea, times_s: F64) -> F64:
    """How far up the sand (metres from the still waterline) the sheet's edge lies, (times, ny)."""
    w = np.exp(1j * np.mod(np.outer(times_s, sea.swell.omega), 2 * math.pi)) @ sea.shore
    lag = np.mod(np.angle(w) / (2 * math.pi), 1.0)
    strength = np.abs(w) / (0.35 * sea.state.swell_m)
    y = np.broadcast_to(np.asarray(sea.along, float), w.shape)
    t = np.broadcast_to(np.asarray(times_s, float)[:, None], w.shape)
    lobes = (
        0.78 + 0.32 * value(y / 5.5, t / 9.0, sea.state.seed + 5) + 0.16 * value(y / 1.6, t / 5.0, sea.state.seed + 6)
    )
    # fast up, slower back: half a sine in a stretched time
    reach = np.sin(math.pi * lag**0.62) * np.clip(strength, 0, 1.25) ** 0.7
    return np.asarray(0.35 + (sea.state.swash_m - 0.35) * 0.8 * reach * lobes)


def sea_at(sea: Sea, time_s: float) -> SeaFrame:
    """The sea `time_s` seconds into the film."""
    w = _sum(sea.swell, time_s) * sea.bend
    theta = np.angle(w)
    full = np.abs(w) * sea.shoal
    amplitude = sea.limit * np.tanh(full / sea.limit)
    strain = full / sea.limit
    broken = _smooth((strain - 0.75) / 0.55)
    z = amplitude * _form(theta, strain)
    lag = np.mod(theta, 2 * math.pi).astype(np.float32)
    chop = _sum(sea.chop, time_s).real * sea.calm
    roller, trail = _white(sea, theta, lag, broken)
    z = z + chop * (1 - 0.6 * roller) + roller * (sea.ragged - 0.35) * 0.5 * amplitude
    return _on_the_sand(sea, time_s, z.astype(np.float32), roller, trail)


def _form(theta: F32, strain: F32) -> F32:
    """The wave's height for amplitude 1: a cosine in deep water, peaked over the shelf, leaning forward once it breaks."""
    q = np.clip(0.25 + 0.55 * strain, 0.0, 0.86).astype(np.float32)
    lean = (0.5 * math.pi * 0.8) * _smooth((strain - 0.35) / 0.9)
    c, s = np.cos(theta), np.sin(theta)
    peaked = -0.5 * np.log(1 - 2 * q * c + q * q)
    tilted = np.arctan2(q * s, 1 - q * c)
    cl, sl = np.cos(lean), np.sin(lean)
    half = 0.5 * cl * np.log((1 + q) / (1 - q)) + sl * np.arcsin(q)
    return np.asarray((cl * peaked + sl * tilted) / half)


def _white(sea: Sea, theta: F32, lag: F32, broken: F32) -> tuple[F32, F32]:
    """Whiteness of the breaking front, and of the foam it leaves behind, both (ny, nx) 0..1."""
    ahead = np.where(theta < 0, theta / 0.42, theta / 0.9)  # radians of phase before and behind the crest
    roller = broken * np.exp(-(ahead**2)) * (0.55 + 0.6 * sea.torn)
    old = lag / sea.omega
    wave_edge = np.clip(lag / 0.5, 0, 1) * np.clip((2 * math.pi - lag) / 0.9, 0, 1)
    trail = broken * np.exp(-old / TRAIL_S) * wave_edge * (0.35 + 0.75 * sea.ragged)
    return roller.astype(np.float32), trail.astype(np.float32)


def _on_the_sand(sea: Sea, time_s: float, z: F32, roller: F32, trail: F32) -> SeaFrame:
    """Lay the surface on the sand: the swash sheet, its foam edge, and the wet sand it leaves."""
    ny, nx = z.shape
    up = -sea.seaward
    near = int(np.searchsorted(sea.seaward, 12.0))  # only these columns know the swash
    past = runup(sea, time_s - MEMORY_STEP_S * np.arange(MEMORY_STEPS)).astype(np.float32)
    edge = past[0][:, None]
    behind = edge - up[None, :near]  # metres from the sheet's edge, towards the sea
    sheet = 0.075 * (1 - np.exp(-np.maximum(behind, 0) / 1.3)) + 0.012 * _smooth(behind / 0.12)
    sheet = np.where(behind > 0, sheet, np.float32(-0.02))
    height = z.copy()
    lifted = sea.bed[:, :near] + sheet
    blend = np.float32(0.03)
    a, b = z[:, :near], lifted
    over = np.clip(0.5 + 0.5 * (a - b) / blend, 0, 1)
    seaside = sea.seaward[None, :near] > 0
    soft = np.where(seaside, b + (a - b) * over + blend * over * (1 - over), b)
    height[:, :near] = soft
    depth = height - sea.bed
    foam = np.maximum(roller, trail)
    foam[:, :near] = np.maximum(
        foam[:, :near] * _smooth((sea.seaward[None, :near] + 1.5) / 3.0), _lace(sea, behind, past)
    )
    shine, dark = _wet(past, up[:near])
    all_shine = np.ones((ny, nx), np.float32)
    all_dark = np.ones((ny, nx), np.float32)
    all_shine[:, :near], all_dark[:, :near] = shine, dark
    y = np.broadcast_to(sea.along[:, None], z.shape)
    points = np.stack([sea.x, y, np.maximum(height, sea.bed)], -1).reshape(-1, 3)
    flat = [
        np.ascontiguousarray(a.reshape(-1), np.float32)
        for a in (np.maximum(depth, 0), np.clip(foam, 0, 1), all_shine, all_dark)
    ]
    return SeaFrame(np.asarray(points, np.float32), *flat)


def _lace(sea: Sea, behind: F32, past: F32) -> F32:
    """Foam of the sheet: a bright lip on its edge while it runs up, torn patches behind that thin as it slides back."""
    near = behind.shape[1]
    rising = _smooth((past[0] - past[1]) / 0.25 + 0.6)[:, None]
    inside = _smooth(behind / 0.1 + 0.2)
    lip = inside * np.exp(-np.maximum(behind, 0) / (0.10 + 0.35 * rising)) * (0.45 + 0.55 * rising)
    rag = sea.ragged[:, :near]
    patches = inside * np.exp(-np.maximum(behind, 0) / 3.5) * np.clip(1.3 * rag - 0.15, 0, 1) * (0.35 + 0.4 * rising)
    return np.asarray(np.maximum(lip, patches), np.float32)


def _wet(past: F32, up: F32) -> tuple[F32, F32]:
    """Shine and darkness 0..1 of the sand `up` (near,) metres up the beach, from the edges `past` (steps, ny), newest first."""
    age = np.full((past.shape[1], len(up)), 1e3, np.float32)
    for k in range(len(past) - 1, 0, -1):
        newer, older = past[k - 1][:, None], past[k][:, None]
        left = (up[None] - newer) / np.maximum(older - newer, 1e-3)  # when the edge slid past, in steps before `newer`
        age = np.where(up[None] <= older, k - 1 + np.clip(left, 0, 1), age)
        age = np.where(up[None] <= newer, k - 1, age)
    age *= MEMORY_STEP_S
    soft = _smooth((past.max(axis=0)[:, None] - up[None]) / 0.5 + 0.05)
    return np.asarray(soft * np.exp(-age / SHINE_S)), np.asarray(soft * np.exp(-age / DARK_S))


def _smooth(x: F32) -> F32:
    """0 below 0, 1 above 1, without a corner."""
    c = np.clip(x, 0, 1)
    return np.asarray(c * c * (3 - 2 * c), np.float32)
