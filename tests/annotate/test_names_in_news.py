"""Names in lines of news, with the model: who bears them, and what stands beside them."""

from __future__ import annotations

import pytest

from newslint.mentions import Name
from tests.conftest import Read

BEARERS = [
    (
        "President Volodymyr Zelenskyy spoke on Monday. Mr Zelenskyy thanked the troops. Zelenskyy left. “It is hard,” President Zelenskyy said.",
        [
            "Volodymyr Zelenskyy|PERSON|Volodymyr Zelenskyy|President",
            "Zelenskyy|PERSON|Volodymyr Zelenskyy|Mr",
            "Zelenskyy|PERSON|Volodymyr Zelenskyy",
            "Zelenskyy|PERSON|Volodymyr Zelenskyy|President",
        ],
    ),
    (
        "Volodymyr Zelenskyy met ministers in Kyiv. Later Zelensky flew home.",
        ["Volodymyr Zelenskyy|PERSON|Volodymyr Zelenskyy", "Kyiv|GPE|Kyiv", "Zelensky|PERSON|Volodymyr Zelenskyy"],
    ),
    (
        "The Ministry of Defence (MoD) said no. The MoD has no plans, a spokesman said.",
        ["Ministry of Defence|ORG|Ministry of Defence", "MoD|ORG|Ministry of Defence", "MoD|ORG|Ministry of Defence"],
    ),
    (
        "The MoD (Ministry of Defence) said no.",
        ["MoD|ORG|Ministry of Defence", "Ministry of Defence|ORG|Ministry of Defence"],
    ),
    (
        "Doctors at the Weller Housing Trust (WHT) agreed. WHT has 40 flats.",
        ["Weller Housing Trust|ORG|Weller Housing Trust", "WHT|ORG|Weller Housing Trust", "WHT|ORG|Weller Housing Trust"],
    ),
    (
        "Ursula von der Leyen spoke in Brussels. Von der Leyen said the plan was ready, and Mrs von der Leyen left.",
        [
            "Ursula von der Leyen|PERSON|Ursula von der Leyen",
            "Brussels|GPE|Brussels",
            "Von der Leyen|PERSON|Ursula von der Leyen",
            "von der Leyen|PERSON|Ursula von der Leyen|Mrs",
        ],
    ),
    (
        "Bashar al-Assad fled to Moscow. Mr Assad had ruled for 24 years. Al-Assad said nothing.",
        [
            "Bashar al-Assad|PERSON|Bashar al-Assad",
            "Moscow|GPE|Moscow",
            "Assad|PERSON|Bashar al-Assad|Mr",
            "Al-Assad|PERSON|Bashar al-Assad",
        ],
    ),
    (
        "F.W. de Klerk freed him. Mr de Klerk was 54 then.",
        ["F.W. de Klerk|PERSON|F.W. de Klerk", "de Klerk|PERSON|F.W. de Klerk|Mr"],
    ),
    (
        "Martin O'Neill won. O'Neill was pleased.",
        ["Martin O'Neill|PERSON|Martin O'Neill", "O'Neill|PERSON|Martin O'Neill"],
    ),
    (
        "Kim Jong Un met Vladimir Putin. Kim praised Putin. Kim Yo Jong, his sister, stood by.",
        [
            "Kim Jong Un|PERSON|Kim Jong Un",
            "Vladimir Putin|PERSON|Vladimir Putin",
            "Kim|PERSON|Kim Jong Un",
            "Putin|PERSON|Vladimir Putin",
            "Kim Yo Jong|PERSON|Kim Yo Jong|his sister",
        ],
    ),
    (
        "Jill Biden spoke first. President Joe Biden spoke next. Mr Biden was brief and Mrs Biden was not.",
        [
            "Jill Biden|PERSON|Jill Biden",
            "Joe Biden|PERSON|Joe Biden|President",
            "Biden|PERSON|Joe Biden|Mr",
            "Biden|PERSON|Jill Biden|Mrs",
        ],
    ),
    (
        "Jill Biden flew to Ohio. Biden said she would be back.",
        ["Jill Biden|PERSON|Jill Biden", "Ohio|GPE|Ohio", "Biden|PERSON|Jill Biden"],
    ),
    (
        "Melania Trump walked in with Donald Trump. Mrs Trump wore blue. Mr Trump waved.",
        [
            "Melania Trump|PERSON|Melania Trump",
            "Donald Trump|PERSON|Donald Trump",
            "Trump|PERSON|Melania Trump|Mrs",
            "Trump|PERSON|Donald Trump|Mr",
        ],
    ),
    (
        "J.K. Rowling wrote it. JK Rowling lives in Edinburgh. Rowling is rich.",
        [
            "J.K. Rowling|PERSON|J.K. Rowling",
            "JK Rowling|PERSON|J.K. Rowling",
            "Edinburgh|GPE|Edinburgh",
            "Rowling|PERSON|J.K. Rowling",
        ],
    ),
    (
        "Senator J. D. Vance arrived. JD Vance spoke. Vance left.",
        ["J. D. Vance|PERSON|J. D. Vance|Senator", "JD Vance|PERSON|J. D. Vance", "Vance|PERSON|J. D. Vance"],
    ),
    (
        "Robert F. Kennedy Jr. took the oath. Kennedy is a lawyer.",
        ["Robert F. Kennedy Jr|PERSON|Robert F. Kennedy Jr", "Kennedy|PERSON|Robert F. Kennedy Jr"],
    ),
    (
        "George W. Bush met his father, George H.W. Bush, in Texas.",
        ["George W. Bush|PERSON|George W. Bush", "George H.W. Bush|PERSON|George H.W. Bush|father", "Texas|GPE|Texas"],
    ),
    (
        "Bill Clinton spoke. William Clinton was born in Arkansas.",
        ["Bill Clinton|PERSON|William Clinton", "William Clinton|PERSON|William Clinton", "Arkansas|GPE|Arkansas"],
    ),
    (
        "Sarah Jones met Sarah Smith. Jones spoke.",
        ["Sarah Jones|PERSON|Sarah Jones", "Sarah Smith|PERSON|Sarah Smith", "Jones|PERSON|Sarah Jones"],
    ),
    (
        "Sir Keir Starmer spoke. Sir Keir left.",
        ["Keir Starmer|PERSON|Keir Starmer|Sir", "Keir|PERSON|Keir Starmer|Sir"],
    ),
    (
        "Catherine Zeta-Jones arrived. Zeta-Jones waved.",
        ["Catherine Zeta-Jones|PERSON|Catherine Zeta-Jones", "Zeta-Jones|PERSON|Catherine Zeta-Jones"],
    ),
    (
        "Gabriel García Márquez wrote it. García Márquez died in Mexico City.",
        [
            "Gabriel García Márquez|PERSON|Gabriel García Márquez",
            "García Márquez|PERSON|Gabriel García Márquez",
            "Mexico City|GPE|Mexico City",
        ],
    ),
    (
        "Xi Jinping met Joe Biden. Xi smiled.",
        ["Xi Jinping|PERSON|Xi Jinping", "Joe Biden|PERSON|Joe Biden", "Xi|PERSON|Xi Jinping"],
    ),
]

