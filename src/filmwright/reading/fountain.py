"""A screenplay in Fountain becomes scenes and beats. Source: the syntax page of fountain.io.

Written here because what there is reads cues in plain A to Z only (ÉLODIE would be action), or forgets the line numbers that an
error needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from filmwright.errors import BadInput

MOST_CHARACTERS = 1_000_000  # of a file; the longest screenplays have a third of that


class Beat(NamedTuple):
    """A paragraph of action, or what one person says without a break. `direction` holds the parentheses of a speech, `extension`
    those of its cue ("V.O."); `beside`: said at the same time as the beat before."""

    kind: Literal["action", "speech", "lyrics", "title"]
    text: str
    line: int
    speaker: str = ""
    extension: str = ""
    direction: tuple[str, ...] = ()
    beside: bool = False


class Scene(NamedTuple):
    """One scene. `interior` is None where the heading does not say, or says both; `place` and `time` are its words; `reached` is
    the transition before it ("DISSOLVE TO:"), if one is written."""

    heading: str
    interior: bool | None
    place: str
    time: str
    line: int
    beats: tuple[Beat, ...]
    reached: str = ""


class Screenplay(NamedTuple):
    """A title ("" if it has none), its scenes, and everybody who speaks, by name in order of appearance."""

    title: str
    scenes: tuple[Scene, ...]
    characters: tuple[str, ...]


class Line(NamedTuple):
    """A line of the file, counted from 1, without notes and what is struck out. `after` and `before`: an empty line stands after,
    before it."""

    number: int
    text: str
    before: bool
    after: bool


_HEADING = re.compile(r"(?P<where>int\.?/ext|ext\.?/int|i/e|e/i|int|ext|est)(?:\.\s*|\s+)(?P<rest>.*)", re.IGNORECASE)
_SCENE_NUMBER = re.compile(r"\s*#[^#\n]{1,20}#\s*$")
_EXTENSION = re.compile(r"\s*\(([^()]*)\)")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<!\w)_|_(?!\w))")
_TITLE_KEY = re.compile(r"(?P<key>[^\W\d_][\w ]{0,30}?)\s?:(?P<value>.*)")
_TITLE = ("title", "titre", "título", "titulo", "titel")
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*|\s+-+$")
_TRANSITION = re.compile(
    r".*(?:\bTO|\bCUT|\bWITH|\bOVER|\bSUR|\bIN|\bOUT):"
    r"|(?:FADE|CUT|DISSOLVE|WIPE|FONDU|COUPE|CORTE|FUNDIDO|SCHNITT|ABBLENDE|AUFBLENDE)\b[^a-z]*[:.]"
)
_END = ("THE END", "FIN", "ENDE", "END")

TIMES = frozenset({
    "day", "night", "morning", "evening", "afternoon", "noon", "midday", "midnight", "dawn", "dusk", "sunset", "sunrise", "twilight",
    "daybreak", "later", "continuous", "same", "hour", "moments",
    "jour", "nuit", "matin", "soir", "soiree", "aube", "aurore", "crepuscule", "midi", "minuit", "apres-midi", "tard", "continu",
    "dia", "noche", "amanecer", "mañana", "manana", "tarde", "atardecer", "anochecer", "mediodia", "medianoche", "continua", "continuo",
    "tag", "nacht", "morgen", "abend", "mittag", "nachmittag", "mitternacht", "dammerung", "morgendammerung", "abenddammerung", "spater",
    "día", "mediodía", "dämmerung", "später", "crépuscule", "après-midi", "soirée",
})  # fmt: skip
"""Words that make the last part of a heading its time."""


def looks_like(text: str) -> bool:
    """Whether a text is a screenplay: whether a line of it is a scene heading in capitals ("INT. KITCHEN - NIGHT")."""
    for line in text.splitlines():
        heading = _HEADING.match(line.strip())
        if (
            heading
            and heading["where"].isupper()
            and "." in line[:10]
            and heading["rest"]
            and heading["rest"] == heading["rest"].upper()
        ):
            return True
    return False


def read_fountain(text: str, *, where: str = "screenplay") -> Screenplay:
    """The scenes of a screenplay. `where` names it in errors. Raises BadInput with the line of what cannot be read."""
    if len(text) > MOST_CHARACTERS:
        raise BadInput(
            f"The screenplay has {len(text):,} characters", where=where, hint=f"At most {MOST_CHARACTERS:,} are read."
        )
    body = _without_struck(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), where)
    lines = _lines(body)
    title, first = _title_page(lines)
    scenes = tuple(_scenes(lines[first:], where))
    if not any(scene.beats or scene.heading for scene in scenes):
        hint = 'A scene begins with a heading such as "INT. KITCHEN - NIGHT".'
        raise BadInput("The screenplay has no scene", where=where, hint=hint)
    spoken = (beat.speaker for scene in scenes for beat in scene.beats if beat.speaker)
    return Screenplay(title, scenes, tuple(dict.fromkeys(spoken)))


def at_line(where: str, number: int) -> str:
    """How errors name a place in a screenplay."""
    return f"{where}, line {number}"


def _without_struck(text: str, where: str) -> str:
    """The text without /* what is struck out */ and [[notes]]; line ends in them stay, so that lines keep their numbers."""
    for opens, closes, what in (("/*", "*/", "passage struck out"), ("[[", "]]", "note")):
        pieces: list[str] = []
        at = 0
        while (start := text.find(opens, at)) >= 0:
            end = text.find(closes, start + 2)
            if end < 0:
                number = text.count("\n", 0, start) + 1
                raise BadInput(
                    f"A {what} is opened and never closed", where=at_line(where, number), hint=f"Close it with {closes}"
                )
            pieces += [text[at:start], "\n" * text.count("\n", start, end)]
            at = end + 2
        text = "".join(pieces) + text[at:]
    return text


def _lines(text: str) -> list[Line]:
    texts = [line.rstrip("\t") for line in text.split("\n")]
    empty = [True, *(not line.strip() for line in texts), True]
    return [Line(n + 1, line, empty[n], empty[n + 2]) for n, line in enumerate(texts)]


def _title_page(lines: Sequence[Line]) -> tuple[str, int]:
    """The title and the index of the first line after the title page."""
    first = next((n for n, line in enumerate(lines) if line.text.strip()), len(lines))
    key = _TITLE_KEY.match(lines[first].text) if first < len(lines) else None
    if key is None or key["key"].isupper() or _HEADING.match(lines[first].text):
        return "", first
    title: list[str] = []
    entry = ""
    at = first
    while at < len(lines) and lines[at].text.strip():
        text = lines[at].text
        named = None if text[0] in " \t" else _TITLE_KEY.match(text)
        if named:
            entry = named["key"].lower()
        if entry in _TITLE:
            title.append(plain(named["value"] if named else text))
        at += 1
    return " ".join(part for part in title if part), at


def plain(text: str) -> str:
    r"""A text without the signs of emphasis, one space between words; a sign behind a backslash stays.

    >>> plain("the **red** _coat_ has a \\* on it")
    'the red coat has a * on it'
    """
    return " ".join(_EMPHASIS.sub("", text).replace("\\*", "*").replace("\\_", "_").split())


def _scenes(lines: Sequence[Line], where: str) -> Iterator[Scene]:
    """Scene after scene; what comes before the first heading is a scene without one."""
    scene = Scene("", None, "", "", lines[0].number if lines else 1, ())
    beats: list[Beat] = []
    reached = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        text = line.text.strip()
        heading = _heading(line, where)
        if heading is not None:
            if scene.heading or beats:
                yield scene._replace(beats=tuple(beats))
            scene, beats, reached = heading._replace(reached=reached), [], ""
            at += 1
        elif not text or text[0] == "#" or (text[0] == "=" and not text.strip("= ")) or text.startswith("="):
            at += 1  # empty, a section, a page break, a synopsis
        elif _is_transition(line):
            reached = plain(text.removeprefix(">"))
            at += 1
        else:
            beat, at = _beat(lines, at, beats, where)
            beats.append(beat)
    if scene.heading or beats:
        yield scene._replace(beats=tuple(beats))


def _heading(line: Line, where: str) -> Scene | None:
    """A scene with no beats yet, if the line is a heading."""
    text = line.text.strip()
    forced = text.startswith(".") and len(text) > 1 and text[1] != "."
    said = _HEADING.match(text)
    if not forced and not (said and line.before):
        return None
    bare = plain(_SCENE_NUMBER.sub("", text[1:] if forced else text))
    said = _HEADING.match(bare)
    place, time = _place_and_time(said["rest"] if said else bare)
    if not place and not (forced and time):
        hint = 'Write it after the dot: "INT. KITCHEN - NIGHT".'
        raise BadInput("A scene heading names no place", where=at_line(where, line.number), hint=hint)
    inside = {"int": True, "ext": False, "est": False}.get(said["where"].lower()) if said else None
    return Scene(bare, inside, place, time, line.number, ())


def _place_and_time(text: str) -> tuple[str, str]:
    """ "HOUSE - KITCHEN - NIGHT" is the place "HOUSE - KITCHEN" and the time "NIGHT"; commas and full stops may part them too."""
    parts = [part.strip(" .") for part in _DASH.split(text) if part.strip(" .")]
    if len(parts) == 1:
        parts = [part.strip(" .") for part in re.split(r"[,.]\s+", parts[0]) if part.strip(" .")]
    if not parts:
        return "", ""
    if not _tells_time(parts[-1]):
        return " - ".join(parts), ""
    return " - ".join(parts[:-1]), parts[-1]


def _tells_time(words: str) -> bool:
    return any(word.strip("()'’.,").lower() in TIMES for word in re.split(r"[\s'’/]+", words))


def _is_transition(line: Line) -> bool:
    text = line.text.strip()
    if text.startswith(">"):
        return not text.endswith("<")
    return line.before and line.after and text == text.upper() and bool(_TRANSITION.fullmatch(text))


def _beat(lines: Sequence[Line], at: int, before: Sequence[Beat], where: str) -> tuple[Beat, int]:
    """The beat that begins at a line, and the index of the line after it."""
    line = lines[at]
    text = line.text.strip()
    if text.startswith(">"):
        return Beat("title", plain(text.strip("><")), line.number), at + 1
    if line.after and plain(text).rstrip(".") in _END:
        return Beat("title", plain(text), line.number), at + 1
    if text.startswith("~"):
        return Beat("lyrics", plain(text[1:]), line.number), at + 1
    if _is_cue(line):
        return _speech(lines, at, before, where)
    taken: list[str] = []
    while at < len(lines) and lines[at].text.strip() and (not taken or not _breaks(lines[at])):
        words = lines[at].text.strip()
        taken.append(words[1:] if words.startswith("!") else words)
        at += 1
    return Beat("action", plain(" ".join(taken)), line.number), at


def _breaks(line: Line) -> bool:
    """Whether a line in the middle of a paragraph is no action after all."""
    text = line.text.strip()
    return text[0] in "#=>~@" or (text.startswith(".") and not text.startswith(".."))


def _is_cue(line: Line) -> bool:
    """Whether a line names who speaks: in capitals after an empty line, with what is said right below; or behind an @."""
    text = line.text.strip()
    if text.startswith("@"):
        return True
    name = _EXTENSION.sub("", text).rstrip("^ ")
    letters = any(c.isalpha() for c in name)
    return (
        line.before
        and not line.after
        and letters
        and name == name.upper()
        and text[0] != "!"
        and not name.endswith(":")
    )


def _speech(lines: Sequence[Line], at: int, before: Sequence[Beat], where: str) -> tuple[Beat, int]:
    cue = lines[at]
    text = plain(cue.text.strip().removeprefix("@"))
    beside = text.endswith("^")
    text = text.rstrip("^ ")
    extension = ", ".join(part.strip() for part in _EXTENSION.findall(text) if not _continued(part))
    name = _EXTENSION.sub("", text).strip()
    place = at_line(where, cue.number)
    if not name:
        raise BadInput("A cue names nobody", where=place, hint="Write the name in capitals, or @Name.")
    if beside and not (before and before[-1].kind == "speech"):
        raise BadInput(
            f"{name} speaks at the same time (^) as nobody", where=place, hint="Two speeches must follow each other."
        )
    said: list[str] = []
    directions: list[str] = []
    at += 1
    while at < len(lines) and (lines[at].text.strip() or lines[at].text == "  "):
        words = lines[at].text.strip()
        at += 1
        if words.startswith("("):
            if not words.endswith(")"):
                raise BadInput(
                    "A parenthesis is not closed", where=at_line(where, lines[at - 1].number), hint="End it with )."
                )
            directions.append(plain(words[1:-1]))
        elif words:
            said.append(plain(words.removeprefix("~")))
    if not said and not directions:
        raise BadInput(
            f"{name} says nothing", where=place, hint="Write the words right below the name, without an empty line."
        )
    return Beat("speech", " ".join(said), cue.number, name, extension, tuple(directions), beside), at


def _continued(extension: str) -> bool:
    return extension.strip().replace("’", "'").lower() in (
        "cont'd",
        "cont",
        "suite",
        "cont.",
        "contd",
        "forts.",
        "cont'd.",
    )
