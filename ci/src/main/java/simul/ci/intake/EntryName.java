package simul.ci.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a file within a submission as its parts, outermost folder first: safe below any
 * folder of any system. Always in Unicode's form C, which sources written on Windows have; a Mac
 * writes D.
 *
 * @param parts none of them empty, a dot or two
 * @param isChanged whether characters that Windows cannot store were replaced
 */
record EntryName(List<String> parts, boolean isChanged) {
  /** Devices, whatever the folder and whatever follows the first dot. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private static final Pattern NUMBERED_DEVICE =
      Pattern.compile("(com|lpt)[0-9\u00b9\u00b2\u00b3]");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  EntryName {
    parts = List.copyOf(parts);
  }

  /** A name as an archive has it, with slashes or backslashes. */
  static EntryName parse(String raw, IntakeLimits limits) throws Refusal {
    String name = Normalizer.normalize(raw, Normalizer.Form.NFC).replace('\\', '/');
    if (name.startsWith("/")) {
      throw new Refusal("is an absolute path");
    }
    if (DRIVE.matcher(name).matches()) {
      throw new Refusal("names a drive");
    }
    if (name.length() > IntakeLimits.PATH_CHARACTERS) {
      throw new Refusal(
          "has a path of "
              + name.length()
              + " characters, more than "
              + IntakeLimits.PATH_CHARACTERS);
    }
    List<String> parts = new ArrayList<>();
    boolean changed = false;
    for (String part : name.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        String stored = part.replaceAll("[<>\"|?*\ufffd]", "_");
        check(stored);
        changed |= !stored.equals(part);
        parts.add(stored);
      }
    }
    if (parts.isEmpty()) {
      throw new Refusal("has an empty name");
    }
    if (parts.size() > limits.depth()) {
      throw new Refusal("lies " + parts.size() + " folders deep, more than " + limits.depth());
    }
    return new EntryName(parts, changed);
  }

  private static void check(String part) throws Refusal {
    if (part.equals("..")) {
      throw new Refusal("leaves its folder");
    }
    if (part.codePoints().anyMatch(EntryName::isUnfit)) {
      throw new Refusal("has a control character in its name");
    }
    if (part.indexOf(':') >= 0) {
      throw new Refusal("has a colon in its name, which is a stream's on Windows");
    }
    if (part.endsWith(".") || part.endsWith(" ")) {
      throw new Refusal("has a name that ends in a dot or a space, which Windows drops");
    }
    String device = part.replaceFirst("\\..*", "").strip().toLowerCase(Locale.ROOT);
    if (DEVICES.contains(device) || NUMBERED_DEVICE.matcher(device).matches()) {
      throw new Refusal("has the name of a device on Windows");
    }
    int bytes = part.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > IntakeLimits.NAME_BYTES) {
      throw new Refusal("has a name of " + bytes + " bytes, more than " + IntakeLimits.NAME_BYTES);
    }
  }

  private static boolean isUnfit(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }

  /** The name with slashes. */
  String text() {
    return String.join("/", parts);
  }

  String last() {
    return parts.get(parts.size() - 1);
  }
}
