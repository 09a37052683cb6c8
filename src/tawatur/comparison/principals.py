"""Principals: on whose behalf somebody speaks, so that two voices of one side count as one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.comparison.holders import Holders
from tawatur.comparison.lands import Lands
from tawatur.comparison.tellers import ANONYMOUS, BODY, enclosing, named_before, passes_on, teller_of
from tawatur.lexicon.offices import Offices
from tawatur.model import EntityType, FactKind, Identity, Pointer, Reading, Span, Statement
from tawatur.text import fold, tokenise

OUTLET = "outlet:"
_POLITY = "gpe:"
_AT = frozenset({"لدي", "بشان", "حول", "تجاه", "علي", "عبر"})
_IN = frozenset({"في", "منطقة", "بمنطقة"})
_TO_ADJECTIVE = 3
_ADJECTIVE_LENGTH = 40
_APPOSITION, _OFFICE_WORDS = 90, 6
_THE = "ال"
_MENTIONS = 3
_THEIRS = ("ه", "ها", "هم")
_OF_THE_PRESS = frozenset({"صحافي", "صحفي"})
_SHORT = 3
_BARE = 2
_SPEAKING = (EntityType.PERSON, EntityType.ORGANISATION)


class Principal(msgspec.Struct, frozen=True):
    """Who is behind a speaker: an identity's id, ``anon:`` and words, or ``outlet:`` and a name.

    ``reason`` names how it is known, ``place`` points at the words it is known by, where any.
    """

    key: str
    name: str
    reason: str
    place: Pointer | None = None


class Principals:
    """The principals of the speakers of some articles."""

    def __init__(self, readings: Sequence[Reading], identities: Sequence[Identity], offices: Offices) -> None:
        self._offices = offices
        self._identities = {identity.id: identity for identity in identities}
        self._meant = {member: identity for identity in identities for member in identity.members}
        self._by_name = {entity: identity for (_, entity), identity in self._meant.items()}
        self._readings = {reading.article.id: reading for reading in readings}
        self._lands = Lands(readings, self._meant, offices)
        self._around = {reading.article.id: enclosing(reading.statements) for reading in readings}
        self._relayed = {
            (reading.article.id, outer.id): statement
            for reading in readings
            for statement in reversed(reading.statements)
            if (outer := self._around[reading.article.id].get(statement.id)) and passes_on(outer, statement)
        }
        self._before = {reading.article.id: named_before(reading.statements) for reading in readings}
        self._described = self._describe(readings)
        self._holders = Holders(readings, self._meant)
        self._unnamed_before: dict[tuple[str, str], Principal] = {}

    def of(self, article: str, statement: Statement) -> Principal:
        """The principal of a statement's speaker, as far as its own article and identity tell.

        An identity that belongs to another (a ministry, a capital) stands for that one; a person
        for the body or the government whose office the articles give; an unnamed official for
        the government whose adjective describes him. What nobody says is said by whoever's words
        it stands in, else by the outlet.
        """
        told = self._said_by_somebody(article, statement)
        if told is None:
            return self._outlet(article)
        speaker = teller_of(told) or ""
        if speaker.startswith(ANONYMOUS):
            before = self._before[article].get(told.id)
            if before and _is_owned(speaker):
                return self.named(article, before)
            if before and self._is_bare_office(speaker):
                return self._of_the_same_government(article, told, before)
            return self._unnamed(article, speaker, told.source)
        return self.named(article, speaker)

    def named(self, article: str, teller: str) -> Principal:
        """The principal of a speaker by name: what its identity belongs to, or its office gives.

        An adjective of origin makes nobody a spokesman: for a person an office must be given.
        """
        identity = self._meant.get((article, teller))
        if identity is None:
            return Principal(teller, self._entity_name(article, teller), "speaks for itself")
        described = self._described.get(identity.id)
        owner = self._owner(identity)
        if described and owner == identity.id:
            return described
        if owner and (identity.type is not EntityType.PERSON or owner.startswith(BODY)):
            reason = "belongs to it" if owner != identity.id else "speaks for itself"
            return self._through(self._named(owner, reason), self._described)
        return described or self._named(identity.id, "speaks for itself")

    def relayed(self, article: str, statement: Statement) -> Statement:
        """The statement that another only passes on: "أعلنت الوزارة…، بحسب الوكالة" is the ministry's.

        Any other statement is its own.
        """
        return self._relayed.get((article, statement.id), statement)

    def is_source(self, teller: str) -> bool:
        """Whether an unnamed teller is a source whose words others pass on: "مصدر مطلع", "مسؤولون"."""
        forms = tokenise(teller.removeprefix(ANONYMOUS)).forms if teller.startswith(ANONYMOUS) else []
        return bool(forms) and (self._offices.is_head(forms[0]) or self._offices.is_office(forms[0]))

    def _said_by_somebody(self, article: str, statement: Statement) -> Statement | None:
        """The statement itself if somebody is named as saying it, else the nearest around it that is.

        What an inquiry shows is said by who tells of it: "قال المتحدث إن التحقيقات أثبتت".
        """
        seen: set[str] = set()
        around = self._around[article]
        told: Statement | None = statement
        while told and told.id not in seen and (self._is_nobody_s(told) or self._is_shown(told, around)):
            seen.add(told.id)
            told = around.get(told.id)
        return None if told is None or told.id in seen else told

    def _is_nobody_s(self, statement: Statement) -> bool:
        teller = teller_of(statement)
        return teller is None or fold(teller.removeprefix(ANONYMOUS)) in self._offices.nobody

    def _is_shown(self, statement: Statement, around: Mapping[str, Statement]) -> bool:
        """Whether no person but an inquiry or its results say something inside another's words."""
        teller = statement.speaker or ""
        if statement.id not in around or not teller.startswith(ANONYMOUS):
            return False
        forms = tokenise(teller.removeprefix(ANONYMOUS)).forms
        return bool(forms) and self._offices.is_showing(forms[0])

    def _outlet(self, article: str) -> Principal:
        outlet = self._readings[article].article.outlet or article
        return Principal(f"{OUTLET}{outlet}", outlet, "no speaker is named")

    def _owner(self, identity: Identity) -> str | None:
        """Whom an identity belongs to; no government owns a party, a parliament or a company of its land."""
        owner = identity.principal
        land = owner is not None and owner.startswith(_POLITY) and owner != identity.id
        body = identity.type is EntityType.ORGANISATION
        return None if land and body and self._offices.is_private(tokenise(identity.name).forms) else owner

    def _named(self, key: str, reason: str, place: Pointer | None = None) -> Principal:
        """The principal with an identity's id, or with the id known names have in every article."""
        identity = self._identities.get(key) or self._by_name.get(key)
        if identity:
            return Principal(identity.id, identity.name, reason, place)
        known = self._offices.known.get(key)
        english = known.english if known else None
        return Principal(key, english or key.partition(":")[2], reason, place)

    def _unnamed(self, article: str, speaker: str, source: Span | None) -> Principal:
        """The body or government an unnamed speaker is described by, else the description itself.

        Later statements of the same unnamed speaker have the principal of the first.
        """
        known = self._unnamed_before.get((article, speaker))
        if known is None:
            description = speaker.removeprefix(ANONYMOUS)
            forms = tokenise(description).forms
            words = " ".join(form for form in forms if form[0].isalnum())
            unknown = Principal(f"{ANONYMOUS}{words}", description, "unnamed")
            known = (
                (source and self._read(self._readings[article], source, None))
                or self._read_words(article, forms, None)
                or self._named_elsewhere(forms)
                or unknown
            )
            known = self._through(known, self._described)
            self._unnamed_before[article, speaker] = known
        return known

    def _named_elsewhere(self, forms: Sequence[str]) -> Principal | None:
        """Whom another article names in the office of an unnamed speaker."""
        holder = self._holders.of(forms)
        return self._named(holder, "named in this office elsewhere") if holder else None

    def _is_bare_office(self, speaker: str) -> bool:
        """Whether an unnamed speaker is an official of nobody knows which government: "الناطق الرسمي"."""
        forms = tokenise(speaker.removeprefix(ANONYMOUS)).forms
        bare = all(form.startswith(_THE) for form in forms[1:]) and len(forms) <= _BARE
        return bare and bool(forms) and self._offices.is_office(forms[0])

    def _of_the_same_government(self, article: str, told: Statement, before: str) -> Principal:
        """The government an unnamed official is described by, else that of the official named before him."""
        own = self._unnamed(article, told.speaker or "", told.source)
        other = self.named(article, before)
        return other if own.key.startswith(ANONYMOUS) and other.key.startswith(_POLITY) else own

    def _describe(self, readings: Sequence[Reading]) -> dict[str, Principal]:
        """The principal of each person or body that some description gives one, the commonest first."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        found: dict[tuple[str, str], Principal] = {}
        for reading in readings:
            for identity, span in self._descriptions(reading):
                principal = self._read(reading, span, identity)
                if principal and principal.key != identity.id:
                    votes[identity.id][principal.key] += 1
                    found.setdefault((identity.id, principal.key), principal)
        described = {who: found[who, _commonest(keys)] for who, keys in votes.items()}
        return {who: self._through(principal, described) for who, principal in described.items()}

    def _through(self, principal: Principal, described: dict[str, Principal]) -> Principal:
        """The body behind a body: the spokesman of a presidency speaks for its country."""
        above = described.get(principal.key)
        if above is None or above.key in (principal.key, *described):
            return principal
        return msgspec.structs.replace(principal, key=above.key, name=above.name)

    def _descriptions(self, reading: Reading) -> Iterable[tuple[Identity, Span]]:
        """Words that describe who is meant: roles, sources of statements, names of bodies."""
        article = reading.article.id
        for entity in reading.entities:
            identity = self._meant.get((article, entity.id))
            if identity is None or (_is_owned_body(identity) and identity.type is not EntityType.PERSON):
                continue
            for fact in entity.facts:
                if fact.kind is FactKind.ROLE:
                    yield identity, fact.span
            if entity.type is EntityType.PERSON:
                yield from (
                    (identity, span) for m in entity.mentions if (span := self._apposition(reading, m.end))
                )
            if entity.type is EntityType.ORGANISATION:
                for mention in entity.mentions[:_MENTIONS]:
                    end = self._adjective_end(reading, mention.end)
                    if identity.principal is None or end > mention.end:
                        yield identity, Span(mention.start, end)
        for statement in reading.statements:
            speaker = self._meant.get((article, statement.speaker or ""))
            if speaker and statement.source and speaker.type in _SPEAKING:
                yield speaker, statement.source

    def _apposition(self, reading: Reading, end: int) -> Span | None:
        """The office that follows a name: "سامي الخطيب | الناطق الرسمي باسم وزارة الداخلية"."""
        following = tokenise(reading.article.text[end : end + _APPOSITION])
        forms = following.forms[1:] if following.forms[:1] == ["،"] else following.forms
        skipped = len(following.forms) - len(forms)
        if not forms or not forms[0].startswith(_THE):
            return None
        if not (self._offices.is_office(forms[0]) or self._offices.is_head(forms[0])):
            return None
        words = next((i for i, form in enumerate(forms) if i and not form[0].isalpha()), len(forms))
        last = skipped + min(words, _OFFICE_WORDS) - 1
        return Span(end + following.starts[skipped], end + following.ends[last])

    def _adjective_end(self, reading: Reading, end: int) -> int:
        """Where the adjective of a country ends that follows a name: "الحماية المدنية | الجزائرية"."""
        following = tokenise(reading.article.text[end : end + _ADJECTIVE_LENGTH])
        adjective = following.forms[:1] and self._offices.country(following.forms[:2], 0)
        return end + following.ends[:2][-1] if adjective and following.starts[0] <= 1 else end

    def _read(self, reading: Reading, span: Span, who: Identity | None) -> Principal | None:
        """The body named in a description, or the government whose office it is, whichever comes first."""
        tokens = tokenise(reading.article.text[span.start : span.end])
        named = {start - span.start: identity for start, identity in self._within(reading, span, who)}
        bodies = [named.get(start) for start in tokens.starts]
        place = Pointer(reading.article.id, span.start, span.end)
        return self._read_words(reading.article.id, tokens.forms, place, bodies)

    def _read_words(
        self, article: str, forms: list[str], place: Pointer | None, bodies: Sequence[Identity | None] = ()
    ) -> Principal | None:
        offices = self._offices
        office = next((i for i, form in enumerate(forms) if offices.is_office(form)), None)
        head = next((i for i, form in enumerate(forms) if offices.is_head(form)), None)
        if office is None and head is None:
            return None
        for i in range(min(i for i in (office, head) if i is not None), len(forms)):
            if forms[i] in _AT:
                break
            body = bodies[i] if i < len(bodies) else None
            if body and (
                body.type is EntityType.ORGANISATION
                or ((office is not None or i - 1 == head) and _rules(body, forms, i))
            ):
                return self._named(
                    self._owner(body) or self._lands.country_of(body) or body.id, "speaks for it", place
                )
            country = offices.country(forms, i) if office is not None and i > office else None
            if country and not offices.is_private(forms[: i + _TO_ADJECTIVE]):
                return self._named(country, "speaks for its government", place)
        governing = next((form for form in forms if offices.is_governing(form)), None)
        land = self._lands.of(article, governing) if governing and not offices.is_private(forms) else None
        return self._named(land, "the government the article is about", place) if land else None

    def _within(self, reading: Reading, span: Span, who: Identity | None) -> Iterable[tuple[int, Identity]]:
        """Bodies and places named inside a span, with where their names begin."""
        for entity in reading.entities:
            identity = self._meant.get((reading.article.id, entity.id))
            if identity is None or identity is who or identity.type is EntityType.PERSON:
                continue
            for mention in entity.mentions:
                if span.start <= mention.start and mention.end <= span.end:
                    yield self._word_start(reading, mention.start), identity

    def _word_start(self, reading: Reading, at: int) -> int:
        """Where the word begins that a name stands in, particles and all."""
        text = reading.article.text
        while at > 0 and text[at - 1].isalpha():
            at -= 1
        return at

    def _entity_name(self, article: str, teller: str) -> str:
        entities = self._readings[article].entities
        return next((entity.name for entity in entities if entity.id == teller), teller)


def _is_owned_body(identity: Identity) -> bool:
    return identity.principal not in (None, identity.id)


def _is_owned(speaker: str) -> bool:
    """Whether an unnamed speaker is only somebody's: "مكتبه", "حكومته", or the press of a conference."""
    forms = tokenise(speaker.removeprefix(ANONYMOUS)).forms
    if len(forms) != 1:
        return False
    return forms[0] in _OF_THE_PRESS or (len(forms[0]) > _SHORT and forms[0].endswith(_THEIRS))


def _rules(body: Identity, forms: list[str], i: int) -> bool:
    """Whether a place named beside an office is whose office it is: a country, or a city not merely in it."""
    return body.principal is not None or not (forms[i - 1] in _IN or forms[i].startswith("ب"))


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key))
