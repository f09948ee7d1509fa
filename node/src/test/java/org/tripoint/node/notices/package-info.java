/// Notices from draft to retraction, and what of them may leave.
@NullMarked
package org.tripoint.node.notices;

import org.jspecify.annotations.NullMarked;
