"""Animals and things, clothes, hair and what hands hold: nouns that are no people."""

from __future__ import annotations

from filmwright import concepts
from filmwright.reading import cast, dress, verbs
from filmwright.reading.clause import before_noun, copula, determines, fronted, lead_item, leads, listed
from filmwright.reading.deeds import BY
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader, flush
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
    draft = reader.draft
    after = draft.after(item)
    compound = (
        after is not None
        and after.of("garment", "thing", "person")
        and verbs.settles(draft, after, acted=True) != "verb"
    )
    if after is not None and after.of("color") and colors_noun(draft, after):
        compound = False
    if after is not None and compound and not after.used and not after.joins:
        reader.waiting.append(item)  # "a motorcycle helmet", "a birthday cake": the first word says which
        return
    if draft.tied(item) or (
        item.of("material") and after is not None and after.unknown and not draft.text(after).endswith("ly")
    ):
        return  # "cat-eye glasses", "a frosted glass panel"
    if (
        after is not None
        and not draft.words.adjectives_follow
        and (
            (after.unknown and draft.text(after).endswith(AGENTS))
            or (after.of("material") and after.of("thing") is None)
        )
    ):
        return  # "a violin maker", "maple wood"
    linked = draft.before(item)
    if draft.words.adjectives_follow and linked is not None and copula(linked):
        return  # "le crabe et la pieuvre sont nets"
    lead = leads(draft, item)
    if _is_verb(draft, item, after):
        before = draft.before(item)
        if before is not None and before.of("person", "hair", "beard", "garment"):
            reader.said, reader.joined, reader.last = True, False, None  # "a smith hammers a sword"
        else:
            reader.ghost = draft.part(item)
        return
    if lead in COMPARED or (item.of("glue") and not reader.group):
        return
    if _is_setting(reader, item, sense, lead):
        draft.features.append(((item.first, item.end), sense.value))
        reader.scenery, reader.waiting = item, []
        for stands in (reader.relation, reader.front):
            if stands is not None:
                draft.note(stands[0], None, "unstaged", "where somebody is to a part of the place cannot be said")
        item.used, reader.head, reader.count, reader.article, reader.relation = True, None, None, None, None
        return
    near = lead_item(draft, item, over_unknown=False)
    if (
        lead in WITH
        and reader.group
        and sense.value in PARTS
        and not (reader.group[-1].person or reader.group[-1].alive)
    ):
        item.used, reader.count = True, None  # "a rover with six wheels"
        return
    opens = near is not None and (not reader.subject_here or fronted(draft, near))
    opens_on = RESTS.get(lead or "") if opens and reader.front is None else None
    if opens_on is not None and reader.behind_whom is None:
        reader.front = (lead_item(draft, item) or item, opens_on)  # "on the table lie a book and a pen"
    is_object = bool(reader.group) and (
        reader.said or lead is not None or reader.relation is not None or reader.holding is not None
    )
    is_object = is_object and not (reader.joined and lead is None and reader.holding is None and not reader.said)
    if (
        is_object
        and not lead_item(draft, item, over_unknown=False)
        and reader.relation is None
        and does_next(draft, item)
    ):
        is_object, reader.joined = False, False  # "…, and trucks crawl along": a new subject
    if reader.behind_whom is not None and lead is None and reader.relation is None:
        is_object = False  # "behind him waits a horse"
    fresh = reader.article == "indefinite" or reader.count is not None
    member = None if fresh else cast.known(draft, sense)
    if member is None:
        if full(draft, item):
            return
        members = cast.new(draft, sense, reader.count[1] if reader.count else None)
    else:
        members = [member]
    waiting, reader.waiting = reader.waiting, []
    _narrowed(members, waiting, draft)
    if lead is not None:
        reader.holding = None  # "carries a bag of oranges under a tree": the bag is held
    left = reader.last or (reader.group[-1] if reader.group else None)
    if lead in WITH and reader.group and _own(draft, item) and left is not None and not (left.person or left.alive):
        left = reader.group[0]  # "hits a chest with his sword"
    carries = lead in WITH and left is not None and _hand_sized(members[0]) and (left.person or left.alive)
    if lead in WITH and left is not None and left.person and is_object and members[0].alive:
        note_lead(draft, item, members[0].relate("beside", left.id))  # "a man with a dog"
    if carries and left is not None and is_object:
        left.holds += [m.id for m in members if m.id not in left.holds]
        note_lead(draft, item, f"{left.at}.holds")
    if lead in WITH:
        reader.bearer = left
    led_from = draft.before(near) if near is not None else None
    of_camera = led_from is not None and led_from.of("move", "size", "focus") is not None  # "zooms in on the wolf"
    placed = is_object and reader.subject_here and not of_camera
    rest = RESTS.get(lead or "") if placed and reader.relation is None and reader.holding is None else None
    join(
        reader, members, object=is_object, done_to=lead is None and reader.relation is None, listed=listed(draft, item)
    )
    tied = left is not None and any(to == members[0].id for _, to in left.relations)
    if rest is not None and left is not None and left is not members[0] and not tied:
        line = tuple(concepts.ancestors("thing", members[0].kind))
        seat = "furniture" in line and (left.person or left.alive)
        fits = rest != "inside" or not left.person or any(name in ROOMY for name in line)
        if fits:
            alike = reader.group if left in reader.group and left is not reader.given else [left]
            paths = [m.relate("on" if seat else rest, members[0].id) for m in alike]
            note_lead(draft, item, paths[-1])
    _implied(draft, members, item)
    counted = reader.count[0] if reader.count else item
    since = _describe_thing(draft, members, waiting, item)
    first = counted if counted is not item else since or item
    spoken_of = range(min(first.first, item.first), item.end)
    inside = (n for n in draft.notes if n.words is not None and set(range(*n.words)) <= set(spoken_of))
    told = [n for n in inside if n.path is not None and n.path.startswith(members[0].at)]
    draft.notes = [n for n in draft.notes if not any(n is t for t in told)]  # "a big brown dog" is one clause
    cast.note(draft, item, sense, members, first)
    counted.used = True
    reader.head = dress.PersonHead(members)
    reader.count, reader.article, reader.linked = None, None, False
    if not is_object:
        settle_early(reader, members)


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


