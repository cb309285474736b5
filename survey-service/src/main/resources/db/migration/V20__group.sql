-- Municipalities of a round that belong together for a reason that somebody gives. The content is what was sent; earlier contents stand in history.event.
create table survey.municipality_group (
    round              text    not null,
    id                 text    not null,
    content            jsonb   not null,
    withdrawn          boolean not null,
    state              text    not null,
    revision           integer not null,
    published_revision integer,
    published_sequence bigint,
    version            integer not null,
    constraint municipality_group_pk primary key (round, id),
    constraint municipality_group_round_fk foreign key (round) references survey.round (id),
    constraint municipality_group_id_form check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    constraint municipality_group_state_known check (state in ('draft', 'published', 'withdrawn')),
    constraint municipality_group_published_whole check ((published_revision is null) = (published_sequence is null))
);

alter table history.event drop constraint event_subject_known;
alter table history.event add constraint event_subject_known check
    (subject in ('municipality', 'round', 'questionnaire', 'response', 'remark', 'evidence', 'description', 'rating-session', 'ballot', 'finding', 'group'));
