"""Who is in the shot, what they look like, wear and do: a walk through the words that keeps track of whom they are about."""

from __future__ import annotations

from copy import deepcopy

from filmwright import concepts
from filmwright.content.stageable import sex_of
from filmwright.reading import cast, dress, verbs
from filmwright.reading.deeds import act, action, can, manner_of, meanwhile, relation, side, then
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, HEADS, PLURAL, Reader, after_of, flush, goes_alone, leads_to_head
from filmwright.reading.vocabulary import Sense

WITH = (
    "with",
    "along with",
    "together with",
    "accompanied by",
    "avec",
    "accompagné de",
    "accompagnée de",
    "accompagné d",
    "accompagnée d",
    "con",
    "junto con",
    "mit",
    "zusammen mit",
)


def read(draft: Draft) -> None:
    """Fill the draft's cast and note every word about it."""
    reader = Reader(draft)
    for item in draft.items:
        _step(reader, item)
    flush(reader)
    if reader.early_side is not None and reader.group:
        reader.sides.append((reader.early_side, reader.early_side.senses[0].value, reader.group[-1]))
    cast.place_sides(draft, reader.sides)
    for item, _ in reader.early:
        if not item.used:
            draft.note(item, None, "unstaged", "there is nobody to wear it")
    if reader.early_action is not None and not draft.cast and _flies(draft, reader.early_action):
        return
    if reader.early_action is not None and not reader.early_action.used and not _named(reader, reader.early_action):
        draft.note(reader.early_action, None, "unstaged", "there is nobody to do it")


def _flies(draft: Draft, action: Item) -> bool:
    """ "Flying over a valley": with nobody in the picture it is the camera that flies. Noted then."""
    sense = action.of("action")
    if action.used or sense is None or "fly" not in concepts.ancestors("action", sense.value):
        return False
    if draft.camera.setdefault("move", "flyover") == "flyover":
        draft.note(action, f"{draft.at}.camera.move", "staged")
    return True


def _named(reader: Reader, action: Item) -> bool:
    """ "Gwen Stacy reads": a name nobody knows that does something is somebody. False if no name stands before the action."""
    draft = reader.draft
    name = draft.before(action)
    if draft.cast or name is None or not name.unknown or not draft.tokens[name.first].capital:
        return False
    first = name
    while (before := draft.before(first)) is not None and before.unknown and draft.tokens[before.first].capital:
        first = before
    people = cast.new(draft, Sense("person", "person"))
    draft.note(name, people[0].at, "approximated", "who this is is not known: somebody was chosen", since=first)
    _join(reader, people)
    _settle_early(reader, people)
    return True


def _step(reader: Reader, item: Item) -> None:
    draft = reader.draft
    if draft.sentence(item) != reader.sentence:
        flush(reader)
        reader.sentence, reader.head, reader.subject_here, reader.relation, reader.linked = (
            draft.sentence(item),
            None,
            False,
            None,
            False,
        )
        reader.said, reader.subject, reader.whole = False, [], []
        reader.nobody, reader.front, reader.behind_whom, reader.relative = False, None, None, None
        reader.holding, reader.taking, reader.last, reader.beside, reader.wearing = None, [], None, False, False
    if draft.part(item) != reader.part:
        flush(reader, part_ended=True)
        before = draft.previous(item)
        reader.apposable = reader.group[0] if before is not None and before.of("person") and reader.group else None
        reader.part = draft.part(item)
    if item.used:
        reader.waiting = [word for word in reader.waiting if goes_alone(reader, word)]
        flush(reader)
        reader.head, reader.relation, reader.last, reader.taking, reader.front = None, None, None, [], None
        if not reader.subject_here and item.of("place", "feature", "weather") and _leads(draft, item) is None:
            reader.nobody = True
        return
    refused = _not_here(reader, item)
    for kind, step in _STEPS.items():
        sense = item.of(kind)
        if sense is not None and kind not in refused:
            step(reader, item, sense)
            return
    if any(item.of(k) for k in ADJECTIVES):
        _adjective(reader, item)
    elif item.unknown:
        _unknown(reader, item)


