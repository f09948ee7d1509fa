-- Up to which moment each audience's entries are in a batch: so that it is known in which batch one is, and whether the
-- partner has confirmed it.
create table exchange.sent_end (
  partner text not null,
  audience text not null,
  added bigint not null,
  epoch int not null,
  number bigint not null,
  primary key (partner, audience, added, epoch, number)
);
create index sent_end_of_batch on exchange.sent_end (partner, epoch, number);

insert into exchange.sent_end (partner, audience, added, epoch, number)
select s.partner, e ->> 'audience', max((e ->> 'added')::bigint), s.epoch, s.number
from exchange.sent s
cross join lateral (select translate(split_part(s.signed, '.', 2), '-_', '+/') as text) p
cross join lateral jsonb_array_elements(
  convert_from(decode(rpad(p.text, (length(p.text) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb -> 'entries') e
group by s.partner, e ->> 'audience', s.epoch, s.number;

-- What a partner's receipts say it does not have of what it was given: because it could not believe it, with what it
-- expected, or, where `expected` is null, because the content was gone when it was sent.
create table exchange.sent_refusal (
  partner text not null,
  audience text not null,
  added bigint not null,
  object text not null,
  record uuid,
  expected text,
  at timestamptz not null,
  primary key (partner, audience, added)
);
create index sent_refusal_latest on exchange.sent_refusal (partner, at);

grant select, insert, update, delete, truncate on exchange.sent_end, exchange.sent_refusal to ${app_role};
