"""A case on the disk: its files, who may write them, and what a cut-short change left."""
