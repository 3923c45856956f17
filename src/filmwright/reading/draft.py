"""What the readers fill while they go through one shot of the text, and the notes that become the Ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from filmwright import concepts
from filmwright.content.together import is_person, sex_of
from filmwright.reading.items import Item
from filmwright.reading.tokens import Token
from filmwright.reading.vocabulary import Sense, Vocabulary
from filmwright.spec.ledger import Status


class Part(NamedTuple):
    """A part of somebody that the text wants to see from near, the words that say so, and the kind of person they tell of."""

    name: str
    item: Item
    owner: str


class Note(NamedTuple):
    """What became of words first..end (None: nobody wrote it)."""

    words: tuple[int, int] | None
    path: str | None
    status: Status
    reason: str | None = None


@dataclass
class Member:
    """A member of the cast in the making; `at` is its path in the Film, `mood` the expression of the shot before. The first of
    `deeds` is its action."""

    id: str
    kind: str
    at: str
    count: int = 1
    sex: str | None = None
    traits: dict[str, str] = field(default_factory=dict)
    hair: dict[str, Any] = field(default_factory=dict)
    wardrobe: list[dict[str, str]] = field(default_factory=list)
    deeds: list[dict[str, Any]] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    manner: str | None = None
    relations: list[tuple[str, str]] = field(default_factory=list)
    mood: str | None = None

    @property
    def person(self) -> bool:
        """Whether it is one of people."""
        return is_person(self.kind)

    def relate(self, kind: str, to: str) -> str:
        """Where it stands to another member, beside what was said before; the path of that in the Film."""
        if to == self.id:  # nothing is seen from itself
            return self.at
        if (kind, to) not in self.relations:
            self.relations.append((kind, to))
        at = self.relations.index((kind, to))
        return f"{self.at}.relation" if at == 0 else f"{self.at}.also.{at - 1}"

    @property
    def alive(self) -> bool:
        """Whether it is an animal or another being that is no person."""
        return any(name in ("animal", "being") for name in concepts.ancestors("thing", self.kind))

    @property
    def gender(self) -> str | None:
        """ "she" or "he"; None if nothing tells yet."""
        return {"female": "she", "male": "he"}.get(sex_of(self.kind, self.sex) or "")


class PlaceFound(NamedTuple):
    """A place the text names."""

    words: tuple[int, int]
    sense: Sense


@dataclass
class Draft:
    """One shot in the making. `earlier` are the people of the shots before."""

    index: int
    tokens: Sequence[Token]
    items: list[Item]
    words: Vocabulary
    seed: int
    earlier: list[Member] = field(default_factory=list)
    cast: list[Member] = field(default_factory=list)
    places: list[PlaceFound] = field(default_factory=list)
    place: dict[str, Any] = field(default_factory=dict)
    features: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    light: dict[str, Any] = field(default_factory=dict)
    weather: dict[str, Any] = field(default_factory=dict)
    camera: dict[str, Any] = field(default_factory=dict)
    look: dict[str, Any] = field(default_factory=dict)
    seconds: float | None = None
    pace: float | None = None
    usual_place: str | None = None
    dark: bool = False  # the text calls the place so
    outside: bool = False  # it is before a building
    closest: Part | None = None  # of somebody that a close-up is of
    portrait: bool = False  # somebody's picture is all that is asked for
    shape: float | None = None
    follow_gender: str | None = None
    lens_named: bool = False
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Remember where each item stands: looking for it every time would make long texts slow."""
        self._places = {id(item): n for n, item in enumerate(self.items)}
        self._parts: dict[int, list[Item]] = {}
        self._sentences: dict[int, list[Item]] = {}
        for item in self.items:
            self._parts.setdefault(self.part(item), []).append(item)
            self._sentences.setdefault(self.sentence(item), []).append(item)

    @property
    def at(self) -> str:
        """The shot's path in the Film."""
        return f"shots.{self.index}"

    def text(self, item: Item) -> str:
        """The item's words, lower case, one space between."""
        return " ".join(t.key for t in self.tokens[item.first : item.end])

    def note(
        self, item: Item, path: str | None, status: Status, reason: str | None = None, *, since: Item | None = None
    ) -> None:
        """Write down what became of an item (from an earlier item on, if `since` is given) and mark it used."""
        first = item.first if since is None else min(since.first, item.first)
        self.notes.append(Note((first, item.end), path, status, reason))
        item.used = True

    def staged(self, item: Item, sense: Sense, path: str, *, since: Item | None = None) -> None:
        """Note a sense that went into the film at `path`, as it is or as the nearest there is."""
        if sense.near:
            reason = f"there is no word for {self.text(item)} yet; the nearest is {spoken(sense.value)}"
            self.note(item, path, "approximated", reason, since=since)
        else:
            self.note(item, path, "staged", since=since)

    def part(self, item: Item) -> int:
        """The stretch between commas that the item stands in."""
        return self.tokens[item.first].part

    def sentence(self, item: Item) -> int:
        """The sentence the item stands in."""
        return self.tokens[item.first].sentence

    def together(self, item: Item) -> list[Item]:
        """All items between the same two commas."""
        return self._parts[self.part(item)]

    def of_sentence(self, item: Item) -> list[Item]:
        """All items of the same sentence."""
        return self._sentences[self.sentence(item)]

    def tied(self, item: Item) -> bool:
        """Whether a hyphen ties the next word to the item: "cat-eye glasses"."""
        return item.end < len(self.tokens) and self.tokens[item.end].tied

    def after(self, item: Item) -> Item | None:
        """The next item of the same part."""
        at = self._places[id(item)] + 1
        return self.items[at] if at < len(self.items) and self.part(self.items[at]) == self.part(item) else None

    def before(self, item: Item) -> Item | None:
        """The item before, in the same part."""
        at = self._places[id(item)] - 1
        return self.items[at] if at >= 0 and self.part(self.items[at]) == self.part(item) else None

    def previous(self, item: Item) -> Item | None:
        """The item before, wherever a comma or a full stop stands."""
        at = self._places[id(item)]
        return self.items[at - 1] if at else None

    def open(self) -> Iterator[Item]:
        """Items no reader has taken yet."""
        return (item for item in self.items if not item.used)


def spoken(name: str) -> str:
    """A name as people write it."""
    return name.replace("_", " ").replace("+", " and ")
