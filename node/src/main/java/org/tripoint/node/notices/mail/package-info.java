/// Letters to the agency's own mail server.
///
/// In: letters, the settings `tripoint.notices.mail.*`. Out: what the server answered to each. May
/// be trusted: no other server is spoken to; a letter goes to one address, so that nobody sees who
/// else has it; no password or content is logged. Not here: who gets what (notices).
@NullMarked
package org.tripoint.node.notices.mail;

import org.jspecify.annotations.NullMarked;
