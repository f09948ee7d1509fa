/// What tests of several rooms share and none of them owns.
///
/// In: names of published files, properties to check. Out: the files (or a test skipped with a
/// word), seeded generators whose seed a failure names. Nothing here is used outside tests, starts
/// a server or knows a room; the database of the node's tests is in the node's own test sources.
@NullMarked
package org.tripoint.testsupport;

import org.jspecify.annotations.NullMarked;
