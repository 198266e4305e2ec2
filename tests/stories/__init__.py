"""The claims and scenarios of the method, end to end."""
