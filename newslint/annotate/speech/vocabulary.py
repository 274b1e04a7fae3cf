"""Function words and the like: what may stand in and around a noun phrase."""

from __future__ import annotations

from newslint.words import word_set

PRONOUNS = word_set("i you he she it we they who")
BE = word_set("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t")
MODALS = word_set(
    """
    will would can could may might shall should must did does do cannot to didn't doesn't don't won't wouldn't couldn't
    can't didn’t doesn’t don’t won’t wouldn’t couldn’t can’t
    """
)
AUXILIARIES = BE | MODALS - {"to"} | word_set("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t gets get got")
ADVERBS = word_set(
    """
    also later then now not never ever already just recently previously earlier once often again still even only further
    first since initially instead always sometimes soon too both all himself herself themselves itself simply twice thus
    therefore however meanwhile perhaps so far well rather quite actually early long rightly flatly publicly reportedly
    """
)
DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
    yesterday today tonight
    """
)
TIMES = DAYS | word_set(
    """
    week weeks month months year years morning afternoon evening night day days hour hours season spring summer autumn
    fall winter may weekend
    """
)
DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some any no every each one another several many most few
    both all two three
    """
)
PREPOSITIONS = word_set(
    """
    in on at of for with by from to about after before during since until under over between among against through without
    within following despite amid via near into upon across toward towards like unlike besides beyond alongside per as
    while when if because although though once where whereas unless than last next earlier
    """
)
PEOPLE = word_set(
    """
    police officials people men women parents staff media press scientists military authorities government company council
    family
    """
)
STOPS = word_set(
    """
    that but as when while because if which who whom whose whether how what why where although though so than until unless
    nor yet is are was were has have had will would can could may might should did does
    """
) | frozenset(",;:—–()[]…?!/-•|.\"'")
OPENING = word_set(
    """
    however meanwhile still yet now then but and so instead also later additionally moreover furthermore earlier
    separately elsewhere finally perhaps indeed similarly likewise yes no well or nor because although though while when
    if since as even afterwards nevertheless nonetheless thus therefore once maybe again eventually whereas where unless
    """
)
AFTER_STOPS = word_set(
    """
    in on at during after before to when while as who that because if but since last late earlier speaking adding with
    about through via by is was has had
    """
)
APPOSED = word_set(
    """
    who which whose a an the one his her their its formerly then now however meanwhile too himself herself including for
    in on at by also like both speaking citing asked when while during after before as perhaps with not from of to
    """
)
PASTS = word_set(
    """
    spoke came went took made met held led won lost got gave told said began became left saw ran rose fell set sent
    brought bought built felt found kept put paid sold stood thought wrote drew hit cut let spent sat struck broke chose
    drove grew knew threw wore shot fought taught caught sought
    """
)
