package simul.spec.model;

import java.util.Locale;

/** Which end of a connection writes a packet. The two ends number their packet types apart. */
public enum Sender {
  CLIENT,
  SERVER;

  /** The word that spec files and messages use: {@code client} or {@code server}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
