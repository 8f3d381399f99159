/** Real editors as apps use them, each with a send button, and the composer layer with a judge the test steers. */
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { installComposer, type SubmitOutcome } from '../../../lib/composer/install.ts';
import type { Composer } from '../../../lib/sites/adapter.ts';

type Kind = 'prosemirror' | 'tiptap' | 'quill' | 'textarea' | 'shadow';

export interface ComposerBench {
  /** What the app's own document held at each send. */
  sent: string[];
  /** Texts `resolve` was called with. */
  resolved: string[];
  typed: string[];
  texts: string[];
  stops: string[];
  /** Answer to the next held text; the test may leave it open. */
  outcome: SubmitOutcome | Promise<SubmitOutcome>;
  release(outcome: SubmitOutcome): void;
  /** The app's own document now. */
  model(): string;
  mount(kind: Kind): void;
}

declare global {
  interface Window {
    composer: ComposerBench;
  }
}

const EDITORS: Record<Kind, Composer> = {
  prosemirror: { editors: ['#editor .ProseMirror'], sendButtons: ['#send'], editorKind: 'prosemirror' },
  tiptap: { editors: ['#editor .ProseMirror'], sendButtons: ['#send'], editorKind: 'tiptap' },
  quill: { editors: ['.ql-editor'], sendButtons: ['#send'], editorKind: 'quill' },
  textarea: { editors: ['textarea'], sendButtons: ['#send'], editorKind: 'textarea' },
  shadow: { editors: ['[contenteditable]'], sendButtons: ['#send'], editorKind: 'contenteditable' },
};

let release: (outcome: SubmitOutcome) => void = () => undefined;
const bench: ComposerBench = {
  sent: [],
  resolved: [],
  typed: [],
  texts: [],
  stops: [],
  outcome: new Promise((resolve) => {
    release = resolve;
  }),
  release: (outcome) => release(outcome),
  model: () => '',
  mount(kind) {
    installComposer({
      document,
      window,
      composer: EDITORS[kind],
      shadowRootOf: (element) => element.shadowRoot,
      judge: (text) => (text.includes('secret') ? 'hold' : 'pass'),
      resolve: async (text) => {
        bench.resolved.push(text);
        return bench.outcome;
      },
      onTyping: (text) => bench.typed.push(text),
      onText: (text) => bench.texts.push(text),
      onStopped: (code) => bench.stops.push(code),
    });
    MOUNT[kind]();
    document.querySelector('#send')?.addEventListener('click', appSends);
  },
};
window.composer = bench;

function appSends(): boolean {
  bench.sent.push(bench.model());
  return true;
}

const host = () => document.querySelector<HTMLElement>('#editor')!;

const MOUNT: Record<Kind, () => void> = {
  prosemirror() {
    const view = new EditorView(host(), {
      state: EditorState.create({
        schema,
        plugins: [keymap({ Enter: appSends, 'Shift-Enter': baseKeymap.Enter! }), keymap(baseKeymap)],
      }),
    });
    bench.model = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
    view.focus();
  },
  tiptap() {
    const editor = new Editor({
      element: host(),
      extensions: [StarterKit],
      editorProps: {
        handleKeyDown: (_, event) => event.key === 'Enter' && !event.shiftKey && appSends(),
      },
    });
    bench.model = () => editor.getText({ blockSeparator: '\n' });
    // The command waits for a frame.
    editor.view.focus();
  },
  quill() {
    const bindings = { send: { key: 'Enter', handler: () => !appSends() } };
    const quill = new Quill(host(), { modules: { keyboard: { bindings } } });
    bench.model = () => quill.getText().replace(/\n$/, '');
    quill.focus();
  },
  textarea() {
    function Chat() {
      const [value, setValue] = useState('');
      bench.model = () => value;
      return createElement(
        'form',
        {
          onSubmit(event: Event) {
            event.preventDefault();
            appSends();
          },
        },
        createElement('textarea', {
          value,
          autoFocus: true,
          onChange: (event: { target: { value: string } }) => setValue(event.target.value),
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            appSends();
          },
        }),
        createElement('button', { type: 'submit', id: 'submit' }, 'Go'),
      );
    }
    document.querySelector('#send')!.remove();
    flushSync(() => createRoot(host()).render(createElement(Chat)));
  },
  shadow() {
    document.querySelector('#send')!.remove();
    const root = host().attachShadow({ mode: 'open' });
    root.innerHTML = '<div contenteditable></div><button id="send">Send</button>';
    const editor = root.querySelector<HTMLElement>('[contenteditable]')!;
    bench.model = () => [...editor.childNodes].flatMap((line) => line.textContent || []).join('\n');
    // An app that sends before any click.
    root.querySelector('#send')!.addEventListener('pointerdown', appSends);
    editor.focus();
  },
};
