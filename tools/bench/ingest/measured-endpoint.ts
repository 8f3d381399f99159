/** A whole endpoint on loopback that devices enrol at and send batches to, as the extension does. */
import { enrolResponse, ingestResponse } from '../../../lib/sync/api.ts';
import { readConfig } from '../../../server/config.ts';
import { startEndpoint } from '../../../server/start.ts';
import type { StoreTarget } from '../../../server/store/open.ts';
import type { Batch, Sender } from './batches.ts';

const ENROLMENT_TOKEN = 'for the benchmark only';
/** Always the same: a filled database that was kept knows the key it was used with. */
const PRIVACY_KEY = Buffer.alloc(32, 7).toString('base64');

export interface MeasuredEndpoint {
  enrol(sender: Sender): Promise<SendBatch>;
  close(): Promise<void>;
}

/** Resolves when the endpoint has answered. Throws unless it took every record of the batch. */
export type SendBatch = (batch: Batch) => Promise<void>;

export async function startMeasuredEndpoint(tenant: string, target: StoreTarget): Promise<MeasuredEndpoint> {
  const settings = readConfig({ TENANT: tenant, PORT: '0', ENROLMENT_TOKEN, PRIVACY_KEY });
  if (!settings.ok) throw new Error(settings.errors.join('; '));
  const warnings: string[] = [];
  const endpoint = await startEndpoint({ ...settings.config, database: target }, (level, code, fields) => {
    if (level !== 'info') warnings.push(JSON.stringify({ code, ...fields }));
  });

  const post = async (path: string, body: BodyInit, headers: Record<string, string>) => {
    const response = await fetch(endpoint.url + path, { method: 'POST', body, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()} ${warnings.join(' ')}`);
    return response.json();
  };
  return {
    async enrol({ device }) {
      const request = JSON.stringify(device.enrolRequest(ENROLMENT_TOKEN));
      const { deviceToken } = enrolResponse.parse(
        await post('/v1/enrol', request, { 'content-type': 'application/json' }),
      );
      const headers = {
        authorization: `Bearer ${deviceToken}`,
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      };
      return async ({ body, lines }) => {
        const { accepted } = ingestResponse.parse(await post('/v1/records', body, headers));
        if (accepted !== lines.length) throw new Error(`took ${accepted} of ${lines.length} records`);
      };
    },
    close: () => endpoint.close(),
  };
}