ROLES = [
    (
        "The defence secretary, John Healey, said it would stop.",
        ["John Healey|PERSON|John Healey|defence secretary"],
    ),
    (
        "John Healey, the defence secretary, said it would stop.",
        ["John Healey|PERSON|John Healey|the defence secretary"],
    ),
    (
        "Defence secretary John Healey said it would stop.",
        ["John Healey|PERSON|John Healey|Defence secretary"],
    ),
    (
        "US Secretary of State Marco Rubio flew to Paris.",
        ["US|GPE|United States", "Marco Rubio|PERSON|Marco Rubio|US Secretary of State", "Paris|GPE|Paris"],
    ),
    (
        "Anna Weller, who leads the teachers’ union, said so.",
        ["Anna Weller|PERSON|Anna Weller|leads the teachers’ union"],
    ),
    (
        "Anna Weller, who was the mayor of Leeds, said so.",
        ["Anna Weller|PERSON|Anna Weller|mayor of Leeds", "Leeds|GPE|Leeds"],
    ),
    (
        "Former prime minister Boris Johnson was there.",
        ["Boris Johnson|PERSON|Boris Johnson|Former prime minister"],
    ),
    (
        "The actor and director Clint Eastwood was there.",
        ["Clint Eastwood|PERSON|Clint Eastwood|actor and director"],
    ),
    (
        "Ukraine’s president, Volodymyr Zelenskyy, was there.",
        ["Ukraine|GPE|Ukraine", "Volodymyr Zelenskyy|PERSON|Volodymyr Zelenskyy|Ukraine’s president"],
    ),
    (
        "Labour MP Jess Phillips was there.",
        ["Jess Phillips|PERSON|Jess Phillips|Labour MP"],
    ),
    (
        "Tim Cook, Apple’s chief executive, was there.",
        ["Tim Cook|PERSON|Tim Cook|Apple’s chief executive", "Apple|ORG|Apple"],
    ),
    (
        "The chair of the council – Anna Weller – was there.",
        ["Anna Weller|PERSON|Anna Weller|chair of the council"],
    ),
    (
        "They met Anna Weller, and the council left.",
        ["Anna Weller|PERSON|Anna Weller"],
    ),
    (
        "Anna Weller, the day after, left.",
        ["Anna Weller|PERSON|Anna Weller"],
    ),
]

