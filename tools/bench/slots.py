"""What a Film says, slot by slot, so that a reading can be compared with what somebody wrote down by hand.

A slot is a small tuple, ("car", "red") or ("woman", "walk"); slots of a kind form a set, over all shots. Only what the text said
counts: what the Ledger calls chosen, and what a Film holds because it must hold something, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Action, Member, Shot

Slot = tuple[str | float, ...]
Slots = dict[str, set[Slot]]

LISTS = (
    "objects",
    "colors",
    "counts",
    "garments",
    "materials",
    "patterns",
    "actions",
    "manners",
    "holds",
    "relations",
    "expressions",
)
PLAIN = (
    "place",
    "region",
    "time",
    "weather",
    "season",
    "style",
    "film",
    "move",
    "speed",
    "size",
    "angle",
    "lens_mm",
    "f_stop",
    "pace",
)
KINDS = (*LISTS, *PLAIN, "seconds", "shots")
"""The kinds of slot of a line of gold: lists of tuples, values (or lists of values), and numbers of the whole film."""

STEMS = ("pan", "tilt", "dolly", "truck", "boom", "orbit", "whip_pan", "zoom")
"""Moves that have a direction; gold that names only the stem leaves the direction open."""
MIRRORED = {"right_of": "left_of", "behind": "in_front_of"}
"""Relations that say the same with their ends exchanged: "a left of b" is "b right of a"."""
FABRICS = ("leather", "denim", "wool", "straw", "fur", "silk", "lace")
"""A garment named by what it is made of ("leather_jacket") is the plain one; the material is a slot of its own."""
DEFAULTS = {"weather": "clear", "style": "photoreal", "move": "static", "angle": "eye_level"}
"""What a Film holds where the text is silent: said only if an entry of the Ledger points there."""


def said(film: Film, ledger: Ledger) -> Slots:
    """The slots of a Film that its text said."""
    heard = _Heard(ledger)
    found: Slots = {kind: set() for kind in KINDS}
    for n, shot in enumerate(film.shots):
        _cast(found, shot, f"shots.{n}", heard)
        for kind, path, value in _plain(shot, f"shots.{n}"):
            if value is None or heard.chosen(path):
                continue
            if value == DEFAULTS.get(kind) and not heard.said(path):
                continue
            if kind in ("lens_mm", "f_stop") and not heard.in_figures(path):
                continue  # a lens by name, "shallow depth of field": the gold has both in figures only
            found[kind].add((value,))
    if any(heard.said(f"shots.{n}.seconds") for n in range(len(film.shots))) or heard.said("seconds"):
        found["seconds"].add((round(sum(shot.seconds for shot in film.shots), 2),))
    if len(film.shots) > 1:
        found["shots"].add((len(film.shots),))
    return found


def wanted(gold: Mapping[str, Any]) -> Slots:
    """The slots of a line of gold. Raises ValueError for a kind of slot there is none of."""
    found: Slots = {kind: set() for kind in KINDS}
    for kind, values in gold.items():
        if kind not in KINDS:
            raise ValueError(f"gold has no slots called {kind!r}; it has {', '.join(KINDS)}")
        for value in values if isinstance(values, list) else [values]:
            found[kind].add(tuple(value) if isinstance(value, list) else (value,))
    found["garments"] = {
        (slot[0], _plainly(str(slot[1])), slot[2] if len(slot) > 2 and slot[2] else "") for slot in found["garments"]
    }
    found["materials"] = {(_plainly(str(thing)), material) for thing, material in found["materials"]}
    found["patterns"] = {(_plainly(str(thing)), pattern) for thing, pattern in found["patterns"]}
    found["relations"] = {_relation(str(a), str(kind), str(b)) for a, kind, b in found["relations"]}
    found["shots"].discard((1,))
    return found


class Miss(NamedTuple):
    """Slots of one prompt that were not found, and slots found that are not there."""

    prompt: str
    kind: str
    missing: tuple[Slot, ...]
    extra: tuple[Slot, ...]


@dataclass
class Score:
    """How many slots were found rightly, missed, and found wrongly."""

    right: int = 0
    missing: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.missing + self.extra
        return 2 * self.right / total if total else 1.0


@dataclass
class Scores:
    """The scores of each kind of slot over many prompts, and what was missed in which."""

    kinds: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    misses: list[Miss] = field(default_factory=list)

    def add(self, prompt: str, right: Slots, found: Slots) -> None:
        """Count one prompt: what is right against what was found."""
        for kind in KINDS:
            want, have = right[kind], _directed(found[kind], right[kind]) if kind == "move" else found[kind]
            have = _counted(have, want) if kind == "counts" else have
            score = self.kinds[kind]
            score.right += len(want & have)
            score.missing += len(want - have)
            score.extra += len(have - want)
            if want != have:
                self.misses.append(Miss(prompt, kind, _sorted(want - have), _sorted(have - want)))

    @property
    def overall(self) -> Score:
        """All kinds together, each slot counting once."""
        scores = self.kinds.values()
        return Score(sum(s.right for s in scores), sum(s.missing for s in scores), sum(s.extra for s in scores))

    def measured(self) -> dict[str, Score]:
        """The kinds that gold or reading have any slot of."""
        return {kind: score for kind, score in self.kinds.items() if score != Score()}


class _Heard:
    """Where the Ledger's entries point: what somebody wrote, and what the program chose."""

    def __init__(self, ledger: Ledger) -> None:
        self._written = [(e.path, e.text) for e in ledger.entries if e.span and e.path]
        written = {path for path, _ in self._written}
        self._chosen = {
            e.path
            for e in ledger.entries
            # a gap in what words did name ("a lace dress": there is no lace yet) is nothing chosen
            if not e.span and e.path and (e.status == "chosen" or not any(_in(e.path, path) for path in written))
        }

    def said(self, path: str) -> bool:
        """Whether words point to this path, or to something in it."""
        return any(_in(written, path) for written, _ in self._written)

    def in_figures(self, path: str) -> bool:
        """Whether words that point to this path have a number in figures."""
        return any(_in(written, path) and re.search(r"\d", text) for written, text in self._written)

    def chosen(self, path: str) -> bool:
        """Whether the program chose what stands at this path, and no words point there."""
        return any(_in(path, chosen) for chosen in self._chosen) and not self.said(path)


