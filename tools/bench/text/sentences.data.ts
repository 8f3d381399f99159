/**
 * Sentences and snippets that benchmark texts are mixed from. `{slots}` are filled by mixed-text.ts. Most say nothing
 * that needs protection, as most of what people write; some hold a value.
 */

export const PROSE = [
  'The warehouse in {city} closes two hours early on Fridays, so the last truck has to leave before {time}.',
  'We compared three suppliers and none of them could promise delivery within {number} days.',
  'Could you shorten the following paragraph without losing the part about the refund?',
  'The second draft reads better, although the introduction still repeats what the title says.',
  'Nobody on the team had used the old reporting tool since {month}, which is why the numbers looked stale.',
  'Water boils at a lower temperature in the mountains, and that is why the rice took longer.',
  'Our meeting on {date} ended with more questions than it began with.',
  'Please explain the difference between a lease and a licence to somebody who has signed neither.',
  'The survey had {number} answers, of which about a third came from people who visit weekly.',
  'If the pump runs dry, it switches itself off and the green light begins to blink.',
  'She wrote that the museum would lend the painting only if the insurance covered the whole journey.',
  'A short summary for managers should say what changed, what it costs and who decides.',
  'The train from {city} was late again, and the connecting bus did not wait.',
  'I need a friendly reminder for customers whose trial ends next week.',
  'In the first quarter sales grew by {small} percent, mostly because of the new shop near the station.',
  'The recipe serves {small} people and can be prepared the day before.',
  'Version {small}.{small}.{small} fixed the export, but printing from the browser still cuts off the last line.',
  'Translate the notice below into plain language and keep every date as it is.',
  'The committee asked for a list of risks, ordered by how soon each of them could happen.',
  'It rained for {small} days, and the path along the river stayed closed until {month}.',
  'Our contract with {company} runs until the end of {month} and renews itself unless somebody objects.',
  'Make the tone warmer, remove the jargon, and end with a question.',
  'Every branch keeps its own calendar, so holidays have to be entered {small} times.',
  'The lamp on the third floor flickers whenever the lift starts.',
];

/** About one paragraph in three ends with one of these. */
export const PROSE_WITH_VALUES = [
  'Write to {email} and mention order {number}.',
  'My name is {person} and I moved here from {city} in {month}.',
  'You can reach {person} at {phone} after {time}.',
  'The refund went to card {card} last week.',
  'Transfer the deposit to {iban} before {date}.',
  'The printer sits at {ip} and refuses every job.',
];

export const CHAT = [
  'morning! did the build go through?',
  'yes, took {number} seconds this time',
  'can you look at the slides before {time}?',
  'sure, send them over',
  'the customer wants to know why the invoice has {small} pages',
  'because somebody attached the terms twice :)',
  'ok I will ask {person}',
  'who is on call this weekend?',
  'not me, I swapped with {person}',
  'lunch at {time}?',
  'the link you sent does not open for me',
  'try https://{host}/docs/{number}',
  'works now, thanks a lot',
  'please do not reply to everybody next time ...',
  'I moved the ticket to next week, nobody is blocked by it',
  'write me at {email} if it happens again',
];

export const CODE = [
  [
    'export function total{Word}(items: {Word}[]): number {',
    '  let sum = 0;',
    '  for (const item of items) {',
    '    if (item.{word} === undefined) continue;',
    '    sum += item.{word} * {small};',
    '  }',
    '  return Math.round(sum * 100) / 100;',
    '}',
  ],
  [
    'def load_{word}(path, limit={number}):',
    '    """Read rows of {word} until the limit is reached."""',
    '    rows = []',
    '    with open(path, encoding="utf-8") as handle:',
    '        for line in handle:',
    '            rows.append(line.strip().split(";"))',
    '            if len(rows) >= limit:',
    '                break',
    '    return rows',
  ],
  [
    'SELECT {word}, count(*) AS n',
    'FROM {word}_events',
    "WHERE created_at >= '{date}' AND status IN ('open', 'late')",
    'GROUP BY {word}',
    'ORDER BY n DESC',
    'LIMIT {number};',
  ],
  [
    '{',
    '  "{word}": { "enabled": true, "retries": {small}, "timeoutMs": {number} },',
    '  "endpoint": "https://{host}/v{small}/{word}",',
    '  "labels": ["{word}", "{word}", "{Word}"]',
    '}',
  ],
  [
    'FROM debian:stable-slim',
    'RUN apt-get update && apt-get install -y --no-install-recommends {word} && rm -rf /var/lib/apt/lists/*',
    'COPY --chown={number}:{number} ./{word} /srv/{word}',
    'EXPOSE {number}',
    'CMD ["/srv/{word}/start", "--workers", "{small}"]',
  ],
  [
    'Traceback (most recent call last):',
    '  File "/srv/{word}/main.py", line {number}, in <module>',
    '    run_{word}(settings)',
    '  File "/srv/{word}/jobs.py", line {number}, in run_{word}',
    '    raise ValueError("no {word} for id %d" % {number})',
    'ValueError: no {word} for id {number}',
  ],
];

export const SLOTS = {
  city: ['Lisbon', 'Graz', 'Leeds', 'Utrecht', 'Bordeaux', 'Turku', 'Aarhus', 'Verona', 'Málaga', 'Zürich'],
  month: ['January', 'March', 'April', 'June', 'August', 'October', 'December'],
  company: ['Northwind', 'Brightfield Logistics', 'Alder & Finch', 'Tidewater Paper', 'Lumen Bakery'],
  given: ['Hannah', 'Tomas', 'Priya', 'Grace', 'Omar', 'Lucía', 'Noel', 'Ingrid', 'Peter', 'Maya'],
  family: ['Becker', 'Okafor', 'Lindqvist', 'Moreau', 'Castle', 'Novak', 'Hughes', 'Santos', 'Weber', 'Reed'],
  word: ['invoice', 'parcel', 'session', 'ledger', 'branch', 'sensor', 'draft', 'shelf', 'route', 'budget', 'queue'],
  host: ['intranet.northwind.example', 'status.alder-finch.example', 'files.tidewater.example'],
  card: ['4111 1111 1111 1111', '5555 5555 5555 4444', '378282246310005'],
  iban: ['DE89 3704 0044 0532 0130 00', 'GB82 WEST 1234 5698 7654 32', 'FR14 2004 1010 0505 0001 3M02 606'],
};
