"""States and provinces whose names are places wherever news names them: of the United States and others.

Only names that no person and no country bears alone: "Georgia" and "Washington" are for their surroundings
to tell. Add a name here. Holds names, decides nothing.
"""

from __future__ import annotations

REGIONS = frozenset(
    name.strip()
    for name in """
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho,
    Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
    Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New
    York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
    South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Puerto Rico,
    New York City, Los Angeles, San Francisco, Alberta, British Columbia, Manitoba, New Brunswick,
    Newfoundland, Nova Scotia, Ontario, Quebec, Saskatchewan, New South Wales, Queensland, Tasmania, South
    Australia, Western Australia, Northern Ireland, Bavaria, Saxony, Catalonia, Andalusia, Lombardy, Sicily,
    Brittany, Normandy, Crimea, Donbas, Chechnya, Dagestan, Tatarstan, Siberia, Xinjiang, Tibet, Guangdong,
    Sichuan, Kashmir, Punjab, Gujarat, Kerala, Bihar, Sindh, Balochistan, Khyber Pakhtunkhwa, Helmand,
    Kandahar, Anbar, Kurdistan, Darfur, Tigray, Oromia, Biafra, Kivu, Gaza, West Bank, Golan Heights, Sinai,
    Anatolia, Aceh, Mindanao, Hokkaido, Okinawa, Chiapas, Patagonia
    """.split(",")
)
