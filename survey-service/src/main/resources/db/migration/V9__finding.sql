-- What researchers observe, ask and learn when they compare. The content is what was sent; earlier contents stand in history.event.
create table survey.finding (
    round              text    not null,
    id                 text    not null,
    content            jsonb   not null,
    withdrawn          boolean not null,
    state              text    not null,
    revision           integer not null,
    published_revision integer,
    published_sequence bigint,
    version            integer not null,
    constraint finding_pk primary key (round, id),
    constraint finding_round_fk foreign key (round) references survey.round (id),
    constraint finding_id_form check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    constraint finding_state_known check (state in ('draft', 'published', 'withdrawn')),
    constraint finding_published_whole check ((published_revision is null) = (published_sequence is null))
);
