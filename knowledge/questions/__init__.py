"""From a typed question to an answer, without a language model: every word shown is a statement's
or a template's.

A question goes through rooms of which none knows of one that comes after it: its `times`, words as
`vectors` and as `language`, what these are `asking` for, the `base` that is laid out, what they
mean beside it and what was said before (`reading`), the statements that come nearest (`ranking`),
how much of them is shown (`composing`), what a query tells (`queries`), and whether it is answered
at all (`deciding`). `ask` leads through them; `learning` learns what some of them weigh.
"""
