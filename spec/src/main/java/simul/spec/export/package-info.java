/**
 * A spec in the words of other tools and of people: C++ header, Wireshark dissector, Markdown page,
 * Kaitai Struct, plain text. Read {@link simul.spec.export.ExportFormat} first. Pure: a spec in,
 * text out. Depends on {@code model}, {@code wire} and {@code text}, and on {@code meaning} and
 * {@code world} for the bytes of requests; nothing of {@code spec} depends on it.
 */
package simul.spec.export;
