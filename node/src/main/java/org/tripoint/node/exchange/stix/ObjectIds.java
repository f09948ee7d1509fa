package org.tripoint.node.exchange.stix;

import java.time.Instant;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.RecordId;

/// Ids and times of objects, as pure functions of what they stand for.
final class ObjectIds {
  private static final int TIME_ORDERED = 7;

  /// Type of the one object of ours that is no record.
  static final String SUBSTANCE = "tripoint-substance";

  private static final String WHOLE = "variant/whole";

  private ObjectIds() {}

  /// The id of a variant of a record: one for the variant that holds all that its kind has, and
  /// another one for every other variant. STIX lets nobody speak under an id again after its object
  /// was revoked, so a record that comes back lives on under further ids.
  ///
  /// The record's own UUID is of version 7, which the validators of STIX do not know: ids are made
  /// from it.
  ///
  /// @param life how often its receiver was told before that the record was taken back
  static String of(KindForm form, RecordId record, Variant variant, int life) {
    String which = form.isWhole(variant) ? WHOLE : "variant/" + variant.code();
    return named(form, record, life == 0 ? which : which + "/life/" + life);
  }

  /// The id under which the variant with everything stands, or would stand.
  static String whole(KindForm form, RecordId record) {
    return named(form, record, WHOLE);
  }

  private static String named(KindForm form, RecordId record, String name) {
    return form.type() + "--" + Stix.nameBased(record.value(), name);
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

  static String agency(String authority, String country, String agency) {
    return shared("identity", "agency/" + authority + "/" + country + "/" + agency);
  }

  static String place(String authority, String key) {
    return shared("location", "place/" + authority + "/" + key);
  }

  static String substance(String authority, String key) {
    return shared(SUBSTANCE, "substance/" + authority + "/" + key);
  }

  private static String shared(String type, String name) {
    return type + "--" + Stix.nameBased(Stix.NAMESPACE, name);
  }

  static String source(String authority, String source) {
    return "identity--" + Stix.nameBased(Stix.NAMESPACE, "source/" + authority + "/" + source);
  }
}
