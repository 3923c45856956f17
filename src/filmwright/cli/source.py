"""PROMPT of a command: words, a screenplay, a Film document, or a finished film."""

from __future__ import annotations

from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from filmwright import settings
from filmwright.errors import BadInput
from filmwright.movie import made
from filmwright.reading import check, document, edit
from filmwright.reading.fountain import Screenplay
from filmwright.reading.screenplay import ShotText, prompts
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger

FINISHED = (".mp4", ".take")


class Source(NamedTuple):
    """A Film, what became of each clause of its text, its title ("" if it has none), and the shots of the screenplay it is made
    of, if it is."""

    film: Film
    ledger: Ledger
    title: str
    shots: tuple[ShotText, ...] = ()


def read(what: dict[str, Any]) -> Source:
    """What a command's options say (cli.film_options), edits applied, every name known. Raises BadInput."""
    argument, title = what["prompt"], ""
    path = document.named_file(argument, FINISHED)
    given: Film | Screenplay | str
    kept = None
    if path is not None:
        kept = made.opened(path)
        given, title = kept.film, path.stem
    else:
        given = document.given(argument)
        title = given.title if isinstance(given, Screenplay) else ""
    shots = tuple(prompts(given, language=what["language"])) if isinstance(given, Screenplay) else ()
    film, ledger = _read(given, what)
    if kept is not None and kept.film == film:
        ledger = kept.ledger
    if what["edits"]:
        film = edit.apply(film, list(what["edits"]))
    check.names(film)
    return Source(film, ledger, title, shots)


def _read(given: Film | Screenplay | str, what: dict[str, Any]) -> tuple[Film, Ledger]:
    """The Film of what was given: words by a language model if one is named, all else by the rules."""
    options = _options(what, only_said=isinstance(given, Film))
    model = settings.language_model(what["llm"])
    if model is None:
        return document.film_of(given, options)
    if not isinstance(given, str):
        if what["llm"] is not None:
            hint = "Leave it out: this is read exactly as it is written."
            raise BadInput("A language model reads words, no document or screenplay", where="--llm", hint=hint)
        return document.film_of(given, options)
    from filmwright.reading.ask import ask

    said = {name: value for name, value in options._asdict().items() if value is not None}
    kept = settings.load().cache / "asked"
    return ask(given, model, kept=kept, notice=lambda words: click.echo(f"Note: {words}", err=True), **said)


def _options(what: dict[str, Any], *, only_said: bool) -> document.Options:
    """The options beside PROMPT; a document's own values are only changed by what is said on the command line."""
    context = click.get_current_context()
    names = document.Options._fields
    said = {
        name: what[name]
        for name in names
        if not only_said or context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    return document.Options(**said)
