/**
 * What an app file says about one of its calls. A body is a list of strings; the app names those a person wrote and
 * those programs write. Strings in neither list are judged unless they are machine tokens, so that a field an app adds
 * tomorrow is read, not missed.
 */
import type { Channel, Role } from '../prompt/prompt.ts';
import type { CallKind } from './adapter.ts';
import type { BodyFormat } from './body.ts';
import type { Path } from './codecs/leaf.ts';
import type { ProtobufSchema } from './codecs/protobuf.ts';
import { NOWHERE, type PathSet, PathTable } from './path-table.ts';

/** A place near a string: the first `keep` segments of its path (negative: all but so many), then one of `ends`. */
export interface Neighbour {
  keep: number;
  ends: readonly Path[];
}

/** What stands at a place of text. */
export interface TextRule {
  /** Fixed role, or where the word for it stands. Default `user`. */
  role?: Role;
  roleAt?: Neighbour;
  /** For the text of an attached file: where its name and type stand. */
  nameAt?: Neighbour;
  typeAt?: Neighbour;
  /** The app repeats a text here that stands elsewhere: a part of its own only where it says something else. */
  copy?: true;
  /** The string is a file's content in base64, bare or as a data URL. */
  base64?: true;
}

export interface CallShape {
  kind: CallKind;
  channel: Channel;
  /** Formats the app is known to send; any other is read as a call of unknown shape. */
  formats: readonly BodyFormat[];
  /** Places where the text of a person (or a model) stands; first match wins. */
  text: PathTable<TextRule>;
  /** Strings programs write: never judged; changed only where they repeat a long replaced text. */
  protocol: PathSet;
  /** The call is a draft when a string stands here. */
  draftAt?: PathSet;
  /** Where the id of the conversation stands in the body. */
  conversationAt?: PathSet;
  /** Where JSON stands inside strings. */
  nestedAt?: PathSet;
  protobuf?: ProtobufSchema;
  /** Where protobuf stands in base64. */
  bytesAt?: PathSet;
  /** Where a value of the address is packed with lz-string. */
  packedAt?: PathSet;
  /** Messages are Meta's gateway frames. */
  dgw?: boolean;
  /** A body in any other format is a piece of one, or none of the app's: it counts as damaged. */
  strict?: boolean;
  /** The receiver refuses bodies its own code did not make: nothing is written into them. */
  sealed?: boolean;
  /** The body is one file's content. */
  file?: boolean;
  /** The call opens a channel whose content never passes here (live voice). */
  opensStream?: boolean;
}

/** A body nobody knows: every string counts. */
export const UNKNOWN_SHAPE: CallShape = {
  kind: 'other',
  channel: 'other',
  formats: [],
  text: new PathTable([]),
  protocol: NOWHERE,
};

/** The first `keep` segments (negative: all but so many), then the slash-separated alternatives. */
export function near(keep: number, ...ends: string[]): Neighbour {
  return {
    keep,
    ends: ends.map((source) => source.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part))),
  };
}
