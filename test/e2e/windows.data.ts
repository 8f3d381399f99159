/**
 * Ways of a page to a window, as sources of function bodies that call `send` with it. `stage` is an empty element, `make`
 * creates elements, `inside` is a script that sends by itself, `NAME` the name of the text to send.
 */
export interface WindowWay {
  title: string;
  source: string;
  /** A document that says nothing of its app is refused whatever it sends. */
  harmless?: 'refused';
}

/** Windows a page reaches in the task that makes them. */
export const WINDOWS: WindowWay[] = [
  {
    title: '[I49][B9] srcdoc, contentWindow',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); send(frame.contentWindow);`,
  },
  {
    title: '[I49] srcdoc, contentDocument.defaultView',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); send(frame.contentDocument.defaultView);`,
  },
  {
    title: '[I50] a javascript: address',
    source: `const frame = make('iframe', { src: 'javascript:void 0' }); stage.append(frame); send(frame.contentWindow);`,
  },
  {
    title: '[I51] about:blank',
    source: `const frame = make('iframe'); stage.append(frame); send(frame.contentWindow);`,
  },
  {
    title: '[I51] a frame in a closed shadow tree',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); const host = make('div'); stage.append(host); host.attachShadow({ mode: 'closed' }).append(frame); send(frame.contentWindow);`,
  },
  {
    title: '[I51] a frame in a frame',
    source: `const frame = make('iframe'); stage.append(frame); const inner = frame.contentDocument.createElement('iframe'); inner.srcdoc = '<b>'; frame.contentDocument.body.append(inner); send(frame.contentWindow[0]);`,
  },
  {
    title: '[I51] a frame in a frame, put there by a method of the page',
    source: `const frame = make('iframe'); stage.append(frame); const inner = frame.contentDocument.createElement('iframe'); inner.srcdoc = '<b>'; Node.prototype.appendChild.call(frame.contentDocument.body, inner); send(frame.contentWindow[0]);`,
  },
  {
    title: '[I51] a frame written into a frame',
    source: `const frame = make('iframe'); stage.append(frame); const inner = frame.contentDocument; inner.open(); inner.write('<iframe srcdoc="<p>"></iframe>'); inner.close(); send(frame.contentWindow[0]);`,
  },
  {
    title: '[I51] a frame whose document was opened anew',
    source: `const frame = make('iframe'); stage.append(frame); frame.contentDocument.open(); frame.contentDocument.write('<p>'); frame.contentDocument.close(); send(frame.contentWindow);`,
  },
  {
    title: '[I51] window.open about:blank',
    source: `const popup = window.open('about:blank'); send(popup); setTimeout(() => popup.close(), 2000);`,
  },
  {
    title: '[I51] window.open of the same origin',
    source: `const popup = window.open('/blank'); send(popup); setTimeout(() => popup.close(), 2000);`,
  },
  {
    title: '[I51] document.open with three arguments',
    source: `const popup = document.open('about:blank', 'pop', 'width=100'); send(popup); setTimeout(() => popup.close(), 2000);`,
  },
  {
    title: '[I52] frames[0]',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); send(window.frames[0]);`,
  },
  {
    title: '[I52] frames[0] on its way to an address',
    source: `stage.append(make('iframe', { src: '/blank' })); send(window[0]);`,
  },
  {
    title: '[I52] window[name]',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); frame.name = 'named'; stage.appendChild(frame); send(window.named);`,
  },
  {
    title: '[I52] document[name]',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); frame.name = 'named'; stage.appendChild(frame); send(document.named);`,
  },
  {
    title: '[I52] innerHTML',
    source: `stage.innerHTML = '<iframe srcdoc="<p>"></iframe>'; send(window[0]);`,
  },
  {
    title: '[I52] outerHTML',
    source: `const div = make('div'); stage.append(div); div.outerHTML = '<iframe srcdoc="<p>"></iframe>'; send(window[0]);`,
  },
  {
    title: '[I52] insertAdjacentHTML',
    source: `stage.insertAdjacentHTML('beforeend', '<iframe srcdoc="<p>"></iframe>'); send(window[0]);`,
  },
  {
    title: '[I52] insertAdjacentElement',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.insertAdjacentElement('beforeend', frame); send(window[0]);`,
  },
  {
    title: '[I52] createContextualFragment',
    source: `stage.append(document.createRange().createContextualFragment('<iframe srcdoc="<p>"></iframe>')); send(window[0]);`,
  },
  {
    title: '[I52] the content of a template',
    source: `const template = make('template', { innerHTML: '<iframe srcdoc="<p>"></iframe>' }); stage.append(template.content); send(window[0]);`,
  },
  {
    title: '[I52] Range.insertNode',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); const range = document.createRange(); range.setStart(stage, 0); range.insertNode(frame); send(window[0]);`,
  },
  {
    title: '[I52] replaceWith',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); const text = document.createTextNode('x'); stage.append(text); text.replaceWith(frame); send(window[0]);`,
  },
  {
    title: '[I52] execCommand',
    source: `const box = make('div', { contentEditable: 'true' }); stage.append(box); box.focus(); document.execCommand('insertHTML', false, '<iframe srcdoc="<p>"></iframe>'); send(window[0] ?? window);`,
  },
  {
    title: '[I52] event.view',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); frame.contentDocument.addEventListener('click', (event) => send(event.view)); frame.contentDocument.body.click();`,
  },
  {
    title: '[I52] the source of a message',
    source: `addEventListener('message', ({ source }) => send(source), { once: true }); stage.append(make('iframe', { srcdoc: '<script>parent.postMessage(1)<' + '/script>' }));`,
  },
  {
    title: '[I52] a window kept from before its navigation',
    source: `const frame = make('iframe'); stage.append(frame); const kept = frame.contentWindow; frame.onload = () => send(kept); frame.srcdoc = '<p>';`,
  },
  {
    title: '[I52] a function kept from before its navigation',
    source: `const frame = make('iframe', { src: '/blank' }); stage.append(frame); const kept = frame.contentWindow.fetch; frame.onload = () => send({ fetch: kept.bind(frame.contentWindow) });`,
  },
  {
    title: '[I53] a frame taken out and put back',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); frame.remove(); stage.append(frame); send(window[0]);`,
  },
  {
    title: '[I53] a frame moved',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); stage.append(frame); const div = make('div'); stage.append(div); div.append(frame); send(window[0]);`,
  },
  {
    title: '[I53] a frame moved from another document',
    source: `const frame = make('iframe', { srcdoc: '<p>' }); document.implementation.createHTMLDocument('').body.append(frame); stage.append(document.adoptNode(frame)); send(window[0]);`,
  },
  {
    title: '[I53] a frame that came from elsewhere to this origin',
    source: `const frame = make('iframe', { src: 'data:text/html,<p>' }); stage.append(frame); frame.onload = () => { frame.onload = () => send(frame.contentWindow); frame.src = '/blank'; };`,
  },
];

