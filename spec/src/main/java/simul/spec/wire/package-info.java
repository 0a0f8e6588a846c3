/**
 * Bytes and nothing else: where a stream's frames are, where a packet's fields are, and how both
 * are written, also deliberately wrong. Read {@link simul.spec.wire.FrameDecoder} first. Depends on
 * {@code model}; opens no socket, knows no game.
 */
package simul.spec.wire;
