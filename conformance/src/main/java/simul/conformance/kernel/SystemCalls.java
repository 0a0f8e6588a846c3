package simul.conformance.kernel;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** Calls of the C library that the JDK has no words for; a result below 0 is an error. */
final class SystemCalls {
  static {
    Native.register("c");
  }

  private SystemCalls() {}

  static native int socket(int domain, int type, int protocol);

  static native NativeLong send(int socket, byte[] bytes, NativeLong length, int flags);

  static native NativeLong recv(int socket, byte[] bytes, NativeLong length, int flags);

  static native int setsockopt(int socket, int level, int option, int[] value, int length);

  static native int close(int socket);
}
