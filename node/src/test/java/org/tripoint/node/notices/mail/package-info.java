/// Letters to a mail server that may refuse, be slow or be somebody else.
@NullMarked
package org.tripoint.node.notices.mail;

import org.jspecify.annotations.NullMarked;
