/** Who is signed in, for everything behind the gate. */
import { createContext, use } from 'react';
import type { SessionResponse } from '../../api/session.ts';

export const SessionContext = createContext<SessionResponse | null>(null);

export function useSession(): SessionResponse {
  const session = use(SessionContext);
  if (session === null) throw new Error('shown outside of the gate');
  return session;
}
