package org.tripoint.vocabulary;

/// What a count counts. Counts of different things are never added.
public enum CountUnit {
  TABLET,
  CAPSULE,
  DOSE,
  PLANT,
  PIECE,
  EVENT,
  SITE,
  DEVICE,
  VEHICLE,
  FIREARM,
  PERSON,
  SAMPLE
}
