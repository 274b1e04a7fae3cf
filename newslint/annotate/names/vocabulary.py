"""Words that stand in and beside names: honorifics, titles, roles, particles, and what bodies and places end in."""

from __future__ import annotations

from typing import Literal

from newslint.mentions import NameLabel
from newslint.words import word_set

Gender = Literal["", "f", "m"]


_HONORIFICS: dict[Gender, str] = {
    "m": "Mr Sir Lord Baron Father King Prince Emperor Emir Sultan Duke Sheikh Pope",
    "f": "Mrs Ms Miss Dame Lady Baroness Sister Queen Princess Empress Duchess",
    "": "Mx Dr Doctor Prof Professor Rev Reverend Rabbi Imam",
}
HONORIFICS: dict[str, Gender] = {word: gender for gender, words in _HONORIFICS.items() for word in words.split()}
"""Forms of address, and whom they are for."""

WITH_GIVEN_NAME = word_set("Sir Dame Lord Lady King Queen Prince Princess Pope Emperor Sister Father Emir Sultan Duke Duchess")
"""Those that a given name may follow alone: Sir Keir."""

ABBREVIATED_TITLES = word_set(
    "Sen Gov Rep Gen Col Maj Capt Cmdr Lt Sgt Cpl Adm Brig Insp Supt Det Cllr Hon Pte Const Dep Prof Rev Fr St"
)

TITLES = word_set(
    """
    President Premier Chancellor Senator Governor Congressman Congresswoman Councillor Mayor Ambassador Judge Justice Sheriff
    General Colonel Major Captain Commander Lieutenant Sergeant Corporal Admiral Constable Inspector Superintendent Detective
    Archbishop Bishop Cardinal Ayatollah Deputy Representative Chairman Chairwoman Coach Officer Secretary Minister Brigadier
    """
)
"""Written with a capital before a name."""

ROLES = word_set(
    """
    academic accountant activist actor actress adviser advisor aide ally ambassador analyst anchor anthropologist archbishop
    archaeologist architect artist assistant astronaut astronomer athlete attorney author baker ballerina banker baroness
    barrister bassist biographer biologist bishop blogger boss boxer boyfriend broadcaster broker brother builder butcher
    cabbie campaigner candidate captain cardinal carer caretaker cashier ceo cfo chair chairman chairwoman chairperson
    champion chancellor chef chemist chief choreographer cleaner clerk climber coach co-author co-chair co-founder colleague
    collector colonel columnist comedian comic commander commissioner commentator composer conductor congressman congresswoman
    constable consultant contractor convener coo coordinator coroner correspondent cosmologist councillor counsel counsellor
    courier cricketer critic curator cyclist dancer daughter dean defender dentist deputy designer detective developer
    dictator diplomat director dissident doctor drummer driver duke duchess economist editor educator electrician emperor
    engineer entertainer entrepreneur envoy epidemiologist exec executive expert farmer father fellow fiance fiancé fiancée
    financier firefighter fisherman founder footballer forward fullback gardener general geologist girlfriend goalkeeper
    golfer governor graduate guard guitarist head headmaster headmistress headteacher heiress historian host hostess housewife
    humorist husband imam influencer inspector instructor inventor investigator investor jeweller jockey journalist judge
    justice keeper king labourer landlord landlady lawmaker lawyer leader lecturer legislator lender librarian
    lieutenant linebacker lobbyist magistrate magnate major manager mathematician maker mayor mechanic mediator member mep
    midfielder midwife miner minister minder mogul monarch mother mp msp murderer musician musicologist naturalist negotiator
    neighbour neighbor neurologist novelist nurse nutritionist observer officer official oligarch ombudsman operator organiser
    organizer owner painter paramedic parent partner partygoer pastor patient pathologist pensioner performer philanthropist
    philosopher photographer physician physicist pianist pilot pitcher plaintiff player playwright plumber poet policeman
    policewoman politician pollster pope postman pm premier presenter president priest prince princess principal prisoner
    producer professor programmer prosecutor protester provost psychiatrist psychologist publicist publisher pundit pupil
    quarterback queen rabbi rapper receiver receptionist rector referee refugee rep reporter representative rescuer researcher
    resident reviewer rider rival runner sailor salesman scholar scientist screenwriter sculptor secretary senator sergeant
    sheriff shopkeeper singer sister skier skipper sociologist soldier solicitor son songwriter speaker specialist spokesman
    spokesperson spokeswoman star statistician striker student sultan suffragette superintendent supervisor surfer surgeon
    survivor suspect swimmer taoiseach teacher teenager theologian therapist trader trainer translator treasurer
    trustee tutor tycoon undersecretary vet veteran vicar victim virologist volunteer waiter waitress warden whistleblower
    widow widower wife winger winner witness worker wrestler writer youth zoologist mum dad mom uncle aunt nephew niece cousin
    grandfather grandmother grandson granddaughter stepfather stepmother first-lady lady minister-president shadow-chancellor
    """
)
"""Nouns that say what somebody is."""

