/** A connector that this node can deliver for: its settings, its way out, and what it calls itself. */
import { originOf } from '../../lib/integrity/log/origin.ts';
import { VERSION } from '../version.ts';
import { type ConnectorSettings, describeTarget } from './connector-settings.ts';
import type { BatchLimits } from './create-transport.ts';
import { batchLimits, createTransport } from './create-transport.ts';
import { makeEvent, type Teller } from './ocsf/ocsf-event.ts';
import type { Delivery, Transport } from './transport.ts';

export interface RunningConnector {
  name: string;
  tenant: string;
  type: ConnectorSettings['type'];
  /** Address without anything secret. */
  target: string;
  startAt: ConnectorSettings['startAt'];
  only: ConnectorSettings['only'];
  limits: BatchLimits;
  transport: Transport;
  teller: Teller;
}

/** @param here What this endpoint is: the tenant of connectors that name none, and its public address. */
export function createConnector(
  settings: ConnectorSettings,
  here: { tenant: string; publicOrigin: string | null },
): RunningConnector {
  const { name, type, startAt, only, tenant = here.tenant } = settings;
  const consoleUrl = here.publicOrigin === null ? null : `${here.publicOrigin}/console`;
  const teller = { version: VERSION, tenant, authority: originOf(tenant), consoleUrl };
  const transport = createTransport(settings, teller);
  return {
    name,
    tenant,
    type,
    target: describeTarget(settings),
    startAt,
    only,
    limits: batchLimits(settings),
    transport,
    teller,
  };
}

/** Deliver one event that says it is a test, beside the feed: position and order are not touched. */
export async function sendTestEvent(
  { name, transport, teller }: RunningConnector,
  request: { actor: string; now: number; id: string },
): Promise<Delivery> {
  const event = makeEvent(
    {
      ocsfClass: 'entityManagement',
      activity: { id: 99, name: 'Test' },
      severity: 'informational',
      time: request.now,
      message: `Test of the connector ${name}: nothing has happened`,
      uid: `test.${request.id}`,
      profiles: ['host'],
      metadata: { event_code: 'connector_tested' },
      attributes: {
        actor: { user: { name: request.actor }, app_name: 'Sluice endpoint' },
        entity: { uid: name, name, type: 'connector', type_id: 99 },
        status_id: 1,
        status: 'Success',
      },
    },
    teller,
  );
  return transport.send([{ position: -1, event, json: JSON.stringify(event) }], new AbortController().signal);
}
