-- Whom to mail about a response, and what was mailed or still must be: one row per thing and recipient, so that nothing is sent twice. An address stands in one
-- place only; of whoever was mailed before, no more is kept than a hash.
create table survey.contact (
    round        text not null,
    municipality text not null,
    email        text not null,
    language     text not null,
    constraint contact_pk primary key (round, municipality),
    constraint contact_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint contact_language check (language in ('nl', 'en')),
    constraint contact_email_is_one_line check (email !~ '[[:cntrl:][:space:],;<>]' and length(email) <= 254)
);
create table survey.mail (
    id           bigint generated always as identity,
    round        text        not null,
    municipality text        not null,
    kind         text        not null,
    item         text        not null,
    recipient    text        not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    claimed_at   timestamptz,
    sent_at      timestamptz,
    constraint mail_pk primary key (id),
    constraint mail_once unique (round, municipality, kind, item, recipient),
    constraint mail_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint mail_kind check (kind in ('remark', 'changes-requested', 'in-comment', 'deadline-7', 'deadline-1'))
);
create index mail_waiting on survey.mail (due_at) where sent_at is null and claimed_at is null;
