package org.tripoint.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Eight invented years of three countries, written to a folder.
public final class Scenario {

  private final ScenarioFolder folder;
  private final GroundTruth truth = new GroundTruth();
  private final long seed;
  private final ScenarioSize size;

  /// What was written.
  ///
  /// @param filesBySource number of release files by source
  /// @param rows rows in them, headers not counted
  public record Summary(Map<String, Integer> filesBySource, long rows) {
    public Summary {
      filesBySource = Map.copyOf(filesBySource);
    }
  }

  private Scenario(Path out, long seed, ScenarioSize size) throws IOException {
    this.folder = new ScenarioFolder(out);
    this.seed = seed;
    this.size = size;
  }

  /// Prepares the folder for a scenario. The same seed and size give the same bytes.
  ///
  /// @param out a new or empty folder, or one with an earlier scenario, which is replaced
  /// @param size `tiny`, `demo`, `monthly` or `large`
  /// @throws IllegalArgumentException if the size is none of them or the folder holds other files
  public static Scenario in(Path out, long seed, String size) throws IOException {
    return new Scenario(out, seed, ScenarioSize.parse(size));
  }

  /// Writes every file. Call it once.
  public Summary write() throws IOException {
    CbpFigures nationwide = new CbpFigures(seed, size, false);
    CbpFigures airAndMarine = new CbpFigures(seed, size, true);
    nationwide.writeTo(folder, truth);
    airAndMarine.writeTo(folder, truth);
    MortalityReleases unitedStates = new MortalityReleases(seed, size);
    unitedStates.writeTo(folder, truth);
    HarmsReleases canada = new HarmsReleases(seed, size);
    canada.writeTo(folder, truth);
    MexicanDeaths mexico = new MexicanDeaths(seed, size);
    mexico.writeTo(folder, truth);
    List<WeeklyEmergencies> emergencies = new ArrayList<>();
    for (WeeklyEmergencies.Country country : WeeklyEmergencies.Country.ALL) {
      WeeklyEmergencies weekly = new WeeklyEmergencies(seed, size, country);
      weekly.writeTo(folder, truth);
      emergencies.add(weekly);
    }
    PlantedSeizures planted = new PlantedSeizures(seed, size.recordScale, truth);
    Map<String, AgencyFiles> agencies = new TreeMap<>();
    for (Agency agency : Agency.ALL) {
      AgencyFiles files = new AgencyFiles(seed, agency, size, planted);
      files.writeTo(folder, truth);
      agencies.put(agency.source(), files);
    }
    BorderStory.writeTo(folder, truth);
    for (Laboratory laboratory : Laboratory.ALL) {
      new LaboratoryMessages(laboratory).writeTo(folder);
      new LaboratoryFiles(seed, laboratory, size).writeTo(folder, truth);
    }
    SyntheticSpectra.writeTo(folder, seed);
    plantSeasons();
    writeWeeklySeizures(List.of(nationwide, airAndMarine), agencies);
    writeWeeklyEmergencies(emergencies);
    writeDeaths("US", unitedStates.deaths(), unitedStates.states());
    writeDeaths("CA", canada.deaths(), Jurisdiction.CANADA);
    writeDeaths("MX", mexico.deaths(), Jurisdiction.MEXICO);
    truth.writeTo(folder, seed, size);
    folder.finish();
    return summary();
  }

  private void plantSeasons() {
    truth.plant(
        "season-cbp",
        "seasonal-series",
        "sources",
        List.of("us-cbp-nationwide", "us-cbp-amo"),
        "every",
        "12 months",
        "amplitude",
        0.1,
        "top",
        "April");
    truth.plant(
        "season-agencies",
        "seasonal-series",
        "sources",
        Agency.ALL.stream().map(Agency::source).toList(),
        "every",
        "12 months",
        "amplitude",
        0.12,
        "top",
        "May");
  }

  private void writeWeeklySeizures(List<CbpFigures> published, Map<String, AgencyFiles> agencies) {
    folder.truth(
        "weekly-seizures.csv",
        file -> {
          file.row("source", "week", "area", "substance_or_item", "events");
          for (CbpFigures figures : published) {
            for (Map.Entry<AgencyFiles.WeeklyKey, Integer> entry : weekly(figures).entrySet()) {
              writeWeek(file, figures.source(), entry);
            }
          }
          for (Map.Entry<String, AgencyFiles> agency : agencies.entrySet()) {
            for (Map.Entry<AgencyFiles.WeeklyKey, Integer> entry :
                agency.getValue().weekly().entrySet()) {
              writeWeek(file, agency.getKey(), entry);
            }
          }
        });
  }

  private static void writeWeek(
      ReleaseFile file, String source, Map.Entry<AgencyFiles.WeeklyKey, Integer> entry)
      throws IOException {
    AgencyFiles.WeeklyKey key = entry.getKey();
    file.row(
        source, key.week().toString(), key.area(), key.what(), Integer.toString(entry.getValue()));
  }

  private static Map<AgencyFiles.WeeklyKey, Integer> weekly(CbpFigures figures) {
    Map<AgencyFiles.WeeklyKey, Integer> weekly = new TreeMap<>();
    for (CbpFigures.Cell cell : figures.cells()) {
      for (CbpFigures.Entry entry : cell.entries()) {
        weekly.merge(
            new AgencyFiles.WeeklyKey(
                Timeline.weekOf(entry.day()), cell.area().name(), cell.drug().name()),
            entry.counted(),
            Integer::sum);
      }
    }
    return weekly;
  }

  private void writeWeeklyEmergencies(List<WeeklyEmergencies> all) {
    folder.truth(
        "weekly-emergencies.csv",
        file -> {
          file.row("source", "week", "area", "responses");
          for (WeeklyEmergencies weekly : all) {
            for (LocalDate week : Timeline.weeks()) {
              for (Jurisdiction area : weekly.areas()) {
                file.row(
                    weekly.source(),
                    week.toString(),
                    area.iso(),
                    Integer.toString(weekly.in(area, week)));
              }
            }
          }
        });
  }

  private void writeDeaths(String country, Deaths deaths, List<Jurisdiction> areas) {
    folder.truth(
        "monthly-deaths-%s.csv".formatted(country.toLowerCase(java.util.Locale.ROOT)),
        file -> {
          file.row("country", "month", "area", "class", "deaths");
          for (YearMonth month : Deaths.months()) {
            for (Jurisdiction area : areas) {
              writeDeaths(file, country, deaths, month, area);
            }
          }
        });
  }

  private static void writeDeaths(
      ReleaseFile file, String country, Deaths deaths, YearMonth month, Jurisdiction area)
      throws IOException {
    List<String> classes = new ArrayList<>();
    classes.add(Deaths.ALL);
    Deaths.CLASSES.forEach(deathClass -> classes.add(deathClass.code()));
    for (String deathClass : classes) {
      file.row(
          country,
          month.toString(),
          area.iso(),
          deathClass,
          Integer.toString(deaths.in(area.iso(), deathClass, month)));
    }
  }

  private Summary summary() {
    Map<String, Integer> files = new TreeMap<>();
    long rows = 0;
    for (ScenarioFolder.Release release : folder.releasesInOrder()) {
      files.merge(release.source(), 1, Integer::sum);
      rows += release.rows();
    }
    return new Summary(files, rows);
  }
}
