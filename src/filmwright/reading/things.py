"""Animals and things, clothes, hair and what hands hold: nouns that are no people."""

from __future__ import annotations

from filmwright import concepts
from filmwright.reading import cast, contents, dress, verbs
from filmwright.reading.clause import before_noun, copula, determines, fronted, lead_item, leads, listed
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader
from filmwright.reading.subject import COMPARED, RESTS, WITH, does_next, join, settle_early
from filmwright.reading.unknown import AGENTS
from filmwright.reading.vocabulary import Sense


def colors_noun(draft: Draft, item: Item) -> bool:
    """Whether a fruit or flower is a color: "un vase orange"."""
    before = draft.before(item)
    return (
        draft.words.adjectives_follow
        and before is not None
        and before.of("thing", "garment", "person", "hair", "color") is not None
    )


def full(draft: Draft, item: Item) -> bool:
    """Whether nobody more can join the cast; the item is noted then."""
    full = len(draft.cast) >= cast.MOST_MEMBERS
    if full:
        draft.note(item, None, "unstaged", f"a shot has at most {cast.MOST_MEMBERS} members")
    return full


def _is_verb(draft: Draft, item: Item, after: Item | None) -> bool:
    """Whether a plural is a verb after a noun: "the ground mirrors it"."""
    before = draft.before(item)
    noun = before is not None and before.of(*VERBLESS) is not None
    return (
        draft.words.language == "en"
        and noun
        and after is not None
        and (determines(draft, after) or after.of("pronoun") is not None)
        and draft.text(item).endswith("s")
        and item.of("action") is None
    )


SETTING = ("natural_wonder", "plant")


GLOWS = ("glow", "glows", "glowing", "hang", "hangs", "sparkle", "flicker")
PARTS = (
    "wheel",
    "sail",
    "tire",
    "handle",
    "lid",
    "propeller",
    "headlight",
    "window",
    "door",
    "roof",
    "leg",
    "chimney",
    "dome",
    "flag",
)
"""What belongs to the thing that is "with" it."""
VERBLESS = ("place", "feature", "ground", "glue", "weather", "person", "hair", "beard", "garment")
"""Nouns that no second noun follows: what looks like one is a verb."""
STRUCTURE = (
    "door", "wall_structure", "wall", "stairs", "railing", "gate", "fence", "curtain", "seat", "light_bulb", "branch", "shelf", "column",
    "balcony", "roof", "chimney", "floor", "ceiling", "window",
)  # fmt: skip
"""Pieces of a place that are no members however they are told apart, unless nothing else is there."""
PIECES = (
    "door", "wall_structure", "wall", "stairs", "railing", "gate", "fence", "curtain", "neon_sign", "dome", "arch", "market_stall", "seat",
    "fireplace", "light_bulb", "branch", "rope", "shelf", "sign", "column", "balcony", "roof", "chimney", "pier", "house", "building",
    "apartment_building", "screen", "floor", "ceiling", "street_lamp", "window", "path", "bridge",
)  # fmt: skip
"""What places are made of: members of the cast only where the sentence is about them."""


def _is_setting(reader: Reader, item: Item, sense: Sense, lead: str | None) -> bool:
    """Whether a thing only says what the place is like: "grass around a road", "leans on a fence", "trees"."""
    line = tuple(concepts.ancestors("thing", sense.value))
    land = any(name in SETTING for name in line)
    before = before_noun(reader.draft, item)
    if sense.value in PIECES and lead is None and before is not None and before.of("move"):
        return True  # "pushes in on the gates"
    told_by_number = reader.count is not None or any(w.of("color", "material", "bulk", "age") for w in reader.waiting)
    if sense.value in PIECES and reader.subject_here and not told_by_number and (reader.relation or reader.front):
        return True  # "under a neon sign": part of the place, and no place to stand to
    if land and lead in RESTS and sense.get("many") is None and reader.article == "indefinite":
        return False  # "lands on a flower"
    if land and reader.given is not None and reader.last is reader.given and lead in RESTS:
        return False  # "puts the box on a rock"
    verb = before is not None and before.of("action") is not None
    after = reader.draft.after(item)
    glows = after is not None and reader.draft.text(after) in GLOWS
    if land and lead is None and (verb or glows):
        return False  # "throws pebbles", "mushrooms glow"
    if (
        not (land or sense.value in PIECES)
        or reader.relation is not None
        or reader.front is not None
        or reader.holding is not None
    ):
        return False
    if sense.value in STRUCTURE and (bool(reader.group) or lead is not None):
        return True
    told_apart = any(w.of("color", "material", "bulk", "age") for w in reader.waiting) or reader.count is not None
    plural = sense.get("many") is not None
    if bool(reader.group) and (lead is not None or reader.said):
        if lead is not None and (plural or "natural_wonder" in line):
            return True
        return not told_apart
    return land and plural and bool(reader.group) and not told_apart


