"""A little gazetteer: names in the news that a small model takes for something else.

Only names that mean one thing: Georgia, Jordan, Chad or Washington are left to the model,
which sees the words around them.
"""

from __future__ import annotations

from newslint.mentions import NameLabel

_COUNTRIES = """
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
    Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Botswana,
    Brazil, Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central
    African Republic, Chile, China, Colombia, Comoros, Costa Rica, Croatia, Cuba, Cyprus, Czechia, Czech Republic,
    Denmark, Djibouti, Dominican Republic, DPRK, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea,
    Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Germany, Ghana, Great Britain, Greece, Greenland,
    Guatemala, Guinea-Bissau, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq,
    Ireland, Italy, Ivory Coast, Jamaica, Japan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Madagascar, Malawi, Malaysia,
    Maldives, Malta, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco,
    Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North
    Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palau, Panama, Papua New Guinea, Paraguay, Peru, Philippines,
    Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland, Senegal,
    Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, Somaliland, South Africa,
    South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan,
    Tajikistan, Tanzania, Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkmenistan, Tuvalu, Uganda, UK, U.K.,
    Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, US, U.S., USA, Uzbekistan, Vanuatu, Vatican
    City, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe
"""

_CITIES = """
    Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Algiers, Amsterdam, Ankara, Antananarivo, Ashgabat, Asmara,
    Astana, Asunción, Athens, Auckland, Avdiivka, Baghdad, Bakhmut, Baku, Bamako, Bangkok, Barcelona, Basra, Beijing,
    Beirut, Belfast, Belgrade, Benghazi, Berlin, Birmingham, Bishkek, Bogota, Bogotá, Brasilia, Brasília, Bratislava,
    Brussels, Bucharest, Bucha, Budapest, Buenos Aires, Bujumbura, Cairo, Canberra, Caracas, Cardiff, Chișinău,
    Chisinau, Colombo, Conakry, Copenhagen, Dakar, Damascus, Dhaka, Dnipro, Doha, Donetsk, Dubai, Dublin, Dushanbe,
    Edinburgh, Fallujah, Freetown, Gaza City, Geneva, Glasgow, Guatemala City, Hanoi, Harare, Havana, Helsinki, Homs,
    Idlib, Islamabad, Istanbul, Jakarta, Jenin, Jerusalem, Johannesburg, Juba, Kabul, Kampala, Kandahar, Karachi,
    Kathmandu, Kharkiv, Kharkov, Khartoum, Kherson, Kiev, Kigali, Kinshasa, Kramatorsk, Kuala Lumpur, Kursk, Kyiv, La
    Paz, Lagos, Lahore, Leeds, Libreville, Lilongwe, Lima, Lisbon, Liverpool, Ljubljana, Lomé, Luanda, Luhansk, Lusaka,
    Lviv, Madrid, Makhachkala, Managua, Manama, Manila, Maputo, Mariupol, Melbourne, Melitopol, Mexico City, Minsk,
    Mogadishu, Monrovia, Montevideo, Moscow, Mosul, Mumbai, Munich, Muscat, Mykolaiv, Nablus, Nairobi, Nanjing,
    Naypyidaw, N'Djamena, New Delhi, Niamey, Nouakchott, Nur-Sultan, Odesa, Odessa, Oslo, Ottawa, Ouagadougou, Panama
    City, Phnom Penh, Podgorica, Pokrovsk, Port-au-Prince, Port Moresby, Prague, Pretoria, Pristina, Pyongyang, Quito,
    Rabat, Rafah, Ramallah, Raqqa, Reykjavik, Riga, Riyadh, Rostov-on-Don, San Salvador, Sana'a, Sanaa, Santo Domingo,
    Sarajevo, Seoul, Sevastopol, Shanghai, Simferopol, Skopje, Stockholm, Strasbourg, Sumy, Tallinn, Tashkent, Tbilisi,
    Tegucigalpa, Tehran, Tel Aviv, Thimphu, Tirana, Tokyo, Toronto, Tripoli, Tunis, Ulaanbaatar, Valletta, Vienna,
    Vientiane, Vilnius, Warsaw, Windhoek, Wuhan, Yaounde, Yaoundé, Yerevan, Zagreb, Zaporizhzhia
"""

_REGIONS = """
    Abkhazia, Africa, Antarctica, Arctic, Asia, Balkans, Baltic Sea, Black Sea, Caribbean, Caspian Sea, Caucasus,
    Central Asia, Crimea, Darfur, Donbas, Donbass, East Africa, Eastern Europe, Europe, Gaza Strip, Golan Heights, Horn
    of Africa, Kashmir, Korean Peninsula, Latin America, Levant, Mediterranean, Middle East, Nagorno-Karabakh, North
    Africa, North America, Persian Gulf, Red Sea, Sahara, Sahel, Scandinavia, Siberia, Sinai, South America, South China
    Sea, South Ossetia, Southeast Asia, Strait of Hormuz, Tigray, Transnistria, West Africa, West Bank, Western Europe,
    Western Sahara, Xinjiang
"""

