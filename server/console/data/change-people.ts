/** Changing who may sign in. Each change reads the list again: what stands there is what the endpoint holds. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OncePassword, PersonPatchBody } from '../../api/people.ts';
import type { Role } from '../../auth/permissions.ts';
import { call } from './client.ts';
import { peopleQuery } from './queries.ts';

export type PersonChange =
  | { kind: 'create'; name: string; roles: Role[] }
  | { kind: 'patch'; name: string; patch: PersonPatchBody }
  | { kind: 'reset'; name: string }
  | { kind: 'signOut'; name: string };

/** @returns Its data is a password to be told once, or null. */
export function useChangePeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
}

async function change(asked: PersonChange): Promise<OncePassword | null> {
  const params = { name: asked.name };
  switch (asked.kind) {
    case 'create':
      return call('POST /v1/people', { body: { name: asked.name, roles: asked.roles } });
    case 'reset':
      return call('POST /v1/people/{name}/password', { params });
    case 'patch':
      await call('PATCH /v1/people/{name}', { params, body: asked.patch });
      return null;
    case 'signOut':
      await call('DELETE /v1/people/{name}/sessions', { params });
      return null;
  }
}
