""" "No people", "without a hat", "sans chapeau": what the text wants left out is left out, and said."""

from __future__ import annotations

from filmwright.reading.draft import Draft
from filmwright.reading.items import Item

THROUGH = ("conjunction", "indefinite", "definite", "of", "possessive")
HEADS = (
    "person",
    "crowd",
    "garment",
    "hair",
    "beard",
    "thing",
    "action",
    "weather",
    "feature",
    "place",
    "move",
    "expression",
)
FURTHER = ("other", "more", "further", "autre", "autres", "andere", "anderen", "otro", "otra", "otros", "otras")
BARE = ("boots", "shoes")


def read(draft: Draft) -> None:
    """Take everything a negation is about out of the readers' sight and note it as left out."""
    for n, item in enumerate(draft.items):
        if item.of("not") is None or item.used:
            continue
        scope = _scope(draft, n)
        if not scope:
            continue
        for other in scope:
            other.used = True
        garments = [s.value for s in (o.of("garment") for o in scope) if s is not None]
        if any(kind in BARE for kind in garments):
            draft.note(scope[-1], None, "unstaged", "bare feet cannot be staged yet", since=item)
        else:
            draft.note(scope[-1], None, "staged", "left out, as asked", since=item)
        item.used = True


def _scope(draft: Draft, at: int) -> list[Item]:
    """The items a negation reaches: its nouns or verb with their adjectives, and more of them after "or". Of "elle ne remarque pas un
    crabe" only what she does is denied."""
    after = draft.after(draft.items[at])
    if draft.text(draft.items[at]) == "pas" and after is not None and draft.words.determines(draft.text(after)):
        draft.items[at].used = True
        return []
    scope: list[Item] = []
    ended = False
    linked = False
    for item in draft.items[at + 1 :]:
        if draft.part(item) != draft.part(draft.items[at]):
            break
        function = item.of("function")
        if function is not None and item.joins:
            if function.value not in THROUGH and draft.text(item) not in FURTHER:
                break
            linked = linked or function.value == "conjunction"
        elif ended and not linked:
            break
        else:
            ended = item.of(*HEADS) is not None or item.unknown
            linked = False
        scope.append(item)
        if item.of("action") and item.of("glue") is None and ended:
            break
    while scope and scope[-1].joins:
        scope.pop()
    return scope
