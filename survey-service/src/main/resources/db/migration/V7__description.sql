-- The description of each municipality in a round goes out for comment: every version of it, what the municipality said about it, and what became of that.
alter table survey.response add column comment_deadline date;

-- Every version, kept whole; the last one is the present one.
create table history.description (
    round        text        not null,
    municipality text        not null,
    version      integer     not null,
    at           timestamptz not null,
    author       text        not null,
    reason       text,
    language     text        not null,
    sections     jsonb       not null,
    constraint description_pk primary key (round, municipality, version),
    constraint description_version_positive check (version > 0),
    constraint description_language_known check (language in ('nl', 'en'))
);

-- What the municipality said, about which version. section: null for the whole. outcome and so on: what became of it, null until the researcher has said so.
create table survey.comment (
    round        text        not null,
    municipality text        not null,
    number       integer     not null,
    section      text,
    content      text        not null,
    description  integer     not null,
    at           timestamptz not null,
    author       text        not null,
    on_behalf    text,
    outcome      text,
    why          text,
    disposed_at  timestamptz,
    disposed_by  text,
    version      integer     not null,
    constraint comment_pk primary key (round, municipality, number),
    constraint comment_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint comment_description_fk foreign key (round, municipality, description) references history.description (round, municipality, version),
    constraint comment_outcome_known check (outcome in ('adopted', 'partly', 'not')),
    constraint comment_outcome_whole check ((outcome is null) = (disposed_at is null) and (outcome is null) = (disposed_by is null)),
    constraint comment_outcome_explained check (outcome not in ('partly', 'not') or why is not null)
);

-- Whether the municipality agrees, with which version of the description and on which revision of its answers. dissent: what it wants to be published if not.
create table survey.agreement (
    round        text        not null,
    municipality text        not null,
    agrees       boolean     not null,
    dissent      text,
    description  integer     not null,
    revision     integer     not null,
    at           timestamptz not null,
    author       text        not null,
    on_behalf    text,
    version      integer     not null,
    constraint agreement_pk primary key (round, municipality),
    constraint agreement_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint agreement_dissent_said check (agrees = (dissent is null))
);
