package org.tripoint.node.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a token once it has been shown.
///
/// @param label what its owner calls it
/// @param expiresOn last day it works
/// @param usedOn last day it was used, or null
public record AccessToken(
    UUID id, String label, LocalDate createdOn, LocalDate expiresOn, @Nullable LocalDate usedOn) {}
