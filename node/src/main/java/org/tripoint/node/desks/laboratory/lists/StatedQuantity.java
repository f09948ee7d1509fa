package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much of a substance a result states.
///
/// @param unit `PERCENT` by weight, or code of a unit that is no part of a weight
/// @param basis code of what of a salt it is of
/// @param salt code of the salt, or null
/// @param uncertainty expanded, in the same unit, or null
/// @param factor coverage factor of it, or null
public record StatedQuantity(
    LocalDate day,
    String unit,
    BigDecimal value,
    String basis,
    @Nullable String salt,
    @Nullable BigDecimal uncertainty,
    @Nullable BigDecimal factor) {}
