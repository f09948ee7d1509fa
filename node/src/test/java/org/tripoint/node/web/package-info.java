@NullMarked
package org.tripoint.node.web;

import org.jspecify.annotations.NullMarked;
