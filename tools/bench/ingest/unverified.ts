/** Plain ingest: the same requests into a table with a key, and nothing is checked, derived or signed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { StoreTarget } from '../../../server/store/open.ts';
import type { SendBatch } from './measured-endpoint.ts';

const CREATE = `create table if not exists plain (chain uuid, seq bigint, id uuid, body text, kid text, sig text, primary key (chain, seq))`;
const INSERT = `insert into plain select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[])`;
const unpack = promisify(gunzip);

export interface Unverified {
  url: string;
  send: SendBatch;
  close(): Promise<void>;
}

export async function startUnverified(target: StoreTarget): Promise<Unverified> {
  const database = await openDatabase(target);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const lines = (await unpack(Buffer.concat(chunks))).toString().trimEnd().split('\n');
    const columns: unknown[][] = [[], [], [], [], [], []];
    for (const line of lines) {
      const { record, kid, sig } = JSON.parse(line) as { record: string; kid: string; sig: string };
      const { chain, seq, id } = JSON.parse(record) as { chain: string; seq: number; id: string };
      for (const [index, value] of [chain, seq, id, record, kid, sig].entries()) columns[index]!.push(value);
    }
    await database.insert(columns);
    response.end(JSON.stringify({ accepted: lines.length }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    send: ({ body, lines }) => sendUnverified(url, body, lines.length),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

/** Throws unless every record of the batch was taken. */
export async function sendUnverified(url: string, body: Uint8Array<ArrayBuffer>, records: number): Promise<void> {
  const { accepted } = (await (await fetch(url, { method: 'POST', body })).json()) as { accepted: number };
  if (accepted !== records) throw new Error(`took ${accepted} of ${records} records`);
}

async function openDatabase(target: StoreTarget) {
  if (target.kind === 'pglite') {
    const database = await PGlite.create(target.folder ?? 'memory://');
    await database.exec(CREATE);
    const insert = async (columns: unknown[][]) => void (await database.query(INSERT, columns));
    return { insert, close: () => database.close() };
  }
  const pool = new pg.Pool({ connectionString: target.url });
  pool.on('error', () => {});
  await pool.query(CREATE);
  return { insert: async (columns: unknown[][]) => void (await pool.query(INSERT, columns)), close: () => pool.end() };
}
