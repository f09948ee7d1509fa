-- The chain, what lies beside it, and what is kept so that proofs and answers are quick.
create schema ledger;

-- Markings are few and long: the chain refers to them by number; a leaf hashes their text.
create table ledger.marking (
  id integer primary key,
  body text not null unique
);

-- One row a version: the header, column by column. Never changed.
create table ledger.version (
  seq bigint primary key,
  record uuid not null,
  kind text not null,
  kind_version integer not null,
  state smallint not null check (state between 0 and 2),
  source text not null,
  release uuid,
  actor text not null,
  published timestamptz not null,
  received timestamptz not null,
  marking integer not null,
  open_commitment bytea,
  nominal_commitment bytea,
  health_commitment bytea,
  leaf bytea not null
);
create index version_record on ledger.version (record);
create index version_source on ledger.version (source);
create index version_unreleased on ledger.version (source) where release is null;
create index version_release on ledger.version (received desc) where kind = 'release';

-- One row a version: what can be emptied. source_key is a keyed pseudonym of source, kind and key, by which a
-- record is found again; it outlives the content, so that what was emptied is not brought back.
create table ledger.content (
  seq bigint primary key,
  source_key uuid not null,
  digest uuid,
  covers date,
  open_salt bytea,
  open_body text,
  nominal_salt bytea,
  nominal_body text,
  health_salt bytea,
  health_body text,
  purge bigint
);
create index content_source_key on ledger.content (source_key);
create index content_purge on ledger.content (purge) where purge is not null;

-- Roots of complete subtrees of 2^level leaves, level 8 and above.
create table ledger.subtree (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

-- One signed note after each batch.
create table ledger.checkpoint (
  size bigint primary key,
  root bytea not null,
  signed_at timestamptz not null,
  note text not null
);
create index checkpoint_signed_at on ledger.checkpoint (signed_at);

-- Rows of a release that said nothing new: sequences of the versions they confirmed, as the record of kind
-- release-confirmation with sequence seq lists them.
create table ledger.release_batch (
  seq bigint primary key,
  release uuid not null,
  confirmed int8multirange not null
);
create index release_batch_release on ledger.release_batch (release);

-- Releases as their records say now.
create table ledger.release (
  id uuid primary key,
  source text not null,
  sha256 text not null,
  published timestamptz not null,
  complete boolean not null,
  closed boolean not null,
  covers_from date,
  covers_to date,
  unique (source, sha256)
);
create index release_source on ledger.release (source, published);

-- Where each reader stands: versions it has read.
create table ledger.reader (
  name text primary key,
  position bigint not null default 0
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on ledger.version
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.marking
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.subtree
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.checkpoint
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.release_batch
  for each statement execute function ledger.refuse_change();
create trigger never_removed before delete or truncate on ledger.content
  for each statement execute function ledger.refuse_change();

-- Targets that a purge record in the chain names.
create function ledger.purge_targets(purge_seq bigint) returns setof bigint
language sql stable set search_path = pg_catalog as $$
  select (target ->> 'sequence')::bigint
  from ledger.version v
  join ledger.content c using (seq)
  cross join lateral jsonb_array_elements(c.open_body::jsonb -> 'targets') target
  where v.seq = purge_seq and v.kind = 'purge' and v.state = 0
    and exists (select 1 from ledger.checkpoint where size > purge_seq)
$$;

-- The only change that content may see: all of it goes, by a purge that names it.
create function ledger.refuse_other_than_emptying() returns trigger language plpgsql
set search_path = pg_catalog as $$
begin
  if exists (
    select 1 from changed n full join former o using (seq)
    where o.seq is null or n.seq is null
       or o.purge is not null or n.purge is null or n.source_key <> o.source_key
       or num_nonnulls(n.digest, n.covers, n.open_salt, n.open_body, n.nominal_salt, n.nominal_body,
                       n.health_salt, n.health_body) > 0)
    or exists (
      select n.seq from changed n
      where not exists (
        select 1 from ledger.version v
        where v.seq = n.seq and v.kind not in ('purge', 'release', 'release-confirmation')))
    or exists (
      (select n.purge, n.seq from changed n)
      except
      (select p.purge, t from (select distinct purge from changed) p,
              lateral ledger.purge_targets(p.purge) t))
  then
    raise exception 'ledger.content changes only by a purge in the chain that names the version'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger only_emptied after update on ledger.content
  referencing old table as former new table as changed
  for each statement execute function ledger.refuse_other_than_emptying();

-- Empties what the purge record with this sequence names; returns how many versions lost their content.
create function ledger.empty_content(purge_seq bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  emptied bigint;
begin
  update ledger.content c
  set purge = purge_seq, digest = null, covers = null,
      open_salt = null, open_body = null, nominal_salt = null, nominal_body = null,
      health_salt = null, health_body = null
  where c.purge is null and c.seq in (select t from ledger.purge_targets(purge_seq) t);
  get diagnostics emptied = row_count;
  return emptied;
end $$;

-- All versions of the records behind these keys. Settings keep the plan to index lookups whatever the statistics.
create function ledger.known_versions(keys uuid[])
returns table (source_key uuid, seq bigint, record uuid, state smallint, published timestamptz,
               release uuid, actor text, digest uuid, covers date, purge bigint)
language sql stable
set search_path = pg_catalog set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off
as $$
  select c.source_key, c.seq, v.record, v.state, v.published, v.release, v.actor,
         c.digest, c.covers, c.purge
  from unnest(keys) k
  join ledger.content c on c.source_key = k
  join ledger.version v on v.seq = c.seq
$$;

grant usage on schema ledger to ${app_role};
grant select, insert on ledger.marking, ledger.version, ledger.content, ledger.subtree,
  ledger.checkpoint, ledger.release_batch to ${app_role};
grant select, insert, update on ledger.release to ${app_role};
grant select, insert, update, delete on ledger.reader to ${app_role};
revoke execute on all functions in schema ledger from public;
grant execute on function ledger.empty_content(bigint), ledger.known_versions(uuid[]) to ${app_role};