def thing(reader: Reader, item: Item, sense: Sense) -> None:
    """An animal or a thing named: a member of the cast with the adjectives before it. After a verb or a preposition it is an object,
    and the subject stays whom the words are about."""
    draft, lead = reader.draft, leads(reader.draft, item)
    if _says_which(reader, item) or contents.held(reader, item, sense) or _is_no_member(reader, item, sense, lead):
        return
    near = lead_item(draft, item, over_unknown=False)
    opens = near is not None and (not reader.subject_here or fronted(draft, near))
    opens_on = RESTS.get(lead or "") if opens and reader.front is None else None
    if opens_on is not None and reader.behind_whom is None:
        reader.front = (lead_item(draft, item) or item, opens_on)  # "on the table lie a book and a pen"
    is_object = _is_object(reader, item, lead)
    members = _meant(reader, item, sense)
    if not members:
        return
    waiting, reader.waiting = reader.waiting, []
    _narrowed(members, waiting, draft)
    if lead is not None:
        reader.holding = None  # "carries a bag of oranges under a tree": the bag is held
    left = _hangs_on(reader, item, lead)
    if lead in WITH:
        reader.bearer = left
        if left is not None and is_object:
            _comes_with(draft, item, left, members)
    led_from = draft.before(near) if near is not None else None
    of_camera = led_from is not None and led_from.of("move", "size", "focus") is not None  # "zooms in on the wolf"
    placed = is_object and reader.subject_here and not of_camera
    rest = RESTS.get(lead or "") if placed and reader.relation is None and reader.holding is None else None
    done_to = lead is None and reader.relation is None
    join(reader, members, object=is_object, done_to=done_to, listed=listed(draft, item))
    if rest is not None and left is not None and left is not members[0]:
        _rests(reader, item, left, rest, members[0])
    _implied(draft, members, item)
    _note(reader, item, sense, members, waiting)
    if not is_object:
        settle_early(reader, members)


def _says_which(reader: Reader, item: Item) -> bool:
    """Whether a thing only says which thing, or what kind of, the next word is: it waits for that then, or is passed over."""
    draft, after = reader.draft, reader.draft.after(item)
    linked = draft.before(item)
    if draft.words.adjectives_follow and linked is not None and copula(linked):
        return True  # "le crabe et la pieuvre sont nets"
    if draft.tied(item):
        return True  # "cat-eye glasses"
    if after is None:
        return False
    compound = after.of("garment", "thing", "person") and verbs.settles(draft, after, acted=True) != "verb"
    colored = after.of("color") is not None and colors_noun(draft, after)
    if compound and not colored and not after.used and not after.joins:
        reader.waiting.append(item)  # "a motorcycle helmet", "a birthday cake"
        return True
    if item.of("material") and after.unknown and not draft.text(after).endswith("ly"):
        return True  # "a frosted glass panel"
    agent = after.unknown and draft.text(after).endswith(AGENTS)
    stuff = after.of("material") is not None and after.of("thing") is None
    return not draft.words.adjectives_follow and (agent or stuff)  # "a violin maker", "maple wood"


