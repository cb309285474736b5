-- A round may say until which day municipalities return their questionnaires; who has not done so by then is late. It is the intake's own: nothing of it is published.
alter table survey.round add column return_by date;