def _not_here(reader: Reader, item: Item) -> tuple[str, ...]:
    """The kinds of meaning an item of several cannot have where it stands."""
    draft = reader.draft
    if item.of("glue") is not None and verbs.of_a_face(draft, item):
        return verbs.DOES
    verb = verbs.settles(draft, item, acted=reader.said) if item.of(*verbs.DOES) else None
    if item.of("garment") and item.of("thing") and verb != "verb":
        thing, lead = item.of("thing"), _leads(draft, item)
        carried = thing is not None and any(n in IN_HAND for n in concepts.ancestors("thing", thing.value))
        worn = (reader.wearing or lead in ("in", *WITH)) and not (carried and lead in WITH)
        return ("thing",) if worn and any(m.person or m.alive for m in reader.group) else ("garment",)
    if item.of("color") and item.of("thing") and _colors(draft, item):
        return ("thing",)
    if item.of("hair_style") and item.of("thing") and not reader.said and any(m.person for m in reader.group):
        return ("thing",)
    word_class = verbs.settles(draft, item, acted=reader.said)
    if word_class is not None:
        return verbs.NOUNS if word_class == "verb" else verbs.DOES
    qualifies = item.of(*ADJECTIVES) is not None and item.of(*HEADS) is None and leads_to_head(draft, item)
    return ("action",) if qualifies else ()


def _colors(draft: Draft, item: Item) -> bool:
    """Whether a fruit or flower is a color: "un vase orange"."""
    before = draft.before(item)
    return (
        draft.words.adjectives_follow
        and before is not None
        and before.of("thing", "garment", "person", "hair", "color") is not None
    )


def _unknown(reader: Reader, item: Item) -> None:
    """A word nobody knows: an adjective when a noun follows at once, else a noun that takes its adjectives along."""
    after = reader.draft.after(item)
    if after is not None and after.of(*HEADS) and not after.used:
        return
    if not any(goes_alone(reader, w) for w in reader.waiting):
        reader.waiting.clear()
    flush(reader)
    reader.head = None
    reader.count = None
    if not reader.subject_here and _leads(reader.draft, item) is None:
        reader.nobody = True


RELATIVE = ("who", "that", "which", "qui", "que", "die", "der", "das")


