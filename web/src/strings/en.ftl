# The shell
brand = Isnad
nav = Screens
nav-reports = Reports
nav-review = Review
nav-events = Events
nav-map = Map
nav-search = Search
nav-sources = Sources
nav-jobs = Jobs
skip = Skip to the content
close = Close
waiting = One moment …
again = Try again
offline = The server does not answer. What you see may be out of date; it connects again by itself.
no-such-page = There is no such page
go-start = To the reports
version = Isnad { $version }

# Settings
settings = Settings
setting-theme = Appearance
setting-theme-auto = As the system
setting-theme-light = Light
setting-theme-dark = Dark
setting-digits = Digits in Arabic
setting-digits-latn = 123
setting-digits-arab = ١٢٣
setting-letters = Keys of one letter
setting-letters-on = On
setting-letters-off = Off

# Signing in
sign-in = Sign in
sign-in-why = This ledger is shared, so every decision bears a name.
sign-in-failed = Name and password do not fit. Try again, or ask an editor for a new password.
sign-out = Sign out
user-name = Name
password = Password

# What goes wrong
problem = That did not work
problem-0 = The server does not answer
problem-401 = Please sign in
problem-403 = Your role does not allow that
problem-404 = That does not exist
problem-429 = Too many tries. Wait a minute.

# Undoing
undo = Undo
undone = Decision { NUMBER($number, useGrouping: 0) } withdrawn
nothing-to-undo = There is nothing of yours to undo

# Keys
then = then
key-search = Search
key-undo = Undo my last decision; again for the one before
key-help = Keys and help
key-language = Arabic or English
help-title = Keys
help-layout = Keys go by where they lie on the keyboard, so they are the same on an Arabic layout.
letters-are-off = Keys of one letter are switched off in the settings.
keys-everywhere = Everywhere
keys-settings = Settings
