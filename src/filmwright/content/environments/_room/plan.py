"""What makes one room: its size, its surfaces, where its windows are and what stands in it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from filmwright.content.environments._room.fittings import Fitting
from filmwright.values import Color

Floor = Literal["planks", "tiles", "carpet", "concrete"]


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
    rug: tuple[float, float, float, float, str] | None = None  # x, y, width, depth, color
    lamp: tuple[float, float] | None = (0.0, 0.2)  # a pendant over x, y
    stand: tuple[float, float] = (0.3, -0.6)
    seat: tuple[float, float, float, float] | None = None
    table: tuple[float, float, float] | None = None
    tiled_m: float = 0.0  # walls are tiled up to this height
    tile_color: str = "#dfe5e4"
    skirting: bool = True


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
