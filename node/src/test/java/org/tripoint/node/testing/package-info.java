/// What several rooms' tests share: a real PostgreSQL with every room's schema.
@NullMarked
package org.tripoint.node.testing;

import org.jspecify.annotations.NullMarked;
