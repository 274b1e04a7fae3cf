"""Which addresses a draft may make us connect to: those of the public internet, and no others.

A link in a draft is written by somebody else. It must not be a way to make the reporter's
machine ask its own services, the newsroom's, or a cloud's metadata server.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind NAT64: its last four bytes are the address that is meant."""

_GLOBAL = IPv6Network("2000::/3")
_NEVER = (
    ip_network("168.63.129.16/32"),  # a cloud's own services, at an address that looks public
    ip_network("192.0.0.0/24"),
    ip_network("192.88.99.0/24"),  # 6to4 and Teredo carry an IPv4 address that was not looked at
    ip_network("2001::/23"),
    ip_network("2002::/16"),
    ip_network("3fff::/20"),
)

_LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa")


def public(address: str) -> bool:
    """Whether an address, as numbers, is one of the public internet."""
    try:
        meant = _meant(ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    if isinstance(meant, IPv6Address) and meant not in _GLOBAL:
        return False
    odd = meant.is_multicast or meant.is_reserved or meant.is_unspecified or meant.is_link_local or meant.is_loopback
    return meant.is_global and not odd and not any(meant in network for network in _NEVER if network.version == meant.version)


def local_name(host: str) -> bool:
    """Whether a name can only mean this machine or this network, or is an address, in any notation, that is not public."""
    host = host.lower().rstrip(".")
    numbers = _numbers(host)
    if numbers:
        return not public(numbers)
    return "." not in host or f".{host}".endswith(_LOCAL_ENDINGS)


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _TRANSLATED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _numbers(host: str) -> str:
    """The address that a host of numbers means ("127.1" and "2130706433" too); empty for a name."""
    try:
        return str(ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, ValueError):  # ValueError: a NUL, or what is no ASCII
        return ""
