/** Identity numbers of Northern Europe. */
import type { Detector } from '../../detector.ts';
import { dkCpr } from './dk/dk-cpr.ts';
import { dkCvr } from './dk/dk-cvr.ts';
import { eeIsikukood } from './ee/ee-isikukood.ts';
import { eeRegistrikood } from './ee/ee-registrikood.ts';
import { eeVat } from './ee/ee-vat.ts';
import { fiHetu } from './fi/fi-hetu.ts';
import { fiVeronumero } from './fi/fi-veronumero.ts';
import { fiYtunnus } from './fi/fi-ytunnus.ts';
import { foPtal } from './fo/fo-ptal.ts';
import { isKennitala } from './is/is-kennitala.ts';
import { isVsk } from './is/is-vsk.ts';
import { ltAsmensKodas } from './lt/lt-asmens-kodas.ts';
import { ltImonesKodas } from './lt/lt-imones-kodas.ts';
import { ltPvm } from './lt/lt-pvm.ts';
import { lvPersonasKods } from './lv/lv-personas-kods.ts';
import { lvPvn } from './lv/lv-pvn.ts';
import { noFodselsnummer } from './no/no-fodselsnummer.ts';
import { noOrgnr } from './no/no-orgnr.ts';
import { seOrgnr } from './se/se-orgnr.ts';
import { sePassport } from './se/se-passport.ts';
import { sePersonnummer } from './se/se-personnummer.ts';
import { seVat } from './se/se-vat.ts';

export const NORTHERN_EUROPE: readonly Detector[] = [
  seOrgnr,
  sePassport,
  sePersonnummer,
  seVat,
  noFodselsnummer,
  noOrgnr,
  dkCpr,
  dkCvr,
  fiHetu,
  fiVeronumero,
  fiYtunnus,
  isKennitala,
  isVsk,
  foPtal,
  eeIsikukood,
  eeRegistrikood,
  eeVat,
  lvPersonasKods,
  lvPvn,
  ltAsmensKodas,
  ltImonesKodas,
  ltPvm,
];
