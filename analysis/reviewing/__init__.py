"""A person's decisions on drafted rows: what each changes, saved at once, logged, and taken back. No widgets here."""
