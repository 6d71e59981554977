"""A page is read once, into a list of segments; reading runs nothing."""
