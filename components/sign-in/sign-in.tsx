/** Who is signed in on this browser, and the way there: a tab of the endpoint, and a code to compare with it. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../lib/language/language.ts';
import type { IdentityView } from '../../lib/messages/popup-state.ts';
import { Loaded, useLoading } from '../ui/loaded.tsx';
import { SignInView } from './sign-in-view.tsx';

/** Every answer is how things stand then; rejections show as "did not answer". */
export interface SignInSource {
  view(): Promise<IdentityView>;
  begin(): Promise<IdentityView>;
  end(): Promise<IdentityView>;
  /** Open a tab. */
  open(url: string): Promise<void>;
}

interface SignInProps {
  language: Language;
  source: SignInSource;
  /** Stands around it, and only where there is something to sign in at. */
  frame?: (content: ReactNode) => ReactNode;
}

/** While the person is at the identity provider (RFC 8628 asks for five seconds between questions). */
const LOOK_EVERY_MS = 5_000;

export function SignIn({ language, source, frame }: SignInProps) {
  const [loading, retry] = useLoading(source.view);
  if (frame === undefined) {
    return (
      <Loaded language={language} loading={loading} onRetry={retry}>
        {(view) => <LiveSignIn language={language} source={source} first={view} />}
      </Loaded>
    );
  }
  if (loading.state !== 'done' || !concerns(loading.value)) return null;
  return frame(<LiveSignIn language={language} source={source} first={loading.value} />);
}

const concerns = ({ canSignIn, state }: IdentityView) => canSignIn || state !== 'none';

function LiveSignIn({ language, source, first }: Omit<SignInProps, 'frame'> & { first: IdentityView }) {
  const [view, setView] = useState(first);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isPending = view.state === 'pending';
  const look = useCallback(() => source.view().then(setView, () => undefined), [source]);
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(look, LOOK_EVERY_MS);
    // Timers of a page nobody looks at are slow; who comes back wants to know at once.
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [isPending, look]);
  const press = async (act: () => Promise<IdentityView>) => {
    setBusy(true);
    const next = await act().catch((): IdentityView => ({ ...view, fault: 'unreachable' }));
    setBusy(false);
    setView(next);
    // The button that was pressed may be gone: the keyboard stays where it was.
    place.current?.focus();
    return next;
  };
  const begin = async () => {
    const { pending } = await press(source.begin);
    if (pending?.url) await source.open(pending.url);
  };
  return (
    <div ref={place} tabIndex={-1} className="sign-in">
      <SignInView
        language={language}
        view={view}
        busy={busy}
        onBegin={() => void begin()}
        onOpen={(url) => void source.open(url)}
        onEnd={() => void press(source.end)}
      />
    </div>
  );
}
