# Words of the map.
keys-map = Map
map-timeline = Timeline
map-no-days = No day is known of any of these events.
map-days-clear = All days
map-days-from = First day
map-days-to = Last day
map-per-day = Per day, at most { $text }
map-per-week = Per week, at most { $text }
map-per-month = Per month, at most { $text }
map-per-year = Per year, at most { $text }
map-marks = Marks on the map. The arrow keys go from mark to mark.
map-list = Events, in the order of their days
map-panes = Parts of the screen
map-tab-map = Map
map-tab-list = List
map-tab-details = Details
map-none = No events yet.
map-none-next = Take in reports, and the events that they tell appear here:
map-no-ground = The base map could not be loaded.
map-what-unknown = Event without a type
map-what = { $type }: { $mode }
map-no-day = Day unknown
map-no-place = No place known
map-between = { $from } – { $to }
map-killed = { $count ->
    [0] none killed
   *[other] { $text } killed
  }
map-killed-between = { $low }–{ $high } killed
map-killed-least = { $low } or more killed
map-killed-most = up to { $high } killed
map-disputed = contested
map-of-them-disputed = { $count ->
    [one] one of them contested
   *[other] { $count } of them contested
  }
map-events = { $count ->
    [one] one event
   *[other] { $text } events
  }
map-and-around = { $place } and { $count ->
    [one] one place near it
   *[other] { $text } places near it
  }
map-area-around = Near { $place }, no exact place
map-area-district = District of { $place }, no exact place
map-area-division = { $place }, known by its governorate only
map-area-region = { $place }, a region
map-area-country = { $place }, known by its country only
map-reach-around = no exact place
map-reach-district = known by its district only
map-reach-division = known by its governorate only
map-reach-region = a region
map-reach-country = known by its country only
map-reach-none = no place known
map-witnesses = { $count ->
    [0] no witness
    [one] one witness
   *[other] { $text } independent witnesses
  }
map-count = { $count ->
    [one] one event
   *[other] { $text } events
  } { $count ->
    [0] of { $allText }
   *[other] { "" }
  }
map-unplaced = { $count ->
    [one] one has no place: show
   *[other] { $text } have no place: show
  }
map-unplaced-all = show all
map-spot-clear = show all places
map-nothing = Nothing matches all of these choices.
map-relax-days = All days
map-relax-families = All kinds
map-relax-grade = All grades
map-relax-text = Without the words
map-relax-known = Whatever was known when
map-details = What is chosen
map-filters = Filters
map-families = Kinds of events
map-family-violence = Violence
map-family-coercion = Coercion
map-family-protest = Protest
map-family-movement = Movements
map-family-accord = Talks and aid
map-family-words = Statements
map-family-other = Other
map-grade = Grade
map-grade-any = All grades
map-only-disputed = Contested only
map-text = Words in the reports
map-control = How things stood
map-control-ask = Control as of a day
map-control-at = As of
map-control-known = Known by
map-control-title = As of { $day }
map-control-known-by = Only what was published by { $day }
map-control-known-all = Whatever was published when
map-holders = Who holds what
map-standing = { $who } { $what } { $where } since { $since }
map-standing-contested = { $who } { $what } { $where } since { $since }, contested
map-standings-none = No claim says how things stood on that day.
map-since = since { $day }
map-contested = contested
map-claim = claim { $number }
map-agents = By
map-targets = Against, with or to
map-toll-claims = ({ $claims ->
    [one] one claim
   *[other] { $claims } claims
  }, { $witnesses } independent)
map-told-by = Told by
map-told-by-count = { $reports ->
    [one] one report
   *[other] { $reports } reports
  }, { $outlets ->
    [one] one outlet
   *[other] { $outlets } outlets
  }, { $witnesses ->
    [0] no witness
    [one] one witness
   *[other] { $text } independent witnesses
  }
map-disputed-about = Contested: { $about }
map-open-event = Open the event
map-legend = Legend and boundaries
map-fill-solid = two or more independent witnesses
map-fill-hollow = one witness
map-fill-owned = a party says so of itself
map-fill-denied = denied
map-fill-discounted = discounted by a person
map-ring-disputed = dashed ring: something of it is contested
map-hatched = hatched: the place is known by its area only
map-disc = disc: events of several places near each other, at the largest of them
map-plate = plate: events of one place
map-boundaries = Boundaries and names are those of the sources and take no side. Dashed lines are not agreed upon. The country of an event comes from the report and the gazetteer, never from these lines.
map-credits = Land and borders: Natural Earth. Towns: GeoNames (CC BY 4.0) and the packs of Isnad.
map-key-next = Next event
map-key-before = Event before
map-key-open = Open the event
map-key-in = Nearer
map-key-out = Farther
map-key-fit = Show all
map-key-marks = To the marks
map-key-close = Close what is chosen
