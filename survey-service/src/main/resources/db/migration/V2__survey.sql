-- Intake's own tables, the history that only grows, and who may do what: the roles, not the code, make "append-only" and "read-only" true.
create schema history;
create schema survey;

grant usage on schema published, history, survey to wijk_survey;
grant select, insert on all tables in schema published to wijk_survey;
alter default privileges in schema published grant select, insert on tables to wijk_survey;
alter default privileges in schema history grant select, insert on tables to wijk_survey;
alter default privileges in schema survey grant select, insert, update, delete on tables to wijk_survey;

grant usage on schema published to wijk_comparison;
grant select on all tables in schema published to wijk_comparison;
alter default privileges in schema published grant select on tables to wijk_comparison;

create table survey.municipality (
    code       text    not null,
    name       text    not null,
    valid_from date,
    valid_to   date,
    successors jsonb   not null,
    version    integer not null,
    constraint municipality_pk primary key (code),
    constraint municipality_code_form check (code ~ '^GM[0-9]{4}$'),
    constraint municipality_valid_order check (valid_from < valid_to)
);

create table survey.round (
    id                     text    not null,
    title_nl               text    not null,
    title_en               text    not null,
    questionnaire          text    not null,
    questionnaire_version  integer not null,
    full_time_hours        numeric not null,
    full_time_hours_source text    not null,
    version                integer not null,
    constraint round_pk primary key (id),
    constraint round_id_form check (id ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
    constraint round_full_time_hours_range check (full_time_hours between 1 and 60)
);

-- One municipality in one round. The answers themselves stand in history.revision; the last revision is the present one.
create table survey.response (
    round              text    not null,
    municipality       text    not null,
    state              text    not null,
    revision           integer not null,
    answered           integer not null,
    missing_required   integer not null,
    questions          integer not null,
    published_revision integer,
    published_sequence bigint,
    version            integer not null,
    constraint response_pk primary key (round, municipality),
    constraint response_round_fk foreign key (round) references survey.round (id),
    constraint response_municipality_fk foreign key (municipality) references survey.municipality (code),
    constraint response_state_known check (state in ('draft', 'submitted', 'in-review', 'approved', 'published')),
    constraint response_published_whole check ((published_revision is null) = (published_sequence is null))
);

create table survey.rating_session (
    round              text    not null,
    definition         jsonb   not null,
    totals             jsonb   not null,
    state              text    not null,
    revision           integer not null,
    published_revision integer,
    published_sequence bigint,
    version            integer not null,
    constraint rating_session_pk primary key (round),
    constraint rating_session_round_fk foreign key (round) references survey.round (id),
    constraint rating_session_state_known check (state in ('draft', 'published')),
    constraint rating_session_published_whole check ((published_revision is null) = (published_sequence is null))
);

-- What a key was used for and what was answered, kept for a day, so that a retry has no second effect.
create table survey.idempotency_key (
    account     text        not null,
    key         text        not null,
    fingerprint text        not null,
    at          timestamptz not null,
    status      integer,
    etag        text,
    location    text,
    body        text,
    constraint idempotency_key_pk primary key (account, key)
);
create index idempotency_key_at on survey.idempotency_key (at);

create table history.revision (
    round        text        not null,
    municipality text        not null,
    number       integer     not null,
    at           timestamptz not null,
    author       text        not null,
    reason       text,
    on_behalf    text,
    changed      jsonb       not null,
    answers      jsonb       not null,
    constraint revision_pk primary key (round, municipality, number),
    constraint revision_number_positive check (number > 0)
);

-- Who did what to what, and why. content: what was written, where no revision keeps it.
create table history.event (
    id           bigint generated always as identity,
    at           timestamptz not null,
    actor        text        not null,
    subject      text        not null,
    round        text,
    municipality text,
    action       text        not null,
    from_state   text,
    to_state     text,
    revision     integer,
    publication  bigint,
    reason       text,
    on_behalf    text,
    content      jsonb,
    constraint event_pk primary key (id),
    constraint event_subject_known check (subject in ('municipality', 'round', 'response', 'rating-session'))
);
create index event_of_response on history.event (round, municipality, id);
