"""What a close-up is of, if not of a whole head: an eye, the hands, the shoes of somebody. The words are in the lexicon's [part]."""

from __future__ import annotations

from filmwright.content.camera import PARTS
from filmwright.reading import cast
from filmwright.reading.draft import Draft, Note, Part, spoken
from filmwright.reading.items import Item
from filmwright.reading.lens import CLOSE
from filmwright.reading.vocabulary import Sense, load

SHOWING = (*CLOSE, "insert")
LEADS_TO = ("of", "indefinite", "definite", "possessive", "copula", "conjunction")
ON = (
    "on",
    "s",
    "de",
    "d",
    "du",
    "des",
    "sur",
    "l",
    "les",
    "la",
    "von",
    "auf",
    "einem",
    "einer",
    "sobre",
    "del",
    "both",
)
FARTHEST = 9  # words between a size and the part that it shows; chosen
DEEDS = ("action", "holding", "wearing", "relation", "place")
WHOLE = "face"  # what a close-up shows anyway
SEX = {"his": "man", "her": "woman", "he": "man", "she": "woman"}


def read(draft: Draft) -> None:
    """Find what a close-up of the draft is of."""
    for item in draft.items:
        size = item.of("size")
        if size is not None and size.value in SHOWING and draft.camera.get("size") == size.value:
            draft.closest = draft.closest or _shown(draft, item)
    part = draft.closest
    named = any(item.of("person", "thing", "crowd") for item in draft.items)
    if part is not None and not named and part.item.of("garment") is None:
        part.item.senses = (Sense("person", part.owner),)  # "hands kneading dough": they stand for whose they are


def _shown(draft: Draft, size: Item) -> Part | None:
    """The part that stands after the size ("of an old man's hands"), or right before it ("her eyes in close-up")."""
    words: dict[str, list[str]] = load(f"{draft.words.language}.toml")["part"]
    named = {word: name for name, forms in words.items() for word in forms}
    owner = "person"
    after = [i for i in draft.together(size) if size.end <= i.first < size.end + FARTHEST]
    for item in after:
        found = next((t.key for t in draft.tokens[item.first : item.end] if t.key in named), None)
        owner = SEX.get(draft.text(item), owner)
        if found is not None and item.of("person", "action") is None:
            return Part(named[found], item, owner)
        function = item.of("function")
        joins = item.joins and (function is None or function.value in LEADS_TO or draft.text(item) in ON)
        if (item.of(*DEEDS) is not None and item.of("person", "pronoun") is None) or (item.joins and not joins):
            break
    before = [i for i in draft.together(size) if i.end <= size.first][-3:]
    for item in reversed(before):
        if draft.text(item) in named:
            return Part(named[draft.text(item)], item, SEX.get(draft.text(before[0]), "person"))
        if not item.joins:
            break
    return None


def settle(draft: Draft) -> None:
    """Once it is known who is in the shot: the part of the one it is about; of somebody, if nobody is named."""
    part = draft.closest
    if part is None:
        return
    path = f"{draft.at}.camera.part"
    if not draft.cast:
        worn = part.item.of("garment")
        somebody = cast.add(draft, part.owner, 1, Sense("person", part.owner))
        draft.notes.append(Note(None, somebody.at, "chosen", f"the text does not say whose {spoken(part.name)} it is"))
        if worn is not None:
            somebody.wardrobe.append({"kind": worn.value})
    if not next(m for m in draft.cast).person:
        return
    if part.name == WHOLE:
        path = f"{draft.at}.camera.size"
    elif part.name in PARTS:
        draft.camera["part"] = part.name
    words = (part.item.first, part.item.end)
    alone = part.item.end - part.item.first == 1 and not part.item.used
    if alone or all(note.words != words for note in draft.notes):
        draft.note(part.item, path, "staged")
