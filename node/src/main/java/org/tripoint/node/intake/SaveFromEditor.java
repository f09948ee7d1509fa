package org.tripoint.node.intake;

import org.springframework.stereotype.Component;

/// Keeps a mapping and lets the files go on that waited for it.
@Component
class SaveFromEditor {

  private final SaveMapping save;
  private final TakeMappingFile file;
  private final ImportWorker worker;

  SaveFromEditor(SaveMapping save, TakeMappingFile file, ImportWorker worker) {
    this.save = save;
    this.file = file;
    this.worker = worker;
  }

  void save(ImportMapping mapping, String person) {
    save.save(mapping, person);
    worker.lookAgain();
  }

  /// The mapping as a file for another node.
  String write(ImportMapping mapping) {
    return file.write(mapping);
  }
}
