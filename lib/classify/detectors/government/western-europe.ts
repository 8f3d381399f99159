/** Identity numbers of Western Europe. */
import type { Detector } from '../../detector.ts';
import { atCompanyNumber } from './at/at-company-number.ts';
import { atPassport } from './at/at-passport.ts';
import { atSocialSecurity } from './at/at-social-security.ts';
import { atTaxNumber } from './at/at-tax-number.ts';
import { atVat } from './at/at-vat.ts';
import { beIdCard } from './be/be-id-card.ts';
import { beNn } from './be/be-nn.ts';
import { bePassport } from './be/be-passport.ts';
import { beVat } from './be/be-vat.ts';
import { chAhv } from './ch/ch-ahv.ts';
import { chPassport } from './ch/ch-passport.ts';
import { chUid } from './ch/ch-uid.ts';
import { deBsnr } from './de/de-bsnr.ts';
import { deCommercialRegister } from './de/de-commercial-register.ts';
import { deDriverLicense } from './de/de-driver-license.ts';
import { deHealthInsurance } from './de/de-health-insurance.ts';
import { deIdCard } from './de/de-id-card.ts';
import { deLanr } from './de/de-lanr.ts';
import { dePassport } from './de/de-passport.ts';
import { deSocialSecurity } from './de/de-social-security.ts';
import { deTaxId } from './de/de-tax-id.ts';
import { deTaxNumber } from './de/de-tax-number.ts';
import { deVatId } from './de/de-vat-id.ts';
import { esCif } from './es/es-cif.ts';
import { esDriverLicense } from './es/es-driver-license.ts';
import { esNie } from './es/es-nie.ts';
import { esNif } from './es/es-nif.ts';
import { esPassport } from './es/es-passport.ts';
import { esSocialSecurity } from './es/es-social-security.ts';
import { frCni } from './fr/fr-cni.ts';
import { frDriverLicense } from './fr/fr-driver-license.ts';
import { frNir } from './fr/fr-nir.ts';
import { frPassport } from './fr/fr-passport.ts';
import { frSiren } from './fr/fr-siren.ts';
import { frSiret } from './fr/fr-siret.ts';
import { frSpi } from './fr/fr-spi.ts';
import { frVat } from './fr/fr-vat.ts';
import { itDriverLicense } from './it/it-driver-license.ts';
import { itFiscalCode } from './it/it-fiscal-code.ts';
import { itIdentityCard } from './it/it-identity-card.ts';
import { itPassport } from './it/it-passport.ts';
import { itVatCode } from './it/it-vat-code.ts';
import { liPeid } from './li/li-peid.ts';
import { luMatricule } from './lu/lu-matricule.ts';
import { luVat } from './lu/lu-vat.ts';
import { nlBsn } from './nl/nl-bsn.ts';
import { nlDriverLicense } from './nl/nl-driver-license.ts';
import { nlKvk } from './nl/nl-kvk.ts';
import { nlPassport } from './nl/nl-passport.ts';
import { nlVat } from './nl/nl-vat.ts';
import { ptCitizenCard } from './pt/pt-citizen-card.ts';
import { ptNif } from './pt/pt-nif.ts';
import { ptNiss } from './pt/pt-niss.ts';
import { ptPassport } from './pt/pt-passport.ts';
import { ptSns } from './pt/pt-sns.ts';

export const WESTERN_EUROPE: readonly Detector[] = [
  deBsnr,
  deCommercialRegister,
  deDriverLicense,
  deHealthInsurance,
  deIdCard,
  deLanr,
  dePassport,
  deSocialSecurity,
  deTaxId,
  deTaxNumber,
  deVatId,
  atCompanyNumber,
  atPassport,
  atSocialSecurity,
  atTaxNumber,
  atVat,
  chAhv,
  chPassport,
  chUid,
  liPeid,
  frCni,
  frDriverLicense,
  frNir,
  frPassport,
  frSiren,
  frSiret,
  frSpi,
  frVat,
  esCif,
  esDriverLicense,
  esNie,
  esNif,
  esPassport,
  esSocialSecurity,
  itDriverLicense,
  itFiscalCode,
  itIdentityCard,
  itPassport,
  itVatCode,
  ptCitizenCard,
  ptNif,
  ptNiss,
  ptPassport,
  ptSns,
  nlBsn,
  nlDriverLicense,
  nlKvk,
  nlPassport,
  nlVat,
  beIdCard,
  beNn,
  bePassport,
  beVat,
  luMatricule,
  luVat,
];
