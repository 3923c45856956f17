"""What adjectives do to the noun they belong to: a person, a garment, hair, beard or skin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filmwright import concepts
from filmwright.content import colors
from filmwright.content.offers import facts, offered
from filmwright.content.together import sex_of
from filmwright.reading.draft import Draft, Member, spoken
from filmwright.reading.items import Item, within
from filmwright.reading.vocabulary import Sense

ADULT_YEARS = 18
GROWN = {"girl": "woman", "boy": "man"}
COMPLEXION_OF = {
    "black": "dark", "white": "light", "brown": "brown", "dark_brown": "dark", "light_brown": "tan", "tan": "tan", "cream": "light",
    "olive": "tan", "gold": "tan",
}  # fmt: skip
HAIR_SHADES = {"dark": "dark_brown", "light": "blond", "pale": "blond", "bright": "blond", "deep": "dark_brown"}
SKIN_SHADES = {"dark": "dark", "light": "light", "pale": "light", "deep": "dark", "bright": "light"}
APART = (
    "glasses",
    "jewelry",
    "necklace",
    "ring",
    "earrings",
    "watch",
    "wristwatch",
    "bag",
    "headphones",
    "mask",
    "makeup",
    "umbrella",
)
"""What does not take the color of the garment before it: "a red coat and hat", but not red glasses."""
OUTFITS = {"female": ("dress",), "male": ("jacket", "trousers")}
"""What "dressed in red" means when no garment is named (chosen)."""


@dataclass
class PersonHead:
    """People that following adjectives describe."""

    people: list[Member]


@dataclass
class GarmentHead:
    """A garment (the same entry for everybody in `people`), its place in the wardrobe and the note it was written down with."""

    people: list[Member]
    garments: list[dict[str, str]]
    path: str
    kind: str


@dataclass
class FeatureHead:
    """Hair, beard or skin of people."""

    people: list[Member]
    kind: str


Head = PersonHead | GarmentHead | FeatureHead


def apply(draft: Draft, head: Head, item: Item) -> bool:
    """Give an adjective to the noun before it and note it. False if the noun cannot take it."""
    if isinstance(head, PersonHead):
        return any([describe(draft, person, item) for person in head.people])
    if isinstance(head, FeatureHead):
        if not _set_feature(head.people, head.kind, item):
            return False
        draft.note(item, f"{head.people[0].at}.{_feature_path(head.kind)}", "staged")
        return True
    refused = _set_garment(head.garments, head.kind, item)
    if refused is not None:
        draft.note(item, None, "unstaged", refused)
    else:
        draft.note(item, head.path, "staged")
    return True


def describe(draft: Draft, person: Member, item: Item) -> bool:
    """Give a person an adjective: age, build, complexion, expression, hair or, by color, complexion. Notes it, once. False if it
    says nothing about a person."""
    if not person.person:
        return _describe_thing(draft, person, item)
    found = item.of("age", "build", "complexion", "expression", "hair_color", "hair_style") or _bald(item)
    if found is None:
        color = item.of("color")
        if color is not None and color.value in COMPLEXION_OF:
            person.traits.setdefault("complexion", COMPLEXION_OF[color.value])
            return _said(draft, item, color, f"{person.at}.complexion")
        return item.used
    if found.kind in ("age", "build", "complexion", "expression"):
        if found.kind == "age":
            _grow(draft, person, found)
        if person.traits.setdefault(found.kind, found.value) != found.value:
            if not item.used:
                had = spoken(person.traits[found.kind])
                draft.note(item, None, "unstaged", f"a person has one {found.kind}: {had} came first")
            return True
        return _said(draft, item, found, f"{person.at}.{found.kind}")
    field = found.kind.removeprefix("hair_")
    if field == "style":
        person.hair["style"] = found.value
    person.hair.setdefault(field, found.value)
    return _said(draft, item, found, f"{person.at}.hair.{field}")


THING_TRAITS = ("color", "material", "pattern", "bulk", "age", "expression")
FIELDS = {"bulk": "size"}


def _describe_thing(draft: Draft, thing: Member, item: Item) -> bool:
    """Give an animal or a thing an adjective. False if it says nothing about one."""
    found = item.of(*THING_TRAITS)
    fur = item.of("hair_color") if thing.alive else None
    if found is None and fur is not None:  # "un chat roux"
        thing.traits.setdefault("color", fur.value)
        return _said(draft, item, fur, f"{thing.at}.color")
    if found is None:
        shade = item.of("shade")
        if shade is None:
            return item.used
        thing.traits["color"] = colors.shaded(shade.value, thing.traits["color"]) if "color" in thing.traits else ""
        if not thing.traits["color"]:
            del thing.traits["color"]
            return item.used
        return _said(draft, item, shade, f"{thing.at}.color")
    field = FIELDS.get(found.kind, found.kind)
    if thing.traits.setdefault(field, found.value) != found.value:
        if not item.used:
            had = spoken(thing.traits[field])
            draft.note(item, None, "unstaged", f"a {spoken(thing.kind)} has one {field}: {had} came first")
        return True
    return _said(draft, item, found, f"{thing.at}.{field}")


def _said(draft: Draft, item: Item, sense: Sense, path: str) -> bool:
    if not item.used:
        draft.staged(item, sense, path)
    return True


def _bald(item: Item) -> Sense | None:
    sense = item.of("hair_length")
    return sense if sense is not None and sense.value == "bald" else None


def _grow(draft: Draft, person: Member, age: Sense) -> None:
    """A "24 year old girl" is a woman."""
    years = age.get("years")
    if years is not None and float(years) >= ADULT_YEARS and person.kind in GROWN:
        person.kind = GROWN[person.kind]
        taken = [p.id for p in (*draft.earlier, *draft.cast) if p is not person]
        number = 1
        while f"{person.kind}-{number}" in taken:
            number += 1
        person.id = f"{person.kind}-{number}"


def garment(
    draft: Draft, people: Sequence[Member], item: Item, adjectives: Sequence[Item], *, like: GarmentHead | None = None
) -> GarmentHead | None:
    """Dress people in a garment with its adjectives; one without any, joined by "and", takes the color and material of the
    one before ("a red coat and hat"). None if the person wears another of that kind already."""
    sense = item.of("garment")
    if sense is None or not people:
        return None
    kind, first = sense.value, people[0]
    pieces = [_piece(person, kind) for person in people]
    index = next(i for i, g in enumerate(first.wardrobe) if g is pieces[0])
    head = GarmentHead(list(people), pieces, f"{first.at}.wardrobe.{index}", kind)
    since = item
    refused: list[tuple[Item, str]] = []
    for word in adjectives:
        reason = _set_garment(pieces, kind, word)
        if reason is not None:
            refused.append((word, reason))
    for word in reversed(adjectives):
        if any(word is r for r, _ in refused):
            break
        since = word
    for word in adjectives:
        if word.first < since.first and not any(word is r for r, _ in refused):
            draft.note(word, head.path, "staged")
        word.used = True
    for word, reason in refused:
        draft.note(word, None, "unstaged", reason)
    for word in adjectives:
        material = word.of("material")
        if material is not None and material.near and not any(word is r for r, _ in refused):
            draft.staged(word, material, f"{head.path}.material")
    inside = within(item, draft.tokens, draft.words, ("material", "color"))
    for implied in inside:
        if implied.kind == "color" or _can_be_of(kind, implied.value):
            for piece in pieces:
                piece.setdefault(implied.kind, implied.value)
    line = tuple(concepts.ancestors("garment", kind))
    alike = concepts.nearest("garment", kind, offered("garment")) is not None and not any(
        name in APART for name in line
    )
    if like is not None and sense.get("own") is None and not inside and alike:
        _share(pieces, like, kind)
    for key in ("color", "material"):
        value = sense.get(key)
        if value is not None:
            for piece in pieces:
                piece.setdefault(key, value)
    draft.staged(item, sense, head.path, since=since)
    return head


def _piece(person: Member, kind: str) -> dict[str, str]:
    """The person's garment of that kind: a second mention means the first one."""
    for piece in person.wardrobe:
        if piece["kind"] == kind:
            return piece
    person.wardrobe.append({"kind": kind})
    return person.wardrobe[-1]


