"""Upkeep: the links of a ledger kept in step with its articles and judgements.

    articles that wait → copies → identities → ties → stories

Each stage looks only at what new articles and new judgements can change, and leaves the ledger as
if everything had been linked at once: how articles came in, in which order and in how many runs,
makes no difference.
"""

from collections.abc import Callable

from tawatur import __version__
from tawatur.ledger import Ledger, links, waiting
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.upkeep.copies import link_new_copies
from tawatur.upkeep.names import link_new_names
from tawatur.upkeep.stories import link_new_stories
from tawatur.upkeep.traits import traits_of

CHUNK = 500
"""Articles linked in one transaction: what bounds the memory, and what a kill can cost."""


def bring_up_to_date(ledger: Ledger, step: Callable[[str, int], None]) -> None:
    """Link what waits, and what has been judged since; start over where another version linked.

    Each transaction leaves the links right for the articles that wait no longer, so that whatever
    ends it early is made good by the next run.
    """
    make_ready(ledger)
    done = 0
    while not is_current(ledger):
        step("linking", done)
        with ledger.store.transaction():
            done += _link_next(ledger, load_lexicon())


def make_ready(ledger: Ledger) -> None:
    """Forget links and traits that another version of Tawatur has found."""
    made_by = links.marks(ledger).get(links.LINKED)
    if made_by != __version__:
        with ledger.store.transaction():
            waiting.start_over(ledger)
            links.mark(ledger, links.LINKED, __version__)


def is_current(ledger: Ledger) -> bool:
    """Whether everything is linked: all articles, as judged by now, by this version of Tawatur."""
    now = {links.LINKED: __version__, links.JUDGED: links.judged(ledger)}
    return not waiting.count_waiting(ledger) and links.marks(ledger) == now


def _link_next(ledger: Ledger, lexicon: Lexicon) -> int:
    """Link the articles that have waited longest, by their days, and what was judged meanwhile."""
    new = traits_of(ledger, waiting.next_waiting(ledger, CHUNK), lexicon)
    copied = link_new_copies(ledger, new, lexicon)
    renamed = link_new_names(ledger, new, lexicon.names)
    link_new_stories(ledger, {*new, *copied, *renamed}, lexicon)
    waiting.have_been_linked(ledger, new)
    return len(new)
