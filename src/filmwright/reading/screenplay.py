"""A screenplay becomes one shot a beat, in words the reader reads: place and time of the scene, then what is seen.

Lengths: action runs 3 words a second (a page of a screenplay is a minute; a page of action has about 180 words) and speech 2.5
(150 words a minute), from 2 to 12 seconds in half seconds. If that makes more than 60 seconds all are shortened alike. If there are
more beats than shots fit, the shortest neighbors of a scene become one shot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from filmwright.errors import BadInput
from filmwright.reading import language as languages
from filmwright.reading.characters import GLUE, Glue, Role, bare_name, roles, spoken_name, told
from filmwright.reading.fountain import Beat, Scene, Screenplay, at_line
from filmwright.reading.identity import Named
from filmwright.reading.shots import Stretch
from filmwright.reading.tokens import tokenize
from filmwright.reading.vocabulary import Vocabulary, vocabulary
from filmwright.spec.film import LONGEST_S

MOST_SHOTS = 15  # of the usual 4 s in a film of 60 s
ACTION_WORDS_S = 3.0
SPOKEN_WORDS_S = 2.5
SHORTEST_S, LONGEST_SHOT_S = 2.0, 12.0
UNSEEN = (
    "v.o",
    "o.s",
    "o.c",
    "vo",
    "os",
    "oc",
    "off",
    "voix off",
    "hors champ",
    "h.c",
    "voz en off",
    "aus dem off",
    "voice over",
)


class ShotText(NamedTuple):
    """One shot: what is seen, in words for the reader; its length; the line of the screenplay it begins at; who is in it; the
    screenplay's own words for it and the heading they stand under; and the transition that leads to it, if not a plain cut."""

    text: str
    seconds: float
    line: int
    cast: tuple[Role, ...] = ()
    own_words: str = ""
    heading: str = ""
    reached: str = ""

    @property
    def characters(self) -> tuple[str, ...]:
        """Who is in it, by the names of the screenplay."""
        return tuple(role.name for role in self.cast)


class LeftOut(NamedTuple):
    """Words of a screenplay that no shot shows, the line they begin at, and why."""

    text: str
    line: int
    reason: str


class _Piece(NamedTuple):
    """A shot in the making: its scene and what happens in it, names not told yet."""

    scene: int
    text: str
    seconds: float
    line: int
    own_words: str = ""


def prompts(
    screenplay: Screenplay, *, most: int = MOST_SHOTS, language: str | None = None, where: str = "screenplay"
) -> list[ShotText]:
    """The shots of a screenplay, together no longer than a film may be. Raises BadInput, with the line, where more scenes than
    `most` are written."""
    code = language or _language(screenplay)
    known, glue = vocabulary(code), GLUE[code]
    cast = roles(screenplay, known, glue)
    pieces = [
        piece
        for n, scene in enumerate(screenplay.scenes)
        for piece in _pieces(n, scene, cast, glue)
    ]  # fmt: skip
    if not pieces:
        raise BadInput("Nothing is seen in the screenplay", where=where, hint="Write what happens below a heading.")
    pieces = _joined(pieces, most, glue, where)
    asked = sum(piece.seconds for piece in pieces)
    share = min(1.0, LONGEST_S / asked)
    shots: list[ShotText] = []
    for n, piece in enumerate(pieces):
        scene = screenplay.scenes[piece.scene]
        text, there = told(piece.text, cast, glue)
        opens = n == 0 or pieces[n - 1].scene != piece.scene
        seconds = piece.seconds if share == 1.0 else int(piece.seconds * share * 10) / 10
        heading = _where_and_when(screenplay.scenes[: piece.scene + 1], known, glue)
        words = " ".join(part for part in (heading, text) if part)
        reached = scene.reached if opens and n else ""
        shots.append(ShotText(words, seconds, piece.line, there, piece.own_words, scene.heading, reached))
    return shots


def written(shots: Sequence[ShotText]) -> tuple[str, list[Stretch]]:
    """The shots as one text with a label before each, and where it parts into them."""
    text = ""
    stretches: list[Stretch] = []
    for n, shot in enumerate(shots):
        text += "\n\n" if text else ""
        start = len(text)
        text += f"Shot {n + 1} ({shot.seconds:g}s):"
        label = (start, len(text))
        text += f" {shot.text}"
        stretches.append(Stretch(start, len(text), label, shot.seconds, "label"))
    return text, stretches