def share(twin: GarmentHead, head: Head) -> None:
    """A plural adjective after two garments ("pantalon et pull rouges") is about both."""
    if isinstance(head, GarmentHead):
        _share(twin.garments, head, twin.kind)


def _share(pieces: list[dict[str, str]], like: GarmentHead, kind: str) -> None:
    source = like.garments[0]
    for piece in pieces:
        if "color" in source:
            piece.setdefault("color", source["color"])
        if "material" in source and _can_be_of(kind, source["material"]):
            piece.setdefault("material", source["material"])


def _set_garment(pieces: Sequence[dict[str, str]], kind: str, item: Item) -> str | None:
    """Give garments a color, shade or material. The reason if they cannot have it."""
    color, shade, material, pattern = item.of("color"), item.of("shade"), item.of("material"), item.of("pattern")
    name = spoken(kind)
    for piece in pieces:
        if pattern is not None:
            if piece.setdefault("pattern", pattern.value) != pattern.value:
                return f"a {name} has one pattern: {spoken(piece['pattern'])} came first"
        elif material is not None and (color is None or "color" in piece):
            if piece.setdefault("material", material.value) != material.value:
                return f"a {name} has one material: {spoken(piece['material'])} came first"
        elif color is not None:
            wanted = colors.shaded(piece["shade"], color.value) if "shade" in piece else color.value
            if piece.setdefault("color", wanted) != wanted:
                return f"a {name} has one color: {spoken(piece['color'])} came first"
        elif shade is not None:
            if "color" in piece:
                piece["color"] = colors.shaded(shade.value, piece["color"])
            else:
                piece["shade"] = shade.value
        else:
            return f"a {name} has one cut yet"
    return None


