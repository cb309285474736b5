#!/bin/sh
# Gives the product's roles the passwords of the environment. The image of PostgreSQL runs it once, after roles.sql.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" \
  --set owner="$WIJK_OWNER_PASSWORD" --set survey="$WIJK_SURVEY_PASSWORD" --set comparison="$WIJK_COMPARISON_PASSWORD" <<'SQL'
alter role wijk_owner password :'owner';
alter role wijk_survey password :'survey';
alter role wijk_comparison password :'comparison';
SQL
