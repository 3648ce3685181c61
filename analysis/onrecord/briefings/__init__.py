"""What each briefing is made of: a module a notebook, whose names are its parts in the order in which they are read.

`from onrecord.briefings import situation`, then `situation.voices(record)`: a figure, table or paragraph of another
briefing is reached the same way. No part is made here; each stands in `figures`, `tables` or `prose`.
"""