def _function(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    if sense.value == "conjunction":
        reader.joined = True
        reader.linked = False
        return
    if sense.value == "copula":
        flush(reader)
        reader.linked = reader.head is not None
        return
    after = draft.after(item)
    if draft.text(item) in RELATIVE and reader.last is not None:
        reader.relative = reader.last
    if (
        sense.value in ("of", "in")
        and after is not None
        and after.of("material")
        and isinstance(reader.head, dress.GarmentHead)
    ):
        return
    flush(reader)
    reader.head = None
    reader.linked = False
    if sense.value in ("indefinite", "definite", "possessive"):
        reader.article = sense.value
        reader.count = None


def _adjective(reader: Reader, item: Item) -> None:
    """Adjectives wait for their noun; after a noun in French, or after "is" in English, they belong to the noun before."""
    draft = reader.draft
    after_noun = draft.words.adjectives_follow
    before = draft.before(item)
    if after_noun and before is not None and before.unknown and not leads_to_head(draft, item):
        return
    behind = after_noun or reader.linked or (item.of("material") is not None and after_of(draft, item))
    belongs = behind and not reader.waiting and not leads_to_head(draft, item)
    if belongs and _past_the_clothes(reader, item):
        for person in reader.group:
            dress.describe(draft, person, item)
        return
    if belongs and reader.head is not None and dress.apply(draft, reader.head, item):
        if after_noun and reader.twin is not None and draft.text(item).endswith("s") and draft.text(item) != "gris":
            dress.share(reader.twin, reader.head)
        return
    reader.waiting.append(item)


def _past_the_clothes(reader: Reader, item: Item) -> bool:
    """ "A man in a white shirt is sad", "en manteau, souriante": not the shirt is."""
    clothes = reader.head is not None and not isinstance(reader.head, dress.PersonHead)
    of_clothes = item.of("color", "shade", "material", "hair_length", "hair_style", "hair_color")
    if isinstance(reader.head, dress.GarmentHead):
        of_clothes = of_clothes or item.of("cut")
    return clothes and item.of("expression", "age", "build", "complexion") is not None and of_clothes is None


def _person(reader: Reader, item: Item, sense: Sense) -> None:
    """A person named: somebody new after "a" or a number, the one already there after "the"."""
    draft = reader.draft
    if _leads(draft, item) in COMPARED:
        return
    fresh = reader.article == "indefinite" or reader.count is not None
    known = _apposed(reader, item, sense) or (None if fresh else cast.known(draft, sense))
    if known is not None:
        people = [known]
    elif _full(draft, item):
        return
    else:
        people = cast.new(draft, sense, reader.count[1] if reader.count else None)
    is_object = bool(reader.group) and bool(reader.taking)
    _join(reader, people, brought=_brought(draft, item), object=is_object)
    waiting, reader.waiting = reader.waiting, []
    counted = reader.count[0] if reader.count else item
    if counted is not item and waiting:
        draft.note(counted, f"{people[0].at}.count", "staged")
        counted = item
    cast.note(draft, item, sense, people, counted)
    counted.used = True
    _describe(draft, people, waiting)
    reader.head = dress.PersonHead(people)
    if not is_object:
        _settle_early(reader, people)
    reader.count, reader.article, reader.linked = None, None, False


GENERIC = ("man", "woman", "boy", "girl", "person", "child")


def _apposed(reader: Reader, item: Item, sense: Sense) -> Member | None:
    """ "The chef, a stocky man": somebody said again in other words, or told what they are ("the driver is a woman")."""
    draft = reader.draft
    if (
        sense.value not in GENERIC
        or len(reader.group) != 1
        or not reader.group[0].person
        or reader.said
        or reader.count
    ):
        return None
    somebody, before = reader.group[0], draft.before(item)
    while before is not None and (before.of(*ADJECTIVES) or _determines(before)):
        before = draft.before(before)
    told = before is not None and before.of("function") is not None and before.senses[0].value == "copula"
    beside = before is None and reader.subject_here and reader.apposable is somebody
    if not (told or beside) or somebody.kind == sense.value:
        return None
    if somebody.kind in GENERIC and somebody.kind != "person":
        return None
    if somebody.sex is None:
        somebody.sex = sex_of(sense.value, None)
    return somebody


def _full(draft: Draft, item: Item) -> bool:
    """Whether nobody more can join the cast; the item is noted then."""
    full = len(draft.cast) >= cast.MOST_MEMBERS
    if full:
        draft.note(item, None, "unstaged", f"a shot has at most {cast.MOST_MEMBERS} members")
    return full


def _describe(draft: Draft, people: list[Member], waiting: list[Item]) -> None:
    """The adjectives before a person; those before "haired" are about the hair ("a gray haired old man")."""
    start = 0
    for n, word in enumerate(waiting):
        if word.of("hair", "beard", "skin"):
            dress.feature(draft, people, word, waiting[start:n])
            start = n + 1
    for word in waiting[start:]:
        for person in people:
            dress.describe(draft, person, word)


def _join(reader: Reader, members: list[Member], *, brought: bool = False, object: bool = False) -> None:
    """Who the next words are about: "a man and a woman walk" is about both, and so is "a man with a woman" (`brought`). An `object`
    of a verb or a preposition is only named: the subject stays."""
    together = reader.subject_here and reader.joined and not reader.said and reader.relation is None
    if brought and reader.subject_here and reader.group:
        _accompany(reader, members)
        together = True
    if reader.front is not None and reader.behind_whom is None and not members[0].relation:
        reader.behind_whom, reader.front = (*reader.front, members[0]), None  # "beside the car a girl waits"
        reader.subject_here, reader.group, reader.last = True, list(members), members[-1]
        reader.joined = False
        return
    if reader.behind_whom is not None:
        item, kind, whom = reader.behind_whom
        if kind not in RESTS.values():  # several things lie on a table
            reader.behind_whom = None
        if whom is not members[0]:
            _relate(reader.draft, item, members[0], kind, whom)
            object = together = False
    _tie(reader, members)
    if not object:
        reader.subject, reader.halves, reader.whole = [], [], []
        reader.group = [*reader.group, *(m for m in members if m not in reader.group)] if together else list(members)
        reader.subject_here, reader.nobody = True, False
        if any(can(m, "walk") for m in reader.group):
            reader.able = reader.group
        acted, reader.said = reader.said, False
    else:
        acted = False
    reader.joined, reader.last = False, members[-1]
    if reader.early_side is not None:
        item, reader.early_side = reader.early_side, None
        reader.sides.append((item, item.senses[0].value, members[0]))
    if reader.relation is not None:
        item, kind, left = reader.relation
        if left is not members[0]:
            reader.subject = [left] if not acted else []
            _relate(reader.draft, item, left, kind, members[0])
        reader.relation = None


def _relate(draft: Draft, item: Item, left: Member, kind: str, right: Member) -> None:
    """Say where a member stands to another, and note the words that say it."""
    left.relation = (kind, right.id)
    draft.note(item, f"{left.at}.relation", "staged")


def _tie(reader: Reader, members: list[Member]) -> None:
    """Give what is named now to the hands that hold it and the deeds that are done to it."""
    if reader.taking:
        for deed in reader.taking:
            deed["to"] = members[0].id
        reader.taking = []
    if reader.holding is not None and reader.group:
        holder = reader.group[0]
        holder.holds += [m.id for m in members if m.id not in holder.holds and m is not holder]
        if not reader.holding.used:
            reader.draft.note(reader.holding, f"{holder.at}.holds", "staged")


def _before_noun(draft: Draft, item: Item, *, over_unknown: bool = False) -> Item | None:
    """What stands before a noun and its adjectives, numbers and articles (and, if asked, words nobody knows)."""
    before = draft.before(item)
    while before is not None and (
        before.of("number", *ADJECTIVES) or _determines(before) or (over_unknown and before.unknown)
    ):
        before = draft.before(before)
    return before


def _brought(draft: Draft, item: Item) -> bool:
    """Whether "with" leads to this person."""
    before = _before_noun(draft, item)
    return before is not None and draft.text(before) in WITH


def _determines(item: Item) -> bool:
    function = item.of("function")
    return item.of("pronoun") is not None or (
        function is not None and function.value in ("indefinite", "definite", "possessive")
    )


def _accompany(reader: Reader, people: list[Member]) -> None:
    """Those who come with somebody do the same: "she walks with a man"."""
    lead = reader.group[0]
    for person in people:
        if not person.deeds:
            person.deeds, person.manner = deepcopy(lead.deeds), lead.manner


def _settle_early(reader: Reader, people: list[Member]) -> None:
    """Clothes, faces and actions written before their person: "In a red coat, a woman …", "Smiling, walking, he …"."""
    for item, adjectives in reader.early:
        if not item.used:
            dress.garment(reader.draft, people[-1:], item, adjectives)
    reader.early.clear()
    for face in reader.early_faces:
        for person in people:
            dress.describe(reader.draft, person, face)
    reader.early_faces.clear()
    if reader.early_action is not None:
        item, reader.early_action = reader.early_action, None
        sense = item.of("action")
        if sense is not None:
            act(reader, item, sense, people)


def _crowd(reader: Reader, item: Item, sense: Sense) -> None:
    """People in general: several whom nobody tells apart."""
    draft = reader.draft
    since = reader.count[0] if reader.count else item
    total = reader.count[1] if reader.count else int(sense.get("count") or 3)
    members = cast.new(draft, Sense("person", "crowd" if sense.value == "crowd" else "person"), total)
    waiting, reader.waiting = reader.waiting, []
    is_object = bool(reader.group) and (_leads(draft, item) is not None or bool(reader.taking))
    _join(reader, members, object=is_object)
    cast.note(draft, item, sense, members, since)
    since.used = True
    _describe(draft, members, waiting)
    reader.count, reader.head = None, dress.PersonHead(members)
    if not is_object:
        _settle_early(reader, members)


def _pronoun(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    flush(reader)
    reader.head = None
    reader.article = "possessive"
    item.used = True
    if sense.value == "it":
        under = draft.before(item)
        rest = RESTS.get(draft.text(under)) if under is not None else None
        whole = next((m for m in reversed(draft.cast) if not m.person and m not in reader.group), None)
        if (
            rest is not None and reader.group and whole is not None and under is not None
        ):  # "plates and bowls stand on it"
            for member in reader.group:
                member.relation = member.relation or (rest, whole.id)
            draft.note(under, f"{reader.group[0].at}.relation", "staged")
            return
        things = [m for m in reversed(draft.cast) if not m.person]
        group = things[:1]
    elif sense.value == "they":
        if not (draft.cast or draft.earlier):
            return
        several = [m for m in draft.cast if m.count > 1]
        people = [m for m in draft.cast if m.person]
        group = (several if len(several) == 1 else people) or list(draft.cast)
        group = group or [cast.bring_back(draft, m) for m in draft.earlier]
    else:
        group = _meant(draft.cast, sense.value)
        group = group or [cast.bring_back(draft, m) for m in _meant(draft.earlier, sense.value)]
        for member in group:
            if member.person and member.gender is None:
                member.sex = "female" if sense.value == "she" else "male"
    if not group and not draft.cast and not any(o.of("person", "crowd") for o in draft.items) and sense.value in SEX:
        group = [cast.add(draft, "woman" if sense.value == "she" else "man", 1, sense)]
        draft.note(item, group[0].at, "staged")
    if not group:
        return
    if reader.front is not None:
        reader.behind_whom, reader.front = (*reader.front, group[0]), None
        return
    if reader.relation is not None and draft.text(item) not in ("their", "his", "its"):
        relation_item, kind, left = reader.relation  # "a suitcase beside him"
        reader.relation = None
        if left is not group[0]:
            _relate(draft, relation_item, left, kind, group[0])
        return
    object_of = draft.before(item)
    done_to = draft.text(item) in ("her", "him", "them", "it") and object_of is not None and object_of.of("action")
    if done_to and reader.group and group[0] not in reader.group:  # "a man hugs her": he goes on being the subject
        _tie(reader, group)
        return
    reader.group, reader.able, reader.subject_here, reader.last, reader.nobody = group, group, True, None, False
    _settle_early(reader, group)


SEX = ("she", "he")


def _meant(members: list[Member], pronoun: str) -> list[Member]:
    """Whom "she" or "he" means: the last whose sex fits, else the last person whose sex nobody told, else an animal."""
    fitting = [m for m in reversed(members) if m.gender == pronoun]
    unsure = [m for m in reversed(members) if m.person and m.gender is None and m.kind != "crowd" and m.count == 1]
    animals = [m for m in reversed(members) if not m.person and "animal" in concepts.ancestors("thing", m.kind)]
    return (fitting or unsure or animals)[:1]


def _leads(draft: Draft, item: Item) -> str | None:
    """The preposition before a noun, over its adjectives, numbers and articles; None if there is none."""
    lead = _lead_item(draft, item)
    if lead is None:
        return None
    value = lead.senses[0].value
    return value if value != "other" else draft.text(lead)


def _lead_item(draft: Draft, item: Item, *, over_unknown: bool = True) -> Item | None:
    before = _before_noun(draft, item, over_unknown=over_unknown)
    if before is None or not before.joins or before.senses[0].kind != "function":
        return None
    return before if before.senses[0].value in ("in", "on", "of", "other") else None


def _does_next(draft: Draft, item: Item) -> bool:
    """Whether a noun opens a clause and its verb follows at once."""
    before, after = _before_noun(draft, item), draft.after(item)
    noun = before is not None and (before.unknown or before.of("thing", "place", "feature", "garment") is not None)
    told = draft.before(item) is not before  # "with every note a goldfish jumps": an article parts the two nouns
    opens = before is None or (before.of("function") is not None and before.senses[0].value == "conjunction")
    opens = opens or (noun and told)
    if not opens or after is None or after.of("action") is None:
        return False
    word = draft.text(after).split()[0]
    return not word.endswith("ing") and verbs.settles(draft, after, acted=True) != "noun"


COMPARED = ("like", "as", "as if", "comme", "wie", "como")  # "like a bird" is no bird
SETTING = ("natural_wonder", "plant")
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
    if (
        not (land or sense.value in PIECES)
        or reader.relation is not None
        or reader.front is not None
        or reader.holding is not None
    ):
        return False
    told_apart = any(w.of("color", "material", "bulk", "age") for w in reader.waiting) or reader.count is not None
    plural = sense.get("many") is not None
    if bool(reader.group) and (lead is not None or reader.said):
        if lead is not None and (plural or "natural_wonder" in line):
            return True
        return not told_apart
    return land and plural and bool(reader.group) and not told_apart


RESTS = {
    "on": "on", "on the edge of": "on", "in": "inside", "sur": "on", "dans": "inside", "auf": "on", "sobre": "on", "im": "inside",
}  # fmt: skip


def _thing(reader: Reader, item: Item, sense: Sense) -> None:
    """An animal or a thing named: a member of the cast with the adjectives before it. After a verb or a preposition it is an object,
    and the subject stays whom the words are about."""
    draft = reader.draft
    after = draft.after(item)
    compound = (
        after is not None
        and after.of("garment", "thing", "person")
        and verbs.settles(draft, after, acted=True) != "verb"
    )
    if after is not None and after.of("color") and _colors(draft, after):
        compound = False
    if after is not None and compound and not after.used and not after.joins:
        reader.waiting.append(item)  # "a motorcycle helmet", "a birthday cake": the first word says which
        return
    lead = _leads(draft, item)
    if lead in COMPARED or (item.of("glue") and not reader.group):
        return
    if _is_setting(reader, item, sense, lead):
        draft.features.append(((item.first, item.end), sense.value))
        item.used, reader.head, reader.count, reader.article, reader.relation = True, None, None, None, None
        return
    near = _lead_item(draft, item, over_unknown=False)
    opens_on = RESTS.get(lead or "") if near and not reader.subject_here and reader.front is None else None
    if opens_on is not None and reader.behind_whom is None:
        lead_item = _lead_item(draft, item)
        reader.front = (lead_item or item, opens_on)  # "on the table lie a book and a pen"
    is_object = bool(reader.group) and (
        reader.said or lead is not None or reader.relation is not None or reader.holding is not None
    )
    is_object = is_object and not (reader.joined and lead is None and reader.holding is None and not reader.said)
    if (
        is_object
        and not _lead_item(draft, item, over_unknown=False)
        and reader.relation is None
        and _does_next(draft, item)
    ):
        is_object, reader.joined = False, False  # "…, and trucks crawl along": a new subject
    fresh = reader.article == "indefinite" or reader.count is not None
    member = None if fresh else cast.known(draft, sense)
    if member is None:
        if _full(draft, item):
            return
        members = cast.new(draft, sense, reader.count[1] if reader.count else None)
    else:
        members = [member]
    waiting, reader.waiting = reader.waiting, []
    if lead is not None:
        reader.holding = None  # "carries a bag of oranges under a tree": the bag is held
    left = reader.last or (reader.group[-1] if reader.group else None)
    carries = lead in WITH and left is not None and _hand_sized(members[0]) and (left.person or left.alive)
    if lead in WITH and left is not None and left.person and is_object and members[0].alive:
        members[0].relation = members[0].relation or ("beside", left.id)  # "a man with a dog"
        _note_lead(draft, item, f"{members[0].at}.relation")
    if carries and left is not None and is_object:
        left.holds += [m.id for m in members if m.id not in left.holds]
        _note_lead(draft, item, f"{left.at}.holds")
    rest = RESTS.get(lead or "") if is_object and reader.relation is None and reader.holding is None else None
    _join(reader, members, object=is_object)
    if rest is not None and left is not None and left is not members[0] and left.relation is None:
        seat = "furniture" in concepts.ancestors("thing", members[0].kind) and (left.person or left.alive)
        left.relation = ("on" if seat else rest, members[0].id)
        _note_lead(draft, item, f"{left.at}.relation")
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
        _settle_early(reader, members)


def _note_lead(draft: Draft, item: Item, path: str) -> None:
    """Write down what the preposition before a noun became."""
    lead = _lead_item(draft, item)
    if lead is not None:
        draft.note(lead, path, "staged")


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


def _garment(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    adjectives, reader.waiting = reader.waiting, []
    reader.count = None
    if not reader.group:
        reader.early.append((item, adjectives))
        reader.article = None
        return
    reader.twin = reader.head if reader.joined and isinstance(reader.head, dress.GarmentHead) else None
    alike = reader.joined and not adjectives and reader.article is None and draft.words.language == "en"
    shared = reader.head if alike else None
    everybody = (
        draft.text(item).endswith(("s", "x")) and not draft.text(item).endswith("ss") and sense.value not in PLURAL
    )
    people = reader.group if everybody or (reader.article == "possessive" and not reader.said) else reader.group[-1:]
    head = dress.garment(
        draft, people, item, adjectives, like=shared if isinstance(shared, dress.GarmentHead) else None
    )
    reader.head, reader.article, reader.joined, reader.linked, reader.wearing = head, None, False, False, True


def _feature(reader: Reader, item: Item, sense: Sense) -> None:
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
    reader.head = dress.feature(draft, reader.group[-1:], item, about_hair)
    reader.linked = reader.joined = False


def _person_follows(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    while after is not None and (after.of(*ADJECTIVES) or after.unknown) and not after.of("person"):
        after = draft.after(after)
    return after is not None and after.of("person") is not None


def _half(reader: Reader, item: Item, sense: Sense) -> None:
    """ "Two girls, one in red and the other in blue": one of several is somebody of their own."""
    draft = reader.draft
    after = draft.after(item)
    telling = after is not None and (after.joins or after.of("wearing", "action", "expression", "holding") is not None)
    if not reader.halves and sum(person.count for person in reader.group) > 1:
        reader.halves = list(reader.group)
        reader.whole, reader.whole_part = list(reader.group), draft.part(item)
    if not telling or not reader.halves:
        number = item.of("number")
        if number is not None:
            _number(reader, item, number)
        return
    flush(reader)
    one = reader.halves[0]
    if sense.value == "one" and one.count > 1:
        one = cast.split(draft, one)
        reader.whole.append(one)
    else:
        reader.halves.pop(0)
    reader.group, reader.head, reader.article, reader.whole_part = (
        [one],
        dress.PersonHead([one]),
        None,
        draft.part(item),
    )
    draft.note(item, one.at, "staged")


def _number(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    if sense.get("article"):
        reader.article = "indefinite"
        reader.count = None
    else:
        reader.count = (item, int(sense.value))


def _wearing(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = reader.holding = None
    reader.taking, reader.wearing = [], True


def _in_hand(reader: Reader, item: Item, sense: Sense) -> None:
    """ "A suitcase in her hand", "une valise à la main": what was named last is held by who can hold."""
    flush(reader)
    holder = next((m for m in (*reader.able, *reader.group) if m is not reader.last), None)
    if holder is None or reader.last is None or reader.last.person:
        return
    if reader.last.id not in holder.holds:
        holder.holds.append(reader.last.id)
    if reader.group == [reader.last]:
        reader.group = [holder]
    reader.draft.note(item, f"{holder.at}.holds", "staged")


def _holding(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    reader.taking, reader.wearing = [], False
    reader.holding = item


_STEPS = {
    "half": _half, "number": _number, "person": _person, "crowd": _crowd, "garment": _garment, "hair": _feature,
    "beard": _feature, "skin": _feature, "thing": _thing, "pronoun": _pronoun, "action": action, "manner": manner_of,
    "relation": relation, "side": side, "wearing": _wearing, "holding": _holding, "in_hand": _in_hand, "then": then, "while": meanwhile,
    "function": _function,
}  # fmt: skip
