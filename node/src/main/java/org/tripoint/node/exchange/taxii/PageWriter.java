package org.tripoint.node.exchange.taxii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the lines of a page, one after another.
final class PageWriter {

  /// A page of larger objects ends here, whatever its limit.
  static final int MOST_BYTES = 8 << 20;

  private final Form form;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private byte[] joined = new byte[0];
  private long first;
  private long last;
  private int count;
  private boolean more;

  PageWriter(Form form) {
    this.form = form;
  }

  /// How a line is written.
  enum Form {
    /// The object as it was frozen, byte by byte.
    OBJECTS("objects"),
    /// Id, version and date of the line.
    MANIFEST("objects"),
    /// The version alone.
    VERSIONS("versions");

    private final String list;

    Form(String list) {
      this.list = list;
    }
  }

  /// A page of objects that were joined already, by commas.
  static PageWriter joined(int count, long first, long last, boolean more, byte[] objects) {
    PageWriter page = new PageWriter(Form.OBJECTS);
    page.count = count;
    page.first = first;
    page.last = last;
    page.more = more;
    page.joined = objects;
    return page;
  }

  /// True while another line of this size fits.
  boolean hasRoomFor(int bytes) {
    return count == 0 || lines.size() + bytes < MOST_BYTES;
  }

  void write(long dateAdded, String object, long modified, byte[] body) {
    if (count == 0) {
      first = dateAdded;
    } else {
      lines.write(',');
    }
    switch (form) {
      case OBJECTS -> lines.writeBytes(body);
      case MANIFEST -> text(manifest(dateAdded, object, modified));
      case VERSIONS -> text('"' + Timestamps.writeVersion(modified) + '"');
    }
    last = dateAdded;
    count++;
  }

  /// Says that there is at least one more line for this caller.
  void leaveRest() {
    more = true;
  }

  private void text(String text) {
    lines.writeBytes(bytes(text));
  }

  /// Ids are those of frozen objects: letters, digits and dashes.
  private static String manifest(long dateAdded, String object, long modified) {
    return "{\"date_added\":\"%s\",\"id\":\"%s\",\"media_type\":\"%s\",\"version\":\"%s\"}"
        .formatted(
            Timestamps.write(dateAdded),
            object,
            MediaTypes.STIX,
            Timestamps.writeVersion(modified));
  }

  boolean hasMore() {
    return more;
  }

  int count() {
    return count;
  }

  /// Position of the first line; only of a page that has one.
  long first() {
    return first;
  }

  /// Position of the last line; only of a page that has one.
  long last() {
    return last;
  }

  /// The whole resource, in pieces of which the middle one is large.
  ///
  /// @param next token of the next page; empty when there is none
  Pieces resource(String next) {
    String head = count == 0 ? "{" : "{" + more(next) + "\"" + form.list + "\":[";
    return new Pieces(
        bytes(head),
        joined.length > 0 ? joined : lines.toByteArray(),
        bytes(count == 0 ? "}" : "]}"));
  }

  private static String more(String next) {
    return next.isEmpty() ? "" : "\"more\":true,\"next\":\"" + next + "\",";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A resource that is never copied together.
  static final class Pieces {
    private final byte[] head;
    private final byte[] lines;
    private final byte[] tail;

    private Pieces(byte[] head, byte[] lines, byte[] tail) {
      this.head = head;
      this.lines = lines;
      this.tail = tail;
    }

    int length() {
      return head.length + lines.length + tail.length;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(head);
      out.write(lines);
      out.write(tail);
    }
  }
}
