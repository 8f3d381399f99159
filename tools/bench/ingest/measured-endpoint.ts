/** A whole endpoint on loopback that devices enrol at and send batches to, as the extension does. */
import { readConfig } from '../../../server/config.ts';
import { startEndpoint } from '../../../server/start.ts';
import type { StoreTarget } from '../../../server/store/open.ts';
import { enrol, sendWhole } from '../../../test/load/sustained/device-requests.ts';
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

  const explained = (error: unknown) => new Error([String(error), ...warnings].join(' '), { cause: error });
  return {
    async enrol({ device }) {
      const token = await enrol(endpoint.url, device.enrolRequest(ENROLMENT_TOKEN));
      return ({ body, lines }) =>
        sendWhole(endpoint.url, token, body, lines.length).catch((error: unknown) => Promise.reject(explained(error)));
    },
    close: () => endpoint.close(),
  };
}
