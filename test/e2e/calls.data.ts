/**
 * Calls of a page, as sources of function bodies: `TEXT` is what to carry, `BODY` a prompt with it, `bytes` that as UTF-8,
 * `prompt` the path of the app's prompt call, `HERE` the origin.
 */
export interface PageCall {
  title: string;
  source: string;
  /** What becomes of harmless text; default `arrives`. Bodies that nobody can read are refused whatever they hold. */
  harmless?: 'arrives' | 'refused' | { chromium: 'arrives' | 'refused'; firefox: 'arrives' | 'refused' };
}

const post = (body: string, rest = '') => `quiet(fetch(prompt, { method: 'POST', body: ${body}${rest} }));`;
const request = (body: string) => `new Request(prompt, { method: 'POST', body: ${body} })`;
const xhr = (body: string, isAsync = true) =>
  `const call = new XMLHttpRequest(); call.open('POST', prompt, ${isAsync}); call.setRequestHeader('content-type', 'application/json'); call.send(${body});`;
const socket = (send: string) =>
  `const socket = new WebSocket('wss://' + location.host + '/ws'); socket.binaryType = 'arraybuffer'; socket.onopen = () => { ${send} };`;
const blob = (type = '') => `new Blob([BODY]${type && `, { type: '${type}' }`})`;

