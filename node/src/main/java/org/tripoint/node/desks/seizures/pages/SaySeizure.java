package org.tripoint.node.desks.seizures.pages;

import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SayRecord;
import org.tripoint.vocabulary.Kind;

/// A seizure in a line.
@Component
class SaySeizure implements SayRecord<Seizure> {

  private final ReadSubstances substances;

  SaySeizure(ReadSubstances substances) {
    this.substances = substances;
  }

  @Override
  public Kind<Seizure> kind() {
    return Seizure.KIND;
  }

  @Override
  public String inShort(Page page, Seizure seizure) {
    return new Reports(new Names(page, substances)).inShort(seizure);
  }
}
