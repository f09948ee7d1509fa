package org.tripoint.node.desks.liaison;

import java.time.Instant;

/// A hand-over note on a page.
public record NoteRow(String by, Instant at, String text) {}
