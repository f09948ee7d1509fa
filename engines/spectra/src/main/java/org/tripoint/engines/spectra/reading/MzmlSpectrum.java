package org.tripoint.engines.spectra.reading;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// One spectrum of an mzML file while it is being read.
///
/// The first fault is remembered and told when the spectrum ends: the XML around it is sound, and
/// the next spectrum can be read.
final class MzmlSpectrum {

  private final ReadingLimits limits;
  private final Pool pool;
  private final MzmlHeader header;
  private final PeakList peaks;
  private final BinaryArray first;
  private final BinaryArray second;
  private final BinaryArray other;

  private Description description;
  private @Nullable BinaryArray array;
  private @Nullable BinaryArray positions;
  private @Nullable BinaryArray heights;
  private @Nullable Unfit unfit;
  private String id = "";
  private String configuration = "";
  private String parent = "";
  private boolean open;
  private boolean inText;
  private int announced;
  private int ions;

  MzmlSpectrum(ReadingLimits limits, Pool pool, MzmlHeader header) {
    this.limits = limits;
    this.pool = pool;
    this.header = header;
    this.peaks = new PeakList(limits.peaks());
    this.first = new BinaryArray(limits);
    this.second = new BinaryArray(limits);
    this.other = new BinaryArray(limits);
    this.description = new Description(limits, pool);
  }

  boolean isOpen() {
    return open;
  }

  void begin(XMLStreamReader xml) {
    open = true;
    description = new Description(limits, pool);
    array = null;
    positions = null;
    heights = null;
    unfit = null;
    configuration = "";
    parent = "spectrum";
    ions = 0;
    inText = false;
    id = MzmlTerm.attribute(xml, "id");
    announced = count(MzmlTerm.attribute(xml, "defaultArrayLength"));
  }

  private int count(String text) {
    double number = Numbers.parse(text);
    if (!(number >= 0) || number != Math.rint(number)) {
      refuse(Unfit.entry(Fault.NOT_A_NUMBER, text));
      return 0;
    }
    if (number > limits.peaks()) {
      refuse(Unfit.entry(Fault.TOO_MANY_PEAKS, limits.peaks()));
      return 0;
    }
    return (int) number;
  }

  private void refuse(Unfit fault) {
    if (unfit == null) {
      unfit = fault;
    }
  }

  void start(XMLStreamReader xml) {
    String element = xml.getLocalName();
    switch (element) {
      case "cvParam" -> term(MzmlTerm.of(xml));
      case "referenceableParamGroupRef" ->
          header.group(MzmlTerm.attribute(xml, "ref")).forEach(this::term);
      case "scan" -> {
        configuration = MzmlTerm.attribute(xml, "instrumentConfigurationRef");
        parent = element;
      }
      case "selectedIon" -> {
        ions++;
        parent = element;
      }
      case "activation" -> parent = element;
      case "binaryDataArray" -> beginArray(MzmlTerm.attribute(xml, "arrayLength"));
      case "binary" -> inText = true;
      default -> {}
    }
  }

  private void beginArray(String length) {
    // The arrays are used again for every spectrum; a third one is of no use here.
    array = first == positions || first == heights ? second : first;
    if (array == positions || array == heights) {
      array = other;
    }
    array.begin(announced);
    if (!length.isEmpty()) {
      array.announce(count(length));
    }
  }

  private void term(MzmlTerm term) {
    if (array != null) {
      array.term(term.accession(), term.name());
      return;
    }
    try {
      switch (parent) {
        case "spectrum" -> spectrumTerm(term);
        case "scan" -> scanTerm(term);
        case "selectedIon" -> ionTerm(term);
        case "activation" -> activationTerm(term);
        default -> {}
      }
    } catch (Unfit fault) {
      refuse(fault);
    }
  }

  private void spectrumTerm(MzmlTerm term) throws Unfit {
    switch (term.accession()) {
      case "MS:1000511" -> description.put("mslevel", term.value());
      case "MS:1000130" -> description.put("polarity", "positive");
      case "MS:1000129" -> description.put("polarity", "negative");
      case "MS:1000127" -> description.keep("representation", "centroid");
      case "MS:1000128" -> description.keep("representation", "profile");
      case "MS:1000796" -> description.put("name", term.value());
      default -> {}
    }
  }

  private void scanTerm(MzmlTerm term) throws Unfit {
    if (term.accession().equals("MS:1000016")) {
      boolean minutes = term.unit().equals("UO:0000031") || term.unit().equals("MS:1000038");
      boolean seconds = term.unit().equals("UO:0000010") || term.unit().equals("MS:1000039");
      String unit = minutes ? " min" : seconds ? " s" : "";
      description.put("retentiontime", term.value() + unit);
    }
  }

  private void ionTerm(MzmlTerm term) throws Unfit {
    // Of several chosen ions the first one counts.
    if (ions == 1) {
      switch (term.accession()) {
        case "MS:1000744" -> description.put("precursormz", term.value());
        case "MS:1000041" -> description.put("charge", term.value());
        default -> {}
      }
    }
  }

  private void activationTerm(MzmlTerm term) throws Unfit {
    switch (term.accession()) {
      case "MS:1000045" -> description.put("collisionenergy", term.value() + " eV");
      case "MS:1000138" -> description.put("collisionenergy", term.value() + " % (nominal)");
      default -> {}
    }
  }

  void characters(char[] text, int from, int length) {
    if (inText && array != null && unfit == null) {
      try {
        array.characters(text, from, length);
      } catch (Unfit fault) {
        refuse(fault);
      }
    }
  }

  void end(String element) {
    switch (element) {
      case "binary" -> inText = false;
      case "binaryDataArray" -> endArray();
      case "scan", "selectedIon", "activation" -> parent = "";
      default -> {}
    }
  }

  private void endArray() {
    if (array == null) {
      return;
    }
    switch (array.content()) {
      case MZ -> positions = once(positions, array);
      case INTENSITY -> heights = once(heights, array);
      case OTHER -> {}
    }
    array = null;
  }

  private BinaryArray once(@Nullable BinaryArray before, BinaryArray now) {
    if (before != null) {
      refuse(Unfit.entry(Fault.MALFORMED, "one array of each kind", "two"));
    }
    return now;
  }

  LibraryEntry finish(long number) throws Unfit {
    open = false;
    if (unfit != null) {
      throw unfit;
    }
    if (positions == null || heights == null) {
      throw announced == 0
          ? Unfit.entry(Fault.NO_PEAKS)
          : Unfit.entry(Fault.MISSING, "arrays of m/z and intensity");
    }
    double[] mz = positions.numbers();
    double[] height = heights.numbers();
    if (mz.length != height.length) {
      throw Unfit.entry(Fault.COUNT_DIFFERS, mz.length, height.length);
    }
    peaks.clear();
    for (int i = 0; i < mz.length; i++) {
      peaks.add(mz[i], height[i]);
    }
    description.put(description.has(Slot.NAME) ? "id" : "name", id);
    if (header.isElectronIonisation(configuration)) {
      description.kind().electrons();
    }
    return description.entry(peaks.peaks(), number);
  }
}
