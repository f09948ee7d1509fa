package org.tripoint.node.accounts;

import java.time.Instant;

/// One line of the audit trail; see [WriteAudit#write].
public record AuditLine(
    long id,
    Instant at,
    String account,
    String address,
    String action,
    String subject,
    WriteAudit.Outcome outcome,
    String detail) {}
