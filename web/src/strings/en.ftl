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
sign-in-provider = Through your organisation
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
and = and
list-comma = {", "}

# The report
open-original = Original
claims-count = { $count ->
    [one] 1 claim
   *[other] { $count } claims
  }
reviewed-count = { $count } of { $of } reviewed
report-text = Text of the report
report-text-role = text, arrows move from word to word
no-such-report = There is no such report
no-claims = Nothing in this report was read as a claim
no-claims-next = Choose words in the text to add one.
legend = What the marks mean
legend-none = Choose a claim, and its words light up here. Choose words to correct it or to add another.
role-act = what
role-figure = how many
role-said = said
role-who = who
role-whom = whom
role-means = by what
role-place = where
role-time = when
role-source = who says so
role-proof = evidence
via = via
own-voice = in its own voice
unnamed = unnamed
show-in-text = Show in the text
event-number = Event { NUMBER($number, useGrouping: 0) }
time-inherited = (from context)
label-from = from
label-toward = towards
label-of = of
label-subject = who
label-object = what
label-holder = held by
label-before = before
label-about = about
label-office = as
diagnostics = { $count ->
    [one] 1 note of the reader
   *[other] { $count } notes of the reader
  }

# Judging
judge = Judge this claim
accept = Accept
reject = Reject
unsure = Unsure
edit = Edit
verdict-accept = accepted
verdict-reject = rejected
verdict-unsure = unsure
verdict-edit = corrected
verdict-add = added
said-accept = Accepted
said-reject = Rejected
said-unsure = Marked as unsure
said-edit = Corrected
said-add = Claim added
nothing-changed = Nothing was changed
choose-words-first = First choose the words in the text that say it

# Correcting
edit-claim = Correct the claim
add-claim = Add a claim
add-event = New event
add-figure = New figure
add-state = New state
add-statement = New statement
save = Save
cancel = Cancel
add = Add …
change = Change …
add-to = Add to { $field }
remove-name = Remove { $name }
take-words = Take “{ $words }”
no-mode = none in particular
acled-none = does not code this.
chosen-words = Chosen words
use-as = For the lit claim:
new-claim = New:
field-type = Type
field-mode = Mode
field-status = Status
field-stance = The speaker
field-polarity = Polarity
field-measure = What is counted
field-bound = Bound
field-low = At least
field-high = At most
field-predicate = Relation
field-agents = Who
field-targets = Whom
field-unit = Counted
field-subject = Who or what
field-objects = Whom or what
field-places = Where
field-sources = Who says so
field-time = When
field-start = From day
field-end = To day
field-precision = Precision
field-relation = Relation
field-note = Note (who will read it: other coders)
fault-number = Digits only, for example 370
fault-number-missing = One of the two is needed
fault-order = Must not be less than the first
fault-day = A day as 2021-03-09, a month as 2021-03, or a year

key-next-claim = Next claim
key-previous-claim = Claim before
key-add = Add a claim at the chosen words
key-text = Into the text; arrows choose words, with Shift several
key-leave = Let go of what is chosen
keys-report = Report
keys-form = Form

# Lists
filters = Filters
filter-text = Words
filter-outlet = Outlet
filter-from = From
filter-to = to
filter-type = Type
filter-status = Status
filter-grade = Grade
filter-place = Place
filter-actor = Actor
filter-disputed = Disputed
filter-news = Without what is told in passing
filter-kind = Kind
nothing-fits = Nothing fits
relax = Take a filter away:
open = Open
key-next-row = Next row
key-previous-row = Row before
key-filter = To the filters
keys-list = List
reports-count = { $count ->
    [one] 1 report
   *[other] { $count } reports
  }
events-count = { $count ->
    [one] 1 event
   *[other] { $count } events
  }
witnesses-count = { $count ->
    [one] 1 witness
   *[other] { $count } independent witnesses
  }
column-published = Published
column-report = Report
column-events = Events
column-reviewed = Reviewed
column-when = When
column-event = Event
column-toll = Toll
column-grade = Grade
no-day = no day
no-reports = No reports yet
no-reports-next = Take in a file of reports (text, JSON or NDJSON), or do it on the command line:
take-in = Take in reports …
taken-in = { $name } was handed over; its progress stands here
file-unreadable = { $name } cannot be read
no-events = No events yet
no-events-next = Events come out of reports. Either none was taken in, or they are still being read.
toll-killed = { $value } killed
toll-wounded = { $value } wounded
disputed-over = disputed: { $what }
export = Export
export-acled = CSV of 31 columns
export-ged = UCDP, violence with a death
export-plover = PLOVER 0.8, a line an event
export-geojson = for maps
export-hxl = CSV with humanitarian tags

