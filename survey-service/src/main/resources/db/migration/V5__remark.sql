-- Threads between researchers and a municipality about its answers. What was asked and replied never changes; a resolution can be given anew, and the history keeps
-- the earlier one. Quoted and resolved answers are copies: a thread is about what stood there then.
create table survey.remark (
    round             text        not null,
    municipality      text        not null,
    number            integer     not null,
    kind              text        not null,
    question          text,
    text              text        not null,
    author            text        not null,
    role              text        not null,
    at                timestamptz not null,
    quoted_revision   integer     not null,
    quoted_answer     jsonb,
    state             text        not null,
    replies           integer     not null,
    outcome           text,
    clarification     text,
    reason            text,
    resolved_by       text,
    resolved_at       timestamptz,
    resolved_revision integer,
    resolved_answer   jsonb,
    version           integer     not null,
    constraint remark_pk primary key (round, municipality, number),
    constraint remark_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint remark_kind_known check (kind in ('remark', 'clarification-request')),
    constraint remark_role_known check (role in ('contact', 'researcher')),
    constraint remark_state_known check (state in ('asked', 'answered', 'resolved')),
    constraint remark_outcome_known check (outcome in ('accepted', 'disputed')),
    constraint remark_resolved_whole check
        ((state = 'resolved') = (outcome is not null and resolved_by is not null and resolved_at is not null and resolved_revision is not null)),
    constraint remark_clarifies_a_question check (clarification is null or question is not null),
    constraint remark_dispute_is_clarified check (outcome <> 'disputed' or question is null or clarification is not null)
);

create table survey.remark_reply (
    round        text        not null,
    municipality text        not null,
    remark       integer     not null,
    number       integer     not null,
    text         text        not null,
    author       text        not null,
    role         text        not null,
    on_behalf    text,
    at           timestamptz not null,
    constraint remark_reply_pk primary key (round, municipality, remark, number),
    constraint remark_reply_remark_fk foreign key (round, municipality, remark) references survey.remark (round, municipality, number)
);
revoke update, delete on survey.remark_reply from wijk_survey;

-- Counted again with each change of a remark, so that a list of responses need not count, and the tag of a response changes with them.
alter table survey.response
    add column open_remarks integer not null default 0,
    add column open_clarification_requests integer not null default 0;

-- Which remark, document, … of the response an event is about.
alter table history.event add column item text;
