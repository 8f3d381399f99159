/**
 * Connect and gRPC-web envelopes of streaming calls: one flag byte, four bytes of big-endian length, payload
 * (connectrpc.com/docs/protocol). Unary Connect calls carry the bare message and never come here.
 */

export interface Frame {
  /** 1: compressed, 2: end of stream (Connect), 0x80: trailers (gRPC-web). */
  flags: number;
  payload: Uint8Array;
}

export const COMPRESSED = 1;
const HEADER = 5;
const KNOWN_FLAGS = new Set([0, 1, 2, 3, 0x80, 0x81]);

/** The frames of a body, or null unless frames with known flags cover it exactly. */
export function readFrames(bytes: Uint8Array): Frame[] | null {
  const frames: Frame[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < HEADER) return null;
    const flags = view.getUint8(at);
    const end = at + HEADER + view.getUint32(at + 1);
    if (!KNOWN_FLAGS.has(flags) || end > bytes.length) return null;
    frames.push({ flags, payload: bytes.subarray(at + HEADER, end) });
    at = end;
  }
  return frames.length > 0 ? frames : null;
}

export function writeFrames(frames: readonly Frame[]): Uint8Array {
  const whole = new Uint8Array(frames.reduce((length, { payload }) => length + HEADER + payload.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const { flags, payload } of frames) {
    view.setUint8(at, flags);
    view.setUint32(at + 1, payload.length);
    whole.set(payload, at + HEADER);
    at += HEADER + payload.length;
  }
  return whole;
}
