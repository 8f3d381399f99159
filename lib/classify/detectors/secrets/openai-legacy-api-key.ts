import { assemble, tokenDetector } from './token-detector.ts';

/** OpenAI user keys of the first kind: base64 of "OpenAI" stands in the middle. */
export const openaiLegacyApiKey = tokenDetector({
  id: 'openai-legacy-api-key',
  prefixes: ['sk-'],
  pattern: /sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`OPENAI_API_KEY=${assemble('sk-', 'zQUMPM08HSe8jnPJjoqg', 'T3BlbkFJ', 'A2RB19fLy0Mg1YLVUHFj')}`],
    negative: [assemble('sk-', 'x'.repeat(48)), 'a task-based ask-me-anything', 'class="sk-circle sk-child"'],
  },
});
