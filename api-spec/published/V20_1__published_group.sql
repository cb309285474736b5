-- Groups become public with the round, so that those in one can be compared among themselves.
alter table published.publication add column groups integer not null default 0;

-- One row per publication and group. A later row of the same group replaces the earlier one.
create table published.municipality_group (
    sequence       bigint  not null,
    round          text    not null,
    id             text    not null,
    name_nl        text,
    name_en        text,
    description_nl text,
    description_en text,
    source         text,
    municipalities jsonb   not null,
    withdrawn      boolean not null,
    constraint municipality_group_pk primary key (sequence, round, id),
    constraint municipality_group_named_unless_withdrawn check
        (withdrawn = (name_nl is null) and withdrawn = (name_en is null) and withdrawn = (source is null)),
    constraint municipality_group_described_in_both check ((description_nl is null) = (description_en is null)),
    constraint municipality_group_nothing_when_withdrawn check
        (not withdrawn or (description_nl is null and municipalities = '[]'))
);
