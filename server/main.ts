/** `npm run server`: the endpoint alone, configured by environment variables (see config.ts). */
import { describeConfig, readConfig } from './config.ts';
import { createLog, describeError } from './log.ts';
import { ADMIN } from './prepare.ts';
import { startEndpoint } from './start.ts';

const read = readConfig(process.env);
if (!read.ok) {
  console.error(['The settings are not right:', ...read.errors].join('\n  '));
  process.exit(2);
}
console.log(['Sluice endpoint', ...describeConfig(read.config)].join('\n  '));

const log = createLog();
// Whatever state that leaves is unknown: end, and let the supervisor start a fresh process. Nothing committed is lost.
process.on('uncaughtException', (error) => {
  log('error', 'crashed', describeError(error));
  process.exit(1);
});
const endpoint = await startEndpoint(read.config, log).catch((error: Error) => {
  log('error', 'start_failed', describeError(error));
  console.error(`The endpoint could not start: ${error.message}`);
  process.exit(1);
});
const { enrolmentToken, adminPassword } = endpoint.secrets;
if (enrolmentToken !== null) console.log(`Enrolment token (shown only now): ${enrolmentToken}`);
if (adminPassword !== null) console.log(`Password of "${ADMIN}" (shown only now): ${adminPassword}`);
console.log(`Listening on ${endpoint.url}, console at ${endpoint.url}/console/`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log('info', 'stopping', { signal });
    endpoint.close().then(
      () => process.exit(0),
      (error) => {
        log('error', 'stop_failed', describeError(error));
        process.exit(1);
      },
    );
  });
}
