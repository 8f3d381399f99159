import { identityNumber } from '../identity-number.ts';

/** German tax numbers of the tax offices (ELSTER, "Aufbau der Steuernummer"), known by the label: states write them differently, the uniform form has 13 digits. */
export const deTaxNumber = identityNumber({
  id: 'de-tax-number',
  cues: 'Steuernummer|Steuer-Nr|St.-Nr|StNr|Steuernr|Finanzamt|Umsatzsteuernummer|German tax number',
  written: '(?:d{2,3}[ /]d{3,4}[ /]d{4,5}|[1-9]d{12}|d{10,11})',
  cued: 0.86,
  reach: 40,
  examples: {
    positive: ['Steuernummer: 9244484065824', 'Finanzamt München, Steuernummer: 181/815/08155'],
    negative: ['Steuernummer beantragen bis 2024'],
  },
});
