/** Reads a picture of dots: their count, then x, y and state of each. */
export function readDots(buffer) {
  const view = new DataView(buffer);
  const count = view.getUint32(0, true);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const states = new Uint8Array(count);
  for (let i = 0, at = 4; i < count; i++, at += 5) {
    x[i] = view.getUint16(at, true);
    y[i] = view.getUint16(at + 2, true);
    states[i] = view.getUint8(at + 4);
  }
  return { count, x, y, states };
}

export const ABSENT = 0;
export const PLAYS = 1;
export const LOST = 2;
