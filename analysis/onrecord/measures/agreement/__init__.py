"""How far two codings of one article agree (codebook, section 7).

Rows are aligned by their spans; actors and issues of the two coders by the spans that they share; then fields are
compared. Everything takes two Cases of one article, the coding of A and the coding of B.
"""
