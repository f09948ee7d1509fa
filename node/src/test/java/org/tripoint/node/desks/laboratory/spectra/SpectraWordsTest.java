package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.engines.chemistry.family.StructuralFamilies;
import org.tripoint.engines.spectra.reading.Fault;
import org.tripoint.engines.spectra.reading.Place;
import org.tripoint.engines.spectra.reading.SpectrumFormat;

/// Whatever the engine can say has words in each language.
class SpectraWordsTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  @ParameterizedTest
  @ValueSource(strings = {"", "_es", "_fr"})
  void everyFaultHasItsSentenceWithItsArgumentsAndItsRemedy(String language) throws IOException {
    Properties words = words(language);
    for (Fault fault : Fault.values()) {
      String sentence = words.getProperty("spectra.fault." + fault.name(), "");
      assertThat(sentence).as(fault + language).isNotBlank();
      assertThat(arguments(sentence)).as(fault + language).isEqualTo(arguments(fault.english()));
      assertThat(words.getProperty("spectra.remedy." + fault.name(), "")).isNotBlank();
    }
    for (SpectrumFormat format : SpectrumFormat.values()) {
      assertThat(words.getProperty("spectra.format." + format.name(), "")).isNotBlank();
    }
    for (Place.Unit unit : Place.Unit.values()) {
      assertThat(words.getProperty("spectra.place." + unit.name(), "")).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_es", "_fr"})
  void everyFamilyByStructureHasItsName(String language) throws IOException {
    Properties words = words(language);
    for (String family : StructuralFamilies.shipped().families()) {
      assertThat(words.getProperty("spectra.family." + family, "")).as(family).isNotBlank();
    }
  }

  private static Set<String> arguments(String sentence) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(sentence);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    String file = "/words/spectra/messages" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            SpectraWordsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
