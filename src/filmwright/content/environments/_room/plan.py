"""What makes one room: its size, its surfaces, where its windows are and what stands in it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from filmwright.values import Color

Floor = Literal["planks", "tiles", "carpet", "concrete", "rubber", "linoleum", "splashed", "boards"]
Wall = Literal["plaster", "brick"]
Outlook = Literal["street", "garden"]
WARM: Color = (1.0, 0.62, 0.34)  # a filament lamp
COOL: Color = (0.90, 0.96, 1.0)  # a fluorescent tube


class Fitting(NamedTuple):
    """Something built in, drawn along x with its back at y = 0 and the room at -y: its middle `at` (x, y), width, the way it is turned
    (0: it stands at the back wall, pi/2: at the left), and its color."""

    kind: str  # one of fittings.MAKERS
    at: tuple[float, float]
    width: float
    yaw_rad: float = 0.0
    color: str = "#e3e0d8"
    gap: tuple[float, float] | None = None  # from, to: left open for a stove or a refrigerator
    height: float = 2.2


class Fixture(NamedTuple):
    """A lamp: where it hangs (x, y), how far below the ceiling, its power in watts (None: as the hour asks for), the color of what is
    seen of it and of its light. A "tube" is `length_m` long and turned by `yaw_rad` (0: along x), a "spot" shines on `aim`; a "flame"
    is only light."""

    kind: Literal["shade", "dome", "globe", "tube", "flame", "spot"]
    at: tuple[float, float]
    drop_m: float = 0.55
    power_w: float | None = None
    color: str = "#17181a"
    light: Color = WARM
    yaw_rad: float = 0.0
    length_m: float = 1.5
    aim: tuple[float, float, float] = (0.0, 0.0, 1.0)


class Piece(NamedTuple):
    """A prop of the room: its name, where it stands (x, y, z in metres), the way its front faces (0: +Y, counter-clockwise),
    its color and material (None: its own), and how large it is against the usual."""

    prop: str
    at: tuple[float, float, float]
    yaw_rad: float = 0.0
    color: str | None = None
    material: str | None = None
    scale: float = 1.0


class Opening(NamedTuple):
    """A window: the wall it is in, its middle along the wall, its width, sill and head in metres, and how its panes are parted."""

    wall: Literal["left", "back", "right"]
    middle: float
    width: float = 1.5
    sill: float = 0.85
    head: float = 2.25
    panes: tuple[int, int] = (2, 2)
    curtains: str | None = None  # their color


class Light(NamedTuple):
    """What lights the room at an hour: the sun through the window, the fill of the open side, the brightness of the view, the lamp."""

    sun: Color
    sun_w: float
    elevation_rad: float
    fill: Color
    fill_strength: float
    view: Color
    view_strength: float
    lamp_w: float
    stops: float


class Plan(NamedTuple):
    """A room as the camera looks into it along +Y: `half_m` is half its width, it reaches from the open side to `back_m`. `seat`: x, y,
    height and facing of a place to sit; `table`: the top on which small things stand (x, y, z); `stand` where people stand."""

    half_m: float = 2.9
    back_m: float = 2.6
    height_m: float = 2.75
    wall: str = "#d8d2c4"
    accent: str | None = None  # the back wall, if another color
    floor: Floor = "planks"
    floor_color: str = "#8a6544"
    windows: tuple[Opening, ...] = (Opening("left", 0.6),)
    pieces: tuple[Piece, ...] = ()
    fittings: tuple[Fitting, ...] = ()
    pictures: tuple[tuple[float, float, float, float, str], ...] = ()  # on the back wall: x, z, width, height, color
    hearth: Piece | None = None  # a fireplace, only for who asks for one; it takes the place of what is there
    rug: tuple[float, float, float, float, str] | None = None  # x, y, width, depth, color
    lamps: tuple[Fixture, ...] = (Fixture("shade", (0.0, 0.2)),)
    stand: tuple[float, float] = (0.3, -0.6)
    seat: tuple[float, float, float, float] | None = None
    table: tuple[float, float, float] | None = None
    tiled_m: float = 0.0  # walls are tiled up to this height
    tile_color: str = "#dfe5e4"
    skirting: bool = True
    walls: Wall = "plaster"
    back_wall: Wall | None = None  # if another than the others
    panelled: tuple[float, str] | None = None  # wood panels up to this height, of this color
    outlook: Outlook = "street"
    inside: Light | None = None  # of a room that no day reaches: the same at every hour
    platform: tuple[float, float] | None = None  # from this y on, the floor is so much higher
    back_off_m: float = 3.7  # how far from `stand` the camera may be
    eye_m: float = 1.25  # height of the lens
    stops: float = 0.0  # on top of those of the hour
