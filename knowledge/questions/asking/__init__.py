"""What a question asks for by its words alone: an operation, a property, a kind of thing."""
