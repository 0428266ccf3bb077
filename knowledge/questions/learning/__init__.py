"""How the classifiers learn from the bank and from the entries; no answer needs any of it."""
