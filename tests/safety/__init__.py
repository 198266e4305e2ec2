"""What keeps the data safe, tried from outside: real processes, real files, real kills."""
