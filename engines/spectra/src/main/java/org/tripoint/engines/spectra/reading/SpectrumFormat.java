package org.tripoint.engines.spectra.reading;

/// Formats that are read.
public enum SpectrumFormat {
  /// Text libraries of NIST MS Search, MassBank, MoNA, MS-DIAL and others.
  NIST_MSP,
  /// MassBank record, version 2; one or several in a file.
  MASSBANK_RECORD,
  /// Mascot generic format, also that of GNPS.
  MGF,
  /// JCAMP-DX 4.10 to 5.01, single and linked blocks.
  JCAMP_DX,
  /// mzML 1.1, with or without an index.
  MZML,
  /// ANDI/MS (ASTM E2077) in netCDF classic, versions 1 and 2.
  ANDI_NETCDF
}
