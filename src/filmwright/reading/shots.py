"""Where a text parts into shots: by labels ("Shot 2:"), time codes, lists, paragraphs, and words that cut ("then we see").

Only the text is looked at, not what its words mean: a single paragraph without any mark is always one shot. Marks are known in
English, French, Spanish and German, in any case, with or without accents (reading/shot_marks.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from filmwright.reading import shot_marks as marks

By = Literal["start", "paragraph", "cut", "bullet", "list", "time", "label"]
_STRENGTH: tuple[By, ...] = ("start", "paragraph", "cut", "bullet", "list", "time", "label")


class Stretch(NamedTuple):
    """A piece text[start:end] of a text and what parts it from the piece before (`by`). `label` is the span of the words that do
    ("Shot 2 (5s):"), at its beginning; `seconds` the length they state. `common`: it stands before or after all shots and holds for
    each of them ("Three shots in black and white:")."""

    start: int
    end: int
    label: tuple[int, int] | None = None
    seconds: float | None = None
    by: By = "start"
    common: bool = False

    @property
    def body(self) -> tuple[int, int]:
        """The span of what it says, without the label."""
        return (self.label[1] if self.label else self.start, self.end)


class Mark(NamedTuple):
    """A place where a text parts, as a span of it. `number` stands there; `common` says that what begins here
    holds for all shots, `silent` that its words are no label but belong to what follows."""

    start: int
    end: int
    by: By
    seconds: float | None = None
    number: int | None = None
    common: bool = False
    silent: bool = False


def part(text: str) -> list[Stretch]:
    """The stretches of a text, in order. Together they hold all its words and none holds another's. Empty for white space.

    >>> text = "Shot 1: a dog runs. Shot 2 (5s): a cat."
    >>> [text[s.start:s.end] for s in part(text)]
    ['Shot 1: a dog runs.', 'Shot 2 (5s): a cat.']
    """
    plain, origin = _plain(text)
    found = _chosen(plain)
    if not any(mark.by in ("label", "time", "list", "bullet") for mark in found):
        found += _paragraphs(plain)
    found = _merged(plain, [*found, *_cuts(plain)])
    in_text = [mark._replace(start=origin[mark.start], end=origin[mark.end]) for mark in found]
    stretches = list(_stretches(text, in_text))
    shots = [s for s in stretches if not s.common]
    if len(shots) <= 1 and all(s.label is None for s in stretches) and stretches:
        return [Stretch(stretches[0].start, stretches[-1].end)]
    return stretches


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in lower case without accents, and from which character each of its characters came; the last entry is the end."""
    letters: list[str] = []
    origin: list[int] = []
    for n, letter in enumerate(text):
        plain = " " if letter.isspace() and letter not in "\r\n" else letter.lower()
        if not letter.isascii():
            opened = unicodedata.normalize("NFD", plain.replace("ß", "ss").replace("œ", "oe"))
            plain = "".join(c for c in opened if not unicodedata.combining(c)).translate(marks.QUOTES)
        letters.append(plain)
        origin += [n] * len(plain)
    return "".join(letters), [*origin, len(text)]


def _chosen(plain: str) -> list[Mark]:
    """The marks of the most explicit kind the text uses: labels, else time codes, else a numbered list, else bullets; and the
    paragraph after them that is about the whole film."""
    for find in (_labels, _times, _numbers, _bullets):
        found = find(plain)
        if not found:
            continue
        if find is _labels:
            found = _merged(plain, [*found, *_times(plain)])
        closing = _closing(plain, found)
        return [*found, closing] if closing else found
    return []


