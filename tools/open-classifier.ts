/** The classifier as the extension has it, on the command line. */
import { readFile } from 'node:fs/promises';
import { type Classifier, createClassifier } from '../lib/classify/classifier.ts';
import { loadModels } from '../lib/classify/models.ts';

const MODELS = new URL('../public/models/', import.meta.url);

/** Rejects when a model file is missing. */
export async function openClassifier(): Promise<Classifier> {
  const models = await loadModels((file) => readFile(new URL(file, MODELS)));
  return createClassifier({ models, customer: null, regions: [], ownDomains: [] });
}
