-- What is kept: reports as they came, their readings, people's decisions, the ids that events got, what was taken down.
create table reports (
  n integer primary key,
  identity text not null,            -- the report's own id, else its address, else its reading's id
  id text not null,                  -- the id in its reading
  version integer not null,          -- 1, 2, ... of one identity, in the order of arrival
  current integer not null,          -- 1 for the version that counts
  hash blob not null,                -- SHA-256 of what the report says, to know it again
  known integer not null,            -- day number: published, else fetched, else received
  outlet text, url text, title text, language text, published text, fetched text,
  forwarded_from text, translated_from text, revision_of text,
  text text not null,
  received text not null,            -- when it was taken in, ISO 8601, UTC
  unique (identity, version)
);
create table readings (
  report integer primary key references reports (n),
  engine text not null,
  packs text not null,
  reading blob not null              -- isnad/reading/1 without the report's text, deflated
);
create table decisions (
  n integer primary key,
  kind text not null,                -- join, split, grade
  claims text not null,              -- keys of claims, JSON
  others text,                       -- split: keys of the claims on the other side, JSON
  value text,                        -- grade: confirmed, discounted
  person text,
  note text,
  made text not null,
  withdrawn integer not null default 0
);
create table decided (claim text not null, report text not null, decision integer not null, primary key (claim, decision)) without rowid;
create table ids (event integer primary key autoincrement, report integer not null, claim text not null);
create index ids_by_report on ids (report);
create table forgotten (hash blob primary key, day text not null) without rowid;
create table releases (n integer primary key, name text not null unique, made text not null);
create table released (release integer not null, event integer not null, print blob not null, primary key (release, event)) without rowid;

-- What follows is derived from the readings and can be made again (isnad rebuild).
create table digests (report integer primary key, digest blob not null);
create table tellings (
  report integer not null, ordinal integer not null,
  family text not null, timing integer not null, first integer not null, last integer not null, home integer not null,
  grp text, event integer,           -- the group it is in, and its event
  wish text,                         -- of a longer stretch of time: the group it fits best, also if it was not let in
  primary key (report, ordinal)
) without rowid;
create index tellings_by_home on tellings (home);
create index tellings_by_event on tellings (event);
create index tellings_by_grp on tellings (grp);
create index tellings_vague on tellings (first, last) where timing = 2;
create index tellings_by_wish on tellings (wish) where wish is not null;
create table dirty (day integer primary key);
create table events (
  n integer primary key,
  family text not null, type text, mode text, status text not null,
  first integer, last integer, home integer not null, precision text,
  place_key text, place text, place_local text, place_precision text, lat real, lon real, country text, admin1 text,
  agents text, targets text,
  killed_low real, killed_high real, wounded_low real, wounded_high real,
  reports integer not null, outlets integer not null, witnesses integer not null,
  grade text not null, disputes text not null, judged text,
  passing integer not null, known integer not null,
  tellings integer not null,         -- how many tellings it was made of
  print blob not null                -- hash of everything that is shown of the event, to tell what has changed
);
create index events_by_day on events (first, n);
create index events_of_long on events (first, last) where last - first > 31;
create index events_by_home on events (home);
create index events_by_place on events (place_key);
create table event_parties (key text not null, event integer not null, role text not null, primary key (key, event, role)) without rowid;
create index event_parties_by_event on event_parties (event);
create table figures (
  report integer not null, claim integer not null,
  measure text not null, scope text not null, flow text, per text, unit text, class text, part integer not null,
  low real, high real, bound text, words text not null, place_key text, place text, country text,
  first integer, last integer, known integer not null, witness text not null, claimant text not null, status text, negated integer not null,
  telling integer,
  primary key (report, claim)
) without rowid;
create index figures_by_measure on figures (measure, known);
create table states (
  report integer not null, claim integer not null, part integer not null,
  slot text not null,                -- what is asked: the place that is held, or predicate, subject and object
  predicate text not null, subject text, subject_name text, object text, object_name text, holder text, holder_name text,
  day integer not null, known integer not null, holds integer not null,
  witness text not null, claimant text not null, low real, high real, lat real, lon real, country text,
  primary key (report, claim, part)
) without rowid;
create index states_by_slot on states (slot, day);
create table dirty_slots (slot text primary key) without rowid;
create table standings (
  slot text not null, since integer not null, until integer,
  predicate text not null, subject text, subject_name text, object text, object_name text, holder text, holder_name text,
  contested integer not null, claims text not null, witnesses integer not null, last integer not null, lat real, lon real, country text, low real, high real,
  primary key (slot, since)
) without rowid;
create index standings_by_since on standings (since, until);
create table entities (key text not null, kind text not null, name text not null, local text not null, folded text not null, reports integer not null, primary key (key, name, local)) without rowid;
create table citations (witness text not null, name text not null, kind text not null, via text not null, reports integer not null, claims integer not null, primary key (witness, name, kind, via)) without rowid;
create virtual table words using fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