_ROLE_ENDINGS = tuple(
    word_set("ologist ographer maker keeper holder worker woman teacher player writer fighter president minister")
)

BESIDE_A_ROLE = word_set(
    """
    former then acting deputy prime foreign vice chief senior junior news state party opposition finance home interior defence
    defense health justice trade energy education environment transport culture shadow first lead leading veteran famous
    retired late incoming outgoing interim assistant associate managing executive general attorney police fire army navy
    military air naval political economics business sports sport legal medical music film pop rock football rugby cricket
    tennis basketball baseball chess boxing labour conservative liberal republican democratic supreme high federal national
    local regional global international european media press public human rights civil climate housing head team club union
    company bank school university college hospital church council city county court cabinet government security intelligence
    communications marketing operating financial technology technical information data world olympic presidential
    vice-presidential parliamentary congressional gubernatorial royal crown reality tv television radio newspaper
    investigative special long-time longtime fellow british-born lieutenant major brigadier rear staff squadron wing
    lance private chief-of-staff fashion art crime murder climate-change space science research development programme program
    project star wartime right-wing left-wing far-right far-left
    """
)
"""Words that may stand before such a noun."""

PARTICLES = word_set("al el bin ibn abu ben da das de del della der den di dos du la le lo ten ter van von zu y st")

NAMES_TOO = word_set(
    "King Baker Butcher Earl Duke Major Dean Marshal Driver Singer Porter Prince Butler Bishop Pope Judge Cook Star"
)
"""Roles that are also given names or surnames."""

SUFFIXES = word_set("jr sr ii iii iv phd qc kc mp obe mbe cbe")

