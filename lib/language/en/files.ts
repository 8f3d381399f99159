import { counting } from '../language.ts';

const count = counting('en');

export const files = {
  checking: (n: number) => (n > 1 ? count(n, 'Checking # file', 'Checking # files') : 'Checking the file'),
  notSent: 'Nothing has been sent yet.',
  stop: 'Stop',
  /** Instead of the usual "what next" when only files are concerned. */
  next: {
    block: 'The file stays on your device. Change it and choose it again.',
    redact: 'You can go on right away: the file is sent with placeholders in place of what was found.',
  },
  sendSanitised: 'Send sanitised file',
  unreadable: (n: number) => count(n, 'Cannot be checked: # item', 'Cannot be checked: # items'),
  unnamed: 'file without a name',
  /** Placeholders cannot be written into a file of this kind. */
  unwritable: (names: string) =>
    `${names} cannot be changed here. Remove the values in the program it comes from, or paste the text you need.`,
  /** Why a file or a piece of it could not be checked, and what helps. */
  reasons: {
    image: 'a picture; text in it cannot be read here',
    audio: 'a sound recording; it cannot be read here',
    video: 'a film; it cannot be read here',
    encrypted: 'protected by a password; remove the protection and choose it again',
    oversized: 'too large to be checked; split it or send only the part you need',
    damaged: 'damaged; open it and save it again',
    unsupported: 'of a format that cannot be read here; save it as PDF, DOCX or text',
    executable: 'a program or macro; it cannot be checked',
    archive: 'an archive inside an archive; unpack it first',
    unread: 'not checked, because checking failed or was stopped; try again',
    other: 'not readable here; send it as text or in another format',
  },
};
