"""The words of a question: made plain, put in English, mended, matched with a base's names."""
