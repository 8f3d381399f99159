import { enrolResponse } from '../../../lib/sync/api.ts';
import type { PreparedDevice } from './prepared-device.ts';

/** @returns The token that the device sends its batches with. */
export async function enrol(url: string, device: PreparedDevice, token: string): Promise<string> {
  const answer = await fetch(`${url}/v1/enrol`, { method: 'POST', body: JSON.stringify(device.enrolRequest(token)) });
  return enrolResponse.parse(await answer.json()).deviceToken;
}
