-- A response can be sent back with questions and can lie with the municipality for comment; and more than responses has a history.
alter table survey.response drop constraint response_state_known;
alter table survey.response add constraint response_state_known check
    (state in ('draft', 'submitted', 'in-review', 'changes-requested', 'in-comment', 'approved', 'published'));

alter table history.event drop constraint event_subject_known;
alter table history.event add constraint event_subject_known check
    (subject in ('municipality', 'round', 'questionnaire', 'response', 'remark', 'evidence', 'description', 'rating-session', 'ballot', 'finding'));
