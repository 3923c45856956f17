"""Where the walk through the words is, and what adjectives that wait come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from filmwright.reading import dress, verbs
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item

ADJECTIVES = (
    "color", "shade", "material", "pattern", "bulk", "cut", "age", "build", "complexion", "hair_length", "hair_style", "hair_color",
    "expression", "praise", "portion", "season", "weather", "ground", "place", "feature",
)  # fmt: skip
HEADS = ("person", "crowd", "garment", "hair", "beard", "skin", "thing")
PERSONAL = ("age", "build", "complexion", "hair_color", "hair_style", "hair_length", "expression")


@dataclass
class Reader:
    """Where the walk is."""

    draft: Draft
    sentence: int = -1
    part: int = -1

    # whom the words are about
    group: list[Member] = field(default_factory=list)
    last: Member | None = None  # the one named last
    able: list[Member] = field(default_factory=list)  # those named last who can do something
    subject: list[Member] = field(default_factory=list)  # whose verb is still to come: "a man next to a woman waves"
    subjects: list[Member] = field(default_factory=list)  # who the sentences so far were about, the last one last
    several: list[Member] = field(default_factory=list)  # the last of them who were more than one
    owner: list[Member] = field(default_factory=list)  # whose what comes next is, if not the group's: "her dress"
    relative: Member | None = None  # whom "that" or "which" means
    apposable: Member | None = None  # who may be said again in other words: "the chef, a stocky man"
    halves: list[Member] = field(
        default_factory=list
    )  # those of `whole` not told apart yet: "two girls, one in red, run"
    whole: list[Member] = field(default_factory=list)
    whole_part: int = -1
    subject_here: bool = False  # the sentence has named whom it is about
    nobody: bool = False  # it began with something that is no member
    said: bool = False  # it has said what they do
    joined: bool = False  # "and" came

    # what waits for its noun
    waiting: list[Item] = field(default_factory=list)  # adjectives
    head: dress.Head | None = None  # the noun that adjectives after it belong to
    linked: bool = False  # "is" came after it
    article: str | None = None
    count: tuple[Item, int] | None = None
    twin: dress.GarmentHead | None = None  # the garment that "and" joins to the head
    cloth: dress.GarmentHead | None = None  # the last garment
    wearing: bool = False  # the words are about clothes
    early: list[tuple[Item, list[Item]]] = field(default_factory=list)  # clothes before their wearer
    early_faces: list[Item] = field(default_factory=list)
    early_action: Item | None = None
    early_manner: Item | None = None
    early_side: Item | None = None

    # what is where
    relation: tuple[Item, str, Member] | None = None  # waits for its second end
    front: tuple[Item, str] | None = None  # opens a clause, and waits for its second end: "behind him a girl"
    behind_whom: tuple[Item, str, Member] | None = None  # has it, and waits for its first
    inverted: bool = False  # the verb came before its subject: "on the table lie …"
    sides: list[tuple[Item, str, Member]] = field(default_factory=list)
    sided: Member | None = None  # whose left or right was named last
    bearer: Member | None = None  # who or what the last "with" is about
    scenery: Item | None = None  # the last thing that only says what the place is like

    # deeds
    holding: Item | None = None  # the verb that what comes next is held by
    holder: Member | None = None  # who holds, if not the subject: "guests holding candles"
    taking: list[dict[str, Any]] = field(default_factory=list)  # deeds done to what comes next
    given: Member | None = None  # the last that a deed was done to
    held: Member | None = None  # what is held by who is named after "by"
    agent: Item | None = None  # a deed done to the subject by who is named after "by"
    ghost: int = -1  # the part whose verb is that of something that is no member: "steam rises"
    then: bool = False  # the next deed comes after the one before
    beside: bool = False  # or at the same time


def goes_alone(reader: Reader, item: Item) -> bool:
    """ "a woman in red dances": the color has no noun but means what she wears."""
    before = reader.draft.before(item)
    return (
        before is not None and bool(item.of("color")) and (before.of("wearing") is not None or dresses(reader, before))
    )


def dresses(reader: Reader, item: Item) -> bool:
    sense = item.of("function")
    return sense is not None and sense.value == "in"


def after_of(draft: Draft, item: Item) -> bool:
    before = draft.before(item)
    sense = before.of("function") if before else None
    return sense is not None and sense.value in ("of", "in")


def leads_to_head(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    while after is not None and not after.used and after.of(*ADJECTIVES) and not after.of(*HEADS):
        after = draft.after(after)
    if after is None or after.used or after.of(*HEADS) is None:
        return False
    return not after.of("action") and verbs.settles(draft, after, acted=False) != "verb"


def flush(reader: Reader, *, part_ended: bool = False) -> None:
    """Give adjectives that found no noun to the person they can only mean, or leave them to be reported."""
    waiting, reader.waiting = reader.waiting, []
    if part_ended:
        reader.count = None
        reader.joined = False
    people = [m for m in reader.group if m.person] if reader.subject_here or reader.draft.cast else []
    for item in waiting:
        if (
            reader.cloth is not None
            and item.of("pattern")
            and not item.used
            and dress.apply(reader.draft, reader.cloth, item)
        ):
            continue  # "a kimono with a floral pattern"
        if not people and item.of("expression"):
            reader.early_faces.append(item)
        if not people:
            continue
        if goes_alone(reader, item) or (item.of("color") and _chained(reader.draft, item)):
            dress.outfit(reader.draft, people, item)
        elif item.of(*PERSONAL) and item.of("color", "cut") is None:
            # hair is that of whom was named last: "a man and a woman with her hair in a bun"
            for person in people[-1:] if item.of("hair_style") else people:
                dress.describe(reader.draft, person, item)


def _chained(draft: Draft, item: Item) -> bool:
    """ "dressed in black and red": the second color follows the first."""
    before = draft.before(item)
    if before is None or not before.joins:
        return False
    earlier = draft.before(before)
    return earlier is not None and earlier.of("color") is not None and earlier.used
