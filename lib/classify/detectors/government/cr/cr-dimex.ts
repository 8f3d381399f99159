import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCrDimex = validator(/^1\d{10,11}$/);

/** Identity documents of foreigners in Costa Rica (DIMEX, Dirección General de Migración): eleven or twelve digits that begin with 1. */
export const crDimex = identityNumber({
  id: 'cr-dimex',
  cues: 'DIMEX|documento de identidad migratorio',
  written: '1d{10,11}',
  valid: isValidCrDimex,
  cued: 0.9,
  reach: 60,
  examples: {
    positive: ['DIMEX: 191991600550'],
    negative: ['DIMEX: 747842936670', 'cédula: 191991600550'],
  },
});
