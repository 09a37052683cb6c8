"""Work done in a process of its own, which may be killed before it ends."""

import os
import sys
from collections.abc import Callable


def begin(work: Callable[[], object]) -> int:
    """The id of a new process that does some work and ends; 1 is its status where the work fails."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
    return child


def ended_by_itself(status: int) -> bool:
    """Whether a process has ended before it was killed; its work must not have failed then."""
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0
        return True
    return False
