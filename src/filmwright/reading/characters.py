"""The characters of a screenplay: who they are, and how a shot says it so that they stay the same from shot to shot.

MARIA, 30s, red coat, is told once in the screenplay and in every shot here: "Maria, a woman in her 30s in a red coat, …".
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from filmwright import concepts
from filmwright.reading.fountain import Screenplay
from filmwright.reading.tokens import plain, tokenize
from filmwright.reading.vocabulary import Vocabulary


@dataclass(frozen=True)
class Glue:
    """The words that tie a shot's text together in one language. `nouns` and `possessive` are by sex ("" where nobody knows),
    `again` says a noun a second time ("the woman") where that needs no declension; `female` and `male` are the pronouns. `decade`
    says an age in tens ("" where the words already do), `years` one in years, `dressed` leads to clothes. `times` goes from the
    times of headings to what the reader reads, `goes_on` are words for the time of the scene before. `place_in`: articles follow
    the English rule and a place is told with its preposition."""

    talks: str
    then: str
    being: str
    to: tuple[str, ...]
    interior: str
    exterior: str
    nouns: Mapping[str, str]
    female: frozenset[str]
    male: frozenset[str]
    possessive: Mapping[str, str]
    again: Mapping[str, str]
    decade: str
    years: str
    dressed: str
    articles: tuple[str, ...]
    times: Mapping[str, str]
    goes_on: frozenset[str]
    pauses: frozenset[str]
    place_in: bool = False


@dataclass(frozen=True)
class Role:
    """Somebody in a screenplay. `name` as its cues write it; `phrase` says who that is ("a woman in her 30s in a red coat"), ""
    if nobody can know; `again` how to speak of the same person once more ("the woman"). `described` are the words of the screenplay
    that said who it is; `common`: the name is a noun for a person ("OLD MAN") and needs no explanation; `aliases` are longer
    or shorter forms of the name ("DETECTIVE SARAH KLEIN" of "SARAH")."""

    name: str
    phrase: str = ""
    again: str = ""
    described: str = ""
    common: bool = False
    aliases: tuple[str, ...] = ()

    def subject(self, glue: Glue) -> str:
        """The name as the subject of a sentence, with an article if it is a noun."""
        if not self.common:
            return spoken_name(self.name)
        low = self.name.lower()
        return low if low.split()[0] in glue.articles else f"{glue.articles[0]} {low}".strip()


def spoken_name(name: str) -> str:
    """A name in capitals as people write it: "MARIA" -> "Maria", "JEAN-LUC" -> "Jean-Luc"; "McAdam" stays."""
    if name != name.upper():
        return name
    return re.sub(r"[^\W\d_]+(?:['’][sS]\b)?", lambda m: m.group()[0] + m.group()[1:].lower(), name)


DESCRIBING = (
    "garment",
    "color",
    "age",
    "build",
    "complexion",
    "hair_color",
    "hair_length",
    "hair_style",
    "hair",
    "beard",
    "person",
)
ADJECTIVES = ("age", "build", "complexion")
_AGE = re.compile(
    r"(?:(?:early|mid|late)[ -])?(?P<decade>[1-9]0)['’]?s"
    r"|(?P<years>[0-9]{1,3})(?:[ -](?:years?(?:[ -]old)?|ans|años|anos|jahre)(?: alt)?)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|#?[0-9]+")
_LEADS = frozenset((
    "a", "an", "in", "with", "wearing", "dressed", "un", "une", "en", "avec", "vetu", "vetue", "habille", "habillee", "portant", "una",
    "con", "vestido", "vestida", "ein", "eine", "mit", "im", "gekleidet",
))  # fmt: skip
LONGEST_SEGMENT = 8  # words; a longer one tells what happens (chosen)
GROWN_UP = 18  # years


def roles(screenplay: Screenplay, known: Vocabulary, glue: Glue) -> list[Role]:
    """Everybody who speaks, and everybody whom the action introduces in capitals with an age or a parenthesis."""
    action = [beat.text for scene in screenplay.scenes for beat in scene.beats if beat.kind == "action"]
    cues = list(dict.fromkeys(bare_name(name, glue) for name in screenplay.characters))
    told_of: dict[str, str] = {}
    for text in action:
        for run, start in _capitals(text):
            name, after = bare_name(run, glue), _description(text[start:], known)
            if after and (name in cues or after.lstrip()[0] == "(" or _AGE.match(after.strip(" ,("))):
                told_of.setdefault(name, after)
    names = list(dict.fromkeys((*cues, *told_of)))
    main = {name: _same(name, names, known) for name in names}
    made: list[Role] = []
    for name in names:
        if main[name] != name:
            continue
        aliases = tuple(other for other in names if other != name and main[other] == name)
        described = next((told_of[n] for n in (name, *aliases) if n in told_of), "")
        made.append(_role(name, aliases, described, action, names, known, glue))
    return made


def bare_name(name: str, glue: Glue) -> str:
    """A name without the article before it: "A BEAT COP" is BEAT COP."""
    first, _, rest = name.partition(" ")
    return (
        rest if rest and first.lower() in (*glue.articles, *(noun.split()[0] for noun in glue.nouns.values())) else name
    )


def _same(name: str, names: Sequence[str], known: Vocabulary) -> str:
    """The first of the names that a name is a longer or shorter form of: SARAH of DETECTIVE SARAH KLEIN."""
    words = set(name.split())
    for other in names:
        theirs = set(other.split())
        if other == name or (
            (words < theirs or theirs < words) and not (_is_noun(name, known) or _is_noun(other, known))
        ):
            return other
    return name


def _is_noun(name: str, known: Vocabulary) -> bool:
    """Whether a name says what kind of person somebody is: whether its last word does ("OLD MAN", "COP #2")."""
    words = [token for token in tokenize(name) if token.number is None]
    return bool(words) and "person" in _kinds(words[-1].key, known)


def told(text: str, cast: Sequence[Role], glue: Glue) -> tuple[str, tuple[Role, ...]]:
    """What happens in a shot with everybody's description at the first mention, and who is in it."""
    by_spelling = {spelling: role for role in cast for spelling in _spellings(role)}
    if not by_spelling:
        return text, ()
    either = "|".join(re.escape(s) for s in sorted(by_spelling, key=len, reverse=True))
    named = {by_spelling[found.group()].name for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text)}
    pieces: list[str] = []
    later: list[str] = []
    there: list[Role] = []
    at = 0
    for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text):
        if found.start() < at:
            continue
        role = by_spelling[found.group()]
        name = role.name.lower() if role.common else spoken_name(role.name)
        if role in there and [r.again for r in cast if r.name in named].count(role.again) == 1 and role.again:
            begins = re.search(r"(?:^|[.!?…])\s*$", text[: found.start()]) is not None
            name = role.again[:1].upper() + role.again[1:] if begins else role.again
        pieces += [_quiet_article(text[at : found.start()], glue), name]
        at = found.end()
        if text[at : at + 2] in ("'S", "’S"):
            text = text[:at] + text[at : at + 2].lower() + text[at + 2 :]
        first = role not in there
        if role.described and text.startswith(role.described, at):
            at += len(role.described)
        if first:
            there.append(role)
        if first and role.phrase and text[at : at + 1] in ("'", "’"):
            later.append(f" {name[:1].upper()}{name[1:]} {glue.being} {role.phrase}.")
        elif first and role.phrase:
            pieces.append(f", {role.phrase}" + ("" if re.match(r"\s*([,.;:!?)]|$)", text[at:]) else ","))
    whole = "".join([*pieces, text[at:], *later])
    return re.sub(r"\s+", " ", whole[:1].upper() + whole[1:]).strip(), tuple(there)