def mentions(shots: Sequence[ShotText], text: str, stretches: Sequence[Stretch]) -> list[Named]:
    """Where the names stand in the text that `written` made of the shots, and how far the words go that say who that is."""
    found: list[Named] = []
    for n, (shot, stretch) in enumerate(zip(shots, stretches, strict=True)):
        for role in shot.cast:
            name = role.name if role.common else spoken_name(role.name)
            pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if role.common else 0)
            for at in pattern.finditer(text, stretch.body[0], stretch.end):
                told_until = at.end() + len(role.phrase) + 2
                until = told_until if text.startswith(f", {role.phrase}", at.end()) else at.end()
                found.append(Named(n, role.name, at.span(), until))
    return found


def left_out(screenplay: Screenplay) -> list[LeftOut]:
    """What a screenplay holds that its shots do not show, in order."""
    reasons = {
        "speech": "what is said is not heard",
        "lyrics": "what is sung is not heard",
        "title": "no titles are written",
    }
    return [
        LeftOut(beat.text, beat.line, reasons[beat.kind])
        for scene in screenplay.scenes
        for beat in scene.beats
        if beat.kind in reasons
    ]


def _language(screenplay: Screenplay) -> str:
    seen = [beat.text for scene in screenplay.scenes for beat in scene.beats if beat.kind == "action"]
    headings = [scene.place for scene in screenplay.scenes]
    tokens = tokenize(" ".join(seen) or " ".join(headings))
    return languages.detect(tokens) if tokens else "en"


# ---- beats


def _pieces(index: int, scene: Scene, cast: Sequence[Role], glue: Glue) -> list[_Piece]:
    """The shots of one scene. What is said by somebody who is not seen lengthens the shot it is heard over; a scene in which
    nothing happens shows its place."""
    pieces: list[_Piece] = []
    heard = _Piece(index, "", 0.0, scene.line)  # before anything is seen
    for beat in scene.beats:
        if beat.kind in ("title", "lyrics"):
            continue
        if beat.kind == "speech" and _unseen(beat):
            over = _Piece(index, "", _length(beat.text, SPOKEN_WORDS_S), beat.line, _quoted(beat))
            if pieces:
                pieces[-1] = _heard_over(pieces[-1], over)
            else:
                heard = _heard_over(heard, over)
            continue
        piece = _action(index, beat) if beat.kind == "action" else _speech(index, beat, cast, glue)
        if beat.beside and pieces:
            last = pieces.pop()
            piece = _together(last, piece, f"{last.text} {piece.text}", max(last.seconds, piece.seconds))
        pieces.append(piece if pieces else _heard_over(piece, heard))
    if not pieces and scene.place:
        pieces.append(_heard_over(_Piece(index, "", SHORTEST_S, scene.line), heard))
    return pieces


def _heard_over(piece: _Piece, over: _Piece) -> _Piece:
    """A shot, long enough for what is heard over it."""
    return _together(piece, over, piece.text, max(piece.seconds, over.seconds))


def _together(a: _Piece, b: _Piece, text: str, seconds: float) -> _Piece:
    """Two pieces as one shot."""
    own_words = " ".join(filter(None, (a.own_words, b.own_words)))
    return a._replace(text=text, seconds=min(seconds, LONGEST_SHOT_S), own_words=own_words)


def _quoted(beat: Beat) -> str:
    """A speech as a board shows it: MARIA (whispering): “You are late.”"""
    marks = ", ".join(filter(None, (beat.extension, *beat.direction)))
    return f"{beat.speaker}{f' ({marks})' if marks else ''}: “{beat.text}”"


def _unseen(beat: Beat) -> bool:
    return any(mark.strip().lower().rstrip(".") in UNSEEN for mark in beat.extension.split(","))


def _action(index: int, beat: Beat) -> _Piece:
    text = beat.text if beat.text.endswith((".", "!", "?", "…")) else f"{beat.text}."
    for written, said in _DIRECTIONS.items():
        text = re.sub(rf"\b{written}\b:?", said, text)
    text = re.sub(r"([.!?…]\s+)([^\W\d_])", lambda found: found[1] + found[2].upper(), text)
    return _Piece(index, text, _length(beat.text, ACTION_WORDS_S), beat.line, beat.text)


_DIRECTIONS = {
    "EXTREME CLOSE ON": "extreme close-up of", "CLOSE ON": "close-up of", "WIDE ON": "wide shot of", "ANGLE ON": "shot of",
    "INSERT(?: ON)?": "insert shot of",
}  # fmt: skip
"""Camera directions as screenplays write them, in words the reader reads."""


