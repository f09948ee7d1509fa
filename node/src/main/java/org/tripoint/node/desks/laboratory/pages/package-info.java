/// Pages of laboratory results and of the common protocol.
///
/// In: lists, records and rules of the desk. Out: views for templates. May be trusted: a verdict is
/// shown with what it rests on and what is missing; case numbers and the chain of custody are shown
/// to those who may read names, cases of toxicology to those who may read health. Not here: what
/// results come to over time, measured spectra.
@NullMarked
package org.tripoint.node.desks.laboratory.pages;

import org.jspecify.annotations.NullMarked;
