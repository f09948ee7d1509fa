package org.tripoint.node.desks.law.reading;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.TextRefused.Why;

/// Reads an act or a regulation in the XML of the Department of Justice Canada, in either language:
/// its sections and the items of its schedules, in order.
///
/// Amendments that are not in force, related provisions, notes and footnotes are left out. A DTD is
/// refused, and so are files beyond the caps.
final class ReadCanadianText {

  private static final int DEEPEST = 100;

  private static final int LONGEST_ITEM = 100_000;
  private static final String LIMS = "http://justice.gc.ca/lims";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /// Elements whose words are no words of the text in force.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "RelatedOrNotInForce",
          "AmendedText",
          "RecentAmendments",
          "HistoricalNote",
          "Footnote",
          "FootnoteRef",
          "MarginalNote",
          "Introduction",
          "Order",
          "BillHistory",
          "thead");

  /// Elements inside of a line, which part no words.
  private static final Set<String> INLINE =
      Set.of(
          "Emphasis",
          "Sup",
          "Sub",
          "Language",
          "XRefExternal",
          "XRefInternal",
          "DefinedTermEn",
          "DefinedTermFr",
          "Ins",
          "Repealed");

  private final XMLStreamReader xml;
  private final Deque<String> open = new ArrayDeque<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Frame> all = new ArrayList<>();
  private String schedule = "";
  private String part = "";
  private boolean inSchedule;
  private boolean inHeading;
  private @Nullable StringBuilder label;
  private @Nullable StringBuilder fact;
  private String number = "";
  private String title = "";

  private ReadCanadianText(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// An item that is open or read.
  private static final class Frame {
    private final String prefix;
    private final @Nullable LocalDate since;
    private final StringBuilder text = new StringBuilder();
    private final boolean row;
    private String label = "";
    private int cells;

    Frame(String prefix, @Nullable LocalDate since, boolean row) {
      this.prefix = prefix;
      this.since = since;
      this.row = row;
    }

    String path() {
      return prefix + (label.isEmpty() ? "*" : label);
    }
  }

  static LawReading read(byte[] text, String sha256) throws TextRefused {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // The platform's own limit would say only that the text is no XML.
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * DEEPEST));
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing outside the file is loaded");
    });
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(text));
      return new ReadCanadianText(xml).read(sha256);
    } catch (XMLStreamException e) {
      throw new TextRefused(
          Why.NOT_XML, e.getLocation() == null ? "" : "" + e.getLocation().getLineNumber());
    } catch (IllegalArgumentException e) {
      // The reader of the platform throws it for some broken encodings.
      throw new TextRefused(Why.NOT_XML, "");
    }
  }

  private LawReading read(String sha256) throws XMLStreamException, TextRefused {
    String language = "";
    LocalDate currentTo = null;
    LocalDate amended = null;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new TextRefused(Why.HAS_DTD, "");
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.isEmpty()) {
            requireInstrument();
            language = Objects.requireNonNullElse(xml.getAttributeValue(XML, "lang"), "");
            currentTo = day("current-date");
            amended = day("lastAmendedDate");
          }
          start();
        }
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        default -> {}
      }
    }
    if (number.isBlank() || !language.matches("en|fr")) {
      throw new TextRefused(Why.NOT_AN_INSTRUMENT, "");
    }
    List<LawReading.Item> items = items();
    return new LawReading(
        cut(squeezed(number), 100),
        language,
        cut(squeezed(title), 1_000),
        currentTo,
        amended,
        sha256,
        items);
  }

  private void requireInstrument() throws TextRefused {
    if (!Set.of("Statute", "Regulation").contains(xml.getLocalName())) {
      throw new TextRefused(Why.NOT_AN_INSTRUMENT, xml.getLocalName());
    }
  }

  private @Nullable LocalDate day(String name) {
    String text = xml.getAttributeValue(LIMS, name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private List<LawReading.Item> items() throws TextRefused {
    List<LawReading.Item> items = new ArrayList<>();
    for (Frame frame : all) {
      String words = squeezed(frame.text.toString());
      if (!words.isEmpty()) {
        items.add(
            new LawReading.Item(cut(frame.path(), 200), words, frame.since, ReadText.hash(words)));
      }
    }
    if (items.isEmpty()) {
      throw new TextRefused(Why.NO_ITEMS, "");
    }
    return items;
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private void start() throws XMLStreamException, TextRefused {
    String name = xml.getLocalName();
    if (LEFT_OUT.contains(name) && !open.isEmpty()) {
      skip();
      return;
    }
    open.push(name);
    if (open.size() > DEEPEST) {
      throw new TextRefused(Why.TOO_DEEP, name);
    }
    switch (name) {
      case "Schedule" -> {
        inSchedule = true;
        schedule = "";
        part = "";
      }
      case "ScheduleFormHeading", "GroupHeading" -> inHeading = true;
      case "ConsolidatedNumber", "InstrumentNumber", "ShortTitle", "LongTitle" ->
          fact = new StringBuilder();
      case "Label" -> label = new StringBuilder();
      case "Section" -> push(inSchedule ? "" : "s. ", false);
      case "Item" -> {
        if (inSchedule) {
          Frame above = frames.peek();
          push(above == null || above.row ? place() : above.path(), false);
        }
      }
      case "row" -> {
        if (inSchedule) {
          push(place(), true);
        }
      }
      case "entry" -> {
        Frame row = frames.peek();
        if (row != null && row.row) {
          row.cells++;
          label = row.cells == 1 ? new StringBuilder() : null;
        }
      }
      default -> {}
    }
    if (!INLINE.contains(name) && !frames.isEmpty()) {
      append(" ");
    }
  }

  private String place() {
    return schedule + (part.isEmpty() || part.equals("1") ? "-" : "-" + part + "-");
  }

  private void push(String prefix, boolean row) throws TextRefused {
    if (all.size() >= LawReading.MOST_ITEMS) {
      throw new TextRefused(Why.TOO_MANY_ITEMS, "");
    }
    Frame frame = new Frame(prefix, day("inforce-start-date"), row);
    frames.push(frame);
    all.add(frame);
  }

  /// Past the end of the element that has begun.
  private void skip() throws XMLStreamException, TextRefused {
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new TextRefused(Why.HAS_DTD, "");
        default -> {}
      }
      if (depth + open.size() > DEEPEST) {
        throw new TextRefused(Why.TOO_DEEP, "");
      }
    }
  }

  private void end() {
    String name = open.pop();
    switch (name) {
      case "Schedule" -> inSchedule = false;
      case "ScheduleFormHeading", "GroupHeading" -> inHeading = false;
      case "ConsolidatedNumber", "InstrumentNumber" -> {
        number = number.isEmpty() ? taken() : number;
        fact = null;
      }
      case "ShortTitle" -> {
        title = taken();
        fact = null;
      }
      case "LongTitle" -> {
        title = title.isEmpty() ? taken() : title;
        fact = null;
      }
      case "Label", "entry" -> endLabel();
      case "Section" -> frames.poll();
      case "Item", "row" -> {
        if (inSchedule && !frames.isEmpty()) {
          frames.pop();
        }
      }
      default -> {}
    }
  }

  private String taken() {
    return fact == null ? "" : fact.toString();
  }

  private void endLabel() {
    StringBuilder read = label;
    label = null;
    if (read == null) {
      return;
    }
    String words = squeezed(read.toString());
    Frame frame = frames.peek();
    if (inHeading) {
      String last = words.substring(words.lastIndexOf(' ') + 1);
      if (open.contains("GroupHeading")) {
        part = last;
      } else if (schedule.isEmpty()) {
        schedule = last;
      }
    } else if (frame != null && frame.label.isEmpty()) {
      frame.label = words;
    } else {
      append(" " + words + " ");
    }
  }

  private void characters() throws TextRefused {
    String text = xml.getText();
    if (fact != null) {
      fact.append(text);
    }
    if (label != null) {
      label.append(text);
    } else if (!inHeading) {
      append(text);
    }
    Frame frame = frames.peek();
    if (frame != null && frame.text.length() > LONGEST_ITEM) {
      throw new TextRefused(Why.TOO_LONG_ITEM, frame.path());
    }
  }

  private void append(String text) {
    Frame frame = frames.peek();
    if (frame != null) {
      frame.text.append(text);
    }
  }
}
