"""remix: some words of a film are changed, and what they do not speak of stays: seed, set, faces, and every edit made since.

Three readings are merged: what the old text says, what the new text says, and the film as it is now. Where both texts say the same,
or both leave a choice open, the film stays as it is; where they differ, the new text decides.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from filmwright.editing.likeness import led, likeness, origin
from filmwright.editing.settle import settled, still_joined, with_shots
from filmwright.errors import BadInput
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Member, Shot

Read = Callable[[str], tuple[Film, Ledger]]
"""How a text is read: with the size, rate and seed of the film that is remixed."""
Tree = dict[str, Any]

SOME = 0.05  # any likeness is better than two shots that have nothing to do with each other; chosen
WHERE = "remix"


class Remixed(NamedTuple):
    """The new Film, and the ledger of its text."""

    film: Film
    ledger: Ledger


def swapped(text: str, old: str, new: str) -> str:
    """The text with a phrase changed wherever it stands as whole words, in whatever case. Raises BadInput, with the words that come
    nearest, if it does not."""
    words = re.findall(r"\w+|[^\w\s]", old)
    if not words:
        raise BadInput("No words to change", where="--swap", hint='Write --swap "red coat" "blue coat".')
    pattern = r"\s+".join(re.escape(word) for word in words)
    changed, count = re.subn(
        rf"(?<!\w){pattern}(?!\w)", lambda found: _in_case(new, found[0]), text, flags=re.IGNORECASE
    )
    if not count:
        said = re.findall(r"\w+", text)
        phrases = [" ".join(said[n : n + len(words)]) for n in range(len(said) - len(words) + 1)]
        near = difflib.get_close_matches(old, phrases, n=1, cutoff=0.5)
        hint = f"It says “{near[0]}”." if near else f"It says “{text[:120]}”."
        raise BadInput(f"The text of the film does not say {old!r}", where="--swap", hint=hint)
    return changed


def _in_case(new: str, old: str) -> str:
    """The new words, with a capital where the old began with one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def remix(film: Film, text: str, read: Read) -> Remixed:
    """The film with its text changed. Members of the cast keep their ids, and so their faces. Raises BadInput for a text that cannot
    be read."""
    if not film.prompt.strip():
        raise BadInput("The film was made of no text", where=WHERE, hint="Change it with --set PATH=VALUE.")
    film = settled(film)
    old, old_ledger = read(film.prompt)
    new, ledger = read(text)
    pairs = _aligned(old.shots, new.shots)
    chosen = _chosen(old_ledger), _chosen(ledger)
    came_of = [origin(shot, old.shots, at=n) for n, shot in enumerate(film.shots)]
    here = [_matched(old.shots[base].cast, shot.cast) for shot, base in zip(film.shots, came_of, strict=True)]
    ids = {name: known for shot in reversed(here) for name, known in shot.items()}
    names = _names(old, new, film)
    shots: list[Tree] = []
    became: list[int] = []  # for each of them the shot of the new text it is
    was: list[int | None] = []  # and the shot of the film it was
    for number, (shot, base) in enumerate(zip(film.shots, came_of, strict=True)):
        if base in pairs:
            index = pairs[base]
            free = _both_chose(chosen, base, index)
            as_here = {**ids, **here[number]}
            said = _renamed(old.shots[base].model_dump(), as_here)
            says = _renamed(new.shots[index].model_dump(), {k: as_here.get(v, v) for k, v in names.items()})
            tree = merged(said, shot.model_dump(), says, free)
            shots.append(_fitting(tree, shot, film.fps))
            became.append(index)
            was.append(number)
    for index in range(len(new.shots)):
        if index not in pairs.values():
            at = next((n for n, other in enumerate(became) if other > index), len(became))
            shots.insert(at, _renamed(new.shots[index].model_dump(), {k: ids.get(v, v) for k, v in names.items()}))
            became.insert(at, index)
            was.insert(at, None)
    changed = film.model_copy(update={"prompt": text, "language": new.language})
    joined = still_joined([Shot.model_validate(_linked(tree)) for tree in shots], was, len(film.shots))
    made = with_shots(changed, joined, where=WHERE)
    return Remixed(made, led(ledger, became))


def merged(base: Any, now: Any, new: Any, free: Collection[str] = (), path: str = "") -> Any:
    """What the film `now` has, changed by what `new` says otherwise than `base`; `free` are paths both left open."""
    if path in free or new == base:
        return now
    if now == base:
        return new
    if isinstance(new, dict) and isinstance(now, dict) and isinstance(base, dict):
        return {
            key: merged(base.get(key), now.get(key), value, free, f"{path}.{key}" if path else key)
            for key, value in new.items()
        }
    if path.endswith(("cast", "wardrobe")):
        return _merged_list(base, now, new)
    return new


def _merged_list(base: Sequence[Tree], now: Sequence[Tree], new: Sequence[Tree]) -> list[Tree]:
    """Members or garments, each merged with its like: those of the new text in its order, then what was added to the film since."""
    before, here = _keyed(base), _keyed(now)
    found: list[Tree] = []
    for key, item in _keyed(new).items():
        if key in here:
            was = before.get(key) or {name: None for name in item}
            found.append(merged(was, here[key], _filled(item, here[key]) if key not in before else item))
        elif key not in before or before[key] != item:
            found.append(item)
    kept = _keyed(new).keys() | before.keys()
    return [*found, *(item for key, item in here.items() if key not in kept)]


