package org.tripoint.engines.spectra.reading;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// mzML, one spectrum at a time; chromatograms and the index are passed over.
///
/// No document type, no entity, no address of any kind is followed. A spectrum whose data cannot be
/// read is left out; XML that is not well-formed stops the file.
final class MzmlReader implements ReadSpectra {

  /// As many bytes as an XML declaration has.
  private static final int DECLARATION = 128;

  private final BufferedInputStream beginning;
  private final CappedStream in;
  private final ReadingLimits limits;
  private final Pool pool = new Pool();
  private final MzmlHeader header;
  private final MzmlSpectrum spectrum;
  private @Nullable XMLStreamReader xml;
  private @Nullable Reading last;
  private int depth;
  private long entry;

  MzmlReader(InputStream in, ReadingLimits limits) {
    this.beginning = new BufferedInputStream(in, 1 << 13);
    this.in = new CappedStream(beginning, limits);
    this.limits = limits;
    this.header = new MzmlHeader(limits);
    this.spectrum = new MzmlSpectrum(limits, pool, header);
  }

  @Override
  public Reading next() throws IOException {
    if (last != null) {
      return last;
    }
    Reading reading = attempt();
    if (reading instanceof Reading.Stopped || reading instanceof Reading.Ended) {
      last = reading;
    }
    return reading;
  }

  private Reading attempt() throws IOException {
    try {
      if (xml == null) {
        xml = open();
      }
      return read(xml);
    } catch (Unfit unfit) {
      return unfit.at(here());
    } catch (XMLStreamException e) {
      return full(e).at(here());
    } catch (RuntimeException e) {
      // The parser of the JDK throws several of its own for text that is no XML.
      return Unfit.file(Fault.MALFORMED, "well-formed XML", String.valueOf(e.getMessage()))
          .at(here());
    }
  }

  /// The fault under what the parser threw: a limit of ours, the stream's own, or bad XML.
  private static Unfit full(XMLStreamException thrown) throws IOException {
    Throwable cause = thrown.getNestedException();
    for (int i = 0; cause != null && i < 8; i++) {
      if (cause instanceof CappedStream.Full full) {
        return full.unfit();
      }
      if (cause instanceof IOException failed && !(cause instanceof CharConversionException)) {
        throw failed;
      }
      cause = cause.getCause();
    }
    String message = String.valueOf(thrown.getMessage());
    int line = message.indexOf("Message: ");
    return Unfit.file(
        Fault.MALFORMED, "well-formed XML", line < 0 ? message : message.substring(line + 9));
  }

  /// The bytes are decoded here: what is not of its encoding becomes a replacement character, which
  /// no number and no tag has.
  private XMLStreamReader open() throws XMLStreamException, IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(new InputStreamReader(in, encoding()));
  }

  private Charset encoding() throws IOException {
    beginning.mark(DECLARATION);
    String declared =
        new String(beginning.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    beginning.reset();
    return declared.contains("encoding=\"iso-8859-1\"")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  private Reading read(XMLStreamReader from) throws XMLStreamException, Unfit {
    while (from.hasNext()) {
      in.step();
      switch (from.next()) {
        case XMLStreamConstants.DTD -> throw Unfit.file(Fault.DOCUMENT_TYPE);
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw Unfit.file(Fault.NOT_SUPPORTED, "an entity");
        case XMLStreamConstants.START_ELEMENT -> start(from);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (spectrum.isOpen()) {
            spectrum.characters(
                from.getTextCharacters(), from.getTextStart(), from.getTextLength());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          Reading finished = end(from.getLocalName());
          if (finished != null) {
            return finished;
          }
        }
        default -> {}
      }
    }
    return new Reading.Ended();
  }

  private void start(XMLStreamReader from) throws Unfit {
    // mzML itself goes ten deep.
    if (++depth > limits.depth() + 16) {
      throw Unfit.file(Fault.TOO_DEEP, limits.depth() + 16);
    }
    if (depth == 1
        && !from.getLocalName().equals("mzML")
        && !from.getLocalName().equals("indexedmzML")) {
      throw Unfit.file(Fault.MALFORMED, "<mzML>", "<" + from.getLocalName() + ">");
    }
    if (from.getLocalName().equals("spectrum")) {
      entry++;
      spectrum.begin(from);
    } else if (spectrum.isOpen()) {
      spectrum.start(from);
    } else {
      header.start(from);
    }
  }

  private @Nullable Reading end(String element) throws Unfit {
    if (!spectrum.isOpen()) {
      header.end(element);
      return null;
    }
    if (!element.equals("spectrum")) {
      spectrum.end(element);
      return null;
    }
    return new Reading.Taken(spectrum.finish(entry), here());
  }

  private Place here() {
    return Place.line(entry, xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
