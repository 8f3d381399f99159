import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { isIpv6 } from './ipv6.ts';

const IP = cueWords(
  'ip',
  'ip|ip address|ipv4|ipv6|host|server|client|subnet|gateway|ping|ssh|dns|firewall',
  'ip-adresse|adresse ip|direccion ip|indirizzo ip|ipaddress|remote|login from|logged in from|proxy',
  'router|network|network|address|x-forwarded-for|source|connect|connection|vpn',
);
const VERSION = cueWords(
  'version',
  'version|ver|v|release|build|firmware|section|chapter|clause|assembly|upgrade|update',
  'driver|patch|sdk|fileversion|assemblyversion|rev|figure|table',
);
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const V4 = new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:${OCTET}\.){3}${OCTET}(?![\p{N}_]|\.[0-9]|[\p{L}-])`, 'uy');
const V6 = /(?<![\p{L}\p{N}_:.])[0-9a-fA-F:]{0,39}::?[0-9a-fA-F:.]{1,45}(?![\p{L}\p{N}_:])/uy;

/** How they begin, if nothing in front of them speaks against it. */
const V4_START = /[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]/g;
const V6_START = /[0-9a-fA-F]{0,4}:[0-9a-fA-F]{0,4}:/g;
/** What all of them have and few texts. */
const V6_SIGN = /:[0-9a-fA-F]{0,4}:/;

/** Addresses of nobody: this host, masks, documentation is kept (RFC 5737 is used in real logs after masking). */
const NOBODY = /^(?:127\.|255\.)|\.0\.0\.0$/;
/** Groups of receivers and what is not assigned (RFC 5771, RFC 1112): only where the text says that it is an address. */
const RESERVED = /^(?:0|22[4-9]|2[34][0-9]|25[0-4])\./;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|169\.254\.)/;
/** The settings of a network: `10.0.4.0/24`, `192.168.1.1 255.255.255.0`. */
const NETWORK = /^(?:\/[0-9]{1,2}(?![0-9])| {1,4}(?:255\.|0\.0\.|netmask|broadcast))/;
/** `/64`: a network, not one host of it. */
const PREFIX = /\/(?!128)[0-9]{1,3}(?![0-9])/y;
/** Small numbers throughout are a version or the number of a chapter, if nothing close by says otherwise. */
const SMALL = /^(?:[12]?[0-9]|3[01])(?:\.(?:[12]?[0-9]|3[01])){3}$/;
/** Object identifiers (ITU-T X.660): `1.3.101.112`. */
const OBJECT_ID = /^(?:1\.[0-3]|2\.5|2\.16)\./;
const CLOSE = 25;
/** `LibreOffice 24.8.2.1`: a product and its version. */
const PRODUCT = /\p{Lu}[\p{L}\p{N}+.-]{2,30} $/u;
const BELOW_HUNDRED = /^[0-9]{1,2}(?:\.[0-9]{1,2}){3}$/;
/** A line of nothing but a version, or of a product and its version. */
const VERSION_LINE = /^(?:[\w .-]{0,30} )?v?[0-9]{1,6}(?:\.[0-9]{1,6}){2,4}(?:[-+][\w.+-]{1,40})?\s*$/;
const ADDRESS_LINE = new RegExp(String.raw`^(?:${OCTET}\.){3}${OCTET}\s*$`);
const LONGEST_LINE = 60;
/** The next number of a drawing or a table: `3.51.98.32 2.03`, with points that begin numbers. */
const DECIMAL_BEFORE = /(?<![0-9.])[-,a-z ]?[0-9]*\.[0-9]+[ ,]?-?$/i;
const DECIMAL_BEHIND = /^[ ,-]{1,2}[0-9]*\.[0-9]+(?!\.?[0-9])/;
const REFERENCE = /(?:§ ?|\bsee |\brfc [0-9]{3,5},? )$/i;

function weighV4(scan: Scan, start: number, address: string): Candidate | null {
  const end = start + address.length;
  if (NOBODY.test(address)) return null;
  // The first address of a network is that of all of it.
  if (address.endsWith('.0') && scan.matchAt(PREFIX, end) !== null) return null;
  const before = scan.text.slice(Math.max(0, start - 2), start);
  // `Chrome/120.0.6099.71` and `pkg-1.2.3.4` are products with versions.
  if (/[\p{L}\p{N}][/-]$/u.test(before)) return null;
  if (scan.near(VERSION, start, end, 20, 0)) return null;
  if (REFERENCE.test(scan.text.slice(Math.max(0, start - 12), start))) return null;
  const distance = scan.distance(IP, start, end, 60, 30);
  const cue = distance >= 0;
  if (!cue && BELOW_HUNDRED.test(address) && PRODUCT.test(scan.text.slice(Math.max(0, start - 32), start))) return null;
  if ((SMALL.test(address) || RESERVED.test(address) || OBJECT_ID.test(address)) && (!cue || distance > CLOSE))
    return null;
  if (!cue && (isAmongVersions(scan.text, start, end) || isAmongDecimals(scan.text, start, end))) return null;
  const isPrivate = PRIVATE.test(address);
  // Every office has them, and every configuration.
  if (isPrivate && (!cue || scan.inCode(start) || NETWORK.test(scan.text.slice(end, end + 12)))) return null;
  const confidence = isPrivate ? 0.75 : cue ? 0.95 : 0.8;
  return { start, end, confidence, evidence: ['pattern', 'validator:octets', ...(cue ? ['cue:ip'] : [])] };
}

/** Whether an address stands in a list of versions: alone in its line, and the line beside it is one that can be no address. */
function isAmongVersions(text: string, start: number, end: number): boolean {
  if (start === 0 ? text[end] !== '\n' : text[start - 1] !== '\n' || !/^[\r\n]?$/.test(text[end] ?? '')) return false;
  const before = text
    .slice(Math.max(0, start - 1 - LONGEST_LINE), Math.max(0, start - 1))
    .split('\n')
    .at(-1)!;
  const after = text.slice(end + 1, end + 1 + LONGEST_LINE).split('\n')[0]!;
  return [before, after].some((line) => VERSION_LINE.test(line) && !ADDRESS_LINE.test(line));
}

function isAmongDecimals(text: string, start: number, end: number): boolean {
  return (
    DECIMAL_BEFORE.test(text.slice(Math.max(0, start - 12), start)) || DECIMAL_BEHIND.test(text.slice(end, end + 12))
  );
}

/** Groups of receivers, and a number given by hand on one wire: `ff02::1`, `fe80::1`. */
const NOBODY_V6 = /^(?:::1?$|ff[0-9a-f]{2}:|fe80::[0-9a-f]{1,2}$)/i;

function weighV6(scan: Scan, start: number, address: string): Candidate | null {
  const trimmed = address.replace(/[.:]$/, (tail) => (address.endsWith('::') ? tail : ''));
  if (!isIpv6(trimmed) || NOBODY_V6.test(trimmed)) return null;
  if (!/[0-9]/.test(trimmed) || trimmed.replace(/[^0-9a-fA-F]/g, '').length < 5) return null;
  if (scan.matchAt(PREFIX, start + trimmed.length) !== null) return null;
  return { start, end: start + trimmed.length, confidence: 0.9, evidence: ['pattern', 'validator:ipv6'] };
}

/** IPv4 and IPv6 addresses; not version numbers, loopback, masks or multicast. */
export const ipAddress: Detector = {
  id: 'ip-address',
  type: 'IP_ADDRESS',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  cues: [IP, VERSION],
  find(scan) {
    const found: (Candidate | null)[] = [];
    if (scan.shape.has('dot')) {
      for (const match of scan.matchWhere(V4_START, V4)) found.push(weighV4(scan, match.index, match[0]));
    }
    if (V6_SIGN.test(scan.text)) {
      for (const match of scan.matchWhere(V6_START, V6)) found.push(weighV6(scan, match.index, match[0]));
    }
    return found.filter((candidate) => candidate !== null);
  },
  examples: {
    positive: [
      'login from 93.184.216.34 failed',
      'http://93.184.216.34/path',
      'host 10.20.30.40',
      'addr 2001:db8:85a3::8a2e:370:7334.',
      'fe80::1ff:fe23:4567:890a',
    ],
    negative: [
      'version 10.0.19.4',
      'v1.2.3.4',
      'Chrome/120.0.60.71',
      '1.2.3.4.5',
      '256.1.1.1',
      '127.0.0.1',
      '255.255.255.0',
      '12:30:45',
      'std::vector',
      '00:1B:44:11:3A:B7',
      'see section 3.1.4.1',
      'ip address 192.168.91.1 255.255.255.0',
      '29.29.2-rc.9+b44795e\n67.68.99.54\n17.1.0',
      'subnet 10.4.0.16/28',
      'ip route 203.0.113.0/24 is allowed',
      'routes for 2001:db8:85a3::/48',
      'inet6 fe80::1',
      '<path d="M12 18c0 1.52-.87 2.83-2.12 3.51.98.32 2.03.5 3.11.5z"/>',
    ],
  },
};
