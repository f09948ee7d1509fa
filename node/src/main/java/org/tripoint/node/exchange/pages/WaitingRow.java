package org.tripoint.node.exchange.pages;

import org.tripoint.node.exchange.partners.IntroducePartner;

/// An introduction that waits for its second person. Its fingerprint is not shown: the second
/// person has to have heard it.
public record WaitingRow(IntroducePartner.Proposal proposal) {}
