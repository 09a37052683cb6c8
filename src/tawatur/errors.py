"""What can go wrong, as one small family.

    TawaturError
    ├── SourceError     one input cannot be read; the run goes on without it
    ├── LexiconError    a data file of the lexicon is wrong
    ├── LedgerError     the ledger cannot be opened, read or written
    └── RequestError    what was asked for does not exist or does not make sense

Every message names the place and, where there is one, the remedy. Doubt is never an
error: an unclear speaker is a value (``speaker=None``), not an exception.
"""


class TawaturError(Exception):
    """Base of all errors that Tawatur raises on purpose; ``str(error)`` is one line for a person."""


class SourceError(TawaturError):
    """One input cannot be read; ``place`` says where (file, file:line or URL), ``problem`` says why."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


class LexiconError(TawaturError):
    """A data file of the lexicon is wrong; the message gives file and entry."""


class LedgerError(TawaturError):
    """The ledger cannot be opened, read or written; the message gives its path and the remedy."""


class RequestError(TawaturError):
    """What was asked for does not exist (an id, a story) or does not make sense."""
