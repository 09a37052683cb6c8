import msgspec


class Calendar(msgspec.Struct, frozen=True):
    pass


def load_calendar() -> Calendar:
    return Calendar()
