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

/** One page of rows that were asked for with one row more than fits, to see whether there is another page. */
export function pageOf<Row>(rows: Row[], limit: number, positionOf: (row: Row) => Position) {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : encodeCursor(positionOf(last)) };
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
