/** `npm run server`: the endpoint alone, configured by environment variables (see config.ts). */
import { describeConfig } from './config.ts';
import { describeTarget } from './connectors/connector-settings.ts';
import { createLog, describeError } from './log.ts';
import { ADMIN } from './prepare.ts';
import { readSettings } from './settings.ts';
import { startEndpoint } from './start.ts';
import { VERSION } from './version.ts';

const read = await readSettings(process.env);
if (!read.ok) {
  console.error(['The settings are not right:', ...read.errors].join('\n  '));
  process.exit(2);
}
const { config, connectors, warnings } = read;
const delivers = connectors.map((each) => `delivers to  ${each.name} (${each.type}), ${describeTarget(each)}`);
console.log([`Sluice endpoint ${VERSION}`, ...describeConfig(config), ...delivers].join('\n  '));
for (const warning of warnings) console.error(`Warning: ${warning}`);

const log = createLog(undefined, config.logLevel);
// Whatever state that leaves is unknown: end, and let the supervisor start a fresh process. Nothing committed is lost.
process.on('uncaughtException', (error) => {
  log('error', 'crashed', describeError(error));
  process.exit(1);
});
const endpoint = await startEndpoint(config, log, connectors).catch((error: Error) => {
  log('error', 'start_failed', describeError(error));
  console.error(`The endpoint could not start: ${error.message}`);
  process.exit(1);
});
const { enrolmentToken, adminPassword } = endpoint.secrets;
if (enrolmentToken !== null) console.log(`Enrolment token (shown only now): ${enrolmentToken}`);
if (adminPassword !== null) console.log(`Password of "${ADMIN}" (shown only now): ${adminPassword}`);
console.log(`Listening on ${endpoint.url}, console at ${endpoint.url}/console/`);
if (endpoint.metricsUrl !== null) console.log(`Metrics on ${endpoint.metricsUrl}`);

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
