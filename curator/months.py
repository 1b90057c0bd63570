"""The English names of the months, for every stage that reads or writes a date.

Names only: what a date means where is for the stage that reads it.
"""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""January first."""
