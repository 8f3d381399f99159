import type pg from 'pg';
import { expect, it } from 'vitest';
import { type Compared, sustain } from '../../load/sustained/sustain.ts';

const ALL = { inDatabase: 1_200, lost: 0, doubled: 0 };

it('a load on two nodes is in the database, each record once; what is planted there is told', async () => {
  const seen: Record<string, Compared> = {};
  const afterwards = async (database: pg.Client, compareAgain: () => Promise<Compared>) => {
    const plant = async (name: string, ...statements: string[]) => {
      await database.query('begin');
      for (const statement of statements) await database.query(statement);
      seen[name] = await compareAgain();
      await database.query('rollback');
    };
    const one = 'ctid = (select ctid from records where seq = ';
    await plant('nothing');
    await plant('one is gone', `delete from records where ${one}20 limit 1)`);
    await plant('the last of a chain is gone', `delete from records where ${one}150 limit 1)`);
    await plant('a chain is gone', 'delete from records where chain = (select chain from records limit 1)');
    await plant('one is another', `update records set hash = repeat('0', 64) where ${one}20 limit 1)`);
    await plant(
      'one is there twice',
      'alter table records drop constraint records_pkey, drop constraint records_tenant_id_key',
      `insert into records select * from records where ${one}20 limit 1)`,
    );
  };
  const result = await sustain({ seconds: 3, rate: 400, batch: 50, nodes: 2, afterwards });
  expect(result).toMatchObject({ offered: 1_200, acknowledged: 1_200, ...ALL });
  expect(seen).toEqual({
    nothing: ALL,
    'one is gone': { ...ALL, inDatabase: 1_199, lost: 1 },
    'the last of a chain is gone': { ...ALL, inDatabase: 1_199, lost: 1 },
    'a chain is gone': { ...ALL, inDatabase: 1_050, lost: 150 },
    'one is another': { ...ALL, lost: 1 },
    'one is there twice': { ...ALL, inDatabase: 1_201, doubled: 1 },
  });
}, 180_000);
