# Words of the event.
keys-event = Event
keys-event-members = One event or two
event-none = No event is named here.
event-gone = There is no event { $event }.
event-to-list = To the events
event-moved = { $before } was joined into { $now }.
event-passing = told only in passing
event-on-map = on the map
event-news-days = { $days }, the days of the news; no claim tells a day
event-judged = A person decided so; proposed was: { $grade }.
event-proposed = Proposed by rule:
event-confirm = Confirm
event-discount = Discount
event-said-confirmed = Confirmed
event-said-discounted = Discounted
event-party-denied = denied
event-disputes = Contradictions
event-side-says = Say that it happened
event-side-denies = Deny it
event-chains = Who told it through whom
event-chains-why = From those who vouch, through those who only hand on, to the outlets. Reports that repeat another’s words are folded into it: they vouch for nothing more.
event-no-chain = No claim names a speaker.
event-chain-as = Show as
event-chain-tree = Picture
event-chain-list = List
event-role-witness = vouches
event-own-words = in its own words
event-nameless = without a name
event-open-words = the words
event-copies = { $count ->
    [one] and one near-copy
   *[other] and { $text } near-copies
  }
event-denies = denies it
event-figures = Figures by claimant
event-no-figures = No claim of this event gives a number.
event-of-which = { $measure }, of which { $class }
event-range = { $low }–{ $high }
event-range-least = { $low } or more
event-range-most = up to { $high }
event-range-none = no number
event-about = about { $value }
event-more-than = more than { $low }
event-value = Number
event-claimant = Who says so
event-outlet = Through
event-said = When
event-evidence = In these words
event-standing = Stands
event-standing-current = current
event-standing-superseded = superseded
event-standing-part = part of a sum
event-standing-repeated = repeated
event-standing-not-asserted = denied or doubted
event-rule = Least and greatest of the latest numbers of { $claimants ->
    [one] one claimant
   *[other] { $text } claimants
  }. Left out: { $superseded } superseded or repeated, { $denied } denied or doubted. Nothing is averaged.
event-series = { $measure } over time, by { $claimants ->
    [one] one claimant
   *[other] { $claimants } claimants
  }
event-members = Why this is one event
event-members-why = Each telling with the reasons for which it counts to this event. Y says that what is chosen belongs to it, N that it does not, H leaves it open.
event-copy-of = Repeats the words of { $outlet }; it vouches for nothing more.
event-open-report = Open the report
event-pick = Choose this claim for splitting
event-split = Not of this event
event-split-claims = { $count ->
    [one] Split off the chosen claim
   *[other] Split off { $count } claims
  }
event-said-split = Split off as an event of its own
event-said-joined = Joined with { $other }
event-near = Near in time and place: the same event?
event-near-none = Nothing else near it.
event-reports = { $count ->
    [one] one report
   *[other] { $text } reports
  }
event-why-apart = Why two?
event-join = The same
event-not-same = Not the same
event-key-confirm = Confirm
event-key-discount = Discount
event-key-next = Next telling
event-key-before = Telling before
event-key-yes = It is of this event: join
event-key-hold = Leave it open
event-key-no = It is not of this event: split

# Reasons of the ledger
reason-only = It is the only telling.
reason-joined = Joined with the report { $report }: { $points } points
reason-joined-by = Joined by { $who }
reason-needed = { $points } points; { $floor } are needed between any two, { $mean } on average
reason-never = Never one; { $floor } points are needed between any two, { $mean } on average
reason-one-report = one report tells them as two happenings
reason-kinds = of different kinds: { $one }, { $other }
reason-parted = a person keeps them apart
reason-words = told in the same words
reason-copies = in copies of one text
reason-no-time = no time is told
reason-day = the same day
reason-days = different days
reason-hour = the same hour
reason-hours = different hours
reason-overlap = times that overlap
reason-news = news of the same days
reason-named = { $one } is named in both
reason-persons = different persons: { $one }, { $other }
reason-place = the same place: { $one }
reason-some-places = some of the places are the same
reason-several-places = one place, and several
reason-within = a place in { $one }
reason-building-place = a building and a place: perhaps the one is in the other
reason-perhaps-within = perhaps the one place is in the other
reason-places = different places: { $one }, { $other }
reason-sides = the same two sides
reason-parties = the same parties: { $one }, { $other }
reason-agent = the same agent: { $one }
reason-agents = different agents: { $one }, { $other }
reason-target = the same target: { $one }
reason-targets = different targets: { $one }, { $other }
reason-building = the same building: { $one }
reason-buildings = different buildings: { $one }, { $other }
reason-victims = the same kind of victims: { $class }
reason-victims-differ = different kinds of victims
reason-mode = the same mode: { $mode }
reason-means = the same means
reason-means-differ = different means: { $one }, { $other }
reason-types = different types
reason-number = the same number { $measure }: { $value }
reason-numbers-agree = numbers { $measure } that agree
reason-numbers-differ = different numbers { $measure }: { $one } and { $other }
reason-independent = { $count ->
    [one] one independent witness
   *[other] { $count } independent witnesses
  }
reason-own-side = { $one } says so of its own side
reason-claimants-differ = claimants give different numbers { $measure }
reason-independent-denied = { $count } independent witnesses; { $one } denies it
reason-none-denied = no witness affirms it, and { $one } denies it
reason-one-denied = one witness, and { $one } denies it
reason-one = one witness
reason-none = no witness affirms it without reserve
reason-name-differ = { $one } names { $agent }, { $other } names { $another }
reason-victims-said = { $one } speaks of civilians, { $other } of fighters
reason-denies = { $one } denies it
reason-either = { $one } or { $other }

# Classes of people, kinds of happenings, precisions
class-civilian = civilians
class-combatant = fighters
class-police = police
class-medic = medics
class-journalist = journalists
class-aid-worker = aid workers
class-official = officials
class-child = children
class-woman = women
class-prisoner = prisoners
class-displaced = displaced
class-protester = protesters
class-worker = workers
class-unknown = people
place-precision-facility = a building
