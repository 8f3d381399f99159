import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled, type Labelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';

const CODES = cueWords(
  'access-code',
  'pin|pin code|alarm code|alarm pin|safe code|safe combination|vault code|door code|gate code|entry code|unlock code|sim pin',
  'puk|card pin|bank pin|atm pin|geheimzahl|turcode|zugangscode|alarmcode|tresorcode|code pin|code de la porte|code d’acces',
  "code d'acces|code de l'alarme|digicode|codigo pin|codigo de acceso|codigo de la alarma|codigo de la puerta|codice pin",
  "codice d'accesso|codice della porta|codice dell'allarme|pincode|toegangscode|alarmcode van het huis|kluiscode",
);
const VALUE = afterLabel(
  '[0-9]{4,5}(?![0-9A-Za-z.,:/%-]*[0-9A-Za-z])|[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9-])|[0-9]{8}(?![0-9.])',
);
/** `PIN 4471` is also a leg of a chip: a sign or a verb has to say that it is the code, or what it opens stands beside it. */
const SAID = /[:=]|(?:^|\s)(?:is|was|ist|lautet|est|es|è)\s/i;
const OF_LOCK = /(?:card|bank|atm|sim|phone)[ -]pin$/i;
const FOR_LOCK =
  /^ (?:for|für|pour|para|per|voor) (?:(?:the|my|his|her|our|their|die|das|meine|la|ma|sa|mi|su|mia|il|mijn|de|het) )?(?:(?:credit|debit|bank|visa) ?)?(?:card|account|alarm|phone|safe|door|karte|konto|tresor|carte|compte|tarjeta|cuenta|carta|conto|pas|rekening)(?![\p{L}-]| (?:detect|reader|slot|socket|edge|connector|bus))/iu;
const LOCK_REACH = 48;

function isSaid({ text }: Scan, { label, labelEnd, start, end }: Labelled): boolean {
  return (
    label < start &&
    (SAID.test(text.slice(labelEnd, start)) ||
      OF_LOCK.test(text.slice(label, labelEnd)) ||
      FOR_LOCK.test(text.slice(end, end + LOCK_REACH)))
  );
}

const YEAR = /^(?:19|20)[0-9]{2}$/;

/** Codes that open doors, safes, alarms, cards and phones, where the text says what they are. */
export const accessCode: Detector = {
  id: 'access-code',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: ['digit'],
  requires: [CODES],
  find: (scan) =>
    findLabelled(scan, CODES, VALUE)
      .filter((labelled) => isSaid(scan, labelled) && !YEAR.test(labelled.value))
      .filter(({ start }) => !scan.isBareInCode(start))
      .map(({ start, end }) => ({ start, end, confidence: 0.76, evidence: ['pattern', 'cue:access-code'] })),
  examples: {
    positive: [
      'the PIN for the alarm is 4471',
      'door code: 90412',
      'Die Geheimzahl lautet 8830',
      'the safe combination is 84-22-17',
      "le code de l'alarme est 6604",
      'PIN 4821 for the card that ends in 9903',
      'card pin 4821',
    ],
    negative: [
      'solder pin 4471 to ground',
      'connect pin 1234 of the SIM card socket',
      'pin 2201 for card detect',
      'alarm code 1042 on the PLC',
      'PIN: 4',
      'pincode: 560001',
      'the PIN is wrong',
      'PIN = 3.3 V',
      'the alarm code was changed in 2019',
      'const PIN = 1234;',
    ],
  },
};
