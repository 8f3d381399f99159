/**
 * Form data as objects: what the page builds, and what both browsers show of forms at the gate. File bytes that the
 * browser hides are `no_body`.
 */
import type { FormField } from '../../prompt/request.ts';
import { type Leaf, NO_FILES, type Opaque, type Opened } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './utf8.ts';

interface Slot {
  field: FormField;
  key?: Leaf;
  value?: Leaf;
  fileName?: Leaf;
  content?: Opaque;
}

export function openFields(fields: readonly FormField[]): Opened<FormField[]> {
  const opaque: Opaque[] = [];
  const slots = fields.map((field): Slot => {
    const path = [field.name];
    const key = isMachineToken(field.name) ? {} : { key: { path, text: field.name, key: true } as const };
    if ('value' in field) return { field, ...key, value: { path, text: field.value } };
    const { name, type, bytes } = field.file;
    const text = bytes === null ? null : decodeUtf8(bytes);
    const readable = text !== null && !hasControls(text);
    const fileName: Leaf = { path: [field.name, 'filename'], text: name };
    if (readable) return { field, ...key, fileName, value: { path, text, file: { name, type } } };
    const content: Opaque =
      bytes === null ? { path, reason: 'no_body' } : { path, reason: 'binary', file: { name, type, bytes } };
    opaque.push(content);
    return { field, ...key, fileName, content };
  });
  return {
    leaves: slots.flatMap(({ key, fileName, value }) => [key, fileName, value].filter((leaf) => leaf !== undefined)),
    opaque,
    close: (replacements, files = NO_FILES) =>
      slots.map(({ field, key, value, fileName, content }) => {
        const replaced = (leaf: Leaf | undefined) => (leaf ? replacements.get(leaf) : undefined);
        const name = replaced(key) ?? field.name;
        const text = replaced(value);
        if ('value' in field) return { name, value: text ?? field.value };
        const written = content && files.get(content);
        const bytes = text === undefined ? (written ?? field.file.bytes) : encodeUtf8(text);
        return { name, file: { ...field.file, name: replaced(fileName) ?? field.file.name, bytes } };
      }),
  };
}
