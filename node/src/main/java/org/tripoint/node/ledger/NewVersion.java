package org.tripoint.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// A version that is about to be appended; its place, its arrival and its salts are given to it by
/// [ChainWriter].
///
/// @param marking canonical JSON of the marking
/// @param parts canonical bytes by part
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared inside the room only
record NewVersion(
    UUID record,
    String kind,
    int kindVersion,
    VersionState state,
    String source,
    @Nullable UUID release,
    String actor,
    Instant published,
    byte[] marking,
    Map<Part, byte[]> parts,
    @Nullable LocalDate covers,
    UUID sourceKey,
    UUID digest) {}
