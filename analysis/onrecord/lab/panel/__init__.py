"""The review panel without its widget: what is on the reviewer's desk, what each message does, what is shown."""
