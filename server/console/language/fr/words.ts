/** Everything the console says in French. */
import type { Words } from '../words.ts';
import { codes } from './codes.data.ts';
import { faults } from './faults.data.ts';
import { privacy } from './privacy.data.ts';
import { text } from './text.data.ts';

export const words: Words = { ...codes, text, privacy, faults };
