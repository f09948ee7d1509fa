package org.tripoint.node.desks.laboratory.spectra;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which files of results are spectra that this node holds and can show.
@Component
public class HeldSpectra {

  private final MeasuredFiles files;

  HeldSpectra(MeasuredFiles files) {
    this.files = files;
  }

  /// Where a measured file is shown; empty where this node does not hold it.
  public Optional<String> address(String sha256) {
    return files.find(sha256).map(file -> "/laboratory/spectrum/" + file.sha256());
  }
}
