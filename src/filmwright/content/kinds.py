"""What each kind of content gives: the contracts between content and staging.

Every content module has WORDS (English words that name it, the first is the usual one) and EXAMPLE (a prompt that
shows it). Then, by folder:

    environments/  TIMES, WEATHERS: names it can show (first: the default) · vary(rng, shot) -> Params · build(params) -> Setting
    people/        vary(rng, member) -> PersonParams · build(params) -> Person      (figure/person.py)
    wardrobe/      MATERIALS, COLOR: defaults · build(body, garment, rng) -> Piece · COVERS: what of a body it is worn on ("upper",
                   "lower", "feet", "neck", "head"), "hair" if none of it is seen, and whether it is "outer" or "warm" (nothing need
                   go over it) · PATTERNS its cloth can have, PATTERN the one it has if no color is asked ·
                   WITH: (kind, color) of what goes with it where nothing else is worn there, "" is its own color
                   SEEN_FROM: ("behind",) of what is seen from there alone
    hair/          build(body, hair, rng) -> Piece; and, where hair grows otherwise than on most heads, line(body) -> Hairline
    actions/       POSTURE "walk"|"stand"|"sit"|"ride" · build(body, performance) -> Motion · pace(body, manner) in m/s if POSTURE is
                   "walk"; and, where they apply, SEATED: ("told",) of what is also done sitting if the text says so, ("told", "offered")
                   if it is done sitting wherever the set has a seat · USES: kinds of things one of which it handles, with
                   hold(body, thing) -> Hold · WITH: a kind that goes with that, with hold_other(body, thing) -> Hold ·
                   hold_parts(body, thing) -> {node: Hold} of parts of either that go another way (a violin's bow) ·
                   HOME: places where it is done · TURN_RAD: how far the body is turned from the lens ·
                   MEETS: what one does alone or two to each other: "face" to face, with stations as FOR_TWO, and aloud(performance) -> (F,)
                   0..1 of how much each speaks · FOR_TWO: what two do together and nobody alone: "face" to face or "side"
                   by side, with stations(one, two) -> where each of the two bodies stands; of "side" who go, both at the slower one's
                   pace (figure/pair.py) · SEEN: the size that shows it (staging/frame.py) ·
                   FACE: the expression that goes with it · MOUTH: "talk", "laugh" or "sing", if it moves the mouth (figure/speech.py) ·
                   EYES: "hands" if the eyes are on what these do · ALSO: concepts of actions that look like it ·
                   OVER: what of a body it is done with ("right", "left", "head"), if the rest may do something else meanwhile ·
                   FREE: what of it that leaves free for others · LASTS_S: for how long it is done among others, if not for 2.2 s ·
                   WEARS: garments it is done in, where the text puts nothing else there ·
                   ONLY_IN: the sets it can be done in at all · LIES: True if it is done lying on what one is on ·
                   beat(body, performance) -> Beat of what is done step by step
    moves/         build(framing, speed, frames, fps) -> scene.nodes.Camera
    times/         SUN: a `Sunlight`
    weathers/      COVER: a `Cover` · change(setting, *, wind=None, strength=None, seed=0) -> Setting (light, haze, particles, wet
                   ground), strength "light" or "heavy" of those that have more than one · LIKE: another weather that sets are made
                   for in its stead, and shown in where they show that
    looks/         GRADE: a `Grade` · HAND: a `Hand`, of looks that redraw the picture
    materials/     build(color) -> Material
    props/ vehicles/ animals/   vary(rng, member) -> Params · build(params) -> Thing; and, where they apply,
                   COLOR: its usual color · MATERIALS: names in materials/ it may be made of, the usual one first ·
                   HOME: places it is looked for in, the first that exists is taken where the text names none ·
                   DRAFT_M: how deep it lies in the water, of what floats: it looks for a mark afloat ·
                   STANDS: "table" of what is usually on one, "track" of what runs on rails ·
                   GRIP: how hands hold it: ("hang",), ("carry",) or ("up",) ·
                   SPEEDS: {action: m/s} of what carries it through the set · CARRIES: the actions of those who ride it ·
                   CLIMBS: how it leaves the ground, of what flies: ("nose",) along it at first, its nose up, else straight up ·
                   STAYS: nodes that stay behind then ·
                   CEILING_M: how high it flies then, if not as high as its `lift_m` ·
                   held(params, action) -> Params: how it is in a hand · SEEN: ("whole",) of what is high over who holds it ·
                   HANDLES: those of its ACTIONS for which it has something in its paws or before it (content/implied.PAWS) ·
                   SEATED: those it does on a seat where the set has one ·
                   ACTIONS: what it does in place, with move(thing, action, performance) -> Motion of its Thing's `bones`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import Body
from filmwright.scene.nodes import Bake, Exposure, Haze, Image, Lamp, Node, Transport, Vector, World
from filmwright.scene.shade import Material
from filmwright.values import Color

F64 = NDArray[np.float64]
Ground = Callable[[F64, F64], F64]
"""Height in metres of the ground at x, y (arrays of one shape)."""


class Mark(NamedTuple):
    """A place for the hero in a set, and how the set wants to be seen from there.

    `view_yaw_rad` is the direction the camera looks (0: +Y, counter-clockwise seen from above, so -pi/2 is +X):
    the camera stands at position - distance·view direction. `path` (m, 2) is a line one can walk along that passes the mark,
    walked from first to last point (towards the camera); `back_m` how far the camera may stand away along its axis.
    kind "surface": a place for what stands on tables; `radius_m` is how much room there is around a mark for large things.
    kind "water": a place afloat, on the still surface, for what floats.
    kind "track": a place on rails, for what runs on them; its path is the track.
    `lane`: the path is one of a road's; what drives stands along it.
    kind "seat": `seat_m` is the height of the seat over the mark's ground, `facing_yaw_rad` where the sitter faces
    (same sense as view_yaw; None: by the rule of staging, three-quarters to the camera).
    """

    position: Vector
    view_yaw_rad: float
    kind: Literal["stand", "seat", "surface", "water", "track"] = "stand"
    path: tuple[tuple[float, float], ...] = ()
    back_m: float = 30.0
    seat_m: float = 0.0
    facing_yaw_rad: float | None = None
    radius_m: float = 3.0
    lane: bool = False


class HeroLamp(NamedTuple):
    """A light that follows the hero and touches only the cast. Angles are seen from the hero: azimuth 0 is towards the camera,
    positive to camera right; power_w for a subject lit from distance_m."""

    name: str
    azimuth_rad: float
    elevation_rad: float
    distance_m: float
    size_m: float
    power_w: float
    color: Color


class Sunlight(NamedTuple):
    """Where the sun stands and what it does to the light outdoors. Colors linear, irradiance in W/m² as Blender's sun counts it."""

    elevation_rad: float
    color: Color
    irradiance: float
    sky_strength: float
    sky_dust: float
    haze_color: Color
    haze_strength: float
    exposure_stops: float
    gradient: tuple[tuple[float, Color], ...] = ()  # painted sky instead of the physical one
    glow_color: Color = (0.0, 0.0, 0.0)
    stars: float = 0.0


