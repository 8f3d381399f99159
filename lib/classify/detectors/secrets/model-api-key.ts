import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** Keys of model providers that have no prefix: Mistral, Cohere, Together, AI21, ElevenLabs and others. */
export const modelApiKey = labelledSecretDetector({
  id: 'model-api-key',
  labels: cueWords(
    'model-api-label',
    'mistral_api_key',
    'mistral api key',
    'cohere_api_key',
    'co_api_key',
    'cohere api key',
    'together_api_key',
    'ai21_api_key',
    'elevenlabs_api_key',
    'xi-api-key',
    'azure_openai_api_key',
    'azure_openai_key',
    'voyage_api_key',
    'stability_api_key',
    'assemblyai_api_key',
    'deepgram_api_key',
  ),
  reach: 24,
  pattern: /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9]{0,63}[0-9])[A-Za-z0-9]{32,64}(?![A-Za-z0-9_-])/g,
  confidence: 0.93,
  leastEntropy: 3,
  examples: {
    positive: [`MISTRAL_API_KEY=${assemble('VKnX5myJc', 'pc1ZAplVAlo7zoe8jv45SxQ')}`],
    negative: ['MISTRAL_API_KEY=your_mistral_api_key_goes_here_ok', 'mistral api key rotation happens monthly'],
  },
});
