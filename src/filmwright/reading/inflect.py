"""The forms a word takes in a sentence, so that the lexicon holds each word once."""

from __future__ import annotations

_VOWELS = "aeiou"


def english_noun(word: str) -> tuple[str, ...]:
    """The word and its regular plural: "scarf" has its irregular one in the lexicon."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word, word + "es")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return (word, word[:-1] + "ies")
    return (word, word + "s")


def english_verb(phrase: str) -> tuple[str, ...]:
    """ "look around" -> look, looks, looking, looked around; irregular pasts are in the lexicon. The last consonant after one
    short vowel is doubled in words of one syllable ("running")."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = f"{word}k" if word.endswith("c") else word
    if word.endswith("e") and not word.endswith("ee"):
        stem = word[:-1]
    elif len(word) > 2 and sum(c in _VOWELS for c in word) == 1 and word[-2] in _VOWELS and word[-1] not in "aeiouwxy":
        stem = word + word[-1]
    third = english_noun(word)[1]
    past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in _VOWELS else stem + "ed"
    return tuple(form + tail for form in (word, third, stem + "ing", past))


def french_noun(word: str) -> tuple[str, ...]:
    """The word and its regular plural."""
    if word.endswith(("s", "x", "z")):
        return (word,)
    if word.endswith(("eau", "eu")):
        return (word, word + "x")
    if word.endswith("al"):
        return (word, word[:-2] + "aux")
    return (word, word + "s")


