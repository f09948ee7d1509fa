package org.tripoint.engines.chemistry.coverage;

/// Whose rules they are. Each has a folder of rule files by its lower-case name.
public enum Jurisdiction {
  US,
  CA,
  MX,
  UN,
  CN
}
