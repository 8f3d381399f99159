/** Testing, pausing and replaying connectors. What was read before is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Asked } from '../../api/endpoint-types.ts';
import { call } from './client.ts';

type Replay = Asked<'POST /v1/connectors/{name}/replay'>['body'];

/** What was asked of a connector; its answer is the data of the mutation. */
export type ConnectorChange =
  | { kind: 'test' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'replay'; from: Replay }
  | { kind: 'drop'; position: number };

export function useChangeConnector(name: string) {
  const client = useQueryClient();
  const params = { name };
  return useMutation({
    mutationFn: async (change: ConnectorChange) => {
      switch (change.kind) {
        case 'test':
          return { ...change, answer: await call('POST /v1/connectors/{name}/test', { params }) };
        case 'replay':
          return { ...change, answer: await call('POST /v1/connectors/{name}/replay', { params, body: change.from }) };
        case 'drop': {
          const { position } = change;
          await call('DELETE /v1/connectors/{name}/dead-letters/{position}', { params: { name, position } });
          return change;
        }
        case 'pause':
          await call('POST /v1/connectors/{name}/pause', { params });
          return change;
        case 'resume':
          await call('POST /v1/connectors/{name}/resume', { params });
          return change;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['connectors'] }),
  });
}