def _hand_sized(member: Member) -> bool:
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


def garment(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    owner, reader.owner = reader.owner, []
    adjectives, reader.waiting = reader.waiting, []
    reader.count = None
    if not reader.group:
        reader.early.append((item, adjectives))
        reader.article = None
        return
    reader.twin = reader.head if reader.joined and isinstance(reader.head, dress.GarmentHead) else None
    alike = reader.joined and not adjectives and reader.article is None and draft.words.language == "en"
    shared = reader.head if alike else None
    text = draft.text(item)
    pair = sense.value.endswith("s") and sense.value != "dress"  # one person's gloves; "coats" are those of several
    everybody = text.endswith(("s", "x")) and not text.endswith("ss") and not pair
    of_all = everybody or (reader.article == "possessive" and not reader.said)
    last = reader.last
    told = last is not None and last.person and last not in reader.group and reader.article != "possessive"
    if told and last is not None and (reader.wearing or leads(draft, item) in ("in", *WITH)):
        owner = [last]  # "he bumps into a monk in an orange robe"
    if not owner and not any(m.person or m.alive for m in reader.group):
        owner = reader.able[-1:]  # "a cape hangs from his shoulders"
    people = owner or (reader.group if of_all else reader.group[-1:])
    head = dress.garment(
        draft, people, item, adjectives, like=shared if isinstance(shared, dress.GarmentHead) else None
    )
    reader.cloth = head
    reader.head, reader.article, reader.joined, reader.linked, reader.wearing = head, None, False, False, True


def feature(reader: Reader, item: Item, sense: Sense) -> None:
    """Hair, beard and skin with the adjectives before them."""
    draft = reader.draft
    adjectives, reader.waiting = reader.waiting, []
    reader.count = None
    ahead = sense.get("before") is not None and _person_follows(draft, item)
    if ahead or not reader.group:
        if ahead:
            reader.waiting = [*adjectives, item]
        return
    about_hair = [
        w
        for w in adjectives
        if w.of("color", "shade", "hair_color", *(("hair_length", "hair_style") if sense.kind == "hair" else ()))
    ]
    about_hair += [w for w in adjectives if sense.kind == "skin" and w.of("complexion")]
    reader.waiting = [w for w in adjectives if not any(w is a for a in about_hair)]
    owner, reader.owner = reader.owner, []
    reader.head = dress.feature(draft, owner or reader.group[-1:], item, about_hair)
    reader.linked = reader.joined = False


def _person_follows(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    while after is not None and (after.of(*ADJECTIVES) or after.unknown) and not after.of("person"):
        after = draft.after(after)
    return after is not None and after.of("person") is not None


def wearing(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = reader.holding = None
    reader.taking, reader.wearing = [], True


def in_hand(reader: Reader, item: Item, sense: Sense) -> None:
    """ "A suitcase in her hand", "une valise à la main": what was named last is held by who can hold."""
    flush(reader)
    on = _on_whom(reader, item)
    if on is not None and (reader.last is None or reader.last.alive or not _hand_sized(reader.last)):
        if ("beside", on[1].id) in on[0].relations:  # "with a crow on her shoulder"
            on[0].relations.remove(("beside", on[1].id))
        reader.draft.note(item, on[0].relate("on", on[1].id), "staged")  # "a mouse on her shoulder"
        return
    holder = next((m for m in (*reader.able, *reader.group) if m is not reader.last), None)
    before = reader.draft.before(item)
    if holder is None or reader.last is None or reader.last.person or before is None or before.unknown:
        return
    if reader.last.id not in holder.holds:
        holder.holds.append(reader.last.id)
    if reader.group == [reader.last]:
        reader.group = [holder]
    reader.draft.note(item, f"{holder.at}.holds", "staged")


def _on_whom(reader: Reader, item: Item) -> tuple[Member, Member] | None:
    """Who is on whom: "sits on his shoulder"; None if the words say something else."""
    left = reader.relative or reader.last or (reader.group[-1] if reader.group else None)
    if left is None or not (
        reader.draft.text(item).split()[0] in ("on", "over", "sur") or "épaule" in reader.draft.text(item)
    ):
        return None
    whom = next((m for m in reversed(reader.subjects) if m is not left and (m.person or m.alive)), None)
    return (left, whom) if whom is not None and not left.person else None


def holding(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    reader.taking, reader.wearing = [], False
    after = reader.draft.after(item)
    before = reader.draft.before(item)
    named = before is not None and before.of("person", "crowd", "thing") is not None
    gerund = reader.draft.text(item).split()[0].endswith(("ing", "ant"))
    last = reader.relative or (reader.last if named and gerund else None)
    reader.holder = last if last is not None and (last.person or last.alive) else None
    reader.relative = None
    if after is not None and reader.draft.text(after) in BY and reader.last is not None:
        reader.held = reader.last  # "an umbrella held by a girl"
        item.used = True
        return
    reader.holding = item
