-- A round can begin with what municipalities answered in an earlier one: which revision is proposed again to whom, and what was decided about each answer in it. The answers
-- themselves stay where they are, in history.revision; a proposal counts for nothing until it is confirmed.
create table survey.earlier_answers (
    round         text        not null,
    municipality  text        not null,
    from_round    text        not null,
    from_revision integer     not null,
    at            timestamptz not null,
    author        text        not null,
    constraint earlier_answers_pk primary key (round, municipality),
    constraint earlier_answers_response_fk foreign key (round, municipality) references survey.response (round, municipality),
    constraint earlier_answers_revision_fk foreign key (from_round, municipality, from_revision) references history.revision (round, municipality, number),
    constraint earlier_answers_of_another_round check (from_round <> round)
);
revoke update, delete on survey.earlier_answers from wijk_survey;

create table survey.proposal_decision (
    round        text        not null,
    municipality text        not null,
    question     text        not null,
    outcome      text        not null,
    at           timestamptz not null,
    author       text        not null,
    reason       text,
    on_behalf    text,
    constraint proposal_decision_pk primary key (round, municipality, question),
    constraint proposal_decision_earlier_fk foreign key (round, municipality) references survey.earlier_answers (round, municipality),
    constraint proposal_decision_outcome_known check (outcome in ('confirmed', 'dismissed'))
);
revoke update, delete on survey.proposal_decision from wijk_survey;