class Cover(NamedTuple):
    """What a weather does to daylight: `sun` is the share of direct sun that comes through, spread over `sun_angle_rad`;
    `cloud` the share of the sky hidden by an even cover, `brightness` how much of the daylight that cover sends on and `grey`
    how much color it takes; air is seen through for `haze_m` at most and clear for `haze_start_m`. `clouds` is the share of the sky
    that single clouds cover, None for as many as the place has; under an even cover they hang `dark` (0..1) below it, and go
    `drive` times as fast as on a fair day."""

    sun: float = 1.0
    sun_angle_rad: float = 0.012
    cloud: float = 0.0
    brightness: float = 0.55
    grey: float = 0.5
    haze_m: float = 1e6
    haze_start_m: float = 0.0
    stops: float = 0.0
    clouds: float | None = None
    dark: float = 0.0
    drive: float = 1.0


class Outdoors(NamedTuple):
    """The clear daylight an outdoor set was lit by, so that a weather can light it anew (content/atmosphere.py).
    Azimuths: 0 is +Y, clockwise seen from above, so +pi/2 is +X. `clouds` is the share of the clear sky that clouds cover;
    `disc`: the sun itself is in the picture; `glow_rad`: how far the sky glows round it. `under_cloud` is the sun to reckon with
    when clouds hide it, if another than `sun`."""

    sun: Sunlight
    sun_azimuth_rad: float
    haze_m: float
    view_yaw_rad: float = 0.0
    clouds: float = 0.0
    disc: bool = False
    stops: float = 0.0
    under_cloud: Sunlight | None = None
    glow_rad: float = 0.55


