/// Turns the bytes of one file into rows of text, or says why it will not.
///
/// In: a file on disk (CSV or XLSX, gzipped or not) and limits. Out: column names and rows in file
/// order, one at a time, in memory that does not grow with the file. May be trusted: what comes out
/// is text without NUL characters, under unique column names, each cell within the limit; the same
/// file always gives the same rows with the same numbers. Not here: what a column means, numbers,
/// dates, records.
@NullMarked
package org.tripoint.node.intake.reading;

import org.jspecify.annotations.NullMarked;
