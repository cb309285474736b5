-- What somebody wrote between researchers and a municipality can hold what should never have been written. Its words are taken out, and a mark takes their place; that this was
-- done, by whom and why, is an event. The service may put the mark in the place of a text and nothing else: replies and the history only grow.
create function survey.redact(of_round text, of_municipality text, of_subject text, of_item integer, of_reply integer) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    mark constant text := '[onleesbaar gemaakt / redacted]';
    texts text[];
    each text;
    member text;
begin
    if of_subject = 'remark' and of_reply is null then
        select array[k.text, k.reason] into texts from survey.remark k
         where k.round = of_round and k.municipality = of_municipality and k.number = of_item for update;
        update survey.remark k set text = mark, reason = case when k.reason is not null then mark end, version = version + 1
         where k.round = of_round and k.municipality = of_municipality and k.number = of_item;
    elsif of_subject = 'remark' then
        -- The remark is shown with its replies, so its tag is another.
        update survey.remark k set version = version + 1
         where k.round = of_round and k.municipality = of_municipality and k.number = of_item;
        select array[y.text] into texts from survey.remark_reply y
         where y.round = of_round and y.municipality = of_municipality and y.remark = of_item and y.number = of_reply for update;
        update survey.remark_reply y set text = mark
         where y.round = of_round and y.municipality = of_municipality and y.remark = of_item and y.number = of_reply;
    elsif of_subject = 'comment' and of_reply is null then
        select array[c.content, c.why] into texts from survey.comment c
         where c.round = of_round and c.municipality = of_municipality and c.number = of_item for update;
        update survey.comment c set content = mark, why = case when c.why is not null then mark end, version = version + 1
         where c.round = of_round and c.municipality = of_municipality and c.number = of_item;
    end if;
    if not found then
        return false;
    end if;
    -- The words stand also where they are kept whole: in events about the same thing, with what an earlier settlement said; and for a day in the answers to retries.
    update history.event e set content = e.content || '{"text": "[onleesbaar gemaakt / redacted]"}'
     where of_subject = 'comment' and e.subject = 'description' and e.round = of_round and e.municipality = of_municipality
       and e.item = of_item::text and e.action in ('comment', 'dispose');
    update history.event e set content = jsonb_set(e.content, '{disposition,why}', to_jsonb(mark))
     where of_subject = 'comment' and e.subject = 'description' and e.round = of_round and e.municipality = of_municipality
       and e.item = of_item::text and e.action = 'dispose' and e.content #> '{disposition,why}' is not null;
    update history.event e set reason = mark
     where of_subject = 'remark' and of_reply is null and e.subject = 'remark' and e.round = of_round and e.municipality = of_municipality
       and e.item = of_item::text and e.action = 'resolve' and e.reason is not null;
    -- There only as what somebody wrote: a remark can have the words of a code, or of the name of a member.
    foreach each in array array_remove(texts, mark) loop
        foreach member in array array['"text":', '"reason":', '"why":'] loop
            update survey.idempotency_key set body = replace(body, member || to_json(each), member || to_json(mark))
             where position(member || to_json(each) in body) > 0;
        end loop;
    end loop;
    return true;
end
$$;
revoke execute on function survey.redact from public;
grant execute on function survey.redact to wijk_survey;
