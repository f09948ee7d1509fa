package org.tripoint.engines.spectra.identify;

/// How like two spectra of electron ionisation are, beyond the likeness by which one was found.
///
/// @param common the same cosine of the range that both spectra cover, since instruments begin at
///   different m/z
/// @param end a cosine in which the heavy end counts more
/// @param ratio mean logarithm of the ratio of the larger peaks
/// @param heavyRatio the same of the heavier half
/// @param explained part of the query at positions that the other has too
/// @param edge how many m/z their ends are apart, at most 20
/// @param sameEnd whether their last small peaks are at most 1 m/z apart
/// @param otherEnergy whether they were made with ionisation energies more than 10 eV apart
/// @param otherDerivative whether one is of a derivative and the other is not
public record ElectronLikeness(
    double common,
    double end,
    double ratio,
    double heavyRatio,
    double explained,
    double edge,
    boolean sameEnd,
    boolean otherEnergy,
    boolean otherDerivative) {}
