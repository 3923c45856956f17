"""How the marks that part a text into shots are written, as patterns over text in lower case without accents."""

from __future__ import annotations

import re

QUOTES = {ord(c): "'" for c in "’‘ʼ＇"}
DECORATION = " \t\r#*_>"  # may stand before a mark: the signs of headings and of bold type
CLOSERS = "\"'”»)]"  # may stand between the end of a sentence and a mark
LOOK_BACK = 40  # characters; no run of closing signs before a mark is longer (chosen)

_DASH = r"\-–—"  # inside a character class
_CLOCK = r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}(?:[.,][0-9]{1,3})?"
_FIGURE = r"[0-9]{1,3}(?:[.,][0-9]{1,3})?"
_SECOND = r"(?:(?:s|secs?|seconds?|secondes?|seg|segundos?|sek|sekunden?)(?![a-z0-9])|\"|″)"
_TO = r"\s{0,3}(?:[-–—→]|to\b|bis\b|a\b)\s{0,3}"
_SPAN = (
    rf"(?:(?P<from>{_CLOCK}){_TO}(?P<to>{_CLOCK})"
    rf"|(?P<from_s>{_FIGURE})\s{{0,3}}(?:{_SECOND})?{_TO}(?P<to_s>{_FIGURE})\s{{0,3}}{_SECOND})"
)
_LENGTH = rf"(?P<length>{_FIGURE})\s{{0,3}}{_SECOND}"

_NOUNS = (
    "shot", "scene", "clip", "take", "panel", "sequence", "segment", "beat", "plan", "prise", "plano", "toma", "escena",
    "secuencia", "einstellung", "szene", "aufnahme", "sequenz",
)  # fmt: skip
_NUMBERS = (
    ("one", "un", "une", "uno", "una", "eins"), ("two", "deux", "dos", "zwei"), ("three", "trois", "tres", "drei"),
    ("four", "quatre", "cuatro", "vier"), ("five", "cinq", "cinco", "funf", "fuenf"), ("six", "seis", "sechs"),
    ("seven", "sept", "siete", "sieben"), ("eight", "huit", "ocho", "acht"), ("nine", "neuf", "nueve", "neun"),
    ("ten", "dix", "diez", "zehn"),
)  # fmt: skip
NUMBER_WORDS = {word: n + 1 for n, words in enumerate(_NUMBERS) for word in words}
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?:[a-z](?![a-z]))?"

LABEL = re.compile(
    rf"(?<![a-z0-9])(?:{'|'.join(_NOUNS)})\s{{0,3}}(?:#|no?[.°]|nr\.?)?\s{{0,3}}{_NUMBER}(?![a-z0-9])"
    r"(?:\s{0,3}(?:/|of|sur|de|von)\s{0,3}[0-9]{1,2}(?![0-9]))?"
    rf"(?:\s{{0,3}}[,{_DASH}]?\s{{0,3}}[(\[]?\s{{0,3}}(?:{_SPAN}|{_LENGTH})\s{{0,3}}[)\]]?)?"
    rf"(?P<stop>[ \t*_]{{0,4}}(?:[:{_DASH}.)]|$|(?=[\n(\[]))[*_]{{0,3}})(?![0-9])"
)
""" "Shot 1:", "scene two -", "Plan n° 3 (4 s) :", "SHOT 2/5 [0:05-0:09]". """

IN_BRACKETS = re.compile(rf"\s{{0,3}}[(\[]\s{{0,3}}(?:{_SPAN}|{_LENGTH})\s{{0,3}}[)\]]\s{{0,3}}[:{_DASH}]?")
""" "(5s)" or "[0:00-0:05]" right after a label."""

TIME = re.compile(
    rf"[(\[]?(?<![0-9:.,])(?:{_SPAN}|(?P<only>{_CLOCK})(?=\s{{0,3}}[)\]{_DASH}:]))\s{{0,3}}[)\]]?\s{{0,3}}[:{_DASH}]?"
)
""" "[0:00-0:05]", "0-3s:", "(0:04)". """

ITEM = re.compile(rf"(?<![\w.,:])[(]?(?P<number>[0-9]{{1,2}})(?:[.)]|[ \t]?[{_DASH}:])[*_]{{0,3}}[ \t]+(?=\S)")
""" "1. ", "2) ", "(3) ", "4 - ". """

BULLET = re.compile(r"(?P<indent>[ \t]*)[-*•–◦‣▪·][ \t]+(?=\S)")

GAP = re.compile(r"\n[ \t\r]*\n\s*")

_FILM_WORDS = (
    "style", "overall style", "visual style", "look", "mood", "tone", "atmosphere", "palette", "color palette", "music",
    "soundtrack", "overall", "for all shots", "all shots", "throughout", "aspect ratio", "style visuel", "ambiance", "musique",
    "tous les plans", "estilo", "paleta", "ambiente", "musica", "todas las tomas", "stil", "stimmung", "palette", "musik",
    "alle einstellungen",
)  # fmt: skip
_SHOT_WORDS = (
    "camera", "cinematography", "lens", "lighting", "light", "action", "actions", "dialogue", "dialog", "sound", "audio",
    "background", "background sound", "setting", "location", "subject", "character", "characters", "cast", "wardrobe", "costume",
    "props", "time", "weather", "framing", "composition", "depth of field", "details", "notes", "negative prompt", "lumiere",
    "eclairage", "objectif", "dialogues", "son", "decor", "lieu", "sujet", "personnages", "costumes", "cadrage", "camara",
    "iluminacion", "luz", "dialogo", "sonido", "escenario", "personajes", "vestuario", "encuadre", "acciones", "kamera", "licht",
    "objektiv", "handlung", "ton", "schauplatz", "figuren", "kostume", "bildausschnitt",
)  # fmt: skip
_HEAD = r"[ \t#*_>-]{0,8}"


