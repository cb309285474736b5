-- Somebody's name can be taken out of all that was kept, also out of what only grows: a stand-in takes its place, which says that two things were done by one
-- person and not by whom. The service may do no more than that: one function of the owner, which puts nothing else anywhere.

-- account: SHA-256 of the name, for a day. So long nothing is written under that name any more: whatever was signed in before the erasure has ended by then.
create table survey.erasure (
    number  integer     not null,
    at      timestamptz not null,
    account text,
    constraint erasure_pk primary key (number),
    constraint erasure_number_positive check (number > 0),
    constraint erasure_account_once unique (account),
    constraint erasure_account_is_a_digest check (account ~ '^[0-9a-f]{64}$')
);
revoke insert, update, delete on survey.erasure from wijk_survey;
grant update (account) on survey.erasure to wijk_survey;

-- The stand-in's number, and in how many places it took the name's; no row where there was no such name. Asked again within the day it answers with the same number.
create function survey.erase_account(who text, moment timestamptz) returns table (erased integer, places bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    digest constant text := encode(sha256(convert_to(who, 'UTF8')), 'hex');
    known boolean;
    name text;
    member text;
begin
    -- One erasure at a time; and what this person is just writing is waited for, while nothing new can begin (see below).
    lock table survey.erasure in share row exclusive mode;
    perform pg_advisory_xact_lock(hashtextextended('account ' || who, 0));
    select e.number into erased from survey.erasure e where e.account = digest;
    known := found;
    if not known then
        select coalesce(max(e.number), 0) + 1 into erased from survey.erasure e;
    end if;
    name := 'erased-' || erased;
    -- What is shown with a tag that counts versions has a new one, since it is shown otherwise; a remark is shown with its replies.
    update survey.remark k set version = version + 1
     where exists (select 1 from survey.remark_reply y
                    where y.round = k.round and y.municipality = k.municipality and y.remark = k.number and y.author = who);
    with event as (update history.event set actor = name where actor = who returning 1),
         revision as (update history.revision set author = name where author = who returning 1),
         description as (update history.description set author = name where author = who returning 1),
         pass as (update history.pass set author = name where author = who returning 1),
         questionnaire as (update history.questionnaire set author = name where author = who returning 1),
         remark as (update survey.remark
                       set author = case author when who then name else author end,
                           resolved_by = case resolved_by when who then name else resolved_by end,
                           version = version + 1
                     where author = who or resolved_by = who returning 1),
         reply as (update survey.remark_reply set author = name where author = who returning 1),
         comment as (update survey.comment
                        set author = case author when who then name else author end,
                            disposed_by = case disposed_by when who then name else disposed_by end,
                            version = version + 1
                      where author = who or disposed_by = who returning 1),
         agreement as (update survey.agreement set author = name, version = version + 1 where author = who returning 1),
         ballot as (update survey.ballot set author = name, version = version + 1 where author = who returning 1),
         earlier as (update survey.earlier_answers set author = name where author = who returning 1),
         decision as (update survey.proposal_decision set author = name where author = who returning 1),
         key as (delete from survey.idempotency_key where account = who returning 1)
    select (select count(*) from event) + (select count(*) from revision) + (select count(*) from description)
         + (select count(*) from pass) + (select count(*) from questionnaire) + (select count(*) from remark)
         + (select count(*) from reply) + (select count(*) from comment) + (select count(*) from agreement)
         + (select count(*) from ballot) + (select count(*) from earlier) + (select count(*) from decision)
         + (select count(*) from key)
      into places;
    -- What a comment or an agreement was before stands in its event with its author, whoever did what the event is about.
    update history.event set content = replace(content::text, '"author": ' || to_json(who), '"author": ' || to_json(name))::jsonb
     where position('"author": ' || to_json(who) in content::text) > 0;
    -- Answers to others that are kept for a day to be given again may show the name as an author.
    foreach member in array array['"author":', '"actor":'] loop
        update survey.idempotency_key set body = replace(body, member || to_json(who), member || to_json(name))
         where position(member || to_json(who) in body) > 0;
    end loop;
    if not known and places = 0 then
        return;
    end if;
    if not known then
        insert into survey.erasure (number, at, account) values (erased, moment, digest);
    end if;
    return next;
end
$$;
revoke execute on function survey.erase_account from public;
grant execute on function survey.erase_account to wijk_survey;

-- Every write has its event, and a retry its key; what may not have these may not be. A name that is being erased at this moment is not waited for: it would wait for this.
create function survey.refuse_erased() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    who text;
begin
    execute format('select ($1).%I', tg_argv[0]) into who using new;
    if not pg_try_advisory_xact_lock_shared(hashtextextended('account ' || who, 0))
        or exists (select 1 from survey.erasure e where e.account = encode(sha256(convert_to(who, 'UTF8')), 'hex')) then
        raise exception 'this account was erased' using errcode = 'WV001';
    end if;
    return new;
end
$$;
create trigger event_of_no_erased before insert on history.event
    for each row execute function survey.refuse_erased('actor');
create trigger idempotency_key_of_no_erased before insert on survey.idempotency_key
    for each row execute function survey.refuse_erased('account');

alter table history.event drop constraint event_subject_known;
alter table history.event add constraint event_subject_known check
    (subject in ('municipality', 'round', 'questionnaire', 'response', 'remark', 'evidence', 'description', 'rating-session', 'ballot', 'finding', 'group', 'person'));
