"""Lines that were learned to be an outlet's own, on which the readings of its articles rest."""

from collections import defaultdict
from collections.abc import Mapping

from tawatur.ledger.ledger import Ledger


def repeats(ledger: Ledger) -> dict[str | None, frozenset[str]]:
    """For each outlet its lines, as folded words; empty where nothing was learned yet."""
    found: defaultdict[str | None, set[str]] = defaultdict(set)
    for outlet, line in ledger.store.rows("SELECT outlet, line FROM repeats"):
        found[str(outlet)].add(str(line))
    return {outlet: frozenset(lines) for outlet, lines in found.items()}


def save_repeats(ledger: Ledger, learned: Mapping[str | None, frozenset[str]]) -> None:
    """Keep what was learned in place of what was learned before; inside a transaction of the caller."""
    rows = [(outlet, line) for outlet, lines in learned.items() for line in sorted(lines)]
    ledger.store.run("DELETE FROM repeats")
    ledger.store.run_many("INSERT INTO repeats VALUES (?, ?)", rows)