def _can_be_of(kind: str, material: str) -> bool:
    """Whether a garment may be of a material: jeans joined to a leather jacket by "and" are of denim all the same."""
    near = concepts.nearest("garment", kind, offered("garment"))
    can = facts("garment", near, "MATERIALS") if near is not None else ()
    return not can or concepts.nearest("material", material, can) is not None


def feature(draft: Draft, people: Sequence[Member], item: Item, adjectives: Sequence[Item]) -> FeatureHead | None:
    """Hair, beard or skin with the adjectives before it; a beard needs none."""
    sense = item.of("hair", "beard", "skin")
    if sense is None:
        return None
    head = FeatureHead(list(people), sense.kind)
    path = f"{people[0].at}.{_feature_path(sense.kind)}"
    taken = [word for word in adjectives if _set_feature(people, sense.kind, word)]
    for word in adjectives:
        if not any(word is t for t in taken):
            draft.note(word, None, "unstaged", f"{spoken(sense.kind)} cannot be like this yet")
        word.used = True
    if sense.kind == "beard":
        for person in people:
            if sense.value != "beard":
                person.hair["beard"] = sense.value if sense.value != "none" else False
            person.hair.setdefault("beard", True)
        draft.staged(item, sense, f"{people[0].at}.hair.beard", since=taken[0] if taken else item)
    style = sense.get("style")
    if style is not None:
        for person in people:
            person.hair["style"] = style  # what hair is worn in says more than what it is like
        draft.staged(item, sense, f"{people[0].at}.hair.style", since=taken[0] if taken else item)
    elif taken and sense.kind != "beard":
        draft.staged(item, sense, path, since=taken[0])
    return head


def _feature_path(kind: str) -> str:
    return {"hair": "hair", "beard": "hair.color", "skin": "complexion"}[kind]


def _set_feature(people: Sequence[Member], kind: str, item: Item) -> bool:
    """Give hair, beard or skin an adjective. False if it cannot have it."""
    color, shade = item.of("color", "hair_color"), item.of("shade")
    for person in people:
        if kind == "skin":
            complexion = item.of("complexion")
            value = complexion.value if complexion else SKIN_SHADES.get(shade.value) if shade else None
            value = value or (COMPLEXION_OF.get(color.value) if color else None)
            if value is None:
                return False
            person.traits.setdefault("complexion", value)
        elif color is not None:
            person.hair.setdefault("color", color.value)
        elif shade is not None:
            if "color" in person.hair:
                person.hair["color"] = colors.shaded(shade.value, person.hair["color"])
            else:
                person.hair["color"] = HAIR_SHADES.get(shade.value, "brown")
        elif kind == "beard" and (long := item.of("hair_length")) is not None and long.value in ("long", "short"):
            person.hair["beard"] = long.value
        elif kind == "hair" and item.of("hair_length") is not None:
            length = item.of("hair_length")
            person.hair.setdefault("length", length.value if length else None)
        elif kind == "hair" and item.of("hair_style") is not None:
            style = item.of("hair_style")
            if style is not None:
                person.hair["style"] = style.value  # the last one: "wavy hair in a bun" is in a bun
        else:
            return False
    return True


def outfit(draft: Draft, people: Sequence[Member], item: Item) -> None:
    """ "A woman in red": a color of clothes that are not named."""
    color = item.of("color")
    if color is None or item.used:
        return
    if any(person.wardrobe for person in people):
        draft.note(item, None, "unstaged", "the clothes of this color are not named")
        return
    for person in people:
        for kind in OUTFITS["female" if sex_of(person.kind, person.sex) == "female" else "male"]:
            person.wardrobe.append({"kind": kind, "color": color.value})
    kinds = " and ".join(g["kind"] for g in people[0].wardrobe)
    draft.note(item, f"{people[0].at}.wardrobe.0", "approximated", f"no garment is named: {kinds} was chosen")
