-- A file that carried what a purge emptied is not kept: it is due while an import of it is being appended, and goes then.
alter table intake.import
  add file_due boolean not null default false,
  add file_removed timestamptz;
create index import_by_release on intake.import (release) where release is not null;
create index import_by_bytes on intake.import (sha256);
create index import_corrected on intake.import (corrects) where corrects is not null;
create index import_file_due on intake.import (id) where file_due;

-- How a native layout's numbers are written where its file separates cells by semicolons: as somebody said, as it is read.
alter table intake.import
  add stated_numbers text check (stated_numbers in ('POINT', 'COMMA')),
  add numbers text check (numbers in ('POINT', 'COMMA')),
  drop constraint import_question_check,
  add constraint import_question_check check (question in ('MAPPING', 'PUBLISHED', 'NUMBERS'));