def _in(path: str, above: str) -> bool:
    return path == above or path.startswith(above + ".")


def _cast(found: Slots, shot: Shot, at: str, heard: _Heard) -> None:
    kind_of = {member.id: member.kind for member in shot.cast}
    counts: dict[str, int] = {}
    for m, member in enumerate(shot.cast):
        here = f"{at}.cast.{m}"
        if heard.chosen(f"{here}.kind"):
            continue
        found["objects"].add((member.kind,))
        if not heard.chosen(f"{here}.count"):
            counts[member.kind] = counts.get(member.kind, 0) + member.count
        _looks(found, member, here, heard)
        for path, action in _deeds(member, here, heard):
            found["actions"].add((member.kind, action.kind))
            if action.manner is not None and heard.said(f"{path}.manner"):  # else the verb says it: "tiptoes"
                found["manners"].add((member.kind, action.kind, action.manner))
        found["holds"].update((member.kind, kind_of[other]) for other in member.holds)
        found["relations"].update(
            _relation(member.kind, relation.kind, kind_of[relation.to])
            for relation in member.relations
            if not heard.chosen(f"{here}.relation")
        )
    found["counts"].update((kind, count) for kind, count in counts.items() if count > 1)


def _looks(found: Slots, member: Member, here: str, heard: _Heard) -> None:
    if member.color is not None and not heard.chosen(f"{here}.color"):
        found["colors"].add((member.kind, member.color))
    if member.material is not None and not heard.chosen(f"{here}.material"):
        found["materials"].add((member.kind, member.material))
    if member.pattern is not None and not heard.chosen(f"{here}.pattern"):
        found["patterns"].add((member.kind, member.pattern))
    if member.expression is not None and not heard.chosen(f"{here}.expression"):
        found["expressions"].add((member.kind, member.expression))
    for g, piece in enumerate(member.wardrobe):
        worn = f"{here}.wardrobe.{g}"
        if heard.chosen(f"{worn}.kind"):
            continue
        color = None if heard.chosen(f"{worn}.color") else piece.color
        found["garments"].add((member.kind, _plainly(piece.kind), color or ""))
        in_name = piece.kind != _plainly(piece.kind) and piece.kind.startswith(f"{piece.material}_")
        if piece.material is not None and not in_name and not heard.chosen(f"{worn}.material"):
            found["materials"].add((_plainly(piece.kind), piece.material))
        if piece.pattern is not None and not heard.chosen(f"{worn}.pattern"):
            found["patterns"].add((_plainly(piece.kind), piece.pattern))


