-- More of what is published: every answer whole, and the findings; and how many of each a publication holds.
alter table published.publication add column answers integer not null default 0;
alter table published.publication add column findings integer not null default 0;

-- One row per publication, municipality and question, whether it feeds a measure or not.
create table published.answer (
    sequence     bigint      not null,
    round        text        not null,
    municipality text        not null,
    section      text        not null,
    section_nl   text        not null,
    section_en   text        not null,
    question     text        not null,
    position     integer     not null,
    type         text        not null,
    label_nl     text        not null,
    label_en     text        not null,
    answer       jsonb       not null,
    labels       jsonb       not null,
    revision     integer     not null,
    revised_at   timestamptz not null,
    on_behalf    text,
    constraint answer_pk primary key (sequence, round, municipality, question),
    constraint answer_value_or_missing check (((answer -> 'value') is null) <> ((answer -> 'missing') is null))
);
create index answer_of_municipality on published.answer (round, municipality, sequence);

-- One row per publication and finding. A later row of the same finding replaces the earlier one.
create table published.finding (
    sequence       bigint  not null,
    round          text    not null,
    id             text    not null,
    theme          text    not null,
    theme_nl       text    not null,
    theme_en       text    not null,
    kind           text    not null,
    position       integer not null,
    parent         text,
    text_nl        text,
    text_en        text,
    indicators     jsonb   not null,
    municipalities jsonb   not null,
    related_themes jsonb   not null,
    evidence       jsonb   not null,
    withdrawn      boolean not null,
    constraint finding_pk primary key (sequence, round, id),
    constraint finding_text_unless_withdrawn check
        (withdrawn = (text_nl is null) and withdrawn = (text_en is null))
);
