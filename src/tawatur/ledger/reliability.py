"""How far a person trusts each outlet."""

from tawatur.ledger.ledger import Ledger
from tawatur.model import Grade


def trust(ledger: Ledger, outlet: str, grade: Grade) -> None:
    """Set the grade of an outlet, in place of the one it had."""
    with ledger.store.transaction():
        ledger.store.run("DELETE FROM reliability WHERE outlet = ?", (outlet,))
        ledger.store.run("INSERT INTO reliability (outlet, grade) VALUES (?, ?)", (outlet, grade.value))


def grades(ledger: Ledger) -> dict[str, Grade]:
    """The outlets that have a grade, by name."""
    rows = ledger.store.rows("SELECT outlet, grade FROM reliability ORDER BY outlet")
    return {str(outlet): Grade(grade) for outlet, grade in rows}
