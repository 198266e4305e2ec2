"""The wording of messages and of reasons: pure, told in the reader's own tongue, and never sent by itself."""
