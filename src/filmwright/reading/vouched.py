"""The Ledger of a film that a language model read: what it says of the text counts as far as the words and the Film bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from filmwright import concepts
from filmwright.content.gaps import Gap
from filmwright.content.stageable import stageable
from filmwright.reading.accounts import LIGHT, needs_account
from filmwright.reading.answer import Answer, Clause
from filmwright.reading.items import Item, itemize
from filmwright.reading.lens import FAMILIES, SPEEDS
from filmwright.reading.refuse import THROUGH
from filmwright.reading.tokens import Token, tokenize
from filmwright.reading.vocabulary import Sense, Vocabulary
from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger
from filmwright.spec.shot import Camera, Look, Shot, Weather

SILENT = "the language model did not say what became of it"
NO_PLACE = "the language model found no place for it in the film"
CHOSEN = "the text does not say it: the language model chose it"
OPTION = "the option --seconds asks for it"
LEFT_OUT = "left out, as asked"
NOT_LEFT_OUT = "the language model put it into the film all the same"
SETTING = ("place", "light", "weather")  # "a foggy harbor at dawn" is one clause about all three
CROWDS = ("crowd", "person")
NUMBERS = {
    "number": "count",
    "lens": "lens_mm",
    "f_stop": "f_stop",
    "seconds": "seconds",
    "pace": "pace",
    "aspect": "aspect_bars",
}
"""The field of the Film that figures of a kind stand in."""
OF_THINGS = ("color", "material", "pattern", "size", "manner", "count")
MARKS = ("beard", "grain")  # fields that say that something is there
Match = Literal["same", "near"]


_SHOT = re.compile(r"shots\.\d+")


class _Judged(NamedTuple):
    """An entry of the text, and the leaves of the Film that its words name."""

    entry: Entry
    leaves: frozenset[str] = frozenset()


class _Evidence(NamedTuple):
    """What the model's word is held against: the text with its meanings, the Film leaf by leaf, what of it cannot be staged."""

    prompt: str
    tokens: Sequence[Token]
    items: Sequence[Item]
    leaves: dict[str, Any]
    gaps: Sequence[tuple[str, Gap]]


def vouched(prompt: str, tokens: Sequence[Token], words: Vocabulary, answer: Answer, *, timed: bool) -> Ledger:
    """What became of each clause. A quote that is not in the text is dropped; one whose words name what stands in the Film, where the
    model says, is staged if that can be staged; words the model left out are unstaged. timed: an option gave the length."""
    film = answer.film
    gaps = [(f"shots.{n}.{g.path}", g) for n, shot in enumerate(film.shots) for g in stageable(shot, film.seed).gaps]
    proof = _Evidence(prompt, tokens, itemize(tokens, words), dict(_leaves(film)), gaps)
    taken = [False] * len(tokens)
    judged: list[_Judged] = []
    for clause in answer.clauses:
        found = _found(clause.quote, tokens, taken)
        if found is not None:
            taken[found.start : found.stop] = [True] * len(found)
            judged.append(_judge(clause, found, proof))
    written = [j.entry for j in judged] + list(_left(proof, taken))
    written.sort(key=lambda entry: entry.span or (0, 0))
    said = frozenset().union(*(j.leaves for j in judged))
    return Ledger(entries=(*written, *_unsaid(proof, written, said, timed)))


def _leaves(film: Film) -> Iterator[tuple[str, Any]]:
    """Every value of the shots that says something, by its path."""
    for n, shot in enumerate(film.shots):
        yield from _walk(f"shots.{n}", shot.model_dump(mode="json"))


