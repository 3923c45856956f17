"""Notes become the Ledger, and no word of the prompt is forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright.reading.draft import Draft, Note
from filmwright.reading.items import Item
from filmwright.reading.tokens import Token
from filmwright.spec.ledger import Entry

FEELING = "says how it should feel, not what can be seen"
UNREAD = "not understood"
LOOKS = "what it describes cannot be changed yet"
DOING = "not understood; no action of this name can be staged yet"
ADJECTIVES = (
    "color",
    "shade",
    "material",
    "cut",
    "age",
    "build",
    "praise",
    "expression",
    "complexion",
    "hair_length",
    "manner",
)
EMPTY = "speaks of the film without saying anything about it"
LIGHT = ("portion", "glue", "frame", "camera", "wearing", "holding", "hair", "skin", "unit", "shot_on")


def entries(prompt: str, tokens: Sequence[Token], drafts: Sequence[Draft], marks: Sequence[Note]) -> tuple[Entry, ...]:
    """All entries: those with words in the order of the text, then what was chosen. Words no reader took become entries of
    their own, or join the clause beside them where they only lead to it ("wearing", "shot")."""
    notes = [*marks, *(note for draft in drafts for note in draft.notes)]
    for draft in drafts:
        notes = _with_leftovers(draft, notes)
    written = sorted((n for n in notes if n.words is not None), key=lambda n: n.words or (0, 0))
    written = _joined(drafts, written)
    chosen = [n for n in notes if n.words is None]
    found: dict[tuple[object, ...], Entry] = {}
    for note in [*written, *chosen]:
        entry = _entry(prompt, tokens, note)
        found.setdefault((entry.span, entry.path, entry.reason), entry)
    return tuple(found.values())


def _joined(drafts: Sequence[Draft], written: Sequence[Note]) -> list[Note]:
    """Clauses that stand together and went to the same place are one: "pull" and "bleu", "cheveux" and "longs"."""
    quiet = {n for d in drafts for i in d.items if not needs_account(i) for n in range(i.first, i.end)}
    parts = drafts[0].tokens
    joined: list[Note] = []
    for note in written:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.words is not None
            and note.words is not None
            and last[1:] == note[1:]
            and note.path
        ):
            gap = range(last.words[1], note.words[0])
            together = parts[last.words[0]].part == parts[note.words[0]].part
            if together and note.reason is None and all(n in quiet for n in gap):
                joined[-1] = last._replace(words=(last.words[0], max(last.words[1], note.words[1])))
                continue
        joined.append(note)
    return joined


def _entry(prompt: str, tokens: Sequence[Token], note: Note) -> Entry:
    if note.words is None:
        return Entry(text="", span=None, path=note.path, status=note.status, reason=note.reason)
    start, end = tokens[note.words[0]].start, tokens[note.words[1] - 1].end
    return Entry(text=prompt[start:end], span=(start, end), path=note.path, status=note.status, reason=note.reason)


def needs_account(item: Item) -> bool:
    """Whether an item says something: joining words and pronouns do not."""
    return item.of("function", "pronoun", "relation") is None and not (item.senses and item.senses[0].get("article"))


def _with_leftovers(draft: Draft, notes: list[Note]) -> list[Note]:
    taken = [False] * len(draft.tokens)
    for note in notes:
        for n in range(*(note.words or (0, 0))):
            if n < len(taken):
                taken[n] = True
    left = [item for item in draft.items if needs_account(item) and not all(taken[item.first : item.end])]
    for run in _runs(draft, left, taken):
        solid = [item for item in run if not item.of(*LIGHT)]
        if not solid:
            notes = _lean(draft, notes, run)
        else:
            reason = _why(draft, solid)
            notes.append(Note((run[0].first, run[-1].end), None, "unstaged", reason))
    return notes


def _why(draft: Draft, solid: Sequence[Item]) -> str:
    """Why leftover words are not staged, as exactly as can be said."""
    if all(item.of("praise") for item in solid):
        return FEELING
    if all(item.of(*ADJECTIVES) for item in solid):
        return LOOKS
    if solid[0].unknown and draft.words.language == "en" and draft.text(solid[0]).endswith("ing"):
        return DOING
    return UNREAD


def _runs(draft: Draft, left: Sequence[Item], taken: Sequence[bool]) -> list[list[Item]]:
    """Leftover items that stand together: in one part, with only joining words between."""
    runs: list[list[Item]] = []
    for item in left:
        last = runs[-1][-1] if runs else None
        if last is not None and draft.part(last) == draft.part(item) and not any(taken[last.end : item.first]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _lean(draft: Draft, notes: list[Note], run: Sequence[Item]) -> list[Note]:
    """Words that only lead to another clause are added to the nearest one of their part: the next, else the one before."""
    part = draft.part(run[0])
    words = (run[0].first, run[-1].end)
    beside = [
        n for n, note in enumerate(notes)
        if note.words is not None and note.words[0] < len(draft.tokens) and draft.tokens[note.words[0]].part == part
    ]  # fmt: skip
    after = [n for n in beside if (notes[n].words or words)[0] >= words[1]]
    before = [n for n in beside if (notes[n].words or words)[1] <= words[0]]
    if after:
        nearest = min(after, key=lambda n: (notes[n].words or words)[0])
    elif before:
        nearest = max(before, key=lambda n: (notes[n].words or words)[1])
    else:
        return [*notes, Note(words, None, "unstaged", EMPTY)]
    start, end = notes[nearest].words or words
    notes[nearest] = notes[nearest]._replace(words=(min(start, words[0]), max(end, words[1])))
    return notes
