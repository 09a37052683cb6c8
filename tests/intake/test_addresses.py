"""Which machines may be asked."""

import ipaddress
import socket
from typing import Any

import pytest

from tawatur.errors import SourceError
from tawatur.intake.addresses import checked_address, is_public

INSIDE = [
    *("127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1"),
    *("192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("2002:7f00:1::", "2001:db8::1"),
]
OUTSIDE = ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]


@pytest.mark.parametrize("address", INSIDE)
def test_inside_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def answer(*addresses: str) -> Any:
    """A resolver that gives these addresses for every name."""

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return resolve


def test_a_name_with_one_inside_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answer("93.184.216.34", "10.0.0.1"))
    with pytest.raises(SourceError, match="not a public address"):
        checked_address("example.org", 80, "http://example.org/")
    assert checked_address("example.org", 80, "x", private=True) == "93.184.216.34"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "017700000001", "::1"])
def test_every_way_to_write_loopback_is_refused(host: str) -> None:
    with pytest.raises(SourceError, match=r"not a public address|cannot be resolved"):
        checked_address(host, 80, "x")


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 300, "\udcff"])
def test_a_name_that_cannot_be_resolved_is_a_source_error(host: str) -> None:
    with pytest.raises(SourceError, match="cannot be resolved"):
        checked_address(host, 80, "x")
