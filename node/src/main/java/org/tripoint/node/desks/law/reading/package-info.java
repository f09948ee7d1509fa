/// Texts of instruments as their publishers hand them out, and what changed from one reading to the
/// next.
///
/// In: files of the Department of Justice Canada (XML, English or French, also packed) and the list
/// of the Drug Enforcement Administration (CSV). Out: records of kind `law-reading`, changes
/// between two of them with the substances of the registry that they name, signals. May be trusted:
/// a file is read whole or refused with the reason; nothing outside it is loaded. Not here: what a
/// text means for a structure; a person reads it and enters a fact.
@NullMarked
package org.tripoint.node.desks.law.reading;

import org.jspecify.annotations.NullMarked;