AGES = [
    (
        "Anna Weller, 43, was there.",
        ["Anna Weller|PERSON|Anna Weller||43"],
    ),
    (
        "Anna Weller, 43, a baker from Leeds, was there.",
        ["Anna Weller|PERSON|Anna Weller|a baker from Leeds|43", "Leeds|GPE|Leeds"],
    ),
    (
        "Anna Weller, aged 43, was there.",
        ["Anna Weller|PERSON|Anna Weller||43"],
    ),
    (
        "A 43-year-old baker, Anna Weller, was there.",
        ["Anna Weller|PERSON|Anna Weller|43-year-old baker|43"],
    ),
    (
        "43-year-old Anna Weller was there.",
        ["Anna Weller|PERSON|Anna Weller||43"],
    ),
    (
        "The nine-year-old Anna Weller was there.",
        ["Anna Weller|PERSON|Anna Weller||9"],
    ),
    (
        "Anna Weller, a 43-year-old baker, was there.",
        ["Anna Weller|PERSON|Anna Weller|a 43-year-old baker|43"],
    ),
    (
        "Anna Weller (aged 43) was there.",
        ["Anna Weller|PERSON|Anna Weller||43"],
    ),
    (
        "The mother of a nine-year-old boy, Anna Weller, was there.",
        ["Anna Weller|PERSON|Anna Weller|mother of a nine-year-old boy"],
    ),
    (
        "Anna Weller scored 43, 12 more than last year.",
        ["Anna Weller|PERSON|Anna Weller"],
    ),
    (
        "Anna Weller, 43 votes behind, conceded.",
        ["Anna Weller|PERSON|Anna Weller"],
    ),
]

BODIES = [
    (
        "The Bank of England kept rates. England lost.",
        ["Bank of England|ORG|Bank of England", "England|GPE|England"],
    ),
    (
        "General Motors fell. GM makes cars.",
        ["General Motors|ORG|General Motors", "GM|ORG|General Motors"],
    ),
    (
        "Northrop Grumman won. Northrop will build them.",
        ["Northrop Grumman|ORG|Northrop Grumman", "Northrop|ORG|Northrop Grumman"],
    ),
    (
        "Apple Inc sued. Apple won.",
        ["Apple Inc|ORG|Apple Inc", "Apple|ORG|Apple Inc"],
    ),
    (
        "The U.S. Air Force flew. The Air Force said so.",
        ["U.S. Air Force|ORG|U.S. Air Force", "Air Force|ORG|U.S. Air Force"],
    ),
    (
        "The UK and the United Kingdom are one. So are the US and the U.S.",
        ["UK|GPE|United Kingdom", "United Kingdom|GPE|United Kingdom", "US|GPE|United States", "U.S.|GPE|United States"],
    ),
    (
        "Ukrainian troops held Kyiv, once written Kiev.",
        ["Ukrainian|NORP|Ukrainian", "Kyiv|GPE|Kyiv", "Kiev|GPE|Kyiv"],
    ),
    (
        "The Guardian reported it. The Times and the Daily Mail did too.",
        ["Guardian|ORG|Guardian", "Times|ORG|Times", "Daily Mail|ORG|Daily Mail"],
    ),
    (
        "Manchester United beat Arsenal in the FA Cup.",
        ["Manchester United|ORG|Manchester United", "Arsenal|ORG|Arsenal", "FA Cup|EVENT|FA Cup"],
    ),
    (
        "He died in the Second World War. World War II ended in 1945.",
        ["Second World War|EVENT|World War II", "World War II|EVENT|World War II"],
    ),
    (
        "The Thames runs through London to the North Sea.",
        ["Thames|LOC|Thames", "London|GPE|London", "North Sea|LOC|North Sea"],
    ),
]

