"""Which machines may be asked: public ones, checked after the name is resolved."""

import ipaddress
import socket

from tawatur.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_address(host: str, port: int, place: str, *, private: bool = False) -> str:
    """The numeric address to connect to for ``host``; every address the name has must be public.

    Loopback, link-local, private, shared, reserved and multicast addresses are refused, also
    where they hide in an IPv6 one, unless ``private`` allows them. Connecting to the address
    that was checked, and not to the name again, leaves no room for a second DNS answer.
    Raises SourceError.
    """
    addresses = _resolved(host, port, place)
    for address in addresses:
        if not private and not is_public(address):
            raise SourceError(place, f"{host} is not a public address ({address}); it is not fetched")
    return str(addresses[0])


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet."""
    inner = _embedded(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _resolved(host: str, port: int, place: str) -> list[Address]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(place, f"the name {host} cannot be resolved") from error
    found = [ipaddress.ip_address(str(answer[4][0]).split("%")[0]) for answer in answers]
    if not found:
        raise SourceError(place, f"the name {host} has no address")
    return list(dict.fromkeys(found))
