/** Everything the console says in English. Its shape is what the other languages are held to. */
import * as codes from './codes.data.ts';
import { faults } from './faults.data.ts';
import { privacy } from './privacy.data.ts';
import { text } from './text.data.ts';

export const words = { ...codes, text, privacy, faults };