HEADLINES = [
    (
        "Clara Bowen Walks Into Police Station After Court Hearing\nThe actress Clara Bowen left on Monday.",
        ["Clara Bowen|PERSON|Clara Bowen", "Clara Bowen|PERSON|Clara Bowen|actress"],
    ),
    (
        "TRUMP MEETS ZELENSKYY IN WASHINGTON\nDonald Trump met Volodymyr Zelenskyy in Washington on Monday.",
        [
            "TRUMP|PERSON|Donald Trump",
            "ZELENSKYY|PERSON|Volodymyr Zelenskyy",
            "WASHINGTON|GPE|Washington",
            "Donald Trump|PERSON|Donald Trump",
            "Volodymyr Zelenskyy|PERSON|Volodymyr Zelenskyy",
            "Washington|GPE|Washington",
        ],
    ),
    (
        "Anna Leyburn wrote the report in June. The inquiry heard from Laybrun twice.",
        ["Anna Leyburn|PERSON|Anna Leyburn", "Laybrun|PERSON|Anna Leyburn"],
    ),
    (
        "Rupert Weller and his son James Weller run it. Kathryn Weller left.",
        ["Rupert Weller|PERSON|Rupert Weller", "James Weller|PERSON|James Weller|son", "Kathryn Weller|PERSON|Kathryn Weller"],
    ),
    (
        "Lee Jae-myung met Lee Hsien Loong. Mr Lee was pleased.",
        ["Lee Jae-myung|PERSON|Lee Jae-myung", "Lee Hsien Loong|PERSON|Lee Hsien Loong", "Lee|PERSON|Lee Hsien Loong|Mr"],
    ),
    (
        "The Centers for Disease Control and Prevention warned of flu. The CDC said so.",
        [
            "Centers for Disease Control and Prevention|ORG|Centers for Disease Control and Prevention",
            "CDC|ORG|Centers for Disease Control and Prevention",
        ],
    ),
    (
        "A US-backed plan, the Trump-led group said, would free Gaza.",
        ["US|GPE|United States", "Trump|PERSON|Trump", "Gaza|GPE|Gaza"],
    ),
    (
        "Whitney Houston sang in Houston, Texas.",
        ["Whitney Houston|PERSON|Whitney Houston", "Houston|GPE|Houston", "Texas|GPE|Texas"],
    ),
    (
        "The F.B.I. and the FBI are one.",
        ["F.B.I.|ORG|FBI", "FBI|ORG|FBI"],
    ),
    (
        "The mayor of London, Sadiq Khan, said so.",
        ["London|GPE|London", "Sadiq Khan|PERSON|Sadiq Khan|mayor of London"],
    ),
    (
        "Gen. John Allen and Lt. Gov. Anna Weller met Col. Tom Ridge.",
        ["John Allen|PERSON|John Allen|Gen.", "Anna Weller|PERSON|Anna Weller|Lt. Gov.", "Tom Ridge|PERSON|Tom Ridge|Col."],
    ),
]

NONE = [
    "The president met the minister and the bank.",
    "Police said the mayor and the chief executive had left.",
    "Monday was cold. In March it rained.",
]


@pytest.mark.parametrize(("text", "names"), [*BEARERS, *ROLES, *AGES, *BODIES, *HEADLINES])
def test_names(text: str, names: list[str], read: Read) -> None:
    """Each name as ``words|label|id|role|age``, in text order."""
    assert [_said(name, text) for name in read(text).all(Name)] == names


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str, read: Read) -> None:
    assert read(text).all(Name) == ()


def _said(name: Name, text: str) -> str:
    return "|".join((name.span.of(text), name.label, name.id, name.role, str(name.age or ""))).rstrip("|")