def _deeds(member: Member, here: str, heard: _Heard) -> Iterator[tuple[str, Action]]:
    if member.action is not None and not heard.chosen(f"{here}.action.kind"):
        yield f"{here}.action", member.action
    for n, action in enumerate(member.then):
        if not heard.chosen(f"{here}.then.{n}.kind"):
            yield f"{here}.then.{n}", action


def _plain(shot: Shot, at: str) -> Iterator[tuple[str, str, str | float | None]]:
    """Kind of slot, path and value of what a shot has one of."""
    camera, look = shot.camera, shot.look
    yield "place", f"{at}.place.kind", shot.place.kind
    yield "region", f"{at}.place.region", shot.place.region
    yield "season", f"{at}.place.season", shot.place.season
    yield "time", f"{at}.light.time", shot.light.time
    yield "weather", f"{at}.weather.kind", shot.weather.kind
    yield "style", f"{at}.look.style", look.style
    yield "film", f"{at}.look.film", look.film.removeprefix("film_") if look.film else None
    yield "move", f"{at}.camera.move", camera.move
    yield "speed", f"{at}.camera.speed", camera.speed
    yield "size", f"{at}.camera.size", camera.size
    yield "angle", f"{at}.camera.angle", camera.angle
    for n, step in enumerate(camera.then):
        for kind in ("move", "speed", "size", "angle"):
            yield kind, f"{at}.camera.then.{n}.{kind}", getattr(step, kind)
    yield "lens_mm", f"{at}.camera.lens_mm", camera.lens_mm
    yield "f_stop", f"{at}.camera.f_stop", camera.f_stop
    yield "pace", f"{at}.pace", "slow" if shot.pace < 1 else "fast" if shot.pace > 1 else None


def _plainly(garment: str) -> str:
    fabric, _, plain = garment.partition("_")
    return plain if plain and fabric in FABRICS else garment


def _relation(a: str, kind: str, b: str) -> Slot:
    """A relation the one way round it is compared in."""
    if kind in MIRRORED:
        return (b, MIRRORED[kind], a)
    return (min(a, b), kind, max(a, b)) if kind == "beside" else (a, kind, b)


def _directed(found: Iterable[Slot], right: Iterable[Slot]) -> set[Slot]:
    """Moves as found, without the direction where the gold leaves it open."""
    open_ones = {str(slot[0]) for slot in right} & set(STEMS)
    return {(_stem(str(slot[0]), open_ones),) for slot in found}


def _stem(move: str, stems: set[str]) -> str:
    stem = move.rpartition("_")[0]
    return stem if stem in stems else move


def _counted(found: Iterable[Slot], right: Iterable[Slot]) -> set[Slot]:
    """Counts as found; "many" in the gold (several, a bare plural) is any count of two and more."""
    vague = {slot[0] for slot in right if slot[1:] == ("many",)}
    return {(slot[0], "many") if slot[0] in vague else slot for slot in found}


def _sorted(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(slots, key=str))


def named(slots: Sequence[Slot]) -> str:
    """Slots as one line: "woman walk, car red"."""
    return ", ".join(
        " ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in slot if part != "") for slot in slots
    )
