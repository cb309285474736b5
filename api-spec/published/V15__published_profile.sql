-- What was agreed in the comment round, and what an answer rests on, become public with the answers; so that a profile can show them.
alter table published.publication add column descriptions integer not null default 0;
alter table published.publication add column evidence integer not null default 0;

-- One row per publication of a response, whether a description was written or not. A later publication of the response replaces it and its evidence.
create table published.description (
    sequence     bigint      not null,
    round        text        not null,
    municipality text        not null,
    version      integer,
    language     text,
    written_at   timestamptz,
    sections     jsonb       not null,
    agreement    text,
    note         text,
    why          text,
    answered_at  timestamptz,
    withdrawn    boolean     not null,
    constraint description_pk primary key (sequence, round, municipality),
    constraint description_written_whole check (num_nulls(version, language, written_at) in (0, 3)),
    constraint description_agreement_unless_withdrawn check (withdrawn = (agreement is null)),
    constraint description_note_of_dissent check ((agreement is not distinct from 'dissent') = (note is not null)),
    constraint description_nothing_when_withdrawn check
        (not withdrawn or (version is null and sections = '[]' and why is null and answered_at is null))
);

-- One row per publication, municipality and piece of evidence on file. Of an internal document only the kind and the date are here.
create table published.evidence (
    sequence        bigint  not null,
    round           text    not null,
    municipality    text    not null,
    position        integer not null,
    type            text    not null,
    title           text,
    kind            text,
    date            text,
    publisher       text,
    url             text,
    internal        boolean not null,
    interview_group text,
    form            text,
    people          integer,
    outcome         text,
    reason          text,
    constraint evidence_pk primary key (sequence, round, municipality, position),
    constraint evidence_document_or_interview check
        ((type = 'document') = (kind is not null) and (type = 'interview') = (interview_group is not null)
            and (type = 'interview') = (outcome is not null)),
    constraint evidence_internal_shows_little check (not internal or num_nonnulls(title, publisher, url) = 0)
);
