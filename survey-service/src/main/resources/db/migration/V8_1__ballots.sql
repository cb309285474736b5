-- A rating session is open, then closed, then public; while it is open each municipality can give its own view, a ballot, which nobody else sees.
alter table survey.rating_session drop constraint rating_session_state_known;
update survey.rating_session set state = 'open' where state = 'draft';
alter table survey.rating_session add constraint rating_session_state_known check (state in ('open', 'closed', 'published'));

create table survey.ballot (
    round     text        not null,
    rater     text        not null,
    ratings   jsonb       not null,
    revision  integer     not null,
    saved_at  timestamptz not null,
    author    text        not null,
    on_behalf text,
    version   integer     not null,
    constraint ballot_pk primary key (round, rater),
    constraint ballot_session_fk foreign key (round) references survey.rating_session (round),
    constraint ballot_rater_fk foreign key (rater) references survey.municipality (code)
);