@dataclass(frozen=True)
class Setting:
    """A place, built: everything around the cast. `obstacles` (n, 3) are x, y, radius of what cannot be walked or filmed
    through (trees, tables, rocks over knee height). Nodes of the set that never move carry baked=True if `bake` is set.
    `camera_height_m` overrides eye level (a set may look best from lower down). `view_fall_rad` says how the camera may swing
    round the mark: the largest yaw away from view_yaw_rad that still looks good. `move_limits_m` is the free space (side, forward,
    up) for camera moves. `outdoors` is set by every set lit by daylight; weathers relight only those.
    `moving(times_s, planned_s)` gives the nodes that move by themselves (passers-by), one pose for each of the times; they are
    chosen for a shot that runs from 0 to `planned_s`. Staging adds them to `nodes`.
    `contact_shade` 0..1: how dark the patch of shadow under each member of the cast is, in sets whose light is baked and whose
    ground can therefore not be darkened by who stands on it (content/contact.py).
    `air_light`: radiance of rain and snow in the air of a set without daylight (None: weathers take it from the haze).
    `water(x, y, times_s)`: height (F, k) of the water's surface at points (F, k) at times (F,), for what floats at its marks of kind
    "water"."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    world: World
    ground: Ground
    marks: tuple[Mark, ...]
    obstacles: F64 = field(default_factory=lambda: np.zeros((0, 3)))
    images: dict[str, Image] = field(default_factory=dict)
    haze: Haze | None = None
    exposure: Exposure = Exposure()
    transport: Transport = Transport()
    hero_lamps: tuple[HeroLamp, ...] = ()
    bake: Bake | None = None
    f_stop: float = 4.0
    lens_mm: float = 35.0
    camera_height_m: float | None = None
    view_fall_rad: float = 0.6
    move_limits_m: Vector = (3.0, 6.0, 3.0)
    indoors: bool = False
    outdoors: Outdoors | None = None
    moving: Callable[[F64, float], tuple[Node, ...]] | None = None
    contact_shade: float = 0.0
    air_light: Color | None = None
    water: Callable[[F64, F64, F64], F64] | None = None


class Carrier(NamedTuple):
    """What carries a rider, every frame in the world: where the hips rest (F, 3) and which way it faces (F,), what the left and the
    right hand hold and the left and the right foot rest on (F, 3), and how it is ridden (see Ride)."""

    seat: F64
    yaw_rad: F64
    hands: tuple[F64, F64] | None
    feet: tuple[F64, F64]
    way: Literal["astride", "upright", "pushing"] = "astride"
    lean_rad: float = 0.0


class Turn(NamedTuple):
    """One of several deeds of a thing: the change into it begins at `begins_s` and it has come about at `settled_s`; `ends_s`: when the
    change into the next begins. It goes at `speed_m_s` (0: it stays), and is so high over the ground at its end (0..1, of how high it
    flies); `rises`: from when to when that changes."""

    kind: str
    begins_s: float
    settled_s: float
    ends_s: float
    speed_m_s: float = 0.0
    high: float = 0.0
    rises: tuple[float, float] = (0.0, 0.0)

    @property
    def goes(self) -> bool:
        """Whether it takes the body somewhere."""
        return self.speed_m_s > 0.0


class Partner(NamedTuple):
    """With whom somebody does what it takes two for: the body, where it stays or goes and from which point of its way on, which way it
    faces, its phase and how thick its soles are. `leads`: it is the first of the two."""

    body: Body
    path: F64
    facing_yaw_rad: float
    begin: int = 0
    phase: float = 0.0
    sole_m: float = 0.0
    leads: bool = False


class Performance(NamedTuple):
    """What an action must fill: `frames` at `fps`, along `path` (m, 3) points on the ground with the hero at path[begin] at
    time 0 (walking actions) or standing/sitting at path[0] facing `facing_yaw_rad` (0: +Y, counter-clockwise). `look_at` is
    a point worth a glance (the lens). speed_m_s None: the action's own. `ground` gives heights under the feet. The first frame is
    taken at `start_s`, and time runs `pace` times as fast as in the film: what a body does at a time must not depend on which
    frames are asked for, so that a shot can be gone on with in another. `carrier`: what it is done on, of riding. `seated`: who can do
    it standing does it sitting. `using`: the thing it handles, one of the action's USES; None: the hands are empty. `other`: what goes
    with that, of the action's WITH. `sole_m`: how thick the soles are that will lift the body: what stands on the ground is so much
    lower for it. `course`: what an animal does in turn (content/course.py), its path one line all through; `high_m`: how high it flies
    where it does; `perch`: where it leaps to, of a course that begins with that."""

    frames: int
    fps: int
    path: F64
    facing_yaw_rad: float
    ground: Ground
    manner: str | None = None
    speed_m_s: float | None = None
    seat_m: float = 0.45
    look_at: Vector | None = None
    phase: float = 0.0
    begin: int = 0
    start_s: float = 0.0
    pace: float = 1.0
    carrier: Carrier | None = None
    seated: bool = False
    using: Thing | None = None
    other: Thing | None = None
    sole_m: float = 0.0
    course: tuple[Turn, ...] = ()
    high_m: float = 0.0
    perch: Vector | None = None
    partner: Partner | None = None

    @property
    def times_s(self) -> F64:
        """The action's time at every frame (F,), in seconds; before 0 it has not begun."""
        return self.start_s + np.arange(self.frames) * self.pace / self.fps


