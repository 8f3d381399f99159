/** Who is signed in, for everything behind the gate. */
import { createContext, use } from 'react';
import type { SessionResponse } from '../../api/session.ts';
import type { Permission } from '../../auth/permissions.ts';

export const SessionContext = createContext<SessionResponse | null>(null);

/** Whether the roles of who is signed in allow it. The endpoint decides; this is for what is shown. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

export function useSession(): SessionResponse {
  const session = use(SessionContext);
  if (session === null) throw new Error('shown outside of the gate');
  return session;
}
