"""What stands around a figure: its clause, what goes on about it, who says it."""

from tawatur.comparison.contents import Told
from tawatur.comparison.parts import begins_part
from tawatur.model import Quantity, Span, Statement


def clause_of(told: Told, sentence: Span, quantity: Quantity) -> Span:
    """The clauses a quantity touches; where one tells of a part follows, what is said after it too."""
    clauses = told.clauses(sentence)
    touching = [n for n, c in enumerate(clauses) if c.start < quantity.end and quantity.start < c.end]
    if not touching:
        return sentence
    last = touching[-1]
    while last + 1 < len(clauses) and _tells_of_part(told, clauses[last + 1]):
        last = min(last + 2, len(clauses) - 1)
    return Span(clauses[touching[0]].start, clauses[last].end)


def added_to(told: Told, sentence: Span, clause: Span) -> Span:
    """What follows a clause and only adds when, where or why: "غرق سبعة | ، السبت، قبالة سواحل المهدية"."""
    end = clause.end
    for following in told.clauses(Span(clause.end, sentence.end)):
        if not _adds(told, following):
            break
        end = following.end
    return Span(clause.end, end)


def _adds(told: Told, clause: Span) -> bool:
    """Whether a clause begins, after signs and times, with a word like "في" or "بعد", and has no figure."""
    tokens = told.range(clause)
    words = (i for i in tokens if told.tokens.forms[i][0].isalnum() and i not in told.dated)
    first = next(words, None)
    adds = first is not None and told.tokens.forms[first] in told.terms.meaning.adding
    return adds and told.figures.isdisjoint(tokens)


def _tells_of_part(told: Told, clause: Span) -> bool:
    return any(begins_part(told, i) for i in told.range(clause)[1:3])


def statement_of(told: Told, quantity: Quantity) -> Statement | None:
    """The innermost statement whose content holds the quantity."""
    holding = [
        (content.end - content.start, statement.id, statement)
        for statement in told.reading.statements
        for content in statement.content
        if content.start <= quantity.start and quantity.end <= content.end
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None
