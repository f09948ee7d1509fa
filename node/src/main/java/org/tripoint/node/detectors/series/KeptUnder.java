package org.tripoint.node.detectors.series;

import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Marking.Permission;

/// Under which name the counts of a version are kept: the watch's, or one beside it for each
/// partner whose marking does not let others make figures of the version. What lies beside is in no
/// series that is judged; it tells how much is left out.
final class KeptUnder {

  private static final String BESIDE = "?";

  private KeptUnder() {}

  static String nameOf(Watch watch, VersionHeader header) {
    String partner = PartnerSource.partnerOf(header.source());
    return partner == null || header.marking().derivativeUse() == Permission.ALLOWED
        ? watch.name()
        : beside(watch) + partner;
  }

  /// What the names beside a watch begin with; the partner follows.
  static String beside(Watch watch) {
    return watch.name() + BESIDE;
  }
}