def _quiet_article(before: str, glue: Glue) -> str:
    """The words before a name, the article among them no longer in capitals: "UN GARÇON" is un garçon."""
    head, space, last = before.rstrip().rpartition(" ")
    if last != last.upper() or bare_name(f"{last} x", glue) != "x":
        return before
    quiet = last.lower() if head and head.rstrip()[-1] not in ".!?…" else last.capitalize()
    return f"{head}{space}{quiet} "


def _spellings(role: Role) -> tuple[str, ...]:
    spellings = [form for name in (role.name, *role.aliases) for form in (name, spoken_name(name))]
    return (*spellings, *([role.name.lower()] if role.common else []))


def _capitals(text: str) -> Iterator[tuple[str, int]]:
    """Runs of words in capitals, and where each ends."""
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text), None]:
        upper = word is not None and word.group() == word.group().upper()
        joined = bool(run) and word is not None and text[run[-1].end() : word.start()] == " "
        if word is not None and upper and (joined or not run) and (run or word.group()[0].isalpha()):
            run.append(word)
            continue
        if run:
            name = text[run[0].start() : run[-1].end()].rstrip(".'’-")
            if sum(c.isalpha() for c in name) > 1:
                yield name, run[0].start() + len(name)
        run = [word] if word is not None and upper and word.group()[0].isalpha() else []


