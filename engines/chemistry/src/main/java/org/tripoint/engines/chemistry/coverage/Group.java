package org.tripoint.engines.chemistry.coverage;

import java.util.Locale;

/// What a substituent is, as class definitions name it.
public enum Group {
  /// Saturated open carbon chain, at most six carbons.
  ALKYL,
  /// The same, longer: no text says where alkyl ends.
  LONG_ALKYL,
  CYCLOALKYL,
  ALKENYL,
  ALKYNYL,
  /// Joined by a double bond to carbon.
  ALKYLIDENE,
  /// Alkyl joined through oxygen.
  ALKOXYL,
  /// An ether oxygen anywhere, nothing else but carbon.
  ETHER,
  /// A carboxylic ester, either way round, nothing else but carbon.
  ESTER,
  HYDROXYL,
  HYDROXYALKYL,
  HALO,
  HALOALKYL,
  HALOALKOXYL,
  /// `NH2` itself.
  AMINO,
  /// Nitrogen with alkyl.
  ALKYLAMINO,
  NITRO,
  /// Oxygen by a double bond.
  OXO,
  /// On a charged nitrogen: an N-oxide or a fourth substituent.
  ON_CHARGED_NITROGEN,
  CARBOXYL,
  ACYL,
  AMIDE,
  CYANO,
  ARYL,
  ARALKYL,
  /// Joins two places of the core.
  BRIDGE,
  /// A ring system of more than one ring where one ring is expected.
  FUSED_RING,
  /// A single ring.
  MONOCYCLE,
  AROMATIC_MONOCYCLE,
  /// Nothing there, where something is required.
  HYDROGEN,
  OTHER;

  /// As rule files write it: `haloalkyl`, `long-alkyl`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Group parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
