/**
 * Which chain this profile writes, told once more outside its database: a browser that finds the database damaged deletes
 * it and says nothing (Chromium, after a crash), and so can whoever has the profile's files. The next chain then begins
 * with a record of the one whose end is gone.
 */
import { noteGap } from '../records/gap.ts';
import { lastRow } from '../records/outbox.ts';
import type { SluiceDb } from '../storage/db.ts';
import type { Locks } from '../storage/locks.ts';
import { IDENTITY_LOCK } from './enrol.ts';

export interface ChainMark {
  /** Null when there is none, or none that can be read. */
  read(): Promise<string | null>;
  write(chain: string): Promise<void>;
}

interface Ports {
  db: SluiceDb;
  locks: Locks;
  mark: ChainMark;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Move the mark to the chain now written. When the database knows nothing of the one it stood at, that is declared. */
export async function moveChainMark({ db, locks, mark, now }: Ports, chain: string): Promise<void> {
  await locks(IDENTITY_LOCK, async () => {
    const before = await mark.read();
    if (before === chain) return;
    if (before !== null && !(await isKnown(db, before))) {
      // How many records were not delivered yet is not known here.
      await noteGap(db, { reason: 'wiped', count: 0, since: now(), of: before });
    }
    await mark.write(chain);
  });
}

/** Also of a chain that was left: its records stay here, and the identity of another tenant. */
async function isKnown(db: SluiceDb, chain: string): Promise<boolean> {
  if ((await lastRow(db, chain)) !== undefined) return true;
  return (await db.identity.filter((identity) => identity.chain === chain).count()) > 0;
}