def _description(after: str, known: Vocabulary) -> str:
    """What follows a name and describes who that is: " (30s, red coat)" or ", 30s, red coat,"; "" if nothing does."""
    inside = re.match(r"\s*\([^()]{1,200}\)", after)
    at = inside.end() if inside else 0
    while segment := re.compile(r"\s*,\s*([^,.;:!?()]+)(?=([,.;:!?]|$))").match(after, at):
        if not _describes(segment[1], known):
            break
        at = segment.end()
    return after[:at]


def _describes(segment: str, known: Vocabulary) -> bool:
    words = [plain(t.key) for t in tokenize(segment)]
    if not words or len(words) > LONGEST_SEGMENT:
        return False
    if _AGE.fullmatch(segment.strip()) or words[0] in _LEADS:
        return True
    if "action" in _kinds(words[0], known):
        return False
    return any(kind in DESCRIBING for word in words for kind in _kinds(word, known))


def _kinds(word: str, known: Vocabulary) -> list[str]:
    return [sense.kind for sense in known.phrases.get((word,), ())]


def _role(
    name: str,
    aliases: tuple[str, ...],
    described: str,
    action: Sequence[str],
    names: Sequence[str],
    known: Vocabulary,
    glue: Glue,
) -> Role:
    segments = [part for piece in re.split(r"[,;()]", described) if (part := piece.strip(" ."))]
    noun = _person_noun(name, known) if _is_noun(name, known) else ""
    titles = [] if noun else [title for n in (name, *aliases) if (title := _person_noun(n, known))]
    head = next((s for s in segments if _person_noun(s, known)), "")
    sex = next(filter(None, (_sex_of_noun(word, known) for word in (noun, _person_noun(head, known)))), "")
    sex = sex or _sex_by_pronoun(described, glue) or next(filter(None, map(_sex_of_name, (name, *aliases))), "")
    sex = sex or next(filter(None, (_sex_of_noun(title, known) for title in titles)), "")
    sex = sex or _sex_in_action(name, action, [n for n in names if n not in aliases], glue)
    ages = [age for segment in segments if (age := _AGE.fullmatch(segment))]
    young = any(age["years"] and int(age["years"]) < GROWN_UP for age in ages)
    who = {"female": "girl", "male": "boy", "": "child"}[sex] if young else sex or "somebody"
    if noun:
        start = ""
    elif head:
        start = (
            head
            if head.split()[0].lower() in (*_LEADS, *glue.articles)
            else f"{_indefinite(sex, head, glue)} {head}".strip()
        )
    else:
        start = glue.nouns[who]
    rest = [s for s in segments if s != head]
    again = glue.again.get(glue.nouns[who if not head else sex or "somebody"], "")
    phrase = _phrase(start, rest, sex, known, glue)
    return Role(name, phrase, "" if noun else again, described, bool(noun), aliases)


