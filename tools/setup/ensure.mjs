// Makes a fresh clone ready: npm packages when node_modules is missing, then the system programs named as arguments.
// Plain JavaScript on purpose: it runs on the machine's own Node (20 or newer) before the project's Node 24 is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Programs the project can need: where to look for each and the Debian package that brings it. */
const PROGRAMS = {
  chromium: { paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'], apt: 'chromium' },
  'headless-shell': { paths: ['/usr/bin/chromium-headless-shell'], apt: 'chromium-headless-shell' },
  firefox: { paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'], apt: 'firefox-esr' },
  postgres: { glob: '/usr/lib/postgresql', paths: [], apt: 'postgresql' },
  python: { paths: ['/usr/bin/python3', '/usr/local/bin/python3'], apt: 'python3' },
  openssl: { paths: ['/usr/bin/openssl'], apt: 'openssl' },
  rsyslog: { paths: ['/usr/sbin/rsyslogd'], apt: 'rsyslog' },
  'rsyslog-openssl': {
    paths: ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/rsyslog/lmnsd_ossl.so`),
    apt: 'rsyslog-openssl',
  },
};

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  return done.status === 0;
}

function isPresent({ paths, glob }) {
  return paths.some((path) => existsSync(path)) || (glob !== undefined && existsSync(glob));
}

if (!existsSync(`${root}/node_modules/.package-lock.json`)) {
  // Not `npm ci`: it refuses a lock file that was made where other platforms' optional packages could not be had.
  // Versions are those of the lock file all the same, and it is not written to.
  console.error('Installing packages (npm install) ...');
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('npm install failed: see the lines above.');
    process.exit(1);
  }
}

const missing = process.argv.slice(2).filter((name) => !isPresent(PROGRAMS[name]));
if (missing.length > 0) {
  const packages = missing.map((name) => PROGRAMS[name].apt);
  const byHand = `Please install: ${packages.join(', ')} (Debian or Ubuntu: sudo apt-get install ${packages.join(' ')})`;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.error(byHand);
    process.exit(1);
  }
  console.error(`Installing ${packages.join(', ')} with apt-get ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const ok =
    run('apt-get', ['update', '-qq'], env) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
  if (!ok || !missing.every((name) => isPresent(PROGRAMS[name]))) {
    console.error(byHand);
    process.exit(1);
  }
}
