/** Whether the endpoint says that this very device was shut out: enrolling again would not help, only its admin can. */
import { apiError } from './api.ts';
import { type NetResult, parseAnswer } from './net.ts';

export function isRevoked(answer: NetResult): boolean {
  return answer.ok && answer.status === 403 && parseAnswer(apiError, answer.text)?.error.code === 'device_revoked';
}
