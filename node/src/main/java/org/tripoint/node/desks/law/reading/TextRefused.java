package org.tripoint.node.desks.law.reading;

/// A file that is not read, and why.
final class TextRefused extends Exception {

  private static final long serialVersionUID = 1;

  /// Why; its words are the message `law.reading.refused.<why>`.
  enum Why {
    EMPTY,
    TOO_LARGE,
    NOT_PACKED_WELL,
    NOT_XML,
    HAS_DTD,
    NOT_AN_INSTRUMENT,
    TOO_DEEP,
    TOO_MANY_ITEMS,
    TOO_LONG_ITEM,
    NO_ITEMS,
    NOT_THE_LIST,
    BAD_LINE,
    NOT_TEXT
  }

  private final Why why;
  private final String where;

  /// @param where line or element, or ""
  TextRefused(Why why, String where) {
    super(why + " " + where);
    this.why = why;
    this.where = where.length() > 100 ? where.substring(0, 100) : where;
  }

  Why why() {
    return why;
  }

  String where() {
    return where;
  }
}
