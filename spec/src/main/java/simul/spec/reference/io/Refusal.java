package simul.spec.reference.io;

/** Why an I/O model serves no more clients, in the words of the log. */
final class Refusal {
  private Refusal() {}

  static String noDescriptor(Throwable why) {
    return "this process may open no more sockets (" + why.getMessage() + ")";
  }

  static String noThread(int running, OutOfMemoryError why) {
    return running + " threads run, and the system starts no more (" + why.getMessage() + ")";
  }

  static String enoughThreads(int mostThreads, int clients) {
    return "its " + mostThreads + " threads (--max-threads) have " + clients + " clients to serve";
  }

  static String enoughWaits(int mostThreads) {
    return "its "
        + mostThreads
        + " threads (--max-threads) wait for "
        + EventGroup.MOST_SOCKETS
        + " sockets each, and no wait takes more";
  }
}