def _labels(plain: str) -> list[Mark]:
    """ "Shot 1:", "SCENE 2 -", "Plan 3 (4 s) :"; beside a colon they may stand anywhere, otherwise at the start of a sentence."""
    found = []
    for label in marks.LABEL.finditer(plain):
        colon = ":" in label["stop"]
        if not (colon or _begins_sentence(plain, label.start())):
            continue
        end, seconds = label.end(), _seconds(label)
        more = marks.IN_BRACKETS.match(plain, end)
        if more and seconds is None:
            end, seconds = more.end(), _seconds(more)
        digits = label["number"]
        count = int(digits) if digits.isdecimal() else marks.NUMBER_WORDS[digits]
        found.append(Mark(_with_lead(plain, label.start()), end, "label", seconds, count))
    return found


def _times(plain: str) -> list[Mark]:
    """ "[0:00-0:05]" and "0-3s:" at the start of sentences, if the first of them is the start of the film."""
    found: list[Mark] = []
    starts: list[float] = []
    for code in marks.TIME.finditer(plain):
        bracket = code.group()[0] in "(["
        if not (_begins_sentence(plain, code.start()) if bracket else _begins_line(plain, code.start())):
            continue
        begin = _moment(code["from"] or code["from_s"] or code["only"])
        if not starts and begin != 0:
            return []
        if starts and code["only"] and begin <= starts[-1]:
            continue
        starts.append(begin)
        found.append(Mark(_with_lead(plain, code.start()), code.end(), "time", _seconds(code), len(found) + 1))
    for n, mark in enumerate(found[:-1]):
        if mark.seconds is None and starts[n + 1] > starts[n]:
            found[n] = mark._replace(seconds=starts[n + 1] - starts[n])
    if len(found) == 1 and found[0].seconds is None:
        return []
    return found


def _numbers(plain: str) -> list[Mark]:
    """A numbered list of two or more: at the beginnings of lines, else inside a paragraph that begins with it."""
    for only_lines in (True, False):
        found: list[Mark] = []
        for item in marks.ITEM.finditer(plain):
            place = (
                _begins_line(plain, item.start()) if only_lines or not found else _begins_clause(plain, item.start())
            )
            if place and int(item["number"]) == len(found) + 1:
                more = marks.IN_BRACKETS.match(plain, item.end())
                end, seconds = (more.end(), _seconds(more)) if more else (item.end(), None)
                found.append(Mark(_with_lead(plain, item.start()), end, "list", seconds, len(found) + 1))
        if len(found) > 1:
            return found
    return []


def _bullets(plain: str) -> list[Mark]:
    """A list of two or more bullets, unless it stands under a word that says what else it lists ("Camera:")."""
    found: list[Mark] = []
    depth: int | None = None
    under = False
    at = 0
    for line in plain.splitlines(keepends=True):
        bullet = marks.BULLET.match(line)
        if bullet is None:
            under = bool(marks.ABOUT.match(line)) if line.strip() else under
        elif not under and depth in (None, len(bullet["indent"])):
            depth = len(bullet["indent"])
            start = at + depth
            more = marks.IN_BRACKETS.match(plain, at + bullet.end())
            end, seconds = (more.end(), _seconds(more)) if more else (at + bullet.end(), None)
            found.append(Mark(start, end, "bullet", seconds, len(found) + 1))
        at += len(line)
    return found if len(found) > 1 else []


def _paragraphs(plain: str) -> list[Mark]:
    """The paragraphs of a text. One that says what it is about ("Camera: …") belongs to the one before, or at the beginning to the
    one after; one about the whole film ("Style: …") stands apart."""
    found: list[Mark] = []
    leading = False
    for start in [len(plain) - len(plain.lstrip()), *_paragraph_starts(plain)]:
        if marks.WHOLE_FILM.match(plain, start):
            found.append(Mark(start, start, "paragraph", common=True, silent=True))
            leading = False
            continue
        about = bool(marks.ABOUT.match(plain, start))
        opens = not found or found[-1].common
        if opens or not (about or leading):
            found.append(Mark(start, start, "paragraph" if found else "start", silent=True))
        leading = about and (opens or leading)
    return found


