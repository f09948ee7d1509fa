package org.tripoint.node.web;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who runs this node, as every page says it.
///
/// @param name such as `United States`; empty when nobody has named it
/// @param country ISO 3166-1 alpha-2 code of the node's country; `ZZ` when nobody has said
/// @param synthetic true when the node is for simulated records and takes no other
/// @param zone in which instants are written
@Component
record NodeIdentity(
    @Value("${tripoint.node.name:}") String name,
    @Value("${tripoint.node.country:ZZ}") String country,
    @Value("${tripoint.synthetic:false}") boolean synthetic,
    @Value("${tripoint.zone:UTC}") ZoneId zone) {}
