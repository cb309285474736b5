-- New versions of questionnaires are posted, not released with the service. What was asked is history: this service can add a version, and never change one.
-- content: the bytes whose SHA-256 stands beside them; a text, since jsonb would keep neither the order of members nor the digits as written.
create table history.questionnaire (
    id      text        not null,
    version integer     not null,
    sha256  text        not null,
    content text        not null,
    at      timestamptz not null,
    author  text        not null,
    constraint questionnaire_pk primary key (id, version),
    constraint questionnaire_id_form check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    constraint questionnaire_version_positive check (version > 0),
    constraint questionnaire_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