def _closing(plain: str, found: Sequence[Mark]) -> Mark | None:
    """The paragraph after the last mark that is about the whole film: any after a list, one that says so after a label."""
    for start in _paragraph_starts(plain):
        if start > found[-1].end and (found[-1].by in ("list", "bullet") or marks.WHOLE_FILM.match(plain, start)):
            return Mark(start, start, "paragraph", common=True, silent=True)
    return None


def _paragraph_starts(plain: str) -> list[int]:
    return [gap.end() for gap in marks.GAP.finditer(plain) if gap.end() < len(plain)]


def _cuts(plain: str) -> Iterator[Mark]:
    """Words that cut: "cut to", "puis on voit"."""
    for pattern, anywhere in marks.CUTS:
        for cut in pattern.finditer(plain):
            if anywhere or _begins_clause(plain, cut.start()):
                yield Mark(cut.start(), cut.end(), "cut")


def _merged(plain: str, found: Iterable[Mark]) -> list[Mark]:
    """Marks in order; those with no word between them are one ("Cut to: Shot 3:"), as strong as the strongest."""
    merged: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        last = merged[-1] if merged else None
        if last is None or (mark.start >= last.end and any(c.isalnum() for c in plain[last.end : mark.start])):
            merged.append(mark)
            continue
        strong = max(last, mark, key=lambda m: _STRENGTH.index(m.by))
        merged[-1] = strong._replace(
            start=last.start, end=max(last.end, mark.end), silent=last.silent and mark.silent,
            seconds=last.seconds if last.seconds is not None else mark.seconds, common=last.common and mark.common,
        )  # fmt: skip
    return merged


def _stretches(text: str, found: Sequence[Mark]) -> Iterator[Stretch]:
    """What stands between the marks, white space at both ends left out."""
    first = found[0].start if found else len(text)
    if text[:first].strip():
        counted = next((m for m in found if m.by in ("label", "time", "list", "bullet")), None)
        before = counted is not None and counted.number == 1 and counted is found[0]
        start, end = _trimmed(text, 0, first)
        yield Stretch(start, end, common=before)
    for n, mark in enumerate(found):
        start, end = _trimmed(text, mark.start, found[n + 1].start if n + 1 < len(found) else len(text))
        if start < end:
            label = None if mark.silent else (start, max(start, len(text[: min(mark.end, end)].rstrip())))
            yield Stretch(start, end, label, mark.seconds, mark.by, mark.common)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _begins_line(plain: str, at: int) -> bool:
    """Whether only white space and the signs of a heading stand before a place in its line."""
    before = plain[plain.rfind("\n", 0, at) + 1 : at]
    return not before.strip(marks.DECORATION)


def _begins_sentence(plain: str, at: int) -> bool:
    before = plain[max(0, at - marks.LOOK_BACK) : at].rstrip(marks.DECORATION + marks.CLOSERS)
    return _begins_line(plain, at) or before.endswith((".", "!", "?", ";", ":", "…", "\n", "|"))


def _begins_clause(plain: str, at: int) -> bool:
    before = plain[max(0, at - marks.LOOK_BACK) : at].rstrip(marks.DECORATION + marks.CLOSERS)
    return _begins_sentence(plain, at) or before.endswith((",", "(", "[", "-", "–", "—", ">"))


def _with_lead(plain: str, at: int) -> int:
    """Where the signs before a mark begin: "## ", "**"."""
    while at > 0 and plain[at - 1] in marks.DECORATION:
        at -= 1
    return at


def _moment(clock: str) -> float:
    """Seconds of "1:05", "0:01:05" or "65"."""
    total = 0.0
    for figure in clock.split(":"):
        total = total * 60 + float(figure.replace(",", "."))
    return total


def _seconds(found: re.Match[str]) -> float | None:
    """The length a mark states, in seconds; None if it states none, or one that is not more than zero."""
    said = found.groupdict()
    if said.get("length"):
        length = _moment(said["length"])
    elif said["from"] or said["from_s"]:
        length = _moment(said["to"] or said["to_s"]) - _moment(said["from"] or said["from_s"])
    else:
        return None
    return length if length > 0 else None
