-- An answer can hold what should never have been written, and it stands in more places than a remark: in every revision since, in what remarks quote, and in what is published. A mark
-- takes its place everywhere, {"missing": "redacted"}, also where only rows are added otherwise. The service may put the mark there and nothing else: it says which answer, never what.

-- How often what the answers of this response were was taken out: they are shown otherwise under the same revision, so their tag is another.
alter table survey.response add column redactions integer not null default 0;

-- of_rules: the rules that look at the question; the sentences in which they were broken name its figures. there: whether there ever was such an answer. kept: in how many places of
-- the survey's own it was replaced; made_public: in how many rows of what is published. The caller holds the publication's turn and the lock on the response.
create function survey.redact_answer(of_round text, of_municipality text, of_question text, of_rules text[])
    returns table (there boolean, kept bigint, made_public bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    mark constant text := '[onleesbaar gemaakt / redacted]';
    redacted constant jsonb := '{"missing": "redacted"}';
    -- What the system says where nothing was answered: nothing of anybody is in it.
    silent constant text[] := array['withdrawn', 'not-answered'];
begin
    there := exists (select 1 from history.revision h
                      where h.round = of_round and h.municipality = of_municipality and h.answers ? of_question)
          or exists (select 1 from published.answer a
                      where a.round = of_round and a.municipality = of_municipality and a.question = of_question
                        and coalesce(a.answer ->> 'missing', '') <> all (silent))
          or exists (select 1 from published.figure f
                      where f.round = of_round and f.municipality = of_municipality and f.question = of_question
                        and coalesce(f.missing, '') <> all (silent));
    with revision as (update history.revision h set answers = jsonb_set(h.answers, array[of_question], redacted)
                       where h.round = of_round and h.municipality = of_municipality
                         and h.answers ? of_question and h.answers -> of_question <> redacted returning 1),
         pass as (update history.pass p set said = mark
                   where p.round = of_round and p.municipality = of_municipality
                     and (p.questions ? of_question or p.code = any (of_rules)) and p.said <> mark returning 1),
         -- What was written for the public about the answer, as it is now and as it was before it was written anew.
         event as (update history.event e set content = jsonb_set(e.content, '{clarification}', to_jsonb(mark))
                    where e.subject = 'remark' and e.action = 'resolve' and e.round = of_round and e.municipality = of_municipality
                      and e.content ->> 'clarification' <> mark
                      and e.item in (select k.number::text from survey.remark k
                                      where k.round = of_round and k.municipality = of_municipality and k.question = of_question) returning 1),
         remark as (update survey.remark k
                       set quoted_answer = case when k.quoted_answer is not null then redacted end,
                           resolved_answer = case when k.resolved_answer is not null then redacted end,
                           clarification = case when k.clarification is not null then mark end,
                           version = k.version + 1
                     where k.round = of_round and k.municipality = of_municipality and k.question = of_question
                       and (k.quoted_answer <> redacted or k.resolved_answer <> redacted or k.clarification <> mark) returning 1)
    select (select count(*) from revision) + (select count(*) from pass) + (select count(*) from event) + (select count(*) from remark)
      into kept;
    with answer as (update published.answer a set answer = redacted, labels = '{}'
                     where a.round = of_round and a.municipality = of_municipality and a.question = of_question
                       and a.answer <> redacted and (coalesce(a.answer ->> 'missing', '') <> all (silent) or a.answer ? 'clarification') returning 1),
         figure as (update published.figure f
                       set value = null, text = null, missing = 'redacted', unit = null, currency = null, basis = null, period = null, qualifier = 'exact',
                           low = null, high = null, as_of = null, definition = null, disputed = false, as_printed = null, correction = null, note = null,
                           clarification = null, statements = '[]', evidence = '[]', rule_notes = '[]'
                     where f.round = of_round and f.municipality = of_municipality and f.question = of_question
                       and coalesce(f.missing, '') <> 'redacted' and (coalesce(f.missing, '') <> all (silent) or f.clarification is not null) returning 1),
         beside as (update published.figure f
                       set rule_notes = coalesce((select jsonb_agg(n.note order by n.place) from jsonb_array_elements(f.rule_notes) with ordinality as n (note, place)
                                                   where n.note ->> 'rule' <> all (of_rules)), '[]')
                     where f.round = of_round and f.municipality = of_municipality and f.question <> of_question
                       and exists (select 1 from jsonb_array_elements(f.rule_notes) as n (note) where n.note ->> 'rule' = any (of_rules)) returning 1)
    select (select count(*) from answer) + (select count(*) from figure) + (select count(*) from beside)
      into made_public;
    return next;
end
$$;
revoke execute on function survey.redact_answer from public;
grant execute on function survey.redact_answer to wijk_survey;
