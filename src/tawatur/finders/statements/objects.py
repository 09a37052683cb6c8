"""Objects: a content that is the bare noun phrase behind its verb, and the nouns that can be one."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene, is_definite, past_bracket
from tawatur.lexicon.speech import Part, Sense, Teller

_STOPS = frozenset((".", "!", "?", "؟", "؛"))
_QUALITY = "ية"
_ACCUSATIVE = "ا"
_FIRST = "الاول"
_NO_OBJECTS = ("ها", "نا", "هما", "يا")
_IN = "في"
_LONG = 5


def object_at(scene: Scene, sense: Sense, cue: Cue, limit: int) -> Opening | None:
    """The bare noun phrase that is the content of a verb with an object."""
    entry = sense.entry
    i = cue.last - 1
    while i + 1 < limit:
        i += 1
        form = scene.forms[i]
        if i == cue.last and i in scene.opened and not entry.needs and _is_quoted_thing(scene, i, limit):
            return Opening(Leads.OBJECT, i, i, scene.starts[i])
        if i in scene.covered:
            continue
        if i in scene.opened and scene.forms[i - 1] in scene.words.titled:
            i = scene.opened[i].last
            continue
        if form in _STOPS or form in scene.words.complementisers or form in scene.words.relatives:
            return None
        if form == "(":
            i = past_bracket(scene, i, limit) - 1
            continue
        if i > cue.last and not _ends_phrase(scene, i - 1) and not _begins_anew(scene, i, cue):
            continue
        if entry.predicate and sense.part is Part.PARTICIPLE and i == cue.last and is_definite(form):
            return Opening(Leads.OBJECT, i, i, scene.starts[i])
        if _tells_in_what(scene, i):
            continue
        if entry.needs:
            if form in entry.needs or form[:-1] in entry.needs or form[:-2] in entry.needs:
                return Opening(Leads.OBJECT, i, i, scene.starts[i])
            continue
        if (is_deed(scene, form) or (not entry.predicate and _is_quality(scene, i, cue))) and not (
            i == cue.last and scene.is_teller(form)
        ):
            return Opening(Leads.OBJECT, i, i, scene.starts[i])
        apart = i > cue.last or sense.part is Part.PARTICIPLE
        if entry.deeds and apart and form.startswith(ARTICLE) and _is_deed_told(scene, i):
            return Opening(Leads.OBJECT, i, i, scene.starts[i])
    return None


def _tells_in_what(scene: Scene, i: int) -> bool:
    """المناطق الأكثر تضررا: an accusative that belongs to the elative before it."""
    before = scene.forms[max(0, i - 2) : i]
    return scene.forms[i].endswith(_ACCUSATIVE) and any(
        form.removeprefix(ARTICLE) in scene.words.elatives for form in before
    )


def _is_quoted_thing(scene: Scene, i: int, limit: int) -> bool:
    """يؤكد «الدعم القوي» من حكومته: a few quoted words are the object that goes on behind them."""
    quotation = scene.opened[i]
    after = quotation.last + 1
    return (
        quotation.last - quotation.first > 1
        and after < limit
        and scene.forms[after] in scene.words.prepositions
    )


def _is_quality(scene: Scene, i: int, cue: Cue) -> bool:
    """أثبتت التجارب فعالية اللقاح: a bare word in ية behind a definite one is no adjective of it."""
    form = scene.forms[i]
    return (
        i > cue.last and form.endswith(_QUALITY) and not is_definite(form) and is_definite(scene.forms[i - 1])
    )


def _begins_anew(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether a noun cannot belong to the indefinite one before it: مسؤول حكومي الأنباء، محلل ارتفاعا."""
    before = scene.forms[i - 1]
    occasion = before in scene.words.occasions and scene.forms[i - 2] == _IN
    if _is_accusative_deed(scene, scene.forms[i]) or (occasion and scene.forms[i] in scene.words.deeds):
        return True
    if scene.forms[i].startswith(ARTICLE):
        return i > cue.last + 1 and before.endswith("ي") and not scene.is_teller(before)
    return i == cue.last + 1 and scene.tellers(before) == {Teller.PEOPLE}


def _is_deed_told(scene: Scene, i: int) -> bool:
    """Whether a definite noun is what a verb is about: a deed, or any thing right after a name."""
    form = scene.forms[i]
    adjective = form.endswith(("ي", "ية", "ين", "ون")) or form.startswith(_FIRST)
    if form in scene.words.deeds or (not adjective and is_deed(scene, form.removeprefix(ARTICLE))):
        return True
    after_name = any(name.last == i for name in map(scene.names.get, range(max(0, i - 5), i)) if name)
    return after_name and not scene.is_teller(form) and not adjective