def _phrase(start: str, segments: Sequence[str], sex: str, known: Vocabulary, glue: Glue) -> str:
    """ "a tall woman in her 30s in a red coat" of "a woman" and ["tall", "30s", "red coat"]."""
    phrase, loose = start, []
    for segment in segments:
        age = _AGE.fullmatch(segment)
        words = [plain(t.key) for t in tokenize(segment)]
        kinds = [_kinds(word, known) for word in words]
        low = segment[:1].lower() + segment[1:]
        if age and age["decade"] and glue.decade:
            phrase += " " + glue.decade.format(glue.possessive[sex], segment.lower().replace("-", " "))
        elif age and age["years"] and glue.place_in and start:
            phrase = _before_noun(phrase, f"{age['years']}-year-old")
        elif age and age["years"]:
            phrase += " " + glue.years.format(age["years"])
        elif words and words[0] in _LEADS:
            phrase += f" {low}"
        elif glue.place_in and start and all(any(k in ADJECTIVES for k in kind) for kind in kinds):
            phrase = _before_noun(phrase, low)
        elif any("garment" in kind for kind in kinds):
            phrase += f" {glue.dressed} " + (_with_article(low) if glue.place_in else low)
        else:
            loose.append(low)
    return ", ".join([phrase.strip(), *loose] if phrase.strip() else loose)


def _before_noun(phrase: str, adjective: str) -> str:
    """ "a tall woman" of "a woman" and "tall"."""
    article, _, noun = phrase.partition(" ")
    if article not in ("a", "an"):
        return f"{phrase}, {adjective}"
    return f"{'an' if adjective[0] in 'aeiou8' else 'a'} {adjective} {noun}"


