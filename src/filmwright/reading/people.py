"""Who is in the shot, what they look like, wear and do: a walk through the words that keeps track of whom they are about."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.together import sex_of
from filmwright.reading import cast, dress, verbs
from filmwright.reading.clause import before_noun, determines, leads, listed
from filmwright.reading.deeds import action, meanwhile, relation, side, then
from filmwright.reading.doing import manner_of
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.places import flank, genitive, perch
from filmwright.reading.pronouns import half, number, pronoun
from filmwright.reading.reader import ADJECTIVES, HEADS, Reader, after_of, flush, goes_alone, leads_to_head
from filmwright.reading.subject import COMPARED, WITH, brought, join, settle_early
from filmwright.reading.things import IN_HAND, colors_noun, full, thing
from filmwright.reading.unknown import unknown
from filmwright.reading.vocabulary import Sense
from filmwright.reading.worn import feature, garment, holding, in_hand, wearing


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
    join(reader, people)
    settle_early(reader, people)
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
        reader.bearer = None
        reader.inverted, reader.agent, reader.held = False, None, None
        reader.nobody, reader.front, reader.behind_whom, reader.relative = False, None, None, None
        reader.holding, reader.taking, reader.last, reader.beside, reader.wearing = None, [], None, False, False
    if draft.part(item) != reader.part:
        flush(reader, part_ended=True)
        before = draft.previous(item)
        named = before is not None and before.of("person", "half") is not None
        reader.apposable = reader.group[0] if named and reader.group else None
        reader.part = draft.part(item)
        reader.relation = None
    if item.used:
        if item.of("beard") and reader.group and reader.group[-1].person:
            reader.group[-1].hair["beard"] = False  # "without a beard": nothing else has taken it before
        reader.waiting = [word for word in reader.waiting if goes_alone(reader, word)]
        flush(reader)
        reader.head, reader.relation, reader.last, reader.taking, reader.front = None, None, None, [], None
        if not reader.subject_here and item.of("place", "feature", "weather") and leads(draft, item) is None:
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
        unknown(reader, item)


def _not_here(reader: Reader, item: Item) -> tuple[str, ...]:
    """The kinds of meaning an item of several cannot have where it stands."""
    draft = reader.draft
    if item.of("glue") is not None and verbs.of_a_face(draft, item):
        return verbs.DOES
    if item.of("number") is not None and item.of("person") is not None:
        after = draft.after(item)  # "ein paar Freunde" are some, "ein Paar" are two
        counted = after is not None and (after.unknown or after.of("person", "crowd", "thing", "garment", *ADJECTIVES))
        return ("person",) if counted else ("number",)
    verb = verbs.settles(draft, item, acted=reader.said) if item.of(*verbs.DOES) else None
    if item.of("garment") and item.of("thing") and verb != "verb":
        thing, garment, lead = item.of("thing"), item.of("garment"), leads(draft, item)
        carried = thing is not None and any(n in IN_HAND for n in concepts.ancestors("thing", thing.value))
        listed = reader.bearer is not None and reader.bearer in reader.group and not reader.said
        carried = carried and garment is not None and garment.value not in ON_BACK
        own = draft.before(item)
        while own is not None and own.of(*ADJECTIVES):
            own = draft.before(own)
        of_somebody = own is not None and own.of("pronoun") is not None and draft.text(own) in ("his", "her")
        worn = (reader.wearing or listed or of_somebody or lead in ("in", *WITH)) and not (carried and lead in WITH)
        return ("thing",) if worn and any(m.person or m.alive for m in reader.group) else ("garment",)
    if item.of("color") and item.of("thing") and (colors_noun(draft, item) or _colors_next(draft, item)):
        return ("thing",)
    of = draft.before(item)
    if (
        item.of("material")
        and item.of("thing")
        and of is not None
        and draft.text(of) in ("of", "de", "d", "en")
        and reader.head
    ):
        return ("thing",)  # "a moon of paper"
    if item.of("hair") and item.of("thing"):  # a bun
        return ("thing",) if not reader.said and any(m.person for m in reader.group) else ("hair",)
    word_class = verbs.settles(draft, item, acted=reader.said)
    if word_class is not None:
        return verbs.NOUNS if word_class == "verb" else verbs.DOES
    qualifies = item.of(*ADJECTIVES) is not None and item.of(*HEADS) is None and leads_to_head(draft, item)
    return ("action",) if qualifies else ()


def _colors_next(draft: Draft, item: Item) -> bool:
    """Whether a fruit or flower is the color of what comes next: "the orange sky"."""
    after = draft.after(item)
    if draft.words.adjectives_follow or after is None or after.joins:
        return False
    return after.unknown or after.of("place", "feature", "glue", "lighting") is not None


ON_BACK = ("backpack", "school_bag")
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
        people = [
            m for m in (reader.last, reader.bearer, *reader.group[-1:]) if m is not None and (m.person or m.alive)
        ]
        reader.relative = people[0] if draft.text(item) == "who" and people else reader.last
    if draft.text(item) in WITH:
        reader.bearer = reader.last or (reader.group[-1] if reader.group else None)
    of_thing = isinstance(reader.head, dress.PersonHead) and not any(m.person for m in reader.head.people)
    if (
        sense.value in ("of", "in")
        and after is not None
        and after.of("material")
        and (isinstance(reader.head, dress.GarmentHead) or (of_thing and sense.value == "of"))
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
    if leads(draft, item) in COMPARED or _works_as(reader, item, sense):
        return
    people_in_general = item.of("crowd")
    if people_in_general is not None and sense.value == "crowd":
        _crowd(reader, item, people_in_general)
        return
    fresh = reader.article == "indefinite" or reader.count is not None
    after = draft.after(item)
    worn = after is not None and after.of("garment") is not None and not draft.words.adjectives_follow
    worn = worn and after is not None and verbs.settles(draft, after, acted=True) != "verb"  # "a girl rollerblades"
    if after is not None and not after.used and (worn or (item.of("age") and after.of("thing"))):
        reader.waiting.append(item)  # "a trucker cap", "an adult elephant"
        return
    owned = draft.before(item)
    if genitive(draft, item) and owned is not None and draft.text(owned) == "its" and reader.subject_here:
        return  # "its mother's tail"
    known = _apposed(reader, item, sense) or (None if fresh else cast.known(draft, sense))
    if known is not None:
        people = [known]
    elif full(draft, item):
        return
    else:
        people = cast.new(draft, sense, _counted(reader))
    of_another = genitive(draft, item) and reader.subject_here and bool(reader.group)
    lead = leads(draft, item)
    led = lead is not None and lead not in ("of", *WITH) and reader.subject_here
    is_object = bool(reader.group) and (bool(reader.taking) or of_another or reader.holding is not None or led)
    join(reader, people, brought=brought(draft, item), object=is_object, listed=listed(draft, item))
    waiting, reader.waiting = reader.waiting, []
    counted = reader.count[0] if reader.count else item
    if counted is not item and waiting:
        draft.note(counted, f"{people[0].at}.count", "staged")
        counted = item
    cast.note(draft, item, sense, people, counted)
    counted.used = True
    _describe(draft, people, waiting)
    reader.head = dress.PersonHead(people)
    if of_another:
        reader.owner = people
    if not is_object:
        settle_early(reader, people)
    reader.count, reader.article, reader.linked = None, None, False


def _works_as(reader: Reader, item: Item, sense: Sense) -> bool:
    """Whether a word says what somebody works as: it is what they are then, if the text has said no more than "a man"."""
    lead = before_noun(reader.draft, item)
    if lead is None or lead.of("action") is None or reader.draft.text(lead).split()[-1] not in COMPARED:
        return False
    for member in reader.group:
        if member.kind in GENERIC:
            member.sex = member.sex or sex_of(member.kind, None)
            member.kind = sense.value
    reader.draft.note(item, reader.group[0].at if reader.group else None, "staged")
    return True


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
    while before is not None and (before.of(*ADJECTIVES) or determines(draft, before)):
        before = draft.before(before)
    told = before is not None and before.of("function") is not None and before.senses[0].value == "copula"
    beside = before is None and reader.subject_here and reader.apposable is somebody
    again = somebody.kind == sense.value and reader.article == "indefinite"  # "her grandson, a boy with red hair"
    if not (told or beside) or (somebody.kind == sense.value and not again):
        return None
    if not again and somebody.kind in GENERIC and somebody.kind != "person":
        return None
    if somebody.sex is None:
        somebody.sex = sex_of(sense.value, None)
    return somebody


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


def _counted(reader: Reader) -> int | None:
    """How many people the word before is about: "hundreds of" are more of people than of elephants."""
    if reader.count is None:
        return None
    number = reader.count[0].of("number")
    many = number.get("people") if number is not None else None
    return int(many) if many is not None else reader.count[1]


def _crowd(reader: Reader, item: Item, sense: Sense) -> None:
    """People in general: several whom nobody tells apart."""
    draft = reader.draft
    since = reader.count[0] if reader.count else item
    number = reader.count[0].of("number") if reader.count else None
    many = sense.value == "crowd" or (number is not None and number.get("people") is not None)
    kind = Sense("person", "crowd" if many else "person")
    others = any(m.person and m.count < cast.MANY for m in draft.cast)
    behind = others or any(draft.text(o) == "background" for o in draft.items)
    total = _counted(reader) or int((behind and sense.get("around")) or sense.get("count") or 3)
    told = kind.value == "crowd" and reader.count is None and reader.article != "indefinite"
    there = cast.known(draft, kind) if told else None
    members = [there] if there is not None else cast.new(draft, kind, total)
    waiting, reader.waiting = reader.waiting, []
    is_object = bool(reader.group) and (leads(draft, item) is not None or bool(reader.taking))
    join(reader, members, object=is_object)
    cast.note(draft, item, sense, members, since)
    since.used = True
    _describe(draft, members, waiting)
    reader.count, reader.head = None, dress.PersonHead(members)
    if not is_object:
        settle_early(reader, members)


_STEPS = {
    "half": half, "number": number, "person": _person, "crowd": _crowd, "garment": garment, "hair": feature,
    "beard": feature, "skin": feature, "thing": thing, "pronoun": pronoun, "action": action, "manner": manner_of,
    "relation": relation, "side": side, "wearing": wearing, "holding": holding, "in_hand": in_hand, "then": then, "while": meanwhile,
    "perch": perch, "flank": flank, "function": _function,
}  # fmt: skip
