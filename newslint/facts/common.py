"""What needs no source: names that every reader knows, and of which nobody asks where they are from."""

from __future__ import annotations

from newslint.facts import names
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled

_CAPITALS = """
    Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Ashgabat, Astana, Athens, Baghdad, Baku, Bamako,
    Bangkok, Beijing, Beirut, Belfast, Belgrade, Berlin, Bern, Bishkek, Bogota, Bogotá, Brasilia, Brasília, Bratislava,
    Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Canberra, Caracas, Cardiff, Chisinau, Chișinău, Colombo, Copenhagen,
    Dakar, Damascus, Delhi, Dhaka, Doha, Dublin, Dushanbe, Edinburgh, Hanoi, Harare, Havana, Helsinki, Islamabad, Jakarta,
    Jerusalem, Juba, Kabul, Kampala, Kathmandu, Khartoum, Kiev, Kigali, Kinshasa, Kuala Lumpur, Kyiv, La Paz, Lima, Lisbon,
    Ljubljana, London, Luanda, Lusaka, Luxembourg, Madrid, Manama, Managua, Manila, Maputo, Mexico City, Minsk, Mogadishu,
    Montevideo, Moscow, Muscat, Nairobi, New Delhi, Nicosia, Oslo, Ottawa, Paris, Phnom Penh, Prague, Pretoria, Pyongyang,
    Quito, Rabat, Reykjavik, Riga, Riyadh, Rome, San Salvador, Sanaa, Santiago, Santo Domingo, Sarajevo, Seoul, Singapore,
    Skopje, Sofia, Stockholm, Taipei, Tallinn, Tashkent, Tbilisi, Tehran, Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar,
    Valletta, Vienna, Vilnius, Warsaw, Washington, Washington DC, Wellington, Yerevan, Zagreb, Geneva, The Hague, Hollywood,
    Wall Street, New York City, Brooklyn, Manhattan
"""
"""Of countries, which stand for their governments, and a few that stand for a trade."""


def _listed(table: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in table.split(","))


CAPITALS = _listed(_CAPITALS)
CITIES = _listed(names.CITIES) - CAPITALS
"""Cities of which a source ought to say that it happened there."""

_ANOTHER = compiled(r"[.'’]|^(?:the|The) ")


def common(name: str) -> bool:
    """Whether it is a country, a nation, a capital, a continent, or a body or a person known all over the world."""
    bare = _ANOTHER.sub("", name)
    return name in CAPITALS or any(form in GAZETTEER and form not in CITIES for form in (name, bare))
