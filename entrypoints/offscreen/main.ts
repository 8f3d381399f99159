/** Where Chromium keeps the reader of files: its background is a worker, and workers start no workers there. Wiring only. */
import { serveReader } from '../../lib/platform/reader-host.ts';

serveReader();
