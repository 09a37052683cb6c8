import msgspec


class Happenings(msgspec.Struct, frozen=True):
    pass


def load_happenings() -> Happenings:
    return Happenings()
