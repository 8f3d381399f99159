/** What the classifier has learned from examples: binary files in public/models/, read by the host. */

/** Every model in memory, ready to be asked. */
export type Models = Readonly<Record<never, never>>;

/** Files of public/models/ by name. Rejects when one is missing. */
export type ReadModelFile = (file: string) => Promise<Uint8Array>;

/** Read and unpack all models. `read`: `fetch` of the extension's own files in a browser, the file system in Node. */
export async function loadModels(_read: ReadModelFile): Promise<Models> {
  return {};
}
