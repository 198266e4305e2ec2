"""The only room that knows every face: settings, addresses, the program itself, and the server."""
