/** The practice page: a ProseMirror composer as on ChatGPT, drafts while typing, answers streamed. */
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const DRAFT_DELAY_MS = 300;

const thread = document.querySelector<HTMLElement>('#thread')!;
const conversation = crypto.randomUUID();
let draftTimer: ReturnType<typeof setTimeout> | undefined;

const emptyState = () =>
  EditorState.create({
    schema,
    plugins: [
      history(),
      keymap({
        Enter: () => {
          void send();
          return true;
        },
        'Shift-Enter': baseKeymap.Enter!,
        'Mod-z': undo,
        'Mod-y': redo,
      }),
      keymap(baseKeymap),
    ],
  });

const view = new EditorView(document.querySelector('#editor'), {
  state: emptyState(),
  attributes: { role: 'textbox', 'aria-label': 'Message', 'aria-multiline': 'true' },
  dispatchTransaction(transaction) {
    view.updateState(view.state.apply(transaction));
    if (transaction.docChanged) scheduleDraft();
  },
});
document.querySelector('#send')!.addEventListener('click', () => void send());
view.focus();

const text = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');

/** As real sites do, the draft goes to the server while the person is still writing. */
function scheduleDraft(): void {
  clearTimeout(draftTimer);
  draftTimer = setTimeout(() => {
    if (text().trim() === '') return;
    fetch('/api/draft', post({ text: text() })).catch(() => undefined);
  }, DRAFT_DELAY_MS);
}

async function send(): Promise<void> {
  const content = text();
  if (content.trim() === '') return;
  clearTimeout(draftTimer);
  view.updateState(emptyState());
  const mine = show('user', content);
  try {
    const response = await fetch('/api/chat', post({ conversation, messages: [{ role: 'user', content }] }));
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    await stream(response.body, show('assistant', ''));
  } catch {
    mine.classList.add('failed');
    show('assistant failed', 'This message was not sent. Nothing has reached the server.');
  }
}

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function show(kind: string, content: string): HTMLElement {
  document.querySelector('#empty')?.remove();
  const message = document.createElement('div');
  message.className = `message ${kind}`;
  message.textContent = content;
  thread.append(message);
  message.scrollIntoView({ block: 'end' });
  return message;
}

async function stream(body: ReadableStream<Uint8Array>, into: HTMLElement): Promise<void> {
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const events = (rest + chunk.value).split('\n\n');
    rest = events.pop()!;
    for (const event of events) {
      const data = event.replace(/^data: /, '');
      if (data !== '[DONE]') into.textContent += JSON.parse(data).delta;
    }
  }
}