def _speech(index: int, beat: Beat, cast: Sequence[Role], glue: Glue) -> _Piece:
    """ "Maria talks to John, whispering."; a direction that is only a pause is left out."""
    manner = [
        d[:1].lower() + d[1:] for d in (d.strip(" .") for d in beat.direction) if d and d.lower() not in glue.pauses
    ]
    to = next((m for m in manner if m.startswith(glue.to)), "")
    rest = "".join(f", {m}" for m in manner if m != to)
    addressed = f" {to}" if to else ""
    speaker = bare_name(beat.speaker, glue)
    role = next((r for r in cast if speaker in (r.name, *r.aliases)), None)
    who = role.subject(glue) if role else spoken_name(beat.speaker)
    seconds = _length(beat.text, SPOKEN_WORDS_S)
    return _Piece(index, f"{who} {glue.talks}{addressed}{rest}.", seconds, beat.line, _quoted(beat))


def _length(text: str, words_a_second: float) -> float:
    seconds = round(2 * len(text.split()) / words_a_second) / 2
    return min(max(seconds, SHORTEST_S), LONGEST_SHOT_S)


def _joined(pieces: list[_Piece], most: int, glue: Glue, where: str) -> list[_Piece]:
    """At most so many shots: the two neighbors of one scene that are shortest together become one, again and again."""
    pieces = list(pieces)
    while len(pieces) > most:
        pairs = [n for n in range(len(pieces) - 1) if pieces[n].scene == pieces[n + 1].scene]
        if not pairs:
            hint = f"At most {most} scenes fit in {LONGEST_S:g} seconds: shorten it."
            raise BadInput(
                f"The screenplay has {len(pieces)} scenes", where=at_line(where, pieces[most].line), hint=hint
            )
        n = min(pairs, key=lambda k: len(pieces[k].text) + len(pieces[k + 1].text))
        a, b = pieces[n : n + 2]
        pieces[n : n + 2] = [_together(a, b, f"{a.text} {glue.then} {b.text}", a.seconds + b.seconds)]
    return pieces


# ---- headings


def _where_and_when(scenes: Sequence[Scene], known: Vocabulary, glue: Glue) -> str:
    """ "In a kitchen at night, interior." of the last scene; "CONTINUOUS" and "LATER" take the time of the scene before."""
    scene = scenes[-1]
    time = ""
    for before in reversed(scenes):
        said = _time(before.time, glue)
        if said is not None:
            time = said
            break
    side = {True: glue.interior, False: glue.exterior, None: ""}[scene.interior]
    if not scene.place:
        return f"{_capital(time)}." if time else ""
    place = " ".join(spoken_name(w) if w.endswith(("'S", "’S")) else w.lower() for w in scene.place.split())
    if glue.place_in:
        place = f"{_preposition(place)} {_article(place, known)}{place}" + (f" {time}" if time else "")
    else:
        place = ", ".join(filter(None, (_capital(place), time)))
    return ", ".join(filter(None, (place, side))) + "."


def _time(words: str, glue: Glue) -> str | None:
    """A time as the reader knows it: "at night" of "NIGHT", "on a rainy night" as it is written; None if it says only that time
    goes on."""
    low = words.lower().strip()
    if not low:
        return None
    if low in glue.times:
        return glue.times[low]
    if any(word in glue.goes_on for word in low.split()):
        return None
    return f", {low}" if glue.place_in else low


ON = frozenset((
    "beach", "street", "road", "roof", "rooftop", "bridge", "train", "platform", "hill", "boat", "ship", "island", "mountain", "balcony",
    "terrace", "stage", "pier", "dock", "highway", "cliff", "coast", "lake", "sidewalk", "staircase", "bus", "plane", "farm",
))  # fmt: skip
"""Places one is on, in English."""


def _preposition(place: str) -> str:
    return "On" if place.split()[-1] in ON else "In"


def _article(place: str, known: Vocabulary) -> str:
    """The English article a place needs."""
    first, last = place.split()[0], place.split()[-1]
    if first in ("the", "a", "an") or "'s" in first or "’s" in first or known.determines(first):
        return ""
    if last.endswith("s") and not last.endswith("ss"):
        return "the "
    senses = [s.kind for key in ((last,), tuple(place.split())) for s in known.phrases.get(key, ())]
    return ("an " if first[0] in "aeiou" else "a ") if any(k in ("place", "thing", "feature") for k in senses) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
