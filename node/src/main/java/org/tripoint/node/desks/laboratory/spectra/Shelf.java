package org.tripoint.node.desks.laboratory.spectra;

import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.spectra.identify.Reference;
import org.tripoint.engines.spectra.identify.SpectralLibrary;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;

/// Libraries in memory. Does not change; a larger one is made from it.
///
/// @param libraries those that are in it, in the order in which their spectra are numbered
/// @param missing those whose file could not be read
/// @param leftOut those for which memory was not enough
/// @param registry of which families were taken
/// @param references of the spectra, by number
/// @param index over the spectra
/// @param spectra by number
record Shelf(
    List<Library> libraries,
    List<Library> missing,
    List<Library> leftOut,
    Registry registry,
    SpectralLibrary index,
    List<Reference> references,
    List<ShelvedSpectrum> spectra) {

  Shelf {
    libraries = List.copyOf(libraries);
    missing = List.copyOf(missing);
    leftOut = List.copyOf(leftOut);
    references = List.copyOf(references);
    spectra = List.copyOf(spectra);
  }

  static Shelf empty(Registry registry) {
    return new Shelf(
        List.of(), List.of(), List.of(), registry, SpectralLibrary.empty(), List.of(), List.of());
  }

  int size() {
    return spectra.size();
  }

  /// Whether this is `other` with more behind it, so that only what is new need be looked through.
  boolean continues(Shelf other) {
    return registry.equals(other.registry)
        && libraries.size() >= other.libraries.size()
        && libraries.subList(0, other.libraries.size()).equals(other.libraries);
  }

  /// The spectra from a number on, indexed alone.
  SpectralLibrary from(int first) {
    List<SpectralLibrary.Entry> entries = new ArrayList<>();
    for (int i = first; i < spectra.size(); i++) {
      entries.add(new SpectralLibrary.Entry(references.get(i), spectra.get(i).spectrum()));
    }
    return SpectralLibrary.startingAt(first).with(entries);
  }

  /// A shelf that is being filled.
  static final class Filling {

    /// Spectra that are indexed together, so that few are held whole.
    private static final int BATCH = 4_000;

    private final Registry registry;
    private final LabelFamily label;
    private final List<Library> libraries;
    private final List<Library> missing = new ArrayList<>();
    private final List<Library> leftOut = new ArrayList<>();
    private final List<Reference> references;
    private final List<ShelvedSpectrum> spectra;
    private final List<SpectralLibrary.Entry> waiting = new ArrayList<>();
    private SpectralLibrary index;

    Filling(Shelf from) {
      this.registry = from.registry;
      this.label = new LabelFamily(registry);
      this.libraries = new ArrayList<>(from.libraries);
      this.references = new ArrayList<>(from.references);
      this.spectra = new ArrayList<>(from.spectra);
      this.index = from.index;
    }

    void add(Library library, LibraryEntry entry) {
      Reference reference = Reference.of(entry, label::of);
      references.add(reference);
      spectra.add(ShelvedSpectrum.of(library, entry));
      waiting.add(new SpectralLibrary.Entry(reference, entry.spectrum()));
      if (waiting.size() >= BATCH) {
        settle();
      }
    }

    int size() {
      return spectra.size();
    }

    /// Takes back what came of a library that could not be read to its end.
    void undo(Library library, int size) {
      settle();
      if (size == spectra.size()) {
        missing.add(library);
        return;
      }
      references.subList(size, references.size()).clear();
      spectra.subList(size, spectra.size()).clear();
      missing.add(library);
      index = SpectralLibrary.empty();
      for (int i = 0; i < spectra.size(); i++) {
        waiting.add(new SpectralLibrary.Entry(references.get(i), spectra.get(i).spectrum()));
      }
      settle();
    }

    void done(Library library) {
      libraries.add(library);
    }

    void leaveOut(Library library) {
      leftOut.add(library);
    }

    private void settle() {
      index = index.with(waiting);
      waiting.clear();
    }

    Shelf shelf() {
      settle();
      return new Shelf(libraries, missing, leftOut, registry, index, references, spectra);
    }
  }
}
