package org.tripoint.node.web;

import java.util.List;
import java.util.Locale;

/// What a room finds for words typed into the search box. Declared as a Spring bean.
public interface SearchRecords {

  /// Best first. Quick: by index, never by reading through records.
  ///
  /// @param words as typed, without surrounding blanks, 1 to 200 characters
  /// @param limit at most so many
  List<Hit> search(String words, Locale locale, int limit);

  /// @param title what it is called
  /// @param detail what it is, in a few words of the language asked for; may be empty
  /// @param address its page
  record Hit(String title, String detail, String address) {}
}
