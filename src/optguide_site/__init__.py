"""How a page of the guide becomes HTML and a test."""
