-- Asked before a file is taken: does its source have simulated releases, or real ones?
create index import_released on intake.import (source, synthetic) where release is not null;