def _with_article(words: str) -> str:
    if words.endswith("s") and not words.endswith("ss"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _indefinite(sex: str, head: str, glue: Glue) -> str:
    """The article of a person as the nouns of the language have it."""
    article = glue.nouns[sex or "somebody"].split()[0]
    return ("an" if head[0].lower() in "aeiou" else "a") if glue.place_in else article


def _person_noun(words: str, known: Vocabulary) -> str:
    """The word in a phrase that names a person by kind ("man" in "OLD MAN"), or ""."""
    for token in reversed(tokenize(words)):
        if "person" in _kinds(token.key, known):
            return token.key
    return ""


def _sex_of_noun(noun: str, known: Vocabulary) -> str:
    for sense in known.phrases.get((noun,), ()) if noun else ():
        if sense.kind != "person":
            continue
        if sense.get("sex"):
            return sense.get("sex") or ""
        above = list(concepts.ancestors("person", sense.value))
        if "woman" in above or "girl" in above:
            return "female"
        if "man" in above or "boy" in above:
            return "male"
    return ""


def _sex_by_pronoun(text: str, glue: Glue) -> str:
    """The sex of the first pronoun of a text, or ""."""
    for token in tokenize(text):
        if token.key in glue.female:
            return "female"
        if token.key in glue.male:
            return "male"
    return ""


def _sex_of_name(name: str) -> str:
    words = re.split(r"[\s-]+", plain(name.lower()))
    return next((sex for word in words for sex in ("female", "male") if word in _given_names()[sex]), "")


@cache
def _given_names() -> Mapping[str, frozenset[str]]:
    text = resources.files("filmwright").joinpath("data", "names.toml").read_text(encoding="utf-8")
    return {sex: frozenset(names.split()) for sex, names in tomllib.loads(text).items()}


def _sex_in_action(name: str, action: Sequence[str], names: Sequence[str], glue: Glue) -> str:
    """What the pronoun says that begins a later sentence of action that names nobody else; "" if none does."""
    for text in action:
        there = [
            other
            for other in names
            if re.search(rf"(?<!\w)(?:{re.escape(other)}|{re.escape(spoken_name(other))})(?!\w)", text)
        ]
        if there == [name]:
            at = max(text.find(name), text.find(spoken_name(name)))
            tokens = tokenize(text[at:])
            first = [b.key for a, b in itertools.pairwise(tokens) if a.sentence != b.sentence]
            if sex := next((_sex_by_pronoun(word, glue) for word in first if _sex_by_pronoun(word, glue)), ""):
                return sex
    return ""


def _nouns(female: str, male: str, girl: str, boy: str, child: str, somebody: str) -> dict[str, str]:
    return {"female": female, "male": male, "girl": girl, "boy": boy, "child": child, "somebody": somebody}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GLUE = {
    "en": Glue(
        talks="talks", then="Then", being="is", to=("to ",), interior="interior", exterior="exterior",
        nouns=_nouns("a woman", "a man", "a girl", "a boy", "a child", "a person"),
        again={
            "a woman": "the woman", "a man": "the man", "a girl": "the girl", "a boy": "the boy", "a child": "the child",
            "a person": "the person",
        },
        female=_words("she her hers herself"), male=_words("he him his himself"),
        possessive={"female": "her", "male": "his", "": "their"}, decade="in {} {}", years="{} years old", dressed="in",
        articles=("the", "a", "an"), place_in=True,
        times={
            "day": "in daylight", "night": "at night", "morning": "in the morning", "afternoon": "in the afternoon",
            "evening": "in the evening", "dawn": "at dawn", "dusk": "at dusk", "noon": "at noon", "midday": "at noon",
            "midnight": "at midnight", "sunset": "at sunset", "sunrise": "at sunrise", "twilight": "at twilight",
            "golden hour": "at golden hour", "magic hour": "at magic hour", "late night": "late at night",
        },
        goes_on=_words("later continuous same moments"), pauses=_words("beat pause silence cont'd"),
    ),
    "fr": Glue(
        talks="parle", then="Puis", being="est", to=("à ", "a ", "au "), interior="intérieur", exterior="extérieur",
        nouns=_nouns("une femme", "un homme", "une fille", "un garçon", "un enfant", "une personne"),
        again={"une femme": "la femme", "un homme": "l'homme", "une fille": "la fille", "une personne": "la personne"},
        female=_words("elle"), male=_words("il lui"),
        possessive={"female": "sa", "male": "sa", "": "sa"}, decade="", years="de {} ans", dressed="en",
        articles=("le", "la", "les", "l", "un", "une"),
        times={"jour": "en plein jour", "nuit": "la nuit", "matin": "le matin", "soir": "le soir", "aube": "à l'aube", "midi": "à midi",
               "minuit": "à minuit", "crépuscule": "au crépuscule", "après-midi": "l'après-midi"},
        goes_on=_words("tard continu suite même"), pauses=_words("temps pause silence"),
    ),
    "es": Glue(
        talks="habla", then="Luego", being="es", to=("a ", "al "), interior="interior", exterior="exterior",
        nouns=_nouns("una mujer", "un hombre", "una niña", "un niño", "un niño", "una persona"),
        again={"una mujer": "la mujer", "una niña": "la niña", "una persona": "la persona"},
        female=_words("ella"), male=_words("él"),
        possessive={"female": "sus", "male": "sus", "": "sus"}, decade="", years="de {} años", dressed="con",
        articles=("el", "la", "los", "las", "un", "una"),
        times={"día": "de día", "dia": "de día", "noche": "de noche", "mañana": "por la mañana", "tarde": "por la tarde",
               "amanecer": "al amanecer", "atardecer": "al atardecer", "anochecer": "al anochecer", "mediodía": "a mediodía"},
        goes_on=_words("continúa continua continuo después luego mismo"), pauses=_words("pausa silencio"),
    ),
    "de": Glue(
        talks="spricht", then="Dann", being="ist", to=("zu ", "zum ", "zur "), interior="innen", exterior="außen",
        nouns=_nouns("eine Frau", "ein Mann", "ein Mädchen", "ein Junge", "ein Kind", "eine Person"),
        again={},
        female=_words("sie ihr"), male=_words("er ihm ihn sein"),
        possessive={"female": "ihren", "male": "seinen", "": "ihren"}, decade="", years="{} Jahre alt", dressed="mit",
        articles=("der", "die", "das", "ein", "eine"),
        times={"tag": "am Tag", "nacht": "nachts", "morgen": "am Morgen", "abend": "am Abend", "mittag": "mittags",
               "nachmittag": "am Nachmittag", "dämmerung": "in der Dämmerung", "mitternacht": "um Mitternacht"},
        goes_on=_words("später weiter gleich fortlaufend"), pauses=_words("pause stille"),
    ),
}  # fmt: skip
"""By language."""
