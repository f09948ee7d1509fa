package org.tripoint.vocabulary;

/// The list a place code comes from. Codes of different schemes are never compared.
public enum PlaceScheme {
  /// A whole country; the code is the ISO 3166-1 alpha-2 code.
  COUNTRY,
  /// A first-level subdivision, ISO 3166-2, such as `MX-SIN`.
  ADMIN1,
  /// A municipality of INEGI's catalogue (five digits, state and municipality).
  INEGI_MUNICIPALITY,
  /// A Statistics Canada Standard Geographical Classification code (two to seven digits).
  STATCAN_SGC,
  /// A US county FIPS code (five digits).
  US_COUNTY,
  /// A US port of entry, Census Schedule D (four digits).
  US_PORT,
  /// A UN/LOCODE, country and three characters.
  UN_LOCODE,
  /// An area of responsibility of an agency (CBP field office, sector or branch): it crosses state
  /// lines and is never assigned to one.
  AGENCY_AREA,
  /// A jurisdiction of a vital-statistics system that is not a state, such as `YC`, New York City.
  VITAL_STATISTICS_AREA,
  /// A health authority or health region.
  HEALTH_REGION,
  /// As the originator wrote it; not recognised in any list.
  AS_REPORTED
}
