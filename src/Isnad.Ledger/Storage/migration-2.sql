-- Decisions about claims: which report, what was before and after, and who took a decision back when.
alter table decisions add column report text;          -- identity of the report, of decisions about one claim
alter table decisions add column before text;          -- edit: fields as they were, JSON
alter table decisions add column after text;           -- edit: fields as they are to be; add: the claim; JSON
alter table decisions add column adjudicates integer not null default 0;
alter table decisions add column withdrawn_by text;
alter table decisions add column withdrawn_at text;
create index decisions_by_report on decisions (report) where report is not null;
create index decisions_by_person on decisions (person, n);
-- Who codes which claim. Several people with one claim are blind to each other.
create table assignments (n integer primary key, claim text not null, report text not null, person text not null, assigner text, made text not null, ended text);
create unique index assignments_standing on assignments (claim, person) where ended is null;
create index assignments_by_person on assignments (person, claim) where ended is null;
create index assignments_by_report on assignments (report);

create index decided_by_decision on decided (decision);

-- Derived: claims by how much they are to be doubted, and how each stands in the review.
create table queue (
  report integer not null, ordinal integer not null,
  claim text not null, kind text not null,
  telling integer,                                      -- the telling that it belongs to, if any
  doubt integer not null, weight integer not null,
  primary key (report, ordinal)
) without rowid;
create index queue_by_claim on queue (claim);
create table verdicts (claim text primary key, report text not null, state text not null, coders integer not null, decided integer not null) without rowid;
create index verdicts_by_report on verdicts (report);
