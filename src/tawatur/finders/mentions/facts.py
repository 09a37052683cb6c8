"""What an article says in passing: role, gender and affiliation of a person, the country of a body."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign, masculine
from tawatur.model import EntityType, Fact, FactKind, Span


def find_facts(scene: Scene, items: list[Found]) -> tuple[Fact, ...]:
    """What the titles before the mentions of one person say, or the name of a body of its country."""
    facts: list[Fact] = []
    for item in items:
        if item.alias:
            facts.append(_of_alias(scene, item))
        elif item.type is EntityType.PERSON and item.title:
            facts.extend(_of_title(scene, *item.title))
        elif item.type is EntityType.PERSON:
            facts.extend(_of_verb(scene, item))
        elif item.type is EntityType.ORGANISATION and item.known is None and item.of is None:
            facts.extend(_of_body(scene, item))
    return tuple(dict.fromkeys(facts))


def _of_alias(scene: Scene, item: Found) -> Fact:
    """What somebody is also called, as written."""
    tokens, text = scene.document.tokens, scene.document.article.text
    span = Span(tokens.starts[item.first] + (item.lead or 0), tokens.ends[item.last - 1])
    return Fact(FactKind.ALIAS, text[span.start : span.end], span)


def _of_verb(scene: Scene, item: Found) -> list[Fact]:
    """The gender that the verb of saying right before a name agrees with: «قالت ليلى»."""
    i, saying = item.first - 1, scene.names.saying
    if i < 0 or scene.words[item.first].lead or scene.words[i].stem not in saying:
        return []
    verb = scene.words[i].stem
    if verb[:-1] in saying:
        gender = "female"
    elif verb + "ت" in saying:
        gender = "male"
    else:
        return []
    tokens = scene.document.tokens
    return [Fact(FactKind.GENDER, gender, Span(tokens.starts[i], tokens.ends[i]))]


def _of_body(scene: Scene, item: Found) -> list[Fact]:
    owner = _owner(scene, item.first + 1, item.last)
    if owner is None:
        return []
    tokens = scene.document.tokens
    return [Fact(FactKind.AFFILIATION, owner, Span(tokens.starts[item.first], tokens.ends[item.last - 1]))]


def _of_title(scene: Scene, first: int, last: int) -> list[Fact]:
    while last > first and scene.words[last - 1].signs & Sign.BREAK:
        last -= 1
    if last == first:
        return []
    tokens, text = scene.document.tokens, scene.document.article.text
    span = Span(scene.start_after(first, scene.words[first].lead), tokens.ends[last - 1])
    facts = [Fact(FactKind.ROLE, text[span.start : span.end], span)]
    word = scene.words[first]
    title = scene.names.titles.get(word.bare) or scene.names.titles.get(word.stem)
    if title:
        facts.append(Fact(FactKind.GENDER, title.gender, span))
    owner = _owner(scene, first, last)
    if owner:
        facts.append(Fact(FactKind.AFFILIATION, owner, span))
    return facts


def _owner(scene: Scene, first: int, last: int) -> str | None:
    """The id of the country or body that a role belongs to."""
    names = scene.names
    for i in range(first, last):
        known = scene.known_at(i, last)
        if known:
            return known[1].id
        if scene.words[i].signs & Sign.NISBA:
            pair = masculine(scene.words[i].bare)
            if i + 1 < last:
                two = f"{pair} {masculine(scene.words[i + 1].bare)}"
                if two in names.demonyms:
                    return names.country_id(names.demonyms[two])
            code = names.demonyms.get(pair) or names.demonyms.get(masculine(scene.words[i].stem))
            return names.country_id(code) if code else None
    return None