def _heading(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(sorted(set(words), key=len, reverse=True))
    return re.compile(rf"{_HEAD}(?:{either})(?![a-z])[^\n:.!?]{{0,30}}:")


WHOLE_FILM = _heading(_FILM_WORDS)
"""Begins what is said of the whole film: "Style: …"."""
ABOUT = _heading((*_FILM_WORDS, *_SHOT_WORDS))
"""Begins what is about one side of a picture, not another picture: "Camera: …", "Lumière : …"."""

_ORDINAL = "next|following|second|third|fourth|fifth|sixth|seventh|eighth|last|final"
_SHOT_EN = "shot|scene|clip"
_TAIL = r"[ \t]*[,:]?"
_BLACK = r"(?!(?:\s+the)?\s+(?:black|white|noir|blanc|negro|blanco|schwarz|weiss)\b)"


def _cut(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern}){_TAIL}")


CUTS: tuple[tuple[re.Pattern[str], bool], ...] = (
    # at the start of a clause only: elsewhere "a dress cut to the knee" and "the last shot" of a glass are meant
    (_cut(rf"(?:and\s+)?(?:(?:smash|match|jump|hard|quick)[\s-])?cuts?\s+(?:back\s+)?(?:in)?to\b{_BLACK}"), False),
    (_cut(rf"(?:dissolves?|(?:cross[\s-]?)?fades?|wipes?)\s+(?:in)?to\b{_BLACK}"), False),
    (
        _cut(
            rf"(?:and\s+)?(?:in\s+)?(?:the\s+)?(?:{_ORDINAL}|first|opening)\s+(?:{_SHOT_EN})\b(?!\s+of\s+(?:whisky|tequila|vodka))"
        ),
        False,
    ),
    (_cut(r"(?:next|now|later|after\s+that|afterwards),?\s+we\s+(?:can\s+)?see\b(?!\s+that)"), False),
    (_cut(rf"coup(?:e|ure)\s+sur\b|cut\s+(?:sur|a|au)\b|fondu(?:\s+enchaine)?\s+(?:sur|vers|a|au)\b{_BLACK}"), False),
    (_cut(r"(?:au\s+|dans\s+le\s+|le\s+)?(?:plan\s+suivant|prochain\s+plan)\b"), False),
    (_cut(r"(?:dans\s+la\s+|la\s+)?(?:scene\s+suivante|(?:premiere|deuxieme|troisieme|derniere)\s+scene)\b"), False),
    (_cut(rf"corte\s+a\b|fundido(?:\s+encadenado)?\s+a\b{_BLACK}"), False),
    (
        _cut(
            r"(?:en\s+)?(?:el\s+|la\s+)?(?:(?:siguiente|proxim[oa])\s+(?:plano|toma|escena)|(?:plano|toma|escena)\s+siguiente)\b"
        ),
        False,
    ),
    (_cut(r"(?:en\s+)?la\s+(?:primera|segunda|tercera|ultima)\s+(?:toma|escena)\b"), False),
    (_cut(rf"schnitt\s+(?:auf|zu|zum|zur|in|nach)\b|ue?berblendung\s+(?:auf|zu|zum|zur|in)\b{_BLACK}"), False),
    (
        _cut(
            r"(?:in\s+der\s+|die\s+)?(?:nae?chsten?|zweiten?|dritten?|letzten?|ersten?)\s+(?:einstellung|szene|aufnahme)\b"
        ),
        False,
    ),
    # clear wherever they stand
    (
        _cut(
            rf"(?:and\s+)?(?:then\s+)?(?:we|(?:the\s+)?(?:camera|film|scene|video))\s+(?:then\s+)?cuts?\s+(?:back\s+)?to\b{_BLACK}"
        ),
        True,
    ),
    (_cut(rf"(?:and\s+)?then\s+(?:(?:smash|match|jump|hard|quick)[\s-])?cuts?\s+(?:back\s+)?to\b{_BLACK}"), True),
    (
        _cut(
            rf"(?:and\s+)?(?:then\s+)?the\s+scene\s+(?:then\s+)?(?:changes|shifts|switches|transitions|dissolves|fades)\s+to\b{_BLACK}"
        ),
        True,
    ),
    (_cut(r"(?:and\s+)?(?:then,?\s+we|we\s+then|we\s+next)\s+(?:can\s+)?see\b(?!\s+that)"), True),
    (
        _cut(
            r"(?:et\s+)?(?:puis|ensuite),?\s+(?:on|nous)\s+(?:coupe|voit|voyons|decouvre|decouvrons|retrouve|retrouvons)\b(?:\s+sur\b)?"
        ),
        True,
    ),
    (_cut(r"(?:puis\s+)?(?:on|nous)\s+coup(?:e|ons)\s+sur\b|on\s+voit\s+ensuite\b|nous\s+voyons\s+ensuite\b"), True),
    (
        _cut(
            r"(?:y\s+)?(?:luego|despues|entonces|a\s+continuacion),?\s+(?:vemos|se\s+ve)\b|(?:se\s+corta|cortamos)\s+a\b"
        ),
        True,
    ),
    (
        _cut(
            r"(?:und\s+)?(?:dann|danach|anschliessend)\s+(?:sehen\s+wir|sieht\s+man)\b|wir\s+sehen\s+(?:dann|danach)\b"
        ),
        True,
    ),
)
"""What cuts, and whether it does so in the middle of a clause too."""
