package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.UUID;

/// A rule that waits for a second person, on a page.
public record ProposalRow(UUID id, LiaisonRuleForm form, String by, Instant at) {}
