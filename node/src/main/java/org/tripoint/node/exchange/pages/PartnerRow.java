package org.tripoint.node.exchange.pages;

import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// A partner in the list.
public record PartnerRow(Partner partner, JournalStatus.WithPartner journal) {}
