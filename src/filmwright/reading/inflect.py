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
    stem = word
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
