/** What addresses machines and places, and the accounts on them. */
import type { Detector } from '../../detector.ts';
import { geoCoordinates } from './geo-coordinates.ts';
import { ipAddress } from './ip-address.ts';
import { macAddress } from './mac-address.ts';
import { username } from './username.ts';

export const NETWORK_DETECTORS: readonly Detector[] = [ipAddress, macAddress, geoCoordinates, username];
