"""read(): a prompt becomes a Film and the Ledger that accounts for every clause of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from filmwright.content.stageable import stageable
from filmwright.errors import BadInput, UnknownName
from filmwright.reading import (
    accounts,
    callings,
    cast,
    choose,
    closeup,
    crowded,
    language,
    lens,
    people,
    refuse,
    scene,
    transitions,
)
from filmwright.reading import shots as shot_marks
from filmwright.reading.draft import Draft, Member, Note
from filmwright.reading.items import Item, itemize
from filmwright.reading.tokens import Token, tokenize
from filmwright.reading.vocabulary import LANGUAGES, Vocabulary, vocabulary
from filmwright.spec.film import LONGEST_S, Film
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Shot

LONGEST_PROMPT = 20_000  # characters; a film of 60 s has no use for more (chosen)
MOST_SHOTS = 15  # of the usual 4 s in a film of 60 s
USUAL_S = 4.0
OPENING_WORDS = 3  # a length among so many first words is that of the film, not of its first shot
SIDE = (64, 4096)  # pixels, what the Film allows
EXAMPLE = 'For example: "A woman in a red coat walks through a snowy forest at dusk".'


def read(
    prompt: str,
    *,
    size: tuple[int, int] = (640, 360),
    fps: int = 24,
    seed: int = 7,
    seconds: float | None = None,
    language: str | None = None,
) -> tuple[Film, Ledger]:
    """The Film a prompt asks for and what became of each of its clauses. Deterministic. Raises BadInput for a prompt or an
    option that cannot be used."""
    check_options(size, fps, seed, seconds)
    tokens = words_of(prompt)
    known = vocabulary(language_of(language, tokens))
    shots, marks = _shots(prompt, tokens, itemize(tokens, known))
    drafts: list[Draft] = []
    for words in shots:
        drafts.append(_read_shot(len(drafts), tokens, words.items, known, seed, drafts))
        if words.seconds is not None:
            drafts[-1].seconds = words.seconds
    _same_look(drafts)
    _fill_seconds(drafts, seconds)
    try:
        film = Film.model_validate({
            "prompt": prompt, "language": known.language, "size": _shaped(size, drafts), "fps": fps, "seed": seed,
            "shots": [_shot(draft) for draft in drafts],
        })  # fmt: skip
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise BadInput(str(first["msg"]), where=".".join(str(p) for p in first["loc"]) or "prompt") from wrong
    film = transitions.joined(film, {n: words.reached for n, words in enumerate(shots)})
    for draft, shot in zip(drafts, film.shots, strict=True):
        draft.notes = _as_staged(draft, shot, film.seed)
    return film, Ledger(entries=accounts.entries(prompt, tokens, drafts, marks))


def _as_staged(draft: Draft, shot: Shot, seed: int) -> list[Note]:
    """The notes of a shot, true to what can be staged of it today."""
    notes = draft.notes
    for gap in stageable(shot, seed).gaps:
        path = f"{draft.at}.{gap.path}"
        hit = False
        for n, note in enumerate(notes):
            inside = note.path is not None and gap.status == "unstaged" and note.path.startswith(f"{path}.")
            above = note.path is not None and note.words is not None and path == f"{note.path}.kind"
            if note.path != path and not inside and not above:
                continue
            hit = True
            if note.status != "unstaged":
                notes[n] = note._replace(status=gap.status, reason=gap.reason)
        if not hit:
            notes.append(Note(None, path, gap.status, gap.reason))
    return notes


def words_of(prompt: str) -> list[Token]:
    if not prompt.strip():
        raise BadInput("The prompt is empty", where="prompt", hint=EXAMPLE)
    if any("\ud800" <= letter <= "\udfff" for letter in prompt):
        raise BadInput("The prompt is not valid text", where="prompt", hint="Save it as UTF-8 and try again.")
    if len(prompt) > LONGEST_PROMPT:
        raise BadInput(
            f"The prompt has {len(prompt):,} characters",
            where="prompt",
            hint=f"At most {LONGEST_PROMPT:,} are read: shorten it.",
        )
    tokens = tokenize(prompt)
    if all(t.number is not None for t in tokens):
        raise BadInput("The prompt has no words", where="prompt", hint=EXAMPLE)
    return tokens


def language_of(asked: str | None, tokens: Sequence[Token]) -> str:
    if asked is None:
        return language.detect(tokens)
    if asked not in LANGUAGES:
        raise UnknownName("language", asked, LANGUAGES, where="--language")
    return asked


def check_options(size: tuple[int, int], fps: int, seed: int, seconds: float | None) -> None:
    """Refuse options the Film cannot hold, with the nearest value it can."""
    low, high = SIDE
    fitting = [min(max(side - side % 2, low), high) for side in size]
    if list(size) != fitting:
        wrong = "odd" if any(side % 2 for side in size) else "too small" if min(size) < low else "too large"
        raise BadInput(
            f"The size {size[0]}x{size[1]} is {wrong}: sides are even and from {low} to {high} pixels",
            where="--size",
            hint=f"The nearest is {fitting[0]}x{fitting[1]}.",
        )
    if not 1 <= fps <= 120:
        raise BadInput(f"{fps} frames a second", where="--fps", hint="Use 1 to 120, usually 24.")
    if not 0 <= seed < 2**31:
        raise BadInput(f"The seed {seed} is out of range", where="--seed", hint=f"Use 0 to {2**31 - 1}.")
    if seconds is not None and (not math.isfinite(seconds) or not 0 < seconds <= LONGEST_S):
        raise BadInput(
            f"{seconds:g} seconds", where="--seconds", hint=f"Use more than 0 and at most {LONGEST_S:g}, usually 4."
        )


class _Words(NamedTuple):
    """The words of one shot, and how long the text says it is."""

    items: list[Item]
    seconds: float | None
    reached: str = ""  # the words that lead to it


def _shots(prompt: str, tokens: Sequence[Token], items: Sequence[Item]) -> tuple[list[_Words], list[Note]]:
    """The items of each shot, and notes on the words that part them ("then cut to", "Shot 2:"). What is said of all shots is an item
    of each."""
    shots: list[_Words] = []
    marks: list[Note] = []
    common: list[Item] = []
    stretches = shot_marks.part(prompt)
    for stretch in stretches:
        label = [n for n, t in enumerate(tokens) if stretch.label and stretch.label[0] <= t.start < stretch.label[1]]
        held = range(label[0], label[-1] + 1) if label else range(0)
        here = [i for i in items if stretch.start <= tokens[i.first].start < stretch.end and i.first not in held]
        if stretch.common:
            common += here
            continue
        if label:
            mixed = bool(shots) and transitions.dissolves(prompt[slice(*stretch.label)] if stretch.label else "")
            path = f"shots.{len(shots) - 1}.into" if mixed else f"shots.{len(shots)}"
            marks.append(Note((held[0], held[-1] + 1), path, "staged"))
        if not any(accounts.needs_account(i) for i in here) and stretch.by != "start":
            if label:
                marks[-1] = marks[-1]._replace(path=None, status="unstaged", reason="nothing follows the cut")
            continue
        shots.append(_Words(here, stretch.seconds, prompt[slice(*stretch.label)] if stretch.label else ""))
    if not shots:
        raise BadInput("The prompt has words that part shots, and no shot", where="prompt", hint=EXAMPLE)
    if len(shots) > MOST_SHOTS:
        raise BadInput(
            f"The prompt asks for {len(shots)} shots", where="prompt", hint=f"At most {MOST_SHOTS} can be made."
        )
    return [shot._replace(items=[*(replace(i) for i in common), *shot.items]) for shot in shots], marks


def _read_shot(
    index: int, tokens: Sequence[Token], items: list[Item], known: Vocabulary, seed: int, earlier: Sequence[Draft]
) -> Draft:
    before = earlier[-1] if earlier else None
    draft = Draft(index, tokens, items, known, seed, earlier=_cast_so_far(earlier))
    refuse.read(draft)
    lens.read(draft)
    closeup.read(draft)
    scene.read(draft)
    people.read(draft)
    crowded.read(draft)
    scene.settle(draft)
    if draft.cast or before is None:
        closeup.settle(draft)
    if before is None and not draft.cast and "kind" not in draft.place and not choose.has_cue(draft):
        because = "it names neither somebody nor something nor a place that filmwright knows"
        raise BadInput(f"Nothing in the prompt can be shown: {because}", where="prompt", hint=EXAMPLE)
    if before is not None and not draft.cast and "kind" not in draft.place:
        cast.stay(draft, before)
    callings.read(draft, before)
    choose.place(draft, before)
    choose.time(draft, before)
    choose.weather(draft, before)
    choose.shades(draft)
    choose.action(draft, before)
    choose.camera(draft)
    return draft


def _cast_so_far(earlier: Sequence[Draft]) -> list[Member]:
    """Every member of the shots before, once, in its latest state."""
    latest: dict[str, Member] = {}
    for draft in earlier:
        for person in draft.cast:
            latest.pop(person.id, None)
            latest[person.id] = person
    return list(latest.values())


def _same_look(drafts: Sequence[Draft]) -> None:
    """A look said once is the look of the whole film."""
    said = next((draft.look for draft in drafts if draft.look), {})
    for draft in drafts:
        draft.look = said | draft.look


def _fill_seconds(drafts: Sequence[Draft], total: float | None) -> None:
    """Lengths of the shots: as the text says, else the usual; all scaled to `total` if the option asks for it."""
    usual = min(USUAL_S, LONGEST_S / len(drafts))
    if total is not None:
        for draft in drafts:
            for n, note in enumerate(draft.notes):
                if note.path == f"{draft.at}.seconds" and draft.seconds != total:
                    reason = f"the option --seconds asks for {total:g}"
                    draft.notes[n] = note._replace(path=None, status="unstaged", reason=reason)
    _whole_length(drafts)
    lengths = [draft.seconds or usual for draft in drafts]
    asked = sum(lengths)
    if total is None and asked > LONGEST_S + 1e-9:
        raise BadInput(
            f"The shots take {asked:g} seconds", where="prompt", hint=f"A film is at most {LONGEST_S:g} seconds."
        )
    for draft, length in zip(drafts, lengths, strict=True):
        draft.seconds = length if total is None else length * total / asked


def _shaped(size: tuple[int, int], drafts: Sequence[Draft]) -> tuple[int, int]:
    """The frame size, upright or square where the text asks for it and the size is not that already."""
    shape = next((draft.shape for draft in drafts if draft.shape is not None), None)
    width, height = size
    if shape is None or width <= height:
        return size
    return (height, height) if shape == 1 else (round(width * shape / 2) * 2, width)


def _whole_length(drafts: Sequence[Draft]) -> None:
    """A length said once, before the first of several shots ("a 20-second trailer"), is that of the whole film: they share it."""
    said = [draft for draft in drafts if draft.seconds is not None]
    if len(drafts) < 2 or len(said) != 1 or said[0] is not drafts[0]:
        return
    opening = next((i for i in drafts[0].items if i.of("seconds")), None)
    if opening is None or drafts[0].sentence(opening) > 0 or opening.first > OPENING_WORDS:
        return
    share = (drafts[0].seconds or USUAL_S) / len(drafts)
    for draft in drafts:
        draft.seconds = share


def _shot(draft: Draft) -> dict[str, Any]:
    return {
        "seconds": draft.seconds, "pace": draft.pace or 1.0, "place": draft.place, "light": draft.light, "weather": draft.weather,
        "cast": [_member(person) for person in draft.cast], "camera": draft.camera, "look": draft.look,
    }  # fmt: skip


def _member(person: Member) -> dict[str, Any]:
    relations = [{"kind": kind, "to": to} for kind, to in person.relations]
    return {
        "id": person.id, "kind": person.kind, "count": person.count, "sex": person.sex, "expression": person.mood,
        **person.traits, "hair": person.hair or None, "wardrobe": person.wardrobe,
        "action": person.deeds[0] if person.deeds else None, "then": person.deeds[1:], "holds": person.holds,
        "relation": relations[0] if relations else None, "also": relations[1:],
    }  # fmt: skip
