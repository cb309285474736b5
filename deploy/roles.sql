-- The three roles of the product, and what each may do with the database they are made in.
--
-- Run by a superuser inside that database, before survey-service starts for the first time; running it again changes
-- nothing. Passwords are not set here: an installation gives each role its own.
--
--   wijk_owner       owns schemas and tables; used for migrations only
--   wijk_survey      survey-service at work
--   wijk_comparison  comparison-service at work: reads what is published, and nothing else
--
-- What wijk_survey and wijk_comparison may do with a table is granted by the migration that makes it.

do $$
declare
    wanted text;
begin
    foreach wanted in array array ['wijk_owner', 'wijk_survey', 'wijk_comparison'] loop
        begin
            execute format('create role %I login', wanted);
        exception
            when duplicate_object or unique_violation then null;
        end;
    end loop;
end $$;

-- By default everybody may connect and make temporary tables. Here only the three may connect, and only the owner may create.
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to wijk_owner, wijk_survey, wijk_comparison', current_database());
    execute format('grant create on database %I to wijk_owner', current_database());
end $$;

-- The migration tool keeps its own table in the schema public.
revoke all on schema public from public;
grant usage, create on schema public to wijk_owner;
