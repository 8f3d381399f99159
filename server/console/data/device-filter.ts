/** What the list of devices is narrowed to, as it stands in the address and as the endpoint takes it. */
import * as z from 'zod/mini';
import type { DeviceItem } from '../../api/devices.ts';

export const DEVICE_STATES = ['active', 'silent', 'revoked'] as const satisfies DeviceItem['state'][];

/** What does not fit is dropped: an address may have been typed by hand. */
export const deviceSearch = z.object({
  q: z.catch(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))), undefined),
  state: z.catch(z.optional(z.enum(DEVICE_STATES)), undefined),
});
export type DeviceSearch = z.infer<typeof deviceSearch>;
