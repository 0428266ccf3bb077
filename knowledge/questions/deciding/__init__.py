"""Whether a question is answered as asked, set right, or declined."""
