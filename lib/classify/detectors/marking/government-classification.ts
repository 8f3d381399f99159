import { markingDetector, wholePhrases } from './marking-detector.ts';

/**
 * Protective markings of states and alliances, as they are written on documents (in capitals, or in their fixed
 * spelling): US Executive Order 13526 and 32 CFR 2002 (CUI), NATO C-M(2002)49, EU Council Decision 2013/488/EU, UK
 * Government Security Classifications, German VSA, French IGI 1300, Canadian, Australian, Spanish, Italian and Dutch rules.
 */
export const governmentClassification = markingDetector({
  id: 'government-classification',
  type: 'GOVERNMENT_CLASSIFICATION',
  words: [
    ...[
      'top secret',
      'secret',
      'confidential',
      'noforn',
      'fouo',
      'cui',
      'controlled unclassified',
      'official use only',
    ],
    ...[
      'nato',
      'cosmic',
      'restreint',
      'restricted',
      'confidentiel',
      'official',
      'eyes only',
      'dienstgebrauch',
      'vs-nfd',
    ],
    ...[
      'vs-vertraulich',
      'geheim',
      'diffusion restreinte',
      'defense',
      'protected',
      'difusion limitada',
      'riservatissimo',
    ],
    ...['segretissimo', 'departementaal', 'stg', 'tres secret', 'atomal', 'restricted data', 'vertraulich', 'amtlich'],
    ...['nf', 'orcon', 'fvey', 'rel to', 'si', 'hcs', 'tk'],
  ],
  pattern: wholePhrases(
    [
      '(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)(?://[A-Z][A-Z0-9 ,/-]{1,60}[A-Z0-9])',
      '\\((?:TS|S|C|U)//[A-Z][A-Z/, -]{1,30}\\)',
      'TOP SECRET(?![\\p{Ll} ]{0,2}\\p{Ll})',
      'COSMIC TOP SECRET(?: ATOMAL)?',
      '(?:NATO|EU|UE|OCCAR|WEU|ESA) (?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)',
      '(?:RESTREINT|CONFIDENTIEL|SECRET|TR[EÈ]S SECRET) UE(?:/EU (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET))?',
      'CUI(?://[A-Z][A-Z0-9/ -]{1,40})',
      'CONTROLLED UNCLASSIFIED INFORMATION',
      'FOR OFFICIAL USE ONLY',
      'RESTRICTED DATA',
      'OFFICIAL[- :]{1,3}(?:SENSITIVE|Sensitive)',
      '(?:UK|US|AUS|CAN) (?:SECRET|EYES ONLY|TOP SECRET)',
      'VS ?[-–] ?(?:NUR F[ÜU]R DEN DIENSTGEBRAUCH|Nur f[üu]r den Dienstgebrauch|NfD|NFD|VERTRAULICH|Vertraulich)',
      '(?:STRENG GEHEIM|GEHEIM ?[-–] ?amtlich geheim gehalten)',
      'DIFFUSION RESTREINTE',
      '(?:TR[ÈE]S SECRET|SECRET|CONFIDENTIEL)[- ]D[ÉE]FENSE',
      'PROTECTED(?: [ABC](?![\\p{L}])|//[A-Z]{2,})',
      'DIFUSI[ÓO]N LIMITADA',
      '(?:SEGRETISSIMO|RISERVATISSIMO)',
      'STG\\. ?(?:ZEER GEHEIM|GEHEIM|CONFIDENTIEEL)',
      '(?:DEPARTEMENTAAL VERTROUWELIJK|Departementaal Vertrouwelijk)',
    ],
    'gu',
  ),
  confidence: 0.93,
  place: 'anywhere',
  examples: {
    positive: [
      'TOP SECRET//SI//NOFORN\nThe convoy leaves',
      'Classification: NATO RESTRICTED',
      'VS - NUR FÜR DEN DIENSTGEBRAUCH',
      'RESTREINT UE/EU RESTRICTED annex to the report',
      '(S//NF) The source said',
      'OFFICIAL-SENSITIVE: staffing plan',
      'This page is PROTECTED B when completed',
    ],
    negative: [
      'my secret recipe',
      'Top secret tips for better sleep',
      'the NATO summit',
      'GET /protected/api',
      'an official sensitive to criticism',
      'a protected branch',
    ],
  },
});
