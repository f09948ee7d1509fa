package org.tripoint.node.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripoint.vocabulary.Part;

/// What a room finds for words typed into the search box. Declared as a Spring bean.
public interface SearchRecords {

  /// Best first. Quick: by index, never by reading through records.
  ///
  /// @param words as typed, without surrounding blanks, 1 to 200 characters
  /// @param readable parts of records that the person may read: nothing is found by another
  /// @param limit at most so many
  List<Hit> search(String words, Locale locale, Set<Part> readable, int limit);

  /// Something that was found.
  ///
  /// @param title what it is called
  /// @param detail what it is, in a few words of the language asked for; may be empty
  /// @param address its page
  record Hit(String title, String detail, String address) {}
}
