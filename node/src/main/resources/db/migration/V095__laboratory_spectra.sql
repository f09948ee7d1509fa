create schema if not exists laboratory;

-- What each record of a library of spectra says now; rebuilt from records of kind spectral-library.
create table laboratory.spectral_library (
  record   uuid primary key,
  sequence bigint not null,
  actor    text not null,
  at       timestamptz not null,
  -- Canonical JSON.
  content  text not null
);

-- Measured files that people handed in to have their spectra identified. Only what is named here can be looked at as a
-- spectrum; the bytes are kept under their hash beside other files.
create table laboratory.spectrum_file (
  sha256    text primary key,
  file_name text not null,
  actor     text not null,
  at        timestamptz not null
);

grant usage on schema laboratory to ${app_role};
grant select, insert, update, delete, truncate on laboratory.spectral_library, laboratory.spectrum_file to ${app_role};