def withheld_at(scene: Scene, sense: Sense, cue: Cue, limit: int) -> Opening | None:
    """What is not clear, known or specified: anything that is said after the verb and its subject."""
    i = cue.last
    while i < limit and (scene.forms[i] in scene.words.asides or scene.forms[i] in COMMAS):
        if scene.is_connective(scene.forms[i]):
            return None
        i += 1
    if not sense.entry.impersonal and i < limit and (i in scene.names or scene.is_teller(scene.forms[i])):
        i = scene.names[i].last if i in scene.names else i + 1
        while i < limit and not _ends_phrase(scene, i - 1):
            i += 1
        while i < limit and (scene.forms[i].startswith(ARTICLE) or i in scene.times or i in scene.names):
            i = scene.names[i].last if i in scene.names else i + 1
    if i >= limit or scene.starts_with(i, scene.phrases.connectives, limit):
        return None
    if scene.forms[i][0].isalpha() and scene.forms[i] not in scene.words.complementisers:
        return Opening(Leads.OBJECT, i, i, scene.starts[i])
    return None


def _ends_phrase(scene: Scene, i: int) -> bool:
    """Whether a noun phrase can end with token i: a definite word, a name, a time, a sign."""
    form = scene.forms[i]
    if is_definite(form) or not form[0].isalpha():
        return True
    words = scene.words
    if form in words.days or form in words.backward or form in words.adverbs:
        return True
    if form == "قبل" and i > 0 and scene.forms[i - 1] == "من":
        return True
    if form in scene.words.asides:
        return False
    if form.endswith(("ها", "هم", "ه", "ية")):
        return True
    near = range(max(0, i - 5), i + 1)
    timed = any(scene.times.get(j) == i + 1 for j in near)
    return timed or any(found.last == i + 1 for found in map(scene.names.get, near) if found)


def is_deed(scene: Scene, form: str) -> bool:
    """Whether a bare word names a deed or a state: a verbal noun by its shape or by the lexicon."""
    stem = without_pronoun(form)
    if _is_accusative_deed(scene, form):
        return True
    if stem in scene.words.deeds or (
        stem != form and stem.endswith("ت") and stem[:-1] + "ة" in scene.words.deeds
    ):
        return True
    plural = form.endswith(("ون", "ين")) and form[0] != "ت"
    if form.startswith(ARTICLE) or plural or len(form) < 5 or scene.is_teller(form):
        return False
    if stem != form and len(stem) == 4 and stem.startswith("ت"):
        return True
    if stem == form:
        return _has_shape(form)
    held = stem[:-1] + "ة" if stem.endswith("ت") else stem
    return _has_shape(form) or stem in scene.words.deeds or _has_shape(stem) or _has_shape(held)


def _is_accusative_deed(scene: Scene, form: str) -> bool:
    """تراجعا، ارتفاعا، نموا: a verbal noun with the ending of an object, no ground such as احتجاجا."""
    stem = form[:-1]
    if not form.endswith(_ACCUSATIVE) or form.endswith(_NO_OBJECTS) or form.startswith(ARTICLE):
        return False
    if form in scene.words.grounds:
        return False
    return stem in scene.words.deeds or (
        len(stem) >= _LONG and not scene.is_teller(stem) and _has_shape(stem)
    )


def without_pronoun(form: str) -> str:
    """A form without the pronoun at its end, if what is left is long enough to be a word."""
    for pronoun in ("هما", "هم", "ها", "ه"):
        if form.endswith(pronoun) and len(form) - len(pronoun) > 2:
            return form[: -len(pronoun)]
    return form


def _has_shape(form: str) -> bool:
    """The shapes of verbal nouns from the second to the tenth pattern."""
    core = form[:-1] if form.endswith("ة") else form
    if form[0] == "ا":
        if form.startswith("است") and len(core) >= 5:
            return True
        if len(core) == 5 and core[3] == "ا":
            return True
        if len(core) == 6 and core[4] == "ا" and (core[1] == "ن" or core[2] in "تطدص"):
            return True
        return len(core) == 4 and form.endswith("ة") and core[2] == "ا"
    if form[0] == "ت":
        return len(form) == 5 and (form[3] == "ي" or form[2] == "ا")
    return form[0] == "م" and form.endswith("ة") and len(form) == 6 and form[2] == "ا"
