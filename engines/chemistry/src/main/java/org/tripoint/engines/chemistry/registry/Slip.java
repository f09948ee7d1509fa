package org.tripoint.engines.chemistry.registry;

/// Whether two words differ by no more than some letters put in, left out or changed.
final class Slip {

  private Slip() {}

  static boolean within(String left, String right, int letters) {
    if (Math.abs(left.length() - right.length()) > letters) {
      return false;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int best = row[0];
      for (int j = 1; j <= right.length(); j++) {
        int up = row[j];
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = up;
        best = Math.min(best, row[j]);
      }
      if (best > letters) {
        return false;
      }
    }
    return row[right.length()] <= letters;
  }
}