@dataclass(frozen=True)
class Motion:
    """A performance as data: bones (B names), locations (F, B, 3), rotations (F, B, 4) from rest to world (w, x, y, z).
    A rest point p posed by one bone is R·p + t. `root` (F, 3) is the point on the ground under the body, `facing_yaw_rad` (F,).
    `forms`: how much there is of the shapes of its Thing's nodes (F,), by unit.
    `loose`: places (F, 3) and rotations (F, 4) of what no bone carries, by a name that Holds give (a ball in the air)."""

    bones: tuple[str, ...]
    locations: F64
    rotations: F64
    root: F64
    facing_yaw_rad: F64
    forms: Mapping[str, F64] = field(default_factory=dict)
    loose: Mapping[str, tuple[F64, F64]] = field(default_factory=dict)


HELD = "held"
"""A bone that a Motion of an animal may have more than its Thing: where what it handles is, and how that is turned."""


class Hold(NamedTuple):
    """How a thing goes with a bone: a point p of the thing is at turn·p + place on the body at rest. bone "": it stays on the ground
    where the body began. `size`: the thing is so many times as large as usual, p what it is then (a child's guitar). `loose`: where
    the Motion has something loose of that name, the thing is there instead."""

    bone: str
    turn: F64
    place: F64
    size: float = 1.0
    loose: str = ""


