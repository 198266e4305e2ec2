"""The app in a real Chromium, on a real server, with the sample network in it."""
