-- What always holds in the database, whatever happened to it. Each row of the answer is something that does not hold; a sound database has none.
--
-- Run it after a restore or a failover, as any of the roles that may read all three schemas:
--   psql --no-psqlrc --tuples-only --no-align --file=deploy/invariants.sql

select 'the sequence of publications has a gap' as broken, null as what
  from published.publication
having count(*) <> coalesce(max(sequence), 0)

union all
select 'a publication is not later than the one before it', sequence::text
  from (select sequence, at, lag(at) over (order by sequence) as before from published.publication) as each
 where at <= before

union all
select 'a publication has not the rows that it says', sequence::text
  from published.publication p
 where figures <> (select count(*) from published.figure x where x.sequence = p.sequence)
    or ratings <> (select count(*) from published.rating x where x.sequence = p.sequence)
    or municipalities <> (select count(*) from published.municipality x where x.sequence = p.sequence)
    or rounds <> (select count(*) from published.round x where x.sequence = p.sequence)
    or answers <> (select count(*) from published.answer x where x.sequence = p.sequence)
    or findings <> (select count(*) from published.finding x where x.sequence = p.sequence)
    or ballots <> (select count(*) from published.ballot x where x.sequence = p.sequence)
    or descriptions <> (select count(*) from published.description x where x.sequence = p.sequence)
    or evidence <> (select count(*) from published.evidence x where x.sequence = p.sequence)

union all
select 'the revisions of a response are not 1 to its present one', round || ' ' || municipality
  from survey.response r
 where revision <> (select count(*) from history.revision h where h.round = r.round and h.municipality = r.municipality)
    or revision <> (select coalesce(max(number), 0) from history.revision h where h.round = r.round and h.municipality = r.municipality)

union all
select 'a revision has not exactly one event', h.round || ' ' || h.municipality || ' ' || h.number
  from history.revision h
 where 1 <> (select count(*) from history.event e
              where e.subject = 'response' and e.action in ('save', 'restore') and e.round = h.round and e.municipality = h.municipality and e.revision = h.number)

union all
select 'a state does not follow from the one before', round || ' ' || municipality || ' event ' || id
  from (select id, round, municipality, from_state, lag(to_state) over (partition by round, municipality order by id) as before
          from history.event where subject = 'response' and to_state is not null) as each
 where from_state <> before

union all
select 'a publication of responses has no event of it, or another has', coalesce(p.sequence, e.publication)::text
  from (select distinct x.sequence, x.round, x.municipality from published.answer x join published.publication y on y.sequence = x.sequence and y.kind = 'responses') p
  full join (select publication, round, municipality from history.event where subject = 'response' and action = 'publish') e
    on e.publication = p.sequence and e.round = p.round and e.municipality = p.municipality
 where p.sequence is null or e.publication is null

union all
select 'what a response says is public is not what was published last', r.round || ' ' || r.municipality
  from survey.response r
 where r.published_sequence is distinct from
       (select case when e.action = 'publish' then greatest(e.publication, (select max(d.publication) from history.event d
                 where d.subject = 'response' and d.action = 'redact' and d.round = r.round and d.municipality = r.municipality)) end
          from history.event e
         where e.subject = 'response' and e.action in ('publish', 'withdraw') and e.round = r.round and e.municipality = r.municipality
         order by e.id desc limit 1)

union all
select 'a publication of a redaction has no event of it, or another has', coalesce(p.sequence, e.publication)::text
  from (select sequence from published.publication where kind = 'redaction') p
  full join (select publication from history.event where subject = 'response' and action = 'redact' and publication is not null) e on e.publication = p.sequence
 where p.sequence is null or e.publication is null;
