"""The house that briefings are made for: its name, looks and rules, as `onrecord.yml` gives them."""
