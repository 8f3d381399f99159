/** What a device asks of an endpoint, as the extension does, by whoever measures or loads one. */
import { type EnrolRequest, enrolResponse, type IngestResponse, ingestResponse } from '../../../lib/sync/api.ts';

/** @returns The token that the device sends its batches with. Throws when it is refused. */
export async function enrol(url: string, request: EnrolRequest): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/enrol`, { method: 'POST', body: JSON.stringify(request), headers });
  if (!answer.ok) throw new Error(`enrolment was answered with ${answer.status}: ${await answer.text()}`);
  return enrolResponse.parse(await answer.json()).deviceToken;
}

/** @param body JSON lines, gzip. @returns What the endpoint took, or the status it refused with; null without an answer. */
export async function sendBatch(
  url: string,
  token: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<IngestResponse | number | null> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
  };
  const answer = await fetch(`${url}/v1/records`, { method: 'POST', body, headers }).catch(() => null);
  if (answer?.ok) return ingestResponse.parse(await answer.json());
  await answer?.body?.cancel();
  return answer?.status ?? null;
}

/** As `sendBatch`; throws unless every record of the batch was taken. */
export async function sendWhole(
  url: string,
  token: string,
  body: Uint8Array<ArrayBuffer>,
  records: number,
): Promise<void> {
  const taken = await sendBatch(url, token, body);
  const accepted = typeof taken === 'number' || taken === null ? `status ${taken}` : taken.accepted;
  if (accepted !== records) throw new Error(`took ${accepted} of ${records} records`);
}