class Swing(NamedTuple):
    """How hair hangs from its bone: a pendulum of `length_m` about `pivot` (metres, at rest) that leans at most `most_rad`. `away`:
    the level direction out of the body's way ((0, 0): all are free). hang: the share of a lean of the bone after which it hangs straight
    down all the same; twist: the share of a turn of the bone that it lags behind."""

    pivot: Vector
    length_m: float
    most_rad: float
    away: tuple[float, float] = (0.0, 0.0)
    hang: float = 1.0
    twist: float = 0.0


class Flow(NamedTuple):
    """How cloth that hangs free swings with its bone: as a Swing does, but bending from its pivot down; `drag`: radians that it trails
    at a metre a second (it grows with the square). Its mesh carries the shapes (figure/swing.FLOWS)."""

    bone: str
    swing: Swing
    drag: float = 0.0


@dataclass(frozen=True)
class Piece:
    """A garment or a head of hair on a body at rest. Its nodes are in the body's rest space; skinned meshes carry `skin`, rigid
    ones are listed in `on_bone` (node name -> bone) and get that bone's motion; those in `gazing` turn with the gaze, about the
    point given there, those in `swings` lag behind the bone, meshes in `flows` bend as they do. `covered` (19158,) marks body
    points hidden under it; `sole_m` lifts the body."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material] = field(default_factory=dict)
    images: dict[str, Image] = field(default_factory=dict)
    on_bone: dict[str, str] = field(default_factory=dict)
    gazing: dict[str, Vector] = field(default_factory=dict)
    swings: dict[str, Swing] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    covered: NDArray[np.bool_] | None = None
    sole_m: float = 0.0


class Joint(NamedTuple):
    """A part of a Thing that turns about an axis through `pivot` (metres, at rest). "roll": as the way it has gone turns a wheel of
    `radius_m` about its axle (axis towards the right: it rolls forward); "spin": `rate` radians a second all the time; "swing": to
    and fro by `reach_rad` at `rate` radians a second."""

    nodes: tuple[str, ...]
    pivot: Vector
    axis: Vector = (1.0, 0.0, 0.0)
    kind: Literal["roll", "spin", "swing"] = "roll"
    radius_m: float = 0.3
    rate: float = 0.0
    reach_rad: float = 0.0


class Ride(NamedTuple):
    """How somebody rides a Thing, in metres at rest: where the hips rest, what the left and the right hand hold (None: they are held
    out), what the soles of the left and the right foot rest on. "astride": sitting, leaning forward by `lean_rad`; "upright":
    standing on it sideways, the left foot in front; "pushing": standing on the left foot, the right one pushes off the ground.
    `bone`: the one that carries it, of an animal; `pedals`: a node whose joint
    carries the feet round."""

    seat: Vector
    feet: tuple[Vector, Vector]
    hands: tuple[Vector, Vector] | None = None
    way: Literal["astride", "upright", "pushing"] = "astride"
    lean_rad: float = 0.0
    bone: str | None = None
    pedals: str | None = None


@dataclass(frozen=True)
class Thing:
    """An animal, a vehicle or a prop at rest: it stands on z = 0, the middle of its footprint is the origin, its front looks along
    +Y and its right side is at +X. Nodes are Meshes with a `rest` attribute, and Strands; skinned meshes carry `skin` on the rig RIG
    (figure/skinned.py) of the `bones`. `view_rad`: how far its front is turned from the camera where it is seen best
    (0: it faces the camera, pi/2: seen from its right side). `face`: what a close-up shows, with `face_m` its height (None: the
    whole of it). `top`: where something may stand on it (x, y, z), and `hollow`: where something may lie in it. `lift_m`: how
    high over the ground it is, of what flies or hangs. `grip`: where a hand closes round it, if the module says GRIP (None: its top if
    it hangs from the hand, else its middle). `sits`: seats (x, y, z, yaw) of those it carries or seats;
    `decks`: where people stand on board (x, y, z); `ride`: how it is ridden. `lamps`: light that it gives, where its own surfaces only
    look as if they shone. `handles`: how large a thing is that it handles, against one for people, by action."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image] = field(default_factory=dict)
    joints: tuple[Joint, ...] = ()
    bones: tuple[str, ...] = ()
    view_rad: float = 0.6
    face: Vector | None = None
    face_m: float = 0.3
    top: Vector | None = None
    hollow: Vector | None = None
    lift_m: float = 0.0
    grip: Vector | None = None
    sits: tuple[tuple[float, float, float, float], ...] = ()
    decks: tuple[Vector, ...] = ()
    ride: Ride | None = None
    lamps: tuple[Lamp, ...] = ()
    handles: Mapping[str, float] = field(default_factory=dict)


