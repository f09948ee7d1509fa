/// Log-linear models of counts by quasi-likelihood.
///
/// In: counts, columns, weights. Out: coefficients, fitted values, leverage, dispersion. May be
/// trusted: two independent solvers agree (tests), and a model that cannot be fitted says so.
@NullMarked
package org.tripoint.engines.surveillance.regression;

import org.jspecify.annotations.NullMarked;
