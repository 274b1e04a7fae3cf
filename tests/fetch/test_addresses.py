"""Which addresses may be connected to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.fetch.addresses import local_name, public

PUBLIC = [
    "93.184.215.14",
    "8.8.8.8",
    "1.1.1.1",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
]
NOT_PUBLIC = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::1", "3fff::1",
    "example.org", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_not_public(address: str) -> None:
    assert not public(address)


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_another_is_judged_by_itself(address: object) -> None:
    assert public(f"::ffff:{address}") == public(f"64:ff9b::{address}") == public(str(address))


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "db.localhost", "printer.local", "wiki.internal", "intranet", "nas.lan", "router.home.arpa",
        "127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "::1", "169.254.169.254", "10.1", "::ffff:127.0.0.1",
    ],
)  # fmt: skip
def test_names_of_this_machine_and_this_network(host: str) -> None:
    assert local_name(host)


@pytest.mark.parametrize(
    "host",
    ["example.org", "www.example.co.uk", "localhost.example.org", "local.example.org", "8.8.8.8", "134744072", "ex\0ample.org"],
)
def test_names_that_may_be_anywhere(host: str) -> None:
    assert not local_name(host)