/** Documents with scripts of their own. */
export const FRAMES: WindowWay[] = [
  { title: '[I54] srcdoc with a script', source: `stage.append(make('iframe', { srcdoc: inside }));` },
  {
    title: '[I54] a sandboxed srcdoc',
    source: `const frame = make('iframe', { srcdoc: inside }); frame.sandbox = 'allow-scripts'; stage.append(frame);`,
    harmless: 'refused',
  },
  {
    title: '[I54] a blob: document',
    source: `stage.append(make('iframe', { src: URL.createObjectURL(new Blob([inside], { type: 'text/html' })) }));`,
  },
  {
    title: '[I54] a data: document',
    source: `stage.append(make('iframe', { src: 'data:text/html,' + encodeURIComponent(inside) }));`,
    harmless: 'refused',
  },
  {
    title: '[I51] an object element',
    source: `stage.append(make('object', { type: 'text/html', data: '/scripted?text=' + NAME }));`,
  },
  {
    title: '[I51] an embed element',
    source: `stage.append(make('embed', { type: 'text/html', src: '/scripted?text=' + NAME }));`,
  },
  {
    title: '[I49] a frame the parser puts before the script that reaches for it',
    source: `stage.append(make('iframe', { src: '/parsed?text=' + NAME }));`,
  },
];
