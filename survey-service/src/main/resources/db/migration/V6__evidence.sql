-- Documents and interviews are kept once per response, and answers cite them by id. Rows are never deleted, so that a citation always leads somewhere;
-- what an entry said before stands in history.event. A file lies outside the database, in a directory, under its SHA-256.
create table survey.evidence (
    round           text        not null,
    municipality    text        not null,
    id              text        not null,
    entry           jsonb       not null,
    added_at        timestamptz not null,
    changed_at      timestamptz not null,
    file_sha256     text,
    file_size       bigint,
    file_media_type text,
    file_name       text,
    version         integer     not null,
    constraint evidence_pk primary key (round, municipality, id),
    constraint evidence_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint evidence_id_form check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    constraint evidence_entry_kind check
        ((entry -> 'document' is null) <> (entry -> 'interview' is null)),
    constraint evidence_file_sha256_form check (file_sha256 ~ '^[0-9a-f]{64}$'),
    constraint evidence_file_whole check
        (num_nulls(file_sha256, file_size, file_media_type, file_name) in (0, 4))
);
revoke delete on survey.evidence from wijk_survey;
