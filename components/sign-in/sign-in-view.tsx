import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { IdentityView } from '../../lib/messages/popup-state.ts';
import { formatMoment } from '../ui/moment.ts';

interface SignInViewProps {
  language: Language;
  view: IdentityView;
  /** A press is under way. */
  busy: boolean;
  onBegin: () => void;
  onOpen: (url: string) => void;
  onEnd: () => void;
}

export function SignInView({ language, view, busy, onBegin, onOpen, onEnd }: SignInViewProps) {
  const { signIn } = translatePages(language);
  const { state, pending, canSignIn, fault, subject } = view;
  const { ref, until } = subject;
  return (
    <>
      <div role="status">
        <p>
          <bdi>{whoIs(language, view)}</bdi>
        </p>
        {pending && (
          <p>
            <output className="code">{pending.code}</output>
          </p>
        )}
        {ref !== null && until !== null && <p className="aside">{signIn.called(ref, formatMoment(language, until))}</p>}
        {state === 'none' && canSignIn && <p className="aside">{signIn.why}</p>}
        {fault && <p className="error">{signIn.fault[fault]}</p>}
      </div>
      <div className="buttons">
        {state === 'none' && canSignIn && (
          <button type="button" className="button" disabled={busy} onClick={onBegin}>
            {signIn.begin}
          </button>
        )}
        {state === 'pending' && pending?.url && (
          <button type="button" className="button" disabled={busy} onClick={() => onOpen(pending.url!)}>
            {signIn.openAgain}
          </button>
        )}
        {state !== 'none' && (
          <button type="button" className="button quiet" disabled={busy} onClick={onEnd}>
            {state === 'bound' ? signIn.signOut : signIn.cancel}
          </button>
        )}
      </div>
    </>
  );
}

function whoIs(language: Language, { state, canSignIn, subject }: IdentityView): string {
  const { signIn } = translatePages(language);
  if (state === 'pending') return signIn.pending;
  if (state === 'bound') return signIn.bound(subject.name ?? subject.ref ?? '…');
  if (subject.assurance === 'managed') return signIn.managed;
  return canSignIn ? signIn.none : signIn.off;
}
