package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.UUID;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.RecordId;

/// Ids and times of objects, as pure functions of what they stand for.
final class ObjectIds {
  private static final int TIME_ORDERED = 7;

  private ObjectIds() {}

  /// The id of a variant of a record: the record's own where the variant holds all that its kind
  /// has, another one for every other variant. STIX lets nobody speak under an id again after its
  /// object was revoked, so a record that comes back lives on under further ids.
  ///
  /// @param life how often its receiver was told before that the record was taken back
  static String of(KindForm form, RecordId record, Variant variant, int life) {
    UUID uuid = record.value();
    if (!form.isWhole(variant) || life > 0) {
      String name = "variant/" + variant.code() + (life == 0 ? "" : "/life/" + life);
      uuid = Stix.nameBased(record.value(), name);
    }
    return form.type() + "--" + uuid;
  }

  /// When the record was made, from its id: the same for every version and every variant.
  static Instant created(RecordId record) {
    return record.value().version() == TIME_ORDERED
        ? Instant.ofEpochMilli(record.value().getMostSignificantBits() >>> 16)
        : Instant.EPOCH;
  }

  /// @param country two letters
  static String authority(String country, String name) {
    return "identity--" + Stix.nameBased(Stix.NAMESPACE, "authority/" + country + "/" + name);
  }

  static String source(String authority, String source) {
    return "identity--" + Stix.nameBased(Stix.NAMESPACE, "source/" + authority + "/" + source);
  }
}
