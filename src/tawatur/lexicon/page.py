import msgspec


class Page(msgspec.Struct, frozen=True):
    pass


def load_page() -> Page:
    return Page()
