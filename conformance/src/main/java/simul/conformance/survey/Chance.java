package simul.conformance.survey;

/**
 * How likely a {@link Prefix} divides bytes that know nothing of it: a walk whose every step is
 * drawn from the bytes' frequencies, and the chance that it lands on a given place.
 */
final class Chance {
  /** Beyond so many bytes the chance hardly changes any more. */
  private static final int FURTHEST = 512;

  /** The chance settles unevenly: the best of so many last places stands for those beyond. */
  private static final int WINDOW = 128;

  /** Too small to matter, and numbers near zero are slow. */
  private static final double HOPELESS = 1e-100;

  private final double[] landing;

  Chance(Prefix prefix, Frequencies frequencies, Partition partition) {
    int longest =
        partition.streams().stream().mapToInt(stream -> stream.bytes().length).max().orElse(0);
    int last = Math.min(longest, FURTHEST);
    landing = new double[last + 1];
    landing[0] = 1;
    // Each place hands its chance on to those that a step leads to; hopeless ones need not.
    double[] steps = steps(prefix, frequencies, last);
    for (int place = 0; place < last; place++) {
      landing[place] = Math.min(1, landing[place]);
      if (landing[place] > HOPELESS) {
        for (int size = 1; size <= last - place; size++) {
          landing[place + size] += landing[place] * steps[size];
        }
      }
    }
  }

  /** The chance of a frame of each size. */
  private static double[] steps(Prefix prefix, Frequencies frequencies, int last) {
    double[] steps = new double[last + 1];
    for (int number = prefix.least(); prefix.width() > 1 || number <= 0xFF; number++) {
      int size = prefix.constant() + prefix.factor() * number;
      if (size > last) {
        break;
      }
      steps[size] = prefix.share(number, frequencies);
    }
    return steps;
  }

  /** How surprising it is that so many bytes are divided without one left over. */
  double bits(int size) {
    double chance = 0;
    if (size < landing.length) {
      chance = landing[size];
    } else {
      for (int i = Math.max(1, landing.length - WINDOW); i < landing.length; i++) {
        chance = Math.max(chance, landing[i]);
      }
    }
    return -Math.log(Math.max(HOPELESS, Math.min(1, chance))) / Math.log(2);
  }
}
