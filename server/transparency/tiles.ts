/**
 * The nodes of a tenant's log tree, kept in tiles: up to 256 neighbours of every eighth level. Levels between are
 * computed, so that a million entries need 3,922 rows.
 */
import type { Hash, ReadNode, TreeNode } from '../../lib/integrity/log/tree.ts';
import type { Db } from '../store/schema.ts';
import { nodeOf } from './hashes.ts';

const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;
const HASH_BYTES = 32;

/** Tiles as read from the database, and as changed; lives as long as one transaction. */
export class Tiles {
  readonly #db: Db;
  readonly #tenant: string;
  readonly #tiles = new Map<string, { level: number; index: number; hashes: Hash[]; isChanged: boolean }>();

  constructor(db: Db, tenant: string) {
    this.#db = db;
    this.#tenant = tenant;
  }

  readonly read: ReadNode = async (level, index) => {
    const above = level % HEIGHT;
    const first = index * 2 ** above;
    const tile = await this.#tile(Math.floor(level / HEIGHT), Math.floor(first / WIDTH));
    const at = first % WIDTH;
    const hashes = tile.hashes.slice(at, at + 2 ** above);
    if (hashes.length < 2 ** above) throw new Error(`the log has no node ${level}/${index}`);
    return fold(hashes);
  };

  /** Put nodes that `growTree` made, in its order. */
  async put(nodes: readonly TreeNode[]): Promise<void> {
    for (const { level, index, hash } of nodes) {
      if (level % HEIGHT !== 0) continue;
      const tile = await this.#tile(level / HEIGHT, Math.floor(index / WIDTH));
      if (tile.hashes.length !== index % WIDTH) throw new Error(`node ${level}/${index} of the log is out of order`);
      tile.hashes.push(hash);
      tile.isChanged = true;
    }
  }

  /** Write what was put. */
  async save(): Promise<void> {
    for (const { level, index, hashes, isChanged } of this.#tiles.values()) {
      if (!isChanged) continue;
      const row = { tenant: this.#tenant, level, index, hashes: Buffer.concat(hashes) };
      await this.#db
        .insertInto('log_tiles')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenant', 'level', 'index']).doUpdateSet({ hashes: row.hashes }))
        .execute();
    }
  }

  async #tile(level: number, index: number) {
    const key = `${level}/${index}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    const row = await this.#db
      .selectFrom('log_tiles')
      .select('hashes')
      .where('tenant', '=', this.#tenant)
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirst();
    const tile = { level, index, hashes: split(row?.hashes ?? new Uint8Array()), isChanged: false };
    this.#tiles.set(key, tile);
    return tile;
  }
}

function split(bytes: Uint8Array): Hash[] {
  const count = bytes.length / HASH_BYTES;
  return Array.from(
    { length: count },
    (_, at) => new Uint8Array(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
  );
}

/** Root over a power of two of neighbouring nodes. */
function fold(hashes: readonly Hash[]): Hash {
  let row = [...hashes];
  while (row.length > 1) row = row.flatMap((left, at) => (at % 2 === 0 ? [nodeOf(left, row[at + 1]!)] : []));
  return row[0]!;
}
