"""How alike two shots are, and which shot of one film became which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger
from filmwright.spec.shot import Shot

HOW_SHOWN = {
    "seconds",
    "cut",
    "into",
    "start_s",
    "span_s",
    "period_s",
    "pace",
    "id",
}  # says nothing of what a shot is about
CUT_OUT = "the shot that shows it was cut out"


def likeness(one: Shot, other: Shot) -> float:
    """The share 0..1 of what two shots say that both say."""
    said = [{leaf for leaf in _leaves(shot.model_dump(mode="json"))} for shot in (one, other)]
    return len(said[0] & said[1]) / max(1, len(said[0] | said[1]))


def origins(before: Film, after: Film) -> list[int]:
    """For each shot of a film that came of another by cutting: the index of the shot it came of."""
    return [origin(shot, before.shots, at=n) for n, shot in enumerate(after.shots)]


def origin(shot: Shot, among: Sequence[Shot], at: int) -> int:
    """The index of the shot most like one that stands `at` a place; of equals the nearest to that place."""
    return max(range(len(among)), key=lambda k: (likeness(shot, among[k]), -abs(k - at)))


def followed(ledger: Ledger, before: Film, after: Film) -> Ledger:
    """The ledger of a film that came of another by cutting."""
    return led(ledger, origins(before, after))


def led(ledger: Ledger, came_of: Sequence[int]) -> Ledger:
    """A ledger whose paths lead to where the shots are now, which came of those of these indices; what only a shot showed that is
    gone is unstaged. What staging noted is left out: it will note it again."""
    entries = []
    for entry in ledger.entries:
        path = _moved(entry.path, came_of)
        if path is not None or entry.path is None:
            if not _noted_by_staging(entry):
                entries.append(entry.model_copy(update={"path": path}))
        elif entry.span is not None:
            gone = {"path": None, "status": "unstaged", "reason": CUT_OUT}
            entries.append(entry.model_copy(update=gone))
    return ledger.model_copy(update={"entries": tuple(entries)})


def _moved(path: str | None, came_of: Sequence[int]) -> str | None:
    """A path in the film before as one in the film after; None if its shot is gone."""
    if path is None or not path.startswith("shots."):
        return path
    _, number, *rest = path.split(".")
    if int(number) not in came_of:
        return None
    return ".".join(["shots", str(came_of.index(int(number))), *rest])


def _noted_by_staging(entry: Entry) -> bool:
    """Whether an entry speaks of no words, but of what staging had to bend."""
    return entry.span is None and entry.status == "approximated" and entry.text == entry.reason


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """What a document says: every value that is not left open, with its path."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in HOW_SHOWN:
                yield from _leaves(value, f"{path}.{key}")
    elif isinstance(tree, list):
        for n, value in enumerate(tree):
            yield from _leaves(value, f"{path}.{n}")
    elif tree is not None:
        yield path, tree
