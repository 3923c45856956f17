"""The Ledger of a film that a language model read: what it says of the text counts as far as the words and the Film bear it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from filmwright import concepts
from filmwright.content.stageable import Gap, is_person, stageable
from filmwright.reading.accounts import LIGHT, needs_account
from filmwright.reading.answer import Answer, Clause
from filmwright.reading.items import Item, itemize
from filmwright.reading.lens import FAMILIES, SPEEDS
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
Match = Literal["same", "near"]


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
    telling = [i for i in proof.items if i.first < words.stop and i.end > words.start and needs_account(i)]
    telling = [i for i in telling if i.of(*LIGHT) is None or len(i.senses) > 1]

    def entry(
        status: Literal["staged", "approximated", "unstaged"], path: str | None, reason: str | None = None
    ) -> Entry:
        return Entry(text=proof.prompt[start:end], span=(start, end), path=path, status=status, reason=reason)

    if any(i.of("not") for i in proof.items if i.first in words):
        return _Judged(_denied(telling, proof, entry("staged", None, LEFT_OUT)))
    path = clause.path
    scope = _scope(path, proof.leaves) if path else {}
    if path is None or not scope:
        return _Judged(entry("unstaged", None, NO_PLACE))
    named = [{leaf: match for leaf, value in scope.items() if (match := _match(i, leaf, value))} for i in telling]
    leaves = frozenset(leaf for of in named for leaf in of)
    gap = _gap(path, leaves, proof.gaps)
    if gap is not None and gap.status == "unstaged":
        return _Judged(entry("unstaged", path, gap.reason), leaves)
    if telling and all(i.senses and not of for i, of in zip(telling, named)):
        return _Judged(
            entry("unstaged", None, f"the language model took it for {_spoken(path, scope)}, which it does not mean")
        )
    if not telling or not all("same" in of.values() for of in named):
        spoken_for = leaves or frozenset(leaf for leaf in scope if leaf.endswith(".kind") or leaf == path)
        return _Judged(
            entry("approximated", path, f"the language model took it for {_spoken(path, scope)}"), spoken_for
        )
    if gap is not None:
        return _Judged(entry("approximated", path, gap.reason), leaves)
    return _Judged(entry("staged", path), leaves)


def _denied(telling: Sequence[Item], proof: _Evidence, left_out: Entry) -> Entry:
    """What the text wants left out is left out if nothing of it is in the Film."""
    for item in telling:
        if item.of("not") is None and any(_match(item, leaf, value) for leaf, value in proof.leaves.items()):
            reason = "the language model put it into the film all the same"
            return left_out.model_copy(update={"status": "unstaged", "reason": reason})
    return left_out


def _scope(path: str, leaves: dict[str, Any]) -> dict[str, Any]:
    """The leaves a path stands for: those under it; of a leaf, those beside it too ("red coat" may go to the coat's kind)."""
    if not path.startswith("shots."):
        return {}
    under = {leaf: value for leaf, value in leaves.items() if leaf.startswith(f"{path}.")}
    if under or path not in leaves:
        return under
    part = path.rpartition(".")[0]
    if part.count(".") == 1:  # a shot's own length or pace: nothing else of the shot belongs to it
        return {path: leaves[path]}
    return {leaf: value for leaf, value in leaves.items() if leaf.rpartition(".")[0] == part}


def _match(item: Item, leaf: str, value: Any) -> Match | None:
    """Whether a meaning of an item is the value of a leaf, or near it in the hierarchy of concepts."""
    if leaf.endswith((".id", ".to", ".focus", ".follow")) or ".holds." in leaf:
        return None
    found = {_same(sense, value) for sense in (*item.senses, *item.inside)}
    return "same" if "same" in found else "near" if "near" in found else None


def _same(sense: Sense, value: Any) -> Match | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return "same" if _number(sense.value) == value else None
    facts = [fact for _, fact in sense.more]
    if value in (sense.value, FAMILIES.get(sense.value), SPEEDS.get(sense.value)) or value in facts:
        return "same"
    if sense.kind == "crowd":
        return "same" if is_person(value) else None
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
    """The worst gap that a clause falls into: at its path, above it, or at or above what its words name. Gaps elsewhere under its path
    make it no more than approximated."""
    worst: Gap | None = None
    for at, gap in gaps:
        above = any(one == at or one.startswith(f"{at}.") for one in (path, *leaves)) or at == f"{path}.kind"
        below = at.startswith(f"{path}.")
        if above and gap.status == "unstaged":
            return gap
        if above or below:
            worst = worst or gap._replace(status="approximated")
    return worst


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
        return rest[-1] == "id" or (rest[-1] == "count" and value == 1)
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
        elif not covered and not _usual(leaf, value):
            yield Entry(text="", path=leaf, status="chosen", reason=CHOSEN)
