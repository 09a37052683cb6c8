from collections.abc import Sequence

from tawatur.model import Happening, Identity, Origin, Reading


def build_timeline(
    readings: Sequence[Reading], identities: Sequence[Identity], origins: Sequence[Origin]
) -> tuple[Happening, ...]:
    return ()
