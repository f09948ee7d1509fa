/// Pages of laboratory results and of the common protocol.
///
/// In: lists, records and rules of the desk. Out: views for templates. May be trusted: a verdict is
/// shown with what it rests on and what is missing. Not here: persons and case numbers, which the
/// ledger's page of a record shows to those who may see them.
@NullMarked
package org.tripoint.node.desks.laboratory.pages;

import org.jspecify.annotations.NullMarked;
