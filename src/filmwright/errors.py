"""Everything that can go wrong and be said to a user.

FilmwrightError                 exit code 1; what happened, where, what to do
├── BadInput                    2  the prompt or an option cannot be used
│   └── UnknownName             2  a name no content table has; carries the nearest known names
├── NotInstalled                3  Blender, the body data, … is missing; says the command that mends it
├── CannotWrite                 4  an output cannot be written (no folder, no right, disk full)
├── EngineFailed                5  the picture could not be made
│   ├── EngineCrashed           5  the worker died: signal, last frame, tail of its log
│   └── EngineHung              5  the worker said nothing for too long and was stopped
└── Interrupted                 130  Ctrl-C: everything finished so far is kept
"""

from __future__ import annotations

from collections.abc import Iterable

from filmwright.values import nearest


class FilmwrightError(Exception):
    """What happened; `where` names the place (an option, a path, a clause) and `hint` what to do about it."""

    exit_code = 1

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        todo = f" {self.hint}" if self.hint else ""
        return f"{self.message}{place}.{todo}"


class BadInput(FilmwrightError):
    """The prompt or an option cannot be used as it is."""

    exit_code = 2


class UnknownName(BadInput):
    """`name` is not among the `known` names of `kind`; the nearest of them are in the hint."""

    def __init__(self, kind: str, name: str, known: Iterable[str], *, where: str | None = None) -> None:
        names = sorted(known)
        close = nearest(name, names)
        hint = f"Did you mean {' or '.join(close)}?" if close else f"Known: {', '.join(names[:12])}."
        super().__init__(f"No {kind} is called {name!r}", where=where, hint=hint)
        self.kind = kind
        self.name = name
        self.close = close


class NotInstalled(FilmwrightError):
    """Something the project needs is not on this machine."""

    exit_code = 3


class CannotWrite(FilmwrightError):
    """An output cannot be written."""

    exit_code = 4


class EngineFailed(FilmwrightError):
    """An engine could not make the picture."""

    exit_code = 5


class EngineCrashed(EngineFailed):
    """The worker process died."""


class EngineHung(EngineFailed):
    """The worker process went silent and was stopped."""


class Interrupted(FilmwrightError):
    """The user asked to stop; what is finished is kept."""

    exit_code = 130