def _keyed(items: Sequence[Tree]) -> dict[tuple[str, int], Tree]:
    """Members by id, garments by kind and how many of that kind come before."""
    found: dict[tuple[str, int], Tree] = {}
    for item in items:
        name = item.get("id") or item["kind"]
        found[name, sum(1 for other, _ in found if other == name)] = item
    return found


def _filled(item: Tree, now: Tree) -> Tree:
    """What an item leaves open, as it is now."""
    return {key: now.get(key) if value is None else value for key, value in item.items()}


def _fitting(tree: Tree, was: Shot, fps: int) -> Tree:
    """A merged shot of another length is a whole number of frames long, and its cut is undone: it was made for the old one."""
    frames = max(1, round(tree["seconds"] * fps))
    if frames == round(was.seconds * fps):
        return tree
    return tree | {"seconds": frames / fps, "cut": None}


def _linked(tree: Tree) -> Tree:
    """Without what names a member that is not there any more."""
    ids = {member["id"] for member in tree["cast"]}

    def known(name: str | None) -> str | None:
        return name if name in ids else None

    cast = []
    for member in tree["cast"]:
        relation = member["relation"]
        cast.append(
            member
            | {
                "relation": relation if relation is None or relation["to"] in ids else None,
                "also": tuple(other for other in member["also"] if other["to"] in ids),
                "holds": tuple(held for held in member["holds"] if held in ids),
                "action": _towards(member["action"], known),
                "then": tuple(_towards(action, known) for action in member["then"]),
            }
        )
    camera = tree["camera"] | {name: known(tree["camera"][name]) for name in ("focus", "follow")}
    if tree["camera"]["focus"] is not None and camera["focus"] is None and cast:
        camera["focus"] = cast[0]["id"]
    return tree | {"cast": tuple(cast), "camera": camera}


def _towards(action: Tree | None, known: Callable[[str | None], str | None]) -> Tree | None:
    return None if action is None else action | {"to": known(action["to"])}


def _names(old: Film, new: Film, film: Film) -> dict[str, str]:
    """For every member of the new text the id of the member of the old text who is most like it, of the same kind; else one nobody
    has."""
    before, after = _people(old), _people(new)
    names = {theirs: ours for ours, theirs in _matched(list(before.values()), list(after.values())).items()}
    taken = {member.id for shot in (*old.shots, *film.shots) for member in shot.cast}
    for name in after:
        if name not in names:
            stem, number = name.rsplit("-", 1)
            free = next(k for k in range(int(number), int(number) + len(taken) + 1) if f"{stem}-{k}" not in taken)
            names[name] = f"{stem}-{free}"
            taken.add(names[name])
    return names


def _matched(ours: Sequence[Member], theirs: Sequence[Member]) -> dict[str, str]:
    """Which of others (by id) each of ours is: of the same kind, as alike as can be in all, and in the same order where that says
    nothing."""
    found: dict[str, str] = {}
    for kind in sorted({member.kind for member in ours}):
        mine = [m for m in ours if m.kind == kind]
        others = [m for m in theirs if m.kind == kind]
        if others:
            alike = [[_alike(a, b) - 1e-3 * abs(i - j) for j, b in enumerate(others)] for i, a in enumerate(mine)]
            for i, j in zip(*linear_sum_assignment(-np.array(alike))):
                found[mine[i].id] = others[j].id
    return found


def _people(film: Film) -> dict[str, Member]:
    """Every member of a film by id, as it first appears."""
    found: dict[str, Member] = {}
    for shot in film.shots:
        for member in shot.cast:
            found.setdefault(member.id, member)
    return found


def _alike(one: Member, other: Member) -> float:
    """How many of the things said of two members are the same; the same clothes in another color count half."""
    same = sum(
        getattr(one, name) == getattr(other, name) is not None
        for name in ("age", "color", "sex", "size", "hair", "build", "complexion", "action")
    )
    garments = sum(g in other.wardrobe for g in one.wardrobe)
    kinds = {g.kind for g in one.wardrobe} & {g.kind for g in other.wardrobe}
    return float(same + garments + 0.5 * len(kinds))


def _renamed(tree: Any, names: Mapping[str, str]) -> Any:
    """A shot's document with other ids for its members, wherever they are named."""
    if isinstance(tree, dict):
        return {
            key: names.get(value, value)
            if key in ("id", "to", "focus", "follow") and isinstance(value, str)
            else tuple(names.get(held, held) for held in value)
            if key == "holds"
            else _renamed(value, names)
            for key, value in tree.items()
        }
    return [_renamed(value, names) for value in tree] if isinstance(tree, list | tuple) else tree


def _aligned(old: Sequence[Shot], new: Sequence[Shot]) -> dict[int, int]:
    """Which shot of the new text each of the old became: in order, as alike as can be; one may be new or gone."""
    alike = [[likeness(a, b) + SOME for b in new] for a in old]
    best = np.zeros((len(old) + 1, len(new) + 1))
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i, j] = max(alike[i][j] + best[i + 1, j + 1], best[i + 1, j], best[i, j + 1])
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i, j] == alike[i][j] + best[i + 1, j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i, j] == best[i + 1, j]:
            i += 1
        else:
            j += 1
    return pairs


def _chosen(ledger: Ledger) -> set[str]:
    """The paths whose values nobody said."""
    return {entry.path for entry in ledger.having("chosen") if entry.path is not None}


def _both_chose(chosen: tuple[set[str], set[str]], base: int, index: int) -> set[str]:
    """Paths inside a shot that both texts left open."""
    inside = [
        {path.removeprefix(f"shots.{n}.") for path in paths if path.startswith(f"shots.{n}.")}
        for paths, n in zip(chosen, (base, index), strict=True)
    ]
    return inside[0] & inside[1]
