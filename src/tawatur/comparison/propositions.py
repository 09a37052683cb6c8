"""What each statement puts forward, clause by clause."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from tawatur.comparison.contents import Content, Told
from tawatur.comparison.tellers import ANONYMOUS
from tawatur.comparison.terms import stems
from tawatur.model import Act, Pointer, Span, Statement
from tawatur.text import fold

_MOVED = (Act.FEEL, Act.WARN, Act.DEMAND, Act.PLEDGE, Act.ACCUSE, Act.ANNOUNCE)
_WISHES = {Act.DEMAND: "demand", Act.PLEDGE: "pledge"}
_RESPONSIBLE, _REJECT = "responsible", "reject"
_STATING = (Act.SAY, Act.OPINE, Act.AFFIRM, Act.ANNOUNCE)
_WILL, _FUTURE = "سوف", ("سي", "ست", "سن")
_MAY, _PRESENT = "قد", ("ي", "ت", "ن")
_HEAD = 5
_LEAST_KEYS = 2
_LOOK_BACK = 6
_GAP = 40
_FEW = 3
_IT = ("ه", "ها")
_THEIRS = (*_IT, "هم")
_OF_OTHERS = (Act.ACCUSE, Act.WITHHOLD)


Counted = tuple[str, float | None, float | None]


class Proposition(msgspec.Struct, frozen=True):
    """One clause of a statement: ``cue`` points at the statement.

    ``keys`` are the words of the clause, and the ``attitude`` where the cue tells one: who condemns an
    attack says something else of it than who claims it. ``speaker`` is an identity, ``teller`` the keys
    of who speaks, ``side`` who stands behind him; ``wish`` is ``demand`` or ``pledge`` where the clause
    tells what shall be, None where it tells what is, and ``ahead`` whether it is told as future;
    ``against`` where the statement denies or withholds it, ``opposites`` the concepts that cannot hold
    beside its own, ``counted`` the measures of which it gives figures, with their bounds; ``owned``
    where it is the speaker's own deed that he claims or denies; ``borrowed`` where the clause is not
    the statement's own but what it refers back to.
    """

    cue: Pointer
    statement: Statement
    content: Content
    keys: frozenset[str]
    substance: frozenset[str]
    attitude: frozenset[str] = frozenset()
    speaker: str | None = None
    teller: frozenset[str] = frozenset()
    wish: str | None = None
    ahead: bool = False
    possible: bool = False
    refused: bool = False
    against: bool = False
    opposites: frozenset[str] = frozenset()
    side: str | None = None
    counted: frozenset[Counted] = frozenset()
    owned: bool = False
    borrowed: bool = False
    outlet: str | None = None


def propositions(told: Told) -> Iterator[Proposition]:
    """The propositions of all statements of an article, in order.

    "نفت الوزارة ذلك" puts forward what the statement before it said, and denies it. A clause that
    another statement makes inside this one is left to that one.
    """
    statements = sorted(told.reading.statements, key=lambda statement: statement.cue)
    speaking = [statement for statement in statements if statement.content]
    cues = [statement.cue.start for statement in speaking]
    for number, statement in enumerate(statements):
        if _keeps_name(told, statement) or _is_scripture(told, statement):
            continue
        own = list(_clauses(told, statement))
        if _opposes(statement) and _points_back(told, statement, own):
            for content in _antecedent(told, statement, statements[max(0, number - _LOOK_BACK) : number]):
                yield _proposition(told, statement, content, borrowed=True)
        inner = [
            other
            for part in statement.content
            for other in speaking[bisect_left(cues, part.start) : bisect_left(cues, part.end)]
            if other is not statement
        ]
        for content in _denied(statement, own) if statement.act is Act.DENY else own:
            if statement.act is Act.DENY or not any(_tells(other, content) for other in inner):
                yield _proposition(told, statement, content, borrowed=False)


def _tells(inner: Statement, content: Content) -> bool:
    """Whether a clause tells that ``inner`` was made, or what it says: "ذكر أن الوزير قال إن"."""
    place = content.place
    said = any(part.start < place.end and place.start < part.end for part in inner.content)
    return said or place.start <= inner.cue.start < place.end


def _clauses(told: Told, statement: Statement) -> Iterator[Content]:
    """The clauses of a content that say something beyond "ذلك" and "هذه الأنباء".

    "دان الوزير الهجوم" says enough by its cue.
    """
    least = _LEAST_KEYS - int(bool(_named_attitude(told, statement)))
    for part in _joined(statement.content):
        for clause in told.clauses(part):
            content = told.content(clause)
            says = content.substance and len(content.keys) >= least
            refers = _refers_back(told, clause) or _prays(told, clause)
            if says and not refers and not _only_adds(told, clause, part):
                yield content


def _is_scripture(told: Told, statement: Statement) -> bool:
    """Whether the words are quoted from scripture: "قال الله تعالى"."""
    speaker = fold((statement.speaker or "").removeprefix(ANONYMOUS)).split()[:1]
    return not told.terms.meaning.scripture.isdisjoint(speaker)


def _prays(told: Told, clause: Span) -> bool:
    """Whether a clause asks God for something: "نسأل الله أن يتقبلهم"."""
    meaning = told.terms.meaning
    forms = [told.tokens.forms[i] for i in told.range(clause)]
    named = not meaning.scripture.isdisjoint(forms)
    return named and any(not meaning.prayers.isdisjoint(stems(form)) for form in forms)


def _only_adds(told: Told, clause: Span, whole: Span) -> bool:
    """Whether a later clause only adds when, where or why: "في الدورة الثانية من الانتخابات"."""
    words = [told.tokens.forms[i] for i in told.range(clause) if told.tokens.forms[i][0].isalpha()]
    return clause.start > whole.start and bool(words) and words[0] in told.terms.meaning.adding


def _joined(parts: tuple[Span, ...]) -> list[Span]:
    """The parts of a content, those that only a few words part taken together."""
    joined: list[Span] = []
    for part in sorted(parts):
        if joined and part.start - joined[-1].end <= _GAP:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return joined


def _keeps_name(told: Told, statement: Statement) -> bool:
    """Whether no claim is withheld but the speaker's own name, or what the matter is like.

    "رفض الكشف عن هويته", "لم تعرف طبيعته".
    """
    meaning = told.terms.meaning
    words = [told.tokens.forms[i] for part in statement.content for i in told.range(part)]
    like = len(words) == 1 and words[0].endswith(_THEIRS) and not meaning.aspects.isdisjoint(stems(words[0]))
    return statement.act is Act.WITHHOLD and (like or any(word in meaning.own_name for word in words[:3]))


def _points_back(told: Told, statement: Statement, own: list[Content]) -> bool:
    """Whether a denial refers to what was said before it: "نفته", "نفى ذلك", "لم تؤكد وصولهم".

    Who will not speak of "القضية" withholds nothing that was said.
    """
    words = [told.tokens.forms[i] for part in statement.content for i in told.range(part)]
    if own:
        return len(own[0].keys) <= _FEW and any(word in told.terms.meaning.back_references for word in words)
    cue = told.tokens.forms[max(told.range(statement.cue), default=0)]
    back = told.terms.meaning.back_references
    return cue.endswith(_IT) or any(word in back or word.endswith(_THEIRS) for word in words)


def _denied(statement: Statement, own: list[Content]) -> list[Content]:
    """The one clause that a denial is about: the first of its own, of what stands before it the fullest."""
    if not own:
        return []
    before = own[-1].place.end <= statement.cue.start
    return [max(own, key=lambda clause: (len(clause.entities), len(clause.keys)))] if before else own[:1]


def _refers_back(told: Told, clause: Span) -> bool:
    """Whether a clause is about what was said before: "ذلك", "هذه الأنباء"; also with a judgement of it."""
    words = [told.tokens.forms[i] for i in told.range(clause) if told.tokens.forms[i][0].isalpha()]
    back = told.terms.meaning.back_references
    judges = len(words) > 1 and words[0] in back and words[1] in back
    return judges or (len(words) <= 3 and any(word in back for word in words))


def _opposes(statement: Statement) -> bool:
    return statement.act in (Act.DENY, Act.WITHHOLD)


def _antecedent(told: Told, statement: Statement, earlier: list[Statement]) -> list[Content]:
    """What the nearest statement before says, of those of the same matter where the denial names it.

    "لم تؤكد الوزارة وصولهم" goes back to who said that some arrived, not to what was said last.
    """
    named = {concept for part in statement.content for concept in told.content(part).concepts}
    nearest: list[Content] = []
    for before in reversed(earlier):
        if _opposes(before):
            continue
        clauses = list(_clauses(told, before))
        alike = [clause for clause in clauses if clause.concepts & named]
        if alike:
            return alike[:2]
        nearest = nearest or clauses[:2]
    return nearest


def _proposition(told: Told, statement: Statement, content: Content, *, borrowed: bool) -> Proposition:
    attitude = _attitude(told, statement)
    return Proposition(
        cue=told.pointer(statement.cue),
        statement=statement,
        content=content,
        keys=content.keys | attitude,
        attitude=attitude,
        substance=content.substance | attitude,
        speaker=told.identity(statement.speaker) if statement.speaker else None,
        teller=_teller(told, statement),
        wish=_WISHES.get(statement.act),
        ahead=_is_ahead(told, content),
        possible=_is_possible(told, content),
        refused=_rejects(told, statement),
        against=_turns_against(told, statement),
        opposites=told.terms.meaning.opposed_to(content.concepts),
        owned=statement.act not in _OF_OTHERS and (_RESPONSIBLE in attitude or _names_own(told, content)),
        borrowed=borrowed,
        outlet=told.reading.article.outlet,
    )


def _turns_against(told: Told, statement: Statement) -> bool:
    """Whether a statement denies or withholds what it says, by its act or by its cue.

    "استبعدت اللجنة أن" speaks against it, "لم يستبعد أن" does not.
    """
    if _opposes(statement):
        return True
    return statement.act in _STATING and _rejects(told, statement)


def _rejects(told: Told, statement: Statement) -> bool:
    """Whether the cue says that something is refused or ruled out."""
    cue = told.range(statement.cue)
    rejects = any((term := told.term(i)) and term.concept == _REJECT for i in cue)
    return rejects and not any(map(told.negates, cue))


def _teller(told: Told, statement: Statement) -> frozenset[str]:
    """The keys of who speaks, which a denial need not say again: "نفت الشركة بيع المصنع"."""
    words = told.content(statement.source).keys if statement.source else frozenset()
    return words | {told.identity(statement.speaker)} if statement.speaker else words


def _names_own(told: Told, content: Content) -> bool:
    """Whether a clause begins with the speaker's own responsibility: "مسؤوليتها عن الهجوم"."""
    form = told.tokens.forms[told.range(Span(content.place.start, content.place.end)).start]
    return content.order[:1] == (_RESPONSIBLE,) and form.endswith(_THEIRS)


