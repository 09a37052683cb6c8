import msgspec


class Speech(msgspec.Struct, frozen=True):
    pass


def load_speech() -> Speech:
    return Speech()
