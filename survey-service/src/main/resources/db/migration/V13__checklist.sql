-- A warning on the checklist is let through with a reason: by whom, why, and exactly what was listed. The last one counts, for its revision only.
create table history.pass (
    id           bigint generated always as identity,
    round        text        not null,
    municipality text        not null,
    revision     integer     not null,
    code         text        not null,
    questions    jsonb       not null,
    said         text        not null,
    reason       text        not null,
    at           timestamptz not null,
    author       text        not null,
    constraint pass_pk primary key (id),
    constraint pass_revision_fk foreign key (round, municipality, revision) references history.revision (round, municipality, number)
);
create index pass_of_revision on history.pass (round, municipality, revision, id);
