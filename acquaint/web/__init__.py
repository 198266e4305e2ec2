"""The app in the browser: server-rendered pages over queries and actions, usable without JavaScript."""
