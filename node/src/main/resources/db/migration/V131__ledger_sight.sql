-- What a record's marking keeps from an account: the account's ceiling and agency are put into the session by ledger.see(), and
-- ledger.shows() answers for one record. Who has not said ledger.see() in the session sees nothing through ledger.shows().

-- Kinds that this node makes for its own work and marks "stays here" by itself: definitions, mappings, rules, decisions, signals. Nobody
-- weighed that marking, so it keeps them from nobody here; what a partner sends of these kinds is kept by its marking. A kind that is
-- not named here is kept by its marking, whoever made it.
create function ledger.working_kinds() returns text[] language sql immutable parallel safe as $$
  select array[
    'call-back-decision', 'contact-report', 'contact-rule', 'control-fact', 'counted-elsewhere', 'detector-setting', 'disclosure',
    'gap-review', 'hand-over-note', 'import-mapping', 'journal-epoch', 'law-reading', 'law-review', 'legal-hold',
    'liaison-posting', 'liaison-read', 'liaison-rule', 'merge-decision', 'metric-definition', 'metric-observation',
    'notice-acknowledgement', 'notice-countersignature', 'notice-draft', 'notice-mail-list', 'notice-mailing', 'notice-retraction',
    'onward-answer', 'onward-copies', 'onward-question', 'partner-agreement', 'partner-node', 'place-adjacency', 'place-mapping',
    'provenance', 'purge', 'registered-substance', 'release', 'release-confirmation', 'remote-collection', 'request-answer',
    'request-feedback', 'request-for-information', 'retention-decision', 'retention-lot', 'retention-rule', 'signal',
    'signal-assignment', 'signal-judgement', 'signal-note', 'signal-triage', 'break-glass-release', 'spectral-library',
    'standing-statement', 'substance-mapping']
$$;

-- Notes for this session which markings an account may read. The ceiling is one of CLEAR, GREEN, AMBER, AMBER_STRICT, RED; an agency
-- that is null means every agency, an empty one none. Markings that come later are not read until it is said again.
create function ledger.see(ceiling text, agency text) returns void language plpgsql
set search_path = pg_catalog as $$
declare
  degrees text[] := array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
  highest integer := array_position(degrees, ceiling);
begin
  if highest is null then
    raise exception 'expected a ceiling of TLP, found %', ceiling;
  end if;
  with marking as (
    select id, body::jsonb as body from ledger.marking
  ), low as (
    select id, coalesce(body->'releasableToAgencies', '[]') as agencies from marking
    where array_position(degrees, body->>'tlp') <= highest
  )
  select set_config('tripoint.ceiling_allows', coalesce(array_agg(id), '{}')::text, false),
         set_config('tripoint.agency_allows', coalesce(array_agg(id) filter (
           where agency is null or jsonb_array_length(agencies) = 0 or agencies ? agency), '{}')::text, false)
    into strict ceiling, ceiling from low;
  perform set_config('tripoint.agency', coalesce(agency, ''), false);
end $$;

-- Whether a version with this marking may be read. What an agency published itself is its own, whoever else may have it.
create function ledger.shows_marking(of_marking integer, of_source text, of_kind text) returns boolean
language sql stable parallel restricted as $$
  select of_marking = any (coalesce(nullif(current_setting('tripoint.agency_allows', true), ''), '{}')::integer[])
    or (of_marking = any (coalesce(nullif(current_setting('tripoint.ceiling_allows', true), ''), '{}')::integer[])
        and lower(of_source) = coalesce(lower(nullif(current_setting('tripoint.agency', true), '')), ''))
    or (of_kind = any (ledger.working_kinds()) and of_source not like 'partner:%')
$$;

-- Whether a record may be read: by the marking of the version that stands; by that of the last one that held something where it was
-- withdrawn, since a withdrawal says nothing of who may know. What rests on other records and names them as its evidence, as a signal
-- or a draft of a notice does, tells of them: it may be read by who may read them all.
create function ledger.shows(of_record uuid) returns boolean language plpgsql stable parallel restricted as $$
declare
  standing record;
begin
  select v.seq, v.marking, v.source, v.kind into standing from ledger.version v where v.record = of_record
  order by v.state <> 0, v.published desc, v.seq desc limit 1;
  if not found or ledger.shows_marking(standing.marking, standing.source, standing.kind) is not true then
    return false;
  end if;
  if standing.kind <> all (ledger.working_kinds()) then
    return true;
  end if;
  return ledger.shows_all(array(
    select one::uuid from ledger.content c, jsonb_array_elements_text(c.open_body::jsonb->'evidence') one
    where c.seq = standing.seq and c.open_body like '%"evidence":[%'
      and jsonb_typeof(c.open_body::jsonb->'evidence') = 'array' and pg_input_is_valid(one, 'uuid')));
end $$;

-- Whether all of these records may be read.
create function ledger.shows_all(records uuid[]) returns boolean language plpgsql stable parallel restricted as $$
begin
  return coalesce((select bool_and(ledger.shows(one)) from unnest(records) one), true);
end $$;

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.empty_content(bigint), ledger.known_versions(uuid[]), ledger.working_kinds(), ledger.see(text, text),
  ledger.shows_marking(integer, text, text), ledger.shows(uuid), ledger.shows_all(uuid[]) to ${app_role};