# Review
queues = Queues
queue = Queue
queue-unreviewed = To review
queue-mine = Mine
queue-disagreements = Disagreements
queue-unsure = Unsure
queue-done = Done
queue-agreement = Agreement
queue-count = { $count ->
    [one] 1 claim
   *[other] { $count } claims
  }
queue-empty-unreviewed = Nothing is left to review
queue-empty-mine = Nothing is assigned to you
queue-empty-disagreements = Nobody disagrees
queue-empty-unsure = Nobody was unsure
queue-empty-done = Nothing is decided yet
queue-empty-next = What was decided can be looked up, and taken back, in each report.
doubt = Doubt
weight = Weight
doubt-and-weight = doubt { $doubt } of 100, weight { $weight } of 20
claim-of = Claim { $place } of { $total }
place-of = { $place } of { $total }
claim-gone = This claim stands no more
claim-gone-next = It was rejected, or the report is now read otherwise.
whole-report = The whole report
only-context = Only what is around it
why-here = Why it is here
blind = Several people code this claim. What the others decided is shown when all have decided.
disagreed = Its coders see it differently. An editor settles it.
field-verdict = Verdict
coders = Coders
nobody-assigned = Nobody
assign = Assign
assign-name = Name of a coder
assign-me = Assign to me
assigned-to = Assigned to { $name }
history = Decisions
withdrawn = withdrawn
key-whole = The whole report, or only what is around the claim
keys-review = Review
verdict-reopen = opened again
agreement-fields = Coders who worked blind to each other, by field
both-coded = Coded by several
agreed = Agreed
kappa = κ
kappa-is = κ (Cohen's kappa) is agreement beyond chance: 1 is complete, 0 is what chance would give.
share-of = { $agreed } of { $of }
field = Field
no-agreement = No two coders have worked on the same claims yet
no-agreement-next = Assign claims to a second coder; neither sees what the other decides until both have.
why-namesakes = { $about }: { $number } places of this name fit about as well
why-candidates = { $about }: { $number } places have this name; one fits best
why-place-weak = { $about }: it is not sure that it is this place
why-place-unknown = { $about }: no gazetteer has this place
why-place-coarse = { $about }: nothing nearer than this is told
why-place-missing = No place was found for it
why-places-several = It has { $number } places
why-agent-missing = Nobody is named who did it
why-actor-unknown = { $about }: nothing is known of this actor
why-actor-namesakes = { $about }: it can be { $number } actors
why-worked-out = { $about } is not named here but meant by a pronoun or description
why-far = { $about } is named far from the words of the claim
why-anonymous = Only unnamed sources say so
why-alleged = It is only alleged
why-doubted = Who says it doubts it
why-long-chain = It came through { $number } hands
why-status = Its status is not “happened” but “{ $about }”
why-negated = It is said not to be so
why-background = It is told as background
why-time-missing = No time is told
why-time-inherited = Its time was taken from another claim
why-time-coarse = Its time is told only roughly
why-vague = “{ $about }” is no exact number
why-open-ended = “{ $about }” is open at one end
why-no-cause = The figure was tied to no event
why-measure = What it counts is not sure
why-contradicted = Another claim of this report denies it
why-disputed = Its event is disputed
why-violence = Violence
why-coercion = Force, or its withdrawal
why-control = It says who holds a place
why-casualties = People killed or wounded
why-number = It is a number that others will use
why-killed = { $number } killed
why-other = An event of words or ties
why-headline = It stands in the title

# Search
search-label = Words of reports
search-hint = All words must be there, in any form the reader folds together; "between quotation marks" they stand in this order.
search-empty = Search the reports
search-empty-next = Names of places and people, or any words. What is written together with them (و, ب, ال) is found, too.
search-none = No report has { $text }
search-none-next = Try fewer words, or take the quotation marks away.
keys-search = Search

# Sources
sources-count = { $count ->
    [one] 1 source
   *[other] { $count } sources
  }
filter-name = Name
column-source = Source
column-through = Through whom
column-claims = Claims
own-word = itself
no-sources = No sources yet

# Jobs
no-jobs = No work is under way
no-jobs-next = Files of reports that are taken in show their progress here. On the command line:
job-ingest = Taking reports in
job-reread = Reading again
job-rebuild = Building again
job-state-waiting = waits
job-state-running = runs
job-state-done = done
job-state-failed = failed
job-state-cancelled = stopped
job-stopping = It stops after the report at hand
job-errors = { $count ->
    [one] 1 problem
   *[other] { $count } problems
  }
outcome-added = { $count } added
outcome-revised = { $count } revised
outcome-older-versions = { $count } older versions
outcome-known = { $count } known before
outcome-taken-down-before = { $count } taken down before
outcome-failed = { $count } failed
cancel-job = Stop
progress = Progress
