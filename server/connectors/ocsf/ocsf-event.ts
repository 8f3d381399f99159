/**
 * Events of the Open Cybersecurity Schema Framework, version 1.9.0 (github.com/ocsf/ocsf-schema): the classes used here
 * and what every event starts with. Attribute names are the schema's.
 */
import { sealEvent } from './seal-event.ts';

export const OCSF_VERSION = '1.9.0';

/** Class, its number, and the category it belongs to. A class's number is its category times 1,000 plus its own. */
export const CLASSES = {
  detectionFinding: { uid: 2004, name: 'Detection Finding', category: 'Findings' },
  incidentFinding: { uid: 2005, name: 'Incident Finding', category: 'Findings' },
  dataSecurityFinding: { uid: 2006, name: 'Data Security Finding', category: 'Findings' },
  authentication: { uid: 3002, name: 'Authentication', category: 'Identity & Access Management' },
  entityManagement: { uid: 3004, name: 'Entity Management', category: 'Identity & Access Management' },
  deviceInventory: { uid: 5001, name: 'Device Inventory Info', category: 'Discovery' },
  configStateChange: { uid: 5019, name: 'Device Config State Change', category: 'Discovery' },
  webResources: { uid: 6001, name: 'Web Resources Activity', category: 'Application Activity' },
  apiActivity: { uid: 6003, name: 'API Activity', category: 'Application Activity' },
} as const;
export type OcsfClass = keyof typeof CLASSES;

export const SEVERITY = { informational: 1, low: 2, medium: 3, high: 4, critical: 5 } as const;
export type OcsfSeverity = keyof typeof SEVERITY;

export interface OcsfEvent {
  class_uid: number;
  type_uid: number;
  severity_id: number;
  /** Milliseconds since the epoch. */
  time: number;
  message: string;
  metadata: { uid: string; [attribute: string]: unknown };
  [attribute: string]: unknown;
}

/** Who tells: the endpoint that makes the events. */
export interface Teller {
  /** Version of the endpoint's program. */
  version: string;
  tenant: string;
  /** Name of the tenant's log, and so of who vouches for the order of events. */
  authority: string;
  /** Where reviewers open the console, or null. */
  consoleUrl: string | null;
}

/** Attributes that need not be there are given as undefined, and then are not. */
export interface EventParts {
  ocsfClass: OcsfClass;
  activity: { id: number; name: string };
  severity: OcsfSeverity;
  time: number;
  message: string;
  /** Unique among all events: the receiver tells repeats by it. */
  uid: string;
  metadata?: Record<string, unknown>;
  /** Chain that the event tells about, for the attestation. */
  chain?: string;
  profiles?: string[];
  attributes: Record<string, unknown>;
}

const captioned = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Put an event together and attest it. */
export function makeEvent(parts: EventParts, teller: Teller): OcsfEvent {
  const { uid, name, category } = CLASSES[parts.ocsfClass];
  const event = present({
    activity_id: parts.activity.id,
    activity_name: parts.activity.name,
    category_uid: Math.floor(uid / 1000),
    category_name: category,
    class_uid: uid,
    class_name: name,
    type_uid: uid * 100 + parts.activity.id,
    type_name: `${name}: ${parts.activity.name}`,
    severity_id: SEVERITY[parts.severity],
    severity: captioned(parts.severity),
    time: parts.time,
    message: parts.message,
    metadata: {
      version: OCSF_VERSION,
      product: { name: 'Sluice', vendor_name: 'Sluice', version: teller.version },
      uid: parts.uid,
      tenant_uid: teller.tenant,
      log_name: teller.authority,
      profiles: [...(parts.profiles ?? []), 'record_integrity'],
      ...parts.metadata,
    },
    ...parts.attributes,
  }) as OcsfEvent;
  return sealEvent(event, { authority: teller.authority, chain: parts.chain });
}

/** The value without members that are undefined, at any depth. */
export function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, present(member)]));
}
