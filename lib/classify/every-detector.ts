/** Every detector with its examples, those of the tables too: for tests and for the page about them. */
import type { Detector } from './detector.ts';
import { LABELLED_PROVIDERS } from './detectors/secrets/labelled-providers.data.ts';
import { type ProviderTables, providerDetectors } from './detectors/secrets/provider-file.ts';
import { PROVIDER_TOKENS } from './detectors/secrets/provider-tokens.data.ts';
import { CODE_DETECTORS } from './registry.ts';

export const PROVIDER_TABLES: ProviderTables = { tokens: PROVIDER_TOKENS, labelled: LABELLED_PROVIDERS };

export const DETECTORS: readonly Detector[] = [...CODE_DETECTORS, ...providerDetectors(PROVIDER_TABLES)];
