/** Numbers of vehicles. */
import type { Detector } from '../../detector.ts';
import { licensePlate } from './license-plate.ts';
import { vin } from './vin.ts';

export const VEHICLE_DETECTORS: readonly Detector[] = [vin, licensePlate];
