"""Drafting a case anew."""


def redraft(folder, article):
    raise NotImplementedError
