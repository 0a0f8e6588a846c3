package simul.spec.header;

/**
 * The constant that a member holds in a new struct.
 *
 * @param expression as the header writes it: {@code sizeof(CS_LOGIN)}, {@code CS_LOGIN_ID}
 */
public record Preset(long value, String expression) {}
