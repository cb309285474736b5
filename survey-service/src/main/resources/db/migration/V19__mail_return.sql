-- The day of return nears too: a contact is mailed of it as of the end of a comment round.
alter table survey.mail drop constraint mail_kind;
alter table survey.mail add constraint mail_kind
    check (kind in ('remark', 'changes-requested', 'in-comment', 'deadline-7', 'deadline-1', 'return-7', 'return-1'));
