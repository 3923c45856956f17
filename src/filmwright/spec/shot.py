"""One shot of a Film, as words that content tables resolve. Every field left None is chosen by staging from the seed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_HEX = re.compile(r"#[0-9a-f]{6}\Z")


def _name(value: str) -> str:
    if not _NAME.match(value):
        raise ValueError("a name is lower case letters, digits and underscores")
    return value


def _color(value: str) -> str:
    if not (_NAME.match(value) or _HEX.match(value)):
        raise ValueError('a color is a name such as "red" or "dark_blue", or "#rrggbb"')
    return value


LONGEST_AGO_S = 1e5  # a whole film of the fastest time lapse
Name = Annotated[str, AfterValidator(_name)]
ColorName = Annotated[str, AfterValidator(_color)]
"""A color by name ("red", "dark_blue", content/colors.py) or "#rrggbb" in sRGB."""
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*-[0-9]+$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Part):
    """Where: a place by its concept (data/concepts.toml), and what the text says about it. region: a named part of the world
    ("paris", "amalfi_coast"). features: things that belong to the place."""

    kind: Name
    region: Name | None = None
    season: Name | None = None
    ground: Name | None = None
    features: tuple[Name, ...] = ()


class Light(_Part):
    """When: dawn, morning, noon, afternoon, golden_hour, dusk, blue_hour, night; quality: soft, harsh, dramatic …, as the text says."""

    time: Name
    quality: Name | None = None


class Weather(_Part):
    """clear, overcast, fog, snowfall, rain, storm; wind: still, breeze, strong; strength: light (drizzle, mist, single clouds), heavy
    (downpour, blizzard)."""

    kind: Name = "clear"
    wind: Name | None = None
    strength: Name | None = None


class Hair(_Part):
    """color: black, brown, blond, red, gray, white … or any other, of dyed hair; length: short, medium, long, bald; style: a content hair
    style; beard: whether there is one, or its kind: full, short, stubble, goatee, moustache, long."""

    color: ColorName | None = None
    length: Name | None = None
    style: Name | None = None
    beard: bool | Name | None = None


class Garment(_Part):
    """One piece of the wardrobe."""

    kind: Name
    color: ColorName | None = None
    material: Name | None = None
    pattern: Name | None = None  # striped, checked, dotted, floral


class Action(_Part):
    """What a member does (walk, play_guitar, chase …), how (slow, brisk, casual, confident …) and to which member. at: when it
    begins, as a share of the shot; None for the first, or right after the one before. take: the file of a take (spec/mocap.py): it is
    done as somebody did it there."""

    kind: Name
    manner: Name | None = None
    to: Id | None = None
    at: float | None = Field(default=None, ge=0, lt=1)
    take: str | None = None


class Relation(_Part):
    """Where a member is, seen from the camera: left_of, right_of, beside, behind, in_front_of, on, under, above, inside …
    another member."""

    kind: Name
    to: Id


class Member(_Part):
    """One of the cast: a person, an animal, a vehicle or a prop, by its concept. sex: female or male, where the text tells it
    apart from the kind. size: tiny, small, large, huge. complexion: light, medium, tan, brown, dark. then: actions after or beside
    the first, in order (`at`). also: where it is seen from others than the one of `relation`."""

    id: Id
    kind: Name
    count: int = Field(default=1, ge=1, le=200)
    sex: Name | None = None
    size: Name | None = None
    pattern: Name | None = None
    age: Name | None = None  # child, teen, young, adult, middle_aged, old
    color: ColorName | None = None
    material: Name | None = None
    build: Name | None = None  # slim, average, heavy, muscular, tall, short
    complexion: Name | None = None
    hair: Hair | None = None
    wardrobe: tuple[Garment, ...] = ()
    action: Action | None = None
    then: tuple[Action, ...] = ()
    expression: Name | None = None
    holds: tuple[Id, ...] = ()
    relation: Relation | None = None
    also: tuple[Relation, ...] = ()

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All there is to say of where it stands to others, the first first."""
        return self.also if self.relation is None else (self.relation, *self.also)


class Move(_Part):
    """A move after the first of a shot: at is when it begins, as a share of the time the moves are planned over; None: the moves share
    what is left alike. size, angle: how the picture is framed when it has ended, if that changes. The same move again goes on."""

    move: Name = "static"
    speed: Name | None = None
    at: float | None = Field(default=None, gt=0, lt=1)
    size: Name | None = None
    angle: Name | None = None