def _walk(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(f"{path}.{name}", inner)
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _walk(f"{path}.{n}", inner)
    elif value is not None:
        yield path, value


def _found(quote: str, tokens: Sequence[Token], taken: Sequence[bool]) -> range | None:
    """Where the words of a quote stand in the text for the first time that is not taken yet; None if they do not."""
    wanted = [t.plain for t in tokenize(quote)]
    if not wanted:
        return None
    for start in range(len(tokens) - len(wanted) + 1):
        here = range(start, start + len(wanted))
        if [tokens[n].plain for n in here] == wanted and not any(taken[n] for n in here):
            return here
    return None


def _judge(clause: Clause, words: range, proof: _Evidence) -> _Judged:
    """What became of a quoted clause, by the evidence."""
    start, end = proof.tokens[words.start].start, proof.tokens[words.stop - 1].end
    here = [i for i in proof.items if i.first < words.stop and i.end > words.start]
    denied = _denied(here)
    telling = [i for i in here if needs_account(i) and i not in denied]
    telling = [i for i in telling if i.of(*LIGHT) is None or len(i.senses) > 1]

    def entry(
        status: Literal["staged", "approximated", "unstaged"], path: str | None, reason: str | None = None
    ) -> Entry:
        return Entry(text=proof.prompt[start:end], span=(start, end), path=path, status=status, reason=reason)

    if any(_match(i, leaf, value) for i in denied for leaf, value in proof.leaves.items()):
        return _Judged(entry("unstaged", None, NOT_LEFT_OUT))
    if denied and not telling:
        return _Judged(entry("staged", None, LEFT_OUT))
    path = clause.path
    scope = _scope(path, proof.leaves) if path else {}
    if path is None or not scope:
        return _Judged(entry("unstaged", None, NO_PLACE))
    if telling and all(i.of("cut_to") for i in telling) and _SHOT.fullmatch(path):
        return _Judged(entry("staged", path))
    named = _named(telling, path, scope)
    related = _related([i for i in proof.items if i.first in words], scope)
    leaves = frozenset(leaf for of in named for leaf, _ in of) | (related or frozenset())
    took = f"the language model took it for {_spoken(path, scope)}"
    if telling and all(i.senses and not of for i, of in zip(telling, named)):
        return _Judged(entry("unstaged", None, f"{took}, which none of its words names"))
    gap = _gap(path, leaves, proof.gaps)
    if gap is not None and gap.status == "unstaged":
        return _Judged(entry("unstaged", path, gap.reason), leaves)
    if not telling or related is None or not all(any(match == "same" for _, match in of) for of in named):
        spoken_for = leaves or frozenset(leaf for leaf in scope if leaf.endswith(".kind") or leaf == path)
        return _Judged(entry("approximated", path, took), spoken_for)
    if f"{path}.kind" not in scope and path not in scope and _SHOT.fullmatch(path) is None:
        path = named[-1][0][0]  # a part with no name of its own (hair, a camera): its field is the clearer place
    if gap is not None:
        return _Judged(entry("approximated", path, gap.reason), leaves)
    return _Judged(entry("staged", path), leaves)


def _named(telling: Sequence[Item], path: str, scope: dict[str, Any]) -> list[list[tuple[str, Match]]]:
    """The leaves that each item names. What is said of a thing ("red") counts only where the thing itself ("coat") is named or is what
    the path leads to: the red of her scarf makes no red coat."""
    named = [[(leaf, match) for leaf, value in scope.items() if (match := _match(i, leaf, value))] for i in telling]
    things = {leaf.removesuffix(".kind") for of in named for leaf, _ in of if leaf.endswith(".kind")}
    things |= {path, path.rpartition(".")[0]}

    def bound(leaf: str) -> bool:
        part, _, field = leaf.rpartition(".")
        return field not in OF_THINGS or part in things

    return [[(leaf, match) for leaf, match in of if bound(leaf)] for of in named]


def _related(items: Sequence[Item], scope: dict[str, Any]) -> frozenset[str] | None:
    """The relations of a scope that the items name; None if they name another one. Words of place that are about no member ("on the
    beach") name none."""
    said = {sense.value for item in items for sense in item.senses if sense.kind == "relation"}
    held = {leaf: value for leaf, value in scope.items() if re.search(r"\.(relation|also\.\d+)\.kind$", leaf)}
    same = frozenset(leaf for leaf, value in held.items() if value in said)
    return None if said and held and not same else same


def _denied(items: Sequence[Item]) -> list[Item]:
    """What is said not to be there: the items behind a "no", up to the next word that leads to something else ("no hat in the rain")."""
    denied: list[Item] = []
    denying = False
    for item in items:
        if item.of("not"):
            denying = True
        elif item.joins:
            function = item.of("function")
            denying = denying and function is not None and function.value in THROUGH
        elif denying and needs_account(item):
            denied.append(item)
    return denied


def _scope(path: str, leaves: dict[str, Any]) -> dict[str, Any]:
    """The leaves a path stands for: those under it; of a leaf, those beside it too ("red coat" may go to the coat's kind)."""
    if not path.startswith("shots."):
        return {}
    under = {leaf: value for leaf, value in leaves.items() if leaf.startswith(f"{path}.")}
    if not under and path not in leaves:
        return {}
    part = path if under else path.rpartition(".")[0]
    if not under and part.count(".") == 1:  # a shot's own length or pace: nothing else of the shot belongs to it
        return {path: leaves[path]}
    parts = [part]
    if len(part.split(".")) > 2 and part.split(".")[2] in SETTING:
        shot = ".".join(part.split(".")[:2])
        parts += [f"{shot}.{other}" for other in SETTING if f"{shot}.{other}" != part]
    return {
        leaf: leaves[leaf]
        for one in parts
        for leaf in leaves
        if leaf.startswith(f"{one}.") and (under or leaf.rpartition(".")[0] == one)
    }


def _refers(leaf: str) -> bool:
    """Whether a leaf is an id: it names one of the cast, and no word does."""
    return leaf.endswith((".id", ".to", ".focus", ".follow")) or ".holds." in leaf


def _match(item: Item, leaf: str, value: Any) -> Match | None:
    """Whether a meaning of an item is the value of a leaf, or near it in the hierarchy of concepts."""
    if _refers(leaf):
        return None
    found = {_same(sense, leaf, value) for sense in (*item.senses, *item.inside)}
    return "same" if "same" in found else "near" if "near" in found else None


def _same(sense: Sense, leaf: str, value: Any) -> Match | None:
    field = leaf.rpartition(".")[2]
    if field in MARKS:
        return "same" if sense.kind == field and value else None
    if isinstance(value, int | float):
        wanted = (sense.value if NUMBERS.get(sense.kind) == field else None, sense.get(field))
        return "same" if value in [_number(text) for text in wanted if text is not None] else None
    names = (sense.value, FAMILIES.get(sense.value), SPEEDS.get(sense.value), f"film_{sense.value}")
    if value in names or value in [fact for _, fact in sense.more]:
        return "same"
    if sense.kind == "crowd":
        return "same" if value in CROWDS else None
    if sense.kind not in concepts.KINDS:
        return None
    line, other = (tuple(concepts.ancestors(sense.kind, name)) for name in (sense.value, value))
    return "near" if value in line or sense.value in other else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _gap(path: str, leaves: frozenset[str], gaps: Sequence[tuple[str, Gap]]) -> Gap | None:
    """What of a clause cannot be staged as it is: unstaged where that is all its words name, else no more than approximated. None if
    all of it can be."""
    lost: set[str] = set()
    found: Gap | None = None
    for at, gap in gaps:
        hit = {one for one in (leaves or {path}) if one == at or one.startswith(f"{at}.")}
        if path == at or path.startswith(f"{at}.") or (not leaves and at == f"{path}.kind"):
            hit = set(leaves or {path})
        if hit:
            found = found or gap
            lost |= hit if gap.status == "unstaged" else set()
    return (
        None
        if found is None
        else found._replace(status="unstaged" if lost == set(leaves or {path}) else "approximated")
    )


def _spoken(path: str, scope: dict[str, Any]) -> str:
    """What stands at a path, in a few words."""
    value = scope.get(path, scope.get(f"{path}.kind"))
    kinds = [value] if value is not None else [v for leaf, v in scope.items() if leaf.endswith(".kind")]
    return "“" + ", ".join(str(kind).replace("_", " ") for kind in (kinds or list(scope.values()))[:3]) + "”"


def _left(proof: _Evidence, taken: Sequence[bool]) -> Iterator[Entry]:
    """The words that say something and that the model said nothing of; those that stand together as one."""
    telling = {n for i in proof.items if needs_account(i) for n in range(i.first, i.end)}
    run: list[int] = []
    for n in [*(n for n in sorted(telling) if not taken[n]), None]:
        joins = n is not None and run and proof.tokens[n].part == proof.tokens[run[-1]].part
        if run and not (joins and not any(taken[run[-1] : n])):
            start, end = proof.tokens[run[0]].start, proof.tokens[run[-1]].end
            yield Entry(text=proof.prompt[start:end], span=(start, end), status="unstaged", reason=SILENT)
            run = []
        if n is not None:
            run.append(n)


def _usual(path: str, value: Any) -> bool:
    """Whether a value is what the Film has where nobody says anything."""
    parts = {"weather": Weather(), "camera": Camera(), "look": Look()}
    _, _, field, *rest = path.split(".")
    if field in parts and rest:
        return bool(getattr(parts[field], rest[0]) == value)
    if field == "cast":
        return rest[-1] == "count" and bool(value == 1)
    return field in Shot.model_fields and Shot.model_fields[field].default == value


def _unsaid(proof: _Evidence, written: Sequence[Entry], said: frozenset[str], timed: bool) -> Iterator[Entry]:
    """What stands in the Film without a word of the text, and what of the Film cannot be staged that no clause has told yet."""
    gone = []
    for at, gap in proof.gaps:
        gone.append(at)
        paths = [entry.path for entry in written if entry.path is not None and entry.reason == gap.reason]
        if not any(path == at or path.startswith(f"{at}.") or at.startswith(f"{path}.") for path in paths):
            yield Entry(text="", path=at, status=gap.status, reason=gap.reason)
    for leaf, value in proof.leaves.items():
        covered = leaf in said or any(leaf == at or leaf.startswith(f"{at}.") for at in gone)
        if timed and leaf.endswith(".seconds") and leaf.count(".") == 2:
            yield Entry(text="", path=leaf, status="chosen", reason=OPTION)
        elif not covered and not _refers(leaf) and not _usual(leaf, value):
            yield Entry(text="", path=leaf, status="chosen", reason=CHOSEN)
