"""Tables of a case, one a file: each function takes a case and returns a `Table`."""
