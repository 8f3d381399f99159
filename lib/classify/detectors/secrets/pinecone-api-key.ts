import { assemble, tokenDetector } from './token-detector.ts';

/** Pinecone API key. */
export const pineconeApiKey = tokenDetector({
  id: 'pinecone-api-key',
  prefixes: ['pcsk_'],
  pattern: /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{50,64}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('pcsk_', 'gXhJY_g3DD3TeKNaHK5nai6cJFwouy9amTy4oiZApHE3PA0TWZf5tQ5lLYAw5XFUk5tGa')} for now`,
    ],
    negative: [assemble('pcsk_', 'x'.repeat(69)), assemble('pcsk_', 'YOUR_KEY_HERE'), assemble('pcsk_', 'gXhJY_')],
  },
});
