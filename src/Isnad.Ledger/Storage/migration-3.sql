-- What an event looked like in a release is asked when one is exported, not kept for every event.
alter table events drop column print;
