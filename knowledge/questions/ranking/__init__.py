"""Which statements come nearest to answering a question, and what each of them lacks."""
