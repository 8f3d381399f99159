/** Words that stand capitalised in ordinary text and are not names of people; lower case, without accents. */
const WORDS = [
  // Sentence starts and function words
  'the a an and or but if then else when while where who what why how which this that these those there here it he she they we',
  'you i my your his her its our their me him us them is are was were be been being am do does did have has had will would can',
  'could should shall may might must not no yes ok okay please thanks thank hello hi hey dear regards sincerely best kind warm',
  'to from for with without within about above after again against all also any as at because before below between both by down',
  'during each few first last next more most other some such than too under until up very new old every since so only own same',
  'world all there everybody folks friends colleagues support sales staff guys ladies gentlemen sorry welcome congratulations named',
  'into onto over out off on in of let lets get got give go going make made take see say said says tell ask call send write use',
  'find show help need want know think try keep add run set check open close start stop create update delete read click press',
  'however therefore moreover furthermore meanwhile finally although though despite instead otherwise perhaps maybe just now',
  'today tomorrow yesterday always never often sometimes usually currently recently previously one two three four five six seven',
  'eight nine ten many much several another someone anyone everyone nobody something anything everything nothing',
  // Calendar
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october',
  'november december spring summer autumn fall winter montag dienstag mittwoch donnerstag freitag samstag sonntag januar',
  'februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre christmas easter thanksgiving',
  // Labels, roles, organisations
  'name address phone email mail fax date time id number no ref subject re fw fwd note notes title role department company team',
  'office street road avenue lane drive boulevard court square park place city town county state country zip postcode north south',
  'east west northern southern eastern western central university college school institute hospital clinic bank church museum',
  'library inc ltd llc corp corporation gmbh ag group holdings partners association foundation society agency ministry',
  'committee commission council board congress senate parliament court police army navy government federal national',
  'international global united royal american british english french german spanish italian european african asian chinese',
  'japanese russian indian canadian mexican australian europe africa asia america england france germany spain italy china japan',
  'india russia canada mexico australia london paris berlin madrid rome new york los angeles san francisco chicago boston texas',
  'california florida washington seattle dallas houston atlanta denver miami munich hamburg frankfurt vienna zurich amsterdam',
  'dublin manchester birmingham oxford cambridge edinburgh glasgow wales scotland ireland',
  'mr mrs ms miss dr prof professor sir madam lord lady captain president minister senator judge king queen prince princess pope',
  'saint st herr frau monsieur madame mademoiselle senor senora senorita signor signora signorina don dona manager director chief',
  'officer executive ceo cto cfo coo vp hr it engineer developer analyst consultant assistant secretary customer client patient',
  'employee user account order invoice contract agreement policy report project product service system data security privacy',
  // Products and technology
  'google microsoft apple amazon facebook twitter linkedin github gitlab slack zoom teams outlook excel word powerpoint windows',
  'linux android iphone ipad mac chrome firefox edge safari python java javascript typescript react angular vue node docker',
  'kubernetes azure aws oracle salesforce sap jira confluence openai chatgpt claude gemini copilot api url http https json xml',
  'html css sql pdf csv internet web app software hardware server client cloud network god lord bible christian islam',
  // German, French, Spanish, Italian openers
  'der die das ein eine und oder aber wenn ich du er sie es wir ihr mein dein sein unser bitte danke hallo guten sehr geehrte',
  'geehrter liebe lieber mit freundlichen grussen viele grusse von zu bei nach vor fur auf im am',
  'le la les un une et ou mais si je tu il elle nous vous ils bonjour merci cordialement cher chere avec pour dans sur',
  'el los las y o pero yo hola gracias estimado estimada saludos con para por en sobre querido querida',
  'lo gli uno e ma io ciao grazie gentile egregio cordiali saluti buongiorno distinti per nel sul caro cara',
];

export const CAPITALISED_WORDS = WORDS.join(' ');
