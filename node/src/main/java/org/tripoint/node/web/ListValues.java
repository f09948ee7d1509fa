package org.tripoint.node.web;

import java.util.List;
import java.util.Map;
import org.tripoint.vocabulary.Part;

/// A record's content value by value, labelled in the page's language.
public interface ListValues {

  /// The values in the order of their places.
  ///
  /// @param kind kind name
  /// @param parts canonical JSON of the parts that are to be shown
  List<Value> list(String kind, Map<Part, String> parts, Page page);

  /// One value.
  ///
  /// @param label where it stands, in words
  /// @param text how it reads
  record Value(Part part, String label, String text) {}
}