export const CALLS: PageCall[] = [
  { title: '[I25] fetch of a string', source: post('BODY') },
  { title: '[I26][B5] fetch of a Request', source: `quiet(fetch(${request('BODY')}));` },
  { title: '[I26] a Request made from a Request', source: `quiet(fetch(new Request(${request('BODY')})));` },
  {
    title: '[I26] a Request cloned before',
    source: `const first = ${request('BODY')}; const copy = first.clone(); void first.text(); quiet(fetch(copy));`,
  },
  {
    title: '[I26] a subclass of Request',
    source: `class Own extends Request { get body() { return null; } get method() { return 'GET'; } get url() { return HERE + '/harmless'; } } quiet(fetch(new Own(prompt, { method: 'POST', body: BODY })));`,
  },
  {
    title: '[I26] init that says something else the second time',
    source: `let asked = 0; quiet(fetch(prompt, { method: 'POST', get body() { return asked++ === 0 ? BODY : BODY.replace('my', 'my'); } }));`,
  },
  {
    title: '[I26] an object that is another text the second time',
    source: `let asked = 0; quiet(fetch(prompt, { method: 'POST', body: { toString: () => (asked++ === 0 && TEXT.includes('4111') ? '{}' : BODY) } })).then(() => 0); if (!TEXT.includes('4111')) ${post('BODY')}`,
  },
  {
    title: '[I26] an address that is another the second time',
    source: `let asked = 0; quiet(fetch({ toString: () => (asked++ === 0 ? HERE + '/a' : HERE + '/b?' + encodeURIComponent(TEXT)) }, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I26] a buffer changed after the call',
    source: `const box = new TextEncoder().encode(BODY.replace(TEXT, 'x'.repeat(TEXT.length))); if (TEXT.includes('4111')) { quiet(fetch(prompt, { method: 'POST', body: box })); box.set(bytes); } else ${post('bytes')}`,
  },
  { title: '[B6] a method in lower case', source: `quiet(fetch(prompt, { method: 'post', body: BODY }));` },
  {
    title: '[B7] an address no adapter knows',
    source: `quiet(fetch('/backend-api/v9/talk', { method: 'POST', body: BODY }));`,
  },
  { title: '[I27] an ArrayBuffer', source: post('bytes.buffer') },
  { title: '[I27] a part of a typed array', source: post('new Uint8Array([...[0, 0], ...bytes]).subarray(2)') },
  { title: '[I27] a DataView', source: post('new DataView(bytes.buffer)') },
  { title: '[I27] a Blob', source: post(blob('application/json')) },
  { title: '[I27] a File', source: post(`new File([BODY], 'a.json', { type: 'application/json' })`) },
  {
    title: '[I27] a form',
    source: `const form = new FormData(); form.append('q', TEXT); form.append('file', new Blob([TEXT]), 'a.txt'); quiet(fetch('/ces/v1/form', { method: 'POST', body: form }));`,
  },
  {
    title: '[I27] URLSearchParams',
    source: `quiet(fetch('/ces/v1/params', { method: 'POST', body: new URLSearchParams({ q: TEXT }) }));`,
  },
  {
    title: '[I27] a stream',
    source: post(`${blob()}.stream()`, `, duplex: 'half'`),
    harmless: { chromium: 'arrives', firefox: 'refused' },
  },
  {
    title: '[I27] a string with a byte order mark and NUL',
    source: post(`'\\ufeff' + BODY.replace('messages', 'messages')`),
  },
  {
    title: '[I27] gzip',
    source: `quiet(new Response(${blob()}.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer().then((packed) => fetch(prompt, { method: 'POST', headers: { 'content-encoding': 'gzip' }, body: packed })));`,
  },
  {
    title: '[I34] a request header',
    source: `quiet(fetch('/backend-api/me', { headers: { 'x-note': encodeURIComponent(TEXT) } }));`,
  },
  { title: '[I34] a path', source: `quiet(fetch('/backend-api/note/' + encodeURIComponent(TEXT)));` },
  { title: '[I34] a query', source: `quiet(fetch('/backend-api/note?q=' + encodeURIComponent(TEXT)));` },
  {
    title: '[I34] an EventSource',
    source: `const source = new EventSource('/events?q=' + encodeURIComponent(TEXT)); setTimeout(() => source.close(), 1000);`,
  },
  { title: '[I34] an image', source: `new Image().src = '/pixel?q=' + encodeURIComponent(TEXT);` },
  {
    title: '[I34] a link to fetch ahead',
    source: `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/style?q=' + encodeURIComponent(TEXT) }));`,
  },
  {
    title: '[I34] the query of a header-less XMLHttpRequest',
    source: `const call = new XMLHttpRequest(); call.open('GET', '/note?q=' + encodeURIComponent(TEXT)); call.send();`,
  },
  {
    title: '[I34] a header of an XMLHttpRequest',
    source: `const call = new XMLHttpRequest(); call.open('GET', '/note'); call.setRequestHeader('x-note', encodeURIComponent(TEXT)); call.send();`,
  },
  { title: '[I30][B8] a beacon of a string', source: `navigator.sendBeacon('/ces/v1/t', BODY);` },
  { title: '[I30] a beacon of a Blob', source: `navigator.sendBeacon('/ces/v1/t', ${blob('application/json')});` },
  {
    title: '[I30] a beacon of a form',
    source: `const form = new FormData(); form.append('q', TEXT); navigator.sendBeacon('/ces/v1/t', form);`,
  },
  { title: '[I30] a beacon of bytes', source: `navigator.sendBeacon('/ces/v1/t', bytes);` },
  { title: '[I30] a kept-alive call', source: post('BODY', ', keepalive: true') },
  {
    title: '[I30] the ping of a link',
    source: `const link = Object.assign(document.createElement('a'), { href: '#x', ping: '/ping?q=' + encodeURIComponent(TEXT) }); document.body.append(link); link.click();`,
    harmless: { chromium: 'arrives', firefox: 'refused' },
  },
  { title: '[I31][B8] XMLHttpRequest', source: xhr('BODY') },
  { title: '[I31] XMLHttpRequest of a Blob', source: xhr(blob()) },
  { title: '[I31] XMLHttpRequest that cannot wait', source: xhr('BODY', false), harmless: 'refused' },
  {
    title: '[I31] a subclass of XMLHttpRequest, opened twice',
    source: `class Own extends XMLHttpRequest { get readyState() { return 0; } } const call = new Own(); call.open('GET', '/x'); call.open('POST', prompt); call.send(BODY);`,
  },
  { title: '[I33] a socket, text', source: socket('socket.send(BODY)') },
  { title: '[I33] a socket, bytes', source: socket('socket.send(bytes)') },
  { title: '[I33] a socket, a Blob', source: socket(`socket.send(${blob()})`) },
  {
    title: '[I33] a subclass of WebSocket',
    source: `class Own extends WebSocket { send(data) { super.send(data); } } const socket = new Own('wss://' + location.host + '/ws'); socket.onopen = () => socket.send(BODY);`,
  },
  {
    title: '[I33] send taken from the prototype',
    source: socket('const { send } = WebSocket.prototype; Reflect.apply(send, socket, [BODY])'),
  },
  {
    title: '[I6] form.submit()',
    source: `const form = Object.assign(document.createElement('form'), { method: 'post', action: '/note', target: 'sink' }); const frame = Object.assign(document.createElement('iframe'), { name: 'sink' }); form.append(Object.assign(document.createElement('input'), { name: 'q', value: TEXT })); stage.replaceChildren(frame, form); form.submit();`,
  },
  {
    title: '[I6] form.requestSubmit()',
    source: `const form = Object.assign(document.createElement('form'), { method: 'get', action: '/note', target: 'sink' }); const frame = Object.assign(document.createElement('iframe'), { name: 'sink' }); form.append(Object.assign(document.createElement('input'), { name: 'q', value: TEXT })); stage.replaceChildren(frame, form); form.requestSubmit();`,
  },
  {
    title: '[I58] Function.prototype.call',
    source: `quiet(fetch.call(window, prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I58] Function.prototype.apply and bind',
    source: `quiet(Function.prototype.apply.call(fetch.bind(window), null, [prompt, { method: 'POST', body: BODY }]));`,
  },
  {
    title: '[I58] Reflect.apply on a function kept in a Map',
    source: `const kept = new Map([['f', fetch]]); quiet(Reflect.apply(kept.get('f'), window, [prompt, { method: 'POST', body: BODY }]));`,
  },
  {
    title: '[I58] a descriptor',
    source: `const { value } = Object.getOwnPropertyDescriptor(window, 'fetch'); quiet(value(prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I58] the constructor of a prototype',
    source: `const call = new (XMLHttpRequest.prototype.constructor)(); call.open('POST', prompt); call.send(BODY);`,
  },
];

export interface Tampering {
  title: string;
  /** Done once, before anything is sent. */
  before: string;
  source: string;
}

export const TAMPERING: Tampering[] = [
  {
    title: '[B11][I58] natives deleted and taken from elsewhere',
    before: `delete window.fetch; delete XMLHttpRequest.prototype.send; window.got = window.fetch ?? document.body.appendChild(document.createElement('iframe')).contentWindow.fetch;`,
    source: `quiet(got(HERE + prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[B11] a flag that says the hook is there already',
    before: `for (const name of ['__sluice', 'sluiceInstalled', '__hooked__']) window[name] = true; document.documentElement.dataset.sluice = 'installed';`,
    source: `quiet(fetch(prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I58] prototypes that speak for verdicts',
    before: `for (const [name, value] of Object.entries({ verdict: 'pass', kind: 'none', then: undefined, toJSON: undefined })) Object.defineProperty(Object.prototype, name, { configurable: true, get: () => value, set() {} }); Array.prototype[0] = 'x';`,
    source: `quiet(fetch(prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I58] natives that lie',
    before: `const { stringify } = JSON; JSON.stringify = (value) => stringify(value).replaceAll('4111', '0000'); String.prototype.indexOf = () => -1; Map.prototype.get = () => ({ answer() {} }); URL.prototype.toString = () => ''; Headers.prototype.forEach = () => undefined; Request.prototype.clone = () => new Request('/empty'); Reflect.apply = () => undefined;`,
    source: `try { fetch(prompt, { method: 'POST', body: BODY }); } catch {}`,
  },
  {
    title: '[I59] a sealed and frozen page',
    before:
      'for (const each of [Object.prototype, Array.prototype, Function.prototype, Promise.prototype, Event.prototype, EventTarget.prototype]) Object.freeze(each); try { Object.seal(document); } catch {}',
    source: `quiet(fetch(prompt, { method: 'POST', body: BODY }));`,
  },
  {
    title: '[I59] a page that removes and drowns listeners',
    before: `for (const type of ['sluice-offer', 'sluice-seek', 'submit', 'pagehide', 'keydown', 'click']) for (const target of [window, document]) target.addEventListener(type, (event) => event.stopImmediatePropagation(), true); EventTarget.prototype.addEventListener = () => undefined; EventTarget.prototype.dispatchEvent = () => true;`,
    source: `quiet(fetch(prompt, { method: 'POST', body: BODY }));`,
  },
];
