"""Materials as data: a closed set of shading operations and the Material they feed.

An `Expr` is an operation on numbers, colors and other `Expr`s; `filmwright.blender.materials` turns it into shader nodes
and the sketch engine reads only `Material.preview_color`. Write them with the functions below and with + - * /:

    snow = remap(normal_z() + noise(scale=2.2) * 0.35, 0.72, 1.0)
    Material(color=mix((0.02, 0.04, 0.02), (0.86, 0.89, 0.95), snow), roughness=0.75)

Colors are linear RGB. Coordinates are metres unless a space says otherwise.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from filmwright.values import Color

Op = Literal[
    # sources
    "attribute",  # params name -> color/vector/number stored on points or corners
    "coords",  # params space: world | object | rest | uv | generated | window | camera
    "normal",  # world-space shading normal
    "random",  # 0..1 per object or instance
    "camera_distance",  # metres from the camera
    "facing",  # layer weight facing, 0 facing the camera .. 1 grazing
    "fresnel",  # params ior
    "ray",  # params kind: camera | shadow | diffuse | glossy | transmission ; 1 for that ray kind
    "backfacing",
    "time",  # the Stage's time_s (animated by the worker)
    # math on numbers (args 1, 2 or 3)
    "add", "sub", "mul", "div", "min", "max", "pow", "mod", "abs", "sin", "cos", "exp", "sqrt", "fract", "floor",
    "greater", "less", "clamp", "atan2",
    # vectors
    "x", "y", "z", "combine", "vadd", "vsub", "vmul", "vscale", "dot", "length", "normalize", "mapping",
    # textures
    "noise", "noise_color", "voronoi", "voronoi_color", "wave", "checker", "brick", "white_noise", "white_noise_color",
    "image", "image_alpha", "blackbody",
    # color
    "mix", "cmul", "cadd", "ramp", "remap", "hsv",
]  # fmt: skip


class Expr(BaseModel):
    """One operation. `args` are numbers, colors/vectors or further operations; `params` are constants of the operation."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    op: Op
    args: tuple[Value, ...] = ()
    params: dict[str, float | int | str | bool | tuple[float, ...] | tuple[tuple[float, Color], ...]] = Field(
        default_factory=dict
    )

    def __add__(self, other: Value) -> Expr:
        return Expr(op="add", args=(self, other))

    def __radd__(self, other: Value) -> Expr:
        return Expr(op="add", args=(other, self))

    def __sub__(self, other: Value) -> Expr:
        return Expr(op="sub", args=(self, other))

    def __rsub__(self, other: Value) -> Expr:
        return Expr(op="sub", args=(other, self))

    def __mul__(self, other: Value) -> Expr:
        return Expr(op="mul", args=(self, other))

    def __rmul__(self, other: Value) -> Expr:
        return Expr(op="mul", args=(other, self))

    def __truediv__(self, other: Value) -> Expr:
        return Expr(op="div", args=(self, other))


Value = float | Color | Expr
Expr.model_rebuild()


def op(name: Op, *args: Value, **params: float | int | str | bool | tuple[float, ...]) -> Expr:
    """Any operation by its name, for the ones without a function of their own."""
    return Expr(op=name, args=args, params=dict(params))


def attribute(name: str) -> Expr:
    """A point or corner attribute of the mesh: color, vector or number."""
    return Expr(op="attribute", params={"name": name})


def coords(space: Literal["world", "object", "rest", "uv", "generated", "window", "camera"] = "world") -> Expr:
    """A position. `rest` is the mesh's own `rest` attribute (it does not swim on a deforming mesh), in metres."""
    return Expr(op="coords", params={"space": space})


def normal_z() -> Expr:
    """How much the surface faces up, -1..1."""
    return Expr(op="z", args=(Expr(op="normal"),))


def mapping(vector: Expr, *, scale: Color = (1, 1, 1), offset: Color = (0, 0, 0), rotation: Color = (0, 0, 0)) -> Expr:
    """`vector` scaled, rotated (radians, XYZ), then moved."""
    return Expr(op="mapping", args=(vector,), params={"scale": scale, "offset": offset, "rotation": rotation})


def noise(
    vector: Expr | None = None,
    *,
    scale: Value = 1.0,
    detail: float = 2.0,
    roughness: float = 0.5,
    distortion: float = 0.0,
) -> Expr:
    """Perlin fractal noise 0..1 around 0.5, over world position unless a vector is given."""
    return Expr(
        op="noise",
        args=(vector if vector is not None else coords(), scale),
        params={"detail": detail, "roughness": roughness, "distortion": distortion},
    )


def voronoi(
    vector: Expr | None = None,
    *,
    scale: Value = 1.0,
    feature: Literal["F1", "F2", "SMOOTH_F1", "DISTANCE_TO_EDGE"] = "F1",
    randomness: float = 1.0,
) -> Expr:
    """Distance of cellular noise, over world position unless a vector is given."""
    return Expr(
        op="voronoi",
        args=(vector if vector is not None else coords(), scale),
        params={"feature": feature, "randomness": randomness},
    )


