/** Shutting devices out and letting them in, making tokens and ending them. What was read before is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';

/** @returns A mutation; `reason` null lets the device in again. */
export function useRevokeDevice(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string | null) =>
      reason === null
        ? call('POST /v1/devices/{id}/restore', { params: { id } })
        : call('POST /v1/devices/{id}/revoke', { params: { id }, body: { reason } }),
    onSuccess: (device) => {
      client.setQueryData(['device', id], device);
      void client.invalidateQueries({ queryKey: ['devices'] });
      void client.invalidateQueries({ queryKey: ['certificates', id] });
    },
  });
}

/** @param device Whose certificates are read again. */
export function useRevokeCertificate(device: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ serial, reason }: { serial: string; reason: string }) =>
      call('POST /v1/certificates/{id}/revoke', { params: { id: serial }, body: { reason } }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['certificates', device] });
      await client.invalidateQueries({ queryKey: ['device', device] });
    },
  });
}

export interface NewToken {
  label: string;
  /** Milliseconds since the epoch. */
  expiresAt?: number;
  maxUses?: number;
}

/** @returns Its data is the token, to be told once. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewToken) => call('POST /v1/enrolment-tokens', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['enrolment-tokens'] }),
    // The token is nobody's business once it was told.
    gcTime: 0,
  });
}

export function useEndToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/enrolment-tokens/{id}', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['enrolment-tokens'] }),
  });
}
