/** Where a page ended: time and id of its last row. Opaque to clients, and stable while new rows come in. */
import * as z from 'zod';

export interface Position {
  time: number;
  id: string;
}

const position = z.tuple([z.int(), z.uuid()]);

export function encodeCursor({ time, id }: Position): string {
  return Buffer.from(JSON.stringify([time, id])).toString('base64url');
}

/** Null for what `encodeCursor` cannot have made. */
export function decodeCursor(cursor: string): Position | null {
  try {
    const parsed = position.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? { time: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