_DEMONYMS = """
    Afghan, Albanian, Algerian, American, Angolan, Arab, Argentine, Argentinian, Armenian, Australian, Austrian,
    Azerbaijani, Bahraini, Bangladeshi, Belarusian, Belgian, Bolivian, Bosnian, Brazilian, British, Bulgarian, Burmese,
    Cambodian, Cameroonian, Canadian, Chechen, Chilean, Chinese, Colombian, Congolese, Croatian, Cuban, Cypriot, Czech,
    Danish, Dutch, Ecuadorian, Egyptian, Emirati, Eritrean, Estonian, Ethiopian, European, Filipino, Finnish, French,
    Georgian, German, Ghanaian, Greek, Guatemalan, Haitian, Honduran, Houthi, Hungarian, Icelandic, Indian, Indonesian,
    Iranian, Iraqi, Irish, Israeli, Italian, Ivorian, Jamaican, Japanese, Jordanian, Kashmiri, Kazakh, Kenyan, Korean,
    Kosovar, Kurdish, Kuwaiti, Kyrgyz, Latvian, Lebanese, Liberian, Libyan, Lithuanian, Malaysian, Maltese, Mexican,
    Moldovan, Mongolian, Moroccan, Mozambican, Namibian, Nepalese, Nicaraguan, Nigerian, North Korean, Norwegian, Omani,
    Pakistani, Palestinian, Peruvian, Polish, Portuguese, Qatari, Rohingya, Romanian, Russian, Rwandan, Salvadoran,
    Saudi, Scottish, Senegalese, Serbian, Singaporean, Slovak, Slovenian, Somali, South African, South Korean, Soviet,
    Spanish, Sri Lankan, Sudanese, Swedish, Swiss, Syrian, Taiwanese, Tajik, Tanzanian, Thai, Tibetan, Tunisian,
    Turkish, Turkmen, Ugandan, Ukrainian, Uruguayan, Uyghur, Uzbek, Venezuelan, Vietnamese, Welsh, Yemeni, Zambian,
    Zimbabwean, Buddhist, Catholic, Christian, Hindu, Jewish, Muslim, Orthodox, Protestant, Shia, Shiite, Sikh, Sunni
"""

_BODIES = """
    Agence France-Presse, AFP, African Union, Al Jazeera, Al Qaeda, al-Qaeda, al-Shabaab, Amnesty International, ASEAN,
    Associated Press, BBC, Bloomberg, Boko Haram, Bundestag, Bundesrat, CBI, CDU, CERN, CIA, CNN, Duma, DUP, ECB,
    European Central Bank, European Commission, European Council, European Parliament, European Union, EU, FAO, FBI,
    Federal Reserve, FEMA, Fifa, FIFA, FSB, GCHQ, Greenpeace, GRU, Hamas, Hezbollah, House of Commons, House of Lords,
    Human Rights Watch, IAEA, ICC, IMF, Interfax, International Atomic Energy Agency, International Criminal Court,
    International Monetary Fund, Interpol, IRNA, ISIS, Islamic State, KCNA, Knesset, Kremlin, Kuomintang, Médecins Sans
    Frontières, Meduza, MI5, MI6, Mossad, NASA, Nasa, National Rally, NATO, Nato, NHS, Nobel Committee, NSA, OECD,
    Ofcom, Oireachtas, OPEC, Opec, OSCE, PA Media, PLO, Politburo, Press Association, Reuters, RIA Novosti, SNP, Sinn
    Féin, Sinn Fein, Sejm, State Duma, Supreme Court, Taliban, TASS, Tass, UN, U.N., Uefa, UEFA, UNESCO, Unesco, UNHCR,
    UNICEF, Unicef, United Nations, Verkhovna Rada, Wagner Group, WHO, World Bank, World Health Organization, World
    Health Organisation, World Trade Organization, WTO, Xinhua, Yonhap
"""

SHORT_FORMS = {
    "DPRK": "North Korea",
    "EU": "European Union",
    "Nato": "NATO",
    "U.K.": "United Kingdom",
    "U.N.": "United Nations",
    "U.S.": "United States",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "US": "United States",
    "USA": "United States",
    "WHO": "World Health Organization",
}
"""Abbreviations that need no gloss, and the names they stand for."""


def _table() -> dict[str, NameLabel]:
    columns: tuple[tuple[str, NameLabel], ...] = (
        (_COUNTRIES, "GPE"),
        (_CITIES, "GPE"),
        (_REGIONS, "LOC"),
        (_DEMONYMS, "NORP"),
        (_BODIES, "ORG"),
    )
    return {" ".join(name.split()): label for names, label in columns for name in names.split(",")}


GAZETTEER = _table()