class Camera(_Part):
    """size, angle and move are names of the content; speed: slow, normal, fast; then: moves after the first, each from where the one
    before ended; focus and follow name members; part: of whom it is about, what
    a close-up is of ("eye", "hands" …). span_s: the stretch of
    the shot's own time (seconds, 0: its first frame) that the move is planned over, if not all of it. Before and after it the camera
    goes on as it moves there, and comes to rest."""

    size: Name | None = None
    angle: Name = "eye_level"
    move: Name = "static"
    speed: Name | None = None
    then: tuple[Move, ...] = Field(default=(), max_length=5)
    lens_mm: float | None = Field(default=None, ge=8, le=400)
    f_stop: float | None = Field(default=None, ge=0.7, le=64)
    part: Name | None = None
    focus: Id | None = None
    follow: Id | None = None
    span_s: tuple[float, float] | None = None

    @property
    def moves(self) -> tuple[str, ...]:
        """The names of all its moves, in order."""
        return (self.move, *(step.move for step in self.then))

    @model_validator(mode="after")
    def _check_span(self) -> Camera:
        if self.span_s is not None and not -600 <= self.span_s[0] < self.span_s[1] <= 600:
            raise ValueError("span_s is a beginning and a later end, in seconds")
        return self

    @model_validator(mode="after")
    def _check_then(self) -> Camera:
        begins = [step.at for step in self.then if step.at is not None]
        if any(later <= earlier for earlier, later in pairwise(begins)):
            raise ValueError("moves begin one after the other")
        return self


class Look(_Part):
    """How the film stock and the grade look."""

    style: Name = "photoreal"
    grade: Name | None = None
    film: Name | None = None
    grain: float = Field(default=0.0, ge=0, le=1)
    aspect_bars: float | None = Field(default=None, gt=1, lt=4)


class Cut(_Part):
    """What of a take is in the film: from `from_s` to `to_s` (None: its end) of the take's own time, played at `rate` (2: twice as
    fast, from the frames there are). The take itself is planned and staged as if all of it were shown, so its frames stay."""

    from_s: float = Field(default=0.0, ge=0, le=60, allow_inf_nan=False)
    to_s: float | None = Field(default=None, gt=0, le=60, allow_inf_nan=False)
    rate: float = Field(default=1.0, ge=0.1, le=10, allow_inf_nan=False)

    @model_validator(mode="after")
    def _check(self) -> Cut:
        if self.to_s is not None and self.to_s <= self.from_s:
            raise ValueError(f"a cut ends after it begins: {self.to_s:g} s is not after {self.from_s:g} s")
        return self


class Transition(_Part):
    """How a shot goes over into the next; the last shot's goes over into the first, for a film that loops. dissolve: for `seconds`
    both are seen, and the film is so much shorter. match_cut: no time passes; the next shot's camera goes on as this one's ended."""

    kind: Literal["dissolve", "match_cut"]
    seconds: float = Field(default=0.0, ge=0, le=10, allow_inf_nan=False)


class Shot(_Part):
    """One take, from one camera. pace: how fast time runs in it; 0.4 is slow motion, 30 a time lapse. start_s: how long it has run
    in the world when its first frame is taken (an extended shot goes on where it ended). span_s: the stretch of the world's time that
    was planned for what people do, if not what the take shows: the one that an extended shot goes on with. period_s: after so long (of
    the film's time) the camera, and whoever stays in place, are where they were, so that the shot can be repeated without end."""

    seconds: float = Field(default=4.0, gt=0, le=60, allow_inf_nan=False)
    pace: float = Field(default=1.0, ge=0.01, le=1000)
    start_s: float = Field(default=0.0, ge=-LONGEST_AGO_S, le=LONGEST_AGO_S, allow_inf_nan=False)
    span_s: tuple[float, float] | None = None
    period_s: float | None = Field(default=None, gt=0, le=60, allow_inf_nan=False)
    place: Place
    light: Light
    weather: Weather = Weather()
    cast: tuple[Member, ...] = ()
    camera: Camera = Camera()
    look: Look = Look()
    cut: Cut | None = None
    into: Transition | None = None

    @model_validator(mode="after")
    def _check_span(self) -> Shot:
        if self.span_s is not None and not -LONGEST_AGO_S <= self.span_s[0] < self.span_s[1] <= LONGEST_AGO_S:
            raise ValueError("span_s is a beginning and a later end, in seconds")
        return self

    @model_validator(mode="after")
    def _check_cast(self) -> Shot:
        ids = [member.id for member in self.cast]
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"two members of the cast are called {twice}")
        alone = next((m.id for m in self.cast for relation in m.relations if relation.to == m.id), None)
        if alone is not None:
            raise ValueError(f"{alone} stands in a relation to itself")
        return self
