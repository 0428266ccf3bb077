"""The times that a question names: which days it is about, and from when to when."""
