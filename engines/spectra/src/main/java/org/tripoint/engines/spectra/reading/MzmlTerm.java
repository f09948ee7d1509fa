package org.tripoint.engines.spectra.reading;

import javax.xml.stream.XMLStreamReader;

/// A term of a controlled vocabulary with its value and unit, as a `cvParam` has them.
record MzmlTerm(String accession, String name, String value, String unit) {

  static MzmlTerm of(XMLStreamReader xml) {
    return new MzmlTerm(
        attribute(xml, "accession"),
        attribute(xml, "name"),
        attribute(xml, "value"),
        attribute(xml, "unitAccession"));
  }

  static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
