"""Whoever has a name in a screenplay is the same member of the cast in all its shots: the same id, so the same face and body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger

_MEMBER = re.compile(r"shots\.(\d+)\.cast\.(\d+)")


class Named(NamedTuple):
    """A name in the text of a shot: who it is, the span of the name there, and the end of the words that say who that is."""

    shot: int
    name: str
    span: tuple[int, int]
    until: int


def same_people(film: Film, ledger: Ledger, mentions: Sequence[Named]) -> tuple[Film, Ledger]:
    """The Film with one id for each name, and the ledger in which names are the members they belong to. Everybody else stays."""
    members = _members(film, ledger, mentions)
    ids: dict[str, str] = {}
    per_shot: list[dict[str, str]] = []
    latest: dict[str, str] = {}
    for index, shot in enumerate(film.shots):
        change: dict[str, str] = {}
        for (at, name), place in members.items():
            if at == index:
                latest[shot.cast[place].id] = name
        for member in shot.cast:
            name = latest.get(member.id, "")
            if name and name not in ids:
                ids[name] = member.id if member.id not in ids.values() else _free(member.id, film, ids)
            change[member.id] = ids[name] if name else member.id
        per_shot.append(change)
    tree = film.model_dump(mode="json", by_alias=True)
    places: dict[str, str] = {}
    for index, (shot_tree, change) in enumerate(zip(tree["shots"], per_shot, strict=True)):
        _rename(shot_tree, change)
        places |= _once(shot_tree, f"shots.{index}.cast")
    entries = tuple(_moved(entry, places) for entry in _owned(ledger, mentions, members))
    return Film.model_validate(tree), ledger.model_copy(update={"entries": entries})


def _once(shot: dict[str, Any], at: str) -> dict[str, str]:
    """Keep everybody of a shot's document once; where each member's path leads now."""
    kept: list[dict[str, Any]] = []
    places: dict[str, str] = {}
    for number, member in enumerate(shot["cast"]):
        ids = [other["id"] for other in kept]
        if member["id"] not in ids:
            kept.append(member)
            ids.append(member["id"])
        places[f"{at}.{number}"] = f"{at}.{ids.index(member['id'])}"
    shot["cast"] = kept
    return places


def _moved(entry: Entry, places: Mapping[str, str]) -> Entry:
    """An entry whose path leads to where its member is now."""
    path = _MEMBER.match(entry.path or "")
    if path is None or places.get(path[0], path[0]) == path[0]:
        return entry
    return entry.model_copy(update={"path": places[path[0]] + path.string[path.end() :]})


def _members(film: Film, ledger: Ledger, mentions: Sequence[Named]) -> dict[tuple[int, str], int]:
    """The place in the cast of everybody named in a shot: the member whose words stand at the name or right after it."""
    found: dict[tuple[int, str], int] = {}
    for entry in ledger.entries:
        path = _MEMBER.fullmatch(entry.path or "")
        if path is None or entry.span is None:
            continue
        shot, place = int(path[1]), int(path[2])
        for mention in mentions:
            inside = (
                mention.span[0] <= entry.span[0] < mention.until or mention.span[0] < entry.span[1] <= mention.until
            )
            if mention.shot == shot and inside and place < len(film.shots[shot].cast):
                found.setdefault((shot, mention.name), place)
    return found


def _free(taken: str, film: Film, ids: Mapping[str, str]) -> str:
    """An id of the same kind that nobody has."""
    kind = taken.rpartition("-")[0]
    used = {member.id for shot in film.shots for member in shot.cast} | set(ids.values())
    return next(f"{kind}-{n}" for n in range(1, len(used) + 2) if f"{kind}-{n}" not in used)


def _rename(shot: dict[str, Any], ids: Mapping[str, str]) -> None:
    """Other ids in a shot's document, wherever one member points to another."""
    for key in ("focus", "follow"):
        shot["camera"][key] = ids.get(shot["camera"][key], shot["camera"][key])
    for member in shot["cast"]:
        member["id"] = ids.get(member["id"], member["id"])
        member["holds"] = [ids.get(held, held) for held in member["holds"]]
        for part in (member["relation"], *member["also"], member["action"], *member["then"]):
            if part and part.get("to"):
                part["to"] = ids.get(part["to"], part["to"])


def _owned(ledger: Ledger, mentions: Sequence[Named], members: Mapping[tuple[int, str], int]) -> list[Entry]:
    """The entries, with those of bare names nobody understood given to their members."""
    by_span = {m.span: m for m in mentions}
    entries = []
    for entry in ledger.entries:
        mention = by_span.get(entry.span) if entry.span and entry.path is None else None
        place = members.get((mention.shot, mention.name)) if mention else None
        if mention and place is not None:
            entry = entry.model_copy(
                update={"path": f"shots.{mention.shot}.cast.{place}", "status": "staged", "reason": None}
            )
        entries.append(entry)
    return entries