def _is_no_member(reader: Reader, item: Item, sense: Sense, lead: str | None) -> bool:
    """Whether what looks like a thing is a verb, a comparison, a piece of the place or a part of another thing."""
    draft = reader.draft
    if _is_verb(draft, item, draft.after(item)):
        before = draft.before(item)
        if before is not None and before.of("person", "hair", "beard", "garment"):
            reader.said, reader.joined, reader.last = True, False, None  # "a smith hammers a sword"
        else:
            reader.ghost = draft.part(item)
        return True
    if lead in COMPARED or (item.of("glue") and not reader.group):
        return True
    if _is_setting(reader, item, sense, lead):
        draft.features.append(((item.first, item.end), sense.value))
        reader.scenery, reader.waiting = item, []
        for stands in (reader.relation, reader.front):
            if stands is not None:
                draft.note(stands[0], None, "unstaged", "where somebody is to a part of the place cannot be said")
        item.used, reader.head, reader.count, reader.article, reader.relation = True, None, None, None, None
        return True
    whole = reader.group[-1] if reader.group else None
    if lead in WITH and sense.value in PARTS and whole is not None and not (whole.person or whole.alive):
        item.used, reader.count = True, None  # "a rover with six wheels"
        return True
    return False


def _is_object(reader: Reader, item: Item, lead: str | None) -> bool:
    """Whether a thing is the object of a verb or a preposition, not whom the next words are about."""
    draft = reader.draft
    led = lead is not None or reader.relation is not None or reader.holding is not None
    is_object = bool(reader.group) and (reader.said or led)
    is_object = is_object and not (reader.joined and lead is None and reader.holding is None and not reader.said)
    bare = lead_item(draft, item, over_unknown=False) is None and reader.relation is None
    if is_object and bare and does_next(draft, item):
        is_object, reader.joined = False, False  # "…, and trucks crawl along": a new subject
    if lead is not None and reader.ghost == draft.part(item):
        return True
    awaited = reader.behind_whom is not None and lead is None and reader.relation is None
    return is_object and not awaited  # "behind him waits a horse"


def _meant(reader: Reader, item: Item, sense: Sense) -> list[Member]:
    """The members a word means: the one there is, or new ones; none if no more can be in the shot."""
    fresh = reader.article == "indefinite" or reader.count is not None
    member = None if fresh else cast.known(reader.draft, sense)
    if member is not None:
        return [member]
    if full(reader.draft, item):
        return []
    return cast.new(reader.draft, sense, reader.count[1] if reader.count else None)


def _hangs_on(reader: Reader, item: Item, lead: str | None) -> Member | None:
    """Whom what leads to a thing is said of: the one named last, else the subject; "hits a chest with his sword" the subject."""
    left = reader.last or (reader.group[-1] if reader.group else None)
    own = lead in WITH and bool(reader.group) and _own(reader.draft, item)
    return reader.group[0] if own and left is not None and not (left.person or left.alive) else left


def _comes_with(draft: Draft, item: Item, left: Member, members: list[Member]) -> None:
    """ "A man with a dog", "a woman with a bag"."""
    if left.person and members[0].alive:
        note_lead(draft, item, members[0].relate("beside", left.id))
    if hand_sized(members[0]) and (left.person or left.alive):
        left.holds += [m.id for m in members if m.id not in left.holds]
        note_lead(draft, item, f"{left.at}.holds")


def _rests(reader: Reader, item: Item, left: Member, kind: str, on: Member) -> None:
    """Say that somebody or something is on or inside another; people are not inside of what is too small for them. "A girl with a
    balloon on a swing": she is on it."""
    line = tuple(concepts.ancestors("thing", on.kind))
    seat = "furniture" in line and (left.person or left.alive)
    if is_seat(on.kind):
        left = next((m for m in reader.draft.cast if m.person and left.id in m.holds), left)
    tied = any(to == on.id for _, to in left.relations)
    if tied or (kind == "inside" and left.person and not any(name in ROOMY for name in line)):
        return
    alike = reader.group if left in reader.group and left is not reader.given else [left]
    paths = [m.relate("on" if seat else kind, on.id) for m in alike]
    note_lead(reader.draft, item, paths[-1])