class Grade(NamedTuple):
    """A look as numbers applied in display space: lift, gamma, gain and saturation; the color that a picture is toned in after
    that; grain and vignette 0..1."""

    lift: Color = (0.0, 0.0, 0.0)
    gamma: Color = (1.0, 1.0, 1.0)
    gain: Color = (1.0, 1.0, 1.0)
    saturation: float = 1.0
    contrast: float = 1.0
    tone: Color = (1.0, 1.0, 1.0)
    grain: float = 0.0
    vignette: float = 0.0


LOWEST_M = 0.22  # a camera on its head on the ground; chosen


class Hand(NamedTuple):
    """How a look redraws the picture before it is graded, in the order of the fields. Lengths are shares of the picture's height.
    `hold`: each picture stays for so many frames. `blur`: all but a band in the middle goes out of focus. `dabs`: size of the dabs
    of color it is laid down in; `strokes`: length of the strokes along its edges, which `swirl` (0..1) of the way turn round each
    other where nothing gives them a direction; `vivid`: color on top of its own. `levels`: tones a color may have, 0 all;
    `palette`: the only colors (sRGB). `pixels`: columns of square picture elements. `ink`: how dark outlines are, `ink_width` wide.
    `wash`: how pigment gathers at edges and grains, on white paper; `relief`: how thick the paint lies; `paper`: how its ground
    shows. `glow`: how far bright things bleed, in the color `glow_tint`. `tape`: the faults of magnetic tape."""

    hold: int = 1
    blur: float = 0.0
    dabs: float = 0.0
    strokes: float = 0.0
    swirl: float = 0.0
    vivid: float = 0.0
    levels: int = 0
    palette: tuple[Color, ...] = ()
    pixels: int = 0
    ink: float = 0.0
    ink_width: float = 0.002
    wash: float = 0.0
    relief: float = 0.0
    paper: float = 0.0
    glow: float = 0.0
    glow_tint: Color = (1.0, 1.0, 1.0)
    tape: float = 0.0


class Framing(NamedTuple):
    """What a camera move starts from, decided by staging: the subject's point of interest every frame `targets` (F, 3), the
    camera's place `eye` (3,) and where it looks `aim` (3,) (the subject set off center) at the shot's key frame, what an
    operator would aim at from any eyes (F, 3), frame by frame, to keep the subject where the rule wants it (`aims`), lens,
    focus and the room it may move in (side, forward, up). `key` is the key frame; `seed` is for hands that are never still;
    `other_m` is the distance of what else focus may lie on: somebody else of the cast, or the background; `lowest_m` is how near to
    the ground the lens may come. `anchor` is the share of the move that is behind it where the camera stands as framed: half, 1 for
    a move that ends there, 0 for one that begins there; `rests` says of its beginning and its end whether the camera is at rest
    there, because another move comes before or after."""

    targets: F64
    eye: F64
    aim: F64
    aims: Callable[[F64], F64]
    focal_mm: float
    f_stop: float
    sensor_mm: float
    room_m: Vector
    ground: Ground
    key: int = 0
    seed: int = 0
    other_m: float = 30.0
    lowest_m: float = LOWEST_M
    anchor: float = 0.5
    rests: tuple[bool, bool] = (False, False)
