package org.tripoint.node.notices;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.charts.Drawing;

/// The structures of a notice's substances, as far as the registry knows them.
@Component
class DrawSubstances {

  private final FindStructure structures;

  DrawSubstances(FindStructure structures) {
    this.structures = structures;
  }

  List<Drawing> of(NoticeBody body, Language language) {
    return body.substances().stream()
        .flatMap(one -> structures.draw(one.inchiKey(), one.name().in(language)).stream())
        .toList();
  }
}
