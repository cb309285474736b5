-- Ballots become public with the session they belong to: with them agreement can be computed, which totals alone do not always allow.
alter table published.publication add column ballots integer not null default 0;

-- One row per publication, scale, rater and municipality rated: what this rater gave it.
create table published.ballot (
    sequence bigint  not null,
    round    text    not null,
    scale    text    not null,
    rater    text    not null,
    item     text    not null,
    value    numeric not null,
    constraint ballot_pk primary key (sequence, round, scale, rater, item)
);
