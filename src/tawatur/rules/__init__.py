"""A rule is a row: its name, the idea, what it finds and what it must not find.

Finders stamp the name of a rule on everything they find; the examples of every row run as
tests, and ``tawatur explain`` prints the row.
"""

from functools import cache

import msgspec

from tawatur.tables import load_table


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what the rule finds in it, as a mapping of field to text or value."""

    text: str
    finds: dict[str, object]
    published: str | None = None


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: ``examples`` show what the rule finds, ``never`` texts in which it finds nothing."""

    name: str
    idea: str
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()
    source: str | None = None


@cache
def rule_book(finder: str) -> dict[str, Rule]:
    """The rules of one finder by name; raises LexiconError where the file is wrong."""
    rows = load_table("tawatur.rules.arabic", finder, tuple[Rule, ...])
    return {rule.name: rule for rule in rows}
