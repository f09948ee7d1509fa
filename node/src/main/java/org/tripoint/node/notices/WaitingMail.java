package org.tripoint.node.notices;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.notices.MailWaiting.Waiting;

/// A letter that has not gone out.
///
/// @param tried null before the first try
public record WaitingMail(DueMail mail, @Nullable Waiting tried) {}
