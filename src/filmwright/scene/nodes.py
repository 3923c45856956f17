"""The closed set of things a Stage is made of. Metres, radians, seconds, Z up, linear RGB.

Arrays ride inside nodes as numpy arrays; `stage.save` puts them in one `arrays.npz` beside the JSON. Quaternions are
(w, x, y, z). Per-frame arrays have one row a frame, frame 0 first.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, SerializationInfo, ValidationInfo

from filmwright.values import Color, digest


def _load(value: Any, info: ValidationInfo) -> NDArray[Any]:
    if isinstance(value, dict) and "$array" in value:
        context = info.context or {}
        array: NDArray[Any] = context["arrays"][value["$array"]]
    else:
        array = np.asarray(value)
    if array.dtype.kind == "f":
        array = array.astype(np.float32, copy=False)
        if not np.isfinite(array).all():
            raise ValueError("an array holds NaN or infinity")
    elif array.dtype.kind in "iu" and array.dtype != np.uint8:
        array = array.astype(np.int32, copy=False)
    elif array.dtype.kind == "b":
        array = array.astype(np.uint8)
    return array


def _dump(array: NDArray[Any], info: SerializationInfo) -> Any:
    data = np.ascontiguousarray(array)
    key = digest(str((data.dtype.str, data.shape)).encode(), data.tobytes())
    store = (info.context or {}).get("arrays")
    if store is not None:
        store[key] = data
    return {"$array": key, "shape": list(data.shape)}


Array = Annotated[NDArray[Any], PlainValidator(_load), PlainSerializer(_dump)]
"""A numpy array: floats are kept as float32, integers as int32 (uint8 stays)."""

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Pose(_Value):
    """Where a node stands: location in metres, rotation quaternion, scale."""

    location: Vector = (0.0, 0.0, 0.0)
    rotation: Quaternion = (1.0, 0.0, 0.0, 0.0)
    scale: Vector = (1.0, 1.0, 1.0)


class Track(_Value):
    """A pose for every frame: locations (F, 3), rotations (F, 4)."""

    locations: Array
    rotations: Array


class Skin(_Value):
    """How a mesh follows a rig: for each point up to 4 bone indices (n, 4) and weights (n, 4) that sum to 1."""

    rig: str
    bones: Array
    weights: Array


class Shapes(_Value):
    """How points at rest change form before a rig or a track moves them. `rows` (k,): which points of a mesh, or which whole strands;
    `deltas` (U, k, 3): how far each of the `units` moves them, in metres; of strands also (U, k, j, 3), for each of their points.
    `weights` (F, U): how much of each unit there is in every frame."""

    units: tuple[str, ...]
    rows: Array
    deltas: Array
    weights: Array


Ray = Literal["camera", "diffuse", "glossy", "transmission", "shadow"]


class Mesh(_Value):
    """A surface. `faces` is (f, 4) point indices; -1 in the last column makes a triangle. A mesh with `visible=False`
    appears only through Instances. `baked=True` marks it as part of the set whose light is baked."""

    type: Literal["mesh"] = "mesh"
    name: str
    points: Array
    faces: Array
    materials: tuple[str, ...]
    material_index: Array | None = None  # (f,)
    smooth: bool = True
    sharp_angle_rad: float | None = None  # edges sharper than this stay sharp
    point_data: dict[str, Array] = Field(default_factory=dict)  # (n,) number, (n, 3) vector or color
    corner_data: dict[str, Array] = Field(default_factory=dict)  # (f, 4, 3) color
    uv: Array | None = None  # (f, 4, 2)
    subdivide: int = 0
    solidify_m: float = 0.0
    smooth_deform: int = 0  # iterations of corrective smoothing after the rig
    pose: Pose = Pose()
    shapes: Shapes | None = None
    track: Track | None = None
    skin: Skin | None = None
    cast: str | None = None  # id of the cast member it belongs to
    visible: bool = True
    baked: bool = False
    hidden_from: tuple[Ray, ...] = ()


class Instances(_Value):
    """Copies of meshes: `prototypes` are names of Mesh nodes, `choice` (n,) picks one for each point."""

    type: Literal["instances"] = "instances"
    name: str
    prototypes: tuple[str, ...]
    points: Array  # (n, 3)
    choice: Array  # (n,)
    scales: Array  # (n,)
    rotations: Array  # (n, 3) Euler XYZ


class Strands(_Value):
    """Hair or fur: points (s, k, 3), radii (k,) or (s, k). `root_data` are attributes of the strands, a number (s,) or a vector or
    color (s, 3) for each. `skin` (s, 4): each follows the rig as its root does."""

    type: Literal["strands"] = "strands"
    name: str
    points: Array
    radii: Array
    material: str
    root_data: dict[str, Array] = Field(default_factory=dict)
    shapes: Shapes | None = None
    track: Track | None = None
    skin: Skin | None = None
    cast: str | None = None


class Rig(_Value):
    """Bones as per-frame motions from rest to posed: locations (F, B, 3), rotations (F, B, 4).
    A posed point is rotation·rest + location; all bones rest at the origin of the model."""

    type: Literal["rig"] = "rig"
    name: str
    bones: tuple[str, ...]
    locations: Array
    rotations: Array
    cast: str | None = None


class Lamp(_Value):
    """A light. power_w is watts (sun: watts a square metre). It shines along its local -Z. `only` limits it to
    the named meshes, or to cast members by id. `flicker`: the share of its light that comes and goes, as a fire's does (it is put
    into the finished frames: scene/flicker.py)."""

    type: Literal["lamp"] = "lamp"
    name: str
    kind: Literal["sun", "area", "disk", "point", "spot"]
    power_w: float
    color: Color = (1.0, 1.0, 1.0)
    size_m: tuple[float, float] = (0.1, 0.1)  # area: sides; disk, point: diameter; spot: diameter
    angle_rad: float = 0.01  # sun: its apparent size; spot: its cone
    pose: Pose = Pose()
    track: Track | None = None
    only: tuple[str, ...] = ()
    diffuse_bounces: bool = True
    portal: bool = False
    flicker: float = 0.0


class Native(_Value):
    """Something only Blender makes: one file `blender/native/<kind>.py` builds it from params and arrays. `everywhere`: it moves
    all over the picture, so that no frame can be carried over from its neighbors. `goes`: its mesh moves about the picture as the cast
    does, and what it touches is rendered in every frame."""

    type: Literal["native"] = "native"
    name: str
    kind: str
    params: dict[str, Any] = Field(default_factory=dict)
    arrays: dict[str, Array] = Field(default_factory=dict)
    materials: tuple[str, ...] = ()
    baked: bool = False
    everywhere: bool = False
    goes: bool = False


Node = Annotated[Mesh | Instances | Strands | Rig | Lamp | Native, Field(discriminator="type")]


class Sky(_Value):
    """The physical sky (Nishita), without its sun disc: the Sun lamp stands for it."""

    type: Literal["sky"] = "sky"
    sun_elevation_rad: float
    sun_azimuth_rad: float  # 0 is +Y, clockwise seen from above (towards +X)
    air: float = 1.0
    dust: float = 1.0
    ozone: float = 1.0
    strength: float = 0.3
    tint: Color = (1.0, 1.0, 1.0)
    clouds: float = 0.0  # share of the sky they cover
    cloud_color: Color = (1.0, 1.0, 1.0)
    cloud_drift: tuple[float, float] = (0.0, 0.0)  # how fast they go (scene/clouds), a second


class Gradient(_Value):
    """A sky painted from the horizon up: (sine of elevation -1..1, color) stops, with an optional glow round the sun.

    Clouds are `cloud_color` in their thick middles and, if given, `cloud_lit_color` at their thin edges and all over towards the
    glow. `disc_color` is the sun's own disc at the glow's place, seen by the camera only (a Sun lamp gives its light)."""

    type: Literal["gradient"] = "gradient"
    stops: tuple[tuple[float, Color], ...]
    strength: float = 1.0
    glow_color: Color = (0.0, 0.0, 0.0)
    glow_elevation_rad: float = 0.0
    glow_azimuth_rad: float = 0.0
    glow_angle_rad: float = 0.3
    stars: float = 0.0
    clouds: float = 0.0
    cloud_color: Color = (1.0, 1.0, 1.0)
    cloud_lit_color: Color | None = None
    cloud_drift: tuple[float, float] = (0.0, 0.0)
    disc_color: Color = (0.0, 0.0, 0.0)
    disc_angle_rad: float = 0.0093  # the sun's apparent diameter


class Panorama(_Value):
    """One of the CC0 images that ship with Blender: city, courtyard, forest, interior, night, studio, sunrise, sunset."""

    type: Literal["panorama"] = "panorama"
    name: str
    strength: float = 1.0
    yaw_rad: float = 0.0
    tint: Color = (1.0, 1.0, 1.0)


World = Annotated[Sky | Gradient | Panorama, Field(discriminator="type")]


class Haze(_Value):
    """Aerial perspective: a surface at `distance_m` has 63 % of `color` mixed in. `start_m` keeps the near clear."""

    color: Color
    distance_m: float
    strength: float = 1.0
    start_m: float = 0.0
    high_color: Color | None = None  # the color it takes at `high_m` above the ground, if another
    high_m: float = 30.0


class Transport(_Value):
    """How far light is followed in this set. `world_diffuse=False` hides the world from diffuse rays (its light is baked);
    `world_sampling=False` does not sample it as a light. `world_seen` multiplies it for camera and glossy rays.
    `guides`: "accurate" where the denoiser's albedo and normals are noisy themselves (thin bright things far away, depth of
    field) and must be cleaned first. `mirror`: the ground is so wet or polished that people see themselves in it."""

    diffuse: int = 1
    glossy: int = 1
    transmission: int = 1
    transparent: int = 8
    clamp: float = 3.0
    world_diffuse: bool = True
    world_sampling: bool = True
    world_seen: float = 1.0
    guides: Literal["accurate", "fast"] = "accurate"
    mirror: bool = False


class Image(_Value):
    """Pixels (H, W, 4), first row at the bottom, float or uint8. data=True: not a color (a mask, a height)."""

    pixels: Array
    data: bool = False


class Camera(_Value):
    """The lens, every frame: locations (F, 3), rotations (F, 4) of a camera that looks along its -Z with +Y up,
    focal_mm (F,), focus_m (F,). f_stop 0 means everything is sharp. sensor_mm is the sensor's width."""

    locations: Array
    rotations: Array
    focal_mm: Array
    focus_m: Array
    f_stop: float = 0.0
    sensor_mm: float = 36.0


class Bake(_Value):
    """Light that does not change, made once per set: `blender/bake_<method>.py` computes a color for every corner of
    the meshes marked `baked`, and materials read it as attribute("baked")."""

    method: Literal["signs", "probes"]
    params: dict[str, Any] = Field(default_factory=dict)
    arrays: dict[str, Array] = Field(default_factory=dict)


class Exposure(_Value):
    """How the film stock answers: stops, the contrast look of AgX, bloom 0..1."""

    stops: float = 0.0
    look: Literal["base", "medium_high", "high", "very_high", "medium_low", "low", "punchy"] = "medium_high"
    bloom: float = 0.0
