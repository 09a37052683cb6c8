"""A person's trust in outlets is kept and may be changed."""

from pathlib import Path

from tawatur.ledger import Ledger
from tawatur.ledger.reliability import grades, trust
from tawatur.model import Grade


def test_the_last_grade_given_stands(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        trust(ledger, "صحيفة", Grade.C)
        trust(ledger, "صحيفة", Grade.B)
        trust(ledger, "موقع", Grade.F)
    with Ledger(tmp_path) as ledger:
        assert grades(ledger) == {"صحيفة": Grade.B, "موقع": Grade.F}
