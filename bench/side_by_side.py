#!/usr/bin/env python3
"""Open searches a second of the authors' own program (MSEntropy) on the library that SpectraBench searches.

usage: side_by_side.py FOLDER-OF-PUBLISHED-DATA [QUERIES]
Needs python3 with numpy and the package ms_entropy; where it is missing, says so and ends with 0. Queries are taken from
the library evenly; cleaning of the query is part of the time, as it is in bench/jmh.sh SpectraBench.open.
"""
import gzip
import resource
import sys
import time


def spectra(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        precursor = 0.0
        for line in lines:
            if line.startswith("PrecursorMZ:"):
                precursor = float(line.split(":")[1])
            elif line.startswith("Num Peaks:"):
                peaks = [[float(x) for x in next(lines).split()[:2]] for _ in range(int(line.split(":")[1]))]
                yield {"precursor_mz": precursor, "peaks": peaks}
                precursor = 0.0


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        import ms_entropy
        import numpy
    except ImportError as missing:
        print(f"not compared: {missing}; install MSEntropy (pip install MSEntropy) and run this again")
        return
    library = list(spectra(sys.argv[1] + "/massbank/lcms-msms-pos.msp.gz"))
    queries = library[:: max(1, len(library) // int(sys.argv[2] if len(sys.argv) > 2 else 2000))]
    search = ms_entropy.FlashEntropySearch()
    begin = time.process_time()
    search.build_index([dict(one, peaks=numpy.array(one["peaks"], dtype=numpy.float32)) for one in library])
    print(f"MSEntropy {ms_entropy.__version__}: index of {len(library)} spectra {time.process_time() - begin:.2f} s of processor time")
    begin, wall = time.process_time(), time.time()
    for one in queries:
        peaks = ms_entropy.clean_spectrum(
            numpy.array(one["peaks"], dtype=numpy.float32), max_mz=one["precursor_mz"] - 1.6, noise_threshold=0.01)
        if len(peaks):
            search.open_search(peaks=peaks, ms2_tolerance_in_da=0.02)
    print(f"open search: {len(queries) / (time.process_time() - begin):.0f} queries/s of processor time,"
          f" {len(queries) / (time.time() - wall):.0f}/s on the clock")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