def _is_ahead(told: Told, content: Content) -> bool:
    """Whether one of the first words is of the future: "ستعوض", "سوف"."""
    forms = _first_words(told, content)
    return any(form == _WILL or (form.startswith(_FUTURE) and len(form) > _HEAD - 1) for form in forms)


def _is_possible(told: Told, content: Content) -> bool:
    """Whether the first words tell what may be: "قد يبلغ العدد"."""
    words = pairwise(_first_words(told, content))
    return any(one == _MAY and other.startswith(_PRESENT) for one, other in words)


def _first_words(told: Told, content: Content) -> list[str]:
    place = Span(content.place.start, content.place.end)
    return [told.tokens.forms[i] for i in told.range(place)[:_HEAD] if told.name(i) is None]


def _attitude(told: Told, statement: Statement) -> frozenset[str]:
    """What the cue itself says of the content: that it is condemned, feared, demanded, owned."""
    named = _named_attitude(told, statement)
    return named | {f"act {statement.act}"} if statement.act in _MOVED else named


def _named_attitude(told: Told, statement: Statement) -> frozenset[str]:
    """The concepts of a cue that say more than that something is said."""
    if statement.act not in _MOVED and not _opposes(statement):
        return frozenset()
    terms = (told.term(i) for i in told.range(statement.cue))
    return frozenset(term.concept for term in terms if term and term.concept) - told.terms.meaning.speaking


def is_negative(content: Content) -> bool:
    """Whether the clause as a whole is negated: a negation governs one of its first words.

    Two negations cancel: "لن تمر دون عقاب" says that there will be punishment.
    """
    return content.negations % 2 == 1 and any(key in content.negated for key in content.order[:_HEAD])