def _note(reader: Reader, item: Item, sense: Sense, members: list[Member], waiting: list[Item]) -> None:
    """Give a thing its adjectives and write it down with them: "a big brown dog" is one clause."""
    draft = reader.draft
    counted = reader.count[0] if reader.count else item
    since = _describe_thing(draft, members, waiting, item)
    first = counted if counted is not item else since or item
    spoken_of = range(min(first.first, item.first), item.end)
    inside = (n for n in draft.notes if n.words is not None and set(range(*n.words)) <= set(spoken_of))
    told = [n for n in inside if n.path is not None and n.path.startswith(members[0].at)]
    draft.notes = [n for n in draft.notes if not any(n is t for t in told)]
    cast.note(draft, item, sense, members, first)
    counted.used = True
    reader.head = dress.PersonHead(members)
    reader.count, reader.article, reader.linked = None, None, False


def is_seat(kind: str) -> bool:
    """Whether a thing is there to be sat on: a chair, a bench, a swing."""
    return any(name in ("seat", "swing") for name in (kind, *concepts.ancestors("thing", kind)))


ROOMY = ("vehicle", "furniture", "building", "plumbing", "boat", "bathtub", "barrel", "cage")
"""What somebody can be inside of."""


def _narrowed(members: list[Member], waiting: list[Item], draft: Draft) -> None:
    """A name made of a kind and a wider one is the kind: "a lavender flower" is lavender."""
    for word in waiting:
        narrow = word.of("thing")
        for member in members:
            if (
                narrow is None
                or narrow.value == member.kind
                or member.kind not in concepts.ancestors("thing", narrow.value)
            ):
                continue
            taken = [m for m in (*draft.earlier, *draft.cast) if m.kind == narrow.value]
            number = 1 + max((int(m.id.rsplit("-", 1)[1]) for m in taken), default=0)
            member.kind, member.id = narrow.value, f"{narrow.value}-{number}"


def _implied(draft: Draft, members: list[Member], item: Item) -> None:
    """What a thing's own words say of its color and material: "paper bag", "gray wolf", "panier d'osier"."""
    if item.end - item.first == 1:
        return
    french = draft.words.adjectives_follow
    word = draft.tokens[item.end - 1 if french else item.first].key
    made_of = draft.tokens[item.end - 2].key in ("de", "d", "en")
    senses = draft.words.phrases.get((word,), ())
    for sense in senses:
        if sense.kind not in ("color", "material") or (french and sense.kind == "material" and not made_of):
            continue
        if sense.kind == "color" and any(s.kind == "thing" for s in senses):
            continue  # "un bouquet de roses"
        for member in members:
            if sense.value not in member.kind:
                member.traits.setdefault(sense.kind, sense.value)


def note_lead(draft: Draft, item: Item, path: str) -> None:
    """Write down what the preposition before a noun became."""
    lead = lead_item(draft, item)
    if lead is not None:
        draft.note(lead, path, "staged")


def _own(draft: Draft, item: Item) -> bool:
    """Whether a possessive leads to a noun: "his sword"."""
    before = draft.before(item)
    while before is not None and before.of(*ADJECTIVES):
        before = draft.before(before)
    function = before.of("function") if before is not None else None
    return before is not None and (
        before.of("pronoun") is not None or (function is not None and function.value == "possessive")
    )


CARRIED = (
    "carried",
    "hand_luggage",
    "weapon",
    "tool",
    "instrument",
    "household",
    "food",
    "toy",
    "sport_gear",
    "wearable",
)


IN_HAND = ("bag", "purse", "handbag", "umbrella", "suitcase", "briefcase", "cane", "parasol", "shopping_bag", "fan")


def hand_sized(member: Member) -> bool:
    """Whether a thing is carried by who is said to be "with" it."""
    return not member.person and any(name in CARRIED for name in concepts.ancestors("thing", member.kind))


def _describe_thing(draft: Draft, members: list[Member], waiting: list[Item], item: Item) -> Item | None:
    """Give a thing the adjectives before it. The first word of those that belong to its clause; None if none does."""
    first: Item | None = None
    for word in reversed(waiting):
        if word.of("thing") and not word.of(*dress.THING_TRAITS, "shade"):
            word.used = True
            first = word
            continue
        taken = any([dress.describe(draft, member, word) for member in members])
        if taken:
            first = word
    return first