def mix(a: Value, b: Value, factor: Value) -> Expr:
    """Color a where factor is 0, b where it is 1."""
    return Expr(op="mix", args=(a, b, factor))


def cmul(a: Value, b: Value) -> Expr:
    """Two colors multiplied channel by channel (`*` is for numbers)."""
    return Expr(op="cmul", args=(a, b))


def cadd(a: Value, b: Value) -> Expr:
    """Two colors added channel by channel (`+` is for numbers)."""
    return Expr(op="cadd", args=(a, b))


def remap(
    x: Value, low: float, high: float, to_low: float = 0.0, to_high: float = 1.0, *, smooth: bool = False
) -> Expr:
    """x carried from low..high to to_low..to_high, clamped."""
    return Expr(
        op="remap",
        args=(x,),
        params={"low": low, "high": high, "to_low": to_low, "to_high": to_high, "smooth": smooth},
    )


def ramp(x: Value, *stops: tuple[float, Color], constant: bool = False) -> Expr:
    """A color ramp: (position, color) stops, positions rising in 0..1; at most 32 of them."""
    return Expr(op="ramp", args=(x,), params={"stops": stops, "constant": constant})


def image(name: str, vector: Expr | None = None) -> Expr:
    """The color of one of the Stage's images, over UV unless a vector is given."""
    return Expr(op="image", args=(vector if vector is not None else coords("uv"),), params={"name": name})


class Bump(BaseModel):
    """Relief: a height expression, its strength 0..1 and what a height of 1 means in metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    height: Value
    strength: Value = 1.0
    distance_m: float = 0.01


class Material(BaseModel):
    """What a surface is made of.

    model "principled": the full surface. "emission": only `emission`·`emission_strength`, no light falls on it.
    "layered": emission underneath (a baked color, say) with a glossy layer mixed in by `gloss` (0..1, usually a Fresnel
    expression) of `roughness`: cheap and almost noise-free, for sets with baked light; `diffuse` adds a surface of `color`
    that answers lamps (0: none, 1: full). "glow": emission added to what is behind it. "hair": strands, `color` and
    `roughness` used. "glass": thin pane: transparent with a Fresnel reflection, tinted by `color`.
    `alpha` works in all. `haze` lets the shot's aerial haze veil it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    model: Literal["principled", "emission", "layered", "glow", "hair", "glass"] = "principled"
    color: Value = (0.5, 0.5, 0.5)
    roughness: Value = 0.6
    metallic: Value = 0.0
    specular: Value = 0.5
    ior: float = 1.45
    coat: Value = 0.0
    coat_roughness: Value = 0.1
    sheen: Value = 0.0
    sheen_color: Color = (1.0, 1.0, 1.0)
    subsurface: Value = 0.0
    subsurface_radius: Color = (1.0, 0.35, 0.2)
    subsurface_scale_m: float = 0.008
    transmission: Value = 0.0
    emission: Value = (0.0, 0.0, 0.0)
    emission_strength: Value = 1.0
    gloss: Value = 0.0
    gloss_color: Value = (1.0, 1.0, 1.0)
    diffuse: Value = 0.0
    translucent: Value = 0.0  # share of the diffuse light that comes through from behind (leaves, curtains)
    alpha: Value = 1.0
    bumps: tuple[Bump, ...] = ()
    haze: bool = True
    lights: bool = False  # True: Cycles samples its emission as a light (only for few, large, bright surfaces)
    preview: Color | None = None

    @property
    def preview_color(self) -> Color:
        """One linear color to stand for the material in a sketch."""
        if self.preview is not None:
            return self.preview
        return _average(self.emission if self.model in ("emission", "layered") else self.color)


def changes(material: Material) -> bool:
    """Whether a material looks different as time goes by."""
    return any(_timed(value) for _, value in material) or any(_timed(v) for bump in material.bumps for _, v in bump)


def only_glows(material: Material) -> bool:
    """Whether a material only adds light to what is behind it: steam, sunbeams, rain on a pane. An object index sees through it
    but for stray pixels, and what it adds is faint and soft enough to be blended between neighboring frames."""
    return material.model == "glow"


def _timed(value: object) -> bool:
    return isinstance(value, Expr) and (value.op == "time" or any(_timed(a) for a in value.args))


def _average(value: Value) -> Color:
    if isinstance(value, tuple):
        return value
    if isinstance(value, (int, float)):
        return (float(value),) * 3
    if value.op == "ramp":
        stops: Any = value.params["stops"]
        colors: list[Color] = [color for _, color in stops]
    else:
        colors = [_average(a) for a in value.args[:2] if not isinstance(a, (int, float))] or [(0.5, 0.5, 0.5)]
    n = len(colors)
    return (sum(c[0] for c in colors) / n, sum(c[1] for c in colors) / n, sum(c[2] for c in colors) / n)
