/** The outer shell of a pack: who signed the list of files, and are the files those. */
import { sha256Hex } from '../policy/compile.ts';
import { verifySigned } from '../policy/envelope.ts';
import { parseCanonical } from '../records/canonical.ts';
import {
  KEYS_FILE,
  type KeysFile,
  keysFile,
  MANIFEST_FILE,
  MANIFEST_TYPE,
  type ManifestBody,
  manifestBody,
} from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { decodeText, type Files, textOf } from './pack-files.ts';

/** The keys the pack brings along, null (and a fault) when they cannot be read. */
export function readKeys(files: Files, report: EvidenceReport): KeysFile | null {
  const parsed = keysFile.safeParse(canonicalValue(textOf(files, KEYS_FILE)));
  if (parsed.success) return parsed.data;
  addFault(report, 'keys_malformed', KEYS_FILE, 'the keys of the pack are missing or unreadable');
  return null;
}

/**
 * Check signature and file list; null (and faults) when the manifest cannot be believed.
 * @param serverKey The key that must have signed it (raw Ed25519, base64url).
 */
export async function checkManifest(
  files: Files,
  serverKey: string,
  report: EvidenceReport,
): Promise<ManifestBody | null> {
  const text = textOf(files, MANIFEST_FILE);
  if (text === null) {
    addFault(report, 'manifest_missing', MANIFEST_FILE, 'the pack has no manifest');
    return null;
  }
  const envelope = await verifySigned(canonicalValue(text), [serverKey], { payloadType: MANIFEST_TYPE });
  if (!envelope.ok) {
    const isMalformed = envelope.code === 'malformed';
    const message = isMalformed ? 'this is no signed manifest' : "the manifest is not signed by the endpoint's key";
    addFault(report, isMalformed ? 'manifest_malformed' : 'manifest_bad_signature', MANIFEST_FILE, message);
    return null;
  }
  const parsed = manifestBody.safeParse(canonicalValue(decodeText(envelope.payload)));
  if (!parsed.success) {
    addFault(report, 'manifest_malformed', MANIFEST_FILE, 'the manifest is not what a manifest looks like');
    return null;
  }
  const body = parsed.data;
  await checkFiles(files, body, report);
  return body;
}

async function checkFiles(files: Files, body: ManifestBody, report: EvidenceReport): Promise<void> {
  const listed = new Set([MANIFEST_FILE]);
  for (const { name, size, sha256 } of body.files) {
    if (listed.has(name)) addFault(report, 'file_listed_twice', name, 'the manifest lists this file twice');
    listed.add(name);
    const bytes = files.get(name);
    if (bytes === undefined) {
      addFault(report, 'file_missing', name, 'the manifest lists this file, the pack does not have it');
    } else if (bytes.length !== size || (await sha256Hex(bytes)) !== sha256) {
      addFault(report, 'file_changed', name, 'this file is not the one that was signed for');
    }
    report.checked.files++;
  }
  for (const name of files.keys()) {
    if (!listed.has(name)) addFault(report, 'file_unlisted', name, 'the manifest does not know this file');
  }
}

function canonicalValue(text: string | null): unknown {
  const parsed = text === null ? null : parseCanonical(text);
  return parsed?.ok ? parsed.value : undefined;
}