NO_NAMES = word_set(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mr Mrs Ms Miss Mx Dr Sir Dame CEO CFO COO MP MPs
    MEP MEPs PM Covid Covid-19 COVID-19 COVID Ltd Inc Internet Net GDP Aids AIDS HIV DNA TV GMT BST EDT EST PST pm Madam Sirs
    God Twitterati Brexit I OK
    """
)
"""Words with capitals that name no person, body or place."""

HEADLINE_WORDS = word_set(
    """
    accused accuses accuse admits agree agrees aims amid after announces apologises apologizes arrested arrests as asks at
    attacks backs bans beats becomes before begins bids blames blasts blocks but buys by call calls cancels check checks
    claims confirms could criticises criticizes cuts deal defeats defends delays denies die died dies drops during ends enters
    expected faces facing fails falls feared fears finds fined fires first flies for found from gets gives goes has have heads
    held helps hit hits holds host hosts how in inside into is jailed joins jumps keeps kill killed kills launches leads leave
    leaves left loses lost makes may meet meets might mourns moves named names near new of off offer offers on opens orders
    out over passes pays placed places plans plays pledges pledged promises pulls pushes puts quits raises reach
    reaches recalls rehires rejects released releases report reports resign resigns responds returns reveals rises rules runs
    said say says seeks seen sells sends sentenced set sets shares shoots shot should shows sign signs slams speaks stands
    starts steps still stops strikes sues sued takes talks tells than that threatens to told travels tries turns under
    unveiled unveils urges via visits vows wants warns was weds were when where who why will win wins with won would
    """
)
"""Words that in a headline with capitals throughout are no part of the name before them."""

_ENDINGS: dict[NameLabel, str] = {
    "ORG": """
        University College Ministry Department Council Committee Commission Party Union Bank Group Inc Corp Corporation Ltd
        plc PLC LLC Agency Authority Association Federation Institute Institution Foundation Trust Police Constabulary Office
        Parliament Senate Congress Assembly Army Navy Times Guardian Telegraph Herald News Tribune Journal Gazette Chronicle
        FC Rovers Wanderers Albion Airlines Airways Motors Society Organisation Organization Company Holdings Partners
        Industries Technologies Systems Bureau Board Court Tribunal Alliance Coalition Confederation Service Services Academy
        School Orchestra Brigade Regiment Battalion Corps Militia Network Watch Fund Exchange Club Airforce Force Magazine
        Records
    """,
    "LOC": "River Sea Ocean Lake Mountains Island Islands Peninsula Valley Desert Bay Coast Hills Gulf Strait Canyon Glacier",
    "FAC": """
        Airport Stadium Street Road Avenue Lane Boulevard Bridge Prison Jail Square Palace Castle Tower Towers Theatre Theater
        Museum Arena Cathedral Park Hospital Motorway Highway Tunnel Barracks Mosque Synagogue Abbey Infirmary Terminal
    """,
    "GPE": "County Province Oblast Prefecture Township",
    "EVENT": "Olympics Games Cup Championship Championships Festival War Prix Summit Marathon Inquiry Inquest Uprising",
}
ENDINGS: dict[str, NameLabel] = {word: label for label, words in _ENDINGS.items() for word in words.split()}
"""What the last word of a name of several words makes of it."""

_OPENINGS: dict[NameLabel, str] = {
    "ORG": "Ministry Department Bank University House Church Office Institute College Association Federation Court Board",
    "LOC": "Lake Mount Mt Gulf Strait Bay Cape River Isle Sea",
    "EVENT": "Battle Siege Treaty Hurricane Storm Cyclone Typhoon Feast",
}
OPENINGS: dict[str, NameLabel] = {word: label for label, words in _OPENINGS.items() for word in words.split()}
"""What the first word makes of it: where "of" or "for" follows, and with LOC and EVENT anywhere."""


def is_role(word: str) -> bool:
    """Whether a word says what somebody is: "minister", "Goalkeeper", "ex-wife", "co-founder"."""
    word = word.lower().rstrip(".")
    last = word.rpartition("-")[2]
    return word in ROLES or last in ROLES or last.endswith(_ROLE_ENDINGS)


_GIVEN_NAMES: dict[Gender, str] = {
    "m": """
        aaron adam ahmed alan albert alex alexander ali andrew anthony antonio arthur barack bashar ben benjamin bernie bill
        bob boris brian bruce carlos charles chris christopher colin craig daniel david denis dennis dmitry dominic donald
        doug douglas edward emmanuel eric francis frank fred gary gavin geoffrey george gerald giorgio gordon graham greg
        hamid harold harry henry hugh hugo ian igor ivan jack jacob james jason jeff jeremy jim joe john jonathan jorge jose
        joseph juan justin keir keith ken kenneth kevin larry lee luis luke mahmoud manuel marco mario mark martin matthew
        michael miguel mike mohamed mohammed muhammad narendra nathan neil nicholas nick nicolas nigel oliver omar oscar owen
        patrick paul pedro peter philip rafael ralph raymond recep ricardo richard rob robert roger ronald roy rupert russell
        ryan sam samuel scott sean sergei simon stephen steve steven stuart ted thomas tim timothy toby todd tom tony vladimir
        volodymyr walter william xavier zac
    """,
    "f": """
        abigail agnes alexandra alice alison amanda amber amy ana andrea angela anita ann anna anne annette barbara beth betty
        brenda bridget camilla carmen carol caroline catherine cecilia charlotte cheryl chloe christina christine claire clara
        cynthia deborah debra diana diane donna dorothy elaine eleanor elena elizabeth ellen emily emma erin esther eva fatima
        fiona frances gemma gina giorgia grace hannah harriet heather helen hillary hilary irene isabel isabella ivanka
        jacqueline jane janet janice jean jennifer jessica jill joan joanna joanne josephine joyce judith julia julie karen
        kate katherine kathleen kathryn kirsty laura lauren leila linda lisa louise lucy margaret maria marie marion martha
        mary maureen megan melania melanie melissa michelle miriam molly monica nancy naomi natalie nicola nicole olena olga
        olivia pamela patricia paula penelope priti rachel rebecca rosa rose rosemary ruth sally samantha sandra sara sarah
        sharon sheila shirley silvia sonia sophia sophie stella stephanie susan suzanne sylvia teresa theresa tina tracy
        ursula valerie vanessa veronica victoria virginia wendy yasmin yolanda yvette yvonne zoe
    """,
}
GIVEN_NAMES: dict[str, Gender] = {name: gender for gender, names in _GIVEN_NAMES.items() for name in names.split()}
"""Given names that tell a husband from a wife: frequent, and borne by one sex."""

_NICKNAMES = """
    abigail abby, albert al, alexander alex, alexei aleksei, andrew andy, anthony tony, antonio toni, barbara barb, benjamin
    ben, bernard bernie, catherine cathy, charles charlie, christopher chris, daniel dan danny, david dave, deborah debbie,
    donald don, douglas doug, edward ed eddie ted, elizabeth liz beth, frederick fred, gerald gerry jerry, gregory greg, james
    jim jimmy jamie, jeffrey jeff, jennifer jen jenny, jonathan jon, joseph joe, joshua josh, judith judy, kenneth ken,
    lawrence larry, margaret maggie peggy, matthew matt, michael mike mick, nicholas nick, patricia pat, patrick paddy, peter
    pete, philip phil, raymond ray, rebecca becky, richard rick dick, robert bob rob bobby, ronald ron, samuel sam, stephen
    steve steven, susan sue, theodore teddy, thomas tom tommy, timothy tim, vincent vince, walter walt, william bill will
    billy, zachary zac zack
"""
NICKNAMES = {name: row.split()[0] for row in _NICKNAMES.split(",") for name in row.split()}
"""Forms of one given name, and the first of them."""


def addresses(word: str) -> bool:
    """Whether a word stands before names and is none: "Mr", "Sen.", "Colonel"."""
    bare = word.rstrip(".")
    return bare in HONORIFICS or bare in ABBREVIATED_TITLES or bare in TITLES
