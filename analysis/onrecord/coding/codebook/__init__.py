"""The codebook: its rules, the columns of its tables and its vocabularies as data, in words for a reader.

`rules.toml`, `columns.csv` and `vocabularies.csv` hold it; `onrecord codebook` and seeds/README.md print it.
"""
