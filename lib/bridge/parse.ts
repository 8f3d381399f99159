/**
 * What the guard accepts from the hook. The hook lives in the page's world, so every message is checked whole. By hand:
 * this runs in every frame of a page, and a schema library would be the largest part of what it has to load.
 */
import type { AskMessage, HookMessage, WireBody, WireField } from './protocol.ts';

/** The hook's largest body is 32 MiB; as JSON, with every character escaped, it stays below this. */
const MAX_MESSAGE_CHARS = 256 * 1024 * 1024;

const TRANSPORTS = new Set<string>(['fetch', 'xhr', 'websocket', 'beacon', 'form', 'eventsource']);

/** Null for everything that is not exactly a message of the hook. Never throws. */
export function parseHookMessage(json: string): HookMessage | null {
  if (json.length > MAX_MESSAGE_CHARS) return null;
  try {
    const message: unknown = JSON.parse(json);
    return isHookMessage(message) ? message : null;
  } catch {
    return null;
  }
}

function isHookMessage(value: unknown): value is HookMessage {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'ask':
      return isAsk(value);
    case 'withdraw':
      return hasOnly(value, 'type', 'id') && isId(value.id);
    case 'hello':
      return hasOnly(value, 'type', 'transports') && isListOf(value.transports, isString);
    case 'reopened':
      return hasOnly(value, 'type');
    default:
      return false;
  }
}

function isAsk(value: Fields): value is Fields & AskMessage {
  const { id, transport, url, method, headers, body } = value;
  return (
    hasOnly(value, 'type', 'id', 'transport', 'url', 'method', 'headers', 'body') &&
    isId(id) &&
    isString(transport) &&
    TRANSPORTS.has(transport) &&
    isString(url) &&
    URL.canParse(url) &&
    isString(method) &&
    method !== '' &&
    isObject(headers) &&
    Object.values(headers).every(isString) &&
    isBody(body)
  );
}

function isBody(value: unknown): value is WireBody {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case 'none':
      return hasOnly(value, 'kind');
    case 'text':
      return hasOnly(value, 'kind', 'text') && isString(value.text);
    case 'bytes':
      return hasOnly(value, 'kind', 'base64') && isString(value.base64);
    case 'fields':
      return (
        hasOnly(value, 'kind', 'encoding', 'fields') &&
        (value.encoding === 'multipart' || value.encoding === 'urlencoded') &&
        isListOf(value.fields, isField)
      );
    case 'unreadable':
      return hasOnly(value, 'kind', 'reason') && isString(value.reason);
    default:
      return false;
  }
}

function isField(value: unknown): value is WireField {
  if (!isObject(value) || !isString(value.name)) return false;
  if (hasOnly(value, 'name', 'value')) return isString(value.value);
  const { file } = value;
  return (
    hasOnly(value, 'name', 'file') &&
    isObject(file) &&
    hasOnly(file, 'name', 'type', 'base64') &&
    [file.name, file.type, file.base64].every(isString)
  );
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Exactly these fields, none missing and none more. */
function hasOnly(value: Fields, ...names: string[]): boolean {
  return Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
