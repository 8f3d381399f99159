/** The words that introduce a person, by how sure they make it. */
import { cueWords } from '../../detector.ts';

/** Mr, Dr, Frau, Signora: what stands in front of a name whoever bears it. */
export const FORMS_OF_ADDRESS = [
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'doctor',
  'sir',
  'madam',
  'rev',
  'judge',
  'justice',
  'senator',
  'capt',
  'captain',
  'sgt',
  'sergeant',
  'lt',
  'lieutenant',
  'col',
  'colonel',
  'detective',
  'officer',
  'nurse',
  'herr',
  'herrn',
  'frau',
  'monsieur',
  'madame',
  'mademoiselle',
  'mme',
  'mlle',
  'senor',
  'senora',
  'senorita',
  'sr',
  'sra',
  'signor',
  'signora',
  'signore',
  'sig',
  'sig.ra',
  'dott',
  'dott.ssa',
  'dottor',
  'don',
  'dona',
  'maitre',
] as const;

/** Directly in front of a name: "Dr. Okafor". */
export const TITLES = cueWords('title', ...FORMS_OF_ADDRESS, 'uncle', 'aunt');

/** Said or written only of a person; the name follows after a space, a comma or a new line. */
export const STRONG = cueWords(
  'person-introduction',
  "my name is|name is|my name|named|i am|i'm|dear|regards|sincerely|yours truly|best wishes",
  'cheers|yours faithfully|kind regards|best regards|many thanks|attn|attention|spoke with|spoke to',
  'met with|patient|employee|my boss|my manager|my colleague|my wife|my husband|my son|my daughter',
  'my friend|my brother|my sister|my mother|my father|my name was|signed by|prepared by|written by',
  'approved by|reviewed by|assigned to|reported by|cardholder|account holder|on behalf of|applicant',
  'claimant|defendant|plaintiff|witness|tenant|landlord|beneficiary|policyholder|candidate',
  'mein name ist|ich heisse|ich heiße|ich bin|liebe|lieber|sehr geehrte|sehr geehrter|mit freundlichen grußen',
  "viele gruße|patientin|mitarbeiter|mitarbeiterin|je m'appelle|je suis|cher|chere|cordialement",
  'me llamo|mi nombre es|soy|estimado|estimada|querido|querida|saludos|atentamente|paciente',
  'new hire|coworker|co-worker|intern|trainee|neighbour|neighbor|roommate|flatmate|housemate|boyfriend|girlfriend|fiance',
  'fiancee|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|stepfather|stepmother',
  'classmate|nanny|babysitter|therapist|lawyer|attorney|accountant|supervisor|line manager|team lead|kollege|kollegin',
  'nachbar|nachbarin|chefin|freundin|bruder|schwester|sohn|tochter|schwager|schwagerin|onkel|tante|cousine|collegue|patronne',
  'voisin|voisine|neveu|mari|epouse|fils|fille|frere|soeur|colega|jefe|jefa|vecino|vecina|hermano|hermana|hijo|hija|marido',
  'esposa|sobrino|sobrina|collega|capo|vicino|vicina|fratello|sorella|figlio|figlia|marito|moglie|nipote|buurman|buurvrouw|broer|zus|zoon|dochter',
  'mi chiamo|sono|caro|cara|gentile|cordiali saluti|paziente|distinti saluti|hi|hello|hey',
);

/** Labels of a field: the name follows after a colon, an equals sign or in quotes. */
export const LABELS = cueWords(
  'name-label',
  'name|full name|fullname|first name|firstname|last name|lastname|surname|given name|family name',
  'first_name|last_name|full_name|customer|client|contact|contact person|patient|employee|manager',
  'author|sender|recipient|from|to|cc|owner|assignee|reporter|guest|member|student|holder',
  'supervisor|interviewer|interviewee|candidate|applicant|emergency contact|next of kin|cardholder',
  'vorname|nachname|kunde|kundin|ansprechpartner|prenom|nom|client|nombre|apellido|apellidos',
  'cliente|nome|cognome|beneficiary|witness|tenant|doctor|physician|provider|nurse|username',
);
/** What somebody does or is in a matter; the name follows after a colon or an equals sign. */
export const ROLES = cueWords(
  'person-role',
  'reviewer|reviewed by|approver|approved by|assignee|assigned to|assigned by|reporter|reported by|requester|requested by',
  'created by|prepared by|written by|signed by|submitted by|handled by|updated by|owner|author|editor|organizer|organiser',
  'host|speaker|trainer|teacher|tutor|therapist|lawyer|attorney|counsel|buyer|seller|payer|payee|insured|driver|caller',
  'passenger|supervisor|line manager|manager|team lead|case worker|caseworker|account manager|sales rep|technician|mentor',
  'chair|note taker|facilitator|director|signatory|guardian|parent|spouse|guarantor|borrower|heir|executor|trustee|donor',
  'bearbeiter|bearbeiterin|sachbearbeiter|sachbearbeiterin|ansprechpartner|ansprechpartnerin|kunde|kundin|mitarbeiter',
  'mitarbeiterin|verfasser|verfasserin|antragsteller|antragstellerin|versicherter|mieter|mieterin|genehmigt von|fahrer',
  'salarie|salariee|client|cliente|patient|patiente|responsable|redacteur|redactrice|interlocuteur|demandeur|demandeuse',
  'empleado|empleada|paciente|solicitante|encargado|encargada|titular|dipendente|paziente|referente|richiedente|intestatario',
  'medewerker|medewerkster|klant|behandelaar|contactpersoon|aanvrager',
);
/** What may stand between an introduction and the name. */
export const TITLE_GAP = /^\.?[ \t]{1,2}$/;
export const STRONG_GAP = /^(?:[ \t]{1,2}|[,:!]?[ \t]{0,3}(?:\r?\n){0,2}[ \t]{0,4}|'?s? name(?: is)?:? )["'*]{0,2}$/;
export const LABEL_GAP = /^["'*\])]{0,3}[ \t]{0,4}[:=|][ \t]{0,4}["'*[(]{0,2}$/;
