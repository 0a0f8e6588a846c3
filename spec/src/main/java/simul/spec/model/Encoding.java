package simul.spec.model;

import java.nio.charset.Charset;

/**
 * How values are written.
 *
 * @param bigEndian the byte order of every number; false means little-endian
 * @param pack the largest alignment of a field, in bytes: 1 means no padding, 8 is what a C++
 *     compiler does when it is not told otherwise
 * @param text how text of one byte a character is written
 */
public record Encoding(boolean bigEndian, int pack, Charset text) {}
