-- The seam: what has been published, append-only and in one order, for comparison-service to read and for nobody to change.
-- published-schema.md explains every column. Within a schema version columns are only added.
create schema published;

create table published.schema_version (
    version integer not null,
    constraint schema_version_pk primary key (version)
);
insert into published.schema_version (version) values (1);

-- One row per publication. The sequence has no gaps and becomes visible in order.
create table published.publication (
    sequence     bigint      not null,
    id           uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    definitions  integer     not null,
    round        text,
    figures      integer     not null,
    ratings      integer     not null,
    municipalities integer   not null,
    rounds       integer     not null,
    corrects     bigint,
    reason       text,
    constraint publication_pk primary key (sequence),
    constraint publication_id_unique unique (id),
    constraint publication_sequence_positive check (sequence > 0),
    constraint publication_kind_known check (kind in
        ('responses', 'ratings', 'findings', 'reference', 'definitions', 'withdrawal', 'redaction'))
);

create table published.municipality (
    sequence   bigint not null,
    code       text   not null,
    name       text   not null,
    valid_from date,
    valid_to   date,
    successors jsonb  not null,
    constraint municipality_pk primary key (sequence, code)
);

create table published.round (
    sequence               bigint  not null,
    id                     text    not null,
    title_nl               text    not null,
    title_en               text    not null,
    questionnaire          text    not null,
    questionnaire_version  integer not null,
    full_time_hours        numeric not null,
    full_time_hours_source text    not null,
    constraint round_pk primary key (sequence, id)
);

-- One row per publication, municipality and measure, as reported: never converted, never compared.
create table published.figure (
    sequence      bigint  not null,
    round         text    not null,
    municipality  text    not null,
    measure       text    not null,
    question      text    not null,
    value         numeric,
    text          text,
    missing       text,
    unit          text,
    currency      text,
    basis         text,
    period        text,
    qualifier     text    not null,
    low           numeric,
    high          numeric,
    as_of         text,
    definition    text,
    disputed      boolean not null,
    as_printed    text,
    correction    text,
    note          text,
    clarification text,
    statements    jsonb   not null,
    evidence      jsonb   not null,
    rule_notes    jsonb   not null,
    revision      integer not null,
    revised_at    timestamptz not null,
    on_behalf     text,
    constraint figure_pk primary key (sequence, round, municipality, measure),
    constraint figure_value_or_missing check ((missing is null) <> (value is null and text is null)),
    constraint figure_number_or_text check (value is null or text is null)
);

-- One row per publication, scale, reading and municipality rated. A reading is one source's set of totals; exactly one per scale is chosen.
create table published.rating (
    sequence     bigint  not null,
    round        text    not null,
    scale        text    not null,
    reading      integer not null,
    municipality text    not null,
    total        numeric not null,
    chosen       boolean not null,
    raters       integer not null,
    items        integer not null,
    kind         text    not null,
    points_min   numeric not null,
    points_max   numeric not null,
    evidence     jsonb   not null,
    constraint rating_pk primary key (sequence, round, scale, reading, municipality),
    constraint rating_kind_known check (kind in ('ranking', 'points'))
);
