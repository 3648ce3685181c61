"""The gate before publishing: what was rendered is read again, and what the house does not let through is said."""
