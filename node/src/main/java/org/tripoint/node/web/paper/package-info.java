/// Papers: what people file or hand round, from XHTML to PDF.
///
/// In: XHTML whose texts are escaped. Out: a PDF file. May be trusted: nothing outside the text is
/// loaded, and what the fonts lack is written otherwise, never left out. Not here: what a paper
/// says.
@org.springframework.modulith.NamedInterface("paper")
@NullMarked
package org.tripoint.node.web.paper;

import org.jspecify.annotations.NullMarked;
