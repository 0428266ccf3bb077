"""From a typed question to an answer, without a language model: every word shown is a statement's
or a template's.

A question goes through the rooms in this order, and none knows of one that comes after it: its
`times` and its words (`language`), what these ask for (`asking`), what they name in the `base` and
take over from before (`reading`), the statements that come nearest (`ranking`), and whether these
answer it (`deciding`). What a query can tell, it tells (`queries`); `composing` says how much is
shown. `ask` leads through them all; `learning` learns what some of them weigh.
"""
