import msgspec


class Names(msgspec.Struct, frozen=True):
    pass


def load_names() -> Names:
    return Names()
