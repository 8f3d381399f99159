/** The classifier as the extension has it, on the command line. */
import { readFile } from 'node:fs/promises';
import { type Classifier, createClassifier } from '../lib/classify/classifier.ts';
import { loadModels } from '../lib/classify/models.ts';
import { classifierData } from '../lib/policy/classifier-data.ts';
import type { Policy } from '../lib/policy/schema.ts';

const MODELS = new URL('../public/models/', import.meta.url);

/** `policy`: what it tells the classifier; nothing when there is none. Rejects when a model file is missing. */
export async function openClassifier(policy: Pick<Policy, 'data'> = {}): Promise<Classifier> {
  const models = await loadModels((file) => readFile(new URL(file, MODELS)));
  return createClassifier(classifierData(policy, models));
}
