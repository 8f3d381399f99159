/** The device-facing routes in the OpenAPI document, from the schemas that both sides parse with. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  apiError,
  certificate,
  certificateRequest,
  enrolRequest,
  enrolResponse,
  identityAnswer,
  identityRequest,
  ingestResponse,
  logAnswer,
  shippedRecord,
  signInOffer,
} from '../../lib/sync/api.ts';
import { logQuery } from '../api/log.ts';
import type { AppEnv } from '../deps.ts';

type Route = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];
type Body = NonNullable<NonNullable<Route['request']>['body']>;
type Schema = Extract<Body['content'][string], { schema: unknown }>['schema'];

function toSchema(schema: z.core.$ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'openapi-3.0' });
  return rest as Schema;
}

const answer = (schema: z.core.$ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema: toSchema(schema) } },
});
const error = (description: string) => answer(apiError, description);

export function describeDeviceRoutes(app: OpenAPIHono<AppEnv>): void {
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'device', { type: 'http', scheme: 'bearer' });
  registry.registerPath({
    method: 'post',
    path: '/v1/enrol',
    summary: 'Make a device known, by an enrolment token of its tenant',
    request: { body: { content: { 'application/json': { schema: toSchema(enrolRequest) } } } },
    responses: {
      200: answer(enrolResponse, "The device's token"),
      400: error('Not an enrolment'),
      401: error('The token is unknown or expired'),
      403: error('The token is used up, or the device or its certificate revoked'),
      409: error('The device has another key'),
      429: error('Too many tries'),
    },
  });
  registry.registerPath({
    method: 'post',
    path: '/v1/records',
    summary: 'Send records: one of them a line, gzip if you like',
    security: [{ device: [] }],
    request: {
      headers: z.object({
        'x-sluice-certificate': z.uuid().optional().describe("Serial of the certificate of the device's key"),
      }),
      body: { content: { 'application/x-ndjson': { schema: toSchema(shippedRecord) } } },
    },
    responses: {
      200: answer(ingestResponse, 'What was taken, and a receipt for the chain'),
      400: error('Not a batch'),
      401: error('The device token is unknown'),
      403: error('The device was revoked, or its certificate has ended, was revoked, or is for another key'),
      413: error('Too large, packed or unpacked'),
      415: error('An encoding other than gzip'),
      429: error('The device or its tenant sends too much; send it again later'),
      503: error('The database is away, or too much is waiting; send it again'),
    },
  });
  registry.registerPath({
    method: 'post',
    path: '/v1/certificate',
    summary: "The certificate of the device's key, asked for with that key; renewed when it ends within 60 days",
    security: [{ device: [] }],
    request: { body: { content: { 'application/json': { schema: toSchema(certificateRequest) } } } },
    responses: {
      200: answer(certificate, 'The newest certificate of this key'),
      400: error('Not a request'),
      401: error('The device token is unknown'),
      403: error('Not signed with this key, or the device or its certificate was revoked, or has ended: enrol again'),
      409: error("Not the device's present key"),
      413: error('Too large'),
    },
  });
  registry.registerPath({
    method: 'put',
    path: '/v1/identity',
    summary: 'Whose the device is from now on, as its managed settings say; null: nobody in particular',
    security: [{ device: [] }],
    request: { body: { content: { 'application/json': { schema: toSchema(identityRequest) } } } },
    responses: {
      204: { description: 'Known, and sealed' },
      400: error('Not a name'),
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
      413: error('Too large'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/identity',
    summary: 'Whose the device is, by pseudonym, and how far signing in has come',
    security: [{ device: [] }],
    responses: {
      200: answer(identityAnswer, 'What is known'),
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
      429: error('The device asks too often'),
    },
  });
  registry.registerPath({
    method: 'post',
    path: '/v1/identity',
    summary: 'A link by which a person signs in on the device, and a code to compare; shaped like RFC 8628',
    security: [{ device: [] }],
    responses: {
      200: answer(signInOffer, 'The link, good once and for ten minutes'),
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
      404: error('There is no identity provider, or not for browsers'),
      429: error('Too many tries'),
    },
  });
  registry.registerPath({
    method: 'delete',
    path: '/v1/identity',
    summary: 'Sign out on the device, or give up signing in',
    security: [{ device: [] }],
    responses: {
      204: { description: 'Nobody is signed in there' },
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/policy',
    summary: 'The signed policy (DSSE envelope), with ETag',
    security: [{ device: [] }],
    responses: {
      200: { description: 'The envelope', content: { 'application/json': { schema: { type: 'object' } } } },
      304: { description: 'The one you have' },
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
      404: error('There is no policy yet'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/sites',
    summary: 'The signed site pack (DSSE envelope), with ETag',
    security: [{ device: [] }],
    responses: {
      200: { description: 'The envelope', content: { 'application/json': { schema: { type: 'object' } } } },
      304: { description: 'The one you have' },
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
      404: error('There is no site pack yet'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v1/log',
    summary: "The newest checkpoint of the tenant's log, and proofs that it only grew and holds the device's records",
    security: [{ device: [] }],
    request: { query: logQuery },
    responses: {
      200: answer(logAnswer, 'The checkpoint and the proofs'),
      400: error('Numbers that are none'),
      401: error('The device token is unknown'),
      403: error('The device was revoked'),
    },
  });
}
