/// Notices: what people tell others about something new or dangerous, drafted from a signal.
///
/// In: signals, and notices of partners. Out: records of kind `notice-draft`, which stay here, and
/// `notice`, `notice-acknowledgement`, `notice-countersignature`, `notice-retraction`, which travel
/// by the agreements; pages, PDF, forms, the feed of the public part, letters by e-mail. May be
/// trusted: a notice holds only what its releasability lets go, and was released by a second
/// person. Not here: deciding who may have a record (`sharing`), sending it (`exchange`).
@org.springframework.modulith.ApplicationModule(displayName = "Notices")
@NullMarked
package org.tripoint.node.notices;

import org.jspecify.annotations.NullMarked;
