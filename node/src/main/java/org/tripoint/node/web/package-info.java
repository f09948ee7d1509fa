/// The shell around every page: layout, navigation, languages, charts and maps drawn on the server.
///
/// In: a page model from a desk. Out: HTML that works without JavaScript, loads nothing from
/// outside and passes a strict content security policy. May be trusted: every word comes from a
/// message bundle in three languages. Not here: any desk's own pages or words.
@org.springframework.modulith.ApplicationModule(
    displayName = "Web",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@NullMarked
package org.tripoint.node.web;

import org.jspecify.annotations.NullMarked;
