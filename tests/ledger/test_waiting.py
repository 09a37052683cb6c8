"""Adding in bulk does not wait for the disk, and still keeps what it kept when the program dies."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.ledger import Ledger
from tawatur.model import Article, Reading

FULL, NORMAL = 2, 1
DIES = """
import os, signal, sys
from pathlib import Path
from tawatur.ledger import Ledger
from tawatur.model import Article, Reading
ledger = Ledger(Path(sys.argv[1]))
with ledger.store.without_waiting():
    for number in range(20):
        ledger.add(Reading(Article(id=str(number), text="قالت الوزارة.")))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def level(ledger: Ledger) -> int:
    return int(ledger.store.rows("PRAGMA synchronous")[0][0])


def test_the_disk_is_waited_for_again_afterwards(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        assert level(ledger) == FULL
        with pytest.raises(KeyError), ledger.store.without_waiting():
            assert level(ledger) == NORMAL
            ledger.add(Reading(Article(id="a", text="قالت الوزارة.")))
            raise KeyError
        assert level(ledger) == FULL
        assert len(ledger) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_program_that_is_killed_loses_nothing_it_had_finished(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    with Ledger(tmp_path) as ledger:
        assert len(ledger) == 20
        assert ledger.store.problems() == []
