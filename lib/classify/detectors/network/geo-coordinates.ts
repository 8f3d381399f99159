import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';

const PLACE = cueWords(
  'coordinates',
  'coordinates|coordinate|coords|gps|latitude|longitude|lat|lon|lng|lat/lon|lat/long|latlng|geolocation|located at|location|geo|maps|waypoint|koordinaten|breitengrad',
  'langengrad|standort|coordonnees|coordenadas|coordinate gps|coordinaten|latitud|longitud|latitudine|longitudine|latitude|position|ubicacion|posizione|locatie|localisation|localizacion|geotag|pin|dropped pin|dropped a pin|last seen|emergency|wgs84|lengtegraad|breedtegraad',
);
const DECIMAL = String.raw`[-+]?[0-9]{1,3}\.[0-9]{2,15}`;
const PAIR = new RegExp(
  String.raw`(?<![\w.,-])(?:(?:lat(?:itude|itud|itudine)?|breitengrad|breedtegraad)["']?[ :=]{1,3})?(${DECIMAL}) ?°? ?([NS])?(?:, ?|; ?| |[,&]? ?["']?(?:lon|lng|long|longitude|longitud|longitudine|l[äa]ngengrad|lengtegraad)["']?[ :=]{1,3})(${DECIMAL}) ?°? ?([EWO])?(?![\w]|[.,] ?-?[0-9](?![0-9]?z))`,
  'gi',
);
const DEGREES =
  /(?<![\w.])[0-9]{1,2} ?° ?[0-9]{1,2} ?[''′] ?(?:[0-9]{1,2}(?:\.[0-9]{1,5})? ?(?:["″]|'') ?)?[NS][ ,;]{0,3}[0-9]{1,3} ?° ?[0-9]{1,2} ?[''′] ?(?:[0-9]{1,2}(?:\.[0-9]{1,5})? ?(?:["″]|'') ?)?[EWO](?![A-Za-z])/g;

/** `N 52° 31.297' E 13° 24.547'`: the letters first. */
const LETTER_FIRST =
  /(?<![\w.])[NS] ?[0-9]{1,2} ?° ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?[''′]?(?: ?[0-9]{1,2}(?:\.[0-9]{1,5})? ?["″])?[ ,;]{1,3}[EWO] ?[0-9]{1,3} ?° ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?[''′]?(?: ?[0-9]{1,2}(?:\.[0-9]{1,5})? ?["″])?/g;

/** One of many points: the outline of an area, the course of a line (RFC 7946, OGC 06-103r4). */
const POINT_BEFORE = /[0-9]\.[0-9]{2,15} {1,4}$|[0-9](?: ?\](?:\s{0,20},\s{0,20}\[\s{0,20})|,\s{0,8})$/;
const POINT_AFTER = /^(?:\s{0,20}\]\s{0,20},\s{0,20}\[\s{0,20}-?[0-9]|,?\s{1,8}-?[0-9]{1,3}\.[0-9]{2})/;

function decimals(number: string): number {
  return number.length - number.indexOf('.') - 1;
}

function weigh(scan: Scan, match: RegExpExecArray): Candidate[] {
  const [written, latitude, north, longitude, east] = match;
  if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) return [];
  const start = match.index;
  const end = start + written.length;
  if (
    POINT_AFTER.test(scan.text.slice(end, end + 64)) ||
    POINT_BEFORE.test(scan.text.slice(Math.max(0, start - 48), start))
  )
    return [];
  const cue = scan.near(PLACE, start, end, 50, 30) || /lat|bre/i.test(written);
  const marked = north !== undefined && east !== undefined;
  const precise = decimals(latitude!) >= 4 && decimals(longitude!) >= 4;
  // Pairs of fractions are everywhere in vectors and measurements.
  const plain = precise && Math.abs(Number(latitude)) > 1 && Math.abs(Number(longitude)) > 1 && !scan.inCode(start);
  if (!cue && !marked && !(plain && decimals(latitude!) >= 5 && /, ?/.test(written))) return [];
  // In brackets and in code a cue is not enough: bounds, sizes and vectors stand beside the same words.
  if ((scan.text[start - 1] === '[' || scan.inCode(start)) && !(cue && precise)) return [];
  const confidence = cue || marked ? (precise ? 0.92 : 0.75) : 0.6;
  const found = { confidence, evidence: ['pattern', 'validator:range', ...(cue ? ['cue:coordinates'] : [])] };
  const second = written.lastIndexOf(longitude!);
  const first = written.indexOf(latitude!);
  // Each with a name of its own: `lat=52.37, lon=4.89`.
  if (!/[a-z]{3}/i.test(written.slice(first, second))) return [{ start, end, ...found }];
  return [
    { start: start + first, end: start + first + latitude!.length, ...found },
    { start: start + second, end, ...found },
  ];
}

/** Places on earth as latitude and longitude (ISO 6709), decimal with a cue or high precision, or in degrees and minutes. */
export const geoCoordinates: Detector = {
  id: 'geo-coordinates',
  type: 'COORDINATES',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  cues: [PLACE],
  find(scan) {
    const pairs = scan.shape.has('dot') ? [...scan.matchAll(PAIR)].flatMap((match) => weigh(scan, match)) : [];
    const degrees = scan.text.includes('°')
      ? [DEGREES, LETTER_FIRST]
          .flatMap((pattern) => [...scan.matchAll(pattern)])
          .map(({ 0: written, index }) => ({
            start: index,
            end: index + written.length,
            confidence: 0.95,
            evidence: ['pattern'],
          }))
      : [];
    return [...pairs, ...degrees];
  },
  examples: {
    positive: [
      'GPS 52.520008, 13.404954',
      'her house is at 48.858370, 2.294481',
      'lat: 40.7128, lon: -74.0060',
      '40.7128° N, 74.0060° W',
      '40°26\'46"N 79°58\'56"W',
      "N 52° 31.297' E 13° 24.547'",
      'lat=52.7516&lon=13.8652',
      'pin dropped at 45.1474, 9.8879',
      'latitudine 45.7326, longitudine 9.3411',
    ],
    negative: [
      '[0.1234, 0.5678, 1.2345]',
      'p = 0.12345, 0.23456',
      '{"coordinates":[[[7.374545,50.924105],[7.692538,50.031360],[7.374545,50.924105]]]}',
      'POLYGON((7.815856 52.968190, 11.559269 46.508930, 8.651336 47.786771))',
      'values 12.5, 13.7',
      'gps 152.520008, 13.404954',
      '1.0.12345, 2.3',
    ],
  },
};
