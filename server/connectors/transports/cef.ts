/**
 * ArcSight's Common Event Format, version 0, for receivers that know nothing newer. It holds less than the OCSF event;
 * what it cannot hold is found by `externalId`. Source: ArcSight CEF Implementation Standard.
 */
import type { OcsfEvent } from '../ocsf/ocsf-event.ts';

/** OCSF severity to CEF's 0 to 10. */
const SEVERITY: Record<number, number> = { 1: 1, 2: 3, 3: 5, 4: 8, 5: 10 };

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');
const header = (text: string) => oneLine(text).replace(/[\\|]/g, '\\$&');
const value = (text: string) => text.replace(/[\\=]/g, '\\$&').replace(/\r?\n|\r/g, '\\n');

export function toCef(event: OcsfEvent): string {
  const { metadata } = event;
  const version = (metadata.product as { version: string }).version;
  const head = ['CEF:0', 'Sluice', 'Sluice', version, String(event.type_uid), String(event.type_name)];
  const pairs = Object.entries(extension(event)).filter(([, member]) => member !== undefined && member !== '');
  return [
    ...head.map((part, index) => (index === 0 ? part : header(part))),
    String(SEVERITY[event.severity_id] ?? 0),
    pairs.map(([key, member]) => `${key}=${value(String(member))}`).join(' '),
  ].join('|');
}

function extension(event: OcsfEvent): Record<string, unknown> {
  const at = (...path: string[]) => path.reduce<unknown>((inner, key) => (inner as never)?.[key], event);
  const labelled: [string, unknown][] = [
    ['rule', at('firewall_rule', 'uid')],
    ['policy', at('policy', 'uid')],
    ['provider', at('ai_model', 'ai_provider')],
    ['model', at('ai_model', 'name')],
    ['dataClasses', dataClasses(event)],
    ['tenant', event.metadata.tenant_uid],
  ];
  const custom = labelled
    .filter(([, member]) => member !== undefined && member !== '')
    .flatMap(([label, member], index) => [
      [`cs${index + 1}Label`, label],
      [`cs${index + 1}`, member],
    ]);
  return {
    rt: event.time,
    externalId: event.metadata.uid,
    cat: event.class_name,
    act: event.action,
    outcome: event.status,
    reason: event.status_code,
    suid: at('actor', 'user', 'uid'),
    suser: at('actor', 'user', 'name') ?? at('user', 'name'),
    deviceExternalId: at('device', 'uid') ?? at('unmapped', 'device'),
    dhost: at('dst_endpoint', 'hostname'),
    app: at('dst_endpoint', 'svc_name'),
    msg: event.message,
    ...Object.fromEntries(custom),
  };
}

function dataClasses({ metadata }: OcsfEvent): string | undefined {
  const given = metadata.data_classifications as { classifier_details: { type: string }; total: number }[] | undefined;
  return given?.map(({ classifier_details, total }) => `${classifier_details.type}:${total}`).join(',');
}