def french_adjective(word: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of a regular adjective given in the masculine singular."""
    if word.endswith("e"):
        return (word, word + "s")
    feminine = word[:-1] + "se" if word.endswith("eux") else word[:-1] + "ve" if word.endswith("f") else word + "e"
    if word.endswith("eux"):
        feminine = word[:-1] + "se"
    return (word, *(() if word.endswith(("s", "x")) else (word + "s",)), feminine, feminine + "s")


def french_verb(phrase: str) -> tuple[str, ...]:
    """Third persons, participle and infinitive of a regular -er verb ("marcher" -> marche, marchent, marchant …); any other
    verb is given form by form in the lexicon."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    if not word.endswith("er"):
        return (phrase,)
    stem = word[:-2]
    soft = stem + "e" if stem.endswith("g") else stem
    return tuple(
        f + tail for f in (word, stem + "e", stem + "ent", soft + "ant", soft + "ait", soft + "aient", stem + "era")
    )


_SPANISH_STEMS = {
    "jugar": "jueg", "dormir": "duerm durm", "volar": "vuel", "contar": "cuent", "mover": "muev", "volver": "vuelv",
    "cerrar": "cierr", "despertar": "despiert", "pensar": "piens", "servir": "sirv sirv", "pedir": "pid pid", "seguir": "sigu sigu",
    "perseguir": "persigu persigu", "vestir": "vist vist", "sentar": "sient", "encender": "enciend", "rodar": "rued",
    "probar": "prueb", "morder": "muerd", "regar": "rieg", "fregar": "frieg", "soltar": "suelt", "hervir": "hierv hirv",
    "derretir": "derrit derrit", "acostar": "acuest", "temblar": "tiembl", "envolver": "envuelv", "revolver": "revuelv",
    "remover": "remuev", "sembrar": "siembr", "tropezar": "tropiez", "recostar": "recuest", "encontrar": "encuentr",
    "atravesar": "atravies", "asentir": "asient asint", "negar": "nieg", "herrar": "hierr", "despedir": "despid despid",
    "mecer": "mec", "descender": "desciend", "ascender": "asciend", "verter": "viert virt", "entender": "entiend",
    "tender": "tiend", "oler": "huel", "tener": "tien", "venir": "vien vin", "huir": "huy huy", "construir": "construy construy",
    "destruir": "destruy destruy", "fluir": "fluy fluy", "leer": "le ley", "caer": "ca cay", "soñar": "sueñ",
    "esquiar": "esquí esqui", "guiar": "guí gui", "aullar": "aúll aull", "maullar": "maúll maull", "ir": "v y",
    "reunir": "reún reun", "competir": "compit compit", "sonreír": "sonrí sonri", "reír": "rí ri", "freír": "frí fri",
    "actuar": "actú actu", "erguir": "yergu irgu", "forzar": "fuerz", "colgar": "cuelg", "mostrar": "muestr",
}  # fmt: skip
"""Verbs whose stem changes: that of the present, and where it differs that of the gerund."""
_SPANISH_WHOLE = {
    "ir": ("va", "van", "yendo"),
    "dar": ("da", "dan", "dando"),
    "ver": ("ve", "ven", "viendo"),
    "estar": ("está", "están", "estando"),
    "reír": ("ríe", "ríen", "riendo"),
    "sonreír": ("sonríe", "sonríen", "sonriendo"),
    "freír": ("fríe", "fríen", "friendo"),
}
_SPANISH_BARE = str.maketrans("áéíóú", "aeiou")


def spanish_noun(phrase: str) -> tuple[str, ...]:
    """The phrase and its plural, of its first word alone and of all words up to a preposition ("osos polares", "tazas de té")."""
    words = phrase.split(" ")
    last = next((n for n, w in enumerate(words) if w in ("de", "del", "con", "a", "al", "en", "para")), len(words))
    if last == 0:
        return (phrase,)
    first = " ".join((_spanish_plural(words[0]), *words[1:]))
    every = " ".join((*map(_spanish_plural, words[:last]), *words[last:]))
    return (phrase, first, every)


def _spanish_plural(word: str) -> str:
    if word.endswith(("a", "e", "i", "o", "u", "á", "é", "ó")):
        return word + "s"
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word.endswith(("s", "x")) and not word.endswith(("és", "ús")):
        return word
    return word[:-2] + word[-2:].translate(_SPANISH_BARE) + "es"


def spanish_adjective(phrase: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of an adjective given in the masculine singular; of a phrase its first word."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    if word in ("de", "en", "a", "con", "muy", "por", "sin"):
        return (phrase,)
    forms: tuple[str, ...]
    if word.endswith("o"):
        forms = (word, word[:-1] + "a", word + "s", word[:-1] + "as")
    elif word.endswith(("or", "ón", "és")):
        feminine = word[:-2] + word[-2:].translate(_SPANISH_BARE) + "a"
        forms = (word, _spanish_plural(word), feminine, feminine + "s")
    else:
        forms = (word, _spanish_plural(word))
    return tuple(form + tail for form in forms)


def spanish_verb(phrase: str) -> tuple[str, ...]:
    """Third persons, gerund and infinitive ("dormir" -> duerme, duermen, durmiendo), with "se" for reflexive ones ("se sienta",
    "sentándose"); a phrase that does not begin with an infinitive stays as it is."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    reflexive = word.endswith("se") and word[-3:-2] == "r"
    verb = word[:-2] if reflexive else word
    ending = verb[-2:].translate(_SPANISH_BARE)
    if ending not in ("ar", "er", "ir"):
        return (phrase,)
    whole = _SPANISH_WHOLE.get(verb)
    if whole is not None:
        third, many, gerund = whole
    else:
        stem = verb[:-2]
        present, _, other = _SPANISH_STEMS.get(verb, stem).partition(" ")
        vowel = "a" if ending == "ar" else "e"
        before = other or stem
        third, many = present + vowel, present + vowel + "n"
        gerund = before + ("ando" if ending == "ar" else "endo" if before.endswith(("y", "ñ")) else "iendo")
    if not reflexive:
        return tuple(form + tail for form in (third, many, gerund, word))
    accented = gerund[:-4] + "á" + gerund[-3:] if gerund.endswith("ando") else gerund[:-4] + "é" + gerund[-3:]
    return tuple(
        form + tail for form in (f"se {third}", f"se {many}", f"{accented}se", f"{gerund}se", word, f"se {gerund}")
    )


_GERMAN_PRESENT = {
    "laufen": "läuft", "fahren": "fährt", "schlafen": "schläft", "tragen": "trägt", "halten": "hält", "fangen": "fängt",
    "waschen": "wäscht", "fallen": "fällt", "lassen": "lässt", "verlassen": "verlässt", "graben": "gräbt", "braten": "brät",
    "blasen": "bläst", "schlagen": "schlägt", "lesen": "liest", "sehen": "sieht", "essen": "isst", "fressen": "frisst",
    "geben": "gibt", "nehmen": "nimmt", "treffen": "trifft", "werfen": "wirft", "sprechen": "spricht", "brechen": "bricht",
    "zerbrechen": "zerbricht", "helfen": "hilft", "treten": "tritt", "betreten": "betritt", "stehlen": "stiehlt",
    "wachsen": "wächst", "schmelzen": "schmilzt", "werden": "wird", "haben": "hat", "sein": "ist", "erhalten": "erhält",
    "stoßen": "stößt", "fechten": "ficht", "laden": "lädt", "eislaufen": "läuft eis", "bekommen": "bekommt",
}  # fmt: skip
"""Third persons that change their vowel."""
_GERMAN_LEADS = (
    "mit",
    "in",
    "im",
    "aus",
    "von",
    "auf",
    "unter",
    "bei",
    "zu",
    "zum",
    "zur",
    "am",
    "ohne",
    "aus",
    "wie",
    "um",
)
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "au": "äu"}


def german_noun(phrase: str) -> tuple[str, ...]:
    """The phrase in lower case and its cases and plurals; where a noun may take an umlaut, with and without. Adjectives before it
    take every ending."""
    lead, _, word = phrase.rpartition(" ")
    forms = _german_declined(word.lower())
    leads: tuple[str, ...] = (lead.lower(),)
    if (
        lead
        and " " not in lead
        and lead[0].islower()
        and lead not in _GERMAN_LEADS
        and lead.endswith(("er", "e", "es"))
    ):
        stem = lead[:-1] if lead.endswith("e") else lead[:-2]
        leads = tuple(stem + ending for ending in ("e", "er", "es", "en", "em"))
    return tuple(f"{before} {form}".strip() for before in leads for form in forms)


def _german_declined(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word, word + "n", word + "s")
    if word.endswith("in"):
        return (word, word + "nen", word + "s", word + "e", word + "en")
    if word.endswith(("ung", "heit", "keit", "schaft", "ion", "tät")):
        return (word, word + "en")
    turned = _umlaut(word)
    if word.endswith(("er", "el", "en", "chen", "lein")):
        return tuple(
            form
            for base in (word, *turned)
            for form in ((base, base + "s") if base.endswith("n") else (base, base + "s", base + "n"))
        )
    if word.endswith(("a", "i", "o", "u", "y", "é")):
        return (word, word + "s")
    ends = ("e", "en", "er", "ern")
    return (
        word,
        *(word + end for end in (*ends, "s", "es")),
        *(base + end for base in turned for end in ends),
        *turned,
    )


def _umlaut(word: str) -> tuple[str, ...]:
    """The word with an umlaut in its last syllable that can have one, if any."""
    body = word[:-2] if word.endswith(("er", "el", "en")) else word
    at = max(body.rfind(vowel) for vowel in "aou")
    if at < 0 or any(v in body[at + 1 :].replace("u", "", 1) for v in "eiäöü"):
        return ()
    start = at - 1 if body[at] == "u" and at and body[at - 1] == "a" else at
    if body[at] == "u" and at and body[at - 1] == "e":
        return ()
    return (word[:start] + _UMLAUTS[body[start : at + 1]] + word[at + 1 :],)


def german_adjective(phrase: str) -> tuple[str, ...]:
    """The phrase in lower case with every ending of its adjective ("dunkel" -> dunkle, dunkler …); nouns and phrases that begin with a
    preposition stay as they are."""
    lead, _, word = phrase.rpartition(" ")
    lower = phrase.lower()
    if word[:1].isupper() or phrase.split(" ")[0] in _GERMAN_LEADS:
        return (lower,)
    stem = word[:-2] + word[-1] if word.endswith(("el", "auer", "euer")) else word.removesuffix("e")
    if word == "hoch":
        stem = "hoh"
    before = f"{lead.lower()} " if lead else ""
    return (lower, *(before + stem + ending for ending in ("e", "en", "er", "es", "em")))


def german_described(phrase: str) -> tuple[str, ...]:
    """The forms of a noun if its last word has a capital letter, else those of an adjective."""
    return german_noun(phrase) if phrase.rpartition(" ")[2][:1].isupper() else german_adjective(phrase)


def german_verb(phrase: str) -> tuple[str, ...]:
    """Third persons, infinitive and participle of a phrase with its infinitive at the end, in both word orders: "Gitarre spielen" ->
    spielt gitarre, gitarre spielt, spielen gitarre …; "auf|stehen" -> steht auf, aufsteht, aufstehend. What follows a preposition may
    stand behind the verb ("schauen auf"). Anything else stays as it is."""
    words = phrase.lower().split(" ")
    at = next(
        (n for n in (len(words) - 1, len(words) - 2) if n >= 0 and words[n].endswith("n") and len(words[n]) > 3), -1
    )
    if at < 0 or (at < len(words) - 1 and words[-1] not in ("auf", "mit", "gegen", "durch", "an")):
        return (phrase.lower(),)
    with_what = " ".join(words[:at])
    after = words[-1] if at < len(words) - 1 else ""
    prefix, _, verb = words[at].rpartition("|")
    third = _GERMAN_PRESENT.get(verb) or _german_third(verb)
    orders: list[str] = []
    for form in (third, verb, verb + "d"):
        orders += [f"{form} {with_what} {prefix} {after}"] if form != verb + "d" else []
        orders.append(f"{with_what} {prefix}{form} {after}")
    if prefix:
        orders.append(f"{with_what} {prefix}zu{verb} {after}")
    return tuple(" ".join(order.split()) for order in orders)


def _german_third(verb: str) -> str:
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    hard = stem.endswith(("t", "d")) or (stem.endswith(("m", "n")) and stem[-2] not in "aeiouäöülrhmn")
    return stem + ("et" if hard else "t")
