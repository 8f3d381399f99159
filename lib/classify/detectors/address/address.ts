/** Where people live and get their post. */
import type { Detector } from '../../detector.ts';
import { labelledAddress } from './labelled-address.ts';
import { poBox } from './po-box.ts';
import { postalCode } from './postal-code.ts';
import { streetAddress } from './street-address.ts';

export const ADDRESS_DETECTORS: readonly Detector[] = [streetAddress, labelledAddress, poBox, postalCode];
