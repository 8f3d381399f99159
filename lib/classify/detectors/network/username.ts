import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const USER = cueWords(
  'username',
  ...'username|user name|user id|userid|user_name|login name|login id|screen name|screenname|handle|benutzername|nutzername|benutzerkennung'.split(
    '|',
  ),
  ..."anmeldename|nom d'utilisateur|identifiant|nombre de usuario|usuario|nome utente|gebruikersnaam|nome de usuario|twitter handle|instagram handle|skype id|skype".split(
    '|',
  ),
);
/** Words that follow such a label in sentences about logins. */
const NO_NAME =
  /^(?:and|or|is|not|the|for|must|field|password|already|taken|admin|root|user|null|none|undefined|string|required)$/i;

/** Names of accounts, known by their label and a colon or the like behind it; ordinary words are none. */
export const username = labelledDetector({
  id: 'username',
  type: 'USERNAME',
  class: 'PII',
  needs: [],
  labels: USER,
  value:
    '(?<=[:="\\x27@] {0,2}|(?:is|ist|est|es|[eè]) )@?(?=[A-Za-z0-9._-]{0,30}[0-9._-])[A-Za-z][A-Za-z0-9._-]{2,30}[A-Za-z0-9](?![A-Za-z0-9@(]|\\.[A-Za-z])',
  validator: { name: 'not-a-word', accepts: (value) => !NO_NAME.test(value) },
  confidence: 0.86,
  examples: {
    positive: [
      'username: jdoe42',
      'my user name is anna.maier',
      '"username": "k_lee99"',
      'Benutzername: mmueller7',
      'Twitter handle: @sara_k',
    ],
    negative: [
      'username and password',
      'username: admin',
      'the username is required',
      'user id field',
      'username: string',
    ],
  },
});
