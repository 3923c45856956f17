"""The commands that make another film of a finished one: remix, recut, blend, extend, loop. What does not change is not rendered again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from filmwright.settings import QUALITIES

if TYPE_CHECKING:
    from filmwright.movie.made import Made
    from filmwright.spec.film import Film
    from filmwright.spec.ledger import Ledger

F = TypeVar("F", bound=Callable[..., Any])


def editing_options(command: F) -> F:
    """FILM, where the new one goes, and how it is made."""
    for option in reversed(
        (
            click.argument("film", type=click.Path(path_type=Path)),
            click.option(
                "-o", "--output", type=click.Path(path_type=Path), help="The new film (.mp4). Default: FILM-VERB.mp4."
            ),
            click.option("--quality", type=click.Choice(list(QUALITIES)), help="Default: as FILM was made."),
            click.option("--engine", help="cycles or sketch. Default: as FILM was made."),
            click.option("--explain", is_flag=True, help="Show what the new film is, and make nothing."),
            click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one a line."),
        )
    ):
        command = option(command)
    return command


@click.command()
@editing_options
@click.argument("text", required=False)
@click.option(
    "--swap", "swaps", nargs=2, multiple=True, metavar="OLD NEW", help='Change a phrase: --swap "red coat" "blue coat".'
)
@click.option(
    "--set", "edits", multiple=True, metavar="PATH=VALUE", help="Change one thing: shots.0.camera.move=orbit."
)
def remix(film: Path, text: str | None, swaps: tuple[tuple[str, str], ...], edits: tuple[str, ...], **how: Any) -> None:
    """Change some words of FILM and keep the rest: the same seed, set and faces, and every edit made since.

    FILM is a film.mp4, its .take folder or a film.json. TEXT is its whole new text; or change phrases with --swap.
    """
    from filmwright.editing.remix import Remixed, swapped
    from filmwright.editing.remix import remix as verb
    from filmwright.reading import check, edit
    from filmwright.reading.read import read

    if not (text or swaps or edits):
        raise click.UsageError('Say what to change: a new TEXT, --swap "red coat" "blue coat", or --set PATH=VALUE.')
    made = opened(film)
    words = made.film.prompt if text is None else text
    for old, new in swaps:
        words = swapped(words, old, new)
    changed = Remixed(made.film, made.ledger)
    if words != made.film.prompt:
        kept = made.film
        changed = verb(kept, words, lambda said: read(said, size=kept.size, fps=kept.fps, seed=kept.seed))
    document = edit.apply(changed.film, list(edits)) if edits else changed.film
    check.names(document)
    make_again(film, made, document, changed.ledger, "remix", **how)


@click.command()
@editing_options
@click.option("--trim", "trims", multiple=True, metavar="SHOT:FROM-TO", help="Show shot 1 from 0.5 s to 3 s: 1:0.5-3.")
@click.option("--retime", "retimes", multiple=True, metavar="SHOT:SPEED", help="Play shot 1 twice as fast: 1:2x.")
@click.option("--seconds", "lasts", multiple=True, metavar="SHOT:SECONDS", help="Play shot 1 in 3 seconds: 1:3.")
@click.option("--order", metavar="SHOTS", help="The shots in another order: 2,1,3. One left out is cut out.")
def recut(
    film: Path,
    trims: tuple[str, ...],
    retimes: tuple[str, ...],
    lasts: tuple[str, ...],
    order: str | None,
    **how: Any,
) -> None:
    """Trim, retime and reorder the shots of FILM. Nothing is rendered: a trimmed shot keeps its frames, and --trim 1:all brings
    back what was cut off."""
    from filmwright.editing import recut as cutting
    from filmwright.editing.likeness import followed

    edits: list[cutting.Edit] = [
        *map(cutting.trim_of, trims), *map(cutting.retime_of, retimes), *map(cutting.last_of, lasts),
        *([cutting.order_of(order)] if order is not None else []),
    ]  # fmt: skip
    if not edits:
        raise click.UsageError("Say how: --trim 1:0.5-3, --retime 1:2x, --seconds 1:3 or --order 2,1,3.")
    made = opened(film)
    changed = cutting.recut(made.film, edits)
    make_again(film, made, changed, followed(made.ledger, made.film, changed), "recut", **how)


@click.command()
@editing_options
@click.option("--shot", default=1, show_default=True, help="The shot that goes over into the next.")
@click.option("--seconds", type=float, default=1.0, show_default=True, help="How long both are seen; 0: a plain cut.")
@click.option(
    "--match", "match", is_flag=True, help="Cut on the camera's movement instead: the next shot goes on with it."
)
def blend(film: Path, shot: int, seconds: float, match: bool, **how: Any) -> None:
    """Dissolve one shot of FILM into the next, or (--match) cut so that the camera's move goes on in the next."""
    from filmwright.editing.blend import blend as verb
    from filmwright.editing.likeness import followed

    made = opened(film)
    changed = verb(made.film, shot, "match_cut" if match else "dissolve", seconds)
    make_again(film, made, changed, followed(made.ledger, made.film, changed), "blend", **how)


