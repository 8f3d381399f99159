/**
 * Words that say of a number that it is a phone number, or that it is something else. English, German, French, Spanish,
 * Italian, Dutch, Portuguese.
 */
import { cueWords, fixedStrings } from '../../detector.ts';

/** Said of little but phones. */
export const PHONE = cueWords(
  'phone',
  'phone|phone number|phone numbers|cell number|fax number|reach me|reach him|reach her|reach us|reach them|contact me at|contact us at|telephone|tel|tele|telephone number|mobile|mobile number|cell|cellphone|fax|telefax|facsimile|call|calls|calling|call me|called from|dial|dialed|dialled',
  'sms|text me|texted|text message|text him|text her|whatsapp|hotline|helpline|landline|voicemail|switchboard|extension|ext|phonenumber|phone_number',
  'phoneno|phone no|mobilephone|homephone|workphone|cellular|telephone no|msisdn|caller|caller id|call back|ring me|give me a ring|pager',
  'my number|my nr|new nr|nr is|my no|his no|her no|ph no|mob no|mobile no|cell no|contact no|whatsapp no|ring til|ring pa|your number|his number|her number|their number|our number|contact number|new number|whatsapp number|number to reach|toll free',
  'telefon|telefonnummer|telefonisch|handy|handynummer|mobil|mobilnummer|mobiltelefon|mobilfunk|rufnummer|anrufen|anruf|rufen sie|durchwahl|festnetz|ruckruf|fon',
  'telephone|telephonique|telephoner|portable|numero de telephone|appeler|appelez|appelle|appelez-moi|joindre|joignable|numero de portable|telecopie',
  'telefono|telefonico|movil|celular|llamar|llame|llama|llamame|numero de telefono|tfno|tlf|telf|fijo',
  'cellulare|chiamare|chiama|chiami|chiamami|recapito|recapito telefonico|numero di telefono|utenza',
  'wsp|wpp|wapp|zap|zapzap|celu|cel|fono|telefono celular|fono fijo|anexo|gsm|natel|zentrale|standard telephonique|kontaktnummer|telefonnr|telnr|tel.nr|handynr|tel no|mobile phone|mobile no|cell phone|phone no|home phone|work phone|give me a bell|give us a bell|hit me up|get hold of me|get hold of him|get hold of her|freephone|free phone|ddi|my digits|buzz me|direct line|desk phone',
  'telefonszam|vezetekes|mobilszam|simi|simanumer|puh|puhelinnro|matkapuhelin|telefonu|cep tel|cep telefonu|gsm no|telp|no hp|nomor hp|nomor telepon|simu|namba|dien thoai|sdt|so dien thoai|тел|телефон|моб|мобильный|звоните|позвоните|номер телефона|τηλ|κιν|τηλεφωνο|κινητο|телефону',
  'telefoonnummer|telefoon|mobiel|mobiele nummer|bellen|bel|belt|gebeld|telefone|telemovel|ligar|ligue|ligue para|telefoni|komorka|puhelin|puhelinnumero|mobilnummer|tlf.nr',
);

/** The same where words are not set apart, or prefixes touch them: Chinese, Japanese, Korean, Thai, Arabic, Hebrew, Hindi. */
export const PHONE_ASIAN = fixedStrings(
  'phone-asian',
  '电话|電話|手机|手機|携帯|전화|휴대폰|연락처|핸드폰|号码是|番号は|手机号|座机|ケータイ|โทร|เบอร์|جوال|هاتف|موبايل|נייד|טלפון|फोन|मोबाइल',
);

/** Said of phones and of other things too. */
export const REACH = cueWords(
  'reach',
  'contact|reach|reached|number|ring|signal|viber|telegram|emergency|hang up|desk|reception',
  'kontakt|erreichen|erreichbar|nummer|meine nummer|meld|contacter|numero|contactar|contacto|localizar|contattare|contatto|bereikbaar|bereiken|contato|contacten|numer|nomor|номер|broj|cislo|numar',
);

/** Behind a word of telephony: it is about something else. `call option`, `cell count`, `mobile app build`. */
export const NO_PHONE_MATTER =
  /(?<![a-z])(?:options?|stack|count|phase|depth|price|cost|case|plans?|app|build|data|duration|times|rate|logs?|sheet|lens|machine|model|size|culture|wall|center|centre|volume|version|id|transaction|balance|ranges?|points?|methods?|names?|fields?|files?)(?![a-z])|^\($/;

/** Said of numbers that are no phones, beside those of things. */
export const OTHER_NUMBER = cueWords(
  'other-number',
  'npi|mrn|medical record|account|acct|ssn|id|iban|routing|passport|license|licence|policy|claim|nhs|member|imei',
  'imsi|iccid|vin|po box|confirmation|booking|reservation|customer number|student|badge|tax|ein|itin|sin|abn|acn|tin',
  'duns|sort code|swift|aba|bsb|clabe|zip|postcode|plz|otp|verification code|security code|pin|cvv|score|population',
  'usd|eur|gbp|price|total|amount|sum|balance|salary|budget|revenue|dea|dob|born|date of birth|coordinates|latitude',
  'longitude|lat|lon|lng|seed|port|pid|uid|uuid|rev|unix time|page|pages|orcid|card|kundennummer|konto|cuenta',
  'cuenta bancaria|compte|conto|conta|kontonr|kontonummer|blz|steuernummer|betrag|siret|siren|montant',
  'numero de client|importe|dni|nif|nie|importo|codice|partita iva|codice fiscale|klantnummer|kvk|btw|bsn|bedrag',
  'rekening|rekeningnummer|cpf|cnpj|fein|beneficiary|medicare|medicaid|subscriber',
);
