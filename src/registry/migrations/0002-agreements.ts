import type { Migration } from "../../platform/index.ts";

/**
 * Agreements (提携・協定) and everything that belongs to one.
 *
 * Children carry their agreement's publication through a foreign key that cascades, so the policy of each table is a
 * plain comparison: leakproof, without a subquery, and never out of step. The derived columns of `agreement` (signing
 * date, decade, 1対1, search keys) are computed by agreement-keys.ts whenever an agreement is written.
 */
const children = [
  "agreement_party_japan",
  "agreement_party_foreign",
  "agreement_date",
  "agreement_listing",
  "agreement_link",
  "agreement_office",
  "agreement_source",
];

const childColumns = (limit: number) => `
  agreement_no integer not null,
  publication text not null,
  position integer not null check (position between 1 and ${limit}),
  primary key (agreement_no, position),
  foreign key (agreement_no, publication) references agreement (no, publication) on update cascade`;

export const agreementsMigration: Migration = {
  id: "registry/0002-agreements",
  sql: `
create sequence agreement_no as integer;
create table agreement (
  no integer primary key default nextval('agreement_no'),
  id text not null unique generated always as
    ('A' || case when no < 1000000 then lpad(no::text, 6, '0') else no::text end) stored,
  title text not null check (btrim(title) <> ''),
  publication text not null default 'published' check (publication in ('published', 'withdrawn')),
  version integer not null default 1 check (version > 0),
  background text,
  activities text,
  outcomes text,
  merged_into integer references agreement (no),
  recorded_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default 0,
  signed_from date,
  signed_newest date generated always as (coalesce(signed_from, date '0001-01-01')) stored,
  signed_oldest date generated always as (coalesce(signed_from, date '9999-12-31')) stored,
  decade integer generated always as ((extract(year from signed_from)::integer / 10) * 10) stored,
  is_one_to_one boolean not null,
  search_key text collate "C" not null,
  search_grams text[] collate "C" not null,
  unique (no, publication),
  check (merged_into is null or (publication = 'withdrawn' and merged_into <> no))
);
create index on agreement (signed_newest desc, no desc);
create index on agreement (signed_oldest, no);
create index on agreement (title collate "ja-x-icu", no);
create index on agreement (updated_at desc, no desc);
create index on agreement (revision);
create index on agreement (merged_into) where merged_into is not null;

create table agreement_party_japan (${childColumns(500)},
  name text not null check (btrim(name) <> ''),
  government_code text references local_government (code),
  prefecture_code text generated always as (left(government_code, 2)) stored
);
create unique index on agreement_party_japan (agreement_no, government_code) where government_code is not null;
create index on agreement_party_japan (government_code, agreement_no);
create index on agreement_party_japan (prefecture_code, agreement_no);

create table agreement_party_foreign (${childColumns(500)},
  name text not null check (btrim(name) <> ''),
  country text check (country ~ '^[A-Z]{2}$'),
  counterpart_id text not null references counterpart (id)
);
create index on agreement_party_foreign (country, agreement_no);
create index on agreement_party_foreign (counterpart_id, agreement_no);

create table agreement_date (${childColumns(100)},
  as_printed text not null,
  date text,
  precision text not null check (precision in ('day', 'month', 'year', 'fiscalYear', 'none')),
  role text not null check (role in
    ('signed', 'renewed', 'resigned', 'expires', 'original', 'current', 'started', 'unlabelled')),
  party text,
  era_year text check (era_year ~ '^[0-9]{4}$'),
  western_year text check (western_year ~ '^[0-9]{4}$'),
  check ((date is null) = (precision = 'none')),
  check (case precision
    when 'day' then date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    when 'month' then date ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'
    when 'none' then true
    else date ~ '^[0-9]{4}$' end),
  check ((era_year is null) = (western_year is null))
);

create table agreement_listing (${childColumns(9)},
  field text not null check (field in ('①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨')),
  unique (agreement_no, field)
);
create index on agreement_listing (field, position, agreement_no);

create table agreement_link (${childColumns(100)},
  url text not null check (url ~* '^https?://')
);

create table agreement_office (${childColumns(200)},
  kind text not null check (kind in ('department', 'phone')),
  value text not null check (btrim(value) <> '')
);

create table agreement_source (${childColumns(1000)},
  title text not null check (btrim(title) <> ''),
  publisher text,
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  place text,
  first_line integer check (first_line > 0),
  last_line integer,
  as_of text,
  check ((first_line is null) = (last_line is null) and first_line <= last_line)
);
create index on agreement_source (document_sha256) where document_sha256 is not null;

alter table agreement enable row level security;
create policy public_reads_published on agreement for select to app_public using (publication = 'published');
create policy editors_all on agreement for all to app_editor using (true) with check (true);
grant select on agreement to app_public, app_editor;
grant insert, update on agreement to app_editor;
grant usage on sequence agreement_no to app_editor;
${children
  .map(
    (child) => `
alter table ${child} enable row level security;
create policy public_reads_published on ${child} for select to app_public using (publication = 'published');
create policy editors_all on ${child} for all to app_editor using (true) with check (true);
grant select on ${child} to app_public, app_editor;
grant insert, delete on ${child} to app_editor;`,
  )
  .join("\n")}

create policy public_reads_of_published on counterpart for select to app_public
  using (exists (select from agreement_party_foreign p where p.counterpart_id = counterpart.id));
`,
};