@click.command()
@editing_options
@click.option("--seconds", type=float, default=2.0, show_default=True, help="How much longer.")
@click.option("--shot", type=int, help="The shot that goes on. Default: the last one; the first with --before.")
@click.option("--before", is_flag=True, help="Let it begin earlier instead.")
def extend(film: Path, seconds: float, shot: int | None, before: bool, **how: Any) -> None:
    """Let a shot of FILM go on, or begin earlier: the same camera and the same actions, without a jump. What there is is not
    rendered again."""
    from filmwright.editing.extend import extend as verb
    from filmwright.editing.likeness import led

    made = opened(film)
    longer = verb(made.film, seconds, -1 if shot is None else shot, forward=not before)
    make_again(film, made, longer.film, led(made.ledger, longer.came_of), "extend", **how)


@click.command()
@editing_options
@click.option(
    "--seconds", type=float, help="How long the end dissolves into the beginning. Default: 1, or as long as fits."
)
def loop(film: Path, seconds: float | None, **how: Any) -> None:
    """Make FILM a ring: after its last picture comes its first, and nobody sees where."""
    from filmwright.editing.likeness import followed
    from filmwright.editing.loop import loop as verb

    made = opened(film)
    ring = verb(made.film, seconds)
    make_again(film, made, ring, followed(made.ledger, made.film, ring), "loop", **how)


def opened(path: Path) -> Made:
    """A finished film, or a film.json by hand. Raises BadInput."""
    from filmwright.movie import made
    from filmwright.reading import document

    if path.suffix.lower() != ".json":
        return made.opened(path)
    film = document.load(path)
    return made.Made(film, document.unstaged(film))


def make_again(
    source: Path,
    made: Made,
    film: Film,
    ledger: Ledger,
    verb: str,
    *,
    output: Path | None,
    quality: str | None,
    engine: str | None,
    explain: bool,
    as_json: bool,
) -> None:
    """Make the film that a verb made of another, as that was made unless told otherwise, beside it unless told otherwise."""
    from filmwright import line, settings
    from filmwright.cli import show
    from filmwright.engines.base import engine as find_engine
    from filmwright.movie.made import known_quality

    if explain:
        if as_json:
            documents = (
                f'"film": {film.model_dump_json(by_alias=True)}, "ledger": {ledger.model_dump_json(by_alias=True)}'
            )
            click.echo(f"{{{documents}}}")
        else:
            show.explanation(film, ledger)
        return
    name = engine or made.engine or "cycles"
    find_engine(name)
    as_it_was = quality is None and known_quality(made) is None and made.plan is not None
    order = line.Order(
        film,
        ledger,
        name,
        quality or known_quality(made) or next(iter(QUALITIES)),
        as_made=(made.quality or "", made.plan) if as_it_was and made.plan is not None else None,
    )
    path = output or source.with_name(f"{source.stem}-{verb}.mp4")
    with show.progress(as_json) as emit:
        tally = show.Tally(emit)
        movie = line.make(order, path, settings.load(), tally)
    if not as_json:
        show.finished(movie, order, tally)


COMMANDS = (remix, recut, blend, extend, loop)
