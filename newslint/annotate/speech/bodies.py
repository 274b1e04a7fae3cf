"""Words for what speaks and is no person: papers, bodies, and the places that stand for a government."""

from __future__ import annotations

from newslint.words import word_set

PAPERS = word_set(
    """
    report reports study studies survey surveys poll polls letter letters statement statements document documents filing
    filings memo records record data figures email emails tweet tweets post posts analysis research paper papers article
    articles lawsuit complaint ruling release releases review audit indictment affidavit transcript transcripts book column
    editorial op-ed law bill treaty website site message messages findings results census index budget account accounts video
    footage images minutes warrant projections projection estimates estimate assessment assessments statistics evidence
    rumours rumors speculation coverage page note ad notice order decision judgment judgement
    """
)
BODIES = word_set(
    """
    police ministry government company firm agency council court party campaign union university department office army
    military bank group organisation organization institute committee commission administration navy force forces team club
    board newspaper magazine broadcaster network channel station authority authorities charity association federation
    foundation church school college hospital airline business embassy parliament congress senate senators cabinet watchdog
    regulator prosecutors officials investigators officers firefighters media press outlet outlets intelligence service
    services state brewer retailer lender maker giant industry consultancy palace kremlin pentagon house inc corp ltd plc
    times news tribune guardian reuters xinhua tass kcna afp bbc cnn fbi cia un nato eu fund centre center coalition alliance
    league society tribunal bloomberg politico journal herald mail telegraph democrats republicans conservatives lawmakers
    ministers leaders legion post examiner spokespeople
    """
)

SEATS = word_set(
    """
    seoul moscow washington beijing pyongyang tokyo kyiv kiev london paris berlin brussels tehran jerusalem ankara delhi
    new-delhi islamabad kabul baghdad damascus riyadh cairo canberra ottawa madrid rome athens warsaw budapest vienna
    stockholm oslo helsinki copenhagen dublin lisbon prague minsk taipei hanoi bangkok manila jakarta pretoria abuja
    nairobi addis-ababa mexico-city buenos-aires brasilia brasília caracas havana bogotá bogota westminster holyrood
    stormont whitehall downing-street white-house capitol-hill kremlin pentagon elysée bundestag knesset duma vatican
    holy-see buckingham-palace kensington-palace scotland-yard wall-street foggy-bottom langley
    """
)
"""In lower case, hyphens for spaces; alone or with "the" such a place speaks for those who sit there."""

TITLES = word_set(
    """
    mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor gen general lt col
    colonel sgt capt captain rev reverend president vice prime minister chancellor king queen prince princess pope judge
    justice mayor secretary chairman chairwoman chief detective inspector sheriff officer former foreign chef coach democrat
    republican congressman congresswoman archbishop bishop ambassador speaker attorney deputy director premier
    """
)
