package org.tripoint.node.metrics.definitions;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// A metric definition as a record, so that partners hold the same one, to the letter.
///
/// @param id such as `M01`
/// @param version from 1
/// @param yaml the document
@MadeHere
public record DefinitionDocument(String id, int version, String yaml) {

  /// The kind of record that a definition is; its key is `M01@1`.
  public static final Kind<DefinitionDocument> KIND =
      Kind.of("metric-definition", 1, DefinitionDocument.class);

  public DefinitionDocument {
    if (!id.matches("M[0-9]{2,3}") || version < 1 || yaml.isBlank()) {
      throw new IllegalArgumentException(
          "expected an id such as M01, a version from 1 and a document, found " + id);
    }
  }
}
