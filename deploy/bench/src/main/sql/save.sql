-- What one save of answers writes, as pgbench does it: nothing is read, checked or compared. deploy/bench/speed holds it to what survey-service writes.
begin;
update survey.response
   set revision = revision + 1, answered = answered, missing_required = missing_required, open_clarification_requests = open_clarification_requests, open_remarks = open_remarks,
       published_revision = null, published_sequence = null, questions = questions, state = 'draft', version = version + 1
 where round = 'pgbench' and municipality = 'GM900' || :client_id
returning revision \gset
insert into history.event (at, actor, subject, round, municipality, action, from_state, to_state, revision, publication, reason, on_behalf, content, item)
values (now(), 'researcher', 'response', 'pgbench', 'GM900' || :client_id, 'save', 'draft', 'draft', :revision::integer, null, 'Bench', 'Bench', null, null);
insert into history.revision (round, municipality, number, at, author, reason, on_behalf, changed, answers, restored)
values ('pgbench', 'GM900' || :client_id, :revision::integer, now(), 'researcher', 'Bench', 'Bench', '["residents"]', :answers::jsonb, null);
commit;
